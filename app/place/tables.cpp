#include "place/tables.hpp"

#include "core/resources.hpp"

#include <algorithm>

namespace zhengtu::place {

Result<Table> Table::read(std::filesystem::path const& path)
{
    return readFile(path).transform([](std::string const& bytes) { return parse(bytes); });
}

Table Table::parse(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF")) { text.remove_prefix(3); }
    Table table;
    std::vector<std::string> row;
    std::string cell;
    bool quoted = false;
    auto const endCell = [&] {
        row.push_back(std::move(cell));
        cell.clear();
    };
    auto const endRow = [&] {
        endCell();
        bool const blank = row.size() == 1 && row.front().empty();
        if (!blank) { (table.m_header.empty() ? table.m_header : table.m_rows.emplace_back()) = std::move(row); }
        row.clear();
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto const c = text[i];
        if (quoted) {
            if (c != '"') {
                cell.push_back(c);
            } else if (i + 1 < text.size() && text[i + 1] == '"') {
                cell.push_back('"');
                ++i;
            } else {
                quoted = false;
            }
        } else if (c == '"') {
            quoted = true;
        } else if (c == ',') {
            endCell();
        } else if (c == '\n') {
            endRow();
        } else if (c != '\r') {
            cell.push_back(c);
        }
    }
    if (!cell.empty() || !row.empty()) { endRow(); }
    return table;
}

std::string_view Table::cell(std::size_t row, std::string_view column) const
{
    auto const at = std::find(m_header.begin(), m_header.end(), column);
    auto const index = static_cast<std::size_t>(at - m_header.begin());
    if (at == m_header.end() || index >= m_rows[row].size()) { return {}; }
    return m_rows[row][index];
}

std::vector<std::string> splitNames(std::string_view text)
{
    constexpr std::string_view wide = "；";
    std::vector<std::string> names;
    std::string name;
    auto const end = [&] {
        auto const first = name.find_first_not_of(' ');
        if (first != std::string::npos) { names.push_back(name.substr(first, name.find_last_not_of(' ') - first + 1)); }
        name.clear();
    };
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == ';') {
            end();
            ++i;
        } else if (text.substr(i).starts_with(wide)) {
            end();
            i += wide.size();
        } else {
            name.push_back(text[i++]);
        }
    }
    end();
    return names;
}

} // namespace zhengtu::place
