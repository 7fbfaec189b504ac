#include "cli/console.hpp"
#include "cli/exit_code.hpp"
#include "cli/json.hpp"
#include "cli/long_work.hpp"
#include "cli/options.hpp"
#include "exchange/exporter.hpp"
#include "ledger/site_table.hpp"
#include "workspace/layer_stack.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>

namespace zhengtu::cli {

namespace {

using Answer = workspace::HotspotAnswer;

constexpr std::size_t shownRows = 25;

bool isRaster(std::string const& file) { return file.ends_with(".tif") || file.ends_with(".tiff"); }

std::string moreOf(geo::Feature const& feature, std::string const& key)
{
    auto const field = std::ranges::find(feature.more, key, [](auto const& pair) { return pair.first; });
    return field == feature.more.end() ? std::string{} : field->second;
}

/// Says where the result went.
Result<std::string> store(Answer& answer, HotspotMethodOptions const& options, LongWork const& work)
{
    std::string told;
    auto const written = [&](std::string const& what) { told += "written: " + what + "\n"; };
    auto const& raster = isRaster(options.output) ? options.output : options.raster;
    if (!raster.empty() && !answer.raster) { return fail(ErrorCode::Usage, raster + " would be a raster, which only a density has", "Use .gpkg, .geojson, .shp or .csv."); }
    if (!raster.empty()) {
        std::vector<std::pair<std::string, std::string>> metadata;
        for (auto const& [name, value, reason] : answer.parameters) { metadata.emplace_back(name, value + (reason.empty() ? "" : ": " + reason)); }
        metadata.emplace_back("note", answer.layer.note);
        auto const done = exchange::writeRaster(*answer.raster, "weight per km2", metadata, raster, options.overwrite, work.progressAndWriting());
        if (!done) { return std::unexpected{done.error()}; }
        written(raster);
    }
    if (!options.output.empty() && !isRaster(options.output)) {
        auto const done = exchange::writeLayer(answer.layer, options.output, options.overwrite, work.progressAndWriting());
        if (!done) { return std::unexpected{done.error()}; }
        written(options.output);
    }
    if (options.layer.empty() && !(options.output.empty() && options.raster.empty())) { return told; }
    if (!options.layer.empty()) { answer.layer.id = options.layer; }
    auto ledger = ledger::Ledger::open(options.ledger, false);
    if (!ledger) { return std::unexpected{ledger.error()}; }
    ledger->askBeforeChange(work.progressAndWriting());
    auto const put = ledger->putLayer(answer.layer, options.asOf);
    if (!put) { return std::unexpected{put.error()}; }
    return told + "stored in the ledger as layer " + answer.layer.id + "\n";
}

void printJson(Answer const& answer)
{
    nlohmann::ordered_json json{{"layer", answer.layer.id}};
    for (auto const& [name, value, reason] : answer.parameters) { json["parameters"][name] = {{"value", value}, {"reason", reason}}; }
    for (auto const& [name, value] : answer.counts) { json["counts"][name] = value; }
    json["warnings"] = answer.warnings;
    json["features"] = nlohmann::ordered_json::array();
    for (auto const& feature : answer.layer.features) {
        nlohmann::ordered_json one{{"id", feature.id}, {"name", feature.name}};
        if (!feature.adcode.empty()) { one["adcode"] = feature.adcode; }
        for (auto const& [key, value] : feature.more) { one[key] = value; }
        json["features"].push_back(std::move(one));
    }
    print(json);
}

void printTable(Answer const& answer, workspace::HotspotMethod method)
{
    auto const columns = workspace::mainFields(method);
    std::vector<std::string> header{"name"};
    header.insert(header.end(), columns.begin(), columns.end());
    Table table{header};
    std::size_t rows = 0, left = 0;
    for (auto const& feature : answer.layer.features) {
        if (moreOf(feature, "class") == "none") { continue; } // of Gi*: neither hot nor cold
        if (++rows > shownRows) {
            ++left;
            continue;
        }
        std::vector<std::string> row{feature.name};
        for (auto const& column : columns) { row.push_back(moreOf(feature, column)); }
        table.add(std::move(row));
    }
    if (rows > 0) { table.print(); }
    if (left > 0) { std::printf("and %zu more; --json and the layer have all\n", left); }
    for (auto const& [name, value, reason] : answer.parameters) { std::printf("%s: %s%s%s%s\n", name.c_str(), value.c_str(), reason.empty() ? "" : " (", reason.c_str(), reason.empty() ? "" : ")"); }
    std::string counts;
    for (auto const& [name, value] : answer.counts) { counts += (counts.empty() ? "" : ", ") + name + " " + value; }
    std::printf("%s\n", counts.c_str());
    for (auto const& warning : answer.warnings) { std::printf("warning: %s\n", warning.c_str()); }
}

int finish(Result<Answer> answer, HotspotMethodOptions const& options, LongWork const& work)
{
    if (!answer) { return report(answer.error()); }
    auto const stored = store(*answer, options, work);
    if (!stored) { return report(stored.error()); }
    if (auto const go = work.startWriting(); !go) { return report(go.error()); }
    if (options.json) {
        printJson(*answer);
    } else if (!options.quiet) {
        printTable(*answer, options.question.method);
        std::fputs(stored->c_str(), stdout);
    }
    return Ok;
}

} // namespace

int runHotspots(HotspotsOptions const& options)
{
    auto ledger = ledger::Ledger::open(options.ledger, false);
    if (!ledger) { return report(ledger.error()); }
    analysis::HotspotOptions wanted;
    if (options.epsM > 0) { wanted.epsM = options.epsM; }
    if (options.minSites > 0) { wanted.minSites = options.minSites; }
    auto const found = workspace::makeHotspots(*ledger, wanted, options.asOf);
    if (!found) { return report(found.error()); }
    auto json = nlohmann::ordered_json::array();
    Table table{{"hotspot", "sites", "tasks", "problems", "area_km2", "categories"}};
    for (auto const& feature : found->layer.features) {
        auto const more = [&](char const* key) {
            auto const field = std::ranges::find(feature.more, key, [](auto const& pair) { return pair.first; });
            return field == feature.more.end() ? std::string{} : field->second;
        };
        nlohmann::ordered_json one{{"id", feature.id}, {"name", feature.name}};
        for (auto const& [key, value] : feature.more) { one[key] = value; }
        json.push_back(std::move(one));
        table.add({feature.name, more("sites"), more("tasks"), more("problems"), more("area_km2"), more("categories")});
    }
    if (options.json) {
        print({{"hotspots", json}, {"sites_used", found->used}, {"sites_left_out", found->leftOut}, {"reason", found->reason}});
    } else if (!options.quiet) {
        if (!found->layer.features.empty()) { table.print(); }
        std::printf("%s\n", found->reason.c_str());
    }
    return Ok;
}

int runHotspotMethod(HotspotMethodOptions const& options)
{
    auto question = options.question;
    question.wish.asOf = options.asOf;
    LongWork const work{std::string{workspace::name(question.method)}, options.quiet};
    auto const atlas = workspace::Atlas::load();
    if (!atlas) { return report(atlas.error()); }
    auto const opened = ledger::Ledger::openReadOnly(options.ledger);
    if (!opened) { return report(opened.error()); }
    auto own = opened->layers();
    if (!own) { return report(std::move(own.error()).at(options.ledger)); }
    auto const plans = opened->plans();
    if (!plans) { return report(Error{plans.error()}.at(options.ledger)); }
    auto const table = opened->sites(question.filter.text);
    if (!table) { return report(Error{table.error()}.at(options.ledger)); }
    auto const shipped = workspace::stacked(atlas->layers(), std::move(*own)).shipped;
    return finish(workspace::hotspotsFor(question, *table, *plans, shipped, work.progress()), options, work);
}

} // namespace zhengtu::cli
