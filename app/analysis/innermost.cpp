#include "analysis/query.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

namespace zhengtu::analysis {

namespace {

/// Smaller is stricter.
std::size_t strictness(geo::Feature const& zone)
{
    constexpr std::array<std::string_view, 5> order{"core", "buffer", "experimental", "key", "domain"};
    return static_cast<std::size_t>(std::ranges::find(order, zone.zone) - order.begin());
}

} // namespace

std::vector<Hit> innermost(std::vector<Hit> hits, std::vector<geo::Feature> const& zones)
{
    std::vector<Hit> kept;
    std::map<std::pair<std::size_t, std::string>, std::vector<Hit const*>> groups;
    for (auto const& hit : hits) {
        auto const& zone = zones[hit.zone];
        if (zone.parent.empty()) {
            kept.push_back(hit);
        } else {
            groups[{hit.site, zone.kind + '\n' + zone.parent}].push_back(&hit);
        }
    }
    for (auto& [key, group] : groups) {
        auto const order = [&](Hit const* hit) { return std::pair{strictness(zones[hit->zone]), hit->zone}; };
        std::ranges::sort(group, {}, order);
        auto const best = std::ranges::find(group, Answer::Yes, &Hit::answer);
        auto const chosen = best != group.end() ? best : group.begin();
        auto hit = **chosen;
        if (chosen != group.begin()) {
            auto const& stricter = *group.front();
            hit.reason +=
                (hit.reason.empty() ? "" : "; ") + ("maybe in its " + zones[stricter.zone].zone + " zone: ") + stricter.reason;
        }
        kept.push_back(std::move(hit));
    }
    std::ranges::sort(kept, [](Hit const& l, Hit const& r) { return l.site != r.site ? l.site < r.site : l.zone < r.zone; });
    return kept;
}

} // namespace zhengtu::analysis
