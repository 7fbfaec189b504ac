#include "map/layer_legend.hpp"

#include "cartography/field_style.hpp"
#include "cartography/style_data.hpp"
#include "cartography/surface_painter.hpp"
#include "map/words.hpp"
#include "workspace/task_context.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string_view>

namespace zhengtu::map {
namespace {

struct Groups {
    Q_DECLARE_TR_FUNCTIONS(Layers)
};

} // namespace

LayerGroup groupOf(geo::Layer const& layer)
{
    auto const is = [&layer](std::initializer_list<std::string_view> kinds) { return std::ranges::find(kinds, layer.kind) != kinds.end(); };
    if (is({"hotspot", "hotspots", "query", "query_result", "rule_finding", "claim_finding", "recurrence", "overlay"}) || layer.id == "hotspots") { return LayerGroup::Results; }
    if (workspace::isProtection(layer.kind)) { return LayerGroup::Zones; }
    if (is({"river", "lake", "reservoir", "water"})) { return LayerGroup::Water; }
    if (is({"county", "city", "province", "town", "village", "road", "boundary"})) { return LayerGroup::Base; }
    if (is({"user", ""})) { return LayerGroup::Own; }
    return LayerGroup::Places;
}

QString groupWord(LayerGroup group)
{
    switch (group) {
    case LayerGroup::Tasks: return Groups::tr("Tasks");
    case LayerGroup::Results: return Groups::tr("Hotspots and results");
    case LayerGroup::Zones: return Groups::tr("Protected zones");
    case LayerGroup::Water: return Groups::tr("Water");
    case LayerGroup::Places: return Groups::tr("Places");
    case LayerGroup::Base: return Groups::tr("Administrative base");
    case LayerGroup::Own: return Groups::tr("Own layers");
    }
    return {};
}

std::vector<cartography::LegendEntry> taskLegend(cartography::Scene const& scene)
{
    using cartography::LegendGroup;
    std::set<cartography::Status> statuses;
    std::set<std::string> categories;
    bool approximate = false;
    for (auto const& symbol : scene.symbols) {
        statuses.insert(symbol.status);
        categories.insert(symbol.category);
        approximate |= symbol.approximate;
    }
    std::vector<cartography::LegendEntry> lines;
    for (auto const status : statuses) { lines.push_back({.group = LegendGroup::Status, .key = cartography::name(status), .text = {}, .textEn = {}}); }
    auto const other = categories.extract("").empty() ? 0U : 1U; // last
    for (auto const& category : categories) { lines.push_back({.group = LegendGroup::Category, .key = category, .text = {}, .textEn = {}}); }
    if (other > 0) { lines.push_back({.group = LegendGroup::Category, .key = {}, .text = {}, .textEn = {}}); }
    if (approximate) { lines.push_back({.group = LegendGroup::Symbol, .key = "approximate", .text = {}, .textEn = {}}); }
    return lines;
}

std::vector<cartography::LegendEntry> layerLegend(cartography::Scene const& scene, std::size_t index, cartography::Style const& style)
{
    auto const& layer = scene.layers.at(index);
    auto const& look = style.layer(layer.styleId);
    std::map<int, std::set<geo::ShapeType>> rules; // only those that a feature of the layer has
    for (auto const& feature : layer.layer.features) { rules[cartography::ruleOf(look, feature)].insert(feature.shape.type); }
    std::vector<cartography::LegendEntry> lines;
    for (auto const& [rule, shapes] : rules) {
        auto const own = rule < 0;
        auto const* named = own ? nullptr : &look.rules.at(static_cast<std::size_t>(rule));
        lines.push_back({.group = cartography::LegendGroup::Layer, .key = layer.styleId, .rule = rule, .layer = index, .shapes = shapes,
                         .text = own ? look.title : named->title, .textEn = own ? look.titleEn : named->titleEn,
                         .overSurface = layer.layer.surface != nullptr, .schematic = layer.layer.schematic});
    }
    if (lines.size() > 1 && rules.contains(-1)) { std::ranges::rotate(lines, lines.begin() + 1); } // the layer's own look last
    if (layer.layer.surface) { std::ranges::move(cartography::surfaceLegend(*layer.layer.surface, style.surface, index), std::back_inserter(lines)); }
    return lines;
}

QString legendWord(cartography::LegendEntry const& entry, bool english)
{
    using cartography::LegendGroup;
    if (entry.group == LegendGroup::Status) { return statusKeyWord(entry.key); }
    if (entry.group == LegendGroup::Category) { return categoryWord(entry.key); }
    if (entry.key == "approximate") { return Groups::tr("Known to the township or less exactly"); }
    auto said = qs(english && !entry.textEn.empty() ? entry.textEn : entry.text);
    // A layer coloured by a field says "rate 1.2 – 3": the field by its word.
    if (auto const by = cartography::fieldStyleOf(entry.key.substr(0, entry.key.rfind('@'))); by && said.startsWith(qs(by->field))) {
        said.replace(0, qs(by->field).size(), fieldWord(by->field));
    }
    return said;
}

} // namespace zhengtu::map
