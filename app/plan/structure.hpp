#pragma once

#include "plan/pieces.hpp"

#include <array>
#include <optional>
#include <vector>

/// Finds out how a document is built: which headings are sections, which are problems, which number measures. Decided by
/// the forms of numbering and by where the labels stand, never by words of a document. Private to app/plan.
namespace zhengtu::plan {

enum class Role : std::uint8_t {
    None,       ///< not part of the list of problems: front matter, closing matter
    Section,    ///< heading above problems
    Problem,    ///< a problem begins here
    Field,      ///< a label and what stands on its line
    Content,    ///< goes on with the problem text or the field before it
    Measure     ///< a numbered measure, or a plain paragraph that is one, outside of a labelled list
};

struct Structure {
    std::vector<Role> roles;                         ///< of each piece
    std::optional<text::NumberForm> problemForm;     ///< how problems are numbered
    std::optional<text::NumberForm> measureForm;
    std::optional<text::NumberForm> topForm;         ///< of the highest sections
    std::size_t listBegin = 0;                       ///< first piece of the list; pieces.size() if there is none
};

[[nodiscard]] Structure findStructure(std::u32string_view text, std::vector<Piece> const& pieces);

} // namespace zhengtu::plan
