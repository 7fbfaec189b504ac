#include "analysis/points_in_polygons.hpp"

#include "analysis/parallel.hpp"
#include "analysis/point_grid.hpp"
#include "analysis/polygon_cells.hpp"
#include "geo/edges.hpp"

#include <algorithm>
#include <array>
#include <format>
#include <optional>

namespace zhengtu::analysis {

namespace {

/// Of the raster over the polygons: beyond it a cell is no smaller than a block of edges, and its table leaves the processor's cache.
constexpr std::size_t mostCells = 4'000'000;
/// A task looks at up to so many positions, fewer where there are few, which may lie in many polygons each; and more of them are looked up at once than one by one: while memory brings one cell it brings others, too.
constexpr std::size_t fewestPerTask = 256, mostPerTask = 16'384, tasksAtLeast = 64;

class Locating {
public:
    explicit Locating(std::span<geo::LonLat const> points) : m_points{points}, m_perTask{std::clamp(points.size() / tasksAtLeast, fewestPerTask, mostPerTask)} {}

    Result<std::vector<PointInPolygon>> run(std::span<geo::Shape const> polygons, Progress const& progress, unsigned threads)
    {
        if (auto ready = makeEdges(polygons, part(progress, 0, 0.1), threads); !ready) { return std::unexpected{std::move(ready.error())}; }
        geo::Extent box;
        for (auto const at : m_points) { box.include(at); }
        m_cells = PolygonCells::create(m_edges, box, std::min(mostCells, m_points.size() / 2 + 1), part(progress, 0.1, 0.3), threads);
        if (!m_cells) { return stopped(); }
        std::vector<std::vector<PointInPolygon>> found((m_points.size() + m_perTask - 1) / m_perTask);
        if (!forEach(found.size(), threads, part(progress, 0.3, 0.9), [&](std::size_t i) { found[i] = hitsOf(i * m_perTask); }, 1)) { return stopped(); }
        std::vector<std::size_t> begins{0};
        for (auto const& some : found) { begins.push_back(begins.back() + some.size()); }
        std::vector<PointInPolygon> hits(begins.back());
        auto const collect = [&](std::size_t i) {
            std::ranges::copy(found[i], hits.begin() + static_cast<std::ptrdiff_t>(begins[i]));
            std::vector<PointInPolygon>{}.swap(found[i]);
        };
        if (!forEach(found.size(), threads, part(progress, 0.9, 1), collect, 8)) { return stopped(); }
        return hits;
    }

private:
    static std::unexpected<Error> stopped() { return fail(ErrorCode::Cancelled, "the search for positions in polygons was stopped"); }

    static Result<std::optional<geo::Edges>> edgesOf(geo::Shape const& polygon)
    {
        if (polygon.empty()) { return std::nullopt; }
        if (polygon.type != geo::ShapeType::Polygon) {
            return fail(ErrorCode::GeometryInvalid, std::string{"a "} + geo::name(polygon.type) + " where a polygon is needed");
        }
        return geo::Edges::create(polygon).transform([](geo::Edges edges) { return std::optional{std::move(edges)}; });
    }

    Result<void> makeEdges(std::span<geo::Shape const> polygons, Progress const& progress, unsigned threads)
    {
        m_edges.resize(polygons.size());
        std::vector<std::optional<Error>> faults(polygons.size());
        auto const make = [&](std::size_t i) {
            auto edges = edgesOf(polygons[i]);
            if (edges) { m_edges[i] = std::move(*edges); }
            else { faults[i] = std::move(edges.error()); }
        };
        bool const done = forEach(polygons.size(), threads, progress, make, 1);
        for (std::size_t i = 0; i < faults.size(); ++i) {
            if (faults[i]) { return std::unexpected{std::move(*faults[i]).at(std::format("polygon {}", i + 1))}; }
        }
        return done ? Result<void>{} : stopped();
    }

    [[nodiscard]] std::vector<PointInPolygon> hitsOf(std::size_t first) const
    {
        constexpr std::size_t atOnce = 32;
        std::vector<PointInPolygon> hits;
        std::array<std::span<PolygonCells::Entry const>, atOnce> near;
        auto const end = std::min(first + m_perTask, m_points.size());
        for (auto begin = first; begin < end; begin += atOnce) {
            auto const count = std::min(atOnce, end - begin);
            for (std::size_t i = 0; i < count; ++i) { near[i] = m_cells->at(m_points[begin + i]); }
            for (std::size_t i = 0; i < count; ++i) {
                for (auto const entry : near[i]) {
                    auto const where = entry.fills != 0 ? geo::Where::Inside : m_edges[entry.polygon]->locate(m_points[begin + i]);
                    if (where != geo::Where::Outside) { hits.push_back({static_cast<std::uint32_t>(begin + i), entry.polygon, where}); }
                }
            }
        }
        return hits;
    }

    std::span<geo::LonLat const> m_points;
    std::size_t m_perTask;
    std::vector<std::optional<geo::Edges>> m_edges;
    std::optional<PolygonCells> m_cells;
};

} // namespace

Result<std::vector<PointInPolygon>> pointsInPolygons(std::span<geo::LonLat const> points, std::span<geo::Shape const> polygons,
                                                     Progress const& progress, unsigned threads)
{
    if (auto const fit = checkPositions(points); !fit) { return std::unexpected{fit.error()}; }
    return Locating{points}.run(polygons, progress, threads);
}

} // namespace zhengtu::analysis
