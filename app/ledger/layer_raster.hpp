#pragma once

#include "core/date.hpp"
#include "geo/surface.hpp"
#include "ledger/sqlite.hpp"

#include <memory>
#include <string>

/// The surfaces of layers, in table layer_rasters, which a ledger has once a layer with a surface was put into it.
namespace zhengtu::ledger {

/// Error: Usage (a surface without cells, with more or fewer values than cells, or a place that is no number).
[[nodiscard]] Result<void> writeSurface(sqlite::Database& database, std::string const& layerId, geo::Surface const& surface, Date asOf);
void removeSurface(sqlite::Database& database, std::string const& layerId);
/// Null where the layer has none. Error: FileFormat.
[[nodiscard]] Result<std::shared_ptr<geo::Surface const>> readSurface(sqlite::Database& database, std::string const& layerId);

} // namespace zhengtu::ledger
