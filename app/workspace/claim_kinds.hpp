#pragma once

#include "workspace/claims_audit.hpp"

/// The audits of each kind of claim. Private to the audit of claims. Each fills what it finds into `finding`, which already holds what is
/// stated; errors are GeometryInvalid.
namespace zhengtu::workspace {

[[nodiscard]] Result<void> auditDistance(Survey const& survey, std::size_t plan, plan::Claim const& claim, ClaimFinding& finding);
[[nodiscard]] Result<void> auditCount(Survey const& survey, std::size_t plan, plan::Claim const& claim, ClaimFinding& finding);
[[nodiscard]] Result<void> auditArea(Survey const& survey, std::size_t plan, plan::Claim const& claim, ClaimFinding& finding);
[[nodiscard]] Result<void> auditMembership(Survey const& survey, std::size_t plan, plan::Claim const& claim, ClaimFinding& finding);

/// An area of which the claim says that it is P % of the whole city or county (占市域总面积的30.7%): what the claim's words make of the
/// whole. Nothing where it does not say so.
[[nodiscard]] std::optional<double> shareOfRegion(std::string_view quote);

/// Adds a reason behind those that are there.
void because(ClaimFinding& finding, std::string_view reason);

} // namespace zhengtu::workspace
