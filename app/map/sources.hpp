#pragma once

#include "cartography/scene.hpp"

#include <QStringList>

namespace zhengtu::map {

/// What a sheet says of where its map is from: titles of the layers that are drawn, those of one source together, with the source and the licence.
/// Files have no place there: who made them has. Results of the ledger are left out.
[[nodiscard]] QStringList sourceLines(cartography::Scene const& scene, bool english);

} // namespace zhengtu::map
