#pragma once

#include "core/error.hpp"

#include <string>
#include <string_view>

namespace zhengtu {

/// UTF-8 to characters. Invalid bytes (overlong forms, surrogates, truncation) are an Encoding error that names the byte.
[[nodiscard]] Result<std::u32string> toUtf32(std::string_view utf8);

/// Whether toUtf32 would take it, without making anything.
[[nodiscard]] bool isUtf8(std::string_view text) noexcept;

/// Characters to UTF-8. Values that are no character (surrogates, above U+10FFFF) become U+FFFD.
[[nodiscard]] std::string toUtf8(std::u32string_view text);

/// How many bytes of `utf8` fit into `maxBytes` without cutting a character.
[[nodiscard]] std::size_t wholeCharacters(std::string_view utf8, std::size_t maxBytes) noexcept;

} // namespace zhengtu
