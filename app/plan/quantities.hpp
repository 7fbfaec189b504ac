#pragma once

#include "plan/plan.hpp"
#include "text/document.hpp"

#include <vector>

namespace zhengtu::plan {

/// A quantity and where it stands in the normalised text. Private to app/plan.
struct FoundQuantity {
    Quantity quantity;
    std::size_t begin = 0, end = 0; ///< number and unit, without what compares
    std::size_t decimals = 0;
};

/// The quantities in [begin, end): a number with a unit of measure or a counter behind it, what compares it
/// (不足900米, 40亩以上, 约5公里) and the year that its sentence names before it. Dates, numbers of roads, documents and
/// lists are none; a range (29-348微克/立方米, 800米至1.2公里, 七八百米) is its least (>=) and its greatest (<=) value, both where it stands;
/// Chinese numerals count before units of measure alone (一百米, not 一个); 里 is a unit where nothing goes on behind it (not 七里河).
[[nodiscard]] std::vector<FoundQuantity> findQuantities(text::NormalText const& normal, std::size_t begin, std::size_t end);

/// Gives problems and tasks their quantities.
void readQuantities(Plan& plan, text::NormalText const& normal);

/// Where a span of the source begins and ends in the normalised text.
[[nodiscard]] Span normalSpan(text::NormalText const& normal, Span source) noexcept;

} // namespace zhengtu::plan
