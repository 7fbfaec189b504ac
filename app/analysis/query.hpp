#pragma once

#include "core/error.hpp"
#include "geo/feature.hpp"
#include "place/site.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

/// Questions about sites and zones. Distances are geodesic metres; a site is known to within its radius, so an answer is
/// yes, maybe or no.
namespace zhengtu::analysis {

enum class Answer : std::uint8_t { No, Maybe, Yes };
enum class Position : std::uint8_t { Outside, Inside, Edge, Straddle }; ///< of the site's geometry against the zone's

[[nodiscard]] char const* name(Answer answer) noexcept;     ///< "no", "maybe", "yes"
[[nodiscard]] char const* name(Position position) noexcept; ///< "outside", "inside", "edge", "straddle"

/// One site against one zone (or target feature).
struct Hit {
    std::size_t site = 0;      ///< index into the sites asked about
    std::size_t zone = 0;      ///< index into the zones
    Answer answer = Answer::No;
    Position position = Position::Outside;
    double distanceM = 0;      ///< from the site's geometry to the zone, 0 inside
    double share = 0;          ///< part of the site's geometry that lies in the zone, 0 to 1
    std::string reason;        ///< why maybe: "known to ±2000 m, zone is 500 m away"
};

/// Called now and then with a fraction done; returns false to stop (the result is then Cancelled).
using Progress = std::function<bool(double)>;

/// Which sites lie within which zones. Only Yes and Maybe are returned, by site, then by zone. Of nested zones of one parent
/// (core in a reserve, key zone in a spring domain) every one is returned; `innermost` picks. Unlocated sites are never hit.
[[nodiscard]] Result<std::vector<Hit>> sitesWithin(std::vector<place::Site> const& sites, std::vector<geo::Feature> const& zones,
                                                   Progress const& progress = {});

/// Which sites lie within `distanceM` metres of which features.
[[nodiscard]] Result<std::vector<Hit>> sitesNear(std::vector<place::Site> const& sites, std::vector<geo::Feature> const& features,
                                                 double distanceM, Progress const& progress = {});

/// Keeps for each site and parent the strictest zone only: core before buffer before experimental, key before domain.
[[nodiscard]] std::vector<Hit> innermost(std::vector<Hit> hits, std::vector<geo::Feature> const& zones);

} // namespace zhengtu::analysis
