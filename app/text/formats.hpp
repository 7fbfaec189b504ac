#pragma once

#include "core/error.hpp"
#include "text/positions.hpp"

#include <string>
#include <string_view>

/// Text of the file types that are not plain text. What they return becomes Document::source. Private to app/text.
/// Errors: FileFormat with the cure; no input, however hostile, takes more than bounded time and memory.
namespace zhengtu::text {

struct Extracted {
    std::u32string text;
    Positions positions;
};

/// Paragraphs a line each, table cells a line each with '|' behind them, automatic numbers written out, footnotes at the end. Text that
/// was deleted under revision, hidden text and generated tables of contents are left out.
[[nodiscard]] Result<Extracted> docxText(std::string_view bytes);

/// Pages end with a form feed; running headers, footers and page numbers are left out. Needs pdftotext (poppler-utils).
[[nodiscard]] Result<Extracted> pdfText(std::string_view bytes);

/// Where the pages of a text with form feeds begin; empty if it has none.
[[nodiscard]] std::vector<std::uint32_t> pageBegins(std::u32string_view text);

/// Whether a decoded text is an HTML page and not a text that speaks of one.
[[nodiscard]] bool isHtml(std::u32string_view text) noexcept;

/// What a reader of the page would see: block elements a line each, table cells as in docxText, list numbers.
[[nodiscard]] Result<std::u32string> htmlText(std::u32string_view page);

/// The charset that an HTML page says it is in, lower case; empty if it says none.
[[nodiscard]] std::string declaredCharset(std::string_view bytes);

/// Says what an old Office file (OLE compound file) is: Word, Excel, or an encrypted new one.
[[nodiscard]] Error compoundFileError(std::string_view bytes);

} // namespace zhengtu::text
