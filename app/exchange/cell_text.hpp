#pragma once

#include "core/error.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace zhengtu::exchange {

[[nodiscard]] bool isSound(std::string_view text); ///< UTF-8 without NUL
/// Replaces bytes that are not UTF-8 by U+FFFD and takes NUL out; returns how many characters that cost.
std::size_t makeSound(std::string& text);

/// Counts and cuts texts in the bytes of an encoding.
class CellEncoder {
public:
    /// "UTF-8" or "GB18030" (which has every character; GBK has not and is refused). Error: Usage.
    [[nodiscard]] static Result<CellEncoder> create(std::string_view encoding);
    CellEncoder(CellEncoder&&) noexcept;
    CellEncoder& operator=(CellEncoder&&) noexcept;
    ~CellEncoder();

    [[nodiscard]] std::size_t size(std::string_view utf8) const; ///< bytes in the encoding
    /// The text if it fits; else as many whole characters as leave room for the "…" after them.
    [[nodiscard]] std::string fit(std::string_view utf8, std::size_t maxBytes) const;

private:
    struct Converter;
    explicit CellEncoder(std::unique_ptr<Converter> converter);
    std::unique_ptr<Converter> m_converter; ///< null: UTF-8
};

[[nodiscard]] bool isOneLine(std::string_view text); ///< no line end or other control character
/// A text on one line: line ends become "；", other control characters spaces. DBF readers break on them.
[[nodiscard]] std::string oneLine(std::string_view text);

} // namespace zhengtu::exchange
