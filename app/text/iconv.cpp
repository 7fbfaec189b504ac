#include "text/iconv.hpp"

#include <iconv.h>

#include <bit>
#include <cerrno>

namespace zhengtu::text {

namespace {

/// Owns a conversion descriptor.
class Converter {
public:
    explicit Converter(char const* charset)
        : m_handle{iconv_open(std::endian::native == std::endian::little ? "UTF-32LE" : "UTF-32BE", charset)}
    {
    }
    Converter(Converter const&) = delete;
    Converter& operator=(Converter const&) = delete;
    ~Converter()
    {
        if (valid()) { iconv_close(m_handle); }
    }
    [[nodiscard]] bool valid() const noexcept { return m_handle != reinterpret_cast<iconv_t>(-1); }
    [[nodiscard]] iconv_t get() const noexcept { return m_handle; }

private:
    iconv_t m_handle;
};

} // namespace

Result<std::u32string> iconvToUtf32(std::string_view bytes, char const* charset)
{
    Converter const converter{charset};
    if (!converter.valid()) {
        return fail(ErrorCode::Encoding, std::string{"this system cannot read "} + charset, "Save the file as UTF-8.");
    }
    // Every character of these charsets takes at least one byte, so one u32 a byte is always room enough.
    std::u32string text(bytes.size(), U'\0');
    std::string input{bytes}; // iconv takes a pointer to mutable bytes, though it does not write
    char* in = input.data();
    std::size_t inLeft = input.size();
    char* out = reinterpret_cast<char*>(text.data());
    std::size_t outLeft = text.size() * sizeof(char32_t);
    if (iconv(converter.get(), &in, &inLeft, &out, &outLeft) == static_cast<std::size_t>(-1)) {
        auto const at = std::to_string(input.size() - inLeft);
        return fail(ErrorCode::Encoding, errno == EINVAL ? std::string{"ends within a character of "} + charset
                                                         : std::string{"not "} + charset + " at byte " + at);
    }
    text.resize(text.size() - outLeft / sizeof(char32_t));
    return text;
}

} // namespace zhengtu::text
