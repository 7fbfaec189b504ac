#pragma once

#include "workspace/overlays.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// An overlay as a person asks for it, in the words of both programs: docs/guide/overlays.md.
namespace zhengtu::workspace {

enum class OverlayKind : std::uint8_t { Intersection, Difference, Union, Mining, Ring, Bank, Coverage };
[[nodiscard]] std::string_view name(OverlayKind kind) noexcept; ///< "intersection" ... "coverage"

/// What is said as of `select`: "spring_zone:晋祠:key", "mine", a layer's id, a WKT, a file. Which fields count depends on the kind.
struct OverlayQuestion {
    OverlayKind kind = OverlayKind::Intersection;
    std::string a, b;               ///< a: also the target of a ring, the rivers, the grid
    std::vector<std::string> zones; ///< Mining: what is taken off
    std::string mines = "mine", tributaries, within; ///< the last two may be empty
    double pillarM = 0, distanceM = 0, mainM = 0, tributaryM = 0; ///< of mining, ring and banks
};

/// Whether all that the kind needs is said, before anything is looked up. Usage, with what is missing.
[[nodiscard]] Result<void> check(OverlayQuestion const& question);

/// Looks up the sides among the layers (or files) and computes. Errors as check, select and the overlay itself.
[[nodiscard]] Result<OverlayOutcome> overlayFor(std::vector<geo::Layer> const& layers, OverlayQuestion const& question, OverlayWish const& wish);

/// A result may take the place of an older result, never of a layer that somebody brought or that ships. Usage, with the layer's title.
[[nodiscard]] Result<void> checkResultId(std::vector<geo::Layer> const& layers, std::string const& id);

} // namespace zhengtu::workspace
