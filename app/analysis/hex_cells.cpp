#include "analysis/hex_cells.hpp"

#include "geo/crs.hpp"
#include "geo/ops.hpp"
#include "geo/prepared.hpp"

#include <cmath>
#include <format>
#include <map>
#include <numbers>
#include <utility>

namespace zhengtu::analysis {

namespace {

/// Column and row of a hexagon with its point up; rows alternate by half a width.
struct Key {
    long row, column;
    friend auto operator<=>(Key const&, Key const&) = default;
};

class Lattice {
public:
    explicit Lattice(double widthM) : m_width{widthM}, m_height{widthM * std::numbers::sqrt3 / 2} {}

    [[nodiscard]] geo::LonLat centre(Key key) const noexcept // metres, x first
    {
        double const shift = key.row % 2 != 0 ? 0.5 : 0;
        return {(static_cast<double>(key.column) + shift) * m_width, static_cast<double>(key.row) * m_height};
    }
    /// Whose centre is nearest, of equally near ones the least.
    [[nodiscard]] Key holding(geo::LonLat at) const noexcept
    {
        auto const row = static_cast<long>(std::floor(at.lat / m_height));
        Key best{};
        double least = -1;
        for (long r = row; r <= row + 1; ++r) {
            double const shift = r % 2 != 0 ? 0.5 : 0;
            Key const key{r, static_cast<long>(std::floor(at.lon / m_width - shift + 0.5))};
            auto const c = centre(key);
            double const d = (c.lon - at.lon) * (c.lon - at.lon) + (c.lat - at.lat) * (c.lat - at.lat);
            if (least < 0 || d < least) {
                least = d;
                best = key;
            }
        }
        return best;
    }
    [[nodiscard]] geo::Shape outline(Key key) const
    {
        auto const c = centre(key);
        double const tip = m_width / std::numbers::sqrt3, half = m_width / 2;
        return {geo::ShapeType::Polygon,
                {geo::Part{{{c.lon, c.lat - tip}, {c.lon + half, c.lat - tip / 2}, {c.lon + half, c.lat + tip / 2}, {c.lon, c.lat + tip}, {c.lon - half, c.lat + tip / 2},
                            {c.lon - half, c.lat - tip / 2}, {c.lon, c.lat - tip}},
                           {}}}};
    }
    [[nodiscard]] double width() const noexcept { return m_width; }
    [[nodiscard]] double height() const noexcept { return m_height; }

private:
    double m_width, m_height;
};

Result<geo::Shape> studyArea(std::span<geo::LonLat const> positions, double widthM)
{
    geo::Shape points{geo::ShapeType::Point, {}};
    for (auto const at : positions) { points.parts.push_back({{at}, {}}); }
    return geo::convexHull(points).and_then([&](geo::Shape const& hull) { return geo::bufferM(hull, widthM); });
}

} // namespace

Result<HexCells> hexCells(std::span<geo::LonLat const> positions, double widthM)
{
    if (positions.empty()) { return fail(ErrorCode::Usage, "cells need a position"); }
    if (!(widthM > 0) || !std::isfinite(widthM)) { return fail(ErrorCode::Usage, "cells need a width above zero"); }
    auto const area = studyArea(positions, widthM);
    if (!area) { return std::unexpected{area.error()}; }
    auto const extent = geo::extentOf(*area);
    auto const middle = extent.centre();
    auto const plane = geo::Transform::create("EPSG:4490", std::format("+proj=laea +lat_0={:.1f} +lon_0={:.1f} +ellps=GRS80 +units=m +type=crs", middle.lat, middle.lon));
    if (!plane) { return std::unexpected{plane.error()}; }
    auto const flat = (*plane)(*area);
    if (!flat) { return std::unexpected{flat.error()}; }
    auto const box = geo::extentOf(*flat);
    Lattice const lattice{widthM};
    double const many = ((box.maxLon - box.minLon) / lattice.width() + 2) * ((box.maxLat - box.minLat) / lattice.height() + 2);
    if (many > static_cast<double>(mostHexCells)) {
        return fail(ErrorCode::Usage, std::format("cells {:.0f} m wide would be about {:.0f}, and at most {} are made", widthM, many, mostHexCells),
                    std::format("Take cells of {:.0f} m or more.", std::ceil(widthM * std::sqrt(many / static_cast<double>(mostHexCells)) * 1.01)));
    }
    auto const zone = geo::PreparedZone::create(*area); // in degrees: it takes no metres
    if (!zone) { return std::unexpected{zone.error()}; }

    std::map<Key, std::size_t> numbers;
    for (auto row = static_cast<long>(std::floor(box.minLat / lattice.height())); row <= static_cast<long>(std::ceil(box.maxLat / lattice.height())); ++row) {
        for (auto column = static_cast<long>(std::floor(box.minLon / widthM)) - 1; column <= static_cast<long>(std::ceil(box.maxLon / widthM)); ++column) {
            auto const centre = plane->back(geo::Shape::point(lattice.centre({row, column})));
            if (!centre) { return std::unexpected{centre.error()}; }
            if (zone->intersects(centre->parts.front().outline.front())) { numbers[{row, column}] = 0; }
        }
    }
    std::vector<Key> keys;
    for (auto const at : positions) {
        auto const there = (*plane)(at);
        if (!there) { return std::unexpected{there.error()}; }
        keys.push_back(lattice.holding(*there));
        numbers[keys.back()] = 0;
    }
    HexCells cells;
    cells.areaM2 = widthM * widthM * std::numbers::sqrt3 / 2;
    for (auto& [key, number] : numbers) {
        number = cells.centres.size();
        auto const c = lattice.centre(key);
        auto const centre = plane->back(geo::Shape::point(c));
        auto outline = plane->back(lattice.outline(key));
        if (!centre || !outline) { return std::unexpected{centre ? outline.error() : centre.error()}; }
        cells.centres.push_back(centre->parts.front().outline.front());
        cells.shapes.push_back(std::move(*outline));
    }
    for (auto const& key : keys) { cells.cellOf.push_back(numbers.at(key)); }
    return cells;
}

} // namespace zhengtu::analysis
