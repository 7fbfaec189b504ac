#include "exchange/formats.hpp"

#include <algorithm>

namespace zhengtu::exchange {

namespace {

using geo::ShapeType;

struct Part {
    Table const* table;
    geo::VectorTable head;
    TableRows rows;
};

/// The tables in the file: those with rows, "tasks_unlocated" for rows without a place; never an empty file.
std::vector<Part> partsOf(Job const& job)
{
    std::vector<Part> parts;
    for (auto const& table : job.tables) {
        for (auto const type : {ShapeType::Point, ShapeType::Line, ShapeType::Polygon, ShapeType::None}) {
            bool const first = parts.empty() && type == ShapeType::None; // the tasks, none of which has a place
            if (rowsOf(table, type).empty() && !first) { continue; }
            auto const stem = table.suffix.empty() ? table.id : table.suffix.substr(1);
            auto name = stem + (type == ShapeType::None ? "_unlocated" : std::string{"_"} + geo::name(type));
            parts.push_back({&table, longHead(table, type, std::move(name)), {table, type}});
            parts.back().head.epsg = job.options.epsg;
        }
    }
    return parts;
}

} // namespace

Result<Made> makeGeoPackage(Job const& job)
{
    Made made;
    auto const name = job.options.baseName + ".gpkg";
    auto const file = job.files.aside(name);
    auto const parts = partsOf(job);
    bool append = false;
    for (auto const& part : parts) {
        auto const report = geo::writeTable("GPKG", file, part.head, part.rows,
                                            {.datasetOptions = append ? std::vector<std::string>{} : std::vector<std::string>{"VERSION=1.3"},
                                             .layerOptions = {"GEOMETRY_NAME=geom", "IDENTIFIER=" + part.head.name + " " + part.table->title},
                                             // flushed once, when all is written; till then nobody sees it
                                             .configOptions = {"OGR_CURRENT_DATE=" + isoDate(job.stamp()) + "T00:00:00.000Z", "OGR_SQLITE_SYNCHRONOUS=OFF", "OGR_SQLITE_JOURNAL=MEMORY"},
                                             .append = append,
                                             .goOn = job.options.goOn});
        if (!report) { return std::unexpected{report.error()}; }
        for (auto const& warning : report->warnings) { made.notes.push_back(name + ": " + warning); }
        append = true;
    }
    for (auto const& part : parts) {
        if (auto same = geo::readBack(file, part.head.name, part.head, part.rows, {.goOn = job.options.goOn}); !same) { return std::unexpected{std::move(same.error())}; }
        made.written.push_back({name, part.head.shapeType == ShapeType::None ? "unlocated" : "features", part.table->id, part.head.name,
                               part.head.shapeType, part.rows.size()});
    }
    return made;
}

Result<void> writeGeoPackage(Job& job)
{
    return makeGeoPackage(job).transform([&](Made made) { job.add(std::move(made)); });
}

} // namespace zhengtu::exchange
