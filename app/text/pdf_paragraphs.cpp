#include "text/pdf_print.hpp"

#include "text/characters.hpp"
#include "text/layout.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <map>
#include <string_view>

namespace zhengtu::text {

namespace {

using View = std::u32string_view;
using Pages = std::vector<PrintedPage>;

constexpr double wideEnough = 8; ///< in Han characters: a column of numbers is narrower, a column of text is not
constexpr double samePlace = 2;  ///< points
constexpr double slack = 0.5;    ///< characters: what the left ends of lines are not known better than

/// Where several wide lines begin: the margins of the columns of text. In points.
std::vector<double> margins(std::vector<double> lefts)
{
    std::vector<double> found;
    std::sort(lefts.begin(), lefts.end());
    for (std::size_t i = 0; i < lefts.size();) {
        auto j = i;
        while (j < lefts.size() && lefts[j] - lefts[i] <= samePlace) { ++j; }
        if (j - i >= 2) { found.push_back(lefts[i]); }
        i = j;
    }
    return found;
}

std::vector<double> wideLefts(PrintedPage const& page)
{
    std::vector<double> lefts;
    for (auto const& line : page.lines) {
        if (!line.cell && line.width() >= wideEnough) { lefts.push_back(line.left); }
    }
    return lefts;
}

bool isIndentedFrom(PrintedLine const& line, std::vector<double> const& from) noexcept
{
    return std::any_of(from.begin(), from.end(), [&](double margin) {
        auto const indent = (line.left - margin) / line.em;
        return indent >= 1.5 && indent <= 2.6;
    });
}

/// The least step from line to line that many lines of the document have, in tenths of a character; 0 if there is none. The most
/// frequent would be the step from paragraph to paragraph where these are short.
int usualStep(Pages const& pages)
{
    std::map<int, std::size_t> steps;
    std::size_t all = 0;
    for (auto const& page : pages) {
        for (std::size_t i = 1; i < page.lines.size(); ++i) {
            if (page.lines[i].cell || page.lines[i - 1].cell) { continue; }
            auto const step = (page.lines[i].top - page.lines[i - 1].top) / page.lines[i].em;
            if (step <= 0.9 || step >= 6) { continue; }
            ++steps[static_cast<int>(std::lround(step * 10))];
            ++all;
        }
    }
    for (auto at = steps.begin(); at != steps.end(); ++at) {
        auto const next = std::next(at);
        bool const same = next != steps.end() && next->first == at->first + 1; // but for rounding
        auto const lines = at->second + (same ? next->second : 0);
        if (lines * 16 >= all) { return same && next->second > at->second ? next->first : at->first; }
    }
    return 0;
}

/// Marks the beginnings; returns whether indents tell them.
bool markBeginnings(Pages& pages, int usual)
{
    std::vector<double> all;
    for (auto const& page : pages) {
        auto const lefts = wideLefts(page);
        all.insert(all.end(), lefts.begin(), lefts.end());
    }
    auto const everywhere = margins(all);
    std::size_t indented = 0, lines = 0;
    for (auto& page : pages) {
        auto const here = margins(wideLefts(page));
        for (auto& line : page.lines) {
            if (line.cell) { continue; }
            line.begins = isIndentedFrom(line, here.empty() ? everywhere : here);
            indented += line.begins ? 1U : 0U;
            ++lines;
        }
    }
    if (indented * 20 >= lines) { return true; }
    // No indents: then a greater distance parts the paragraphs, if anything does.
    for (auto& page : pages) {
        for (std::size_t i = 1; i < page.lines.size() && usual > 0; ++i) {
            auto& line = page.lines[i];
            auto const& before = page.lines[i - 1];
            auto const step = (line.top - before.top) / line.em * 10;
            line.begins = !line.cell && (line.begins || (step > usual * 1.2 && step < 100 && std::abs(line.left - before.left) < line.em));
        }
    }
    return false;
}

/// Where the lines that begin near a place end: the right margin of their column. In points.
class RightMargins {
public:
    void add(PrintedLine const& line)
    {
        // Marks may hang over the margin.
        if (line.cell || line.width() < wideEnough || isTerminal(line.text.back()) || View{U"，、。”）》"}.find(line.text.back()) != View::npos) { return; }
        auto& [right, lines] = m_ends[key(line.left)];
        right = std::max(right, line.right);
        ++lines;
    }

    /// 0 if too few lines tell.
    [[nodiscard]] double of(PrintedLine const& line) const
    {
        double right = 0;
        std::size_t lines = 0;
        auto const reach = line.em * 3;
        for (auto at = m_ends.lower_bound(key(line.left - reach)); at != m_ends.end() && at->first <= key(line.left + reach); ++at) {
            right = std::max(right, at->second.first);
            lines += at->second.second;
        }
        return lines >= 3 ? right : 0;
    }

private:
    static int key(double left) noexcept { return static_cast<int>(std::lround(left)); }
    std::map<int, std::pair<double, std::size_t>> m_ends;
};

/// Whether `line` goes on with `before`, whose column ends at `right`.
bool goesOn(PrintedLine const& before, PrintedLine const& line, double right, bool indents, int usual)
{
    if (before.cell || line.cell || line.begins || right == 0) { return false; }
    if (std::abs(before.height - line.height) > 0.25 * std::max(before.height, line.height)) { return false; } // a heading
    if (before.right + firstWordWidth(line) < right - lineSlack(before) * line.em) { return false; }
    bool const below = line.top > before.top && std::abs(line.left - before.left) < 3 * line.em;
    if (below && usual > 0 && (line.top - before.top) / line.em * 10 > usual * 1.5) { return false; }
    if (below && line.left > before.left + slack * line.em) { return false; }
    return indents || !beginsSomething(fold(line.text).text);
}

} // namespace

double firstWordWidth(PrintedLine const& line) noexcept
{
    auto const& text = line.text;
    std::size_t n = 0;
    if (text.front() < 0x80) {
        while (n < text.size() && text[n] > U' ' && text[n] < 0x80) { ++n; }
        return static_cast<double>(n) * line.em / 2;
    }
    while (n + 1 < text.size() && n < 3 && View{U"（《“‘〔【"}.find(text[n]) != View::npos) { ++n; }
    ++n;
    while (n < text.size() && n < 5 && View{U"，。；：、？！）》”’〕】%"}.find(text[n]) != View::npos) { ++n; }
    return static_cast<double>(n) * line.em;
}

double lineSlack(PrintedLine const& line) noexcept { return isTerminal(line.text.back()) ? 0.5 : 1.6; }

void markParagraphs(Pages& pages)
{
    auto const usual = usualStep(pages);
    bool const indents = markBeginnings(pages, usual);
    RightMargins everywhere;
    for (auto const& page : pages) {
        for (auto const& line : page.lines) { everywhere.add(line); }
    }
    PrintedLine const* before = nullptr;
    double right = 0; // of the column that `before` stands in
    for (auto& page : pages) {
        RightMargins here;
        for (auto const& line : page.lines) { here.add(line); }
        for (auto& line : page.lines) {
            line.follows = before != nullptr && goesOn(*before, line, right, indents, usual);
            before = &line;
            right = here.of(line);
            if (right == 0) { right = everywhere.of(line); }
        }
    }
}

} // namespace zhengtu::text
