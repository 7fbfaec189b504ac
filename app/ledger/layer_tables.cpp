#include "ledger/layer_tables.hpp"

#include "core/identity.hpp"
#include "ledger/geometry_column.hpp"
#include "ledger/layer_raster.hpp"
#include "ledger/plan_writer.hpp"
#include "ledger/schema.hpp"
#include "ledger/text_list.hpp"
#include "ledger/value_type.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

namespace zhengtu::ledger {

namespace {

using sqlite::Database;
using sqlite::Statement;

constexpr std::array types{geo::ShapeType::Point, geo::ShapeType::Line, geo::ShapeType::Polygon, geo::ShapeType::None};
constexpr std::array<char const*, 4> typeTitles{"无位置", "点", "线", "面"}; // by ShapeType
constexpr int featureColumns = 16;                                            // before those of `more`, fid and geom not counted
constexpr char const* ownNames = "ord, feature_id, name, aliases, kind, zone, parent, adcode, county, city, source, licence, date, "
                                 "accuracy_m, schematic, given";

/// ASCII and unlike the name of any table of ours; two different ids never give the same name.
std::string tableName(std::string const& id, geo::ShapeType type)
{
    std::string stem;
    for (char const c : id) { stem += (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '_'; }
    if (stem != id) { stem += "_" + sha256(id).substr(0, 6); }
    return "layer_" + stem + "_" + geo::name(type);
}

/// What other programs list a table of a layer as.
std::string identifierOf(std::string const& title, geo::ShapeType type, std::string const& id)
{
    return title + "（" + typeTitles.at(static_cast<std::size_t>(type)) + "）" + id;
}

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

class FeatureWriter {
public:
    FeatureWriter(Database& database, geo::Layer const& layer, geo::ShapeType type, std::vector<std::string> const& keys,
                  std::vector<MoreColumn> const& more)
        : m_keys{keys}, m_more{more}, m_located{type != geo::ShapeType::None},
          m_insert{database.prepare(insertInto(schema::sqlName(tableName(layer.id, type)), m_located ? std::string{ownNames} + ", geom" : ownNames))}
    {
        std::string const table = schema::sqlName(tableName(layer.id, type));
        for (auto const& [column, form] : more) {
            m_set.push_back(database.prepare("UPDATE " + table + " SET " + schema::sqlName(column.name) + " = ? WHERE fid = ?"));
        }
    }

    void write(Database& database, geo::Feature const& feature, std::size_t ord)
    {
        std::vector<std::string> given;
        for (auto const& [name, value] : feature.more) {
            given.push_back(std::to_string(std::ranges::find(m_keys, name) - m_keys.begin()));
        }
        auto const run = [&](auto const&... geometry) {
            m_insert.run(ord, feature.id, feature.name, joined(feature.aliases), feature.kind, feature.zone, feature.parent, feature.adcode,
                         feature.county, feature.city, feature.source, feature.licence, feature.date, feature.accuracyM,
                         feature.schematic, joined(given), geometry...);
        };
        if (m_located) {
            auto const blob = geometryBlob(feature.shape);
            run(sqlite::Blob{blob});
        }
        else { run(); }
        auto const fid = database.lastRowId();
        for (auto const& [name, value] : feature.more) {
            auto const index = static_cast<std::size_t>(std::ranges::find(m_keys, name) - m_keys.begin());
            if (m_more[index].form.type == ValueType::Real) { m_set[index].run(realOf(value), fid); }
            else { m_set[index].run(value, fid); } // a column of whole numbers makes a number of it by its affinity
        }
    }

private:
    std::vector<std::string> const& m_keys;
    std::vector<MoreColumn> const& m_more;
    bool m_located;
    Statement m_insert;
    std::vector<Statement> m_set;
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

/// What column `more` of table layers keeps of a field: "area_km2", and "<tab>2" after it for a real of two decimals.
struct MoreKey {
    std::string name;
    ValueForm form;
};

std::string keyText(std::string const& key, ValueForm form)
{
    return form.type == ValueType::Real ? key + "\t" + std::to_string(form.decimals) : key;
}

std::vector<MoreKey> keysFrom(std::string const& text)
{
    std::vector<MoreKey> keys;
    for (auto const& line : split(text, '\n')) {
        auto const tab = line.find('\t');
        if (tab == std::string::npos) { keys.push_back({line, {}}); }
        else { keys.push_back({line.substr(0, tab), {ValueType::Real, std::atoi(line.c_str() + tab)}}); }
    }
    return keys;
}

geo::Feature readFeature(Statement const& row, bool located, std::vector<MoreKey> const& keys)
{
    geo::Feature feature;
    int i = located ? 3 : 2; // after fid, (geom,) ord
    for (auto* const field : {&feature.id, &feature.name}) { *field = row.text(i++); }
    feature.aliases = split(row.text(i++));
    for (auto* const field : {&feature.kind, &feature.zone, &feature.parent, &feature.adcode, &feature.county, &feature.city,
                              &feature.source, &feature.licence, &feature.date}) {
        *field = row.text(i++);
    }
    feature.accuracyM = row.real(i++);
    feature.schematic = row.integer(i++) != 0;
    for (auto const& number : split(row.text(i++))) {
        auto const index = static_cast<std::size_t>(std::stoul(number));
        int const column = i + static_cast<int>(index);
        auto const& [name, form] = keys.at(index);
        feature.more.emplace_back(name, form.type == ValueType::Real ? realText(row.real(column), form.decimals) : row.text(column));
    }
    return feature;
}

constexpr std::array<std::string_view, 3> originNames{"", "user", "user-replaces"}; // by LayerOrigin

geo::LayerOrigin originOf(std::string const& name)
{
    auto const* const at = std::ranges::find(originNames, std::string_view{name});
    return at == originNames.end() ? geo::LayerOrigin::Program : static_cast<geo::LayerOrigin>(at - originNames.begin());
}

bool hasColumn(Database& database, char const* column)
{
    return database.integer(std::string{"SELECT 1 FROM pragma_table_info('layers') WHERE name = '"} + column + "'").has_value();
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

using Numbered = std::vector<std::pair<std::int64_t, geo::Feature>>;

Result<void> readTable(Database& database, std::string const& table, bool located, std::vector<MoreKey> const& keys, Numbered& features)
{
    auto const columns = database.integer("SELECT count(*) FROM pragma_table_info('" + table + "')").value_or(0);
    if (columns < featureColumns + (located ? 2 : 1) + static_cast<std::int64_t>(keys.size())) {
        return fail(ErrorCode::FileFormat, "table " + table + " lacks columns of its layer");
    }
    auto rows = database.prepare("SELECT * FROM " + schema::sqlName(table) + " ORDER BY ord");
    while (rows.step()) {
        auto feature = readFeature(rows, located, keys);
        if (located) {
            auto shape = geometryFrom(rows.blob(1));
            if (!shape) { return std::unexpected{std::move(shape.error()).at(table + " " + feature.id)}; }
            feature.shape = std::move(*shape);
        }
        features.emplace_back(rows.integer(located ? 2 : 1), std::move(feature));
    }
    return {};
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
        for (std::size_t i = 0; i < layer.features.size(); ++i) {
            if (ofType(layer.features[i])) { writer.write(database, layer.features[i], i); }
        }
        schema::touch(database, tableName(layer.id, type), asOf);
    }
    if (layer.surface) {
        if (auto const written = writeSurface(database, layer.id, *layer.surface, asOf); !written) { return written; }
    }
    schema::touch(database, "layers", asOf);
    return database.outcome();
}

ChosenLook chosenLook(Database& database, std::string const& layerId, std::string const& wanted)
{
    ChosenLook chosen;
    auto row = database.prepare("SELECT title, style FROM layers WHERE layer_id = ?");
    if (!row.query(layerId).step()) { return chosen; }
    auto renamed = database.prepare("SELECT new_value FROM events WHERE subject = ? AND what = 'layer-renamed' ORDER BY fid DESC LIMIT 1");
    if (renamed.query(layerId).step() && renamed.text(0) == row.text(0)) { chosen.title = row.text(0); }
    auto const style = row.text(1);
    for (auto const* by : {"graduated:", "categories:"}) { // docs/formats/ledger.md
        if (style.starts_with(by + wanted + ":")) { chosen.style = style; }
    }
    return chosen;
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

Result<std::string> renameLayer(Database& database, std::string const& layerId, std::string const& title, Date asOf)
{
    auto known = database.prepare("SELECT title FROM layers WHERE layer_id = ?");
    if (!known.query(layerId).step()) { return fail(ErrorCode::NotFound, "the ledger has no layer " + layerId); }
    auto old = known.text(0);
    known = database.prepare("SELECT 1"); // lets go of the table that is about to change
    database.prepare("UPDATE layers SET title = ?, title_en = ? WHERE layer_id = ?").run(title, title, layerId); // a person's name for it has no other language
    auto contents = database.prepare("UPDATE gpkg_contents SET identifier = ? WHERE table_name = ?");
    for (auto const type : types) { contents.run(identifierOf(title, type, layerId), tableName(layerId, type)); }
    schema::touch(database, "layers", asOf);
    if (auto const done = database.outcome(); !done) { return std::unexpected{done.error()}; }
    return old;
}

Result<void> restyleLayer(Database& database, std::string const& layerId, std::string const& style, Date asOf)
{
    auto known = database.prepare("SELECT 1 FROM layers WHERE layer_id = ?");
    if (!known.query(layerId).step()) { return fail(ErrorCode::NotFound, "the ledger has no layer " + layerId); }
    known = database.prepare("SELECT 1"); // lets go of the table that is about to change
    database.prepare("UPDATE layers SET style = ? WHERE layer_id = ?").run(style, layerId);
    schema::touch(database, "layers", asOf);
    return database.outcome();
}

Result<void> orderLayers(Database& database, std::vector<std::string> const& ids, Date asOf)
{
    std::set<std::string> have;
    {
        auto rows = database.prepare("SELECT layer_id FROM layers");
        while (rows.step()) { have.insert(rows.text(0)); }
    }
    if (have != std::set<std::string>{ids.begin(), ids.end()} || have.size() != ids.size()) {
        return fail(ErrorCode::Usage, "an order of layers names each layer of the ledger once");
    }
    database.execute("UPDATE layers SET fid = -fid;"); // out of the way of the new numbers
    auto number = database.prepare("UPDATE layers SET fid = ? WHERE layer_id = ?");
    for (std::size_t i = 0; i < ids.size(); ++i) { number.run(i + 1, ids[i]); }
    schema::touch(database, "layers", asOf);
    return database.outcome();
}

Result<std::vector<geo::Layer>> readLayers(Database& database)
{
    sqlite::Transaction transaction{database, sqlite::Transaction::Kind::Read};
    std::vector<geo::Layer> layers;
    auto rows = database.prepare(std::string{"SELECT layer_id, title, title_en, kind, style, source, licence, date, note, schematic, more, "} +
                                 (hasColumn(database, "origin") ? "origin, provenance" : "'', ''") + " FROM layers ORDER BY fid");
    while (rows.step()) {
        geo::Layer layer;
        int i = 0;
        for (auto* const field : {&layer.id, &layer.title, &layer.titleEn, &layer.kind, &layer.style, &layer.source, &layer.licence,
                                  &layer.date, &layer.note}) {
            *field = rows.text(i++);
        }
        layer.schematic = rows.integer(i++) != 0;
        auto const keys = keysFrom(rows.text(i++));
        layer.origin = originOf(rows.text(i++));
        layer.provenance = rows.text(i);
        Numbered features;
        for (auto const type : types) {
            auto const table = tableName(layer.id, type);
            if (!database.integer("SELECT 1 FROM gpkg_contents WHERE table_name = '" + table + "'")) { continue; }
            if (auto const read = readTable(database, table, type != geo::ShapeType::None, keys, features); !read) {
                return std::unexpected{read.error()};
            }
        }
        std::ranges::stable_sort(features, {}, [](auto const& numbered) { return numbered.first; });
        for (auto& [ord, feature] : features) { layer.features.push_back(std::move(feature)); }
        auto surface = readSurface(database, layer.id);
        if (!surface) { return std::unexpected{surface.error()}; }
        layer.surface = *std::move(surface);
        layers.push_back(std::move(layer));
    }
    if (auto const done = transaction.commit(); !done) { return std::unexpected{done.error()}; }
    return layers;
}

} // namespace zhengtu::ledger
