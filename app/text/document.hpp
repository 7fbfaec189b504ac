#pragma once

#include "core/error.hpp"
#include "core/span.hpp"
#include "text/positions.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace zhengtu::text {

/// A document as it was found: its characters, unchanged, and what was known of the file.
struct Document {
    std::string name;      ///< file name without directories; "-" for standard input
    std::string encoding;  ///< "UTF-8", "UTF-16LE", "GB18030" ..., "HTML, UTF-8" ..., "DOCX", "PDF"
    std::string sha256;    ///< of the file's bytes
    std::u32string source; ///< every character of a text file, a byte order mark left out; of other types the text in it
    Positions positions{}; ///< in `source`
};

/// Normalised text that knows where each of its characters stands in the source. `text.size() == origin.size()`;
/// origin is strictly increasing except where one source character became several.
struct NormalText {
    std::u32string text;
    std::vector<std::uint32_t> origin; ///< index into Document::source of each character of text

    /// The source span of [begin, end) of `text`.
    [[nodiscard]] Span sourceSpan(std::size_t begin, std::size_t end) const;
    [[nodiscard]] Span sourceSpan(Span normal) const { return sourceSpan(normal.begin, normal.end); }
};

/// Reads a plan file: plain text, HTML, DOCX, or PDF with a text layer, told apart by content and not by name. Errors: FileMissing, FileFormat (with the cure), Encoding.
[[nodiscard]] Result<Document> readDocument(std::filesystem::path const& path);

/// The same from the bytes of a file; `name` is for messages.
[[nodiscard]] Result<Document> decodeDocument(std::string_view bytes, std::string name);

/// Repairs typography (full-width forms, ꎬ ꎮ, «», page marks, hard wraps inside sentences, LaTeX remnants, spaces inside
/// labels). Paragraphs end with one '\n'. The source is never changed.
[[nodiscard]] NormalText normalise(std::u32string_view source);

} // namespace zhengtu::text
