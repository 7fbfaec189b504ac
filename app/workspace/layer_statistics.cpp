#include "workspace/layer_statistics.hpp"

#include "geo/prepared.hpp"
#include "workspace/workspace.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <set>

namespace zhengtu::workspace {

namespace {

std::optional<double> numberOf(std::string_view text)
{
    while (!text.empty() && text.front() == ' ') { text.remove_prefix(1); }
    while (!text.empty() && text.back() == ' ') { text.remove_suffix(1); }
    double value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) { return std::nullopt; }
    return value;
}

std::string const* valueOf(geo::Feature const& feature, std::string const& field)
{
    auto const at = std::ranges::find(feature.more, field, &std::pair<std::string, std::string>::first);
    return at == feature.more.end() ? nullptr : &at->second;
}

/// Fields with at least one number, for the cure.
std::string numberFields(geo::Layer const& layer)
{
    std::set<std::string> fields;
    for (auto const& feature : layer.features) {
        for (auto const& [field, value] : feature.more) {
            if (numberOf(value)) { fields.insert(field); }
        }
    }
    std::string all;
    for (auto const& field : fields) { all += (all.empty() ? "" : ", ") + field; }
    return all.empty() ? "It has no field of numbers." : "Fields of numbers: " + all + ".";
}

Result<geo::Layer const*> layerOf(std::vector<geo::Layer> const& layers, std::string const& id, std::string const& field)
{
    auto const layer = std::ranges::find(layers, id, &geo::Layer::id);
    if (layer == layers.end()) {
        std::string all;
        for (auto const& known : layers) { all += (all.empty() ? "" : ", ") + known.id; }
        return fail(ErrorCode::NotFound, "there is no layer \"" + id + "\"", "Layers: " + all + ".");
    }
    for (auto const& feature : layer->features) {
        if (!feature.shape.empty() && feature.shape.type != geo::ShapeType::Point) {
            return fail(ErrorCode::Usage, "layer " + id + " has lines or areas, a field is summed up over points",
                        "Of a GPX file take the points: zhengtu layers add FILE.gpx --layer track_points.");
        }
    }
    bool const known = std::ranges::any_of(layer->features, [&](auto const& feature) { return valueOf(feature, field) != nullptr; });
    if (!known) { return fail(ErrorCode::NotFound, "layer " + id + " has no field \"" + field + "\"", numberFields(*layer)); }
    return &*layer;
}

/// What can hold points.
Result<std::vector<geo::PreparedZone>> zonesOf(std::vector<geo::Feature> const& areas, std::string const& target)
{
    std::vector<geo::PreparedZone> zones;
    for (auto const& area : areas) {
        if (area.shape.type != geo::ShapeType::Polygon) {
            return fail(ErrorCode::Usage, target + " has no area: " + area.name + " is a " + std::string{geo::name(area.shape.type)}, "Ask for a county, reserve, mine, WKT polygon or a file of areas.");
        }
        auto zone = geo::PreparedZone::create(area.shape);
        if (!zone) { return std::unexpected{std::move(zone.error()).at(area.name)}; }
        zones.push_back(std::move(*zone));
    }
    return zones;
}

} // namespace

Result<LayerStatistics> statisticsIn(std::vector<geo::Layer> const& layers, std::string const& layerId, std::string const& field, std::string const& target)
{
    auto const layer = layerOf(layers, layerId, field);
    if (!layer) { return std::unexpected{layer.error()}; }
    auto const areas = targets(layers, target);
    if (!areas) { return std::unexpected{areas.error()}; }
    auto const zones = zonesOf(*areas, target);
    if (!zones) { return std::unexpected{zones.error()}; }
    LayerStatistics result;
    std::set<std::string> names;
    for (auto const& area : *areas) {
        result.schematic = result.schematic || area.schematic;
        if (names.insert(area.name).second) { result.target += (result.target.empty() ? "" : "、") + area.name; }
    }
    double sum = 0;
    for (auto const& feature : (*layer)->features) {
        if (feature.shape.empty()) {
            ++result.unplaced;
            continue;
        }
        ++result.points;
        auto const at = feature.shape.parts.front().outline.front();
        if (std::ranges::none_of(*zones, [&](auto const& zone) { return zone.intersects(at); })) { continue; }
        ++result.inside;
        auto const* const text = valueOf(feature, field);
        auto const value = text == nullptr ? std::nullopt : numberOf(*text);
        if (!value) { continue; }
        result.min = result.numbers == 0 ? *value : std::min(result.min, *value);
        result.max = result.numbers == 0 ? *value : std::max(result.max, *value);
        sum += *value;
        ++result.numbers;
    }
    if (result.numbers > 0) { result.mean = sum / static_cast<double>(result.numbers); }
    return result;
}

} // namespace zhengtu::workspace
