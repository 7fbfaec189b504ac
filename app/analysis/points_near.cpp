#include "analysis/points_near.hpp"

#include "analysis/parallel.hpp"
#include "analysis/point_grid.hpp"
#include "analysis/points_in_polygons.hpp"
#include "geo/edges.hpp"
#include "geo/index.hpp"
#include "geo/near.hpp"
#include "geo/refine.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>

namespace zhengtu::analysis {

namespace {

constexpr double pointsPerCell = 2;
constexpr double farthestM = 1'000'000;
constexpr double farthestInFrameM = 50'000; ///< EdgesWithinM
constexpr std::size_t edgesPerPiece = 16, piecesPerGroup = 16, edgesPerTask = edgesPerPiece * piecesPerGroup;
constexpr double longestDegrees = 0.02; ///< of an edge as it is looked at
/// Pieces and groups of them are no larger than so many times the limit, or this: what lies in their boxes and not near costs, too.
constexpr double leastPieceDegrees = 0.02, leastGroupDegrees = 0.1, pieceLimits = 2, groupLimits = 4;
constexpr double metresPerDegree = 111'000;

/// A stretch of one path of one shape; or a whole shape, for distances that are too large for stretches.
struct Stretch {
    std::uint32_t shape;
    std::span<geo::LonLat const> path;
};

double degrees(geo::Extent const& extent) noexcept { return std::max(extent.maxLon - extent.minLon, extent.maxLat - extent.minLat); }

bool holds(geo::Extent const& box, geo::LonLat at) noexcept
{
    return at.lon >= box.minLon && at.lon <= box.maxLon && at.lat >= box.minLat && at.lat <= box.maxLat;
}

class Nearing {
public:
    Nearing(std::span<geo::LonLat const> points, std::span<geo::Shape const> shapes, double limitM)
        : m_grid{points, PointGrid::evenDiagonalM(points, pointsPerCell)}, m_shapes{shapes}, m_limitM{limitM},
          m_pieceDegrees{std::max(leastPieceDegrees, pieceLimits * limitM / metresPerDegree)},
          m_groupDegrees{std::max(leastGroupDegrees, groupLimits * limitM / metresPerDegree)}
    {
    }

    Result<std::vector<PointNear>> run(Progress const& progress, unsigned threads)
    {
        bool const inFrame = m_limitM <= farthestInFrameM;
        if (inFrame) {
            cut();
        } else {
            for (std::uint32_t i = 0; i < m_shapes.size(); ++i) { m_tasks.push_back({i, {}}); }
        }
        std::vector<std::vector<PointNear>> found(m_tasks.size());
        auto const done = forEach(
            m_tasks.size(), threads, progress, [&](std::size_t i) { found[i] = inFrame ? hitsOf(m_tasks[i]) : farHitsOf(m_tasks[i]); },
            inFrame ? 8 : 1);
        if (!done) { return fail(ErrorCode::Cancelled, "the search for positions near shapes was stopped"); }
        std::vector<PointNear> hits;
        for (auto const& some : found) { hits.insert(hits.end(), some.begin(), some.end()); }
        return hits;
    }

private:
    void cut()
    {
        auto const add = [this](std::uint32_t shape, geo::Path const& path) {
            std::span<geo::LonLat const> const all{path};
            for (std::size_t first = 0; first == 0 || first + 1 < all.size(); first += edgesPerTask) {
                m_tasks.push_back({shape, all.subspan(first, std::min(edgesPerTask + 1, all.size() - first))});
            }
        };
        for (std::uint32_t i = 0; i < m_shapes.size(); ++i) {
            for (auto const& one : m_shapes[i].parts) {
                add(i, one.outline);
                for (auto const& hole : one.holes) { add(i, hole); }
            }
        }
    }

    /// Edges that follow each other, and where what is within the limit of them can be.
    struct Piece {
        std::span<geo::LonLat const> path;
        geo::Extent extent, near;
    };
    /// Pieces that look for positions together.
    struct Group {
        std::array<Piece, piecesPerGroup> pieces;
        std::size_t count = 0;
        geo::Extent extent, near;
    };

    [[nodiscard]] std::vector<PointNear> hitsOf(Stretch const& task) const
    {
        auto const isLong = [](geo::LonLat a, geo::LonLat b) { return std::max(std::abs(a.lon - b.lon), std::abs(a.lat - b.lat)) > longestDegrees; };
        auto path = task.path;
        geo::Path fine; // else the box of a long edge holds most positions of the layer, and it bends too much in a plane
        if (std::ranges::adjacent_find(path, isLong) != path.end()) {
            fine = geo::refined(path, longestDegrees);
            path = fine;
        }
        std::vector<PointNear> hits;
        Group group;
        std::size_t first = 0;
        do {
            if (group.count == piecesPerGroup || degrees(group.extent) > m_groupDegrees) {
                look(group, task.shape, hits);
                group = {};
            }
            auto const piece = pieceOf(path.subspan(first));
            group.extent.include(piece.extent);
            group.near.include(piece.near);
            group.pieces[group.count++] = piece;
            first += piece.path.size() - 1;
        } while (first + 1 < path.size());
        look(group, task.shape, hits);
        return hits;
    }

    /// The first few edges.
    [[nodiscard]] Piece pieceOf(std::span<geo::LonLat const> path) const
    {
        geo::Extent extent;
        std::size_t count = 0;
        do { extent.include(path[count++]); } while (count < path.size() && count <= edgesPerPiece && (count < 2 || degrees(extent) <= m_pieceDegrees));
        return {path.first(count), extent, geo::grown(extent, m_limitM)};
    }

    void look(Group const& group, std::uint32_t shape, std::vector<PointNear>& hits) const
    {
        geo::EdgesWithinM const within{group.extent.centre().lat, m_limitM};
        bool const flat = group.extent.maxLat - group.extent.minLat < 1.5; // the frame holds for a degree from its parallel
        m_grid.visit(group.near, [&](PointGrid::Run run, std::size_t, std::size_t) {
            for (auto i = run.begin; i < run.end; ++i) {
                auto const at = m_grid.at(i);
                for (auto const& piece : std::span{group.pieces}.first(group.count)) {
                    if (!holds(piece.near, at)) { continue; }
                    if (flat ? within(at, piece.path) : geo::EdgesWithinM{at.lat, m_limitM}(at, piece.path)) {
                        hits.push_back({m_grid.original(i), shape});
                        break;
                    }
                }
            }
        });
    }

    [[nodiscard]] std::vector<PointNear> farHitsOf(Stretch const& task) const
    {
        std::vector<PointNear> hits;
        auto const edges = geo::Edges::create(m_shapes[task.shape]);
        if (!edges || m_shapes[task.shape].empty()) { return hits; } // checked before
        m_grid.visit(geo::grown(edges->extent(), m_limitM), [&](PointGrid::Run run, std::size_t, std::size_t) {
            for (auto i = run.begin; i < run.end; ++i) {
                if (edges->edgeWithin(m_grid.at(i), m_limitM)) { hits.push_back({m_grid.original(i), task.shape}); }
            }
        });
        return hits;
    }

    PointGrid m_grid;
    std::span<geo::Shape const> m_shapes;
    double m_limitM, m_pieceDegrees, m_groupDegrees;
    std::vector<Stretch> m_tasks;
};

Result<void> checkShapes(std::span<geo::Shape const> shapes, unsigned threads)
{
    std::vector<Result<void>> checked(shapes.size());
    static_cast<void>(forEach(shapes.size(), threads, {}, [&](std::size_t i) { checked[i] = geo::checkEdges(shapes[i]); }, 8));
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        if (!checked[i]) { return std::unexpected{std::move(checked[i].error()).at(std::format("shape {}", i + 1))}; }
    }
    return {};
}

/// Positions in polygons are at 0 m from them.
Result<std::vector<PointNear>> inside(std::span<geo::LonLat const> points, std::span<geo::Shape const> shapes,
                                      Progress const& progress, unsigned threads)
{
    std::vector<geo::Shape> polygons; // numbers must stay, so others are empty
    if (std::ranges::none_of(shapes, [](auto const& shape) { return shape.type == geo::ShapeType::Polygon; })) {
        return std::vector<PointNear>{};
    }
    for (auto const& shape : shapes) { polygons.push_back(shape.type == geo::ShapeType::Polygon ? shape : geo::Shape{}); }
    return pointsInPolygons(points, polygons, progress, threads).transform([](auto const& found) {
        std::vector<PointNear> hits;
        for (auto const& hit : found) { hits.push_back({hit.point, hit.polygon}); }
        return hits;
    });
}

/// Sorted, each once: counted by position, then the few shapes of each are put in order.
std::vector<PointNear> inOrder(std::size_t points, std::vector<PointNear> const& found)
{
    std::vector<std::size_t> next(points + 1, 0);
    for (auto const& hit : found) { ++next[hit.point + 1]; }
    for (std::size_t i = 0; i < points; ++i) { next[i + 1] += next[i]; }
    std::vector<PointNear> hits(found.size());
    for (auto const& hit : found) { hits[next[hit.point]++] = hit; }
    for (std::size_t i = 0, begin = 0; i < points; begin = next[i++]) {
        std::sort(hits.begin() + static_cast<std::ptrdiff_t>(begin), hits.begin() + static_cast<std::ptrdiff_t>(next[i]));
    }
    hits.erase(std::ranges::unique(hits).begin(), hits.end());
    return hits;
}

} // namespace

Result<std::vector<PointNear>> pointsNear(std::span<geo::LonLat const> points, std::span<geo::Shape const> shapes, double limitM,
                                          Progress const& progress, unsigned threads)
{
    if (!(limitM >= 0) || limitM > farthestM) {
        return fail(ErrorCode::Usage, std::format("a distance of {} m", limitM), "Choose metres from 0 to 1000000.");
    }
    if (auto const fit = checkPositions(points); !fit) { return std::unexpected{fit.error()}; }
    if (auto const fit = checkShapes(shapes, threads); !fit) { return std::unexpected{fit.error()}; }
    auto hits = inside(points, shapes, part(progress, 0, 0.3), threads);
    if (!hits) { return hits; }
    auto const near = Nearing{points, shapes, limitM}.run(part(progress, 0.3, 1), threads);
    if (!near) { return near; }
    hits->insert(hits->end(), near->begin(), near->end());
    return inOrder(points.size(), *hits);
}

} // namespace zhengtu::analysis
