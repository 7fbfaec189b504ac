#include "text/numbering.hpp"

#include "text/characters.hpp"

#include <array>
#include <cstdint>

namespace zhengtu::text {

namespace {

int cjkDigit(char32_t c) noexcept
{
    switch (c) {
    case U'〇': case U'○': case U'零': return 0;
    case U'一': return 1;
    case U'二': case U'两': return 2;
    case U'三': return 3;
    case U'四': return 4;
    case U'五': return 5;
    case U'六': return 6;
    case U'七': return 7;
    case U'八': return 8;
    case U'九': return 9;
    default: return -1;
    }
}

int cjkUnit(char32_t c) noexcept
{
    switch (c) {
    case U'十': return 10;
    case U'百': return 100;
    case U'千': return 1000;
    default: return 0;
    }
}

/// Of what lies between U+3007 and U+9FFF a bit each: asked for every character of a plan.
constexpr char32_t firstNumeral = U'〇';
constexpr auto numeralBits = [] {
    std::array<std::uint64_t, (0xA000 - firstNumeral) / 64 + 1> bits{};
    for (char32_t const c : std::u32string_view{U"〇零一二三四五六七八九两十百千"}) { bits[(c - firstNumeral) / 64] |= std::uint64_t{1} << ((c - firstNumeral) % 64); }
    return bits;
}();

std::optional<int> arabic(std::u32string_view text) noexcept
{
    int value = 0;
    for (char32_t const c : text) {
        if (!isDigit(c) || value > 9999) { return std::nullopt; }
        value = value * 10 + static_cast<int>(c - U'0');
    }
    return text.empty() ? std::nullopt : std::optional{value};
}

/// "二十一" by units, "二〇三五" digit by digit.
std::optional<int> chinese(std::u32string_view text) noexcept
{
    int total = 0;
    int digit = -1;
    bool units = false;
    int digits = 0;
    for (char32_t const c : text) {
        if (int const unit = cjkUnit(c); unit > 0) {
            total += (digit < 0 ? 1 : digit) * unit;
            digit = -1;
            units = true;
        } else if (int const d = cjkDigit(c); d >= 0) {
            if (digit > 0 && units) { return std::nullopt; }
            if (!units && digits > 0) { total = (total + digit) * 10; }
            if (total > 99999) { return std::nullopt; }
            digit = d;
            ++digits;
        } else {
            return std::nullopt;
        }
    }
    if (text.empty()) { return std::nullopt; }
    return total + (digit > 0 ? digit : 0);
}

std::optional<Number> inParens(std::u32string_view line) noexcept
{
    if (line.empty() || line[0] != U'（') { return std::nullopt; }
    auto const length = numeralLength(line.substr(1));
    if (length == 0 || length > 4 || line.size() < length + 2 || line[length + 1] != U'）') { return std::nullopt; }
    auto const value = numeral(line.substr(1, length));
    if (!value || *value > 999) { return std::nullopt; } // （2022） is a year
    return Number{isDigit(line[1]) ? NumberForm::ArabicParen : NumberForm::CjkParen, *value, length + 2};
}

std::optional<Number> circled(char32_t c) noexcept
{
    if (c >= U'①' && c <= U'⑳') { return Number{NumberForm::Circled, static_cast<int>(c - U'①') + 1, 1}; }
    if (c >= U'㈠' && c <= U'㈩') { return Number{NumberForm::CjkParen, static_cast<int>(c - U'㈠') + 1, 1}; }
    if (c >= U'⑴' && c <= U'⒇') { return Number{NumberForm::ArabicParen, static_cast<int>(c - U'⑴') + 1, 1}; }
    if (c >= U'⒈' && c <= U'⒛') { return Number{NumberForm::ArabicDot, static_cast<int>(c - U'⒈') + 1, 1}; }
    return std::nullopt;
}

/// 第三章, 第五条, 第2项, 第12项整改任务：
std::optional<Number> chapter(std::u32string_view line) noexcept
{
    if (line.size() < 3 || line[0] != U'第') { return std::nullopt; }
    auto const length = numeralLength(line.substr(1));
    if (length == 0 || line.size() < length + 2) { return std::nullopt; }
    auto const value = numeral(line.substr(1, length));
    constexpr std::u32string_view marks = U"章节条篇部项";
    auto const mark = line[length + 1];
    if (!value || marks.find(mark) == std::u32string_view::npos) { return std::nullopt; }
    if (mark != U'项') { return Number{NumberForm::Chapter, *value, length + 2}; }
    auto end = length + 2;
    for (std::u32string_view const word : {U"整改任务", U"反馈问题", U"任务", U"问题"}) { // 第12项整改任务：
        if (line.substr(end).starts_with(word) && end + word.size() < line.size() && line[end + word.size()] == U'：') { end += word.size(); }
    }
    if (end < line.size() && line[end] == U'：') { ++end; }
    return Number{NumberForm::Item, *value, end};
}

/// 问题1、 问题一： 反馈问题7. : the word, a number, and a mark that ends it.
std::optional<Number> item(std::u32string_view line) noexcept
{
    for (std::u32string_view const word : {U"问题", U"反馈问题", U"督察反馈问题", U"整改任务", U"任务", U"事项", U"案件"}) {
        if (!line.starts_with(word)) { continue; }
        auto at = word.size();
        bool const open = at < line.size() && (line[at] == U'（' || line[at] == U'第');
        if (open) { ++at; }
        auto const length = numeralLength(line.substr(at));
        if (length == 0 || length > 4) { continue; }
        auto const value = numeral(line.substr(at, length));
        at += length;
        if (open && at < line.size() && line[at] == U'）') { ++at; }
        if (!value || at >= line.size()) { continue; }
        constexpr std::u32string_view marks = U"：:、.";
        if (marks.find(line[at]) == std::u32string_view::npos) { continue; }
        return Number{NumberForm::Item, *value, at + 1};
    }
    return std::nullopt;
}

/// 21.2022年6月底前: a number in front of a date is no decimal.
bool isDateAhead(std::u32string_view rest) noexcept
{
    auto const length = numeralLength(rest);
    if (length >= rest.size()) { return false; }
    return (length == 4 && rest[length] == U'年') || (length <= 2 && rest[length] == U'月');
}

/// False for characters that no number begins with: most lines are told by their first.
bool mayBeginNumber(char32_t c) noexcept
{
    return !isUnified(c) || isCjkNumeral(c) || std::u32string_view{U"第问反督整任事案"}.find(c) != std::u32string_view::npos;
}

} // namespace

bool isCjkNumeral(char32_t c) noexcept
{
    if (c == U'○') { return true; }
    auto const at = c - firstNumeral; // wraps round below it
    return c >= firstNumeral && at / 64 < numeralBits.size() && (numeralBits[at / 64] >> (at % 64) & 1U) != 0;
}

std::size_t numeralLength(std::u32string_view text) noexcept
{
    std::size_t length = 0;
    if (text.empty()) { return 0; }
    text = text.substr(0, 24);
    if (isDigit(text[0])) {
        while (length < text.size() && isDigit(text[length])) { ++length; }
    } else {
        while (length < text.size() && isCjkNumeral(text[length])) { ++length; }
    }
    return length;
}

std::optional<int> numeral(std::u32string_view text) noexcept
{
    if (text.empty()) { return std::nullopt; }
    return isDigit(text[0]) ? arabic(text) : chinese(text);
}

std::optional<Number> leadingNumber(std::u32string_view line) noexcept
{
    if (line.empty() || !mayBeginNumber(line[0])) { return std::nullopt; }
    if (auto const number = inParens(line)) { return number; }
    if (auto const number = circled(line[0])) { return number; }
    if (auto const number = chapter(line)) { return number; }
    if (auto const number = item(line)) { return number; }
    auto const length = numeralLength(line);
    if (length == 0 || length > 4 || length >= line.size()) { return std::nullopt; }
    auto const value = numeral(line.substr(0, length));
    if (!value || *value > 999) { return std::nullopt; }
    auto const mark = line[length];
    auto const next = length + 1 < line.size() ? line[length + 1] : U'\0';
    if (isDigit(line[0])) {
        if (mark == U'）') { return Number{NumberForm::HalfParen, *value, length + 1}; }
        if (mark == U'、') { return Number{NumberForm::ArabicDot, *value, length + 1}; }
        bool const decimal = isDigit(next) && !isDateAhead(line.substr(length + 1));
        if (mark == U'.' && !decimal && next != U'.') { return Number{NumberForm::ArabicDot, *value, length + 1}; }
        return std::nullopt;
    }
    if (mark == U'、' || mark == U'.') { return Number{NumberForm::CjkComma, *value, length + 1}; }
    if (mark == U'是' && *value > 0 && *value < 20) { return Number{NumberForm::Ordinal, *value, length + 1}; }
    return std::nullopt;
}

} // namespace zhengtu::text
