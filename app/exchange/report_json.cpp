#include "exchange/report_json.hpp"

#include "core/identity.hpp"

#include <nlohmann/json.hpp>

namespace zhengtu::exchange {

namespace {

using nlohmann::ordered_json;

char const* formatName(Format format)
{
    switch (format) {
    case Format::Shapefile: return "shp";
    case Format::GeoPackage: return "gpkg";
    case Format::GeoJson: return "geojson";
    case Format::Csv: return "csv";
    }
    return "";
}

ordered_json contentsJson(Job const& job)
{
    auto list = ordered_json::array();
    for (auto const& file : job.written) {
        ordered_json entry{{"file", file.name}, {"what", file.what}};
        if (!file.table.empty()) { entry["table"] = file.table; }
        if (!file.layer.empty()) { entry["layer"] = file.layer; }
        if (file.what == "features" && job.options.format != Format::Csv) { entry["geometry"] = geo::name(file.geometry); }
        entry["rows"] = file.rows;
        list.push_back(std::move(entry));
    }
    return list;
}

Result<ordered_json> filesJson(Job const& job)
{
    auto list = ordered_json::array();
    for (auto const& name : job.files.names()) {
        auto const sum = sumOfFile(job.files.aside(name)); // not mapped: it may be larger than the memory
        if (!sum) { return std::unexpected{sum.error()}; }
        list.push_back({{"name", name}, {"bytes", sum->bytes}, {"sha256", sum->sha256}});
    }
    return list;
}

ordered_json tablesJson(Job const& job)
{
    auto list = ordered_json::array();
    for (std::size_t i = 0; i < job.tables.size(); ++i) {
        auto const& table = job.tables[i];
        auto const& account = job.accounts[i];
        ordered_json rows{{"all", table.size()}};
        for (auto const type : {geo::ShapeType::Point, geo::ShapeType::Line, geo::ShapeType::Polygon, geo::ShapeType::None}) {
            auto const found = account.rows.find(type);
            rows[type == geo::ShapeType::None ? "unlocated" : geo::name(type)] = found == account.rows.end() ? 0 : found->second;
        }
        auto fields = ordered_json::array();
        for (auto const& field : table.fields) {
            auto const found = account.fields.find(field.name);
            if (found == account.fields.end()) { continue; }
            ordered_json entry{{"field", field.shortName}, {"title", field.title}};
            entry["truncated"] = found->second.truncated;
            entry["truncated_in"] = found->second.truncatedIn;
            entry["lost_characters"] = found->second.lostCharacters;
            entry["lost_in"] = found->second.lostIn;
            fields.push_back(std::move(entry));
        }
        list.push_back({{"table", table.id}, {"title", table.title}, {"rows", rows}, {"fields_changed", fields},
                        {"geometry_repaired", account.repaired}, {"geometry_dropped", account.dropped}});
    }
    return list;
}

ordered_json sourcesJson(Job const& job)
{
    auto list = ordered_json::array();
    for (auto const& plan : job.options.sources) {
        list.push_back({{"plan", plan.id}, {"title", plan.title}, {"file", plan.fileName}, {"sha256", plan.sha256}});
    }
    return list;
}

} // namespace

Result<std::string> reportJson(Job const& job, ExportReport const& report)
{
    auto files = filesJson(job);
    if (!files) { return std::unexpected{files.error()}; }
    ordered_json json{{"format", formatName(job.options.format)}};
    if (job.options.asOf.ok()) { json["as_of"] = isoDate(job.options.asOf); }
    json["crs"] = "EPSG:" + std::to_string(job.options.epsg);
    if (job.options.format == Format::Shapefile) { json["encoding"] = job.options.encoding; }
    json["counts"] = {{"tasks", report.tasks},         {"located", report.located},       {"unlocated", report.unlocated},
                      {"sites", report.sites},         {"texts_truncated", report.truncated}, {"lost", report.lost}};
    json["verified"] = true;
    json["complete"] = report.complete();
    json["tables"] = tablesJson(job);
    json["contents"] = contentsJson(job);
    json["files"] = std::move(*files);
    json["sources"] = sourcesJson(job);
    json["notes"] = job.notes;
    return json.dump(1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

std::vector<std::string> filesOf(std::string const& json)
{
    std::vector<std::string> names;
    auto const report = nlohmann::json::parse(json, nullptr, false);
    if (!report.is_object() || !report.contains("files") || !report["files"].is_array()) { return names; }
    for (auto const& file : report["files"]) {
        if (!file.is_object() || !file.contains("name") || !file["name"].is_string()) { continue; }
        auto name = file["name"].get<std::string>();
        if (!name.empty() && !name.contains('/') && !name.contains('\n') && name != "." && name != "..") { names.push_back(std::move(name)); }
    }
    return names;
}

} // namespace zhengtu::exchange
