#include "ledger/layer_raster.hpp"

#include "ledger/plan_writer.hpp"
#include "ledger/schema.hpp"

#include <bit>
#include <cmath>
#include <cstdint>

namespace zhengtu::ledger {

namespace {

constexpr char const* rasterTableName = "layer_rasters";
constexpr std::size_t cellBytes = 4;

schema::Table rasterTable()
{
    constexpr char const* degrees = "DOUBLE NOT NULL";
    constexpr char const* number = "INTEGER NOT NULL";
    return {rasterTableName, "图层栅格", "Surfaces that are drawn below the features of a layer", geo::ShapeType::None,
            {{"layer_id", "TEXT NOT NULL UNIQUE", "图层编号", {}}, {"unit", "TEXT NOT NULL DEFAULT ''", "单位", {}}, {"west", degrees, "西边界（度）", {}},
             {"north", degrees, "北边界（度）", {}}, {"cell_lon", degrees, "格宽（度）", {}}, {"cell_lat", degrees, "格高（度）", {}},
             {"columns", number, "列数", {}}, {"rows", number, "行数", {}}, {"cells", "BLOB NOT NULL", "格值", {}}}};
}

bool present(sqlite::Database& database)
{
    return database.integer(std::string{"SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '"} + rasterTableName + "'").has_value();
}

bool sound(geo::Raster const& raster)
{
    for (auto const number : {raster.west, raster.north, raster.cellLon, raster.cellLat}) {
        if (!std::isfinite(number)) { return false; }
    }
    return raster.cellLon > 0 && raster.cellLat > 0 && raster.columns > 0 && raster.rows > 0;
}

/// 32-bit IEEE numbers, the lowest byte first, as docs/formats/ledger.md says.
std::string cellsOf(std::vector<double> const& values)
{
    std::string bytes;
    bytes.reserve(values.size() * cellBytes);
    for (auto const value : values) {
        auto const bits = std::bit_cast<std::uint32_t>(static_cast<float>(value));
        for (unsigned shift = 0; shift < 32; shift += 8) { bytes.push_back(static_cast<char>(bits >> shift & 0xffU)); }
    }
    return bytes;
}

std::vector<double> valuesOf(std::string const& bytes)
{
    std::vector<double> values(bytes.size() / cellBytes);
    for (std::size_t i = 0; i < values.size(); ++i) {
        std::uint32_t bits = 0;
        for (std::size_t byte = 0; byte < cellBytes; ++byte) { bits |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i * cellBytes + byte])) << 8 * byte; }
        values[i] = std::bit_cast<float>(bits);
    }
    return values;
}

} // namespace

Result<void> writeSurface(sqlite::Database& database, std::string const& layerId, geo::Surface const& surface, Date asOf)
{
    auto const& raster = surface.raster;
    if (!sound(raster) || raster.values.size() != raster.columns * raster.rows) {
        return fail(ErrorCode::Usage, "layer " + layerId + " has a raster whose values do not fit its cells");
    }
    if (!present(database)) { schema::addTable(database, rasterTable(), asOf); }
    auto const cells = cellsOf(raster.values);
    database.prepare(insertInto(rasterTableName, "layer_id, unit, west, north, cell_lon, cell_lat, columns, rows, cells"))
        .run(layerId, surface.unit, raster.west, raster.north, raster.cellLon, raster.cellLat, raster.columns, raster.rows, sqlite::Blob{cells});
    schema::touch(database, rasterTableName, asOf);
    return database.outcome();
}

void removeSurface(sqlite::Database& database, std::string const& layerId)
{
    if (present(database)) { database.prepare(std::string{"DELETE FROM "} + rasterTableName + " WHERE layer_id = ?").run(layerId); }
}

Result<std::shared_ptr<geo::Surface const>> readSurface(sqlite::Database& database, std::string const& layerId)
{
    if (!present(database)) { return nullptr; }
    auto row = database.prepare(std::string{"SELECT unit, west, north, cell_lon, cell_lat, columns, rows, cells FROM "} + rasterTableName + " WHERE layer_id = ?");
    if (!row.query(layerId).step()) { return nullptr; }
    geo::Surface surface{.raster = {.west = row.real(1), .north = row.real(2), .cellLon = row.real(3), .cellLat = row.real(4),
                                    .columns = row.size(5), .rows = row.size(6), .values = valuesOf(row.blob(7))},
                         .unit = row.text(0)};
    auto const& raster = surface.raster;
    auto const cells = raster.values.size();
    bool const fits = sound(raster) && raster.columns <= cells && cells % raster.columns == 0 && cells / raster.columns == raster.rows;
    if (!fits) {
        return fail(ErrorCode::FileFormat, "the raster of layer " + layerId + " is damaged: its values do not fit its cells", "Another program changed the ledger: take a copy of before, or delete the row of that layer in table layer_rasters.");
    }
    return std::make_shared<geo::Surface const>(std::move(surface));
}

} // namespace zhengtu::ledger
