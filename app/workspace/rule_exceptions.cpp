#include "workspace/rule_exceptions.hpp"

#include "plan/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace zhengtu::workspace {

namespace {

constexpr std::array<std::string_view, 3> clauseEnds{"，", "；", "。"};

std::vector<std::string_view> piecesOf(std::string_view text, auto const& marks)
{
    std::vector<std::string_view> all;
    for (std::size_t begin = 0; begin <= text.size();) {
        auto end = text.size(), next = text.size() + 1;
        for (std::string_view const mark : marks) {
            auto const at = text.find(mark, begin);
            if (at != std::string_view::npos && at < end) {
                end = at;
                next = at + mark.size();
            }
        }
        if (end > begin) { all.push_back(text.substr(begin, end - begin)); }
        begin = next;
    }
    return all;
}

/// What a clause takes out: 煤矿 of 除煤矿外, 煤矿除外; nothing where it takes out none.
std::optional<std::string_view> takenOutBy(std::string_view clause)
{
    auto const without = [&](std::string_view end) {
        bool const ends = clause.ends_with(end);
        if (ends) { clause.remove_suffix(end.size()); }
        return ends;
    };
    if (without("除外")) { return clause; }
    if (!clause.starts_with("除") || !(without("以外") || without("之外") || without("外"))) { return std::nullopt; }
    clause.remove_prefix(std::string_view{"除"}.size());
    if (clause.starts_with("了")) { clause.remove_prefix(std::string_view{"了"}.size()); }
    return clause;
}

} // namespace

RuleExceptions exceptionsOf(plan::Rule const& rule)
{
    RuleExceptions exceptions;
    constexpr std::array<std::string_view, 4> outer{"experimental", "general-control", "quasi", "use"};
    for (auto const clause : piecesOf(rule.quote.text, clauseEnds)) {
        auto const taken = takenOutBy(clause);
        if (!taken) { continue; }
        for (auto const piece : piecesOf(*taken, std::array<std::string_view, 3>{"、", "和", "及"})) {
            auto const zones = plan::zonesIn(piece);
            if (zones.size() == 1 && std::ranges::contains(outer, zones.front())) { exceptions.zones.push_back(zones.front()); }
            auto const named = plan::lastClassIn(piece);
            bool const general = named && (named->kind == "project" || named->kind == "enterprise" || named->kind == "development-activity");
            if (named && named->subject && named->word == piece && !general) { exceptions.kinds.push_back(named->kind); }
        }
    }
    return exceptions;
}

bool RuleExceptions::takesOut(std::string const& name) const
{
    return std::ranges::any_of(kinds, [&](std::string const& kind) { return plan::speaksOf(name, kind, true); });
}

bool RuleExceptions::takesOut(geo::Feature const& zone) const { return std::ranges::contains(zones, zone.zone); }

} // namespace zhengtu::workspace
