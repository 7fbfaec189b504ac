#pragma once

#include "plan/dictionary.hpp"
#include "text/document.hpp"
#include "text/numbering.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

/// A document as a flat row of numbered lines, labelled fields and plain paragraphs. Private to app/plan.
namespace zhengtu::plan {

enum class PieceKind : std::uint8_t { Text, Head, Label };

/// A stretch of the normalised text. `begin` to `content` is the number or the label, `content` to `end` what it heads.
struct Piece {
    PieceKind kind = PieceKind::Text;
    std::size_t begin = 0, content = 0, end = 0;
    text::Number number{};         ///< of a Head; a label may have one too (length 0 if none)
    Field field = Field::Other;    ///< of a Label
    bool ownLine = true;           ///< begins a paragraph (false: split out of running text)
    bool weak = false;             ///< a label only if the document has real ones
    bool where = false;            ///< a Label of Field::Other whose name says that places stand behind it (具体位置, a column 县（市、区）)
    [[nodiscard]] bool hasNumber() const noexcept { return number.length > 0; }
    [[nodiscard]] bool empty() const noexcept { return content >= end; }
};

[[nodiscard]] std::vector<Piece> splitPieces(text::NormalText const& normal, std::u32string_view source, Dictionary const& dictionary);

} // namespace zhengtu::plan
