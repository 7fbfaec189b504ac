#include "analysis/allowable_areas.hpp"

#include "analysis/parallel.hpp"
#include "analysis/regions.hpp"
#include "geo/cut.hpp"
#include "geo/measure.hpp"
#include "geo/ops.hpp"
#include "geo/remainder.hpp"

#include <algorithm>
#include <format>

namespace zhengtu::analysis {

namespace {

constexpr double widestPillarM = 5000;

class Taking {
public:
    Taking(Regions const& mines, Regions const& zones, double pillarM, AllowableOptions const& options)
        : m_mines{mines}, m_zones{zones}, m_index{zones.index(pillarM)}, m_pillarM{pillarM}, m_shapes{options.shapes}, m_taken{options.taken}
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
        std::vector<geo::Region const*> taking;
        for (auto const zone : near) {
            if (!mine.isTakenBy(*m_zones.all[zone], m_pillarM)) { continue; }
            area.zones.push_back(static_cast<std::uint32_t>(zone));
            taking.push_back(&*m_zones.all[zone]);
        }
        if (taking.empty()) { return whole(std::move(area), mine); }
        auto remainder = geo::remainderOf(mine, taking, m_pillarM);
        if (!remainder) { return std::unexpected{std::move(remainder.error())}; }
        if (m_taken) {
            if (auto done = addTaken(area, mine, taking, remainder->left); !done) { return std::unexpected{std::move(done.error())}; }
        }
        return balance(std::move(area), std::move(*remainder));
    }

private:
    [[nodiscard]] AllowableArea whole(AllowableArea area, geo::Region const& mine) const
    {
        area.afterM2 = area.beforeM2;
        if (m_shapes) { area.after = mine.shape(); }
        return area;
    }

    [[nodiscard]] Result<void> addTaken(AllowableArea& area, geo::Region const& mine, std::span<geo::Region const* const> zones, geo::Shape const& left) const
    {
        auto inside = geo::insideOf(mine, zones);
        if (!inside) { return std::unexpected{std::move(inside.error())}; }
        area.overlap = std::move(*inside);
        if (!(m_pillarM > 0)) { return {}; }
        auto pillar = geo::outsideOf(mine, zones).and_then([&](geo::Shape const& outside) { return outside.empty() ? Result<geo::Shape>{outside} : geo::difference(outside, left); });
        if (!pillar) { return std::unexpected{std::move(pillar.error())}; }
        area.pillar = std::move(*pillar);
        return {};
    }

    [[nodiscard]] AllowableArea balance(AllowableArea area, geo::Remainder remainder) const
    {
        // what the plane rounds must not make an area below zero
        double const outside = std::min(remainder.outsideM2, area.beforeM2);
        area.afterM2 = std::min(geo::areaM2(remainder.left), outside);
        area.overlapM2 = area.beforeM2 - outside;
        area.pillarM2 = outside - area.afterM2;
        if (m_shapes) { area.after = std::move(remainder.left); }
        return area;
    }

    Regions const& m_mines;
    Regions const& m_zones;
    geo::SpatialIndex m_index;
    double m_pillarM;
    bool m_shapes, m_taken;
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
    Taking const taking{*readyMines, *readyZones, pillarM, options};
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
