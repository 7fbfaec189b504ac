#include "analysis/coverage_check.hpp"

#include "analysis/overlay.hpp"
#include "analysis/parallel.hpp"
#include "geo/index.hpp"
#include "geo/measure.hpp"
#include "geo/ops.hpp"

#include <algorithm>

namespace zhengtu::analysis {

namespace {

using geo::Shape;
using geo::ShapeType;

double widestM(Shape const& shape)
{
    double widest = 0;
    for (auto const& part : shape.parts) { widest = std::max(widest, meanWidthM(part)); }
    return widest;
}

class Checking {
public:
    Checking(std::span<geo::Feature const> cells, Progress const& progress, unsigned threads) : m_cells{cells}, m_progress{progress}, m_threads{threads}
    {
        std::vector<geo::Extent> extents;
        for (auto const& cell : cells) { extents.push_back(geo::extentOf(cell.shape)); }
        m_index = geo::SpatialIndex{extents};
    }

    /// What cell i shares with those behind it.
    Result<std::vector<CoverageFault>> overlapsOf(std::size_t i) const
    {
        std::vector<CoverageFault> found;
        for (auto const j : m_index.query(geo::extentOf(m_cells[i].shape))) {
            if (j <= i) { continue; }
            auto common = geo::intersection(m_cells[i].shape, m_cells[j].shape);
            if (!common) { return std::unexpected{std::move(common.error()).at(m_cells[i].id + " and " + m_cells[j].id)}; }
            double const areaM2 = geo::areaM2(*common);
            if (areaM2 <= 0) { continue; }
            double const width = widestM(*common);
            found.push_back({std::move(*common), areaM2, width, {i, j}});
        }
        return found;
    }

    Result<void> overlaps(Coverage& coverage) const
    {
        std::vector<Result<std::vector<CoverageFault>>> made(m_cells.size());
        if (!forEach(m_cells.size(), m_threads, part(m_progress, 0, 0.6), [&](std::size_t i) { made[i] = overlapsOf(i); }, 1)) { return stopped(); }
        std::vector<Shape> shapes;
        for (auto& some : made) {
            if (!some) { return std::unexpected{std::move(some.error())}; }
            for (auto& one : *some) {
                shapes.push_back(one.shape);
                coverage.overlaps.push_back(std::move(one));
            }
        }
        return geo::unionAll(shapes).transform([&](Shape const& all) { coverage.overlappedM2 = geo::areaM2(all); });
    }

    Result<void> gaps(Coverage& coverage, std::optional<Shape> const& within) const
    {
        std::vector<Shape> shapes;
        for (auto const& cell : m_cells) { shapes.push_back(cell.shape); }
        if (m_progress && !m_progress(0.65)) { return stopped(); }
        auto const all = geo::unionAll(shapes);
        if (!all) { return std::unexpected{all.error()}; }
        if (m_progress && !m_progress(0.85)) { return stopped(); }
        auto const wanted = within ? Result<Shape>{*within} : filled(*all);
        if (!wanted) { return std::unexpected{wanted.error()}; }
        auto const missing = geo::difference(*wanted, *all);
        if (!missing) { return std::unexpected{missing.error()}; }
        for (auto const& part : missing->parts) {
            auto fault = gapOf({ShapeType::Polygon, {part}});
            if (!fault) { return std::unexpected{std::move(fault.error())}; }
            coverage.gaps.push_back(std::move(*fault));
        }
        coverage.withinM2 = geo::areaM2(*wanted);
        coverage.coveredM2 = coverage.withinM2 - geo::areaM2(*missing);
        coverage.outsideM2 = std::max(0.0, geo::areaM2(*all) - coverage.coveredM2);
        if (m_progress && !m_progress(1)) { return stopped(); }
        return {};
    }

private:
    static std::unexpected<Error> stopped() { return fail(ErrorCode::Cancelled, "the check of the coverage was stopped"); }

    /// The cells together with what they enclose.
    static Result<Shape> filled(Shape const& cells)
    {
        std::vector<Shape> outlines;
        for (auto const& part : cells.parts) { outlines.push_back({ShapeType::Polygon, {{part.outline, {}}}}); }
        return geo::unionAll(outlines); // one may lie in a hole of another
    }

    Result<CoverageFault> gapOf(Shape shape) const
    {
        CoverageFault fault{.shape = std::move(shape), .areaM2 = 0, .widthM = 0, .cells = {}};
        fault.areaM2 = geo::areaM2(fault.shape);
        fault.widthM = widestM(fault.shape);
        for (auto const i : m_index.query(geo::extentOf(fault.shape))) {
            auto const meet = geo::intersects(fault.shape, m_cells[i].shape);
            if (!meet) { return std::unexpected{Error{meet.error()}.at(m_cells[i].id)}; }
            if (*meet) { fault.cells.push_back(i); }
        }
        return fault;
    }

    std::span<geo::Feature const> m_cells;
    Progress const& m_progress;
    unsigned m_threads;
    geo::SpatialIndex m_index;
};

} // namespace

Result<Coverage> checkCoverage(std::span<geo::Feature const> cells, std::optional<Shape> const& within, Progress const& progress, unsigned threads)
{
    Coverage coverage;
    Checking const checking{cells, progress, threads};
    if (auto done = checking.overlaps(coverage); !done) { return std::unexpected{std::move(done.error())}; }
    if (auto done = checking.gaps(coverage, within); !done) { return std::unexpected{std::move(done.error())}; }
    auto const larger = [](CoverageFault const& l, CoverageFault const& r) { return l.areaM2 > r.areaM2; };
    std::ranges::stable_sort(coverage.gaps, larger);
    std::ranges::stable_sort(coverage.overlaps, larger);
    return coverage;
}

} // namespace zhengtu::analysis
