#pragma once

#include "core/error.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace zhengtu {

/// SHA-256 of the bytes as 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view bytes);

struct FileSum {
    std::uintmax_t bytes = 0;
    std::string sha256;
};
/// The same of a file of any size, read in pieces. Errors: FileMissing where it cannot be opened, Storage where it cannot be read to its end.
[[nodiscard]] Result<FileSum> sumOfFile(std::filesystem::path const& path);

/// A short stable id from what names a thing: `prefix` + the first 10 hex digits of the SHA-256 of `name`.
[[nodiscard]] std::string stableId(std::string_view prefix, std::string_view name);

} // namespace zhengtu
