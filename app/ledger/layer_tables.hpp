#pragma once

#include "core/date.hpp"
#include "geo/feature.hpp"
#include "ledger/sqlite.hpp"

#include <string>
#include <vector>

namespace zhengtu::ledger {

/// Puts a layer into tables of its own, one a geometry type, replacing one of the same id. Error: Usage.
[[nodiscard]] Result<void> writeLayer(sqlite::Database& database, geo::Layer const& layer, Date asOf);

/// What a person has chosen for a layer of that id that is in the ledger: a title by renameLayer, and a style by one of its fields of the
/// look that `wanted` is. Empty where nothing was.
struct ChosenLook {
    std::string title, style;
};
[[nodiscard]] ChosenLook chosenLook(sqlite::Database& database, std::string const& layerId, std::string const& wanted);

/// Takes a layer and its tables away. Error: NotFound.
[[nodiscard]] Result<void> removeLayer(sqlite::Database& database, std::string const& layerId, Date asOf);

/// Gives a layer another title; the old one is returned. Errors: NotFound.
[[nodiscard]] Result<std::string> renameLayer(sqlite::Database& database, std::string const& layerId, std::string const& title, Date asOf);

/// How a layer is drawn (geo::Layer::style). Error: NotFound.
[[nodiscard]] Result<void> restyleLayer(sqlite::Database& database, std::string const& layerId, std::string const& style, Date asOf);

/// Puts the layers in this order, the lowest first; it names each of them once. Error: Usage.
[[nodiscard]] Result<void> orderLayers(sqlite::Database& database, std::vector<std::string> const& ids, Date asOf);

[[nodiscard]] Result<std::vector<geo::Layer>> readLayers(sqlite::Database& database);

} // namespace zhengtu::ledger
