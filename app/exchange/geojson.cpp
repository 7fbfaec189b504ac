#include "exchange/formats.hpp"

#include "geo/codec.hpp"

#include <nlohmann/json.hpp>

#include <set>

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

/// What was written is read by a reader that is not the writer.
Result<void> check(std::string const& name, std::string const& text, Table const& table)
{
    auto const read = nlohmann::json::parse(text, nullptr, false);
    bool good = !read.is_discarded() && read["features"].size() == table.size();
    for (std::size_t i = 0; good && i < table.size(); ++i) {
        auto const& feature = read["features"][i];
        good = feature["geometry"].is_null() == table.shape(i).empty() &&
               feature["properties"][table.fields[table.keyField].name] == table.key(i);
    }
    if (!good) { return fail(ErrorCode::Internal, name + " does not read back as what it should hold"); }
    return {};
}

} // namespace

Result<void> writeGeoJson(Job& job)
{
    for (auto const& table : job.tables) {
        auto const name = job.base(table) + ".geojson";
        std::string text = R"({"type":"FeatureCollection","name":)" + nlohmann::json(job.base(table)).dump() + ",\"features\":[";
        for (std::size_t i = 0; i < table.size(); ++i) { text += (i == 0 ? "\n" : ",\n") + featureText(table, i); }
        text += "\n]}\n";
        auto const done = check(name, text, table).and_then([&] { return job.files.write(name, text); });
        if (!done) { return done; }
        for (auto const type : {geo::ShapeType::Point, geo::ShapeType::Line, geo::ShapeType::Polygon, geo::ShapeType::None}) {
            auto const rows = rowsOf(table, type).size();
            if (rows == 0 && !(table.size() == 0 && type == geo::ShapeType::Point)) { continue; }
            job.written.push_back({name, type == geo::ShapeType::None ? "unlocated" : "features", table.id, job.base(table), type, rows});
        }
    }
    return {};
}

} // namespace zhengtu::exchange
