#include "analysis/chance.hpp"

#include "geo/around.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace zhengtu::analysis {

namespace {

constexpr std::size_t discSpots = 512;
constexpr int bandSteps = 64;
constexpr int spreadRows = 48;

double radians(double degrees) noexcept { return degrees * std::numbers::pi / 180; }

/// The part of a disc of radius 1 at x > -t.
double beyondChord(double t) noexcept
{
    if (t <= -1) { return 0; }
    if (t >= 1) { return 1; }
    return 0.5 + (t * std::sqrt(1 - t * t) + std::asin(t)) / std::numbers::pi;
}

/// Of an edge that is off by a value uniform over the band, for a position so deep inside.
double inBand(double insideM, double bandM) noexcept
{
    if (bandM > 0) { return std::clamp((insideM + bandM) / (2 * bandM), 0.0, 1.0); }
    return insideM > 0 ? 1 : insideM < 0 ? 0 : 0.5;
}

/// Of a position outside, so far from the zone.
double outside(double distanceM, double reachM, double bandM) noexcept
{
    return distanceM <= reachM + bandM ? std::max(inBand(reachM - distanceM, bandM), bandM > 0 ? 0.0 : 1.0) : 0; // exactly at the reach is near
}

struct RowPiece {
    double from, to, lat, weight;
};

void addCrossings(geo::Path const& ring, double lat, std::vector<double>& crossings)
{
    for (std::size_t i = 1; i < ring.size(); ++i) {
        auto const a = ring[i - 1], b = ring[i];
        if ((a.lat <= lat) == (b.lat <= lat)) { continue; }
        crossings.push_back(a.lon + (b.lon - a.lon) * (lat - a.lat) / (b.lat - a.lat));
    }
}

std::vector<RowPiece> stretchesOf(geo::Shape const& polygons)
{
    std::vector<RowPiece> stretches;
    auto const extent = geo::extentOf(polygons);
    for (int i = 0; i < spreadRows; ++i) {
        double const lat = extent.minLat + (i + 0.5) / spreadRows * (extent.maxLat - extent.minLat);
        std::vector<double> crossings;
        for (auto const& part : polygons.parts) {
            addCrossings(part.outline, lat, crossings);
            for (auto const& hole : part.holes) { addCrossings(hole, lat, crossings); }
        }
        std::ranges::sort(crossings);
        for (std::size_t k = 1; k < crossings.size(); k += 2) {
            stretches.push_back({crossings[k - 1], crossings[k], lat, (crossings[k] - crossings[k - 1]) * std::cos(radians(lat))});
        }
    }
    return stretches;
}

/// Calls `put` with the number of a piece and the share of it at which each of `count` positions lies, evenly by weight.
template <class Weights, class Put> void along(Weights const& weights, std::size_t count, Put const& put)
{
    double total = 0;
    for (double const weight : weights) { total += weight; }
    if (!(total > 0)) { return; }
    double before = 0;
    std::size_t piece = 0;
    for (std::size_t i = 0; i < count; ++i) {
        double const at = (static_cast<double>(i) + 0.5) / static_cast<double>(count) * total;
        while (piece + 1 < weights.size() && before + weights[piece] < at) { before += weights[piece++]; }
        put(piece, weights[piece] > 0 ? std::clamp((at - before) / weights[piece], 0.0, 1.0) : 0.5);
    }
}

std::vector<geo::LonLat> spreadOnLines(geo::Shape const& lines, std::size_t count)
{
    std::vector<std::pair<geo::LonLat, geo::LonLat>> edges;
    std::vector<double> lengths;
    for (auto const& part : lines.parts) {
        for (std::size_t i = 1; i < part.outline.size(); ++i) {
            auto const a = part.outline[i - 1], b = part.outline[i];
            edges.emplace_back(a, b);
            lengths.push_back(std::hypot((b.lon - a.lon) * std::cos(radians((a.lat + b.lat) / 2)), b.lat - a.lat));
        }
    }
    std::vector<geo::LonLat> spots;
    along(lengths, count, [&](std::size_t i, double share) {
        auto const& [a, b] = edges[i];
        spots.push_back({a.lon + (b.lon - a.lon) * share, a.lat + (b.lat - a.lat) * share});
    });
    return spots;
}

} // namespace

double straightEdgeChance(double insideM, double radiusM, double bandM) noexcept
{
    if (!(radiusM > 0)) { return inBand(insideM, bandM); }
    if (!(bandM > 0)) { return beyondChord(insideM / radiusM); }
    double sum = 0;
    for (int i = 0; i < bandSteps; ++i) { sum += beyondChord((insideM + bandM * (2 * (i + 0.5) / bandSteps - 1)) / radiusM); }
    return sum / bandSteps;
}

namespace {

/// The same of what is known of a position in a plane.
double spotChance(geo::EdgesAround::Answer const& known, double bandM, double reachM) noexcept
{
    if (!known.inside) { return reachM + bandM > 0 ? outside(known.distanceM, reachM, bandM) : 0; }
    return reachM >= bandM || known.distanceM > bandM - reachM ? 1 : inBand(known.distanceM + reachM, bandM);
}

} // namespace

double spotChance(geo::LonLat at, Zone const& zone, double reachM)
{
    double const bandM = zone.accuracyM;
    auto const where = zone.prepared.locate(at);
    if (where == geo::Where::Boundary) { return inBand(reachM, bandM); }
    if (where == geo::Where::Inside) {
        if (reachM >= bandM) { return 1; }
        auto const edge = zone.prepared.nearestEdge(at, bandM - reachM);
        return edge ? inBand(edge->distanceM + reachM, bandM) : 1;
    }
    double const farM = reachM + bandM;
    if (!(farM > 0)) { return 0; }
    return outside(zone.prepared.distanceM(at, farM), reachM, bandM);
}

double discChance(geo::LonLat centre, double radiusM, Zone const& zone, double reachM)
{
    if (!(radiusM > 0)) { return spotChance(centre, zone, reachM); }
    // metres a degree to 1e-4: the radii of CGCS2000 at this latitude
    constexpr double semiMajorM = 6378137, e2 = 0.00669438;
    double const sine = std::sin(radians(centre.lat));
    double const w2 = 1 - e2 * sine * sine;
    double const northM = radians(semiMajorM * (1 - e2) / (w2 * std::sqrt(w2)));
    double const eastM = std::max(1.0, radians(semiMajorM / std::sqrt(w2)) * std::cos(radians(centre.lat)));
    double const golden = std::numbers::pi * (3 - std::sqrt(5.0));
    auto const around = geo::EdgesAround::create(zone.prepared, centre, radiusM + std::max(reachM, 0.0) + zone.accuracyM);
    if (around && around->empty()) { return around->centreInside() ? 1 : 0; }
    double sum = 0;
    for (std::size_t i = 0; i < discSpots; ++i) { // a sunflower: even by area (H. Vogel, Math. Biosci. 44, 1979)
        double const r = radiusM * std::sqrt((static_cast<double>(i) + 0.5) / discSpots), turn = golden * static_cast<double>(i);
        double const x = r * std::cos(turn), y = r * std::sin(turn);
        sum += around ? spotChance(around->at(x, y, reachM + zone.accuracyM), zone.accuracyM, reachM)
                      : spotChance({centre.lon + x / eastM, centre.lat + y / northM}, zone, reachM);
    }
    return sum / discSpots;
}

std::vector<geo::LonLat> spread(geo::Shape const& shape, std::size_t count)
{
    std::vector<geo::LonLat> spots;
    if (shape.type == geo::ShapeType::Line) { return spreadOnLines(shape, count); }
    if (shape.type != geo::ShapeType::Polygon) {
        for (auto const& part : shape.parts) { spots.push_back(part.outline.front()); }
        return spots;
    }
    auto const stretches = stretchesOf(shape);
    std::vector<double> weights;
    for (auto const& one : stretches) { weights.push_back(one.weight); }
    along(weights, count, [&](std::size_t i, double share) {
        spots.push_back({stretches[i].from + (stretches[i].to - stretches[i].from) * share, stretches[i].lat});
    });
    return spots;
}

double meanChance(std::vector<geo::LonLat> const& spots, Zone const& zone, double reachM)
{
    if (spots.empty()) { return 0; }
    double sum = 0;
    for (auto const at : spots) { sum += spotChance(at, zone, reachM); }
    return sum / static_cast<double>(spots.size());
}

} // namespace zhengtu::analysis
