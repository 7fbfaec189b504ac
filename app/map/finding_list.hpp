#pragma once

#include "geo/feature.hpp"
#include "map/facts_model.hpp"

#include <vector>

namespace zhengtu::map {

/// The findings that a ledger holds (layers rule_findings, claim_findings, recurrences) as lines of a list, in the language of the interface.
/// label: the verdict or what was found; value: what and where; note: why, and the sentence; key: the task it is about, or empty;
/// tone: "yes", "maybe", "agrees", "differs", "cannot-decide".
[[nodiscard]] std::vector<FactsModel::Fact> findingFacts(std::vector<geo::Layer> const& layers);

} // namespace zhengtu::map
