#pragma once

#include "core/date.hpp"
#include "geo/shape.hpp"
#include "ledger/sqlite.hpp"

#include <string>
#include <string_view>
#include <vector>

/// The tables of a ledger (docs/formats/ledger.md), declared once: SQL, registration in the GeoPackage and Chinese titles
/// all come from here.
namespace zhengtu::ledger::schema {

constexpr int ledgerVersion = 3;                   ///< zhengtu_metadata: version
constexpr std::int64_t applicationId = 0x47504B47; ///< "GPKG"
constexpr std::int64_t geoPackageVersion = 10300;  ///< 1.3: what GDAL 3.1 and QGIS 3.16 already read without a warning
constexpr int srsId = 4490;                        ///< CGCS2000, lon lat

struct Column {
    std::string name;
    std::string type;       ///< SQL type with its constraints
    std::string title;      ///< Chinese, shown as the alias; may be empty
    std::string constraint; ///< name in gpkg_data_column_constraints; mostly empty
};

struct Table {
    std::string name;
    std::string identifier;  ///< Chinese name, unique in the file
    std::string description;
    geo::ShapeType geometry = geo::ShapeType::None; ///< None: an attribute table
    std::vector<Column> columns;                    ///< besides fid and geom
};

/// The name in double quotes, quotes inside doubled.
[[nodiscard]] std::string sqlName(std::string_view name);

/// "2024-06-30T00:00:00.000Z": what gpkg_contents wants; no wall clock, so that the bytes repeat.
[[nodiscard]] std::string timestamp(Date asOf);

/// The table that holds the sites of a geometry type: sites_point, sites_line, sites_polygon, sites_unlocated.
[[nodiscard]] std::string sitesTable(geo::ShapeType type);
/// The columns of the sites tables that come from the task_list view, comma-separated.
[[nodiscard]] std::string_view taskColumns();

/// Whether a table has a column: ledgers of earlier builds may lack one.
[[nodiscard]] bool hasColumn(sqlite::Database& database, std::string const& table, std::string const& column);

/// An empty database becomes an empty ledger.
void create(sqlite::Database& database, Date asOf);

/// Brings a ledger of an older version up to this one: adds the tables and columns that it lacks.
void upgrade(sqlite::Database& database, Date asOf);

/// Adds one table (with its spatial index, if it has geometry) and registers it.
void addTable(sqlite::Database& database, Table const& table, Date asOf);
/// Removes a feature table, its index and its registration.
void dropFeatureTable(sqlite::Database& database, std::string const& name);
/// Brings last_change and the extent of a registered table up to date.
void touch(sqlite::Database& database, std::string const& name, Date asOf);

} // namespace zhengtu::ledger::schema
