#include "exchange/cell_text.hpp"
#include "exchange/csv.hpp"
#include "exchange/formats.hpp"
#include "exchange/verify.hpp"

#include <format>

namespace zhengtu::exchange {

namespace {

using geo::FieldType;
using geo::ShapeType;
using geo::VectorTable;

constexpr std::size_t longestText = 254;
/// Readers other than GDAL end at 2 GB.
constexpr std::size_t largestFile = 2'000'000'000;

/// The rows of one type with short names and cut texts; what is cut is accounted for and flagged in txt_cut.
VectorTable shortTable(Table const& table, ShapeType type, CellEncoder const& encoder, TableAccount& account)
{
    VectorTable result;
    result.shapeType = type;
    for (auto const& field : table.fields) {
        auto const width = field.type == FieldType::Text ? std::min<int>(field.width, static_cast<int>(longestText)) : field.width;
        result.fields.push_back({.name = field.shortName, .type = field.type, .width = width, .precision = field.precision, .alias = {}});
    }
    result.fields.push_back({.name = "txt_cut", .type = FieldType::Integer, .width = 1, .precision = 0, .alias = {}});
    for (auto const* const given : rowsOf(table, type)) {
        geo::Row row{.values = {}, .shape = given->shape, .fid = given->fid, .fault = given->fault};
        row.values.reserve(table.fields.size() + 1);
        bool cut = false;
        for (std::size_t i = 0; i < table.fields.size(); ++i) {
            auto const* const text = std::get_if<std::string>(&given->values[i]);
            if (text == nullptr || table.fields[i].type != FieldType::Text) {
                row.values.push_back(given->values[i]);
                continue;
            }
            auto const line = oneLine(*text);
            auto fitted = encoder.fit(line, static_cast<std::size_t>(result.fields[i].width));
            if (fitted != line) {
                cut = true;
                auto& field = account.fields[table.fields[i].name];
                ++field.truncated;
                field.truncatedIn.insert(table.key(*given));
            }
            row.values.emplace_back(std::move(fitted));
        }
        row.values.emplace_back(std::int64_t{cut});
        result.rows.push_back(std::move(row));
    }
    return result;
}

std::string escaped(std::string_view text)
{
    std::string result;
    for (char const c : text) {
        if (c == '&') { result += "&amp;"; }
        else if (c == '<') { result += "&lt;"; }
        else if (c == '"') { result += "&quot;"; }
        else { result += c; }
    }
    return result;
}

/// What QGIS reads beside a shapefile of the same name: Chinese names for the short ones. It leaves the symbols alone.
std::string aliasStyle(Table const& table)
{
    std::string text = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis version=\"3.22\" styleCategories=\"Fields\">\n <aliases>\n";
    for (std::size_t i = 0; i < table.fields.size(); ++i) {
        text += std::format("  <alias field=\"{}\" index=\"{}\" name=\"{}\"/>\n", table.fields[i].shortName, i, escaped(table.fields[i].title));
    }
    return text + std::format("  <alias field=\"txt_cut\" index=\"{}\" name=\"文字截短\"/>\n </aliases>\n</qgis>\n", table.fields.size());
}

/// Long texts get a field with half as much room again as the longest needs, not 254 bytes: a file of a hundred thousand tasks is a
/// third as large, and there is room for editing.
void fitWidths(Table& table, CellEncoder const& encoder)
{
    constexpr std::size_t alwaysKept = 48;
    for (std::size_t i = 0; i < table.fields.size(); ++i) {
        auto& field = table.fields[i];
        if (field.type != FieldType::Text || field.width <= static_cast<int>(alwaysKept)) { continue; }
        std::size_t longest = 0;
        for (auto const& row : table.rows) {
            auto const* const text = std::get_if<std::string>(&row.values[i]);
            // a line end becomes three bytes; most texts are shorter than one that was measured
            if (text != nullptr && 3 * text->size() > longest) { longest = std::max(longest, encoder.size(oneLine(*text))); }
        }
        field.width = std::min(field.width, static_cast<int>(std::max(alwaysKept, longest + longest / 2)));
    }
}

std::size_t recordBytes(VectorTable const& table)
{
    std::size_t bytes = 1;
    for (auto const& field : table.fields) { bytes += field.type == FieldType::Date ? 8 : static_cast<std::size_t>(field.width); }
    return bytes;
}

std::size_t shapeBytes(VectorTable const& table)
{
    std::size_t bytes = 100;
    for (auto const& row : table.rows) {
        bytes += 60;
        for (auto const& part : row.shape.parts) {
            bytes += 4 + 16 * part.outline.size();
            for (auto const& hole : part.holes) { bytes += 4 + 16 * hole.size(); }
        }
    }
    return bytes;
}

Result<void> writeOne(Job& job, Table const& table, ShapeType type, CellEncoder const& encoder, TableAccount& account)
{
    auto rows = shortTable(table, type, encoder, account);
    if (recordBytes(rows) * rows.rows.size() > largestFile || shapeBytes(rows) > largestFile) {
        return fail(ErrorCode::Usage, std::format("{} rows make a shapefile of more than 2 GB, which many programs cannot read", rows.rows.size()),
                    "Export one plan or county at a time, or choose GeoPackage.");
    }
    auto const name = job.base(table) + suffixOf(type);
    rows.name = name;
    rows.epsg = job.options.epsg;
    auto const file = job.files.aside(name + ".shp");
    auto const report = geo::writeTable("ESRI Shapefile", file, rows,
                                        {.datasetOptions = {}, .layerOptions = {"ENCODING=" + job.options.encoding, "DBF_DATE_LAST_UPDATE=" + isoDate(job.stamp())},
                                         .configOptions = {}, .append = false});
    if (!report) { return std::unexpected{report.error()}; }
    for (auto const& warning : report->warnings) { job.notes.push_back(name + ": " + warning); }
    if (auto same = verify(file, {}, rows); !same) { return same; }
    job.written.push_back({name + ".shp", "features", table.id, name, type, rows.rows.size()});
    return job.files.write(name + ".qml", aliasStyle(table));
}

Result<void> writeUnlocated(Job& job, Table const& table)
{
    CsvText csv;
    csv.add(headings(table, Heading::Short));
    auto const rows = rowsOf(table, ShapeType::None);
    for (auto const* const row : rows) { csv.add(cells(*row)); }
    return writeCsvFile(job, csv, {job.base(table) + "_noloc.csv", "unlocated", table.id, {}, ShapeType::None, rows.size()});
}

} // namespace

Result<void> fitWidths(Job& job)
{
    auto const encoder = CellEncoder::create(job.options.encoding);
    if (!encoder) { return std::unexpected{encoder.error()}; }
    for (auto& table : job.tables) { fitWidths(table, *encoder); }
    return {};
}

Result<void> writeShapefiles(Job& job)
{
    auto const encoder = CellEncoder::create(job.options.encoding);
    if (!encoder) { return std::unexpected{encoder.error()}; }
    for (std::size_t i = 0; i < job.tables.size(); ++i) {
        auto const& table = job.tables[i];
        bool any = false;
        for (auto const type : {ShapeType::Point, ShapeType::Line, ShapeType::Polygon}) {
            if (rowsOf(table, type).empty()) { continue; }
            any = true;
            if (auto done = writeOne(job, table, type, *encoder, job.accounts[i]); !done) { return done; }
        }
        // Tasks without any place are a file without any row, not no file; an empty layer has no geometry type to be one of.
        if (!any && i > 0 && table.rows.empty()) { job.notes.push_back("layer " + table.id + " has no features and no file"); }
        else if (!any) {
            if (auto done = writeOne(job, table, ShapeType::Point, *encoder, job.accounts[i]); !done) { return done; }
        }
        if (i == 0 || !rowsOf(table, ShapeType::None).empty()) {
            if (auto done = writeUnlocated(job, table); !done) { return done; }
        }
    }
    return {};
}

} // namespace zhengtu::exchange
