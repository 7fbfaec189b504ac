#include "geo/detail/text_decoder.hpp"

#include "core/utf.hpp"

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

} // namespace zhengtu::geo::detail
