#include "cartography/mark_layout.hpp"

#include <numbers>

namespace zhengtu::cartography {

namespace {

constexpr std::uint32_t largestFan = 12; ///< more symbols at one place stay one mark with their number

/// Symbols of one place, set in a ring about it (two rings from seven on) so that each can be seen and hit.
void fanOut(MarkLayout& layout, Frame const& frame, Cluster const& cluster, std::uint32_t number, double radius)
{
    auto const members = layout.clustering->of(cluster);
    auto const place = frame.toPixel(cluster.at);
    double const ring = std::max(2.3 * radius, 2.35 * radius * cluster.count / (2 * std::numbers::pi));
    for (std::uint32_t i = 0; i < cluster.count; ++i) {
        double const angle = 2 * std::numbers::pi * i / cluster.count;
        QPointF const at{place.x() + ring * std::sin(angle), place.y() - ring * std::cos(angle)};
        layout.marks.push_back({at, place, radius, members[i], number, 1, true});
    }
}

} // namespace

std::span<std::uint32_t const> MarkLayout::membersOf(PlacedMark const& mark) const
{
    if (mark.count == 1) { return {&mark.symbol, 1}; }
    return clustering->of(clustering->clusters[mark.cluster]);
}

double clusterRadiusPx(Style const& style, Frame const& frame, std::uint32_t count) noexcept
{
    auto const& cluster = style.cluster;
    double const share = std::min(1.0, std::log10(static_cast<double>(std::max(count, 2U))) / 4); // full size at 10 000
    return frame.px(cluster.sizeMm + (cluster.largestMm - cluster.sizeMm) * share) / 2;
}

MarkLayout layOutMarks(PreparedScene const& scene, Frame const& frame, double marginPx, std::atomic<bool> const* cancelled)
{
    MarkLayout layout;
    auto const& style = *scene.style;
    if (!scene.scene->symbolsVisible || !style.symbol.scale.holds(frame.denominator)) { return layout; }
    layout.clustering = scene.clustering(frame, cancelled);
    if (layout.clustering == nullptr) { return layout; }
    double const radius = frame.px(style.symbol.sizeMm) / 2 + frame.px(style.symbol.outline.widthMm);
    bool const fans = style.cluster.radiusMm > 0 && frame.denominator < style.cluster.aboveScale;
    auto const seen = frame.box.grown((marginPx + 4 * radius) / frame.scale);
    auto const& clusters = layout.clustering->clusters;
    for (std::uint32_t i = 0; i < clusters.size(); ++i) {
        auto const& cluster = clusters[i];
        if (!seen.holds(cluster.at)) { continue; }
        if (cluster.count > 1 && fans && cluster.count <= largestFan) {
            fanOut(layout, frame, cluster, i, radius);
            continue;
        }
        auto const at = frame.toPixel(cluster.at);
        auto const size = cluster.count == 1 ? radius : clusterRadiusPx(style, frame, cluster.count);
        layout.marks.push_back({at, at, size, layout.clustering->members[cluster.begin], i, cluster.count, false});
    }
    return layout;
}

} // namespace zhengtu::cartography
