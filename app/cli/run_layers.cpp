#include "cli/console.hpp"
#include "cli/exit_code.hpp"
#include "cli/json.hpp"
#include "cli/long_work.hpp"
#include "cli/options.hpp"
#include "workspace/layer_stack.hpp"
#include "workspace/layer_statistics.hpp"
#include "workspace/relocation.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <format>
#include <set>
#include <utility>

namespace zhengtu::cli {

namespace {

using Json = nlohmann::ordered_json;

/// The library says what is missing; here it is known by which option it is said.
Error withOptions(Error error)
{
    if (error.code == ErrorCode::Crs) { error.cure += " Options: --crs CRS (gcj02 and bd09 as well), --swap-xy."; }
    if (error.code == ErrorCode::Encoding) { error.cure += " Option: --encoding GB18030."; }
    return error;
}

Json rowsJson(std::vector<workspace::RowNote> const& rows)
{
    auto json = Json::array();
    for (auto const& row : rows) { json.push_back({{"row", row.row}, {"id", row.id}, {"name", row.name}, {"reason", row.reason}}); }
    return json;
}

Json siteJson(std::optional<place::Site> const& site)
{
    return site ? toJson(*site) : Json{};
}

Json outcomeJson(workspace::LayerOutcome const& outcome, bool dryRun, bool withFile)
{
    Json json{{"layer", outcome.layerId}, {"dry_run", dryRun}, {"replaced", outcome.replaced}, {"tasks", outcome.tasks}};
    if (withFile) {
        auto const& report = outcome.report;
        json["file"] = {{"format", report.format}, {"layer", report.layer}, {"other_layers", report.otherLayers},
                        {"encoding", report.encoding}, {"encoding_reason", report.encodingReason}, {"crs", report.crs},
                        {"crs_reason", report.crsReason}, {"fields", report.fields}, {"name_field", report.nameField},
                        {"zone_field", report.zoneField}, {"alias_field", report.aliasField}, {"county_field", report.countyField},
                        {"read", report.read}, {"kept", report.kept}, {"refused", rowsJson(report.refused)},
                        {"repaired", rowsJson(report.repaired)}, {"without_position", rowsJson(report.unplaced)},
                        {"doubtful", rowsJson(report.doubtful)}, {"notes", report.notes}};
    }
    auto changes = Json::array();
    for (auto const& change : outcome.changes) {
        changes.push_back({{"task", change.taskId}, {"plan", change.planTitle}, {"moved_m", change.movedM},
                           {"before", siteJson(change.before)}, {"after", siteJson(change.after)}});
    }
    json["changes"] = std::move(changes);
    return json;
}

void printRows(char const* what, std::vector<workspace::RowNote> const& rows)
{
    if (rows.empty()) { return; }
    std::printf("%s: %zu\n", what, rows.size());
    for (auto const& row : rows) { std::printf("  row %zu, %s %s: %s\n", row.row, row.id.c_str(), row.name.c_str(), row.reason.c_str()); }
}

void printFile(workspace::UserLayerReport const& report)
{
    std::printf("format:   %s, layer %s\n", report.format.c_str(), report.layer.c_str());
    for (auto const& other : report.otherLayers) { std::printf("          not read: layer %s (--layer)\n", other.c_str()); }
    std::printf("encoding: %s, %s\n", report.encoding.c_str(), report.encodingReason.c_str());
    std::printf("crs:      %s, %s\n", report.crs.c_str(), report.crsReason.c_str());
    std::string fields = report.nameField.empty() ? "name -" : "name " + report.nameField;
    for (auto const& [what, field] : {std::pair{", zone ", &report.zoneField}, {", other names ", &report.aliasField}, {", county ", &report.countyField}}) {
        if (!field->empty()) { fields += what + *field; }
    }
    std::printf("fields:   %s\n", fields.c_str());
    for (auto const& note : report.notes) { std::printf("note:     %s\n", note.c_str()); }
    std::printf("rows:     %zu read = %zu kept + %zu refused\n", report.read, report.kept, report.refused.size());
    printRows("refused", report.refused);
    printRows("repaired", report.repaired);
    printRows("without position", report.unplaced);
    printRows("doubtful", report.doubtful);
}

std::string whereOf(std::optional<place::Site> const& site)
{
    if (!site) { return "-"; }
    if (site->shape.empty()) { return "unlocated"; }
    return std::format("{} {} ±{:.0f} m", site->featureId, place::name(site->precision), site->radiusM);
}

void printChanges(workspace::LayerOutcome const& outcome, bool dryRun)
{
    std::set<std::string> tasks;
    Table table{{"task", "place", "before", "after", "moved", "why"}};
    for (auto const& change : outcome.changes) {
        tasks.insert(change.taskId);
        auto const& shown = change.after ? *change.after : *change.before;
        bool const moved = change.before && change.after && !change.before->shape.empty() && !change.after->shape.empty();
        table.add({change.taskNo + " " + change.taskId, shown.place, whereOf(change.before), whereOf(change.after),
                   moved ? std::format("{:.0f} m", change.movedM) : "", change.after ? change.after->reason : "the task has another place now"});
    }
    std::printf("%s%zu sites of %zu tasks (of %zu) %s\n", dryRun ? "dry run: " : "", outcome.changes.size(), tasks.size(), outcome.tasks,
                dryRun ? "would change" : "changed");
    if (!outcome.changes.empty()) { table.print(); }
}

int finish(Result<workspace::LayerOutcome> const& outcome, LayersOptions const& options, bool withFile)
{
    progressDone();
    if (!outcome) { return report(withOptions(outcome.error())); }
    if (options.json) {
        print(outcomeJson(*outcome, options.dryRun, withFile));
    } else if (!options.quiet) {
        std::printf("layer:    %s%s\n", outcome->layerId.c_str(), outcome->replaced ? " (replaced)" : "");
        if (withFile) { printFile(outcome->report); }
        printChanges(*outcome, options.dryRun);
    }
    return outcome->report.refused.empty() ? Ok : Incomplete;
}

Result<std::vector<geo::Layer>> layersOf(std::string const& path)
{
    return ledger::Ledger::openReadOnly(path).and_then([](ledger::Ledger const& ledger) { return ledger.layers(); });
}

char const* originWord(geo::LayerOrigin origin)
{
    switch (origin) {
    case geo::LayerOrigin::Program: return "result";
    case geo::LayerOrigin::User: return "user";
    case geo::LayerOrigin::UserReplaces: return "user, replaces";
    }
    return "";
}

Json layerJson(geo::Layer const& layer)
{
    return {{"id", layer.id}, {"title", layer.title}, {"kind", layer.kind}, {"origin", originWord(layer.origin)}, {"features", layer.features.size()},
            {"source", layer.source}, {"licence", layer.licence}, {"date", layer.date}, {"provenance", layer.provenance}};
}

} // namespace

int runLayersAdd(LayersOptions const& options)
{
    LongWork const work{"placing the tasks again", options.quiet};
    auto const atlas = workspace::Atlas::load();
    if (!atlas) { return report(atlas.error()); }
    workspace::UserLayerRequest const request{.file = options.file, .layer = options.layer, .kind = options.kind, .id = options.id,
                                              .title = options.title, .nameField = options.nameField, .zoneField = options.zoneField,
                                              .aliasField = options.aliasField, .county = options.county, .crs = options.crs,
                                              .encoding = options.encoding, .swapAxes = options.swapAxes, .replace = options.replace,
                                              .date = options.date, .source = options.source, .licence = options.licence,
                                              .accuracyM = options.accuracyM};
    return finish(workspace::addUserLayer(*atlas, options.ledger, request, options.asOf, options.dryRun, work.progressAndWriting()), options, true);
}

int runLayersRemove(LayersOptions const& options)
{
    LongWork const work{"placing the tasks again", options.quiet};
    auto const atlas = workspace::Atlas::load();
    if (!atlas) { return report(atlas.error()); }
    return finish(workspace::removeUserLayer(*atlas, options.ledger, options.id, options.asOf, options.dryRun, work.progressAndWriting()), options, false);
}

int runLayersList(LayersOptions const& options)
{
    auto const layers = layersOf(options.ledger);
    if (!layers) { return report(layers.error()); }
    auto json = Json::array();
    Table table{{"layer", "title", "kind", "origin", "features", "date", "source"}};
    for (auto const& layer : *layers) {
        json.push_back(layerJson(layer));
        table.add({layer.id, layer.title, layer.kind, originWord(layer.origin), std::to_string(layer.features.size()), layer.date, layer.source});
    }
    if (options.json) { print(json); }
    else if (!options.quiet) { table.print(); }
    return Ok;
}

int runLayersInfo(LayersOptions const& options)
{
    auto const layers = layersOf(options.ledger);
    if (!layers) { return report(layers.error()); }
    auto const at = std::ranges::find(*layers, options.id, &geo::Layer::id);
    if (at == layers->end()) {
        std::string all;
        for (auto const& layer : *layers) { all += (all.empty() ? "" : ", ") + layer.id; }
        return report({.code = ErrorCode::NotFound, .detail = "the ledger has no layer \"" + options.id + "\"", .where = options.ledger,
                       .cure = all.empty() ? "It has none." : "It has " + all + "."});
    }
    if (options.json) {
        auto json = layerJson(*at);
        auto features = Json::array();
        for (auto const& feature : at->features) {
            features.push_back({{"id", feature.id}, {"name", feature.name}, {"aliases", feature.aliases}, {"zone", feature.zone},
                                {"county", feature.county}, {"geometry", geo::name(feature.shape.type)}});
        }
        json["list"] = std::move(features);
        print(json);
    } else if (!options.quiet) {
        std::printf("layer: %s (%s, %s)\ntitle: %s\nsource: %s\nlicence: %s\ndate: %s\n%s\n", at->id.c_str(), at->kind.c_str(), originWord(at->origin),
                    at->title.c_str(), at->source.c_str(), at->licence.c_str(), at->date.c_str(), at->provenance.c_str());
        Table table{{"feature", "name", "other names", "zone", "county", "geometry"}};
        for (auto const& feature : at->features) {
            std::string aliases;
            for (auto const& alias : feature.aliases) { aliases += (aliases.empty() ? "" : ";") + alias; }
            table.add({feature.id, feature.name, aliases, feature.zone, feature.county, geo::name(feature.shape.type)});
        }
        table.print();
    }
    return Ok;
}

int runLayersStats(LayersOptions const& options)
{
    auto const atlas = workspace::Atlas::load();
    if (!atlas) { return report(atlas.error()); }
    auto own = layersOf(options.ledger);
    if (!own) { return report(own.error()); }
    auto const stats = workspace::statisticsIn(workspace::stacked(atlas->layers(), std::move(*own)).all(), options.id, options.field, options.target);
    if (!stats) { return report(stats.error()); }
    bool const any = stats->numbers > 0;
    if (options.json) {
        auto const number = [&](double value) { return any ? Json(value) : Json{}; };
        print(Json{{"layer", options.id}, {"field", options.field}, {"target", stats->target}, {"schematic", stats->schematic}, {"points", stats->points},
                   {"inside", stats->inside}, {"numbers", stats->numbers}, {"without_position", stats->unplaced}, {"min", number(stats->min)},
                   {"max", number(stats->max)}, {"mean", number(stats->mean)}});
    } else if (!options.quiet) {
        std::printf("%s in %s%s: %zu of %zu points, %zu with a number\n", options.field.c_str(), stats->target.c_str(), stats->schematic ? " (schematic)" : "", stats->inside,
                    stats->points, stats->numbers);
        if (any) { std::printf("min %.2f, max %.2f, mean %.2f\n", stats->min, stats->max, stats->mean); }
        if (stats->unplaced > 0) { std::printf("%zu rows have no position and count nowhere\n", stats->unplaced); }
    }
    return Ok;
}

} // namespace zhengtu::cli
