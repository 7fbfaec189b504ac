#include "ledger/geometry_column.hpp"
#include "ledger/layer_form.hpp"
#include "ledger/layer_raster.hpp"
#include "ledger/layer_tables.hpp"
#include "ledger/schema.hpp"
#include "ledger/text_list.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace zhengtu::ledger {

namespace {

using namespace layer_form;
using sqlite::Database;
using sqlite::Statement;

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

geo::LayerOrigin originOf(std::string const& name)
{
    auto const* const at = std::ranges::find(originNames, std::string_view{name});
    return at == originNames.end() ? geo::LayerOrigin::Program : static_cast<geo::LayerOrigin>(at - originNames.begin());
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
