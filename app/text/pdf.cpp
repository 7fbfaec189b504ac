#include "text/formats.hpp"

#include "core/utf.hpp"
#include "text/characters.hpp"
#include "text/pdf_pages.hpp"
#include "text/pdf_print.hpp"
#include "text/pdf_rules.hpp"
#include "text/pdf_tables.hpp"
#include "text/process.hpp"

#include <algorithm>
#include <numeric>

namespace zhengtu::text {

namespace {

constexpr int patience = 60;
constexpr char const* orText = "Or open it in the program that made it and save it as plain text in UTF-8.";

std::unexpected<Error> refused(Finished const& run)
{
    if (run.timedOut || run.exitCode < 0) {
        return fail(ErrorCode::FileFormat, "the PDF file takes more time or memory than any plan needs", std::string{"Print it anew to PDF. "} + orText);
    }
    auto const says = [&](char const* words) { return run.errors.find(words) != std::string::npos; };
    if (run.exitCode == 3 || says("assword") || says("ncrypt")) {
        return fail(ErrorCode::FileFormat, "the PDF file is encrypted", "Open it with its password and print it to a new PDF file without one.");
    }
    auto reason = run.errors.substr(0, run.errors.find('\n'));
    return fail(ErrorCode::FileFormat, "the PDF file is broken" + (reason.empty() ? "" : " (" + reason + ")"),
                std::string{"Get it again from where it was published. "} + orText);
}

/// Draws the pages on which things stand side by side, to see the rules between them, and those without text, to see whether they are
/// blank (`bare`: the pages without running lines). Returns the pages, from 1, that have no text but a picture.
std::vector<std::uint32_t> lookAtPages(std::vector<PrintedPage>& pages, std::vector<PrintedPage> const& bare, std::string_view bytes)
{
    constexpr double mostPoints = 60e6; // of one run: a byte each
    auto const isWanted = [&](std::size_t page) { return bare[page].lines.empty() || mayHaveTable(pages[page]); };
    std::vector<std::uint32_t> pictures;
    for (std::size_t begin = 0; begin < pages.size();) {
        double points = 0;
        auto end = begin;
        while (end < pages.size() && points + pages[end].width * pages[end].height <= mostPoints && isWanted(end)) {
            points += pages[end].width * pages[end].height;
            ++end;
        }
        if (end == begin) {
            ++begin;
            continue;
        }
        auto const run = runLimited("pdftoppm", {"-r", "72", "-gray", "-aa", "no", "-aaVector", "no", "-f", std::to_string(begin + 1), "-l", std::to_string(end), "-"},
                                    bytes, patience);
        if (!run || run->timedOut || run->exitCode != 0) { return pictures; } // then the text is read as it stands
        auto const seen = rulesOf(run->output);
        for (std::size_t i = 0; i < seen.size() && begin + i < end; ++i) {
            if (bare[begin + i].lines.empty() && !seen[i].blank) { pictures.push_back(static_cast<std::uint32_t>(begin + i + 1)); }
            readTable(pages[begin + i], seen[i]);
        }
        begin = end;
    }
    return pictures;
}

/// Running lines stand at the top and the bottom of a page, whatever is read first there.
void dropRunningLines(std::vector<PrintedPage>& pages)
{
    std::vector<std::vector<std::size_t>> order;
    std::vector<std::vector<std::u32string>> texts;
    for (auto const& page : pages) {
        auto& downwards = order.emplace_back(page.lines.size());
        std::iota(downwards.begin(), downwards.end(), std::size_t{0});
        std::stable_sort(downwards.begin(), downwards.end(), [&](auto a, auto b) { return page.lines[a].top < page.lines[b].top; });
        auto& lines = texts.emplace_back();
        for (auto const i : downwards) { lines.push_back(page.lines[i].cell ? std::u32string{} : page.lines[i].text); }
    }
    auto const running = runningLines(texts);
    for (std::size_t p = 0; p < pages.size(); ++p) {
        for (std::size_t k = 0; k < order[p].size(); ++k) {
            if (running[p][k]) { pages[p].lines[order[p][k]].text.clear(); }
        }
        std::erase_if(pages[p].lines, [](PrintedLine const& line) { return line.text.empty(); });
    }
}

/// Whether two Latin words that a line end held apart would run together.
bool wouldRunTogether(std::u32string_view before, std::u32string_view after) noexcept
{
    return !before.empty() && !after.empty() && isAsciiLetter(before.back()) && isAsciiLetter(after.front());
}

/// A paragraph a line, as far as it is known; pages end with a form feed where no sentence goes over their end.
Extracted textOf(std::vector<PrintedPage> const& pages)
{
    Extracted out;
    for (auto const& page : pages) {
        bool first = true;
        for (auto const& line : page.lines) {
            if (line.follows) {
                if (wouldRunTogether(out.text, line.text)) { out.text.push_back(U' '); }
            } else if (!out.text.empty()) {
                out.text.push_back(U'\n');
                if (line.newFlow && !first) { out.text.push_back(U'\n'); }
            }
            if (first) {
                if (!out.positions.pages.empty() && !line.follows) { out.text.push_back(U'\f'); }
                out.positions.pages.push_back(static_cast<std::uint32_t>(out.text.size()));
            }
            first = false;
            if (line.begins) { out.text += U"　　"; }
            out.text += line.text;
            if (line.cell && !line.text.ends_with(U'|')) { out.text.push_back(U'|'); }
        }
        if (first) { // nothing on it
            if (!out.positions.pages.empty()) { out.text.push_back(U'\f'); }
            out.positions.pages.push_back(static_cast<std::uint32_t>(out.text.size()));
        }
    }
    if (!out.text.empty()) { out.text.push_back(U'\n'); }
    return out;
}

} // namespace

Result<Extracted> pdfText(std::string_view bytes)
{
    auto const run = runLimited("pdftotext", {"-tsv", "-enc", "UTF-8", "-eol", "unix", "-", "-"}, bytes, patience);
    if (!run && run.error().code == ErrorCode::FileMissing) {
        return fail(ErrorCode::FileFormat, "this is a PDF file, and pdftotext, which reads them, is not installed",
                    "Install the Debian packages poppler-utils and poppler-data.");
    }
    if (!run) { return std::unexpected{run.error()}; }
    if (run->timedOut || run->exitCode != 0) { return refused(*run); }
    auto const text = toUtf32(run->output);
    if (!text) { return std::unexpected{text.error()}; }
    auto pages = pagesOfTsv(*text);
    auto bare = pages;
    dropRunningLines(bare);
    auto pictures = lookAtPages(pages, bare, bytes);
    dropRunningLines(pages);
    joinTables(pages);
    readColumns(pages);
    markParagraphs(pages);
    auto out = textOf(pages);
    auto const content = static_cast<std::size_t>(std::count_if(out.text.begin(), out.text.end(), [](char32_t c) { return !isBlank(c) && !isLineEnd(c) && !isInvisible(c); }));
    if (content < 4 * pages.size() || content == 0) {
        return fail(ErrorCode::FileFormat, "the PDF file has no text, only pictures: it is a scan", "Recognise its text first (OCR), then read the result.");
    }
    out.positions.unread = std::move(pictures);
    return out;
}

} // namespace zhengtu::text
