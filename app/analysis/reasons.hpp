#pragma once

#include "analysis/query.hpp"

#include <string>
#include <string_view>

/// Why an answer is only maybe, in words for people: short, with units. app/map translates these sentences.
/// Not for use outside app/analysis.
namespace zhengtu::analysis {

/// "884 m", "1.2 km", "17 km": not finer than what is known.
[[nodiscard]] std::string distanceWords(double metres);

/// "known to ±2 km, zone drawn to ±300 m, "; nothing for what is exact.
[[nodiscard]] std::string errorWords(double radiusM, double zoneAccuracyM);

/// "only its county is known, 3.5 % of which lies in the zone"; of a thing: "3.5 % of it lies in the zone".
[[nodiscard]] std::string shareWords(place::SiteView const& site, double share);

/// "only its county is known".
[[nodiscard]] std::string onlyKnown(place::SiteView const& site);

/// How a feature lies to the area that a place is somewhere in.
enum class Lies : std::uint8_t { In, Partly, Beside };

/// "only its county is known, and the station lies in it"; beside it: "only its county is known; it is 1.2 km away at its nearest".
[[nodiscard]] std::string areaWords(place::SiteView const& site, std::string_view kind, Lies lies, double distanceM);

} // namespace zhengtu::analysis
