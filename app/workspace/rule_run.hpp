#pragma once

#include "analysis/allowable_areas.hpp"
#include "analysis/query.hpp"
#include "workspace/law_rules.hpp"
#include "workspace/survey.hpp"

#include <optional>
#include <string>
#include <vector>

/// The confirmed rules of plans and those of laws, run over the sites and layers of a ledger.
namespace zhengtu::workspace {

/// What is asked of a run.
struct RuleRunOptions {
    std::vector<LawRule> laws;
    bool proposed = false; ///< also rules of plans that nobody has confirmed, for a look
    std::string only;      ///< id of one rule; empty: all
};

/// What a finding says.
enum class FindingKind : std::uint8_t {
    Breach,   ///< a prohibition or requirement is broken
    Judge,    ///< a restriction: to be looked at one by one
    Warn,     ///< a soft rule (原则上) is broken
    NewOnly,  ///< the rule forbids new ones (新建, 新上): this one is there and is listed, not accused
    Goal,     ///< what shall not be there in the end is there now
    Dispose,  ///< the rule says what is done with it: demand
    Short,    ///< fewer than demanded
    Allowed,  ///< what is left of a mine
};
[[nodiscard]] char const* name(FindingKind kind) noexcept; ///< "breach", "judge", "warn", "new-only", "goal", "dispose", "short", "allowed"

struct RuleFinding {
    std::string ruleId, planId, source; ///< source: title of the plan, or law and article
    plan::RuleRelation relation = plan::RuleRelation::Within;
    plan::RuleSeverity severity = plan::RuleSeverity::Prohibition;
    FindingKind kind = FindingKind::Breach;
    std::string subject, county;        ///< name of the thing; of a count the area
    std::vector<std::string> tasks;     ///< ids of the tasks that name it
    std::string said;                   ///< the sentence that names it, of a task
    std::string object, zone;           ///< what it lies in or near, and the zone's role
    analysis::Answer answer = analysis::Answer::Maybe;
    bool uncertaintyDecides = false;    ///< a better position or boundary would settle it
    std::optional<double> distanceM, share, areaM2; ///< to the object; part of the thing, and its area, in it
    std::optional<analysis::AllowableArea> allowed; ///< of mines: before, overlap, pillar, after
    std::optional<std::size_t> found;   ///< of counts: how many there are
    std::string demand, quote, reason;
    bool schematic = false;
    geo::Shape shape;                   ///< of the thing
};

/// One rule and what became of it.
struct RuleRun {
    plan::Rule rule;
    std::string planId, source;
    bool ran = false;
    std::string why;                    ///< why not: proposed, rejected, distance is missing, no layer holds 禁煤区; else what it left out
    std::size_t subjects = 0, objects = 0, yes = 0, maybe = 0;
};

struct RuleReport {
    std::vector<RuleRun> runs;          ///< every rule, in plan order, then laws
    std::vector<RuleFinding> findings;  ///< by rule; certain ones first
};

/// A rule of a plan holds in the counties of its issuer, a law everywhere. A thing is a feature of a layer or a site of a task that the rule's
/// subjects mean; of which only the county is known is left out and counted. What lies in a shape drawn from a description is at most
/// "maybe". Errors: GeometryInvalid, Cancelled; NotFound for `only`.
[[nodiscard]] Result<RuleReport> runRules(Survey const& survey, RuleRunOptions const& options, analysis::Progress const& progress = {});

/// Layer "rule_findings" of the ledger.
[[nodiscard]] geo::Layer asLayer(RuleReport const& report);

} // namespace zhengtu::workspace
