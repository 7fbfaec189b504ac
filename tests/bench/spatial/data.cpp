#include "data.hpp"

#include "geo/codec.hpp"
#include "geo/vector_file.hpp"
#include "or_die.hpp"

#include <array>
#include <cstring>
#include <fstream>
#include <span>

namespace zhengtu::bench {

namespace fs = std::filesystem;

namespace {

template <class T> void saveAll(fs::path const& file, std::vector<T> const& values)
{
    std::ofstream out{file, std::ios::binary};
    out.write(reinterpret_cast<char const*>(values.data()), static_cast<std::streamsize>(values.size() * sizeof(T)));
    if (!out) { die("cannot write " + file.string()); }
}

template <class T> std::vector<T> loadAll(fs::path const& file)
{
    std::ifstream in{file, std::ios::binary};
    if (!in) { return {}; }
    std::vector<T> values(static_cast<std::size_t>(fs::file_size(file)) / sizeof(T));
    in.read(reinterpret_cast<char*>(values.data()), static_cast<std::streamsize>(values.size() * sizeof(T)));
    return values;
}

void saveShapes(fs::path const& file, std::vector<geo::Shape> const& shapes)
{
    std::vector<std::byte> all;
    for (auto const& shape : shapes) {
        auto const wkb = geo::toWkb(shape);
        auto const size = static_cast<std::uint32_t>(wkb.size());
        auto const head = std::as_bytes(std::span{&size, 1});
        all.insert(all.end(), head.begin(), head.end());
        all.insert(all.end(), wkb.begin(), wkb.end());
    }
    saveAll(file, all);
}

/// The first file of that name with an ending that is read.
fs::path userFile(fs::path const& folder, std::string const& layer)
{
    for (auto const* const ending : {".gpkg", ".geojson", ".shp", ".csv", ".fgb"}) {
        if (auto file = folder / (layer + ending); fs::exists(file)) { return file; }
    }
    return {};
}

std::vector<geo::Shape> userShapes(fs::path const& folder, std::string const& layer, geo::ShapeType type)
{
    std::vector<geo::Shape> shapes;
    auto const file = userFile(folder, layer);
    if (file.empty()) { return shapes; }
    for (auto& row : orDie(geo::readTable(file)).rows) {
        if (row.shape.empty()) { continue; }
        if (row.shape.type != type) { die(file.string() + ": a " + geo::name(row.shape.type) + " where a " + geo::name(type) + " is needed"); }
        shapes.push_back(std::move(row.shape));
    }
    return shapes;
}

} // namespace

Data fromUser(fs::path const& folder)
{
    Data data;
    auto const file = userFile(folder, "points");
    if (!file.empty()) {
        auto const table = orDie(geo::readTable(file));
        auto const column = table.column("value");
        for (auto const& row : table.rows) {
            double value = 1;
            if (column != geo::VectorTable::npos) {
                if (auto const* const real = std::get_if<double>(&row.values[column])) { value = *real; }
                if (auto const* const whole = std::get_if<std::int64_t>(&row.values[column])) { value = static_cast<double>(*whole); }
            }
            if (row.shape.type == geo::ShapeType::Point) {
                for (auto const& one : row.shape.parts) {
                    data.points.push_back(one.outline.front());
                    data.values.push_back(value);
                }
            }
        }
    }
    data.polygons = userShapes(folder, "polygons", geo::ShapeType::Polygon);
    data.rivers = userShapes(folder, "rivers", geo::ShapeType::Line);
    data.mines = userShapes(folder, "mines", geo::ShapeType::Polygon);
    data.zones = userShapes(folder, "zones", geo::ShapeType::Polygon);
    if (data.zones.empty()) { data.zones = data.polygons; }
    if (data.polygons.empty()) { data.polygons = data.zones; }
    return data;
}

void save(Data const& data, fs::path const& folder)
{
    fs::create_directories(folder);
    saveAll(folder / "points.f64", data.points);
    saveAll(folder / "values.f64", data.values);
    saveShapes(folder / "polygons.wkb", data.polygons);
    saveShapes(folder / "rivers.wkb", data.rivers);
    saveShapes(folder / "mines.wkb", data.mines);
    saveShapes(folder / "zones.wkb", data.zones);
}

std::vector<geo::LonLat> loadPoints(fs::path const& folder)
{
    return loadAll<geo::LonLat>(folder / "points.f64");
}
std::vector<double> loadValues(fs::path const& folder)
{
    return loadAll<double>(folder / "values.f64");
}

std::vector<geo::Shape> loadShapes(fs::path const& folder, char const* layer)
{
    auto const all = loadAll<std::byte>(folder / (std::string{layer} + ".wkb"));
    std::vector<geo::Shape> shapes;
    for (std::size_t at = 0; at < all.size();) {
        std::uint32_t size = 0;
        std::memcpy(&size, all.data() + at, sizeof size);
        at += sizeof size;
        shapes.push_back(orDie(geo::fromWkb(std::span{all}.subspan(at, size))));
        at += size;
    }
    return shapes;
}

} // namespace zhengtu::bench
