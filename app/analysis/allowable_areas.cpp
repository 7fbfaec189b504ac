#include "analysis/allowable_areas.hpp"

#include "analysis/parallel.hpp"
#include "analysis/regions.hpp"
#include "geo/measure.hpp"
#include "geo/remainder.hpp"

#include <algorithm>
#include <format>

namespace zhengtu::analysis {

namespace {

constexpr double widestPillarM = 5000;

class Taking {
public:
    Taking(Regions const& mines, Regions const& zones, double pillarM, bool shapes)
        : m_mines{mines}, m_zones{zones}, m_index{zones.index(pillarM)}, m_pillarM{pillarM}, m_shapes{shapes}
    {
    }

    [[nodiscard]] Result<AllowableArea> operator()(std::size_t number) const
    {
        AllowableArea area;
        if (!m_mines.all[number]) { return area; }
        auto const& mine = *m_mines.all[number];
        area.beforeM2 = geo::areaM2(mine.shape());
        auto const near = m_index.query(mine.extent());
        if (near.empty()) { return whole(std::move(area), mine); }
        auto remainder = geo::Remainder::create(mine, m_pillarM);
        if (!remainder) { return std::unexpected{std::move(remainder.error())}; }
        for (auto const zone : near) {
            auto const taken = remainder->take(*m_zones.all[zone]);
            if (!taken) { return std::unexpected{Error{taken.error()}.at(std::format("zone {}", zone + 1))}; }
            if (*taken) { area.zones.push_back(static_cast<std::uint32_t>(zone)); }
        }
        return area.zones.empty() ? whole(std::move(area), mine) : balance(std::move(area), *remainder);
    }

private:
    [[nodiscard]] AllowableArea whole(AllowableArea area, geo::Region const& mine) const
    {
        area.afterM2 = area.beforeM2;
        if (m_shapes) { area.after = mine.shape(); }
        return area;
    }

    [[nodiscard]] Result<AllowableArea> balance(AllowableArea area, geo::Remainder const& remainder) const
    {
        auto const outsideM2 = remainder.outsideM2();
        if (!outsideM2) { return std::unexpected{outsideM2.error()}; }
        auto left = remainder.left();
        if (!left) { return std::unexpected{std::move(left.error())}; }
        // what the plane rounds must not make an area below zero
        double const outside = std::min(*outsideM2, area.beforeM2);
        area.afterM2 = std::min(geo::areaM2(*left), outside);
        area.overlapM2 = area.beforeM2 - outside;
        area.pillarM2 = outside - area.afterM2;
        if (m_shapes) { area.after = std::move(*left); }
        return area;
    }

    Regions const& m_mines;
    Regions const& m_zones;
    geo::SpatialIndex m_index;
    double m_pillarM;
    bool m_shapes;
};

} // namespace

Result<AllowableAreas> allowableAreas(std::span<geo::Shape const> mines, std::span<geo::Shape const> zones, double pillarM,
                                      Progress const& progress, AllowableOptions const& options)
{
    if (!(pillarM >= 0) || pillarM > widestPillarM) {
        return fail(ErrorCode::Usage, std::format("a pillar of {} m", pillarM), "Choose metres from 0 to 5000.");
    }
    auto const readyMines = regionsOf(mines, "mine", part(progress, 0, 0.1), options.threads);
    if (!readyMines) { return std::unexpected{readyMines.error()}; }
    auto const readyZones = regionsOf(zones, "zone", part(progress, 0.1, 0.2), options.threads);
    if (!readyZones) { return std::unexpected{readyZones.error()}; }
    Taking const taking{*readyMines, *readyZones, pillarM, options.shapes};
    std::vector<Result<AllowableArea>> made(mines.size());
    if (!forEach(mines.size(), options.threads, part(progress, 0.2, 1), [&](std::size_t i) { made[i] = taking(i); }, 1)) {
        return fail(ErrorCode::Cancelled, "the overlay was stopped");
    }
    AllowableAreas all{{}, readyMines->repaired, readyZones->repaired};
    for (std::size_t i = 0; i < made.size(); ++i) {
        if (!made[i]) { return std::unexpected{std::move(made[i].error()).at(std::format("mine {}", i + 1))}; }
        all.mines.push_back(std::move(*made[i]));
    }
    return all;
}

} // namespace zhengtu::analysis
