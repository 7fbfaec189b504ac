#include "workspace/hotspot_question.hpp"

#include <array>

namespace zhengtu::workspace {

std::string_view name(HotspotMethod method) noexcept
{
    constexpr std::array<std::string_view, 4> names{"density", "dbscan", "gi", "counties"};
    return names[static_cast<std::size_t>(method)];
}

std::vector<std::string> mainFields(HotspotMethod method)
{
    switch (method) {
    case HotspotMethod::Density: return {"share_percent", "low_per_km2", "high_per_km2", "sites", "area_km2"};
    case HotspotMethod::Clusters: return {"sites", "weight", "tasks", "problems", "counties", "area_km2"};
    case HotspotMethod::Gi: return {"class", "value", "z", "p_two_sided", "q", "neighbours", "problems", "tasks"};
    case HotspotMethod::Counties: break;
    }
    return {"count", "located", "rate", "rate_low", "rate_high", "rate_smoothed", "expected", "q", "class", "small_number"};
}

Result<HotspotAnswer> hotspotsFor(HotspotQuestion const& question, ledger::SiteTable const& table, std::vector<ledger::PlanRow> const& plans,
                                  std::vector<geo::Layer> const& shipped, analysis::Progress const& progress)
{
    auto wish = question.wish;
    if (!question.baseFile.empty()) {
        if (question.baseField.empty()) { return fail(ErrorCode::Usage, "which field of " + question.baseFile + " holds the numbers is not said"); }
        auto bases = readCountyBases(question.baseFile, question.baseField);
        if (!bases) { return std::unexpected{std::move(bases).error()}; }
        wish.bases = *std::move(bases);
        wish.baseName = question.baseField;
    }
    auto const kept = chosen(table, question.filter, wish.asOf);
    wish.covered = coveredCounties(plans, shipped);
    auto answer = [&]() -> Result<HotspotAnswer> {
        switch (question.method) {
        case HotspotMethod::Density: return densityHotspots(kept, wish, progress);
        case HotspotMethod::Clusters: return clusterHotspots(kept, wish, progress);
        case HotspotMethod::Gi: return giHotspots(kept, shipped, wish, progress);
        case HotspotMethod::Counties: break;
        }
        return countyRates(kept, shipped, wish);
    }();
    if (answer && !question.layer.empty()) { answer->layer.id = question.layer; }
    return answer;
}

} // namespace zhengtu::workspace
