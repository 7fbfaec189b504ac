#pragma once

#include "exchange/exporter.hpp"
#include "exchange/file_set.hpp"
#include "exchange/table.hpp"

#include <string>
#include <vector>

/// The writers of the formats: each writes aside, reads back and compares. Private to app/exchange.
namespace zhengtu::exchange {

/// One file of an export, for the report.
struct Written {
    std::string name;
    std::string what;     ///< features, unlocated, texts, fields, dictionary
    std::string table;    ///< id of the table
    std::string layer;    ///< in a file of several
    geo::ShapeType geometry = geo::ShapeType::None;
    std::size_t rows = 0;
};

/// What a writer made, for the report.
struct Made {
    std::vector<Written> written;
    std::vector<std::string> notes;
};

/// What is exported, and what happened on the way.
struct Job {
    ExportOptions const& options;
    FileSet& files;
    std::vector<Table> tables; ///< the tasks first
    std::vector<TableAccount> accounts;
    std::vector<Written> written;
    std::vector<std::string> notes;

    [[nodiscard]] std::string base(Table const& table) const { return options.baseName + table.suffix; }
    void add(Made made);
    /// The date that files are stamped with; never the clock's.
    [[nodiscard]] Date stamp() const;
};

/// Gives the long texts of all tables fields that are as wide as they need, for a shapefile.
[[nodiscard]] Result<void> fitWidths(Job& job);
/// `<base>_pt/_ln/_pg.shp` with texts cut to 254 bytes, and `<base>_noloc.csv`.
[[nodiscard]] Result<void> writeShapefiles(Job& job);
/// `<base>.gpkg`: a table for each geometry type of each table, whole texts, Chinese aliases.
[[nodiscard]] Result<void> writeGeoPackage(Job& job);
/// The same, to be added to the job: may run beside another writer that does not change the tables.
[[nodiscard]] Result<Made> makeGeoPackage(Job const& job);
/// `<base>.geojson`, RFC 7946: every row, also those without a place.
[[nodiscard]] Result<void> writeGeoJson(Job& job);
/// `<base>.csv` for spreadsheets (Chinese headings, a position), and `<base>_wkt.csv` with whole geometry.
[[nodiscard]] Result<void> writeCsv(Job& job);
/// `<base>.fields.csv`: every short name with its Chinese title, kind, and how often it is cut or lost characters.
[[nodiscard]] Result<void> writeFieldList(Job& job);

/// Reads a CSV file back and puts it into the report.
[[nodiscard]] Result<void> finishCsv(Job& job, class CsvFile& csv, Written file);

/// Now and then in a table's rows: Cancelled when the export shall stop.
[[nodiscard]] Result<void> mayGoOn(Job const& job, std::size_t row, std::size_t rows);

} // namespace zhengtu::exchange
