#include "text/numbering.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

using namespace zhengtu::text;

TEST_CASE("leadingNumber reads every form in which items are numbered", "[text]")
{
    auto const [line, form, value, length] = GENERATE(table<std::u32string, NumberForm, int, std::size_t>(
        {{U"一、指导思想", NumberForm::CjkComma, 1, 2}, {U"二十一、其他", NumberForm::CjkComma, 21, 4}, {U"三.要求", NumberForm::CjkComma, 3, 2},
         {U"（十二）水", NumberForm::CjkParen, 12, 4}, {U"1.加快", NumberForm::ArabicDot, 1, 2}, {U"91.有序", NumberForm::ArabicDot, 91, 3},
         {U"12、加快", NumberForm::ArabicDot, 12, 3}, {U"1. 2024年", NumberForm::ArabicDot, 1, 2}, {U"21.2022年6月", NumberForm::ArabicDot, 21, 3}, {U"3.12月底前", NumberForm::ArabicDot, 3, 2}, {U"（3）区", NumberForm::ArabicParen, 3, 3},
         {U"4）其", NumberForm::HalfParen, 4, 2}, {U"⑤其", NumberForm::Circled, 5, 1}, {U"⒉其", NumberForm::ArabicDot, 2, 1},
         {U"一是加强", NumberForm::Ordinal, 1, 2}, {U"第三条 本", NumberForm::Chapter, 3, 3}, {U"问题7：汾河", NumberForm::Item, 7, 4},
         {U"反馈问题（十一）：汾", NumberForm::Item, 11, 9}}));
    auto const number = leadingNumber(line);
    REQUIRE(number.has_value());
    CHECK(number->form == form);
    CHECK(number->value == value);
    CHECK(number->length == length);
}

TEST_CASE("leadingNumber leaves quantities, years and words alone", "[text]")
{
    auto const line = GENERATE(as<std::u32string>{}, U"", U"12.5亩", U"3.2022", U"2018年6月底前", U"3个断面", U"一般固废", U"（2022）", U"（市、区）", U"（公开稿）",
                               U"1", U"一", U"问题突出", U"第三产业", U"2024.", U"10000、", U"十里河", U"一是", U"3.7.2");
    CAPTURE(line.size());
    auto const number = leadingNumber(line);
    CHECK((!number || (number->form == NumberForm::Ordinal && line == U"一是")));
}

TEST_CASE("numeral reads Chinese and Arabic numbers", "[text]")
{
    auto const [text, value] = GENERATE(table<std::u32string, int>({{U"七", 7}, {U"十", 10}, {U"十二", 12}, {U"二十", 20}, {U"三十四", 34},
                                                                    {U"一百零三", 103}, {U"两", 2}, {U"二〇三五", 2035}, {U"52", 52}, {U"0", 0}}));
    CHECK(numeral(text) == value);
}

TEST_CASE("numeral refuses what is no number", "[text]")
{
    auto const text = GENERATE(as<std::u32string>{}, U"", U"个", U"五个", U"1二", U"12a");
    CHECK_FALSE(numeral(text).has_value());
}
