#pragma once

#include "core/error.hpp"
#include "geo/feature.hpp"
#include "geo/prepared.hpp"
#include "place/site_view.hpp"

#include <memory>
#include <string>
#include <vector>

/// What queries compute with, made from sites and zones once. Not for use outside app/analysis.
namespace zhengtu::analysis {

/// A located shape and the sites that have it: many tasks stand for the same county or river.
struct Form {
    geo::Shape const* drawn;                    ///< of the first of the sites, which outlive this
    std::unique_ptr<geo::Shape const> repaired; ///< where it was broken
    geo::Extent extent;
    std::vector<std::size_t> sites; ///< ascending
    double largestRadiusM = 0;

    [[nodiscard]] geo::Shape const& shape() const noexcept { return repaired ? *repaired : *drawn; }
    [[nodiscard]] bool isPoint() const noexcept { return shape().type == geo::ShapeType::Point && shape().parts.size() == 1; }
    [[nodiscard]] geo::LonLat at() const noexcept { return shape().parts.front().outline.front(); }
};

/// A place somewhere in an area, as against a thing of that shape.
[[nodiscard]] bool isArea(place::SiteView const& site) noexcept;
/// What a site may be off its shape, in metres.
[[nodiscard]] double radiusM(place::SiteView const& site) noexcept;

/// Shapes that are equal become one. GeometryInvalid, with the site's id, for what cannot be
/// repaired.
[[nodiscard]] Result<std::vector<Form>> formsOf(place::SiteViews const& sites);

struct Zone {
    std::size_t number; ///< in the zones asked about
    geo::PreparedZone prepared;
    geo::Shape shape; ///< repaired where it was broken
    double accuracyM;
    std::string kind; ///< of the feature
};

/// The zones that have geometry. GeometryInvalid, with the zone's name, for what cannot be repaired.
[[nodiscard]] Result<std::vector<Zone>> zonesOf(std::vector<geo::Feature> const& features, bool withAccuracy, unsigned threads);

} // namespace zhengtu::analysis
