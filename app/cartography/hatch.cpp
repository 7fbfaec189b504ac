#include "cartography/hatch.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace zhengtu::cartography {

namespace {

constexpr std::size_t mostLines = 20'000; // a view that needs more has a broken spacing

/// Level lines in the plane turned by (c, s), cut by the rings.
void addFamily(std::vector<QPolygonF> const& rings, double c, double s, double spacing, QPointF origin, QList<QLineF>& lines)
{
    auto const turned = [&](QPointF p) { return QPointF{c * p.x() + s * p.y(), -s * p.x() + c * p.y()}; };
    auto const back = [&](double u, double v) { return QPointF{c * u - s * v, s * u + c * v}; };
    double const phase = std::remainder(turned(origin).y(), spacing);
    double low = INFINITY, high = -INFINITY;
    for (auto const& ring : rings) {
        for (QPointF const p : ring) {
            double const v = turned(p).y();
            low = std::min(low, v);
            high = std::max(high, v);
        }
    }
    if (!(low < high)) { return; }
    double const first = std::ceil((low - phase) / spacing);
    double const count = std::floor((high - phase) / spacing) - first + 1;
    if (!(count >= 1) || count > static_cast<double>(mostLines)) { return; }
    std::vector<std::vector<double>> crossings(static_cast<std::size_t>(count));
    for (auto const& ring : rings) {
        for (qsizetype i = 0; i < ring.size(); ++i) {
            QPointF const a = turned(ring[i]), b = turned(ring[(i + 1) % ring.size()]);
            double const bottom = std::min(a.y(), b.y()), top = std::max(a.y(), b.y());
            // half-open, so that a vertex on a line is counted once
            for (double k = std::ceil((bottom - phase) / spacing); phase + k * spacing < top; ++k) {
                auto const row = static_cast<std::size_t>(k - first);
                if (row >= crossings.size()) { break; }
                crossings[row].push_back(a.x() + (b.x() - a.x()) * (phase + k * spacing - a.y()) / (b.y() - a.y()));
            }
        }
    }
    for (std::size_t row = 0; row < crossings.size(); ++row) {
        std::ranges::sort(crossings[row]);
        double const v = phase + (first + static_cast<double>(row)) * spacing;
        for (std::size_t k = 1; k < crossings[row].size(); k += 2) {
            lines.append(QLineF{back(crossings[row][k - 1], v), back(crossings[row][k], v)});
        }
    }
}

} // namespace

QList<QLineF> hatchLines(std::vector<QPolygonF> const& rings, Hatch kind, double spacingPx, QPointF origin)
{
    QList<QLineF> lines;
    if (kind == Hatch::None || !(spacingPx >= 1)) { return lines; }
    constexpr double half = 1 / std::numbers::sqrt2;
    if (kind == Hatch::Forward || kind == Hatch::Cross) { addFamily(rings, half, -half, spacingPx, origin, lines); }
    if (kind == Hatch::Back || kind == Hatch::Cross) { addFamily(rings, half, half, spacingPx, origin, lines); }
    if (kind == Hatch::Horizontal) { addFamily(rings, 1, 0, spacingPx, origin, lines); }
    return lines;
}

} // namespace zhengtu::cartography
