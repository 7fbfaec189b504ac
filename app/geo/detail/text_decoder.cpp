#include "geo/detail/text_decoder.hpp"

#include "core/utf.hpp"

#include <algorithm>
#include <format>
#include <optional>
#include <string_view>
#include <utility>

namespace zhengtu::geo::detail {

Result<std::string> TextDecoder::decode(GdalLog& log, std::string const& bytes) const
{
    if (m_encoding == "UTF-8") { return bytes; }
    log.clear();
    std::unique_ptr<char, void (*)(void*)> const text{CPLRecode(bytes.c_str(), m_encoding.c_str(), CPL_ENC_UTF8), VSIFree};
    std::string decoded = text != nullptr ? text.get() : "";
    if (log.failed() || !log.warnings().empty() || (decoded.empty() && !bytes.empty()) || !isUtf8(decoded)) {
        return fail(ErrorCode::Encoding, "a text is neither UTF-8 nor " + m_encoding, "Say the encoding of the file.");
    }
    return decoded;
}

namespace {

/// UTF-16 by what Latin letters, digits, commas and line ends leave in it: a zero in every second byte of many, in one half only.
std::optional<bool> littleEndian(std::string_view bytes)
{
    auto const head = bytes.substr(0, 4096);
    std::size_t zeros[2] = {0, 0};
    for (std::size_t i = 0; i < head.size(); ++i) { zeros[i % 2] += head[i] == '\0' ? 1 : 0; }
    if (bytes.size() % 2 != 0 || std::max(zeros[0], zeros[1]) * 20 < head.size()) { return std::nullopt; }
    if (zeros[0] == 0) { return true; }
    return zeros[1] == 0 ? std::optional{false} : std::nullopt;
}

/// Characters of UTF-16; a half of a pair becomes the mark of a bad character.
std::string fromUtf16(std::string_view bytes, bool little)
{
    std::u32string text;
    auto const unit = [&](std::size_t i) {
        auto const low = static_cast<unsigned char>(bytes[little ? i : i + 1]), high = static_cast<unsigned char>(bytes[little ? i + 1 : i]);
        return static_cast<char32_t>(high << 8U | low);
    };
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        auto const first = unit(i);
        auto const second = first >= 0xD800 && first < 0xDC00 && i + 3 < bytes.size() ? unit(i + 2) : U'\0';
        bool const pair = second >= 0xDC00 && second < 0xE000;
        text.push_back(pair ? 0x10000 + ((first - 0xD800) << 10U) + (second - 0xDC00) : first);
        i += pair ? 2 : 0;
    }
    return toUtf8(text);
}

} // namespace

Result<DecodedText> decodedText(GdalLog& log, std::string bytes, std::string const& said)
{
    std::string_view const view{bytes};
    if (view.starts_with("\xEF\xBB\xBF")) {
        if (said.empty() && isUtf8(view)) { return DecodedText{bytes.substr(3), "UTF-8", "by its byte order mark"}; }
        bytes.erase(0, 3);
    } else if (view.starts_with("\xFF\xFE") || view.starts_with("\xFE\xFF")) {
        return DecodedText{fromUtf16(view.substr(2), view[0] == '\xFF'), "UTF-16", "by its byte order mark"};
    } else if (auto const little = littleEndian(view)) {
        return DecodedText{fromUtf16(view, *little), "UTF-16", "by its zero bytes"};
    }
    if (std::ranges::contains(bytes, '\0')) { return fail(ErrorCode::FileFormat, "the file is no text: it holds zero bytes"); }
    bool const utf8 = isUtf8(bytes);
    TextDecoder decoder{said};
    decoder.decide(utf8);
    DecodedText result{{}, decoder.encoding(), !said.empty() ? "as said" : utf8 ? "all texts are UTF-8" : "the texts are not UTF-8"};
    if (utf8 && decoder.encoding() == "UTF-8") {
        result.text = std::move(bytes);
        return result;
    }
    std::size_t line = 1;
    for (std::size_t begin = 0; begin < bytes.size(); ++line) { // a line end is no part of a longer character in any of these encodings
        auto const end = std::min(bytes.find('\n', begin), bytes.size() - 1) + 1;
        auto decoded = decoder.decode(log, bytes.substr(begin, end - begin));
        if (!decoded) { return std::unexpected{std::move(decoded.error()).at(std::format("line {}", line))}; }
        result.text += *decoded;
        begin = end;
    }
    log.clear();
    if (!isUtf8(result.text)) { return fail(ErrorCode::Encoding, "the text is not " + decoder.encoding(), "Say the encoding of the file."); }
    return result;
}

} // namespace zhengtu::geo::detail
