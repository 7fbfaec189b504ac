#pragma once

#include <compare>
#include <cstddef>

namespace zhengtu {

/// A half-open stretch [begin, end) of the source text, counted in Unicode characters (code points), not bytes.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;

    [[nodiscard]] constexpr bool empty() const noexcept { return end <= begin; }
    [[nodiscard]] constexpr std::size_t size() const noexcept { return empty() ? 0 : end - begin; }
    [[nodiscard]] constexpr bool contains(Span inner) const noexcept { return begin <= inner.begin && inner.end <= end; }
    [[nodiscard]] constexpr bool overlaps(Span other) const noexcept { return begin < other.end && other.begin < end; }
    friend constexpr auto operator<=>(Span const&, Span const&) = default;
};

} // namespace zhengtu
