#pragma once

#include <QString>

#include <string>

namespace zhengtu::map {

/// A field or value of the layers of findings (rules, statements, what comes back): keys of workspace::FindingKind, RecurrenceKind, analysis::Verdict,
/// plan::ClaimKind, RuleRelation, RuleSeverity and of the checks of a plan's own numbers. Other keys as `fieldWord` has them.
[[nodiscard]] QString findingWord(std::string const& key);

/// Whether a layer of this kind holds findings.
[[nodiscard]] bool isOfFindings(std::string const& layerKind);

} // namespace zhengtu::map
