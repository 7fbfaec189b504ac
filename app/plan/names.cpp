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
constexpr std::array<std::pair<UnitRole, char const*>, 5> unitRoles{{{UnitRole::Lead, "lead"},
                                                                     {UnitRole::Responsible, "responsible"},
                                                                     {UnitRole::Cooperating, "cooperating"},
                                                                     {UnitRole::Acceptance, "acceptance"},
                                                                     {UnitRole::Person, "person"}}};
constexpr std::array<std::pair<DeadlineKind, char const*>, 7> deadlineKinds{{{DeadlineKind::None, "none"},
                                                                            {DeadlineKind::Date, "date"},
                                                                            {DeadlineKind::Dates, "dates"},
                                                                            {DeadlineKind::Immediate, "immediate"},
                                                                            {DeadlineKind::LongTerm, "long-term"},
                                                                            {DeadlineKind::ByPlan, "by-plan"},
                                                                            {DeadlineKind::Referenced, "referenced"}}};

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

} // namespace zhengtu::plan
