#pragma once

#include "plan/pieces.hpp"
#include "plan/structure.hpp"

#include <vector>

namespace zhengtu::plan {

/// The pieces of a document and what they are in its list. Private to app/plan.
struct Layout {
    std::vector<Piece> pieces;
    Structure structure;
    std::size_t headBegin = 0; ///< of a table: where the names of its columns begin, in the normalised text
    bool table = false; ///< the list was a table: pieces stand in the order of reading, not of the text

    [[nodiscard]] bool hasList() const noexcept { return structure.listBegin < pieces.size(); }
};

[[nodiscard]] Layout layOut(text::NormalText const& normal, std::u32string_view source, Dictionary const& dictionary);

} // namespace zhengtu::plan
