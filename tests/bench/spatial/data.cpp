#include "data.hpp"

#include "geo/codec.hpp"
#include "geo/vector_file.hpp"
#include "or_die.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <format>
#include <fstream>
#include <optional>
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

constexpr std::array endings{".gpkg", ".geojson", ".shp", ".csv", ".fgb"};
constexpr std::array layerNames{"points", "polygons", "rivers", "mines", "zones"};

void note(std::string const& what) { std::fprintf(stderr, "note: %s\n", what.c_str()); }

/// The first file of that name with an ending that is read.
fs::path userFile(fs::path const& folder, std::string const& layer)
{
    for (auto const* const ending : endings) {
        if (auto file = folder / (layer + ending); fs::exists(file)) { return file; }
    }
    return {};
}

/// Says which files are left aside, so that a layer with a wrong name is not missed in silence.
void checkFolder(fs::path const& folder)
{
    std::string const cure = "The layers are points, polygons, rivers, mines and zones, each as .gpkg, .geojson, .shp, .csv or .fgb, in lower case.";
    if (!fs::is_directory(folder)) { die("no folder " + folder.string() + "\n       " + cure); }
    bool any = false;
    for (auto const& entry : fs::directory_iterator{folder}) {
        auto const file = entry.path();
        if (std::ranges::find(endings, file.extension().string()) == endings.end()) { continue; }
        bool const named = std::ranges::find(layerNames, file.stem().string()) != layerNames.end();
        bool const read = named && userFile(folder, file.stem().string()) == file;
        any = any || read;
        if (!read) { note(file.string() + " is not read" + (named ? ": " + userFile(folder, file.stem().string()).filename().string() + " is. " : ". ") + cure); }
    }
    if (!any) { die("no layer in " + folder.string() + "\n       " + cure); }
}

geo::VectorTable userTable(fs::path const& file)
{
    auto table = orDie(geo::readTable(file));
    for (auto const& one : table.notes) { note(file.string() + ": " + one); }
    auto const without = std::ranges::count_if(table.rows, [](geo::Row const& row) { return row.shape.empty(); });
    if (without > 0) { note(std::format("{}: {} of {} rows have no geometry and are left out", file.string(), without, table.rows.size())); }
    return table;
}

std::vector<geo::Shape> userShapes(fs::path const& folder, std::string const& layer, geo::ShapeType type)
{
    std::vector<geo::Shape> shapes;
    auto const file = userFile(folder, layer);
    if (file.empty()) { return shapes; }
    auto table = userTable(file);
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        auto& shape = table.rows[i].shape;
        if (shape.empty()) { continue; }
        if (shape.type != type) {
            die(std::format("{}: row {} is a {}, the layer {} holds {}s\n       Name the file after what it holds: points; polygons, mines, zones; or rivers.", file.string(), i + 1,
                            geo::name(shape.type), layer, geo::name(type)));
        }
        shapes.push_back(std::move(shape));
    }
    return shapes;
}

/// A number, also one that is written as text; nothing where there is none.
std::optional<double> numberOf(geo::Value const& value)
{
    if (auto const* const real = std::get_if<double>(&value)) { return *real; }
    if (auto const* const whole = std::get_if<std::int64_t>(&value)) { return static_cast<double>(*whole); }
    auto const* const text = std::get_if<std::string>(&value);
    double number = 0;
    if (text == nullptr || std::from_chars(text->data(), text->data() + text->size(), number).ec != std::errc{}) { return std::nullopt; }
    return number;
}

void takePoints(fs::path const& file, Data& data)
{
    auto const table = userTable(file);
    auto const column = table.column("value");
    bool const valued = column != geo::VectorTable::npos;
    std::size_t without = 0;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        auto const& row = table.rows[i];
        if (row.shape.empty()) { continue; }
        if (row.shape.type != geo::ShapeType::Point) { die(std::format("{}: row {} is a {}, the layer points holds points", file.string(), i + 1, geo::name(row.shape.type))); }
        auto const value = valued ? numberOf(row.values[column]) : std::optional{1.0};
        without += value ? 0 : 1;
        for (auto const& one : row.shape.parts) {
            data.points.push_back(one.outline.front());
            data.values.push_back(value.value_or(0));
        }
    }
    if (without > 0) { note(std::format("{}: {} points have no number as their value; they count 0 in Gi*", file.string(), without)); }
    if (!valued) {
        std::string fields;
        for (auto const& field : table.fields) { fields += (fields.empty() ? "" : ", ") + field.name; }
        note(std::format("{}: no field value (its fields: {}); every point counts 1 in Gi*, whose z are all 0 then", file.string(), fields.empty() ? "none" : fields));
    }
}

} // namespace

Data fromUser(fs::path const& folder)
{
    if (fs::exists(folder / "points.f64")) {
        return {loadPoints(folder), loadValues(folder), loadShapes(folder, "polygons"), loadShapes(folder, "rivers"), loadShapes(folder, "mines"), loadShapes(folder, "zones")};
    }
    checkFolder(folder);
    Data data;
    if (auto const file = userFile(folder, "points"); !file.empty()) { takePoints(file, data); }
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
