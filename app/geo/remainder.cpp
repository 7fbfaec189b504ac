#include "geo/remainder.hpp"

#include "geo/detail/chords.hpp"
#include "geo/detail/clip.hpp"
#include "geo/detail/geos.hpp"
#include "geo/detail/proj.hpp"
#include "geo/detail/refine.hpp"
#include "geo/index.hpp"
#include "geo/measure.hpp"

namespace zhengtu::geo {

struct Remainder::State {
    Region const* of;
    double stripM;
    detail::LocalPlane const* plane;
    Extent box; ///< what lies outside it takes nothing
    detail::Geometry whole;
    detail::Geometry outside{}, left{}; ///< null: still whole
    bool gone = false;

    /// A piece of a region with everything within the strip's width of it. Edges are cut short enough to be straight in the plane, too.
    [[nodiscard]] Result<detail::Geometry> grown(Shape piece) const
    {
        return plane->project(detail::refined(std::move(piece)))
            .and_then([](Shape const& flat) { return detail::toGeos(flat, detail::Coordinates::Plane); })
            .and_then([&](detail::Geometry const& flat) {
                return detail::adopt(GEOSBuffer_r(detail::handle(), flat.get(), stripM, detail::chordsPerQuarter(stripM)), "buffer");
            })
            .and_then([](detail::Geometry const& made) { return detail::partsOf(made.get(), ShapeType::Polygon); })
            .and_then([&](Shape flat) { return plane->unproject(std::move(flat)); })
            .and_then([](Shape const& made) { return detail::toGeos(made); });
    }

    [[nodiscard]] Result<void> takeOff(detail::Geometry& from, GEOSGeometry const* piece) const
    {
        auto const* const before = from ? from.get() : whole.get();
        return detail::adopt(GEOSDifference_r(detail::handle(), before, piece), "difference")
            .transform([&](detail::Geometry made) { from = std::move(made); });
    }

    [[nodiscard]] Result<Shape> shapeOf(detail::Geometry const& geometry) const
    {
        if (gone) { return Shape{ShapeType::Polygon, {}}; }
        if (!geometry) { return of->shape(); }
        return detail::partsOf(geometry.get(), ShapeType::Polygon);
    }
};

Remainder::Remainder(std::unique_ptr<State> state) : m_state{std::move(state)} {}
Remainder::Remainder(Remainder&&) noexcept = default;
Remainder& Remainder::operator=(Remainder&&) noexcept = default;
Remainder::~Remainder() = default;

Result<Remainder> Remainder::create(Region const& of, double stripM)
{
    auto const plane = detail::LocalPlane::around(of.extent().centre());
    if (!plane) { return std::unexpected{plane.error()}; }
    return detail::toGeos(of.shape()).transform([&](detail::Geometry whole) {
        // the border of a clip must lie farther off than the strip reaches
        auto const box = geo::grown(of.extent(), stripM * 1.02 + 2);
        return Remainder{std::make_unique<State>(State{&of, stripM, *plane, box, std::move(whole)})};
    });
}

Result<bool> Remainder::take(Region const& region)
{
    auto& state = *m_state;
    switch (region.fills(state.box)) {
    case Region::Fills::Nothing: return false;
    case Region::Fills::All: state.gone = true; return true;
    case Region::Fills::Part: break;
    }
    switch (state.of->lie(region, state.stripM)) {
    case Region::Lie::Apart: return false;
    case Region::Lie::Within: state.gone = true; return true;
    case Region::Lie::Around:
    case Region::Lie::Near: break;
    }
    // where edges are near, the strip takes something for certain
    bool const surely = state.stripM > 0 && state.of->edgesWithin(region, state.stripM);
    if (surely && state.gone) { return true; }
    auto const clipped = region.clipped(state.box);
    if (clipped.empty()) { return false; }
    auto const piece = detail::toGeos(clipped);
    if (!piece) { return std::unexpected{piece.error()}; }
    auto const strip = state.stripM > 0 ? state.grown(clipped) : detail::toGeos(clipped);
    if (!strip) { return std::unexpected{strip.error()}; }
    if (!surely) {
        auto const takes =
            detail::truth(GEOSRelatePattern_r(detail::handle(), state.whole.get(), strip->get(), "T********"), "relation");
        if (!takes || !*takes || state.gone) { return takes; }
    }
    return state.takeOff(state.outside, piece->get())
        .and_then([&] { return state.stripM > 0 ? state.takeOff(state.left, strip->get()) : Result<void>{}; })
        .transform([] { return true; });
}

Result<double> Remainder::outsideM2() const
{
    return m_state->shapeOf(m_state->outside).transform([](Shape const& shape) { return areaM2(shape); });
}

Result<Shape> Remainder::left() const
{
    return m_state->shapeOf(m_state->stripM > 0 ? m_state->left : m_state->outside);
}

} // namespace zhengtu::geo
