#include "cli/console.hpp"
#include "cli/exit_code.hpp"
#include "cli/json.hpp"
#include "cli/long_work.hpp"
#include "cli/options.hpp"
#include "cli/task_filter.hpp"
#include "exchange/exporter.hpp"
#include "workspace/hotspot_methods.hpp"
#include "workspace/layer_stack.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>

namespace zhengtu::cli {

namespace {

using Answer = workspace::HotspotAnswer;

/// The columns of the table that a person sees; --json and the files have all fields.
using Columns = std::vector<std::string>;

constexpr std::size_t shownRows = 25;

bool isRaster(std::string const& file) { return file.ends_with(".tif") || file.ends_with(".tiff"); }

std::string moreOf(geo::Feature const& feature, std::string const& key)
{
    auto const field = std::ranges::find(feature.more, key, [](auto const& pair) { return pair.first; });
    return field == feature.more.end() ? std::string{} : field->second;
}

/// Says where the result went.
Result<std::string> store(Answer& answer, HotspotMethodOptions const& options)
{
    std::string told;
    auto const written = [&](std::string const& what) { told += "written: " + what + "\n"; };
    auto const& raster = isRaster(options.output) ? options.output : options.raster;
    if (!raster.empty() && !answer.raster) { return fail(ErrorCode::Usage, raster + " would be a raster, which only a density has", "Use .gpkg, .geojson, .shp or .csv."); }
    if (!raster.empty()) {
        std::vector<std::pair<std::string, std::string>> metadata;
        for (auto const& [name, value, reason] : answer.parameters) { metadata.emplace_back(name, value + (reason.empty() ? "" : ": " + reason)); }
        metadata.emplace_back("note", answer.layer.note);
        auto const done = exchange::writeRaster(*answer.raster, "weight per km2", metadata, raster, options.overwrite);
        if (!done) { return std::unexpected{done.error()}; }
        written(raster);
    }
    if (!options.output.empty() && !isRaster(options.output)) {
        auto const done = exchange::writeLayer(answer.layer, options.output, options.overwrite);
        if (!done) { return std::unexpected{done.error()}; }
        written(options.output);
    }
    if (options.layer.empty() && !(options.output.empty() && options.raster.empty())) { return told; }
    if (!options.layer.empty()) { answer.layer.id = options.layer; }
    auto ledger = ledger::Ledger::open(options.ledger, false);
    if (!ledger) { return std::unexpected{ledger.error()}; }
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

void printTable(Answer const& answer, Columns const& columns, auto const& shown)
{
    Columns header{"name"};
    header.insert(header.end(), columns.begin(), columns.end());
    Table table{header};
    std::size_t rows = 0, left = 0;
    for (auto const& feature : answer.layer.features) {
        if (!shown(feature)) { continue; }
        if (++rows > shownRows) {
            ++left;
            continue;
        }
        Columns row{feature.name};
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

int finish(Result<Answer> answer, HotspotMethodOptions const& options, LongWork const& work, Columns const& columns, auto const& shown)
{
    if (!answer) { return report(answer.error()); }
    if (auto const go = work.startWriting(); !go) { return report(go.error()); }
    auto const stored = store(*answer, options);
    if (!stored) { return report(stored.error()); }
    if (options.json) {
        printJson(*answer);
    } else if (!options.quiet) {
        printTable(*answer, columns, shown);
        std::fputs(stored->c_str(), stdout);
    }
    return Ok;
}

constexpr auto all = [](geo::Feature const&) { return true; };

/// The layers with the counties, as the ledger sees them; the counties that its plans speak of go into the wish.
Result<std::vector<geo::Layer>> countyLayers(std::string const& ledger, workspace::HotspotWish& wish)
{
    auto const atlas = workspace::Atlas::load();
    if (!atlas) { return std::unexpected{atlas.error()}; }
    auto const opened = ledger::Ledger::openReadOnly(ledger);
    if (!opened) { return std::unexpected{opened.error()}; }
    auto own = opened->layers();
    if (!own) { return std::unexpected{std::move(own.error()).at(ledger)}; }
    auto const plans = opened->plans();
    if (!plans) { return std::unexpected{Error{plans.error()}.at(ledger)}; }
    auto layers = workspace::stacked(atlas->layers(), std::move(*own)).shipped;
    wish.covered = workspace::coveredCounties(*plans, layers);
    return layers;
}

workspace::HotspotWish wishOf(HotspotMethodOptions const& options)
{
    auto wish = options.wish;
    wish.asOf = options.asOf;
    return wish;
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

int runHotspotDensity(HotspotMethodOptions const& options)
{
    LongWork const work{"density", options.quiet};
    auto const tasks = readTasks(options.ledger, options.filter, options.asOf);
    if (!tasks) { return report(tasks.error()); }
    return finish(workspace::densityHotspots(*tasks, wishOf(options), work.progress()), options, work, {"share_percent", "low_per_km2", "high_per_km2", "sites", "area_km2"}, all);
}

int runHotspotClusters(HotspotMethodOptions const& options)
{
    LongWork const work{"clusters", options.quiet};
    auto const tasks = readTasks(options.ledger, options.filter, options.asOf);
    if (!tasks) { return report(tasks.error()); }
    return finish(workspace::clusterHotspots(*tasks, wishOf(options), work.progress()), options, work, {"sites", "weight", "tasks", "problems", "counties", "area_km2"}, all);
}

int runHotspotGi(HotspotMethodOptions const& options)
{
    LongWork const work{"Gi*", options.quiet};
    auto const tasks = readTasks(options.ledger, options.filter, options.asOf);
    if (!tasks) { return report(tasks.error()); }
    auto wish = wishOf(options);
    auto const layers = countyLayers(options.ledger, wish);
    if (!layers) { return report(layers.error()); }
    return finish(workspace::giHotspots(*tasks, *layers, wish, work.progress()), options, work, {"class", "value", "z", "p_two_sided", "q", "neighbours", "problems", "tasks"},
                  [](geo::Feature const& feature) { return moreOf(feature, "class") != "none"; });
}

int runHotspotCounties(HotspotMethodOptions const& options)
{
    LongWork const work{"counties", options.quiet};
    auto wish = wishOf(options);
    if (!options.baseFile.empty()) {
        auto bases = workspace::readCountyBases(options.baseFile, options.baseField);
        if (!bases) { return report(bases.error()); }
        wish.bases = std::move(*bases);
        wish.baseName = options.baseField;
    }
    auto const tasks = readTasks(options.ledger, options.filter, options.asOf);
    if (!tasks) { return report(tasks.error()); }
    auto const layers = countyLayers(options.ledger, wish);
    if (!layers) { return report(layers.error()); }
    return finish(workspace::countyRates(*tasks, *layers, wish), options, work,
                  {"count", "located", "rate", "rate_low", "rate_high", "rate_smoothed", "expected", "q", "class", "small_number"}, all);
}

} // namespace zhengtu::cli
