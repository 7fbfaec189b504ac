#include "plan/table_pieces.hpp"

#include "text/characters.hpp"
#include "text/numbering.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace zhengtu::plan {

void TablePieces::fields(std::vector<Column> const& columns, std::vector<Span> const& cells, std::vector<std::size_t> const& where)
{
    for (std::size_t k = 0; k < cells.size(); ++k) {
        for (auto i = cells[k].begin; i < cells[k].end; ++i) { line(m_lines[i], columns[where[k]], i == cells[k].begin, false, {}); }
    }
}

void TablePieces::row(std::vector<Column> const& columns, std::size_t at, std::vector<Span> const& cells, std::vector<std::size_t> const& where, bool numbered)
{
    auto const number = numbered ? m_lines[at] : Span{};
    auto const problem = std::find_if(columns.begin(), columns.end(), [](Column const& column) { return column.field == Field::Problem; }) - columns.begin();
    bool begun = false;
    auto const emitColumn = [&](std::size_t column) {
        bool first = true;
        for (std::size_t k = 0; k < cells.size(); ++k) {
            if (where[k] != column) { continue; }
            for (auto i = cells[k].begin; i < cells[k].end; ++i) {
                line(m_lines[i], columns[column], first, static_cast<std::size_t>(problem) == column && !begun, number);
                begun = begun || static_cast<std::size_t>(problem) == column;
                first = false;
            }
        }
    };
    emitColumn(static_cast<std::size_t>(problem));
    if (!begun && numbered) { put({.kind = PieceKind::Head, .begin = number.begin, .content = number.end, .end = number.end, .number = rowNumber(number)}, Role::Problem); }
    for (int const pass : {0, 1, 2}) { // goals, measures, then what hangs on them
        for (std::size_t c = 0; c < columns.size(); ++c) {
            auto const field = columns[c].field;
            int const turn = field == Field::Goal ? 0 : (field == Field::Measure ? 1 : 2);
            if (static_cast<std::ptrdiff_t>(c) != problem && turn == pass) { emitColumn(c); }
        }
    }
}

text::Number TablePieces::rowNumber(Span line) const noexcept
{
    auto const printed = of(line);
    auto const number = text::leadingNumber(printed); // 3. or （三）
    return {text::NumberForm::ArabicDot, text::numeral(printed).value_or(number ? number->value : 0), line.size()};
}

void TablePieces::line(Span cell, Column const& column, bool first, bool opens, Span number)
{
    auto const field = column.field;
    if (opens && number.empty()) {
        put({.kind = PieceKind::Text, .begin = cell.begin, .content = cell.begin, .end = cell.end}, Role::Problem);
        return;
    }
    if (opens) {
        // Number and problem may stand apart, with other cells between them: the piece reaches from one to the other.
        put({.kind = PieceKind::Head, .begin = number.begin, .content = cell.begin, .end = cell.end, .number = rowNumber(number)}, Role::Problem);
        return;
    }
    if (first) { put({.kind = PieceKind::Label, .begin = cell.begin, .content = cell.begin, .end = cell.begin, .field = field, .where = column.where()}, Role::Field); }
    bool const list = field == Field::Measure || field == Field::Goal;
    std::optional<text::Number> last;
    while (cell.begin < cell.end) { // 1.组织清运；2.设置警示牌
        auto item = list ? text::leadingNumber(of(cell)) : std::nullopt;
        if (list && !item && last) { // the decimal that a list goes on with
            auto const value = std::to_string(last->value + 1);
            if (last->form == text::NumberForm::ArabicDot && of(cell).starts_with(std::u32string{value.begin(), value.end()} + U".")) { item = text::Number{last->form, last->value + 1, value.size() + 1}; }
        }
        last = item;
        bool const numbered = item && item->form != text::NumberForm::Ordinal;
        auto const end = numbered ? nextItem(cell, *item) : cell.end;
        put({.kind = numbered ? PieceKind::Head : PieceKind::Text, .begin = cell.begin, .content = cell.begin + (numbered ? item->length : 0), .end = end,
             .number = numbered ? *item : text::Number{}},
            Role::Content);
        cell.begin = end;
    }
}

/// Where the next number of the list stands behind a full stop; the end of the line if nowhere.
std::size_t TablePieces::nextItem(Span line, text::Number const& item) const noexcept
{
    for (auto i = line.begin + item.length + 1; i < line.end; ++i) {
        if (!text::isTerminal(m_text[i - 1])) { continue; }
        auto const rest = m_text.substr(i, line.end - i);
        auto const value = std::to_string(item.value + 1);
        if (item.form == text::NumberForm::ArabicDot && rest.starts_with(std::u32string{value.begin(), value.end()} + U".")) { return i; } // 2.28家煤场…
        auto const next = text::leadingNumber(rest);
        if (next && next->form == item.form && next->value == item.value + 1) { return i; }
    }
    return line.end;
}

void TablePieces::put(Piece piece, Role role)
{
    m_list.pieces.push_back(piece);
    m_list.structure.roles.push_back(role);
}

} // namespace zhengtu::plan
