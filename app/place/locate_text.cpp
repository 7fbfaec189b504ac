#include "core/utf.hpp"
#include "place/locator.hpp"
#include "place/mentions.hpp"
#include "place/resolve.hpp"
#include "text/document.hpp"

#include <algorithm>

namespace zhengtu::place {

namespace {

/// Whether two names of as many characters differ in one of them that is not their last: 姚邨镇 and 姚村镇, but not 姚村镇 and 姚村乡.
bool oneSlip(std::u32string_view a, std::u32string_view b)
{
    if (a.size() != b.size() || a.size() < 3 || a.back() != b.back()) { return false; }
    std::size_t different = 0;
    for (std::size_t i = 0; i < a.size(); ++i) { different += a[i] != b[i] ? 1 : 0; }
    return different == 1;
}

/// Names of the scope that a slip of the pen may have meant. They are shown and place nothing.
std::vector<Candidate> similar(std::string const& text, Scope const& scope, Gazetteer const& gazetteer)
{
    constexpr std::size_t most = 5;
    std::vector<Candidate> all;
    auto const asked = toUtf32(text);
    if (!asked || scope.cityAdcode.empty()) { return all; }
    for (auto const& place : gazetteer.entries()) {
        if (place.name.size() != text.size() || !scope.holds(place.adcode) || all.size() == most) { continue; }
        if (auto const name = toUtf32(place.name); name && oneSlip(*asked, *name)) {
            all.push_back({place.featureId, gazetteer.label(place.adcode) + place.town + place.name, 0, "is written almost so"});
        }
    }
    return all;
}

/// A name that running text would not give away (云顶山): by the gazetteer alone.
Site byNameAlone(std::string const& text, Scope const& scope, Gazetteer const& gazetteer)
{
    Site none;
    none.place = text;
    std::vector<Named> near;
    for (auto const& named : gazetteer.find(text)) {
        auto const& place = gazetteer.entry(named.entry);
        if (scope.cityAdcode.empty() || place.adcode.empty() || scope.holds(place.adcode)) { near.push_back(named); }
    }
    // A section or station is called after where it stands: 五台山 alone means the mountain, not the station there.
    auto const isMeasured = [&](Named const& named) {
        auto const kind = gazetteer.entry(named.entry).kind;
        return kind == Kind::MonitoringSection || kind == Kind::AirStation;
    };
    bool const onlyMeasured = !near.empty() && std::ranges::all_of(near, isMeasured) && !text.ends_with("断面") && !text.ends_with("站") && !text.ends_with("点") && !text.ends_with("点位");
    if (near.size() == 1 && !onlyMeasured) {
        auto const& place = gazetteer.entry(near.front().entry);
        Mention mention;
        mention.text = text;
        mention.kind = place.kind;
        mention.adcode = place.adcode;
        mention.county = gazetteer.label(place.adcode);
        mention.featureId = place.featureId;
        return locate(mention, scope, gazetteer);
    }
    constexpr std::size_t most = 20;
    for (auto const& named : near) {
        auto const& place = gazetteer.entry(named.entry);
        if (none.candidates.size() == most) { break; }
        none.candidates.push_back(candidateOf(place, 1.0 / static_cast<double>(near.size()), gazetteer));
    }
    if (near.empty()) {
        for (auto const& named : gazetteer.find(text)) {
            auto const& place = gazetteer.entry(named.entry);
            if (none.candidates.size() == most) { break; }
            none.candidates.push_back({place.featureId, gazetteer.label(place.adcode) + place.town + place.name, 0, "outside " + scope.name});
        }
    }
    bool const unknown = near.empty() && none.candidates.empty();
    if (unknown) { none.candidates = similar(text, scope, gazetteer); }
    none.reason = onlyMeasured                ? "only what is measured there has this name: a section or station"
                  : !near.empty()             ? "several places have this name"
                  : !unknown                  ? "no place of " + scope.name + " has this name, others have"
                                              : "no place of this name is known";
    return none;
}

} // namespace

std::vector<Site> locateText(std::string_view text, Scope const& scope, Gazetteer const& gazetteer)
{
    auto const wide = toUtf32(text);
    if (!wide) { return {byNameAlone(std::string{text}, scope, gazetteer)}; }
    plan::Plan plan;
    plan.region = gazetteer.label(scope.countyAdcode.empty() ? scope.cityAdcode : scope.countyAdcode);
    plan::Problem problem;
    problem.body = {std::string{text}, {0, wide->size()}};
    problem.span = problem.body.span;
    plan.problems.push_back(problem);
    auto const normal = text::normalise(*wide);
    auto const mentions = findMentions(plan, normal, gazetteer);
    auto sites = locate(plan, mentions, {}, normal, gazetteer);
    bool const isRegion = sites.size() == 1 && (!sites.front().shape.empty() || !sites.front().place.empty()); // 三县一市, 全市, 城乡结合部
    if (mentions.empty() && !isRegion) { sites = {byNameAlone(std::string{text}, scope, gazetteer)}; }
    for (auto& site : sites) { site.id = site.taskId = {}; }
    return sites;
}

} // namespace zhengtu::place
