#pragma once

#include <cstdint>

/// What a character is, as far as layout cares. All constexpr: used in every inner loop.
namespace zhengtu::text {

/// The Han characters that nearly all text is made of: for loops that pass over them at once.
[[nodiscard]] constexpr bool isUnified(char32_t c) noexcept { return c >= 0x4E00 && c <= 0x9FFF; }

[[nodiscard]] constexpr bool isHan(char32_t c) noexcept
{
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x323AF) ||
           (c >= 0xF900 && c <= 0xFAFF) || c == U'〇';
}

[[nodiscard]] constexpr bool isDigit(char32_t c) noexcept { return c >= U'0' && c <= U'9'; }

[[nodiscard]] constexpr bool isAsciiLetter(char32_t c) noexcept
{
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

/// Horizontal white space of any width.
[[nodiscard]] constexpr bool isBlank(char32_t c) noexcept
{
    return c == U' ' || c == U'\t' || c == 0x00A0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
           c == 0x205F || c == 0x3000;
}

/// Ends a line wherever it stands (form feed: a page).
[[nodiscard]] constexpr bool isLineEnd(char32_t c) noexcept
{
    return c == U'\n' || c == U'\r' || c == U'\f' || c == U'\v' || c == 0x0085 || c == 0x2028 || c == 0x2029;
}

/// Shows nothing and means nothing: zero-width characters, soft hyphen, stray control characters.
[[nodiscard]] constexpr bool isInvisible(char32_t c) noexcept
{
    return (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF || c == 0x00AD || (c >= 0x202A && c <= 0x202E) ||
           (c < 0x20 && !isLineEnd(c) && c != U'\t') || c == 0x7F;
}

/// Ends a sentence.
[[nodiscard]] constexpr bool isTerminal(char32_t c) noexcept
{
    return c == U'。' || c == U'；' || c == U'！' || c == U'？' || c == U'：' || c == U';' || c == U'!' || c == U'?';
}

[[nodiscard]] constexpr bool isClosing(char32_t c) noexcept
{
    return c == U'）' || c == U'》' || c == U'”' || c == U'’' || c == U'〉' || c == U'〕' || c == U'】' || c == U'」';
}

[[nodiscard]] constexpr bool isDash(char32_t c) noexcept
{
    return c == U'-' || c == U'—' || c == U'–' || c == U'―' || c == U'－' || c == U'‐' || c == U'‑' || c == U'─' || c == U'一';
}

} // namespace zhengtu::text
