#include "ledger/schema.hpp"

#include "ledger/schema_tables.hpp"

#include <algorithm>
#include <format>
#include <iterator>

namespace zhengtu::ledger::schema {

namespace {

/// The tables that OGC 12-128r17 (GeoPackage 1.3) asks for, and those of its RTree and Schema extensions.
constexpr char const* geoPackageSql = R"sql(
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
 organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
 description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
 min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
 CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
 srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
 CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name),
 CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
 CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL,
 scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
CREATE TABLE gpkg_data_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, description TEXT,
 mime_type TEXT, constraint_name TEXT, CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),
 CONSTRAINT gdc_tn UNIQUE (table_name, name));
CREATE TABLE gpkg_data_column_constraints (constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, value TEXT, min NUMERIC,
 min_is_inclusive BOOLEAN, max NUMERIC, max_is_inclusive BOOLEAN, description TEXT,
 CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value));
INSERT INTO gpkg_extensions VALUES
 ('gpkg_data_columns', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec130/#extension_schema', 'read-write'),
 ('gpkg_data_column_constraints', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec130/#extension_schema', 'read-write');
INSERT INTO gpkg_spatial_ref_sys VALUES
 ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinate reference system'),
 ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
 ('WGS 84 geodetic', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]', 'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid'),
 ('China Geodetic Coordinate System 2000', 4490, 'EPSG', 4490, 'GEOGCS["China Geodetic Coordinate System 2000",DATUM["China_2000",SPHEROID["CGCS2000",6378137,298.257222101,AUTHORITY["EPSG","1024"]],AUTHORITY["EPSG","1043"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4490"]]', 'longitude/latitude coordinates in decimal degrees on the CGCS2000 spheroid');
)sql";

/// What the values of coded columns mean: QGIS offers these as a value map.
constexpr char const* valuesSql = R"sql(
INSERT INTO gpkg_data_column_constraints (constraint_name, constraint_type, value, description) VALUES
 ('status', 'enum', 'under-way', '整改中'), ('status', 'enum', 'accepted', '已完成'), ('status', 'enum', 'closed', '已销号'),
 ('role', 'enum', 'lead', '牵头单位'), ('role', 'enum', 'inline_lead', '措施中牵头单位'), ('role', 'enum', 'responsible', '责任单位'), ('role', 'enum', 'cooperating', '配合单位'),
 ('role', 'enum', 'acceptance', '验收单位'), ('role', 'enum', 'person', '责任人'),
 ('deadline', 'enum', 'none', '未写明'), ('deadline', 'enum', 'date', '日期'), ('deadline', 'enum', 'dates', '多个日期'),
 ('deadline', 'enum', 'immediate', '立行立改'), ('deadline', 'enum', 'long-term', '长期坚持'), ('deadline', 'enum', 'by-plan', '按方案'),
 ('deadline', 'enum', 'referenced', '按所引文件'),
 ('precision', 'enum', 'exact', '精确'), ('precision', 'enum', 'facility', '设施'), ('precision', 'enum', 'village', '村'),
 ('precision', 'enum', 'township', '乡镇'), ('precision', 'enum', 'county', '县区'), ('precision', 'enum', 'city', '市'),
 ('precision', 'enum', 'unlocated', '未定位'),
 ('rule-state', 'enum', 'proposed', '待确认'), ('rule-state', 'enum', 'confirmed', '已确认'), ('rule-state', 'enum', 'rejected', '已否决'),
 ('severity', 'enum', 'prohibition', '禁止'), ('severity', 'enum', 'restriction', '限制'), ('severity', 'enum', 'requirement', '要求'),
 ('severity', 'enum', 'goal', '目标'), ('severity', 'enum', 'disposition', '处置');
)sql";

char const* geometryName(geo::ShapeType type)
{
    switch (type) {
    case geo::ShapeType::Point: return "MULTIPOINT";
    case geo::ShapeType::Line: return "MULTILINESTRING";
    case geo::ShapeType::Polygon: return "MULTIPOLYGON";
    case geo::ShapeType::None: break;
    }
    return "GEOMETRY";
}

/// The index and the triggers of extension gpkg_rtree_index, as OGC 12-128r17 annex F.3 gives them.
void addSpatialIndex(sqlite::Database& database, std::string const& name)
{
    auto const table = sqlName(name);
    auto const index = sqlName("rtree_" + name + "_geom");
    auto const trigger = [&](std::string_view which) { return "CREATE TRIGGER " + sqlName(std::format("rtree_{}_geom_{}", name, which)); };
    std::string const filled = "(NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))";
    std::string const empty = "(NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))";
    std::string const put = "INSERT OR REPLACE INTO " + index +
                            " VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));";
    auto const remove = [&](std::string const& what) { return "DELETE FROM " + index + " WHERE id " + what + ";"; };
    database.execute("CREATE VIRTUAL TABLE " + index + " USING rtree(id, minx, maxx, miny, maxy);");
    database.execute(trigger("insert") + " AFTER INSERT ON " + table + " WHEN " + filled + " BEGIN " + put + " END;");
    database.execute(trigger("update1") + " AFTER UPDATE OF geom ON " + table + " WHEN OLD.fid = NEW.fid AND " + filled + " BEGIN " + put +
                     " END;");
    database.execute(trigger("update2") + " AFTER UPDATE OF geom ON " + table + " WHEN OLD.fid = NEW.fid AND " + empty + " BEGIN " +
                     remove("= OLD.fid") + " END;");
    database.execute(trigger("update3") + " AFTER UPDATE ON " + table + " WHEN OLD.fid != NEW.fid AND " + filled + " BEGIN " +
                     remove("= OLD.fid") + put + " END;");
    database.execute(trigger("update4") + " AFTER UPDATE ON " + table + " WHEN OLD.fid != NEW.fid AND " + empty + " BEGIN " +
                     remove("IN (OLD.fid, NEW.fid)") + " END;");
    database.execute(trigger("delete") + " AFTER DELETE ON " + table + " WHEN OLD.geom NOT NULL BEGIN " + remove("= OLD.fid") + " END;");
    database.prepare("INSERT INTO gpkg_extensions VALUES (?, 'geom', 'gpkg_rtree_index', "
                     "'http://www.geopackage.org/spec130/#extension_rtree', 'write-only')")
        .run(name);
}

void registerTable(sqlite::Database& database, Table const& table, Date asOf)
{
    bool const spatial = table.geometry != geo::ShapeType::None;
    database.prepare("INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id) VALUES (?, ?, ?, ?, ?, ?)")
        .run(table.name, spatial ? "features" : "attributes", table.identifier, table.description, timestamp(asOf),
             spatial ? std::optional{srsId} : std::nullopt);
    auto described = database.prepare("INSERT INTO gpkg_data_columns (table_name, column_name, name, title, constraint_name) VALUES (?, ?, ?, ?, ?)");
    for (auto const& column : table.columns) {
        if (column.title.empty()) { continue; }
        described.run(table.name, column.name, column.title, column.title,
                      column.constraint.empty() ? std::nullopt : std::optional{column.constraint});
    }
}

} // namespace

std::string sqlName(std::string_view name)
{
    std::string result = "\"";
    for (char const c : name) { result += c == '"' ? "\"\"" : std::string(1, c); }
    return result + '"';
}

std::string timestamp(Date asOf)
{
    return isoDate(asOf) + "T00:00:00.000Z";
}

void addTable(sqlite::Database& database, Table const& table, Date asOf)
{
    bool const spatial = table.geometry != geo::ShapeType::None;
    bool const style = table.name == "layer_styles"; // QGIS looks its primary key up by this name
    std::string sql = "CREATE TABLE " + sqlName(table.name) + " (" + (style ? "id" : "fid") + " INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL";
    if (spatial) { sql += std::string{", geom "} + geometryName(table.geometry); }
    for (auto const& column : table.columns) { sql += ", " + sqlName(column.name) + " " + column.type; }
    database.execute(sql + ");");
    registerTable(database, table, asOf);
    if (!spatial) { return; }
    database.prepare("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)").run(table.name, geometryName(table.geometry), srsId);
    addSpatialIndex(database, table.name);
}

void dropFeatureTable(sqlite::Database& database, std::string const& name)
{
    if (database.integer("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '" + name + "'")) {
        // Row by row, as WHERE makes it: a table dropped while it is full is emptied in one step, which nobody can stop.
        database.execute("DROP TRIGGER IF EXISTS " + sqlName("rtree_" + name + "_geom_delete") + "; DELETE FROM " + sqlName(name) + " WHERE 1;");
    }
    database.execute("DROP TABLE IF EXISTS " + sqlName("rtree_" + name + "_geom") + ";");
    for (auto const* const table : {"gpkg_extensions", "gpkg_data_columns", "gpkg_geometry_columns", "gpkg_contents"}) {
        database.prepare(std::string{"DELETE FROM "} + table + " WHERE table_name = ?").run(name);
    }
    database.prepare("DELETE FROM layer_styles WHERE f_table_name = ?").run(name);
    database.execute("DROP TABLE IF EXISTS " + sqlName(name) + ";");
    database.prepare("DELETE FROM sqlite_sequence WHERE name = ?").run(name);
}

void touch(sqlite::Database& database, std::string const& name, Date asOf)
{
    database.prepare("UPDATE gpkg_contents SET last_change = ? WHERE table_name = ?").run(timestamp(asOf), name);
    if (!database.integer("SELECT 1 FROM gpkg_geometry_columns WHERE table_name = '" + name + "'")) { return; }
    auto const index = sqlName("rtree_" + name + "_geom");
    database.execute("UPDATE gpkg_contents SET (min_x, min_y, max_x, max_y) = (SELECT min(minx), min(miny), max(maxx), max(maxy) FROM " + index +
                     ") WHERE table_name = '" + name + "';");
}

void upgrade(sqlite::Database& database, Date asOf)
{
    auto const version = database.integer("SELECT CAST(value AS INTEGER) FROM zhengtu_metadata WHERE key = 'version'");
    if (!version || *version >= ledgerVersion) { return; }
    auto there = database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?");
    auto column = database.prepare("SELECT 1 FROM pragma_table_info(?) WHERE name = ?");
    auto described = database.prepare("INSERT INTO gpkg_data_columns (table_name, column_name, name, title, constraint_name) VALUES (?, ?, ?, ?, ?)");
    auto tables = attributeTables();
    std::ranges::move(siteTables(), std::back_inserter(tables));
    for (auto const& table : tables) {
        if (!there.query(table.name).step()) {
            addTable(database, table, asOf);
            continue;
        }
        for (auto const& one : table.columns) {
            if (column.query(table.name, one.name).step()) { continue; }
            database.execute("ALTER TABLE " + sqlName(table.name) + " ADD COLUMN " + sqlName(one.name) + " " + one.type + ";");
            described.run(table.name, one.name, one.title, one.title, one.constraint.empty() ? std::nullopt : std::optional{one.constraint});
        }
    }
    for (auto const& view : views()) { database.execute("DROP VIEW IF EXISTS " + sqlName(view.name) + "; " + view.sql + ";"); }
    database.execute("INSERT INTO gpkg_data_column_constraints (constraint_name, constraint_type, value, description) SELECT 'role', 'enum', 'inline_lead', "
                     "'措施中牵头单位' WHERE NOT EXISTS (SELECT 1 FROM gpkg_data_column_constraints WHERE constraint_name = 'role' AND value = 'inline_lead');");
    database.prepare("UPDATE zhengtu_metadata SET value = ? WHERE key = 'version'").run(std::to_string(ledgerVersion));
}

bool hasColumn(sqlite::Database& database, std::string const& table, std::string const& column)
{
    return database.integer("SELECT 1 FROM pragma_table_info('" + table + "') WHERE name = '" + column + "'").has_value();
}

void create(sqlite::Database& database, Date asOf)
{
    database.execute(std::format("PRAGMA application_id = {}; PRAGMA user_version = {};", applicationId, geoPackageVersion));
    database.execute(geoPackageSql);
    database.execute(valuesSql);
    for (auto const& table : attributeTables()) { addTable(database, table, asOf); }
    for (auto const& table : siteTables()) { addTable(database, table, asOf); }
    for (auto const& view : views()) {
        database.execute(view.sql + ";");
        registerTable(database, {view.name, view.identifier, view.description, geo::ShapeType::None, view.columns}, asOf);
    }
    database.execute(guards());
    auto metadata = database.prepare("INSERT INTO zhengtu_metadata (key, value) VALUES (?, ?)");
    metadata.run("format", "zhengtu-ledger");
    metadata.run("version", std::to_string(ledgerVersion));
}

} // namespace zhengtu::ledger::schema
