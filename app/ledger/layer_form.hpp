#pragma once

#include "geo/feature.hpp"
#include "ledger/sqlite.hpp"
#include "ledger/value_type.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

/// How a layer lies in its tables, for those who write and those who read them.
namespace zhengtu::ledger::layer_form {

inline constexpr std::array types{geo::ShapeType::Point, geo::ShapeType::Line, geo::ShapeType::Polygon, geo::ShapeType::None};
inline constexpr int featureColumns = 16; ///< of a table before those of `more`, fid and geom not counted
inline constexpr std::array<std::string_view, 3> originNames{"", "user", "user-replaces"}; ///< by LayerOrigin

/// ASCII and unlike the name of any table of ours; two different ids never give the same name.
[[nodiscard]] std::string tableName(std::string const& id, geo::ShapeType type);

/// What other programs list a table of a layer as.
[[nodiscard]] std::string identifierOf(std::string const& title, geo::ShapeType type, std::string const& id);

/// What column `more` of table layers keeps of a field: "area_km2", and "<tab>2" after it for a real of two decimals.
struct MoreKey {
    std::string name;
    ValueForm form;
};
[[nodiscard]] std::string keyText(std::string const& key, ValueForm form);
[[nodiscard]] std::vector<MoreKey> keysFrom(std::string const& text);

/// Whether table layers has a column, which those of older ledgers may lack.
[[nodiscard]] bool hasColumn(sqlite::Database& database, char const* column);

} // namespace zhengtu::ledger::layer_form
