#include "core/utf.hpp"

#include <algorithm>
#include <array>

namespace zhengtu {

namespace {

constexpr char32_t replacement = 0xFFFD;

/// How many bytes a character has by its first byte; 0 for a byte that starts none.
int lengthOf(unsigned char first) noexcept
{
    if (first < 0x80) { return 1; }
    if (first >= 0xC2 && first < 0xE0) { return 2; }
    if (first >= 0xE0 && first < 0xF0) { return 3; }
    if (first >= 0xF0 && first < 0xF5) { return 4; }
    return 0;
}

bool isSurrogate(char32_t c) noexcept { return c >= 0xD800 && c <= 0xDFFF; }

/// The character at a place and its length in bytes; 0 where there is none.
struct Decoded {
    char32_t character;
    std::size_t length;
};

Decoded decodedAt(std::string_view utf8, std::size_t at) noexcept
{
    auto const first = static_cast<unsigned char>(utf8[at]);
    auto const length = static_cast<std::size_t>(lengthOf(first));
    if (length == 0 || at + length > utf8.size()) { return {}; }
    constexpr std::array<unsigned, 5> firstMask{0, 0x7F, 0x1F, 0x0F, 0x07};
    char32_t c = first & firstMask[length];
    for (std::size_t i = 1; i < length; ++i) {
        auto const next = static_cast<unsigned char>(utf8[at + i]);
        if ((next & 0xC0) != 0x80) { return {}; }
        c = (c << 6) | (next & 0x3F);
    }
    constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
    if (c < smallest[length] || c > 0x10FFFF || isSurrogate(c)) { return {}; }
    return {c, length};
}

} // namespace

bool isUtf8(std::string_view text) noexcept
{
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        auto const length = decodedAt(text, at).length;
        if (length == 0) { return false; }
        at += length;
    }
    return true;
}

Result<std::u32string> toUtf32(std::string_view utf8)
{
    std::u32string text;
    text.reserve(utf8.size() / 2);
    for (std::size_t at = 0; at < utf8.size();) {
        auto const [character, length] = decodedAt(utf8, at);
        if (length == 0) { return fail(ErrorCode::Encoding, "not UTF-8 at byte " + std::to_string(at)); }
        text.push_back(character);
        at += length;
    }
    return text;
}

std::string toUtf8(std::u32string_view text)
{
    std::string utf8;
    utf8.reserve(text.size() * 3);
    auto const put = [&](char32_t bits) { utf8.push_back(static_cast<char>(static_cast<unsigned char>(bits))); };
    for (char32_t c : text) {
        if (c > 0x10FFFF || isSurrogate(c)) { c = replacement; }
        if (c < 0x80) {
            put(c);
        } else if (c < 0x800) {
            put(0xC0 | (c >> 6));
            put(0x80 | (c & 0x3F));
        } else if (c < 0x10000) {
            put(0xE0 | (c >> 12));
            put(0x80 | ((c >> 6) & 0x3F));
            put(0x80 | (c & 0x3F));
        } else {
            put(0xF0 | (c >> 18));
            put(0x80 | ((c >> 12) & 0x3F));
            put(0x80 | ((c >> 6) & 0x3F));
            put(0x80 | (c & 0x3F));
        }
    }
    return utf8;
}

std::size_t wholeCharacters(std::string_view utf8, std::size_t maxBytes) noexcept
{
    auto end = std::min(utf8.size(), maxBytes);
    while (end < utf8.size() && end > 0 && (static_cast<unsigned char>(utf8[end]) & 0xC0) == 0x80) { --end; }
    return end;
}

} // namespace zhengtu
