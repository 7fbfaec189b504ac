#pragma once

#include "plan/pieces.hpp"
#include "plan/structure.hpp"
#include "text/document.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace zhengtu::plan {

/// A list of problems that was a table: its cells stand on lines of their own, below the names of its columns.
struct TableList {
    std::vector<Piece> pieces;
    Structure structure;
    std::size_t headBegin = 0; ///< where the names of the columns begin, in the normalised text
    std::size_t end = 0;       ///< behind the last row, where that is known; else 0
};

/// Finds such a table: three or more names of columns in a row, the first of them 序号, and rows that count from 1. A cell of
/// several lines is put together by what its column holds (dates, units, places, numbers, sentences). Rows without running numbers
/// are read where every cell fits its column.
[[nodiscard]] std::optional<TableList> findTable(text::NormalText const& normal, std::u32string_view source, Dictionary const& dictionary);

} // namespace zhengtu::plan
