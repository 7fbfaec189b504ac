#include "cli/console.hpp"
#include "cli/exit_code.hpp"
#include "cli/json.hpp"
#include "cli/long_work.hpp"
#include "cli/options.hpp"
#include "exchange/exporter.hpp"
#include "workspace/layer_stack.hpp"
#include "workspace/workspace.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <format>

namespace zhengtu::cli {

namespace {

using Json = nlohmann::ordered_json;
using workspace::OverlayOutcome;
using Layers = std::vector<geo::Layer>;
using Fields = std::vector<std::pair<std::string, std::string>>;

Result<Layers> layersFor(std::string const& ledger)
{
    auto const atlas = workspace::Atlas::load();
    if (!atlas) { return std::unexpected{atlas.error()}; }
    if (ledger.empty()) { return atlas->layers(); }
    auto const opened = ledger::Ledger::openReadOnly(ledger);
    if (!opened) { return std::unexpected{opened.error()}; }
    auto own = opened->layers();
    if (!own) { return std::unexpected{std::move(own.error()).at(ledger)}; }
    return workspace::stacked(atlas->layers(), std::move(*own)).all();
}

std::string field(Fields const& fields, std::string_view key)
{
    auto const at = std::ranges::find(fields, key, [](auto const& pair) { return std::string_view{pair.first}; });
    return at == fields.end() ? std::string{} : at->second;
}

/// Numbers as numbers: every field whose name ends in a unit.
Json fieldsJson(Fields const& fields)
{
    constexpr std::array<std::string_view, 7> units{"_km2", "_ha", "_mu", "_m2", "_m", "share", "points"};
    auto json = Json::object();
    for (auto const& [key, value] : fields) {
        bool const number = std::ranges::any_of(units, [&](auto unit) { return key.ends_with(unit); });
        if (number) { json[key] = Json::parse(value, nullptr, false); }
        else { json[key] = value; }
    }
    return json;
}

Json notesJson(std::vector<analysis::FeatureNote> const& notes)
{
    auto json = Json::array();
    for (auto const& note : notes) { json.push_back({{"number", note.number}, {"id", note.id}, {"name", note.name}, {"reason", note.reason}}); }
    return json;
}

Json outcomeJson(OverlayOutcome const& outcome)
{
    Json json{{"title", outcome.layer.title}, {"parameters", Json::object()}, {"inputs", Json::array()}, {"features", Json::array()}};
    for (auto const& [key, value] : outcome.parameters) { json["parameters"][key] = value; }
    for (auto const& input : outcome.inputs) {
        auto const& selection = input.selection;
        json["inputs"].push_back({{"role", input.role}, {"said", selection.said}, {"features", selection.given}, {"used", selection.layer.features.size()},
                                  {"repaired", notesJson(selection.layer.repaired)}, {"left_out", notesJson(selection.layer.refused)},
                                  {"accuracy_m", selection.accuracyM}, {"accuracy_unknown", selection.unknown}, {"schematic", selection.schematic}});
    }
    for (auto const& feature : outcome.layer.features) {
        Json one{{"id", feature.id}, {"name", feature.name}, {"zone", feature.zone}, {"schematic", feature.schematic}, {"accuracy_m", feature.accuracyM}};
        one.update(fieldsJson(feature.more));
        json["features"].push_back(std::move(one));
    }
    if (!outcome.rows.empty()) {
        json["mines"] = Json::array();
        for (auto const& row : outcome.rows) { json["mines"].push_back(fieldsJson(row)); }
    }
    json["totals"] = Json::object();
    for (auto const& [key, value] : outcome.totals) { json["totals"][key] = value; }
    json["measured"] = "geodesic, CGCS2000";
    json["error_m2"] = outcome.errorM2;
    json["slivers"] = Json::array();
    for (auto const& sliver : outcome.slivers) {
        json["slivers"].push_back({{"feature", sliver.feature}, {"area_m2", sliver.areaM2}, {"width_m", sliver.widthM}, {"lon", sliver.at.lon}, {"lat", sliver.at.lat}});
    }
    json["notes"] = outcome.notes;
    return json;
}

/// Three lines a mine: square kilometres, 公顷, 亩.
void printMines(OverlayOutcome const& outcome, bool all)
{
    Table table{{"mine", "relation", "certain", "unit", "before", "overlap", "pillar", "after", "zones"}};
    std::size_t apart = 0, maybe = 0;
    for (auto const& row : outcome.rows) {
        if (!all && field(row, "relation") == "apart") {
            maybe += field(row, "answer") == "maybe" ? 1U : 0U;
            ++apart;
            continue;
        }
        bool first = true;
        for (auto const& [suffix, unit] : {std::pair{"_km2", "km2"}, {"_ha", "公顷"}, {"_mu", "亩"}}) {
            auto const value = [&](char const* what) { return field(row, std::string{what} + suffix); };
            table.add({first ? field(row, "mine") : "", first ? field(row, "relation") : "", first ? field(row, "answer") : "", unit, value("before"), value("overlap"), value("pillar"), value("after"),
                       first ? field(row, "zones") : ""});
            first = false;
        }
    }
    if (apart < outcome.rows.size()) { table.print(); }
    if (apart > 0) { std::printf("%zu mines lose nothing as drawn%s (--all lists them)\n", apart, maybe == 0 ? "" : std::format(", {} of them may", maybe).c_str()); }
}

void printFeatures(OverlayOutcome const& outcome)
{
    if (outcome.layer.features.empty()) { return; }
    Table table{{"id", "name", "part", "km2", "公顷", "亩", "other", "share", "data ± km2"}};
    for (auto const& feature : outcome.layer.features) {
        auto const value = [&](char const* key) { return field(feature.more, key); };
        std::string other;
        for (auto const& [key, unit] : {std::pair{"length_m", " m long"}, {"points", " points"}, {"measured_from", ""}, {"width_m", " m wide"}}) {
            if (auto const text = value(key); !text.empty()) { other += (other.empty() ? "" : ", ") + text + unit; }
        }
        table.add({feature.id, feature.name + (feature.schematic ? " (schematic)" : ""), feature.zone, value("area_km2"), value("area_ha"), value("area_mu"), other, value("share"),
                   value("data_error_km2")});
    }
    table.print();
}

void printInputs(OverlayOutcome const& outcome)
{
    for (auto const& input : outcome.inputs) {
        auto const& layer = input.selection.layer;
        if (layer.repaired.empty() && layer.refused.empty()) { continue; }
        std::printf("%s: %zu features = %zu used + %zu left out; %zu repaired\n", input.selection.said.c_str(), input.selection.given, layer.features.size(), layer.refused.size(),
                    layer.repaired.size());
        for (auto const& [what, notes] : {std::pair{"repaired", &layer.repaired}, {"left out", &layer.refused}}) {
            for (auto const& note : *notes) { std::printf("  %s: %zu %s %s: %s\n", what, note.number, note.id.c_str(), note.name.c_str(), note.reason.c_str()); }
        }
    }
}

void printOutcome(OverlayOutcome const& outcome, OverlayOptions const& options)
{
    constexpr std::size_t mostSlivers = 20;
    if (!outcome.rows.empty()) { printMines(outcome, options.all); }
    else { printFeatures(outcome); }
    printInputs(outcome);
    for (auto const& [key, value] : outcome.totals) {
        if (key.ends_with("_m2")) { std::printf("%s: %.6f km2 = %.4f 公顷 = %.3f 亩\n", key.substr(0, key.size() - 3).c_str(), value / 1e6, value / 1e4, value * 15 / 1e4); }
        else { std::printf("%s: %.10g\n", key.c_str(), value); }
    }
    for (auto const& [key, value] : outcome.parameters) { std::printf("%s: %s\n", key.c_str(), value.c_str()); }
    std::printf("areas: geodesic, CGCS2000, right to %.3g m2 in all for the shapes as they are\n", outcome.errorM2);
    std::printf("slivers (mean width below %g m): %zu\n", options.sliverM, outcome.slivers.size());
    for (std::size_t i = 0; i < std::min(mostSlivers, outcome.slivers.size()); ++i) {
        auto const& sliver = outcome.slivers[i];
        std::printf("  %s: %.3f m2, %.3f m wide, at %.6f %.6f\n", sliver.feature.c_str(), sliver.areaM2, sliver.widthM, sliver.at.lon, sliver.at.lat);
    }
    if (outcome.slivers.size() > mostSlivers) { std::puts("  ... (--json lists all)"); }
    for (auto const& note : outcome.notes) { std::printf("note: %s\n", note.c_str()); }
}

Result<void> store(OverlayOutcome const& outcome, OverlayOptions const& options, LongWork const& work)
{
    if (!options.output.empty()) {
        if (auto written = exchange::writeLayer(outcome.layer, options.output, options.overwrite, work.progressAndWriting()); !written) { return written; }
    }
    if (options.layer.empty()) { return {}; }
    auto ledger = ledger::Ledger::open(options.ledger, false);
    if (!ledger) { return std::unexpected{ledger.error()}; }
    ledger->askBeforeChange(work.progressAndWriting());
    return ledger->putLayer(outcome.layer, options.asOf);
}

Result<OverlayOutcome> outcomeOf(OverlayOptions const& options, LongWork const& work)
{
    auto const layers = layersFor(options.ledger);
    if (!layers) { return std::unexpected{layers.error()}; }
    if (!options.layer.empty()) {
        if (options.ledger.empty()) { return fail(ErrorCode::Usage, "--save-as needs a ledger", "Name it with --ledger L.gpkg."); }
        if (auto free = workspace::checkResultId(*layers, options.layer); !free) { return std::unexpected{std::move(free.error()).at("--save-as")}; }
    }
    return workspace::overlayFor(*layers, options.question,
                                 {.id = options.layer.empty() ? "overlay" : options.layer, .title = {}, .sliverM = options.sliverM, .progress = work.progress()});
}

} // namespace

int runOverlay(OverlayOptions const& options)
{
    LongWork const work{"overlay", options.quiet};
    auto const outcome = outcomeOf(options, work);
    if (!outcome) { return report(outcome.error()); }
    if (auto const stored = store(*outcome, options, work); !stored) { return report(stored.error()); }
    if (auto const go = work.startWriting(); !go) { return report(go.error()); }
    progressDone();
    if (options.json) { print(outcomeJson(*outcome)); }
    else if (!options.quiet) { printOutcome(*outcome, options); }
    return outcome->complete() && !outcome->faults ? Ok : Incomplete;
}

} // namespace zhengtu::cli
