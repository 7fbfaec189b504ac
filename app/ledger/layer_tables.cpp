#include "ledger/layer_tables.hpp"

#include "ledger/geometry_column.hpp"
#include "ledger/layer_form.hpp"
#include "ledger/layer_raster.hpp"
#include "ledger/plan_writer.hpp"
#include "ledger/schema.hpp"
#include "ledger/text_list.hpp"
#include "ledger/value_type.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>

namespace zhengtu::ledger {

namespace {

using namespace layer_form;
using sqlite::Database;
using sqlite::Statement;

constexpr char const* ownNames = "ord, feature_id, name, aliases, kind, zone, parent, adcode, county, city, source, licence, date, "
                                 "accuracy_m, schematic, given";

std::vector<schema::Column> ownTableColumns()
{
    constexpr char const* text = "TEXT NOT NULL DEFAULT ''";
    return {{"ord", "INTEGER NOT NULL DEFAULT 0", "顺序", {}},
            {"feature_id", text, "编号", {}},
            {"name", text, "名称", {}},
            {"aliases", text, "别名", {}},
            {"kind", text, "类型", {}},
            {"zone", text, "分区", {}},
            {"parent", text, "所属", {}},
            {"adcode", text, "行政区划代码", {}},
            {"county", text, "县区", {}},
            {"city", text, "市", {}},
            {"source", text, "来源", {}},
            {"licence", text, "许可", {}},
            {"date", text, "日期", {}},
            {"accuracy_m", "DOUBLE NOT NULL DEFAULT 0", "精度（米）", {}},
            {"schematic", "BOOLEAN NOT NULL DEFAULT 0", "示意", {}},
            {"given", text, "附加字段序号", {}}}; // which of the columns after it the feature has, in its order
}

/// What the features have besides, in the order of first appearance.
std::vector<std::string> moreKeys(geo::Layer const& layer)
{
    std::vector<std::string> keys;
    std::set<std::string> seen;
    for (auto const& feature : layer.features) {
        for (auto const& [name, value] : feature.more) {
            if (seen.insert(name).second) { keys.push_back(name); }
        }
    }
    return keys;
}

std::string lowered(std::string text)
{
    std::ranges::transform(text, text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

struct MoreColumn {
    schema::Column column;
    ValueForm form;
};

/// Columns for those keys: their own name unless SQL, which knows no case, has it already.
std::vector<MoreColumn> moreColumns(geo::Layer const& layer, std::vector<std::string> const& keys)
{
    std::set<std::string> taken{"fid", "geom"};
    for (auto const& column : ownTableColumns()) { taken.insert(column.name); }
    std::map<std::string, std::vector<std::string_view>> values;
    for (auto const& feature : layer.features) {
        for (auto const& [name, value] : feature.more) { values[name].push_back(value); }
    }
    std::vector<MoreColumn> columns;
    for (auto const& key : keys) {
        std::string name = key;
        while (!taken.insert(lowered(name)).second) { name += "_"; }
        auto const& all = values[key];
        bool const gaps = std::ranges::any_of(all, [](auto value) { return value.empty(); }); // "" would not survive as a number
        auto const form = gaps ? ValueForm{} : valueForm(all);
        char const* const type = form.type == ValueType::Integer ? "INTEGER" : form.type == ValueType::Real ? "DOUBLE" : "TEXT";
        columns.push_back({{name, type, {}, {}}, form});
    }
    return columns;
}

/// A row is written at once: an update of one column would write its shape again.
class FeatureWriter {
public:
    FeatureWriter(Database& database, geo::Layer const& layer, geo::ShapeType type, std::vector<std::string> const& keys,
                  std::vector<MoreColumn> const& more)
        : m_keys{keys}, m_more{more}, m_located{type != geo::ShapeType::None},
          m_insert{database.prepare(insertInto(schema::sqlName(tableName(layer.id, type)), columnNames(m_located, more)))}
    {
    }

    void write(geo::Feature const& feature, std::size_t ord)
    {
        std::vector<std::string> given;
        std::vector<sqlite::Value> values(m_more.size(), nullptr);
        for (auto const& [name, value] : feature.more) {
            auto const index = static_cast<std::size_t>(std::ranges::find(m_keys, name) - m_keys.begin());
            given.push_back(std::to_string(index));
            auto const real = m_more[index].form.type == ValueType::Real ? realOf(value) : std::nullopt;
            values[index] = real ? sqlite::Value{*real} : sqlite::Value{value}; // a column of whole numbers makes a number of it by its affinity
        }
        auto const run = [&](auto const&... geometry) {
            m_insert.run(ord, feature.id, feature.name, joined(feature.aliases), feature.kind, feature.zone, feature.parent, feature.adcode,
                         feature.county, feature.city, feature.source, feature.licence, feature.date, feature.accuracyM,
                         feature.schematic, joined(given), geometry..., values);
        };
        if (!m_located) { return run(); }
        auto const blob = geometryBlob(feature.shape);
        run(sqlite::Blob{blob});
    }

private:
    static std::string columnNames(bool located, std::vector<MoreColumn> const& more)
    {
        std::string names = ownNames;
        if (located) { names += ", geom"; }
        for (auto const& [column, form] : more) { names += ", " + schema::sqlName(column.name); }
        return names;
    }

    std::vector<std::string> const& m_keys;
    std::vector<MoreColumn> const& m_more;
    bool m_located;
    Statement m_insert;
};

Result<void> checkLayer(geo::Layer const& layer, std::vector<std::string> const& keys)
{
    if (layer.id.empty()) { return fail(ErrorCode::Usage, "a layer needs an id"); }
    if (keys.size() > 1000) { return fail(ErrorCode::Usage, "layer " + layer.id + " has more than 1000 fields"); }
    for (auto const& key : keys) {
        if (key.empty() || key.find_first_of(std::string_view{"\n\t\0", 3}) != std::string::npos) {
            return fail(ErrorCode::Usage, "layer " + layer.id + " has a field name that is empty or of several lines");
        }
    }
    return {};
}

/// Ledgers that were made before layers said whose they are.
void addOriginColumns(Database& database)
{
    for (auto const& [column, title] : {std::pair{"origin", "归属"}, std::pair{"provenance", "读取说明"}}) {
        if (hasColumn(database, column)) { continue; }
        database.execute(std::string{"ALTER TABLE layers ADD COLUMN "} + column + " TEXT NOT NULL DEFAULT '';");
        database.prepare("INSERT INTO gpkg_data_columns (table_name, column_name, name, title) VALUES ('layers', ?, ?, ?)").run(column, title, title);
    }
}

void dropTables(Database& database, std::string const& layerId)
{
    database.prepare("DELETE FROM layers WHERE layer_id = ?").run(layerId);
    for (auto const type : types) { schema::dropFeatureTable(database, tableName(layerId, type)); }
    removeSurface(database, layerId);
}

} // namespace

Result<void> writeLayer(Database& database, geo::Layer const& layer, Date asOf)
{
    auto const keys = moreKeys(layer);
    if (auto const fit = checkLayer(layer, keys); !fit) { return fit; }
    std::optional<std::int64_t> fid;
    auto old = database.prepare("SELECT fid FROM layers WHERE layer_id = ?");
    if (old.query(layer.id).step()) { fid = old.integer(0); }
    old = database.prepare("SELECT 1"); // lets go of the table that is about to change
    dropTables(database, layer.id);
    addOriginColumns(database);
    auto const more = moreColumns(layer, keys);
    std::vector<std::string> keyTexts;
    for (std::size_t i = 0; i < keys.size(); ++i) { keyTexts.push_back(keyText(keys[i], more[i].form)); }
    database.prepare(insertInto("layers", "fid, layer_id, title, title_en, kind, style, source, licence, date, note, schematic, more, origin, provenance"))
        .run(fid, layer.id, layer.title, layer.titleEn, layer.kind, layer.style, layer.source, layer.licence, layer.date, layer.note, layer.schematic,
             joined(keyTexts, "\n"), originNames.at(static_cast<std::size_t>(layer.origin)), layer.provenance);
    for (auto const type : types) {
        auto const ofType = [&](geo::Feature const& f) { return (f.shape.empty() ? geo::ShapeType::None : f.shape.type) == type; };
        if (std::ranges::none_of(layer.features, ofType)) { continue; }
        auto columns = ownTableColumns();
        for (auto const& each : more) { columns.push_back(each.column); }
        auto const identifier = identifierOf(layer.title, type, layer.id);
        schema::addTable(database, {tableName(layer.id, type), identifier, layer.note, type, columns}, asOf);
        FeatureWriter writer{database, layer, type, keys, more};
        for (std::size_t i = 0; i < layer.features.size() && !database.failed(); ++i) {
            if (ofType(layer.features[i])) { writer.write(layer.features[i], i); }
        }
        schema::touch(database, tableName(layer.id, type), asOf);
    }
    if (layer.surface) {
        if (auto const written = writeSurface(database, layer.id, *layer.surface, asOf); !written) { return written; }
    }
    schema::touch(database, "layers", asOf);
    return database.outcome();
}

Result<void> removeLayer(Database& database, std::string const& layerId, Date asOf)
{
    auto known = database.prepare("SELECT 1 FROM layers WHERE layer_id = ?");
    if (!known.query(layerId).step()) { return fail(ErrorCode::NotFound, "the ledger has no layer " + layerId); }
    known = database.prepare("SELECT 1"); // lets go of the table that is about to change
    dropTables(database, layerId);
    schema::touch(database, "layers", asOf);
    return database.outcome();
}

} // namespace zhengtu::ledger
