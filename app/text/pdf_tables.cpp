#include "text/pdf_tables.hpp"

#include "text/characters.hpp"
#include "text/layout.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <limits>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

namespace zhengtu::text {

namespace {

constexpr double sameLine = 3; ///< points

bool stands(double a, double b) noexcept { return std::abs(a - b) <= sameLine; }

struct Cell {
    double left = 0, right = 0, top = 0, bottom = 0;
    std::vector<PrintedLine> lines;

    [[nodiscard]] bool isAt(Cell const& other) const noexcept
    {
        return stands(left, other.left) && stands(right, other.right) && stands(top, other.top) && stands(bottom, other.bottom);
    }
};

/// The place of the nearest rule that goes by (x, y) on either side, `along` it and `at` right angles to it.
std::optional<std::pair<double, double>> between(std::vector<Rule> const& rules, double along, double at)
{
    auto before = -1.0, behind = std::numeric_limits<double>::infinity();
    for (auto const& rule : rules) {
        if (along < rule.from - 1 || along > rule.to + 1) { continue; }
        if (rule.at <= at) { before = std::max(before, rule.at); }
        if (rule.at > at) { behind = std::min(behind, rule.at); }
    }
    if (before < 0 || !std::isfinite(behind)) { return std::nullopt; }
    return std::pair{before, behind};
}

std::optional<Cell> cellOf(Rules const& rules, double x, double y)
{
    auto const wide = between(rules.down, y, x);
    auto const high = between(rules.across, x, y);
    if (!wide || !high) { return std::nullopt; }
    return Cell{wide->first, wide->second, high->first, high->second, {}};
}

/// Puts each word of a line into its cell; returns what stands in none.
std::vector<PrintedWord> distribute(PrintedLine const& line, Rules const& rules, std::vector<Cell>& cells)
{
    std::vector<PrintedWord> outside;
    for (auto const& word : line.words) {
        auto found = cellOf(rules, (word.left + word.right) / 2, line.top + line.height / 2);
        if (!found || word.left < found->left - line.em / 2 || word.right > found->right + line.em / 2) { // the strokes of 国 are a box, too
            outside.push_back(word);
            continue;
        }
        auto cell = std::find_if(cells.rbegin(), cells.rend(), [&](Cell const& known) { return known.isAt(*found); });
        if (cell == cells.rend()) {
            cells.push_back(std::move(*found));
            cell = cells.rbegin();
        }
        auto& lines = cell->lines;
        auto const same = std::find_if(lines.rbegin(), lines.rend(), [&](PrintedLine const& known) { return std::abs(known.top - line.top) < line.height / 2; });
        auto words = same == lines.rend() ? std::vector<PrintedWord>{} : std::move(same->words);
        auto const place = std::upper_bound(words.begin(), words.end(), word.left, [](double left, PrintedWord const& other) { return left < other.left; });
        words.insert(place, word);
        auto whole = lineOf(std::move(words), line.top, line.height);
        if (same == lines.rend()) {
            lines.push_back(std::move(whole));
        } else {
            *same = std::move(whole);
        }
    }
    return outside;
}

/// The width that lines of a column of cells may have.
double roomOf(Cell const& cell, std::map<std::pair<int, int>, double> const& widest)
{
    auto const width = cell.right - cell.left;
    auto const known = widest.find({static_cast<int>(std::lround(cell.left)), static_cast<int>(std::lround(cell.right))});
    auto const em = cell.lines.front().em;
    return known != widest.end() && known->second >= width - 3 * em ? known->second : width - 1.2 * em;
}

/// An indent, and not a line that is set in the middle.
bool isIndentedLine(PrintedLine const& line, double left, double right) noexcept
{
    auto const indent = (line.left - left) / line.em;
    return indent >= 1.5 && indent <= 2.6 && std::abs((line.left - left) - (right - line.right)) > line.em;
}

/// The paragraphs of a cell, a line each.
std::u32string cellText(Cell& cell, double room)
{
    std::stable_sort(cell.lines.begin(), cell.lines.end(), [](auto const& a, auto const& b) { return a.top < b.top; });
    auto left = cell.right, right = cell.left;
    for (auto const& line : cell.lines) {
        left = std::min(left, line.left);
        right = std::max(right, line.right);
    }
    std::u32string text;
    PrintedLine const* before = nullptr;
    for (auto const& line : cell.lines) {
        if (before != nullptr) {
            bool const full = before->right - before->left + firstWordWidth(line) > room - lineSlack(*before) * line.em;
            if (!full || isIndentedLine(line, left, right) || beginsSomething(fold(line.text).text)) {
                text.push_back(U'\n');
            } else if (isAsciiLetter(text.back()) && isAsciiLetter(line.text.front())) {
                text.push_back(U' ');
            }
        }
        text += line.text;
        before = &line;
    }
    return text;
}

/// Tables are parted where nothing stands between two rows. [begin, end) of cells that are sorted by their tops.
std::vector<std::pair<std::size_t, std::size_t>> tablesOf(std::vector<Cell> const& cells)
{
    std::vector<std::pair<std::size_t, std::size_t>> tables;
    double bottom = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (tables.empty() || cells[i].top > bottom + sameLine) { tables.emplace_back(i, i); }
        tables.back().second = i + 1;
        bottom = std::max(bottom, cells[i].bottom);
    }
    return tables;
}

/// The cells at the end, or at the beginning, of a page: a table, or the part of one that stands on it.
std::pair<std::size_t, std::size_t> tableAt(PrintedPage const& page, bool end)
{
    auto const& lines = page.lines;
    if (lines.empty() || !(end ? lines.back() : lines.front()).cell) { return {0, 0}; }
    auto const table = (end ? lines.back() : lines.front()).table;
    auto const is = [&](PrintedLine const& line) { return line.cell && line.table == table; };
    if (!end) { return {0, static_cast<std::size_t>(std::find_if_not(lines.begin(), lines.end(), is) - lines.begin())}; }
    return {static_cast<std::size_t>(std::find_if_not(lines.rbegin(), lines.rend(), is).base() - lines.begin()), lines.size()};
}

using PrintedRow = std::vector<PrintedLine*>;

PrintedRow tableRow(std::vector<PrintedLine>& lines, std::size_t begin, std::size_t end, int row)
{
    PrintedRow cells;
    for (auto i = begin; i < end; ++i) {
        if (lines[i].row == row) { cells.push_back(&lines[i]); }
    }
    return cells;
}

bool isFinished(std::u32string const& text) noexcept { return text.size() < 12 || isTerminal(text.back()); }

std::vector<std::u32string> textsOf(PrintedRow const& row)
{
    std::vector<std::u32string> texts;
    for (auto const* cell : row) { texts.push_back(cell->text); }
    return texts;
}

PrintedLine* atLeft(PrintedRow const& row, double left)
{
    auto const at = std::find_if(row.begin(), row.end(), [&](PrintedLine const* other) { return stands(other->left, left); });
    return at == row.end() ? nullptr : *at;
}

/// Whether the first row on a page goes on with the last one before: its first cell is empty, where a row of its own has a number, and what
/// stands in the others goes on with sentences, or does not fill the row.
bool rowGoesOn(PrintedRow const& row, PrintedRow const& before, std::vector<double> const& lefts)
{
    if (row.empty() || before.empty() || stands(row.front()->left, lefts.front())) { return false; }
    bool open = row.size() + 1 < lefts.size();
    for (auto const* cell : row) {
        if (std::none_of(lefts.begin(), lefts.end(), [&](double left) { return stands(left, cell->left); })) { return false; }
        auto const* const above = atLeft(before, cell->left);
        open = open || (above != nullptr && !isFinished(above->text));
    }
    return open;
}

/// Joins the table that a page begins with to that which the page before ends with. True if nothing is left on the page by that.
bool joined(PrintedPage& page, PrintedPage& before, std::vector<std::u32string> const& head, std::vector<double> const& lefts)
{
    auto& lines = page.lines;
    auto [begin, end] = tableAt(page, false);
    auto const [lastBegin, lastEnd] = tableAt(before, true);
    if (end == begin || lastEnd == lastBegin || lefts.empty()) { return false; }
    auto const table = lines.front().table;
    auto first = lines.front().row;
    if (textsOf(tableRow(lines, begin, end, first)) == head) {
        std::erase_if(lines, [&](PrintedLine const& line) { return line.cell && line.table == table && line.row == first; });
        std::tie(begin, end) = tableAt(page, false);
        if (lines.empty()) { return true; }
        first = lines.front().row;
    }
    auto const row = tableRow(lines, begin, end, first);
    auto const last = tableRow(before.lines, lastBegin, lastEnd, before.lines.back().row);
    if (!rowGoesOn(row, last, lefts)) { return false; }
    std::vector<PrintedLine> whole; // cells of which nothing stood on the page before
    for (auto* cell : row) {
        if (auto* const above = atLeft(last, cell->left)) {
            bool const begins = isTerminal(above->text.back()) || beginsSomething(fold(cell->text).text);
            above->text += (begins ? U"\n" : U"") + cell->text;
        } else {
            whole.push_back(*cell);
            whole.back().table = last.front()->table;
            whole.back().row = last.front()->row;
        }
        cell->text.clear();
    }
    for (auto& cell : whole) {
        auto const at = std::find_if(before.lines.rbegin(), before.lines.rend(), [&](PrintedLine const& other) {
            return !other.cell || other.row != cell.row || other.left < cell.left;
        });
        before.lines.insert(at.base(), std::move(cell));
    }
    std::erase_if(lines, [](PrintedLine const& line) { return line.cell && line.text.empty(); });
    return lines.empty();
}

} // namespace

bool mayHaveTable(PrintedPage const& page)
{
    std::vector<PrintedLine const*> lines;
    for (auto const& line : page.lines) { lines.push_back(&line); }
    std::stable_sort(lines.begin(), lines.end(), [](auto const* a, auto const* b) { return a->top < b->top; });
    int beside = 0;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        auto const& a = *lines[i - 1];
        auto const& b = *lines[i];
        beside += b.top < a.top + a.height / 2 && (b.left >= a.right || a.left >= b.right) ? 1 : 0;
    }
    return beside >= 2;
}

void readTable(PrintedPage& page, Rules const& rules)
{
    if (rules.across.size() < 2 || rules.down.size() < 3) { return; }
    std::vector<Cell> cells;
    std::vector<PrintedLine> outside;
    for (auto const& line : page.lines) {
        auto words = distribute(line, rules, cells);
        if (words.size() == line.words.size()) {
            outside.push_back(line);
        } else if (!words.empty()) {
            outside.push_back(lineOf(std::move(words), line.top, line.height));
        }
    }
    std::stable_sort(cells.begin(), cells.end(), [](Cell const& a, Cell const& b) {
        return stands(a.top, b.top) ? a.left < b.left : a.top < b.top;
    });
    auto const tables = tablesOf(cells);
    auto const besides = [&](auto const& table) {
        for (auto i = table.first + 1; i < table.second; ++i) {
            if (stands(cells[i].top, cells[i - 1].top)) { return true; }
        }
        return false;
    };
    if (std::none_of(tables.begin(), tables.end(), besides)) { return; }
    std::map<std::pair<int, int>, double> widest;
    for (auto const& cell : cells) {
        auto& width = widest[{static_cast<int>(std::lround(cell.left)), static_cast<int>(std::lround(cell.right))}];
        for (auto const& line : cell.lines) { width = std::max(width, line.right - line.left); }
    }
    for (std::size_t t = 0; t < tables.size(); ++t) {
        auto const [begin, end] = tables[t];
        int row = 0;
        if (!besides(tables[t])) { // a frame
            for (auto i = begin; i < end; ++i) { std::move(cells[i].lines.begin(), cells[i].lines.end(), std::back_inserter(outside)); }
            continue;
        }
        for (auto i = begin; i < end; ++i) {
            auto& cell = cells[i];
            if (i > begin && !stands(cell.top, cells[i - 1].top)) { ++row; }
            auto const em = cell.lines.front().em;
            auto text = cellText(cell, roomOf(cell, widest));
            PrintedLine line{.left = cell.left, .right = cell.right, .top = cell.top, .height = cell.bottom - cell.top, .em = em, .words = {}, .text = std::move(text)};
            line.cell = true;
            line.row = row;
            line.table = static_cast<int>(t);
            outside.push_back(std::move(line));
        }
    }
    // What stands on a page with a table is read from the top to the bottom.
    std::stable_sort(outside.begin(), outside.end(), [](auto const& a, auto const& b) { return stands(a.top, b.top) ? a.left < b.left : a.top < b.top; });
    page.lines = std::move(outside);
}

void joinTables(std::vector<PrintedPage>& pages)
{
    PrintedPage* before = nullptr; // the last page with something on it
    std::vector<std::u32string> head; // of the table that it ends with
    std::vector<double> lefts;        // of the columns of that table
    for (auto& page : pages) {
        if (before != nullptr && joined(page, *before, head, lefts)) { continue; } // all that stood on it went to the row before
        before = &page;
        // A table that begins on this page has its head here; one that goes on has it from before.
        auto const [begin, end] = tableAt(page, true);
        if (begin == 0 && end > 0 && !head.empty()) { continue; }
        auto const first = end > begin ? tableRow(page.lines, begin, end, page.lines[begin].row) : PrintedRow{};
        head = textsOf(first);
        lefts.clear();
        for (auto const* cell : first) { lefts.push_back(cell->left); }
    }
}

} // namespace zhengtu::text
