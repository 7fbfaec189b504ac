#include "text/layout.hpp"

#include "text/characters.hpp"
#include "text/line_words.hpp"
#include "text/numbering.hpp"

#include <algorithm>
#include <cmath>

namespace zhengtu::text {

namespace {

using View = std::u32string_view;

View of(View folded, Line const& line) noexcept { return folded.substr(line.begin, line.end - line.begin); }

constexpr double paragraphIndent = 2; // in Han characters, as GB/T 9704 has it

/// How wide a stretch of the source prints, in Han characters.
double printedWidth(View source) noexcept
{
    std::size_t halves = 0;
    for (char32_t const c : source) { halves += c < 0x2000 ? 1U : 2U; }
    return static_cast<double>(halves) / 2;
}

/// The first line of a paragraph is shorter by its indent, and looks like a heading where it is numbered. What follows a heading is
/// indented, too, and so is never quite full; what goes on with a sentence is full, or ends it.
bool fillsIndentedLine(Line const& line, Line const& next, View text, LineStyle const& style) noexcept
{
    constexpr double indent = paragraphIndent, slack = 3;
    if (line.width < style.width - indent - slack || endsAsTitle(text)) { return false; }
    bool const nextIndented = next.width >= style.width - indent - slack && next.width <= style.width - indent;
    return !nextIndented || text.find(U'，') != View::npos;
}

/// The first line of a document is its title where it has no mark in it and a sentence begins on the next: 副市长调研…工作 / 10月18日，…
bool isTitleAboveText(Line const& line, View text, View next, LineStyle const& style) noexcept
{
    if (line.begin != 0 || text.size() > 45 || text.find_first_of(U"，。；：、") != View::npos) { return false; }
    if (endsAsTitle(text) && !next.starts_with(U'的') && next.ends_with(U'：')) { return true; } // 关于…的通知 / 各县人民政府：
    if (style.hardWrapped && line.width >= style.width - 3) { return false; }
    return next.size() >= text.size() && next.find(U'，') != View::npos && (next.find(U'。') != View::npos || next.ends_with(U'：'));
}

constexpr std::size_t shortestParagraph = 6;
constexpr std::size_t longEnough = 18; // shorter lines without an end are headings, cells and signatures

/// Two or more Han characters of blank stand between the beginning of the source line and `at`.
bool isIndented(View source, std::size_t at) noexcept
{
    double width = 0;
    for (; at > 0 && isBlank(source[at - 1]); --at) { width += printedWidth(source.substr(at - 1, 1)); }
    return width >= 1.5 && width <= 3 && (at == 0 || isLineEnd(source[at - 1]));
}

/// 责任单位　市住建局: a label that a blank of the source sets off from what it heads.
bool isSetOffLabel(Folded const& all, Line const& line, View source) noexcept
{
    for (std::size_t i = 3; i <= 8 && line.begin + i < line.end; ++i) {
        auto const at = all.origin[line.begin + i];
        if (at == 0 || !isBlank(source[at - 1])) { continue; }
        auto const word = View{all.text}.substr(line.begin, i);
        if (isLabelWord(word)) { return true; }
    }
    return false;
}

} // namespace

std::vector<Line> contentLines(Folded const& all, View source)
{
    View const folded = all.text;
    std::vector<Line> lines;
    bool blank = false, page = false;
    for (std::size_t begin = 0; begin < folded.size();) {
        auto end = begin;
        while (end < folded.size() && folded[end] != U'\n' && folded[end] != U'\f' && folded[end] != cellEnd) { ++end; }
        Line line{.begin = begin, .end = end, .endedBy = end < folded.size() ? folded[end] : U'\n', .blankBefore = blank, .pageBefore = page};
        auto const text = of(folded, line);
        if (text.empty() || isPageMark(text)) {
            blank = true;
            page = page || !text.empty() || line.endedBy == U'\f';
        } else {
            auto const from = all.origin[line.begin];
            line.setOffLabel = isSetOffLabel(all, line, source);
            line.indented = isIndented(source, from);
            line.width = printedWidth(source.substr(from, all.origin[line.end - 1] + std::size_t{1} - from));
            lines.push_back(line);
            blank = page = line.endedBy == U'\f';
        }
        begin = end + 1;
    }
    // A bare number that cuts a sentence in two is a page number without its dashes.
    std::vector<Line> kept;
    kept.reserve(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i > 0 && i + 1 < lines.size() && isBareNumber(of(folded, lines[i])) && lines[i].endedBy != cellEnd) {
            auto const before = of(folded, kept.empty() ? lines[i - 1] : kept.back());
            auto const after = of(folded, lines[i + 1]);
            bool const cut = before.size() >= longEnough && !endsSentence(before) && after.size() >= 4 && !isStart(after) && !isBareNumber(after);
            if (cut && (lines[i].blankBefore || lines[i + 1].blankBefore || endsOpen(before))) {
                lines[i + 1].blankBefore = lines[i + 1].pageBefore = true;
                continue;
            }
        }
        kept.push_back(lines[i]);
    }
    return kept;
}

namespace {

/// 序号, the names of three or more columns and the number of the first row, each on a line of its own.
bool hasTableHead(View folded, std::vector<Line> const& lines) noexcept
{
    for (std::size_t i = 0; i + 4 < lines.size(); ++i) {
        if (of(folded, lines[i]) != U"序号" && of(folded, lines[i]) != U"编号") { continue; }
        auto j = i + 1;
        while (j < lines.size() && j - i < 16 && lines[j].end - lines[j].begin <= 12 && !isBareNumber(of(folded, lines[j]))) { ++j; }
        if (j - i > 3 && j < lines.size() && of(folded, lines[j]) == U"1") { return true; }
    }
    return false;
}

/// Lines of the full width that end within a sentence.
std::size_t fullUnended(View folded, std::vector<Line> const& lines, double width) noexcept
{
    return static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), [&](Line const& line) {
        auto const text = of(folded, line);
        return line.width >= width - 3 && line.width <= width + 3 && line.endedBy != cellEnd && !endsSentence(text) && !endsAsTitle(text);
    }));
}

} // namespace

LineStyle lineStyle(View folded, std::vector<Line> const& lines)
{
    LineStyle style;
    if (lines.size() < 3) { return style; }
    std::vector<double> widths;
    widths.reserve(lines.size());
    std::size_t cuts = 0, openCuts = 0, cells = 0, shortLines = 0, numbers = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto const text = of(folded, lines[i]);
        widths.push_back(lines[i].width);
        cells += lines[i].endedBy == cellEnd ? 1U : 0U;
        shortLines += text.size() <= 10 ? 1U : 0U;
        numbers += isBareNumber(text) ? 1U : 0U;
        bool const unended = text.size() >= longEnough && !endsSentence(text) && !endsAsTitle(text);
        if (i + 1 < lines.size() && unended && (!isStart(text) || endsOpen(text))) {
            cuts += isStart(of(folded, lines[i + 1])) ? 0U : 1U;
            openCuts += endsOpen(text) ? 1U : 0U;
        }
    }
    auto sorted = widths;
    auto const at = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() * 9 / 10);
    std::nth_element(sorted.begin(), at, sorted.end());
    auto const high = *at;
    auto const full = std::count_if(widths.begin(), widths.end(), [&](double w) { return w >= high - 3 && w <= high + 3; });
    auto const fullLines = static_cast<std::size_t>(full);
    bool const many = lines.size() >= 12 && fullLines * 5 >= lines.size() * 2;
    bool const few = lines.size() >= 6 && (fullLines + 1) * 10 >= lines.size() * 8 && fullUnended(folded, lines, high) * 2 >= fullLines; // a short text cut all through
    style.hardWrapped = high >= 15 && high <= 60 && (many || few);
    style.unbroken = style.hardWrapped && static_cast<std::size_t>(full) * 20 >= lines.size() * 17;
    style.width = high;
    std::size_t begun = 0, indented = 0, inside = 0;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (lines[i - 1].width < high - 3) { // behind a line that is not full a paragraph begins
            ++begun;
            indented += lines[i].indented ? 1U : 0U;
        } else if (!lines[i].indented) {
            ++inside;
        }
    }
    style.indents = style.hardWrapped && begun >= 1 && indented * 10 >= begun * 8 && inside * 5 >= lines.size();
    style.pageCuts = cuts >= 2 || openCuts >= 1;
    style.cells = cells * 4 > lines.size() || hasTableHead(folded, lines) || (numbers >= 2 && numbers * 12 > lines.size() && shortLines * 2 > lines.size());
    return style;
}

namespace {

/// Of a document whose paragraphs are indented: the next line begins a paragraph by its indent, but the sentence before has no end, as
/// where a page break of the original became a paragraph. A line that is short, or a heading, is complete as it stands.
bool cutWithinParagraph(Line const& line, View text, View after, LineStyle const& style)
{
    if (isTitleCut(text, after)) { return true; }
    if (isStart(after) || endsSentence(text) || endsAsTitle(text) || isDeadlineField(text) || isDateOrSignature(text)) { return false; }
    bool const heading = leadingNumber(text).has_value() && text.find_first_of(U"，。") == View::npos;
    if (heading) { return false; }
    if (text.back() == U'，' || text.back() == U'、') { return true; }
    return style.pageCuts && text.size() >= longEnough && (line.width >= style.width * 0.66 || text.find(U'，') != View::npos);
}

} // namespace

bool continues(View folded, Line const& line, Line const& next, LineStyle const& style)
{
    if (line.endedBy == cellEnd) { return false; }
    auto const text = of(folded, line);
    auto const after = of(folded, next);
    if (isTitleAboveText(line, text, after, style)) { return false; }
    if (style.indents) { // the indent alone tells, whatever a line begins or ends with
        if (next.indented) { return cutWithinParagraph(line, text, after, style); }
        if (line.width + (line.indented ? paragraphIndent : 0) >= style.width - 3 && !next.setOffLabel) { return true; }
    }
    if (style.unbroken && line.width >= style.width - 3 && !endsAsTitle(text)) { return true; }
    if (cutsLabel(text, after)) { return true; }
    if ((isStart(after) || next.setOffLabel) && !hasOpenBracket(text)) { return false; }
    if (endsOpen(text) && (text.size() > 4 || (style.hardWrapped && !style.cells))) { return !isStart(after) || !isLabelLike(after); }
    if (style.cells || isBareNumber(after) || isBareNumber(text)) { return false; }
    if (isTitleCut(text, after)) { return true; }
    bool const full = style.hardWrapped && line.width >= style.width - 3;
    if (endsSentence(text)) { return full && !text.ends_with(U'：') && next.width < style.width + 4 && !leadingNumber(after); }
    if (isDateOrSignature(text) || (isDeadlineField(text) && !style.hardWrapped && !next.pageBefore)) { return false; }
    if (isDateOrSignature(after) && text.size() < longEnough) { return false; }
    if (style.hardWrapped) {
        // The first line of a paragraph is short by its indent; a numbered line without a sentence may be a heading.
        bool const numbered = leadingNumber(text).has_value() && text.find(U'。') == View::npos;
        return full || (numbered && fillsIndentedLine(line, next, text, style)) || (!numbered && line.width >= style.width * 0.66 && !endsAsTitle(text));
    }
    // 开展排 | 查。: no paragraph is as short as the rest of a sentence that a page break cut.
    if (next.pageBefore && after.size() <= shortestParagraph && endsSentence(after) && !text.ends_with(U'：')) { return true; }
    // A page that ends in the middle of a sentence; a heading at the foot of a page has no comma in it.
    if (next.pageBefore && text.size() >= 12 && text.find(U'，') != View::npos && !endsAsTitle(text)) { return true; }
    if (text.size() < longEnough || endsAsTitle(text) || text.starts_with(U"附件")) { return false; }
    // A numbered line without any sentence in it is a heading, unless the document is known to cut its sentences.
    bool const heading = leadingNumber(text).has_value() && text.find(U'。') == View::npos;
    return !heading || style.pageCuts;
}

} // namespace zhengtu::text
