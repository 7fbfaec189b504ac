#pragma once

#include "analysis/progress.hpp"
#include "core/error.hpp"
#include "geo/feature.hpp"
#include "place/site_view.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// Questions about sites and zones. Distances are geodesic metres; a site is known to within its radius, so an answer is
/// yes, maybe or no.
namespace zhengtu::analysis {

enum class Answer : std::uint8_t { No, Maybe, Yes };
enum class Position : std::uint8_t { Outside, Inside, Edge, Straddle }; ///< of the site's geometry against the zone's

[[nodiscard]] char const* name(Answer answer) noexcept;     ///< "no", "maybe", "yes"
[[nodiscard]] char const* name(Position position) noexcept; ///< "outside", "inside", "edge", "straddle"

/// A share of which some lies on either side, in percent for people: "<0.1", "3.5", "28", ">99.9".
[[nodiscard]] std::string percentWords(double share);

/// One site against one zone (or target feature).
struct Hit {
    std::size_t site = 0; ///< index into the sites asked about
    std::size_t zone = 0; ///< index into the zones
    Answer answer = Answer::No;
    Position position = Position::Outside;
    double distanceM = 0; ///< from the site's geometry to the zone, 0 inside
    double share = 0;     ///< part of the site's geometry that lies in the zone, 0 to 1
    std::optional<double> probability{}; ///< that it is so, 0 to 1; 1 for Yes; nothing where no model tells (docs/guide/queries.md)
    std::string reason;   ///< why maybe: "known to ±2 km, zone is 500 m away"
};

struct QueryOptions {
    /// A zone's edge is known to within its accuracyM only; true: what lies nearer to the edge than that is Maybe too.
    bool zoneAccuracy = true;
    unsigned threads = 0; ///< 0: all cores. The answer does not depend on it.
};

/// How a site is understood:
/// - one point: the true place lies within radiusM of it;
/// - a line or polygon known as a village or better: the thing itself (a reach, a lake, a mine), drawn to within radiusM;
/// - a line or polygon of a township, county or city: the place lies somewhere in it, radiusM does not count.
/// A polygon site that lies in a zone up to the very edge (a county in its city, a reserve in itself) shares that edge and its
/// error.
///
/// Which sites lie within which zones. Yes: certainly, whatever the errors. Maybe: the errors, or a site that lies partly in
/// the zone (Straddle with its share), leave both open; also on the edge itself. Only Yes and Maybe are returned, by site, then
/// by zone. Of nested zones of one parent (core in a reserve, key zone in a spring domain) every one is returned; `innermost`
/// picks. Unlocated sites and zones without geometry are never hit. Broken polygons are repaired first; GeometryInvalid, with
/// the name, when they cannot be.
[[nodiscard]] Result<std::vector<Hit>> sitesWithin(place::SiteViews const& sites,
                                                   std::vector<geo::Feature> const& zones, Progress const& progress = {},
                                                   QueryOptions const& options = {});

/// Which sites have any position in common with which zones, also on an edge. Of a point, and of a place somewhere in an area, that is
/// the same as within; a thing that lies partly in a zone certainly meets it when it reaches deeper into it than the errors.
[[nodiscard]] Result<std::vector<Hit>> sitesIntersecting(place::SiteViews const& sites, std::vector<geo::Feature> const& zones,
                                                         Progress const& progress = {}, QueryOptions const& options = {});

/// Which sites meet a zone's edge as drawn, to half a metre, and nothing of its inside. Yes where neither has an error; else Maybe.
[[nodiscard]] Result<std::vector<Hit>> sitesTouching(place::SiteViews const& sites, std::vector<geo::Feature> const& zones,
                                                     Progress const& progress = {}, QueryOptions const& options = {});

/// Which sites lie within `distanceM` metres of which features: the nearest position of a thing, the whole of an area that a
/// place lies somewhere in. Usage error for a negative distance or none.
[[nodiscard]] Result<std::vector<Hit>> sitesNear(place::SiteViews const& sites,
                                                 std::vector<geo::Feature> const& features, double distanceM,
                                                 Progress const& progress = {}, QueryOptions const& options = {});

struct NearestSites {
    /// By distance, then by site: those that are nearest as drawn. Yes: it is among them whatever the errors.
    std::vector<Hit> hits;
    std::size_t others = 0; ///< sites that may be as near: their errors, or an area that is all that is known of them, leave it open
};

/// The `count` sites nearest to any of the features, each with the feature that it is nearest to; also those as near as the last of them
/// (tasks that share a place). A place somewhere in an area has no distance: it is never listed, and counted in `others` where it
/// may be among them. Usage error for a count of 0.
[[nodiscard]] Result<NearestSites> sitesNearest(place::SiteViews const& sites, std::vector<geo::Feature> const& features,
                                                std::size_t count, Progress const& progress = {}, QueryOptions const& options = {});

/// Keeps one hit for each site and parent: the strictest zone (core before buffer before experimental, key before domain) of
/// the Yes, else of the Maybe; a stricter zone that only may be hit is named in the reason. Zones without a parent stay as they
/// are.
[[nodiscard]] std::vector<Hit> innermost(std::vector<Hit> hits, std::vector<geo::Feature> const& zones);

} // namespace zhengtu::analysis
