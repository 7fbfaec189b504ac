#pragma once

#include "map/facts_model.hpp"
#include "workspace/task_context.hpp"

#include <vector>

/// The lists of a dossier as lines, in the language of the interface.
namespace zhengtu::map {

[[nodiscard]] std::vector<FactsModel::Fact> unitFacts(ledger::TaskRow const& task);  ///< a line for each role
[[nodiscard]] std::vector<FactsModel::Fact> siteFacts(ledger::TaskRow const& task);  ///< how exactly known; the place; why
[[nodiscard]] std::vector<FactsModel::Fact> zoneFacts(workspace::TaskContext const& context);   ///< how it lies; the zone and role; why
[[nodiscard]] std::vector<FactsModel::Fact> nearbyFacts(workspace::TaskContext const& context); ///< the distance; the zone; from where
/// Rules, statements and recurrences about the task (finding_list.hpp); where nothing was looked for, a line that says so.
[[nodiscard]] std::vector<FactsModel::Fact> findingFactsOf(workspace::TaskContext const& context);

} // namespace zhengtu::map
