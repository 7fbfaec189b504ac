#include "text/pdf_lines.hpp"

#include "text/characters.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <map>
#include <optional>

namespace zhengtu::text {

namespace {

using View = std::u32string_view;

constexpr double wideEnough = 8; ///< in Han characters: a column of numbers is narrower, a column of text is not

/// All lengths in points, as pdftotext gives them.
struct PrintedLine {
    double left = 0, right = 0, top = 0;
    double em = 0; ///< the width of a Han character
    std::u32string text;
    bool newFlow = false;
    bool begins = false; ///< a paragraph

    [[nodiscard]] double width() const noexcept { return em > 0 ? (right - left) / em : 0; }
};
using PrintedPage = std::vector<PrintedLine>;

std::optional<double> number(View field)
{
    bool const negative = field.starts_with(U'-');
    if (negative) { field.remove_prefix(1); }
    if (field.empty() || field.size() > 15) { return std::nullopt; }
    double value = 0, unit = 0;
    for (char32_t const c : field) {
        if (c == U'.' && unit == 0) {
            unit = 1;
        } else if (isDigit(c)) {
            value = value * 10 + static_cast<double>(c - U'0');
            unit *= 10;
        } else {
            return std::nullopt;
        }
    }
    return (negative ? -1 : 1) * value / std::max(unit, 1.0);
}

/// level page flow block line word left top width height confidence text
constexpr std::size_t columns = 12;
enum Column : std::size_t { levelColumn = 0, flowColumn = 2, leftColumn = 6, topColumn = 7, widthColumn = 8, heightColumn = 9, textColumn = 11 };

struct Row {
    int level = 0;
    double flow = 0, left = 0, top = 0, width = 0, height = 0;
    View text;
};

std::optional<Row> rowOf(View line)
{
    std::array<View, columns> fields;
    for (std::size_t i = 0; i + 1 < columns; ++i) {
        auto const tab = line.find(U'\t');
        if (tab == View::npos) { return std::nullopt; }
        fields[i] = line.substr(0, tab);
        line.remove_prefix(tab + 1);
    }
    fields[textColumn] = line;
    auto const level = number(fields[levelColumn]), flow = number(fields[flowColumn]), left = number(fields[leftColumn]), top = number(fields[topColumn]),
               width = number(fields[widthColumn]), height = number(fields[heightColumn]);
    if (!level || !flow || !left || !top || !width || !height) { return std::nullopt; }
    return Row{static_cast<int>(*level), *flow, *left, *top, *width, *height, fields[textColumn]};
}

class TsvReader {
public:
    std::vector<PrintedPage> run(View tsv)
    {
        for (std::size_t begin = 0; begin < tsv.size();) {
            auto const end = std::min(tsv.find(U'\n', begin), tsv.size());
            if (auto const row = rowOf(tsv.substr(begin, end - begin))) { take(*row); }
            begin = end + 1;
        }
        endLine();
        return std::move(m_pages);
    }

private:
    enum Level { pageLevel = 1, lineLevel = 4, wordLevel = 5 };

    void take(Row const& row)
    {
        if (row.level == pageLevel) {
            endLine();
            m_pages.emplace_back();
            m_flow = 0;
        } else if (row.level == lineLevel) {
            endLine();
            m_newFlow = row.flow != m_flow;
            m_flow = row.flow;
        } else if (row.level == wordLevel && !m_pages.empty()) {
            word(row);
        }
    }

    void word(Row const& row)
    {
        if (m_line.text.empty()) {
            m_line.left = row.left;
            m_line.top = row.top;
        } else if (row.left - m_line.right > row.height * 0.07) {
            m_line.text.push_back(U' ');
        }
        m_line.text += row.text;
        m_line.right = row.left + row.width;
        if (row.text.size() >= 2 && std::all_of(row.text.begin(), row.text.end(), isHan)) {
            m_line.em = std::max(m_line.em, row.width / static_cast<double>(row.text.size()));
        }
        m_height = row.height;
    }

    void endLine()
    {
        if (!m_line.text.empty()) {
            // A line box of a Chinese font is higher than its characters by a quarter to a half.
            if (m_line.em == 0) { m_line.em = m_height / 1.4; }
            m_line.newFlow = m_newFlow;
            m_pages.back().push_back(std::move(m_line));
        }
        m_line = {};
    }

    std::vector<PrintedPage> m_pages;
    PrintedLine m_line;
    double m_flow = 0, m_height = 0;
    bool m_newFlow = false;
};

/// Where several wide lines begin: the margins of the columns of text. In points.
std::vector<double> margins(std::vector<double> lefts, double tolerance)
{
    std::vector<double> found;
    std::sort(lefts.begin(), lefts.end());
    for (std::size_t i = 0; i < lefts.size();) {
        auto j = i;
        while (j < lefts.size() && lefts[j] - lefts[i] <= tolerance) { ++j; }
        if (j - i >= 2) { found.push_back(lefts[i]); }
        i = j;
    }
    return found;
}

std::vector<double> wideLefts(PrintedPage const& page)
{
    std::vector<double> lefts;
    for (auto const& line : page) {
        if (line.width() >= wideEnough) { lefts.push_back(line.left); }
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

/// The step from line to line that is the most frequent in the document, in tenths of a character; 0 if there is none.
int usualStep(std::vector<PrintedPage> const& pages)
{
    std::map<int, std::size_t> steps;
    for (auto const& page : pages) {
        for (std::size_t i = 1; i < page.size(); ++i) {
            auto const step = (page[i].top - page[i - 1].top) / page[i].em;
            if (step > 0.9 && step < 6) { ++steps[static_cast<int>(std::lround(step * 10))]; }
        }
    }
    auto const most = std::max_element(steps.begin(), steps.end(), [](auto const& a, auto const& b) { return a.second < b.second; });
    return most == steps.end() ? 0 : most->first;
}

void markParagraphs(std::vector<PrintedPage>& pages)
{
    std::vector<double> all;
    for (auto const& page : pages) {
        auto const lefts = wideLefts(page);
        all.insert(all.end(), lefts.begin(), lefts.end());
    }
    constexpr double samePlace = 2; // points
    auto const everywhere = margins(all, samePlace);
    std::size_t indented = 0, lines = 0;
    for (auto& page : pages) {
        auto const here = margins(wideLefts(page), samePlace);
        for (auto& line : page) {
            line.begins = isIndentedFrom(line, here.empty() ? everywhere : here);
            indented += line.begins ? 1U : 0U;
            ++lines;
        }
    }
    if (indented * 20 >= lines) { return; }
    // No indents: then a greater distance parts the paragraphs, if anything does.
    auto const usual = usualStep(pages);
    for (auto& page : pages) {
        for (std::size_t i = 1; i < page.size() && usual > 0; ++i) {
            auto const step = (page[i].top - page[i - 1].top) / page[i].em * 10;
            page[i].begins = page[i].begins || (step > usual * 1.2 && step < 100 && std::abs(page[i].left - page[i - 1].left) < page[i].em);
        }
    }
}

} // namespace

std::vector<std::u32string> pagesOfTsv(View tsv)
{
    auto printed = TsvReader{}.run(tsv);
    markParagraphs(printed);
    std::vector<std::u32string> pages;
    pages.reserve(printed.size());
    for (auto const& page : printed) {
        std::u32string text;
        for (auto const& line : page) {
            if (line.newFlow && !text.empty()) { text.push_back(U'\n'); }
            if (line.begins) { text += U"　　"; }
            text += line.text;
            text.push_back(U'\n');
        }
        pages.push_back(std::move(text));
    }
    return pages;
}

} // namespace zhengtu::text
