#include "cartography/mark_layout.hpp"

#include <numbers>

namespace zhengtu::cartography {

namespace {

constexpr std::uint32_t largestFan = 12;    ///< more symbols at one place stay one mark with their number
constexpr std::size_t mostForFans = 1500;   ///< marks in a picture; with more there is no room to open any

double fanRadius(std::uint32_t count, double radius)
{
    return std::max(2.3 * radius, 2.35 * radius * count / (2 * std::numbers::pi));
}

/// Symbols of one place, set in a ring about it so that each can be seen and hit.
void fanOut(MarkLayout& layout, Cluster const& cluster, std::uint32_t number, QPointF place, double radius)
{
    auto const members = layout.clustering->of(cluster);
    double const ring = fanRadius(cluster.count, radius);
    for (std::uint32_t i = 0; i < cluster.count; ++i) {
        double const angle = 2 * std::numbers::pi * i / cluster.count;
        QPointF const at{place.x() + ring * std::sin(angle), place.y() - ring * std::cos(angle)};
        layout.marks.push_back({at, place, radius, members[i], number, 1, true});
    }
}

/// The clusters that are seen, as the circles that they will take.
struct Circle {
    QPointF at;
    double radius = 0;
    std::uint32_t cluster = 0;
    bool fans = false;
};

/// Stacks open where their ring meets nothing else, the most urgent first; the others stay one mark until the map is nearer.
void chooseFans(std::vector<Circle>& circles, Clustering const& clustering, double symbolRadius)
{
    if (circles.size() > mostForFans) { return; }
    for (auto& circle : circles) {
        auto const count = clustering.clusters[circle.cluster].count;
        if (count < 2 || count > largestFan) { continue; }
        double const wide = fanRadius(count, symbolRadius) + symbolRadius;
        bool const free = std::ranges::none_of(circles, [&](Circle const& other) {
            return &other != &circle && std::hypot(other.at.x() - circle.at.x(), other.at.y() - circle.at.y()) < wide + other.radius;
        });
        if (!free) { continue; }
        circle.radius = wide;
        circle.fans = true;
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
    std::vector<Circle> circles;
    for (std::uint32_t i = 0; i < clusters.size(); ++i) {
        if (!seen.holds(clusters[i].at)) { continue; }
        circles.push_back({frame.toPixel(clusters[i].at), clusters[i].count == 1 ? radius : clusterRadiusPx(style, frame, clusters[i].count), i, false});
    }
    if (fans) { chooseFans(circles, *layout.clustering, radius); }
    for (auto const& circle : circles) {
        auto const& cluster = clusters[circle.cluster];
        if (circle.fans) {
            fanOut(layout, cluster, circle.cluster, circle.at, radius);
        } else {
            layout.marks.push_back({circle.at, circle.at, circle.radius, layout.clustering->members[cluster.begin], circle.cluster, cluster.count, false});
        }
    }
    return layout;
}

} // namespace zhengtu::cartography
