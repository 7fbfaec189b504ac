#pragma once

#include "geo/feature.hpp"
#include "map/result_sheet.hpp"

namespace zhengtu::map {

/// The table of a layer's features, and what is known of the layer: source, licence, parameters with their reasons, how its file was read.
[[nodiscard]] SheetContent layerSheet(geo::Layer const& layer);

/// The parts of a layer's note ("eps_m 8000 (as asked); sites 12; warning: few"), parameters apart from their reasons; a part of another form stays whole.
[[nodiscard]] std::vector<FactsModel::Fact> noteFacts(std::string const& note);

} // namespace zhengtu::map
