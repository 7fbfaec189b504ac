#include "exchange/csv.hpp"

#include <format>
#include <utility>

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

/// Counts rows and looks whether all have as many cells as the first; takes the text in pieces.
class CsvShape {
public:
    void add(std::string_view text)
    {
        for (char const c : text) {
            if (c == '"') { m_inside = !m_inside; } // a doubled quote leaves and comes back
            if (m_inside) { continue; }
            if (c == ',') { ++m_cells; }
            if (c != '\n') { continue; }
            if (m_rows++ == 0) { m_columns = m_cells; }
            m_even = m_even && m_cells == m_columns;
            m_cells = 1;
        }
    }
    [[nodiscard]] bool is(std::size_t rows) const noexcept { return m_even && !m_inside && m_rows == rows; }

private:
    std::size_t m_rows = 0, m_columns = 0, m_cells = 1;
    bool m_inside = false, m_even = true;
};

} // namespace

std::string csvLine(std::vector<std::string> const& cells)
{
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) { line += ','; }
        line += csvCell(cells[i]);
    }
    return line + "\r\n";
}

CsvFile::CsvFile(FileSet const& files, std::string name) : m_file{files, std::move(name)} { m_file.add("\xEF\xBB\xBF"); }

void CsvFile::add(std::vector<std::string> const& cells)
{
    m_file.add(csvLine(cells));
    ++m_rows;
}

Result<void> CsvFile::finish()
{
    CsvShape shape;
    if (auto const done = m_file.finish([&](std::string_view piece) { shape.add(piece); }); !done) { return done; }
    if (!shape.is(m_rows)) { return fail(ErrorCode::Internal, m_file.name() + " does not read back as what it should hold"); }
    return {};
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
