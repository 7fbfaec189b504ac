#include "analysis/points_in_polygons.hpp"

#include "analysis/parallel.hpp"
#include "analysis/point_grid.hpp"
#include "geo/edges.hpp"

#include <algorithm>
#include <format>
#include <optional>

namespace zhengtu::analysis {

namespace {

/// Positions in a cell, on average; a cell with as many is worth the question whether an edge comes near it.
constexpr double perCell = 4;
constexpr std::uint32_t worthAsking = 6;
/// A task looks at so many positions at most, so that it ends soon when it is to stop and no thread is left with the largest zone.
constexpr std::size_t perTask = 20'000;

/// Some cells of the grid against one polygon.
struct CellsOfPolygon {
    std::uint32_t polygon;
    std::uint32_t firstCell, endCell;
};

class Locating {
public:
    Locating(std::span<geo::LonLat const> points, std::span<geo::Shape const> polygons)
        : m_grid{points, PointGrid::evenDiagonalM(points, perCell)}, m_polygons{polygons}, m_edges(polygons.size())
    {
    }

    Result<std::vector<PointInPolygon>> run(Progress const& progress, unsigned threads)
    {
        std::vector<Error> faults(m_polygons.size());
        std::vector<char> broken(m_polygons.size(), 0);
        bool done = forEach(
            m_polygons.size(), threads, part(progress, 0, 0.4),
            [&](std::size_t i) {
                auto edges = edgesOf(m_polygons[i]);
                if (edges) {
                    m_edges[i] = std::move(*edges);
                } else {
                    faults[i] = std::move(edges.error());
                    broken[i] = 1;
                }
            },
            1);
        if (auto const at = std::ranges::find(broken, 1); at != broken.end()) {
            auto const number = at - broken.begin();
            return std::unexpected{std::move(faults[static_cast<std::size_t>(number)]).at(std::format("polygon {}", number + 1))};
        }
        auto const tasks = tasksOf();
        std::vector<std::vector<PointInPolygon>> found(tasks.size());
        done = done && forEach(
                           tasks.size(), threads, part(progress, 0.4, 1), [&](std::size_t i) { found[i] = hitsOf(tasks[i]); }, 1);
        if (!done) { return fail(ErrorCode::Cancelled, "the search for positions in polygons was stopped"); }
        return byPoint(found);
    }

private:
    static Result<std::optional<geo::Edges>> edgesOf(geo::Shape const& polygon)
    {
        if (polygon.empty()) { return std::nullopt; }
        if (polygon.type != geo::ShapeType::Polygon) {
            return fail(ErrorCode::GeometryInvalid, std::string{"a "} + geo::name(polygon.type) + " where a polygon is needed");
        }
        return geo::Edges::create(polygon).transform([](geo::Edges edges) { return std::optional{std::move(edges)}; });
    }

    [[nodiscard]] std::vector<CellsOfPolygon> tasksOf() const
    {
        std::vector<CellsOfPolygon> tasks;
        for (std::uint32_t i = 0; i < m_edges.size(); ++i) {
            if (!m_edges[i]) { continue; }
            m_grid.visit(m_edges[i]->extent(), [&](PointGrid::Run, std::size_t first, std::size_t end) {
                std::size_t count = 0;
                for (auto cell = first; cell < end; ++cell) {
                    auto const run = m_grid.cell(cell);
                    count += run.end - run.begin;
                    if (count < perTask && cell + 1 < end) { continue; }
                    tasks.push_back({i, static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(cell + 1)});
                    first = cell + 1;
                    count = 0;
                }
            });
        }
        return tasks;
    }

    [[nodiscard]] std::vector<PointInPolygon> hitsOf(CellsOfPolygon const& task) const
    {
        std::vector<PointInPolygon> hits;
        auto const& edges = *m_edges[task.polygon];
        auto const& extent = edges.extent();
        auto const add = [&](std::size_t i, geo::Where where) {
            if (where != geo::Where::Outside) { hits.push_back({m_grid.original(i), task.polygon, where}); }
        };
        for (auto cell = task.firstCell; cell < task.endCell; ++cell) {
            auto const run = m_grid.cell(cell);
            if (run.end - run.begin >= worthAsking && !edges.mayMeet(m_grid.extent(run))) {
                auto const where = edges.locate(m_grid.at(run.begin));
                for (auto i = run.begin; i < run.end; ++i) { add(i, where); }
                continue;
            }
            for (auto i = run.begin; i < run.end; ++i) {
                auto const at = m_grid.at(i);
                if (at.lon >= extent.minLon && at.lon <= extent.maxLon && at.lat >= extent.minLat && at.lat <= extent.maxLat) {
                    add(i, edges.locate(at));
                }
            }
        }
        return hits;
    }

    /// Tasks come by polygon, so counting by position leaves each position's polygons in order.
    [[nodiscard]] std::vector<PointInPolygon> byPoint(std::vector<std::vector<PointInPolygon>> const& found) const
    {
        std::vector<std::uint32_t> next(m_grid.size() + 1, 0);
        for (auto const& some : found) {
            for (auto const& hit : some) { ++next[hit.point + 1]; }
        }
        for (std::size_t i = 0; i < m_grid.size(); ++i) { next[i + 1] += next[i]; }
        std::vector<PointInPolygon> hits(next.back());
        for (auto const& some : found) {
            for (auto const& hit : some) { hits[next[hit.point]++] = hit; }
        }
        return hits;
    }

    PointGrid m_grid;
    std::span<geo::Shape const> m_polygons;
    std::vector<std::optional<geo::Edges>> m_edges;
};

} // namespace

Result<std::vector<PointInPolygon>> pointsInPolygons(std::span<geo::LonLat const> points, std::span<geo::Shape const> polygons,
                                                     Progress const& progress, unsigned threads)
{
    if (auto const fit = checkPositions(points); !fit) { return std::unexpected{fit.error()}; }
    return Locating{points, polygons}.run(progress, threads);
}

} // namespace zhengtu::analysis
