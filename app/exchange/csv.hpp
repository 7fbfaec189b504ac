#pragma once

#include "exchange/table.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace zhengtu::exchange {

/// RFC 4180 with a byte order mark, so that Excel and LibreOffice take it for UTF-8; lines end with CR LF.
class CsvText {
public:
    CsvText() : m_text{"\xEF\xBB\xBF"} {}
    void add(std::vector<std::string> const& cells);
    [[nodiscard]] std::string const& text() const noexcept { return m_text; }
    [[nodiscard]] std::size_t rows() const noexcept { return m_rows; } ///< the header is one

private:
    std::string m_text;
    std::size_t m_rows = 0;
};

/// A value as people and programs read it: "2018-06-30", "12.5", "" for null.
[[nodiscard]] std::string cellOf(geo::Cell const& value);

enum class Heading { Short, Chinese };
[[nodiscard]] std::vector<std::string> headings(Table const& table, Heading heading);
[[nodiscard]] std::vector<std::string> cells(Table const& table, std::size_t row);

/// Whether a text of CsvText reads back as so many rows of as many cells each.
[[nodiscard]] bool readsBack(std::string_view text, std::size_t rows);
/// Reads what CsvText wrote, to verify it.
[[nodiscard]] std::vector<std::vector<std::string>> parseCsv(std::string_view text);

} // namespace zhengtu::exchange
