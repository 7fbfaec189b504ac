#pragma once

#include "cartography/legend.hpp"
#include "cartography/scene.hpp"
#include "cartography/style.hpp"

#include <QString>

#include <array>
#include <vector>

/// How layers are grouped in the tree and what their legend lines are.
namespace zhengtu::map {

enum class LayerGroup { Tasks, Results, Zones, Water, Places, Base, Own };
inline constexpr std::array layerGroups{LayerGroup::Tasks, LayerGroup::Results, LayerGroup::Own, LayerGroup::Zones,
                                        LayerGroup::Water, LayerGroup::Places,  LayerGroup::Base};

[[nodiscard]] LayerGroup groupOf(geo::Layer const& layer);
[[nodiscard]] QString groupWord(LayerGroup group);

/// One line for each status and category that a symbol of the scene has.
[[nodiscard]] std::vector<cartography::LegendEntry> taskLegend(cartography::Scene const& scene);
/// One line for each rule of the layer's style; a single line for a style without rules.
[[nodiscard]] std::vector<cartography::LegendEntry> layerLegend(cartography::Scene const& scene, std::size_t layer, cartography::Style const& style);
[[nodiscard]] QString legendWord(cartography::LegendEntry const& entry, bool english);

} // namespace zhengtu::map
