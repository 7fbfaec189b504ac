#include "analysis/overlay.hpp"

#include "analysis/parallel.hpp"
#include "geo/index.hpp"
#include "geo/measure.hpp"
#include "geo/ops.hpp"
#include "geo/prepared.hpp"

#include <algorithm>

namespace zhengtu::analysis {

namespace {

using geo::ShapeType;
using Features = std::span<geo::Feature const>;

constexpr double lastDigits = 1e-12; ///< of a measure: rings begin elsewhere after a cut that took nothing

/// A layer made ready to be cut with: most pairs lie apart or one in the other, which needs no cutting.
struct Knives {
    Features features;
    std::vector<geo::PreparedZone> prepared;
    geo::SpatialIndex index;

    static Result<Knives> of(Features features, Progress const& progress, unsigned threads)
    {
        Knives knives{features, {}, {}};
        std::vector<std::optional<Result<geo::PreparedZone>>> made(features.size());
        if (!forEach(features.size(), threads, progress, [&](std::size_t i) { made[i].emplace(geo::PreparedZone::create(features[i].shape)); }, 4)) {
            return fail(ErrorCode::Cancelled, "the overlay was stopped");
        }
        std::vector<geo::Extent> extents;
        for (std::size_t i = 0; i < made.size(); ++i) {
            if (!*made[i]) { return std::unexpected{std::move(made[i]->error()).at(features[i].id)}; }
            extents.push_back((*made[i])->extent());
            knives.prepared.push_back(std::move(**made[i]));
        }
        knives.index = geo::SpatialIndex{extents};
        return knives;
    }
};

Error between(Error error, geo::Feature const& a, geo::Feature const& b) { return std::move(error).at(a.id + " and " + b.id); }

struct Shared {
    std::vector<OverlayPiece> pieces;
    std::size_t touching = 0;
};

Result<Shared> sharedOf(Features a, std::size_t i, Knives const& b)
{
    Shared shared;
    auto const& shape = a[i].shape;
    for (auto const j : b.index.query(geo::extentOf(shape))) {
        auto const meet = b.prepared[j].intersects(shape);
        if (!meet) { return std::unexpected{between(meet.error(), a[i], b.features[j])}; }
        if (!*meet) { continue; }
        bool inside = false;
        if (b.features[j].shape.type == ShapeType::Polygon) {
            auto const covers = b.prepared[j].covers(shape);
            if (!covers) { return std::unexpected{between(covers.error(), a[i], b.features[j])}; }
            inside = *covers;
        }
        auto common = inside ? Result<geo::Shape>{shape} : geo::intersection(shape, b.features[j].shape);
        if (!common) { return std::unexpected{between(common.error(), a[i], b.features[j])}; }
        double const measure = measureOf(*common);
        if (measure > 0) { shared.pieces.push_back({i, j, std::move(*common), measure}); }
        else { ++shared.touching; }
    }
    return shared;
}

/// What is left of a feature; nothing where all of it is there still.
Result<std::optional<geo::Shape>> leftOf(geo::Feature const& feature, Knives const& knives)
{
    std::optional<geo::Shape> left;
    for (auto const j : knives.index.query(geo::extentOf(feature.shape))) {
        auto const& knife = knives.features[j];
        if (knife.shape.type < feature.shape.type) { continue; } // takes no area of an area, no length of a line
        auto const meet = knives.prepared[j].intersects(feature.shape);
        if (!meet) { return std::unexpected{between(meet.error(), feature, knife)}; }
        if (!*meet) { continue; }
        auto rest = geo::difference(left ? *left : feature.shape, knife.shape);
        if (!rest) { return std::unexpected{between(rest.error(), feature, knife)}; }
        left = std::move(*rest);
        if (left->empty()) { break; }
    }
    return left;
}

class Cutting {
public:
    Cutting(Progress const& progress, unsigned threads) : m_progress{progress}, m_threads{threads} {}

    Result<void> common(Features a, Knives const& b, double from, double to)
    {
        std::vector<Result<Shared>> made(a.size());
        auto const done = forEach(a.size(), m_threads, part(m_progress, from, to), [&](std::size_t i) { made[i] = sharedOf(a, i, b); }, 1);
        if (!done) { return stopped(); }
        for (auto& one : made) {
            if (!one) { return std::unexpected{std::move(one.error())}; }
            m_result.touching += one->touching;
            std::ranges::move(one->pieces, std::back_inserter(m_result.pieces));
        }
        return {};
    }

    /// `first`: the features are those of A.
    Result<void> rest(Features of, Knives const& knives, bool first, double from, double to)
    {
        std::vector<Result<std::optional<geo::Shape>>> made(of.size());
        auto const done = forEach(of.size(), m_threads, part(m_progress, from, to), [&](std::size_t i) { made[i] = leftOf(of[i], knives); }, 1);
        if (!done) { return stopped(); }
        for (std::size_t i = 0; i < made.size(); ++i) {
            if (!made[i]) { return std::unexpected{std::move(made[i].error())}; }
            bool const whole = !*made[i];
            auto shape = whole ? of[i].shape : std::move(**made[i]);
            double const measure = measureOf(shape);
            double const before = measureOf(of[i].shape);
            if (first && (whole || measure >= before * (1 - lastDigits))) { m_result.whole.push_back(i); }
            if (measure > 0) {
                OverlayPiece piece{.a = {}, .b = {}, .shape = std::move(shape), .measure = measure};
                (first ? piece.a : piece.b) = i;
                m_result.pieces.push_back(std::move(piece));
            }
            else if (first) { m_result.gone.push_back(i); }
        }
        return {};
    }

    [[nodiscard]] OverlayPieces take() { return std::move(m_result); }

private:
    static std::unexpected<Error> stopped() { return fail(ErrorCode::Cancelled, "the overlay was stopped"); }
    Progress const& m_progress;
    unsigned m_threads;
    OverlayPieces m_result;
};

} // namespace

double measureOf(geo::Shape const& shape) noexcept
{
    switch (shape.type) {
    case ShapeType::Polygon: return geo::areaM2(shape);
    case ShapeType::Line: return geo::lengthM(shape);
    case ShapeType::Point: return static_cast<double>(shape.parts.size());
    case ShapeType::None: break;
    }
    return 0;
}

Result<OverlayPieces> overlay(Overlay kind, Features a, Features b, Progress const& progress, unsigned threads)
{
    auto const isPolygon = [](geo::Feature const& feature) { return feature.shape.type == ShapeType::Polygon; };
    if (kind == Overlay::Union && !(std::ranges::all_of(a, isPolygon) && std::ranges::all_of(b, isPolygon))) {
        return fail(ErrorCode::Usage, "a union is made of polygons alone", "Grow lines and points first (overlay ring), or ask for the intersection.");
    }
    auto const second = Knives::of(b, part(progress, 0, 0.1), threads);
    if (!second) { return std::unexpected{second.error()}; }
    Cutting cutting{progress, threads};
    if (kind != Overlay::Difference) {
        if (auto done = cutting.common(a, *second, 0.1, kind == Overlay::Union ? 0.4 : 1); !done) { return std::unexpected{std::move(done.error())}; }
    }
    if (kind != Overlay::Intersection) {
        if (auto done = cutting.rest(a, *second, true, kind == Overlay::Union ? 0.4 : 0.1, kind == Overlay::Union ? 0.7 : 1); !done) { return std::unexpected{std::move(done.error())}; }
    }
    if (kind == Overlay::Union) {
        auto const first = Knives::of(a, part(progress, 0.7, 0.75), threads);
        if (!first) { return std::unexpected{first.error()}; }
        if (auto done = cutting.rest(b, *first, false, 0.75, 1); !done) { return std::unexpected{std::move(done.error())}; }
    }
    return cutting.take();
}

double meanWidthM(geo::Part const& part)
{
    geo::Shape const alone{ShapeType::Polygon, {part}};
    double const perimeter = geo::lengthM(alone);
    return perimeter > 0 ? 2 * geo::areaM2(alone) / perimeter : 0;
}

std::vector<Sliver> slivers(std::span<geo::Shape const> shapes, double widthM)
{
    std::vector<Sliver> found;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        if (shapes[i].type != ShapeType::Polygon) { continue; }
        for (std::size_t p = 0; p < shapes[i].parts.size(); ++p) {
            auto const& part = shapes[i].parts[p];
            double const width = meanWidthM(part);
            if (width < widthM) { found.push_back({i, p, geo::areaM2({ShapeType::Polygon, {part}}), width, part.outline.front()}); }
        }
    }
    return found;
}

} // namespace zhengtu::analysis
