#include "text/plain_tables.hpp"

#include "text/characters.hpp"

#include <algorithm>

namespace zhengtu::text {

namespace {

using View = std::u32string_view;

/// How many words a line has where `width` blanks or more part them (a Chinese blank is as wide as two).
std::size_t wordsApart(View line, std::size_t width) noexcept
{
    std::size_t words = 0, gap = width;
    for (char32_t const c : line) {
        if (isBlank(c)) {
            gap += c == 0x3000 ? 2U : 1U;
        } else {
            words += gap >= width ? 1U : 0U;
            gap = 0;
        }
    }
    return words;
}

/// Fields between ASCII commas; one in double quotes may hold commas.
std::size_t fieldsOf(View line) noexcept
{
    std::size_t fields = 1;
    bool quoted = false;
    for (char32_t const c : line) {
        quoted = quoted != (c == U'"');
        fields += c == U',' && !quoted ? 1U : 0U;
    }
    return fields;
}

} // namespace

bool isCellRule(char32_t c) noexcept { return c == U'|' || c == U'｜' || c == U'│' || c == U'┃' || c == U'║' || c == U'¦'; }

CellBorder PlainTables::borderOf(View line) noexcept
{
    auto const first = line.find_first_not_of(U" \u00A0\u3000\uFEFF");
    if (first == View::npos) { return {}; }
    line.remove_prefix(first);
    bool const names = (line.starts_with(U"序号") || line.starts_with(U"编号")) && line.size() > 2 && (isBlank(line[2]) || line[2] == U',');
    if (names) { return head(line); }
    if (m_columns == 0) { return {}; }
    auto const number = static_cast<std::size_t>(std::find_if_not(line.begin(), line.end(), isDigit) - line.begin());
    if (number == 0 || number > 3 || number >= line.size()) { return {}; }
    if (m_commas) { return {0, line[number] == U',' && fieldsOf(line) == m_columns}; }
    if (!isBlank(line[number])) { return {}; }
    if (wordsApart(line, 2) >= std::min<std::size_t>(m_columns, 3)) { return {2, false}; }
    return {wordsApart(line, 1) == m_columns ? 1U : 0U, false};
}

CellBorder PlainTables::head(View line) noexcept
{
    constexpr std::size_t fewest = 3;
    m_columns = 0;
    m_commas = line[2] == U',';
    if (std::any_of(line.begin(), line.end(), isCellRule) || line.find_first_of(U"，。；：") != View::npos) { return {}; }
    if (m_commas) {
        auto const fields = fieldsOf(line);
        m_columns = fields > fewest ? fields : 0; // 序号,问题 is too little to tell
        return {0, m_columns > 0};
    }
    auto const wide = wordsApart(line, 2); // 序号    问 题 描 述    责 任 单 位
    m_columns = wide >= fewest ? wide : wordsApart(line, 1);
    if (m_columns < fewest) { m_columns = 0; }
    return {m_columns == 0 ? 0U : (wide >= fewest ? 2U : 1U), false};
}

} // namespace zhengtu::text
