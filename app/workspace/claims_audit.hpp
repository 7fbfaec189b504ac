#pragma once

#include "analysis/claim_verdict.hpp"
#include "workspace/survey.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

/// What plans state of space as facts, against what the map says.
namespace zhengtu::workspace {

/// One claim with its verdict. Lengths are metres, areas square metres, counts numbers.
struct ClaimFinding {
    std::string id, planId, planTitle;
    std::string owner;             ///< task or problem that it stands in; may be empty
    std::string task;              ///< that task, or the first of that problem; may be empty
    std::string kind;              ///< "distance", "count", "area", "membership", "share-of-region"; "arithmetic" for what the plan's own numbers say
    std::string subject, object, quote;
    std::string statedText;        ///< as printed: 不足900米
    std::string comparator = "=";
    double stated = 0;
    std::string unit;              ///< of stated, computed and tolerance: "m", "m2", "" for numbers
    std::optional<double> computed;///< as the shapes lie; empty where there is nothing to compute with
    std::optional<analysis::Range> range; ///< what it may be
    double tolerance = 0;
    analysis::Verdict verdict = analysis::Verdict::CannotDecide;
    std::string reason;            ///< why, for people
    std::vector<std::pair<std::string, std::string>> parts; ///< of a count over counties: each county and what was found
    bool schematic = false;
    geo::Shape shape;              ///< the shortest line of a distance, the area of a count
    Span span;                     ///< of the quote
};

/// All claims of the ledger's plans in the order of the text, and the arithmetic of the plans (plan::Check that is not decisive). Schematic
/// shapes and places of which only a township or county is known never decide. Errors: Cancelled, GeometryInvalid.
[[nodiscard]] Result<std::vector<ClaimFinding>> auditClaims(Survey const& survey, analysis::Progress const& progress = {});

/// Layer "claim_findings" of the ledger.
[[nodiscard]] geo::Layer asLayer(std::vector<ClaimFinding> const& findings);

} // namespace zhengtu::workspace
