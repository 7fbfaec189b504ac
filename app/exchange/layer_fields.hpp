#pragma once

#include "exchange/table.hpp"
#include "geo/feature.hpp"

namespace zhengtu::exchange {

/// A layer as a table; what its features have besides becomes numbers where all values are numbers. The suffix is "_" and the
/// layer's id, which becomes ASCII. Short names are unique in the table.
[[nodiscard]] Table layerTable(geo::Layer const& layer);

} // namespace zhengtu::exchange
