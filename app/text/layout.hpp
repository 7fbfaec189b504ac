#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// The two steps of normalise(): characters first, lines second. Private to app/text.
namespace zhengtu::text {

/// Ends a table cell in folded text: a line end over which nothing is ever joined.
constexpr char32_t cellEnd = U'\x1F';

/// Characters repaired one by one: widths, look-alikes, spaces, LaTeX, table rules. Lines end with '\n', '\f' or cellEnd.
struct Folded {
    std::u32string text;
    std::vector<std::uint32_t> origin;

    void put(char32_t c, std::size_t from)
    {
        text.push_back(c);
        origin.push_back(static_cast<std::uint32_t>(from));
    }
};

[[nodiscard]] Folded fold(std::u32string_view source);

/// A physical line of folded text, without its end.
struct Line {
    std::size_t begin = 0, end = 0;
    char32_t endedBy = U'\n';
    bool blankBefore = false; ///< a blank line, a page mark or a form feed stands before it
    bool pageBefore = false;  ///< a page mark or a form feed stands before it
    bool indented = false;    ///< as the first line of a paragraph is
    bool setOffLabel = false; ///< begins with a label that a blank sets off: 责任单位　市住建局
    double width = 0;         ///< as printed in the source, in Han characters
};

/// How the document is broken into lines.
struct LineStyle {
    bool hardWrapped = false; ///< most lines are cut at one width
    double width = 0;         ///< that width in Han characters
    bool indents = false;     ///< every paragraph of wrapped lines begins with an indent
    bool unbroken = false;    ///< nearly all lines are full: no paragraph ends before the document does
    bool pageCuts = false;    ///< sentences are cut here and there, as by page ends
    bool cells = false;       ///< a table with one cell a line
};

/// -1-  —６—  第 3 页  第3页共12页 : a dash or a word must say that it is a page, a bare number may be a table cell.
[[nodiscard]] bool isPageMark(std::u32string_view foldedLine) noexcept;

/// A numbered line, a label or a table head: what begins something new by its form.
[[nodiscard]] bool beginsSomething(std::u32string_view foldedLine) noexcept;

/// A line that ends as titles of documents end: …方案, …通知（征求意见稿）.
[[nodiscard]] bool readsAsTitle(std::u32string_view foldedLine) noexcept;

/// The lines that hold content: blank lines, page marks and table rules are left out.
[[nodiscard]] std::vector<Line> contentLines(Folded const& folded, std::u32string_view source);

[[nodiscard]] LineStyle lineStyle(std::u32string_view folded, std::vector<Line> const& lines);

/// Whether `next` goes on with the sentence of `line`.
[[nodiscard]] bool continues(std::u32string_view folded, Line const& line, Line const& next, LineStyle const& style);

} // namespace zhengtu::text
