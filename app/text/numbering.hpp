#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace zhengtu::text {

/// The form in which a heading or a list item is numbered. Documents nest them in any order; what a form means
/// (section, problem, measure) is decided by the reader from the document itself.
enum class NumberForm : std::uint8_t {
    CjkComma,    ///< 一、
    CjkParen,    ///< （一）
    ArabicDot,   ///< 1.  1、  1．
    ArabicParen, ///< （1）
    HalfParen,   ///< 1）
    Circled,     ///< ①
    Ordinal,     ///< 一是  二是: counts, but inside a sentence
    Chapter,     ///< 第一章  第二节  第三条
    Item,        ///< 问题1  反馈问题（三）  第5项
};

struct Number {
    NumberForm form = NumberForm::CjkComma;
    int value = 0;
    std::size_t length = 0; ///< characters of the printed number, its mark included
    friend bool operator==(Number const&, Number const&) = default;
};

/// The number that `line` (normalised, no leading white space) begins with. "12.5亩" and "2018年" begin with none.
[[nodiscard]] std::optional<Number> leadingNumber(std::u32string_view line) noexcept;

/// The value of "七", "二十一", "一百零三", "两", "17": all of `text`, up to 99999.
[[nodiscard]] std::optional<int> numeral(std::u32string_view text) noexcept;

/// 〇○零一二三四五六七八九两十百千
[[nodiscard]] bool isCjkNumeral(char32_t c) noexcept;

/// How many characters at the start of `text` are one numeral (Arabic or Chinese, not mixed); 0 if none. Of a row of digits longer
/// than any number that is one (24 characters) only the beginning is looked at.
[[nodiscard]] std::size_t numeralLength(std::u32string_view text) noexcept;

} // namespace zhengtu::text
