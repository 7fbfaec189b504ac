#pragma once

#include "core/error.hpp"
#include "geo/shape.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace zhengtu::geo {

namespace detail {
class ChainTree;
}

/// A polygon made ready to be overlaid with many small ones: valid, repaired where it was not, with an index of its edges. Constant once
/// made: any number of threads may ask. Movable.
class Region {
public:
    /// The shape must outlive the region. GeometryInvalid for a shape of another type or without parts, and for what cannot be repaired.
    [[nodiscard]] static Result<Region> create(Shape const& polygon);
    Region(Region&&) noexcept;
    Region& operator=(Region&&) noexcept;
    ~Region();

    [[nodiscard]] Shape const& shape() const noexcept; ///< the given one, or as repaired
    [[nodiscard]] bool repaired() const noexcept;
    [[nodiscard]] Extent const& extent() const noexcept;

    enum class Fills : std::uint8_t { Nothing, Part, All };
    /// How much of a box the region fills; Part where an edge comes near it.
    [[nodiscard]] Fills fills(Extent const& box) const;
    /// What of it lies in a box (I. E. Sutherland & G. W. Hodgman, CACM 17, 1974). Where the region leaves the box and comes
    /// back, edges run to and fro along the border, so the result is right within the box but need not be valid upon it.
    [[nodiscard]] Shape clipped(Extent const& box) const;

    /// Whether another region or a strip of `metres` (0 or more) around it takes any of this one's area.
    [[nodiscard]] bool isTakenBy(Region const& other, double metres) const;

    /// Of regions whose boundaries meet nowhere: whether a ring of this one lies in the other.
    [[nodiscard]] bool hasRingIn(Region const& other) const;

    [[nodiscard]] detail::ChainTree const& edges() const noexcept; ///< for app/geo alone

    /// Whether both have the very same vertices in the same order.
    [[nodiscard]] bool isDrawnAs(Region const& other) const noexcept;

private:
    struct Ready;
    explicit Region(std::unique_ptr<Ready> ready);
    std::unique_ptr<Ready> m_ready;
};

/// The regions in their order, of those that are drawn the very same the first: layers that were put together hold many twice.
[[nodiscard]] std::vector<Region const*> withoutRepeats(std::span<Region const* const> regions);

} // namespace zhengtu::geo
