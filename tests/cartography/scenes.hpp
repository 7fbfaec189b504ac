#pragma once

#include "cartography/renderer.hpp"

#include <string>
#include <vector>

/// Small scenes of our own making about 112.5 E, 38 N.
namespace zhengtu::cartography::test {

[[nodiscard]] StyleRef style(); ///< the one that ships
[[nodiscard]] geo::Shape box(double lon, double lat, double halfWidth, double halfHeight);
[[nodiscard]] geo::Shape line(geo::Path path);
[[nodiscard]] geo::Feature feature(std::string name, geo::Shape shape, std::string zone = {}, bool schematic = false);
[[nodiscard]] MapLayer layer(std::string id, std::string styleId, std::vector<geo::Feature> features);
[[nodiscard]] Symbol symbol(std::string siteId, geo::LonLat at, Status status = Status::UnderWay, std::string category = "water");

/// Four counties, a city border, a winding river, a reservoir, and a road.
[[nodiscard]] Scene baseScene();
/// Every category in every status; below, approximate, schematic and uncertain ones.
[[nodiscard]] Scene symbolTable();
/// Zones, measured and schematic, hotspots of several ranks, points of every layer.
[[nodiscard]] Scene zoneScene();
/// Many sites: crowded, stacked and lone ones.
[[nodiscard]] Scene crowd(std::size_t count, unsigned seed = 1);

[[nodiscard]] Renderer rendererOf(Scene scene);
[[nodiscard]] View viewAt(geo::LonLat centre, double metresPerPixel, QSize pixels = {480, 320}, double dpi = 96);

} // namespace zhengtu::cartography::test
