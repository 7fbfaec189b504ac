#include "text/pdf_print.hpp"

#include "text/characters.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

namespace zhengtu::text {

namespace {

using View = std::u32string_view;

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
            m_pages.push_back({row.width, row.height, {}});
            m_flow = 0;
        } else if (row.level == lineLevel) {
            endLine();
            m_newFlow = row.flow != m_flow;
            m_flow = row.flow;
        } else if (row.level == wordLevel && !m_pages.empty()) {
            if (m_words.empty()) { m_top = row.top; }
            m_height = row.height;
            m_words.push_back({row.left, row.left + row.width, std::u32string{row.text}});
        }
    }

    void endLine()
    {
        if (m_words.empty()) { return; }
        auto line = lineOf(std::move(m_words), m_top, m_height);
        line.newFlow = m_newFlow;
        m_pages.back().lines.push_back(std::move(line));
        m_words = {};
    }

    std::vector<PrintedPage> m_pages;
    std::vector<PrintedWord> m_words;
    double m_flow = 0, m_top = 0, m_height = 0;
    bool m_newFlow = false;
};

/// As wide as high: a Han character or a mark between them.
bool isWide(char32_t c) noexcept { return isHan(c) || (c >= 0x3001 && c <= 0x3011) || (c >= 0xFF01 && c <= 0xFF1F); }

} // namespace

PrintedLine lineOf(std::vector<PrintedWord> words, double top, double height)
{
    PrintedLine line;
    line.top = top;
    line.height = height;
    for (auto const& word : words) {
        if (line.text.empty()) {
            line.left = word.left;
        } else if (word.left - line.right > height * 0.07) {
            line.text.push_back(U' ');
        }
        line.text += word.text;
        line.right = word.right;
        if (word.text.size() >= 2 && std::all_of(word.text.begin(), word.text.end(), isWide)) {
            line.em = std::max(line.em, (word.right - word.left) / static_cast<double>(word.text.size()));
        }
    }
    // A line box of a Chinese font is higher than its characters by a quarter to a half.
    if (line.em == 0) { line.em = height / 1.4; }
    line.words = std::move(words);
    return line;
}

std::vector<PrintedPage> pagesOfTsv(View tsv) { return TsvReader{}.run(tsv); }

} // namespace zhengtu::text
