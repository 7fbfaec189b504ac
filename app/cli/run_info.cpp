#include "cli/console.hpp"
#include "cli/exit_code.hpp"
#include "cli/json.hpp"
#include "cli/options.hpp"

#include <nlohmann/json.hpp>

#include <cstdio>

namespace zhengtu::cli {

namespace {

nlohmann::ordered_json layersJson(std::vector<geo::Layer> const& layers)
{
    auto json = nlohmann::ordered_json::array();
    for (auto const& layer : layers) {
        json.push_back({{"id", layer.id}, {"title", layer.title}, {"kind", layer.kind}, {"features", layer.features.size()},
                        {"source", layer.source}, {"licence", layer.licence}, {"date", layer.date}, {"schematic", layer.schematic}});
    }
    return json;
}

void printLayers(std::vector<geo::Layer> const& layers)
{
    Table table{{"layer", "title", "features", "schematic", "date", "licence", "source"}};
    for (auto const& layer : layers) {
        table.add({layer.id, layer.title, std::to_string(layer.features.size()), layer.schematic ? "yes" : "no", layer.date, layer.licence,
                   layer.source});
    }
    table.print();
}

int ledgerInfo(InfoOptions const& options)
{
    auto const ledger = ledger::Ledger::openReadOnly(options.ledger);
    if (!ledger) { return report(ledger.error()); }
    auto const plans = ledger->plans();
    if (!plans) { return report(plans.error()); }
    auto const layers = ledger->layers();
    if (!layers) { return report(layers.error()); }
    if (options.json) {
        auto json = nlohmann::ordered_json::array();
        for (auto const& plan : *plans) { json.push_back(toJson(plan)); }
        print({{"ledger", options.ledger}, {"plans", json}, {"layers", layersJson(*layers)}});
        return Ok;
    }
    Table table{{"plan", "title", "kind", "problems", "tasks", "located", "complete", "file"}};
    for (auto const& plan : *plans) {
        table.add({plan.id, plan.title, plan.kind, std::to_string(plan.problems), std::to_string(plan.tasks),
                   std::to_string(plan.located), plan.complete ? "yes" : "NO", plan.fileName});
    }
    table.print();
    if (!layers->empty()) { printLayers(*layers); }
    return Ok;
}

} // namespace

int runInfo(InfoOptions const& options)
{
    if (!options.ledger.empty()) { return ledgerInfo(options); }
    auto const atlas = workspace::Atlas::load();
    if (!atlas) { return report(atlas.error()); }
    if (options.json) {
        print({{"version", ZHENGTU_VERSION}, {"layers", layersJson(atlas->layers())}});
    } else {
        std::printf("zhengtu %s\n", ZHENGTU_VERSION);
        printLayers(atlas->layers());
    }
    return Ok;
}

} // namespace zhengtu::cli
