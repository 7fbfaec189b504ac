#include "works.hpp"

#include "data.hpp"
#include "or_die.hpp"
#include "tasks_export.hpp"

#include "analysis/allowable_areas.hpp"
#include "analysis/dbscan.hpp"
#include "analysis/gi_star.hpp"
#include "analysis/points_in_polygons.hpp"
#include "analysis/points_near.hpp"
#include "analysis/shared_areas.hpp"

#include <fstream>
#include <memory>

namespace zhengtu::bench {

void Answer::save(std::string const& file) const
{
    std::ofstream out{file, std::ios::binary};
    out.write(reinterpret_cast<char const*>(m_bytes.data()), static_cast<std::streamsize>(m_bytes.size()));
    if (!out) { die("cannot write " + file); }
}

namespace {

std::vector<geo::LonLat> pointsOf(Settings const& settings)
{
    auto points = loadPoints(settings.folder);
    if (settings.points > 0 && settings.points < points.size()) { points.resize(settings.points); }
    return points;
}

Work pointsInPolygonsWork(Settings const& settings)
{
    return [=, points = pointsOf(settings), polygons = loadShapes(settings.folder, "polygons")]() -> Tell {
        auto hits = orDie(analysis::pointsInPolygons(points, polygons, {}, settings.threads));
        return [hits = std::move(hits)](Answer& answer) {
            for (auto const& hit : hits) {
                answer.add(hit.point);
                answer.add(hit.polygon);
            }
        };
    };
}

Work nearWork(Settings const& settings, double metres)
{
    return [=, points = pointsOf(settings), rivers = loadShapes(settings.folder, "rivers")]() -> Tell {
        auto hits = orDie(analysis::pointsNear(points, rivers, metres, {}, settings.threads));
        return [hits = std::move(hits)](Answer& answer) {
            for (auto const& hit : hits) {
                answer.add(hit.point);
                answer.add(hit.shape);
            }
        };
    };
}

Work allowableWork(Settings const& settings)
{
    return [=, mines = loadShapes(settings.folder, "mines"), zones = loadShapes(settings.folder, "zones")]() -> Tell {
        auto areas = orDie(analysis::allowableAreas(mines, zones, 50, {}, {.shapes = true, .taken = false, .threads = settings.threads}));
        return [areas = std::move(areas)](Answer& answer) {
            for (auto const& mine : areas.mines) {
                for (double const area : {mine.beforeM2, mine.overlapM2, mine.pillarM2, mine.afterM2}) { answer.add(area); }
            }
        };
    };
}

Work sharedWork(Settings const& settings)
{
    return [=, mines = loadShapes(settings.folder, "mines"), zones = loadShapes(settings.folder, "zones")]() -> Tell {
        auto shared = orDie(analysis::sharedAreas(mines, zones, {}, settings.threads));
        return [shared = std::move(shared)](Answer& answer) {
            for (auto const& area : shared.areas) {
                answer.add(static_cast<double>(area.a));
                answer.add(static_cast<double>(area.b));
                answer.add(area.areaM2);
            }
        };
    };
}

Work dbscanWork(Settings const& settings)
{
    return [=, points = pointsOf(settings)]() -> Tell {
        auto clusters = orDie(analysis::dbscan(points, 1000, 10, {}, settings.threads));
        return [clusters = std::move(clusters)](Answer& answer) {
            for (auto const cluster : clusters) { answer.add(static_cast<std::int32_t>(cluster)); }
        };
    };
}

Work giStarWork(Settings const& settings)
{
    auto points = pointsOf(settings);
    auto values = loadValues(settings.folder);
    values.resize(points.size(), 1);
    return [=]() -> Tell {
        auto found = orDie(analysis::giStar(points, values, 600, {}, settings.threads));
        return [found = std::move(found)](Answer& answer) {
            for (auto const z : found.z) { answer.add(z); }
        };
    };
}

Work exportWork(Settings const& settings, bool whole)
{
    auto const made = std::make_shared<ExportOfTasks>(pointsOf(settings));
    auto const folder = std::filesystem::path{settings.folder} / "export";
    std::filesystem::create_directories(folder / "peer");
    made->asGeoPackage(folder / "peer");
    return [=]() -> Tell {
        whole ? made->whole(folder) : made->asShapefile(folder);
        return [](Answer&) {}; // verified by itself, and read by the peer
    };
}

} // namespace

Work workOf(std::string_view task, Settings const& settings)
{
    if (task == "points-in-polygons") { return pointsInPolygonsWork(settings); }
    if (task == "near-100m") { return nearWork(settings, 100); }
    if (task == "near-2km") { return nearWork(settings, 2000); }
    if (task == "allowable") { return allowableWork(settings); }
    if (task == "shared-areas") { return sharedWork(settings); }
    if (task == "dbscan") { return dbscanWork(settings); }
    if (task == "gi-star") { return giStarWork(settings); }
    if (task == "shapefile") { return exportWork(settings, false); }
    if (task == "whole-export") { return exportWork(settings, true); }
    die("no task '" + std::string{task} + "'");
}

} // namespace zhengtu::bench
