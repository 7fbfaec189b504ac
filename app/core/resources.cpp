#include "core/resources.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <vector>

namespace zhengtu {

namespace fs = std::filesystem;

Result<fs::path> resource(std::string_view relative)
{
    std::vector<fs::path> roots;
    if (char const* const set = std::getenv("ZHENGTU_DATA"); set != nullptr && *set != '\0') { roots.emplace_back(set); }
    std::error_code ignored;
    if (auto const program = fs::read_symlink("/proc/self/exe", ignored); !program.empty()) {
        roots.push_back(program.parent_path().parent_path() / "share" / "zhengtu");
    }
    roots.emplace_back(ZHENGTU_SOURCE_DIR);
    std::string tried;
    for (auto const& root : roots) {
        auto path = root / relative;
        if (fs::exists(path, ignored)) { return path; }
        tried += (tried.empty() ? "" : ", ") + path.string();
    }
    return fail(ErrorCode::FileMissing, "data file " + std::string{relative} + " not found (looked for " + tried + ")",
                "Set ZHENGTU_DATA to the directory that holds geodata/ and styles/, or install the program again.");
}

Result<std::string> readFile(fs::path const& path)
{
    std::error_code ignored;
    std::ifstream file{path, std::ios::binary};
    if (fs::is_directory(path, ignored) || !file) {
        return fail(ErrorCode::FileMissing, "cannot read " + path.string(), "Check the name and the right to read it.");
    }
    std::string bytes;
    if (auto const size = fs::file_size(path, ignored); !ignored) { // at once; a pipe has no size, and a file may grow meanwhile
        bytes.resize(static_cast<std::size_t>(size));
        file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        bytes.resize(static_cast<std::size_t>(file.gcount()));
        if (file) { bytes.append(std::istreambuf_iterator<char>{file}, {}); }
    } else {
        bytes.assign(std::istreambuf_iterator<char>{file}, {});
    }
    if (file.bad()) { return fail(ErrorCode::Storage, "reading " + path.string() + " failed"); }
    return bytes;
}

} // namespace zhengtu
