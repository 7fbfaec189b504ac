#include "exchange/cell_text.hpp"

#include "core/utf.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include <iconv.h>

namespace zhengtu::exchange {

namespace {

constexpr std::string_view ellipsis = "…";
constexpr std::string_view replacement = "\xEF\xBF\xBD";

std::size_t lengthOf(char lead) noexcept
{
    auto const byte = static_cast<unsigned char>(lead);
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

} // namespace

bool isSound(std::string_view text)
{
    return !text.contains('\0') && isUtf8(text);
}

std::size_t makeSound(std::string& text)
{
    if (isSound(text)) { return 0; }
    std::string sound;
    std::size_t lost = 0;
    for (std::size_t i = 0; i < text.size();) {
        auto const length = lengthOf(text[i]);
        auto const one = std::string_view{text}.substr(i, length);
        if (one.size() == length && one != std::string_view{"\0", 1} && isUtf8(one)) {
            sound += one;
            i += length;
            continue;
        }
        if (text[i] != '\0') { sound += replacement; }
        ++lost;
        ++i;
    }
    text = std::move(sound);
    return lost;
}

/// iconv of the C library; one object a thread.
struct CellEncoder::Converter {
    iconv_t handle;
    explicit Converter(iconv_t opened) : handle{opened} {}
    Converter(Converter const&) = delete;
    Converter& operator=(Converter const&) = delete;
    ~Converter() { ::iconv_close(handle); }

    [[nodiscard]] std::size_t size(std::string_view utf8) const
    {
        std::string input{utf8};
        std::size_t total = 0;
        std::array<char, 1024> buffer{};
        char* from = input.data();
        std::size_t left = input.size();
        while (left > 0) {
            char* to = buffer.data();
            std::size_t room = buffer.size();
            auto const before = left;
            ::iconv(handle, &from, &left, &to, &room);
            total += buffer.size() - room;
            if (left == before) { return total + left * 4; } // cannot happen with sound text; too much is safe
        }
        return total;
    }
};

CellEncoder::CellEncoder(std::unique_ptr<Converter> converter) : m_converter{std::move(converter)} {}
CellEncoder::CellEncoder(CellEncoder&&) noexcept = default;
CellEncoder& CellEncoder::operator=(CellEncoder&&) noexcept = default;
CellEncoder::~CellEncoder() = default;

Result<CellEncoder> CellEncoder::create(std::string_view encoding)
{
    if (encoding == "UTF-8") { return CellEncoder{nullptr}; }
    if (encoding == "GB18030") {
        auto const handle = ::iconv_open("GB18030", "UTF-8");
        if (handle != reinterpret_cast<iconv_t>(-1)) { return CellEncoder{std::make_unique<Converter>(handle)}; }
        return fail(ErrorCode::Encoding, "this system's C library cannot write GB18030", "Install its character conversion modules, or use UTF-8.");
    }
    return fail(ErrorCode::Usage, "encoding " + std::string{encoding} + " is not offered: it is UTF-8 or GB18030",
                "GBK loses rare characters of place names without a word; GB18030 has all and is read by the same programs.");
}

std::size_t CellEncoder::size(std::string_view utf8) const
{
    bool const ascii = std::ranges::all_of(utf8, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    return m_converter == nullptr || ascii ? utf8.size() : m_converter->size(utf8);
}

std::string CellEncoder::fit(std::string_view utf8, std::size_t maxBytes) const
{
    // No character has more bytes in GB18030 than 4/2 of its bytes in UTF-8: most texts need no counting.
    if (utf8.size() * (m_converter == nullptr ? 1 : 2) <= maxBytes || size(utf8) <= maxBytes) { return std::string{utf8}; }
    auto const mark = size(ellipsis);
    if (maxBytes < mark) { return {}; }
    std::size_t used = 0;
    std::size_t end = 0;
    while (end < utf8.size()) {
        auto const next = lengthOf(utf8[end]);
        auto const bytes = size(utf8.substr(end, next));
        if (used + bytes + mark > maxBytes) { break; }
        used += bytes;
        end += next;
    }
    return std::string{utf8.substr(0, end)} + std::string{ellipsis};
}

namespace {

bool isControl(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

} // namespace

bool isOneLine(std::string_view text)
{
    return std::ranges::none_of(text, isControl);
}

std::string oneLine(std::string_view text)
{
    if (isOneLine(text)) { return std::string{text}; }
    std::string line;
    for (char const c : text) {
        if (c == '\n') { line += "；"; }
        else if (c != '\r') { line += isControl(c) ? ' ' : c; }
    }
    return line;
}

} // namespace zhengtu::exchange
