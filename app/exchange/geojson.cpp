#include "exchange/formats.hpp"

#include "geo/codec.hpp"

#include <nlohmann/json.hpp>

#include <fstream>
#include <string>

namespace zhengtu::exchange {

namespace {

using nlohmann::ordered_json;

constexpr int decimals = 7; // a centimetre

ordered_json jsonOf(geo::Cell const& value)
{
    if (auto const* const text = std::get_if<std::string_view>(&value)) { return *text; }
    if (auto const* const whole = std::get_if<std::int64_t>(&value)) { return *whole; }
    if (auto const* const real = std::get_if<double>(&value)) { return *real; }
    return nullptr;
}

std::string featureText(Table const& table, std::size_t row)
{
    std::string room;
    auto const& shape = table.shape(row);
    auto properties = ordered_json::object();
    for (std::size_t i = 0; i < table.fields.size(); ++i) { properties[table.fields[i].name] = jsonOf(table.cell(row, i, room)); }
    return R"({"type":"Feature","properties":)" + properties.dump() + R"(,"geometry":)" +
           (shape.empty() ? std::string{"null"} : geo::toGeoJsonGeometry(shape, decimals)) + "}";
}

/// What was written is read by a reader that is not the writer, feature by feature: none is kept.
Result<void> check(AsideFile const& file, Table const& table)
{
    std::ifstream text{file.path(), std::ios::binary};
    std::size_t row = 0;
    bool good = true;
    constexpr int depthOfFeatures = 2;
    auto const compare = [&](int depth, ordered_json::parse_event_t event, ordered_json& feature) {
        if (depth != depthOfFeatures || event != ordered_json::parse_event_t::object_end) { return true; }
        good = good && row < table.size() && feature["geometry"].is_null() == table.shape(row).empty() &&
               feature["properties"][table.fields[table.keyField].name] == table.key(row);
        ++row;
        return false;
    };
    auto const read = ordered_json::parse(text, compare, false);
    if (read.is_discarded() || !good || row != table.size()) { return fail(ErrorCode::Internal, file.name() + " does not read back as what it should hold"); }
    return {};
}

} // namespace

Result<void> writeGeoJson(Job& job)
{
    for (auto const& table : job.tables) {
        AsideFile file{job.files, job.base(table) + ".geojson"};
        file.add(R"({"type":"FeatureCollection","name":)" + nlohmann::json(job.base(table)).dump() + ",\"features\":[");
        for (std::size_t i = 0; i < table.size(); ++i) {
            if (auto const go = mayGoOn(job, i, table.size()); !go) { return go; }
            file.add((i == 0 ? "\n" : ",\n") + featureText(table, i));
        }
        file.add("\n]}\n");
        if (auto const done = file.finish().and_then([&] { return check(file, table); }); !done) { return done; }
        for (auto const type : {geo::ShapeType::Point, geo::ShapeType::Line, geo::ShapeType::Polygon, geo::ShapeType::None}) {
            auto const rows = rowsOf(table, type).size();
            if (rows == 0 && !(table.size() == 0 && type == geo::ShapeType::Point)) { continue; }
            job.written.push_back({file.name(), type == geo::ShapeType::None ? "unlocated" : "features", table.id, job.base(table), type, rows});
        }
    }
    return {};
}

} // namespace zhengtu::exchange
