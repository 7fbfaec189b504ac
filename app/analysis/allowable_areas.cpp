#include "analysis/allowable_areas.hpp"

#include "analysis/parallel.hpp"
#include "analysis/repaired.hpp"
#include "geo/index.hpp"
#include "geo/measure.hpp"
#include "geo/ops.hpp"

#include <algorithm>
#include <format>

namespace zhengtu::analysis {

namespace {

constexpr double widestPillarM = 5000;

class Taking {
public:
    Taking(Repaired const& mines, Repaired const& zones, double pillarM, bool shapes)
        : m_mines{mines}, m_zones{zones}, m_pillarM{pillarM}, m_shapes{shapes}
    {
        std::vector<geo::Extent> extents;
        for (std::size_t i = 0; i < zones.size(); ++i) { extents.push_back(geo::grown(geo::extentOf(zones[i]), pillarM)); }
        m_index = geo::SpatialIndex{extents};
    }

    [[nodiscard]] Result<AllowableArea> operator()(std::size_t number) const
    {
        AllowableArea area;
        auto const& mine = m_mines[number];
        area.beforeM2 = geo::areaM2(mine);
        auto outside = mine;
        auto after = mine;
        for (auto const zone : m_index.query(geo::extentOf(mine))) {
            auto const grown = geo::bufferM(m_zones[zone], m_pillarM);
            if (!grown) { return std::unexpected{grown.error()}; }
            auto const meets = geo::intersects(mine, *grown);
            if (!meets) { return std::unexpected{meets.error()}; }
            if (!*meets) { continue; }
            auto left = geo::difference(outside, m_zones[zone]);
            if (!left) { return std::unexpected{left.error()}; }
            outside = std::move(*left);
            left = geo::difference(after, *grown);
            if (!left) { return std::unexpected{left.error()}; }
            after = std::move(*left);
            area.zones.push_back(static_cast<std::uint32_t>(zone));
        }
        double const outsideM2 = geo::areaM2(outside);
        area.afterM2 = std::min(geo::areaM2(after), outsideM2);
        area.overlapM2 = std::max(0.0, area.beforeM2 - outsideM2);
        area.pillarM2 = outsideM2 - area.afterM2;
        if (m_shapes) { area.after = std::move(after); }
        return area;
    }

private:
    Repaired const& m_mines;
    Repaired const& m_zones;
    double m_pillarM;
    bool m_shapes;
    geo::SpatialIndex m_index;
};

} // namespace

Result<AllowableAreas> allowableAreas(std::span<geo::Shape const> mines, std::span<geo::Shape const> zones, double pillarM,
                                      Progress const& progress, AllowableOptions const& options)
{
    if (!(pillarM >= 0) || pillarM > widestPillarM) {
        return fail(ErrorCode::Usage, std::format("a pillar of {} m", pillarM), "Choose metres from 0 to 5000.");
    }
    auto const soundMines = repairedPolygons(mines, "mine", part(progress, 0, 0.1), options.threads);
    if (!soundMines) { return std::unexpected{soundMines.error()}; }
    auto const soundZones = repairedPolygons(zones, "zone", part(progress, 0.1, 0.2), options.threads);
    if (!soundZones) { return std::unexpected{soundZones.error()}; }
    Taking const taking{*soundMines, *soundZones, pillarM, options.shapes};
    std::vector<Result<AllowableArea>> made(mines.size());
    if (!forEach(mines.size(), options.threads, part(progress, 0.2, 1), [&](std::size_t i) { made[i] = taking(i); }, 1)) {
        return fail(ErrorCode::Cancelled, "the overlay was stopped");
    }
    AllowableAreas all{{}, soundMines->numbers, soundZones->numbers};
    for (std::size_t i = 0; i < made.size(); ++i) {
        if (!made[i]) { return std::unexpected{std::move(made[i].error()).at(std::format("mine {}", i + 1))}; }
        all.mines.push_back(std::move(*made[i]));
    }
    return all;
}

} // namespace zhengtu::analysis
