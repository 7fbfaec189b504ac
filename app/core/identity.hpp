#pragma once

#include <string>
#include <string_view>

namespace zhengtu {

/// SHA-256 of the bytes as 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view bytes);

/// A short stable id from what names a thing: `prefix` + the first 10 hex digits of the SHA-256 of `name`.
[[nodiscard]] std::string stableId(std::string_view prefix, std::string_view name);

} // namespace zhengtu
