#pragma once

#include "analysis/relation.hpp"

#include <optional>
#include <utility>
#include <vector>

/// What a relation as drawn means for a site, with its errors. Not for use outside app/analysis.
namespace zhengtu::analysis {

/// What is asked of a site and a zone.
struct Question {
    enum class Kind : std::uint8_t { Within, Intersects, Touches, Near } kind = Kind::Within;
    double distanceM = 0; ///< Near

    [[nodiscard]] double reachM() const noexcept { return kind == Kind::Near ? distanceM : 0; }
    /// How far beyond the errors a zone is looked at.
    [[nodiscard]] double limitM() const noexcept { return kind == Kind::Touches ? sameEdgeM : reachM(); }
};

/// Chances of discs of one centre beside one zone, by radius: many tasks stand for one village.
using DiscChances = std::vector<std::pair<double, double>>;

/// All that the answer for one site rests on.
struct Case {
    place::SiteView const& site;
    Relation const& relation;
    Zone const& zone;
    AreaRelation const& area; ///< Near, of sites that are areas; else not looked at
    double areaChance;        ///< likewise: that a place somewhere in the area lies within the distance
    double depthM;            ///< Intersects, of things: how deep they reach into the zone
    DiscChances& discs;       ///< of the site's position

    [[nodiscard]] bool point() const noexcept { return site.shape.type == geo::ShapeType::Point && site.shape.parts.size() == 1; }
};

/// The hit, its site number left 0; nothing where the answer is No.
[[nodiscard]] std::optional<Hit> judge(Question const& question, Case const& one);

} // namespace zhengtu::analysis
