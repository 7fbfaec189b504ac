#include "exchange/csv.hpp"

#include <format>

namespace zhengtu::exchange {

namespace {

/// A cell that begins so is a formula to a spreadsheet: text from a document must never become one.
bool looksLikeFormula(std::string_view cell)
{
    if (cell.empty() || !std::string_view{"=+-@\t\r"}.contains(cell[0])) { return false; }
    return cell.find_first_not_of("+-.0123456789eE") != std::string_view::npos; // but -12.5 is a number
}

std::string csvCell(std::string_view cell)
{
    bool const formula = looksLikeFormula(cell);
    if (!formula && cell.find_first_of(",\"\r\n") == std::string_view::npos) { return std::string{cell}; }
    std::string const guarded = formula ? "'" + std::string{cell} : std::string{cell};
    if (guarded.find_first_of(",\"\r\n") == std::string::npos) { return guarded; }
    std::string text = "\"";
    for (char const c : guarded) { text += c == '"' ? "\"\"" : std::string(1, c); }
    return text + '"';
}

} // namespace

void CsvText::add(std::vector<std::string> const& cells)
{
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) { m_text += ','; }
        m_text += csvCell(cells[i]);
    }
    m_text += "\r\n";
    ++m_rows;
}

std::string cellOf(geo::Cell const& value)
{
    if (auto const* const text = std::get_if<std::string_view>(&value)) { return std::string{*text}; }
    if (auto const* const whole = std::get_if<std::int64_t>(&value)) { return std::to_string(*whole); }
    if (auto const* const real = std::get_if<double>(&value)) { return std::format("{}", *real); }
    return {};
}

std::vector<std::string> headings(Table const& table, Heading heading)
{
    std::vector<std::string> names;
    for (auto const& field : table.fields) { names.push_back(heading == Heading::Short ? field.shortName : field.title); }
    return names;
}

std::vector<std::string> cells(Table const& table, std::size_t row)
{
    std::vector<std::string> texts;
    std::string room;
    for (std::size_t i = 0; i < table.fields.size(); ++i) { texts.push_back(cellOf(table.cell(row, i, room))); }
    return texts;
}

bool readsBack(std::string_view text, std::size_t rows)
{
    std::size_t found = 0;
    std::size_t columns = 0;
    std::size_t cells = 1;
    bool inside = false; // a doubled quote leaves and comes back
    for (char const c : text) {
        if (c == '"') { inside = !inside; }
        if (inside) { continue; }
        if (c == ',') { ++cells; }
        if (c != '\n') { continue; }
        if (found++ == 0) { columns = cells; }
        if (cells != columns) { return false; }
        cells = 1;
    }
    return !inside && found == rows;
}

std::vector<std::vector<std::string>> parseCsv(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF")) { text.remove_prefix(3); }
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> row;
    std::string cell;
    bool inside = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char const c = text[i];
        if (inside) {
            if (c != '"') { cell += c; }
            else if (i + 1 < text.size() && text[i + 1] == '"') { cell += text[++i]; }
            else { inside = false; }
        } else if (c == '"') { inside = true; }
        else if (c == ',' || c == '\n') {
            row.push_back(std::exchange(cell, {}));
            if (c == '\n') { rows.push_back(std::exchange(row, {})); }
        } else if (c != '\r') { cell += c; }
    }
    return rows;
}

} // namespace zhengtu::exchange
