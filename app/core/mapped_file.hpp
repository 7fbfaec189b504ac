#pragma once

#include "core/error.hpp"

#include <filesystem>
#include <string_view>

namespace zhengtu {

/// A file as memory, read only. Who replaces files by renaming (core/staging.hpp) never disturbs one that is mapped.
class MappedFile {
public:
    /// Errors: FileMissing where it cannot be opened, Storage where it cannot be mapped. An empty file has empty bytes.
    [[nodiscard]] static Result<MappedFile> open(std::filesystem::path const& path);
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&&) = delete;
    ~MappedFile();

    [[nodiscard]] std::string_view bytes() const noexcept { return m_bytes; }

private:
    explicit MappedFile(std::string_view bytes) : m_bytes{bytes} {}
    std::string_view m_bytes;
};

} // namespace zhengtu
