#pragma once

#include "core/span.hpp"
#include "plan/cells.hpp"
#include "plan/tables.hpp"

#include <string_view>
#include <vector>

namespace zhengtu::plan {

/// Turns the rows of a table into pieces with their roles. Cells are spans of lines, lines spans of the text. Private to app/plan.
class TablePieces {
public:
    TablePieces(std::u32string_view text, std::vector<Span> const& lines) : m_text{text}, m_lines{lines} {}

    /// The problem first, then the other fields in the order of the columns, measures before their units. `where`: the column of each cell;
    /// `at`: the line with the number of the row, where it is `numbered`.
    void row(std::vector<Column> const& columns, std::size_t at, std::vector<Span> const& cells, std::vector<std::size_t> const& where, bool numbered = true);

    /// One more measure of the row with what hangs on it.
    void fields(std::vector<Column> const& columns, std::vector<Span> const& cells, std::vector<std::size_t> const& where);

    [[nodiscard]] TableList& list() noexcept { return m_list; }

private:
    [[nodiscard]] std::u32string_view of(Span line) const noexcept { return m_text.substr(line.begin, line.size()); }
    [[nodiscard]] text::Number rowNumber(Span line) const noexcept;
    void line(Span cell, Column const& column, bool first, bool opens, Span number);
    [[nodiscard]] std::size_t nextItem(Span line, text::Number const& item) const noexcept;
    void put(Piece piece, Role role);

    std::u32string_view m_text;
    std::vector<Span> const& m_lines;
    TableList m_list;
};

} // namespace zhengtu::plan
