#include "plan/tables.hpp"

#include "core/span.hpp"
#include "plan/cells.hpp"
#include "plan/label_roles.hpp"
#include "plan/table_pieces.hpp"
#include "text/characters.hpp"

#include <algorithm>
#include <array>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

constexpr std::size_t mostColumns = 40; ///< the time for a row grows with their square

class TableFinder {
public:
    TableFinder(text::NormalText const& normal, View source, Dictionary const& dictionary) : m_normal{normal}, m_text{normal.text}, m_source{source}, m_dictionary{dictionary} {}

    std::optional<TableList> run()
    {
        splitLines();
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            auto const length = headerAt(i);
            if (length < 3) {
                if (m_rows == 0 && bareRows(i)) {
                    m_rowPieces.list().headBegin = m_lines[i].begin;
                    m_rowPieces.list().structure.problemForm.reset();
                    return std::move(m_rowPieces.list());
                }
                continue;
            }
            auto const end = rows(i + length);
            if (m_rows > 0) {
                m_rowPieces.list().headBegin = m_lines[i].begin;
                m_rowPieces.list().structure.problemForm = text::NumberForm::ArabicDot;
                return std::move(m_rowPieces.list());
            }
            i = std::max(i, end - 1); // heads of which one repeats the other are looked at once
        }
        return std::nullopt;
    }

private:
    [[nodiscard]] View of(Span line) const noexcept { return m_text.substr(line.begin, line.size()); }

    void splitLines()
    {
        for (std::size_t begin = 0; begin < m_text.size();) {
            auto const end = std::min(m_text.find(U'\n', begin), m_text.size());
            if (end > begin) { m_lines.push_back({begin, end}); }
            begin = end + 1;
        }
    }

    /// The columns whose names stand on lines from `at` on; fills m_columns. 0 unless the first is the running number.
    std::size_t headerAt(std::size_t at)
    {
        if (of(m_lines[at]) != U"序号" && of(m_lines[at]) != U"编号") { return 0; }
        std::vector<Column> columns;
        auto i = at + 1;
        std::size_t known = 0;
        for (; i < m_lines.size() && columns.size() <= mostColumns && rowNumberAt(i) == 0; ++i) {
            auto const line = of(m_lines[i]);
            auto const word = m_dictionary.label(line);
            bool const label = word.has_value();
            if (!label && (line.size() > 14 || line.find_first_of(U"，。；") != View::npos)) { return 0; }
            known += label ? 1U : 0U; // a column of another name is kept apart and not read
            columns.push_back({line, label ? word->field : Field::Other});
        }
        if (columns.size() > mostColumns || known < 2 || known * 2 < columns.size()) { return 0; }
        taskAsProblem(columns);
        bool const named = std::any_of(columns.begin(), columns.end(), [](Column const& column) { return column.field == Field::Problem; });
        if (!named || columns.size() < 2) { return 0; }
        m_columns = withMeasures(std::move(columns));
        return i - at;
    }

    /// A table whose rows have no running numbers, with the names of its columns from line `at` on. Its rows are the lines of the source
    /// where cells have borders; else each begins with a code (受理编号), or all have as many cells as there are columns. False, and nothing
    /// read, where no such rows are found or a cell does not fit its column.
    bool bareRows(std::size_t at)
    {
        if (at < m_namesUntil || !m_dictionary.labels.contains(of(m_lines[at]))) { return false; }
        bool const borders = at + 1 < m_lines.size() && bordered(at + 1);
        std::vector<Column> columns;
        auto i = at;
        std::size_t known = 0;
        for (; i < m_lines.size() && columns.size() <= mostColumns && (i == at || !borders || bordered(i)); ++i) {
            auto const line = of(m_lines[i]);
            auto const word = m_dictionary.label(line);
            bool const label = word.has_value();
            if (!label && (line.size() > 14 || !(borders || namesColumn(line)))) { break; }
            known += label && word->field != Field::Other ? 1U : 0U;
            columns.push_back({line, label ? word->field : Field::Other});
        }
        auto const has = [&](auto const& wanted) { return std::any_of(columns.begin(), columns.end(), wanted); };
        bool const problem = has([](Column const& c) { return c.field == Field::Problem; });
        bool const answer = has([](Column const& c) { return c.field == Field::Measure || c.field == Field::Handling || isOutcomeField(c.field); });
        if (known < 3 || !problem || !answer || columns.size() > mostColumns) { return false; }
        m_columns = withMeasures(std::move(columns));
        std::vector<std::vector<Span>> found;
        for (std::size_t begin = i; begin < m_lines.size();) {
            if (of(m_lines[begin]) == m_columns.front().name) { // the names once more, at the top of a page
                auto next = begin;
                while (next < m_lines.size() && next - begin < m_columns.size() && of(m_lines[next]) == m_columns[next - begin].name) { ++next; }
                begin = std::max(next, begin + 1);
                m_namesUntil = begin;
                continue;
            }
            auto cells = borders ? borderedRow(begin) : plainRow(begin);
            if (cells.size() != m_columns.size() || !fit(cells)) { break; }
            begin = cells.back().end;
            found.push_back(std::move(cells));
        }
        if (found.size() < 2) { return false; }
        for (auto const& cells : found) {
            ++m_row;
            ++m_rows;
            m_rowPieces.row(m_columns, cells.front().begin, cells, columnsFrom(0), false);
        }
        return true;
    }

    /// 整改任务 beside 整改目标 and what came of it is what had to be put right, where no column names the problem.
    static void taskAsProblem(std::vector<Column>& columns)
    {
        auto const is = [](Field field) { return [field](Column const& c) { return c.field == field; }; };
        bool const outcome = std::any_of(columns.begin(), columns.end(), [](Column const& c) { return isOutcomeField(c.field); });
        if (!outcome || std::any_of(columns.begin(), columns.end(), is(Field::Problem))) { return; }
        auto const first = std::find_if(columns.begin(), columns.end(), is(Field::Measure));
        if (first != columns.end() && first->name.find(U"任务") != View::npos && std::find_if(columns.begin(), first, is(Field::Goal)) == first) { first->field = Field::Problem; }
    }

    /// 整改要求 is the column of measures where no other is.
    [[nodiscard]] static std::vector<Column> withMeasures(std::vector<Column> columns)
    {
        if (std::any_of(columns.begin(), columns.end(), [](Column const& c) { return c.field == Field::Measure || c.field == Field::Handling; })) { return columns; }
        for (auto& column : columns) {
            if (column.field == Field::Goal && demandsWork(column.name)) { column.field = Field::Measure; }
        }
        return columns;
    }

    /// A line that names a column, though the dictionary does not know it.
    [[nodiscard]] static bool namesColumn(View line) noexcept
    {
        static constexpr std::array<View, 9> ends{U"情况", U"单位", U"时间", U"时限", U"编号", U"领导", U"类型", U"区域", U"部门"};
        return line.find_first_of(U"，。；：、") == View::npos && std::any_of(ends.begin(), ends.end(), [&](View end) { return line.ends_with(end); });
    }

    /// A border of cells stands in the source between this line and the one before, and both are of one line there.
    [[nodiscard]] bool bordered(std::size_t i) const noexcept
    {
        auto const from = m_normal.origin[m_lines[i - 1].end - 1];
        auto const between = m_source.substr(from, m_normal.origin[m_lines[i].begin] - from);
        return between.find_first_of(U"|｜│\t") != View::npos && between.find(U'\n') == View::npos;
    }

    [[nodiscard]] std::vector<Span> borderedRow(std::size_t begin) const
    {
        std::vector<Span> cells{{begin, begin + 1}};
        for (auto i = begin + 1; i < m_lines.size() && bordered(i); ++i) { cells.push_back({i, i + 1}); }
        return cells;
    }

    /// So many cells as there are columns; the items of a list (1. 2. 3.) are lines of one cell.
    [[nodiscard]] std::vector<Span> plainRow(std::size_t begin) const
    {
        std::vector<Span> cells;
        for (auto i = begin; i < m_lines.size(); ++i) {
            auto const number = text::leadingNumber(of(m_lines[i]));
            auto const previous = cells.empty() ? std::nullopt : text::leadingNumber(of(m_lines[i - 1]));
            bool const next = number && previous && number->form == previous->form && number->value == previous->value + 1;
            if (next) { cells.back().end = i + 1; }
            else if (cells.size() == m_columns.size()) { break; }
            else { cells.push_back({i, i + 1}); }
        }
        return cells;
    }

    [[nodiscard]] bool fit(std::vector<Span> const& cells) const
    {
        for (std::size_t k = 0; k < cells.size(); ++k) {
            auto const text = m_text.substr(m_lines[cells[k].begin].begin, m_lines[cells[k].end - 1].end - m_lines[cells[k].begin].begin);
            if (fits(text, m_columns[k], m_dictionary) < 0) { return false; }
        }
        return true;
    }

    /// "3", "3." or "（三）" alone on its line; 0 if it is anything else.
    [[nodiscard]] int rowNumberAt(std::size_t i) const noexcept
    {
        auto const line = of(m_lines[i]);
        if (line.size() > 5) { return 0; }
        if (text::numeralLength(line) == line.size()) {
            if (auto const value = text::numeral(line)) { return *value; }
        }
        auto const number = text::leadingNumber(line);
        return number && number->length == line.size() ? number->value : 0;
    }

    /// Whether the row after the one from line `at` on begins at `line`. A number that is left out or printed twice begins a row, too, where
    /// the one before is complete and what stands behind it fits the first column.
    [[nodiscard]] bool nextRowAt(std::size_t line, std::size_t at) const
    {
        auto const value = rowNumberAt(line);
        if (value == m_row + 1) { return true; }
        bool const near = value > 0 && value >= m_row && value <= m_row + 3;
        return near && line - at > m_columns.size() && line + 1 < m_lines.size() && fits(of(m_lines[line + 1]), m_columns.front(), m_dictionary) >= 2;
    }

    /// Reads the rows from line `at` on; gives the line behind them.
    std::size_t rows(std::size_t at)
    {
        while (at < m_lines.size()) {
            if (auto const again = repeatedHeader(at); again > 0) {
                at += again;
                continue;
            }
            auto const number = rowNumberAt(at);
            bool const first = m_rows == 0; // an extract may begin behind other rows
            if (number == 0 || (!first && (number < m_row || number > m_row + 3))) { break; }
            m_row = number;
            ++m_rows;
            auto end = at + 1;
            while (end < m_lines.size() && !nextRowAt(end, at) && repeatedHeader(end) == 0) { ++end; }
            if (end == m_lines.size()) { end = lastRowEnd(at, end); }
            row(at, end);
            at = end;
            if (at > 0) { m_rowPieces.list().end = m_lines[at - 1].end; }
        }
        return at;
    }

    /// Where all rows before have just one line a cell, the last has so, too: what stands below it are signatures and remarks.
    [[nodiscard]] std::size_t lastRowEnd(std::size_t at, std::size_t end) const noexcept
    {
        auto const whole = at + 1 + m_columns.size();
        return m_rows > 2 && m_even && whole < end ? whole : end;
    }

    /// The names of the columns once more, at the top of a page.
    [[nodiscard]] std::size_t repeatedHeader(std::size_t at) const noexcept
    {
        if (of(m_lines[at]) != U"序号" && of(m_lines[at]) != U"编号") { return 0; }
        for (std::size_t k = 0; k < m_columns.size(); ++k) {
            if (at + k + 1 >= m_lines.size() || of(m_lines[at + k + 1]) != m_columns[k].name) { return 0; }
        }
        return m_columns.size() + 1;
    }

    /// Lines between which the source has no cell border are one cell.
    [[nodiscard]] bool sameCell(std::size_t i) const noexcept
    {
        auto const from = m_normal.origin[m_lines[i - 1].end - 1];
        auto const to = m_normal.origin[m_lines[i].begin];
        return m_source.substr(from, to - from).find_first_of(U"|｜│\t") == View::npos;
    }

    void row(std::size_t at, std::size_t end)
    {
        std::vector<Span> cells; // line numbers [begin, end)
        bool const borders = end - at > 2 && !sameCell(at + 1);
        for (auto i = at + 1; i < end; ++i) {
            if (borders && i > at + 1 && sameCell(i)) {
                cells.back().end = i + 1;
            } else {
                cells.push_back({i, i + 1});
            }
        }
        m_even = m_even && cells.size() == m_columns.size() && end - at == cells.size() + 1;
        std::vector<View> texts;
        for (auto const& cell : cells) { texts.push_back(m_text.substr(m_lines[cell.begin].begin, m_lines[cell.end - 1].end - m_lines[cell.begin].begin)); }
        std::vector<std::size_t> where;
        if (cells.size() == m_columns.size()) {
            for (std::size_t k = 0; k < cells.size(); ++k) { where.push_back(k); }
        } else if (auto const first = mergedFrom(texts)) { // the cells above were merged over several measures
            auto const block = m_columns.size() - *first;
            m_rowPieces.row(m_columns, at, {cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(m_columns.size())}, columnsFrom(0));
            for (auto next = m_columns.size(); next < cells.size(); next += block) {
                auto const from = cells.begin() + static_cast<std::ptrdiff_t>(next);
                m_rowPieces.fields(m_columns, {from, from + static_cast<std::ptrdiff_t>(block)}, columnsFrom(*first));
            }
            return;
        } else {
            where = assignCells(texts, m_columns, m_dictionary);
        }
        m_rowPieces.row(m_columns, at, cells, where);
    }

    /// A row whose problem (and goal) is printed once for several measures, each with its own units and deadline: the column that the
    /// repeated part begins with. Only where every cell fits its column.
    [[nodiscard]] std::optional<std::size_t> mergedFrom(std::vector<View> const& texts) const
    {
        auto const n = m_columns.size();
        auto const measure = static_cast<std::size_t>(std::find_if(m_columns.begin(), m_columns.end(), [](Column const& c) { return c.field == Field::Measure; }) - m_columns.begin());
        if (measure + 1 >= n || measure == 0 || texts.size() <= n || (texts.size() - n) % (n - measure) != 0) { return std::nullopt; }
        for (std::size_t k = 0; k < texts.size(); ++k) {
            auto const column = k < n ? k : measure + (k - n) % (n - measure);
            if (fits(texts[k], m_columns[column], m_dictionary) <= 0) { return std::nullopt; }
        }
        return measure;
    }

    [[nodiscard]] std::vector<std::size_t> columnsFrom(std::size_t first) const
    {
        std::vector<std::size_t> where;
        for (auto c = first; c < m_columns.size(); ++c) { where.push_back(c); }
        return where;
    }

    text::NormalText const& m_normal;
    View m_text, m_source;
    Dictionary const& m_dictionary;
    std::vector<Span> m_lines;
    std::vector<Column> m_columns;
    int m_row = 0;  ///< number of the row before
    int m_rows = 0; ///< how many were read
    bool m_even = true; ///< each of them has one line a cell
    std::size_t m_namesUntil = 0; ///< line; names of columns that were read as repeats of others are no new head, which keeps the time linear
    TablePieces m_rowPieces{m_text, m_lines};
};

} // namespace

std::optional<TableList> findTable(text::NormalText const& normal, View source, Dictionary const& dictionary)
{
    return TableFinder{normal, source, dictionary}.run();
}

} // namespace zhengtu::plan
