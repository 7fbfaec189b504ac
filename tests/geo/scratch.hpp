#pragma once

#include "support/temporary_directory.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace zhengtu::tests {

/// A directory for files that a case writes.
class Scratch : public TemporaryDirectory {
public:
    std::filesystem::path write(std::string const& name, std::string const& bytes) const
    {
        std::ofstream{*this / name, std::ios::binary} << bytes;
        return *this / name;
    }
};

inline std::string bytesOf(std::filesystem::path const& path)
{
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

} // namespace zhengtu::tests
