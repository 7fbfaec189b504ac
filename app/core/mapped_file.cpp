#include "core/mapped_file.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace zhengtu {

Result<MappedFile> MappedFile::open(std::filesystem::path const& path)
{
    int const file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) { return fail(ErrorCode::FileMissing, "cannot read " + path.string() + ": " + std::strerror(errno), "Check the name and the right to read it."); }
    struct stat status = {};
    bool const known = ::fstat(file, &status) == 0 && S_ISREG(status.st_mode);
    auto const size = static_cast<std::size_t>(status.st_size);
    void* const at = known && size > 0 ? ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0) : nullptr;
    ::close(file);
    if (!known || at == MAP_FAILED) { return fail(ErrorCode::Storage, "cannot map " + path.string()); }
    return MappedFile{at == nullptr ? std::string_view{} : std::string_view{static_cast<char const*>(at), size}};
}

MappedFile::MappedFile(MappedFile&& other) noexcept : m_bytes{std::exchange(other.m_bytes, {})} {}

MappedFile::~MappedFile()
{
    if (!m_bytes.empty()) { ::munmap(const_cast<char*>(m_bytes.data()), m_bytes.size()); }
}

} // namespace zhengtu
