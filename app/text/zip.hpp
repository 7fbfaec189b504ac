#pragma once

#include "core/error.hpp"

#include <memory>
#include <string>
#include <string_view>

struct zip;

namespace zhengtu::text {

/// A zip archive in memory, read only. Parts are unpacked to at most 128 MB each, whatever they claim.
class Zip {
public:
    /// `bytes` must live as long as the archive. Error: FileFormat (broken).
    [[nodiscard]] static Result<Zip> open(std::string_view bytes);

    [[nodiscard]] bool has(std::string const& part) const;

    /// Errors: FileFormat: not there, encrypted, broken, too large.
    [[nodiscard]] Result<std::string> read(std::string const& part) const;

private:
    struct Close {
        void operator()(zip* archive) const noexcept;
    };
    explicit Zip(zip* archive) noexcept : m_archive{archive} {}
    std::unique_ptr<zip, Close> m_archive;
};

} // namespace zhengtu::text
