#include "plan/plan.hpp"

#include <array>
#include <utility>

namespace zhengtu::plan {

namespace {

constexpr std::array<std::pair<PlanKind, char const*>, 6> planKinds{{{PlanKind::Rectification, "rectification"},
                                                                     {PlanKind::Planning, "planning"},
                                                                     {PlanKind::Complaints, "complaints"},
                                                                     {PlanKind::Bulletin, "bulletin"},
                                                                     {PlanKind::CloseOut, "close-out"},
                                                                     {PlanKind::Other, "other"}}};
constexpr std::array<std::pair<UnitRole, char const*>, 6> unitRoles{{{UnitRole::Lead, "lead"},
                                                                     {UnitRole::Responsible, "responsible"},
                                                                     {UnitRole::Cooperating, "cooperating"},
                                                                     {UnitRole::Acceptance, "acceptance"},
                                                                     {UnitRole::Person, "person"},
                                                                     {UnitRole::InlineLead, "inline_lead"}}};
constexpr std::array<std::pair<DeadlineKind, char const*>, 7> deadlineKinds{{{DeadlineKind::None, "none"},
                                                                            {DeadlineKind::Date, "date"},
                                                                            {DeadlineKind::Dates, "dates"},
                                                                            {DeadlineKind::Immediate, "immediate"},
                                                                            {DeadlineKind::LongTerm, "long-term"},
                                                                            {DeadlineKind::ByPlan, "by-plan"},
                                                                            {DeadlineKind::Referenced, "referenced"}}};
constexpr std::array<std::pair<RuleRelation, char const*>, 8> relations{{{RuleRelation::Within, "within"},
                                                                         {RuleRelation::NotWithin, "not-within"},
                                                                         {RuleRelation::WithinDistance, "within-distance"},
                                                                         {RuleRelation::MinimumDistance, "minimum-distance"},
                                                                         {RuleRelation::Buffer, "buffer"},
                                                                         {RuleRelation::Minus, "minus"},
                                                                         {RuleRelation::CountPer, "count-per"},
                                                                         {RuleRelation::Offset, "offset"}}};
constexpr std::array<std::pair<RuleSeverity, char const*>, 5> severities{{{RuleSeverity::Prohibition, "prohibition"},
                                                                          {RuleSeverity::Restriction, "restriction"},
                                                                          {RuleSeverity::Requirement, "requirement"},
                                                                          {RuleSeverity::Goal, "goal"},
                                                                          {RuleSeverity::Disposition, "disposition"}}};
constexpr std::array<std::pair<RuleState, char const*>, 3> ruleStates{
    {{RuleState::Proposed, "proposed"}, {RuleState::Confirmed, "confirmed"}, {RuleState::Rejected, "rejected"}}};
constexpr std::array<std::pair<ClaimKind, char const*>, 4> claimKinds{
    {{ClaimKind::Distance, "distance"}, {ClaimKind::Count, "count"}, {ClaimKind::Area, "area"}, {ClaimKind::Membership, "membership"}}};

template <class Table, class Key> char const* nameIn(Table const& table, Key key) noexcept
{
    for (auto const& [value, text] : table) {
        if (value == key) { return text; }
    }
    return "";
}

template <class Key, class Table> std::optional<Key> keyIn(Table const& table, std::string_view text) noexcept
{
    for (auto const& [value, name] : table) {
        if (text == name) { return value; }
    }
    return std::nullopt;
}

} // namespace

char const* name(PlanKind kind) noexcept { return nameIn(planKinds, kind); }
char const* name(UnitRole role) noexcept { return nameIn(unitRoles, role); }
char const* name(DeadlineKind kind) noexcept { return nameIn(deadlineKinds, kind); }
std::optional<PlanKind> planKind(std::string_view text) noexcept { return keyIn<PlanKind>(planKinds, text); }
std::optional<UnitRole> unitRole(std::string_view text) noexcept { return keyIn<UnitRole>(unitRoles, text); }
std::optional<DeadlineKind> deadlineKind(std::string_view text) noexcept { return keyIn<DeadlineKind>(deadlineKinds, text); }
char const* name(RuleRelation relation) noexcept { return nameIn(relations, relation); }
char const* name(RuleSeverity severity) noexcept { return nameIn(severities, severity); }
char const* name(RuleState state) noexcept { return nameIn(ruleStates, state); }
char const* name(ClaimKind kind) noexcept { return nameIn(claimKinds, kind); }
std::optional<RuleRelation> ruleRelation(std::string_view text) noexcept { return keyIn<RuleRelation>(relations, text); }
std::optional<RuleSeverity> ruleSeverity(std::string_view text) noexcept { return keyIn<RuleSeverity>(severities, text); }
std::optional<RuleState> ruleState(std::string_view text) noexcept { return keyIn<RuleState>(ruleStates, text); }

std::vector<std::string> Rule::missing() const
{
    std::vector<std::string> names;
    for (auto const& parameter : parameters) {
        if (!parameter.value) { names.push_back(parameter.name); }
    }
    return names;
}

} // namespace zhengtu::plan
