#include "text/pdf_print.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace zhengtu::text {

namespace {

constexpr double narrowest = 8; ///< of a column of text, in characters: columns of numbers and labels are tables
constexpr std::size_t fewest = 5; ///< lines that a column needs
constexpr std::size_t mostColumns = 3;

/// The free stretch between two columns.
struct Gutter {
    double left = 0, right = 0;
};

/// Lines cut where the gap between two words is wider than any gap within a line.
std::vector<PrintedLine> cutAtGaps(std::vector<PrintedLine> const& lines)
{
    std::vector<PrintedLine> out;
    for (auto const& line : lines) {
        auto from = line.words.begin();
        for (auto word = from; word != line.words.end(); ++word) {
            if (word == from || word->left - std::prev(word)->right < line.em * 0.9) { continue; }
            out.push_back(lineOf({from, word}, line.top, line.height));
            from = word;
        }
        auto last = lineOf({from, line.words.end()}, line.top, line.height);
        last.newFlow = line.newFlow && from == line.words.begin();
        out.push_back(std::move(last));
    }
    return out;
}

/// Where lines of text end on the left and begin on the right of one stretch that hardly a line crosses.
std::vector<Gutter> guttersOf(std::vector<PrintedLine> const& lines)
{
    std::vector<double> begins;
    for (auto const& line : lines) {
        if (line.width() >= narrowest) { begins.push_back(line.left); }
    }
    std::sort(begins.begin(), begins.end());
    std::vector<Gutter> found;
    for (std::size_t i = 0; i < begins.size() && found.size() + 1 < mostColumns;) {
        auto j = i;
        while (j < begins.size() && begins[j] - begins[i] <= 2) { ++j; }
        auto const margin = begins[i];
        bool const many = j - i >= fewest;
        i = j;
        if (!many) { continue; }
        std::size_t left = 0, crossing = 0, right = 0;
        double end = 0;
        for (auto const& line : lines) {
            if (line.left < margin - 1 && line.right > margin - line.em * 0.5) {
                ++crossing;
            } else if (line.right <= margin && line.left >= (found.empty() ? 0 : found.back().right - 1)) {
                left += line.width() >= narrowest ? 1U : 0U;
                end = std::max(end, line.right);
            } else if (line.left >= margin - 1) {
                ++right;
            }
        }
        if (left >= fewest && crossing * 8 <= left + right) { found.push_back({end, margin}); }
    }
    return found;
}

/// Whether the columns of another page may be those of these lines: on its last page a document has few lines, but none stands across.
bool fit(std::vector<Gutter> const& gutters, std::vector<PrintedLine> const& lines)
{
    return std::none_of(lines.begin(), lines.end(), [&](PrintedLine const& line) {
        return std::any_of(gutters.begin(), gutters.end(), [&](Gutter const& gutter) { return line.left < gutter.right - 1 && line.right > gutter.right - line.em * 0.5; });
    });
}

std::vector<PrintedLine> byColumns(std::vector<PrintedLine> lines, std::vector<Gutter> const& gutters)
{
    std::stable_sort(lines.begin(), lines.end(), [](auto const& a, auto const& b) { return a.top < b.top; });
    std::vector<PrintedLine> ordered;
    std::vector<std::vector<PrintedLine>> columns(gutters.size() + 1);
    auto const flush = [&] {
        for (auto& column : columns) {
            if (!column.empty()) { column.front().newFlow = true; }
            std::move(column.begin(), column.end(), std::back_inserter(ordered));
            column.clear();
        }
    };
    for (auto& line : lines) {
        bool const over = std::any_of(gutters.begin(), gutters.end(), [&](Gutter const& gutter) { return line.left < gutter.left && line.right > gutter.right; });
        line.newFlow = over;
        if (over) {
            flush();
            ordered.push_back(std::move(line));
            continue;
        }
        auto const column = std::count_if(gutters.begin(), gutters.end(), [&](Gutter const& gutter) { return line.left >= (gutter.left + gutter.right) / 2; });
        columns[static_cast<std::size_t>(column)].push_back(std::move(line));
    }
    flush();
    return ordered;
}

} // namespace

void readColumns(std::vector<PrintedPage>& pages)
{
    std::vector<Gutter> before;
    for (auto& page : pages) {
        if (std::any_of(page.lines.begin(), page.lines.end(), [](PrintedLine const& line) { return line.cell; })) { continue; }
        auto lines = cutAtGaps(page.lines);
        auto gutters = guttersOf(lines);
        if (gutters.empty() && fit(before, lines)) { gutters = before; }
        before = gutters;
        if (!gutters.empty()) { page.lines = byColumns(std::move(lines), gutters); }
    }
}

} // namespace zhengtu::text
