#pragma once

#include "core/error.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Text of rows and cells (CSV, TSV). Own code and not GDAL's, which takes the number of columns from the first line, so that a title above the
/// header cuts all rows, drops the cells that a row has too many, and takes no UTF-16. Not for use outside app/geo.
namespace zhengtu::geo::detail {

struct DelimitedText {
    struct Record {
        std::size_t line = 0; ///< its first, counted from 1
        std::vector<std::string> cells;
    };
    std::vector<Record> records; ///< without blank lines
    char separator = ',';        ///< , ; tab or |, whichever gives most lines the same number of cells
};

/// Cells in quotation marks may hold separators, line ends and doubled marks (RFC 4180); a mark inside an unquoted cell is a character. Lines end
/// with LF, CRLF or CR. FileFormat, with the line, for a quotation that is never closed.
[[nodiscard]] Result<DelimitedText> delimited(std::string_view utf8);

} // namespace zhengtu::geo::detail
