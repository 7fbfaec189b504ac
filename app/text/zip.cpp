#include "text/zip.hpp"

#include <zip.h>

#include <array>

namespace zhengtu::text {

namespace {

constexpr std::size_t largest = 128U << 20U;
constexpr char const* getAgain = "The file is damaged; get it again from where it was published.";

struct FileClose {
    void operator()(zip_file_t* file) const noexcept { zip_fclose(file); }
};

} // namespace

void Zip::Close::operator()(zip* archive) const noexcept { zip_discard(archive); }

Result<Zip> Zip::open(std::string_view bytes)
{
    zip_error_t error;
    zip_error_init(&error);
    auto* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    auto* const archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
    if (archive == nullptr) {
        std::string const why = zip_error_strerror(&error);
        if (source != nullptr) { zip_source_free(source); }
        zip_error_fini(&error);
        return fail(ErrorCode::FileFormat, "broken zip container: " + why, getAgain);
    }
    zip_error_fini(&error);
    return Zip{archive};
}

bool Zip::has(std::string const& part) const { return zip_name_locate(m_archive.get(), part.c_str(), 0) >= 0; }

Result<std::string> Zip::read(std::string const& part) const
{
    std::unique_ptr<zip_file_t, FileClose> const file{zip_fopen(m_archive.get(), part.c_str(), 0)};
    if (!file) {
        auto* const error = zip_get_error(m_archive.get());
        if (zip_error_code_zip(error) == ZIP_ER_NOPASSWD) {
            return fail(ErrorCode::FileFormat, "the document is encrypted", "Open it with its password and save it without one.");
        }
        return fail(ErrorCode::FileFormat, part + ": " + zip_error_strerror(error), getAgain);
    }
    std::string content;
    std::array<char, 1U << 16U> buffer{};
    for (;;) {
        auto const got = zip_fread(file.get(), buffer.data(), buffer.size());
        if (got < 0) { return fail(ErrorCode::FileFormat, part + " cannot be unpacked: " + zip_file_strerror(file.get()), getAgain); }
        if (got == 0) { return content; }
        content.append(buffer.data(), static_cast<std::size_t>(got));
        if (content.size() > largest) {
            return fail(ErrorCode::FileFormat, part + " unpacks to more than 128 MB", "No plan is that long; look at what the file holds.");
        }
    }
}

} // namespace zhengtu::text
