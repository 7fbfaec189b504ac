#pragma once

#include "geo/region.hpp"

#include <memory>

namespace zhengtu::geo {

/// What is left of a polygon when regions and a strip around them are taken off, one after the other. Of a region only what
/// comes near the polygon is looked at. The strip is drawn by GEOS in a conformal plane (scale off by less than 2e-6 for polygons up to
/// 12 km each way, 3e-5 for 50 km), all else is in degrees, so nothing is off where no strip is asked for. Not for several threads.
class Remainder {
public:
    /// `stripM` metres, 0 or more. The region must outlive it.
    [[nodiscard]] static Result<Remainder> create(Region const& of, double stripM);
    Remainder(Remainder&&) noexcept;
    Remainder& operator=(Remainder&&) noexcept;
    ~Remainder();

    /// Says whether the region or its strip takes any of the whole polygon.
    [[nodiscard]] Result<bool> take(Region const& region);

    [[nodiscard]] Result<double> outsideM2() const; ///< of what is outside the regions
    [[nodiscard]] Result<Shape> left() const;       ///< what is outside their strips, too
private:
    struct State;
    explicit Remainder(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace zhengtu::geo
