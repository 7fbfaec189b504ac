#include "exchange/csv.hpp"
#include "exchange/formats.hpp"

#include "geo/codec.hpp"
#include "geo/ops.hpp"

#include <format>

namespace zhengtu::exchange {

namespace {

char const* kindOf(geo::FieldType type)
{
    switch (type) {
    case geo::FieldType::Text: return "text";
    case geo::FieldType::Integer: return "integer";
    case geo::FieldType::Real: return "real";
    case geo::FieldType::Date: return "date";
    }
    return "text";
}

/// Longitude, latitude of a position on the shape, and what the shape is.
std::vector<std::string> position(geo::Shape const& shape)
{
    if (shape.empty()) { return {"", "", "none"}; }
    auto const at = shape.type == geo::ShapeType::Point ? Result<geo::LonLat>{shape.parts.front().outline.front()} : geo::pointOnSurface(shape);
    if (!at) { return {"", "", geo::name(shape.type)}; }
    return {std::format("{:.7f}", at->lon), std::format("{:.7f}", at->lat), geo::name(shape.type)};
}

Result<void> writeTable(Job& job, Table const& table)
{
    CsvFile people{job.files, job.base(table) + ".csv"};
    CsvFile geometry{job.files, job.base(table) + "_wkt.csv"};
    auto header = headings(table, Heading::Chinese);
    header.insert(header.end(), {"经度", "纬度", "几何类型"});
    people.add(header);
    geometry.add({table.fields[0].name, table.fields[1].name, "wkt"});
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (auto const go = mayGoOn(job, row, table.size()); !go) { return go; }
        auto line = cells(table, row);
        auto const& shape = table.shape(row);
        if (!shape.empty()) { geometry.add({line[0], line[1], geo::toWkt(shape)}); }
        for (auto& cell : position(shape)) { line.push_back(std::move(cell)); }
        people.add(line);
    }
    auto const located = geometry.rows() - 1;
    // One file, two lines in the report: rows with and without a place add up to all.
    auto const unlocated = table.size() - located;
    auto const done = finishCsv(job, people, {people.name(), "features", table.id, {}, geo::ShapeType::Point, located});
    if (!done) { return done; }
    if (unlocated > 0) { job.written.push_back({people.name(), "unlocated", table.id, {}, geo::ShapeType::None, unlocated}); }
    return finishCsv(job, geometry, {geometry.name(), "geometry", table.id, {}, geo::ShapeType::None, located});
}

} // namespace

Result<void> finishCsv(Job& job, CsvFile& csv, Written file)
{
    return csv.finish().transform([&] { job.written.push_back(std::move(file)); });
}

Result<void> writeCsv(Job& job)
{
    for (auto const& table : job.tables) {
        if (auto done = writeTable(job, table); !done) { return done; }
    }
    return {};
}

Result<void> writeFieldList(Job& job)
{
    CsvFile csv{job.files, job.options.baseName + ".fields.csv"};
    csv.add({"table", "short_name", "name", "中文名", "type", "width", "precision", "truncated", "lost_characters"});
    std::size_t rows = 0;
    for (std::size_t i = 0; i < job.tables.size(); ++i) {
        auto const& table = job.tables[i];
        for (auto const& field : table.fields) {
            auto const found = job.accounts[i].fields.find(field.name);
            FieldAccount const account = found == job.accounts[i].fields.end() ? FieldAccount{} : found->second;
            csv.add({table.id, field.shortName, field.name, field.title, kindOf(field.type), std::to_string(field.width),
                     std::to_string(field.precision), std::to_string(account.truncated), std::to_string(account.lostCharacters)});
            ++rows;
        }
        csv.add({table.id, "txt_cut", "", "文字是否截短（全文见随附文件）", "integer", "1", "0", "0", "0"});
        ++rows;
    }
    return finishCsv(job, csv, {csv.name(), "dictionary", "", {}, geo::ShapeType::None, rows});
}

} // namespace zhengtu::exchange
