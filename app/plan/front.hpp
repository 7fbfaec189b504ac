#pragma once

#include "core/span.hpp"
#include "plan/pieces.hpp"
#include "plan/plan.hpp"
#include "text/document.hpp"

#include <optional>
#include <string_view>
#include <vector>

/// What a document says of itself before (and after) its list: title, region, year, declared totals, kind.
namespace zhengtu::plan {

/// Title, region and year. `listBegin` is where the list of problems begins in the normalised text (its size if none);
/// behind it a date may be that of a signature, unless the list is a table with dates in its cells. `table`: where one
/// reaches from the names of its columns to its last row; a title stands above it, and where nothing does there is none.
void readFront(Plan& plan, text::NormalText const& normal, std::size_t listBegin, std::optional<Span> table);

/// The totals that the text before the first problem declares, each with the sentence that says so: 共20个问题, 问题共4项, 其中涉及我区17项.
/// Numbers of a wider area than `region` (全省共58个), of parts and of what was done already are no totals.
struct DeclaredTotals {
    Declared totals;
    Passage sections, problems, tasks; ///< the phrases
};
[[nodiscard]] DeclaredTotals readDeclared(text::NormalText const& normal, std::size_t end, std::u32string_view region);

/// What kind of document it is, and why. `bulletin`: its problems stand in sentences, without labels.
void classify(Plan& plan, std::u32string_view text, bool bulletin);

} // namespace zhengtu::plan
