#pragma once

#include "exchange/file_set.hpp"
#include "exchange/table.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace zhengtu::exchange {

/// One row by RFC 4180, its line ending CR LF included.
[[nodiscard]] std::string csvLine(std::vector<std::string> const& cells);

/// A CSV file of a set, with a byte order mark, so that Excel and LibreOffice take it for UTF-8.
class CsvFile {
public:
    CsvFile(FileSet const& files, std::string name);
    void add(std::vector<std::string> const& cells);
    [[nodiscard]] std::size_t rows() const noexcept { return m_rows; } ///< the header is one
    [[nodiscard]] std::string const& name() const noexcept { return m_file.name(); }
    /// Reads it back: as many rows must be there, of as many cells each. Errors: Storage, Internal.
    [[nodiscard]] Result<void> finish();

private:
    AsideFile m_file;
    std::size_t m_rows = 0;
};

/// A value as people and programs read it: "2018-06-30", "12.5", "" for null.
[[nodiscard]] std::string cellOf(geo::Cell const& value);

enum class Heading { Short, Chinese };
[[nodiscard]] std::vector<std::string> headings(Table const& table, Heading heading);
[[nodiscard]] std::vector<std::string> cells(Table const& table, std::size_t row);

/// Reads what CsvFile wrote, to verify it.
[[nodiscard]] std::vector<std::vector<std::string>> parseCsv(std::string_view text);

} // namespace zhengtu::exchange
