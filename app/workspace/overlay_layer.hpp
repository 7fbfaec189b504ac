#pragma once

#include "workspace/overlays.hpp"

#include <string>
#include <string_view>

/// How features of overlays are made alike. Not for use outside app/workspace.
namespace zhengtu::workspace {

using Fields = std::vector<std::pair<std::string, std::string>>;

/// "<prefix>_km2", "_ha" (公顷) and "_mu" (亩), each to a square metre; without prefix "area_km2" ...
void addAreas(Fields& fields, std::string_view prefix, double areaM2);

/// What a feature of an overlay has besides its measure: metres drawn outward or inward everywhere by the accuracy of its sources.
void addDataError(geo::Feature& feature);

/// A feature of the result with id, kind and schematic flag set, its accuracy the worse of its sources.
[[nodiscard]] geo::Feature resultOf(std::string id, std::string name, geo::Shape shape, geo::Feature const* a, geo::Feature const* b = nullptr);

/// Without parts whose mean width is below a millimetre: the last digits of coordinates, not land.
[[nodiscard]] geo::Shape withoutDust(geo::Shape shape);

/// All shapes of a selection as one.
[[nodiscard]] Result<geo::Shape> united(Selection const& selection);

/// Takes features in, finds slivers, writes title, source and provenance.
[[nodiscard]] OverlayOutcome finished(OverlayOutcome outcome, OverlayWish const& wish, std::string title);

[[nodiscard]] std::string nameOf(geo::Feature const& feature); ///< else its id
[[nodiscard]] std::string metres(double value); ///< "50 m", "20000 m"

} // namespace zhengtu::workspace
