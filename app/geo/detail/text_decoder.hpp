#pragma once

#include "geo/detail/gdal.hpp"

#include <string>

namespace zhengtu::geo::detail {

/// Turns the bytes of a file that does not say its encoding into UTF-8.
class TextDecoder {
public:
    explicit TextDecoder(std::string encoding) : m_encoding{std::move(encoding)} {}

    /// UTF-8 if all is UTF-8, else GB18030, which every older encoding of mainland China is part of.
    void decide(bool allUtf8)
    {
        if (m_encoding.empty()) { m_encoding = allUtf8 ? "UTF-8" : "GB18030"; }
    }
    /// Encoding error when the bytes are not of the encoding decided upon.
    [[nodiscard]] Result<std::string> decode(GdalLog& log, std::string const& bytes) const;
    [[nodiscard]] std::string const& encoding() const noexcept { return m_encoding; }

private:
    std::string m_encoding;
};

/// A text file in UTF-8.
struct DecodedText {
    std::string text; ///< without byte order mark
    std::string encoding, reason; ///< what it was in, and how that is known
};

/// `said` empty: by its byte order mark, by the zero bytes of UTF-16, else UTF-8 if all is that, else GB18030. Encoding, with the line where one does not
/// fit; FileFormat where the bytes are no text.
[[nodiscard]] Result<DecodedText> decodedText(GdalLog& log, std::string bytes, std::string const& said);

} // namespace zhengtu::geo::detail
