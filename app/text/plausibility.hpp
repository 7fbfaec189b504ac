#pragma once

#include <cstddef>
#include <string_view>

namespace zhengtu::text {

/// How much a decoded text looks like Chinese (or plain Latin) prose: what tells a right decoding from a wrong one.
struct Plausibility {
    std::size_t han = 0;         ///< Chinese characters
    std::size_t common = 0;      ///< of these, the hundred or so that make up a quarter of any Chinese text
    std::size_t latinExtended = 0; ///< À-ÿ, U+0080-U+009F: what UTF-8 or GBK bytes look like when read as Latin-1
    std::size_t replaced = 0;    ///< U+FFFD, private use, noncharacters, unassigned planes
    std::size_t lost = 0;        ///< rows of two question marks or more: what a program leaves that cannot write a character
    std::size_t control = 0;     ///< C0 characters that no text has
    std::size_t total = 0;       ///< characters that are not white space

    [[nodiscard]] bool binary() const noexcept { return control * 200 > total; }
    [[nodiscard]] bool mojibake() const noexcept;
    [[nodiscard]] double score() const noexcept; ///< higher is likelier; for comparing decodings of the same bytes
};

/// Looks at no more than the first 200,000 characters.
[[nodiscard]] Plausibility plausibility(std::u32string_view text) noexcept;

} // namespace zhengtu::text
