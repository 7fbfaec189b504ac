#pragma once

#include <string>
#include <string_view>
#include <vector>

/// What stands where on the pages of a printed document. All lengths in points, x to the right, y down from the top of the page.
/// Private to app/text.
namespace zhengtu::text {

struct PrintedWord {
    double left = 0, right = 0;
    std::u32string text;
};

/// Words beside each other; or a whole cell of a ruled table, once tables are known.
struct PrintedLine {
    double left = 0, right = 0, top = 0, height = 0;
    double em = 0; ///< the width of a Han character
    std::vector<PrintedWord> words;
    std::u32string text;
    bool newFlow = false; ///< set off from the line before it
    bool begins = false;  ///< a paragraph
    bool follows = false; ///< goes on with the sentence of the line before it
    bool cell = false;    ///< `text` is the paragraphs of a cell, a line each
    int table = 0, row = 0; ///< of a cell: which table of the page, and which row of it, from 0

    [[nodiscard]] double width() const noexcept { return em > 0 ? (right - left) / em : 0; }
    [[nodiscard]] double bottom() const noexcept { return top + height; }
};

struct PrintedPage {
    double width = 0, height = 0;
    std::vector<PrintedLine> lines; ///< in reading order
};

/// A line of these words, ascending, at this height of the page.
[[nodiscard]] PrintedLine lineOf(std::vector<PrintedWord> words, double top, double height);

/// The width of what cannot be parted at the beginning of a line: a character with the marks that may not begin a line, a number, a word.
[[nodiscard]] double firstWordWidth(PrintedLine const& line) noexcept;

/// How many characters short of its margin a line may end that is full: more where its sentence goes on, for fonts set their marks narrower
/// and keep words together in ways that are not known here.
[[nodiscard]] double lineSlack(PrintedLine const& line) noexcept;

/// The pages that `pdftotext -tsv` wrote. Rows that are not as they should be are left out: the program that wrote them is trusted
/// with nothing.
[[nodiscard]] std::vector<PrintedPage> pagesOfTsv(std::u32string_view tsv);

/// Puts the lines of pages without tables that are set in two or three columns of text one column after the other, what goes over all columns between.
void readColumns(std::vector<PrintedPage>& pages);

/// Marks the lines that begin a paragraph - indented, or further below than the lines of one paragraph are - and those that go on with
/// the line before, because that line had no room for their first word. Over the ends of columns and pages, too.
void markParagraphs(std::vector<PrintedPage>& pages);

} // namespace zhengtu::text
