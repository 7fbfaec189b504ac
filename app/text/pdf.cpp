#include "text/formats.hpp"

#include "core/utf.hpp"
#include "text/characters.hpp"
#include "text/pdf_lines.hpp"
#include "text/pdf_pages.hpp"
#include "text/process.hpp"

#include <algorithm>

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
    auto const pages = withoutRunningLines(pagesOfTsv(*text));
    std::size_t content = 0;
    Extracted out;
    for (auto const& page : pages) {
        content += static_cast<std::size_t>(std::count_if(page.begin(), page.end(), [](char32_t c) { return !isBlank(c) && !isLineEnd(c) && !isInvisible(c); }));
        if (!out.positions.pages.empty()) { out.text.push_back(U'\f'); }
        out.positions.pages.push_back(static_cast<std::uint32_t>(out.text.size()));
        out.text += page;
    }
    if (content < 4 * pages.size() || content == 0) {
        return fail(ErrorCode::FileFormat, "the PDF file has no text, only pictures: it is a scan", "Recognise its text first (OCR), then read the result.");
    }
    return out;
}

} // namespace zhengtu::text
