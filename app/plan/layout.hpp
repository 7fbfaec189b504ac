#pragma once

#include "core/span.hpp"
#include "plan/pieces.hpp"
#include "plan/plan.hpp"
#include "plan/structure.hpp"

#include <optional>
#include <vector>

namespace zhengtu::plan {

/// The pieces of a document and what they are in its list. Private to app/plan.
struct Layout {
    std::vector<Piece> pieces;
    Structure structure;
    std::optional<Span> tableSpan; ///< of a table, from the names of its columns to its last row (empty where the end is not known), in the normalised text
    bool table = false; ///< the list was a table: pieces stand in the order of reading, not of the text
    bool apart = false; ///< problems and measures stand in two chapters: likewise, and other problems lie between a problem and its measures

    std::vector<Notice> notices; ///< what in it is doubtful

    [[nodiscard]] bool hasList() const noexcept { return structure.listBegin < pieces.size(); }
};

[[nodiscard]] Layout layOut(text::NormalText const& normal, std::u32string_view source, Dictionary const& dictionary);

} // namespace zhengtu::plan
