#include "analysis/overlay.hpp"

#include "analysis/parallel.hpp"
#include "geo/cut.hpp"
#include "geo/index.hpp"
#include "geo/measure.hpp"
#include "geo/ops.hpp"
#include "geo/prepared.hpp"
#include "geo/region.hpp"
#include "geo/remainder.hpp"

#include <algorithm>

namespace zhengtu::analysis {

namespace {

using geo::ShapeType;
using Features = std::span<geo::Feature const>;

constexpr double lastDigits = 1e-12; ///< of a measure: rings begin elsewhere after a cut that took nothing

/// A layer made ready to be cut and to be cut with.
struct Ready {
    Features features;
    std::vector<std::optional<geo::Region>> regions;         ///< of polygons
    std::vector<std::optional<geo::PreparedZone>> prepared;  ///< where something else than two polygons may meet
    geo::SpatialIndex index;

    static Result<Ready> of(Features features, bool withOthers, Progress const& progress, unsigned threads)
    {
        Ready ready{features, {}, {}, {}};
        ready.regions.resize(features.size());
        ready.prepared.resize(features.size());
        std::vector<std::optional<Error>> failed(features.size());
        auto const make = [&](std::size_t i) {
            auto const& shape = features[i].shape;
            bool const area = shape.type == ShapeType::Polygon;
            if (area) { take(geo::Region::create(shape), ready.regions[i], failed[i]); }
            if (withOthers || !area) { take(geo::PreparedZone::create(shape), ready.prepared[i], failed[i]); }
        };
        if (!forEach(features.size(), threads, progress, make, 4)) { return fail(ErrorCode::Cancelled, "the overlay was stopped"); }
        std::vector<geo::Extent> extents;
        for (std::size_t i = 0; i < features.size(); ++i) {
            if (failed[i]) { return std::unexpected{std::move(*failed[i]).at(features[i].id)}; }
            extents.push_back(ready.regions[i] ? ready.regions[i]->extent() : ready.prepared[i]->extent());
        }
        ready.index = geo::SpatialIndex{extents};
        return ready;
    }

private:
    template <class Made> static void take(Result<Made> made, std::optional<Made>& into, std::optional<Error>& failed)
    {
        if (made) { into.emplace(std::move(*made)); }
        else { failed = std::move(made.error()); }
    }
};

/// A feature of one layer and one of another.
struct Couple {
    Ready const& ofA;
    std::size_t i;
    Ready const& ofB;
    std::size_t j;

    [[nodiscard]] geo::Feature const& a() const { return ofA.features[i]; }
    [[nodiscard]] geo::Feature const& b() const { return ofB.features[j]; }
    [[nodiscard]] geo::Region const* regionA() const { return ofA.regions[i] ? &*ofA.regions[i] : nullptr; }
    [[nodiscard]] geo::Region const* regionB() const { return ofB.regions[j] ? &*ofB.regions[j] : nullptr; }
    [[nodiscard]] std::unexpected<Error> failed(Error error) const { return std::unexpected{std::move(error).at(a().id + " and " + b().id)}; }

    /// As geo::sharedShape, whatever they are.
    [[nodiscard]] Result<std::optional<geo::Shape>> common() const
    {
        auto const *const first = regionA(), *const second = regionB();
        if (first != nullptr && second != nullptr) { return geo::sharedShape(*first, *second); }
        return ofB.prepared[j]->intersects(a().shape).and_then([&](bool meet) -> Result<std::optional<geo::Shape>> {
            if (!meet) { return std::optional<geo::Shape>{}; }
            return (first != nullptr ? geo::insideOf(b().shape, *first) : second != nullptr ? geo::insideOf(a().shape, *second) : geo::intersection(a().shape, b().shape))
                .transform([](geo::Shape shape) { return std::optional{std::move(shape)}; });
        });
    }
};

struct Shared {
    std::vector<OverlayPiece> pieces;
    std::size_t touching = 0;
};

Result<Shared> sharedOf(Ready const& a, std::size_t i, Ready const& b)
{
    Shared shared;
    for (auto const j : b.index.query(geo::extentOf(a.features[i].shape))) {
        Couple const couple{a, i, b, j};
        auto common = couple.common();
        if (!common) { return couple.failed(std::move(common.error())); }
        if (!*common) { continue; }
        double const measure = measureOf(**common);
        if (measure > 0) { shared.pieces.push_back({i, j, std::move(**common), measure}); }
        else { ++shared.touching; }
    }
    return shared;
}

using Left = Result<std::optional<geo::Shape>>;

Left leftOfPolygon(Ready const& of, std::size_t i, Ready const& knives)
{
    auto const& region = *of.regions[i];
    std::vector<geo::Region const*> taking;
    for (auto const j : knives.index.query(region.extent())) {
        Couple const couple{of, i, knives, j};
        if (couple.regionB() == nullptr) { continue; } // takes no area
        if (region.isTakenBy(*couple.regionB(), 0)) { taking.push_back(couple.regionB()); }
    }
    if (taking.empty()) { return std::optional<geo::Shape>{}; }
    auto left = geo::remainderOf(region, taking, 0);
    if (!left) { return std::unexpected{std::move(left.error()).at(of.features[i].id)}; }
    return std::optional{std::move(left->left)};
}

Left leftOfOther(Ready const& of, std::size_t i, Ready const& knives)
{
    auto const& feature = of.features[i];
    std::optional<geo::Shape> left;
    for (auto const j : knives.index.query(geo::extentOf(feature.shape))) {
        Couple const couple{of, i, knives, j};
        if (couple.b().shape.type < feature.shape.type) { continue; } // takes no length of a line
        auto const meet = knives.prepared[j]->intersects(feature.shape);
        if (!meet) { return couple.failed(meet.error()); }
        if (!*meet) { continue; }
        auto const& before = left ? *left : feature.shape;
        auto rest = couple.regionB() != nullptr ? geo::outsideOf(before, *couple.regionB()) : geo::difference(before, couple.b().shape);
        if (!rest) { return couple.failed(std::move(rest.error())); }
        left = std::move(*rest);
        if (left->empty()) { break; }
    }
    return left;
}

/// What is left of a feature; nothing where all of it is there still.
Left leftOf(Ready const& of, std::size_t i, Ready const& knives) { return of.regions[i] ? leftOfPolygon(of, i, knives) : leftOfOther(of, i, knives); }

class Cutting {
public:
    Cutting(Progress const& progress, unsigned threads) : m_progress{progress}, m_threads{threads} {}

    Result<void> common(Ready const& a, Ready const& b, double from, double to)
    {
        std::vector<Result<Shared>> made(a.features.size());
        auto const done = forEach(made.size(), m_threads, part(m_progress, from, to), [&](std::size_t i) { made[i] = sharedOf(a, i, b); }, 1);
        if (!done) { return stopped(); }
        for (auto& one : made) {
            if (!one) { return std::unexpected{std::move(one.error())}; }
            m_result.touching += one->touching;
            std::ranges::move(one->pieces, std::back_inserter(m_result.pieces));
        }
        return {};
    }

    /// `first`: the features are those of A.
    Result<void> rest(Ready const& layer, Ready const& knives, bool first, double from, double to)
    {
        auto const of = layer.features;
        std::vector<Left> made(of.size());
        auto const done = forEach(of.size(), m_threads, part(m_progress, from, to), [&](std::size_t i) { made[i] = leftOf(layer, i, knives); }, 1);
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
    bool const onlyPolygons = std::ranges::all_of(a, isPolygon);
    auto const first = Ready::of(a, false, part(progress, 0, 0.05), threads);
    if (!first) { return std::unexpected{first.error()}; }
    auto const second = Ready::of(b, !onlyPolygons, part(progress, 0.05, 0.1), threads);
    if (!second) { return std::unexpected{second.error()}; }
    Cutting cutting{progress, threads};
    bool const all = kind == Overlay::Union;
    Result<void> done;
    if (kind != Overlay::Difference) { done = cutting.common(*first, *second, 0.1, all ? 0.4 : 1); }
    if (done && kind != Overlay::Intersection) { done = cutting.rest(*first, *second, true, all ? 0.4 : 0.1, all ? 0.7 : 1); }
    if (done && all) { done = cutting.rest(*second, *first, false, 0.7, 1); }
    if (!done) { return std::unexpected{std::move(done.error())}; }
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
