#include "workspace/overlay_layer.hpp"

#include "geo/measure.hpp"
#include "geo/ops.hpp"

#include <algorithm>
#include <format>

namespace zhengtu::workspace {

namespace {

constexpr double dustM = 1e-3;
constexpr double measureError = 1e-9; ///< geo::areaM2

std::string perimeterBound(double areaM2) { return std::format("{:.6f}", areaM2 / 1e6); }

void describeInput(OverlayOutcome& outcome, OverlayInput const& input)
{
    auto const& selection = input.selection;
    outcome.layer.provenance += std::format("\n{}: {} ({} features, {} repaired, {} left out)", input.role, selection.said, selection.given,
                                            selection.layer.repaired.size(), selection.layer.refused.size());
    for (auto const& [what, notes] : {std::pair{"repaired", &selection.layer.repaired}, {"left out", &selection.layer.refused}}) {
        for (auto const& note : *notes) { outcome.layer.provenance += std::format("\n{} {} {} {}: {}", what, note.number, note.id, note.name, note.reason); }
    }
    if (selection.schematic > 0) {
        outcome.notes.push_back(std::format("{}: {} of {} features are schematic, drawn from a description (known to ±{:.0f} m at worst): check against the official boundary before acting on an area",
                                            selection.said, selection.schematic, selection.layer.features.size(), selection.accuracyM));
    } else if (selection.accuracyM > 0) {
        outcome.notes.push_back(std::format("{}: known to ±{:.0f} m at worst", selection.said, selection.accuracyM));
    }
    if (selection.unknown > 0) { outcome.notes.push_back(std::format("{}: the accuracy of {} of {} features is not known", selection.said, selection.unknown, selection.layer.features.size())); }
}

} // namespace

bool OverlayOutcome::complete() const noexcept
{
    return std::ranges::all_of(inputs, [](OverlayInput const& input) { return input.selection.layer.refused.empty(); });
}

void addAreas(Fields& fields, std::string_view prefix, double areaM2)
{
    auto const name = [&](char const* unit) { return (prefix.empty() ? std::string{"area"} : std::string{prefix}) + unit; };
    fields.emplace_back(name("_km2"), std::format("{:.6f}", areaM2 / 1e6));
    fields.emplace_back(name("_ha"), std::format("{:.4f}", areaM2 / 1e4));
    fields.emplace_back(name("_mu"), std::format("{:.3f}", geo::muOf(areaM2)));
}

void addDataError(geo::Feature& feature)
{
    bool const isArea = feature.shape.type == geo::ShapeType::Polygon && feature.accuracyM > 0;
    if (isArea) { feature.more.emplace_back("data_error_km2", perimeterBound(geo::lengthM(feature.shape) * feature.accuracyM)); }
}

geo::Feature resultOf(std::string id, std::string name, geo::Shape shape, geo::Feature const* a, geo::Feature const* b)
{
    geo::Feature feature;
    feature.id = std::move(id);
    feature.name = std::move(name);
    feature.kind = "overlay";
    feature.shape = std::move(shape);
    for (auto const* const source : {a, b}) {
        if (source == nullptr) { continue; }
        feature.accuracyM = std::max(feature.accuracyM, source->accuracyM);
        feature.schematic = feature.schematic || source->schematic;
        if (!source->source.empty() && !feature.source.contains(source->source)) { feature.source += (feature.source.empty() ? "" : "; ") + source->source; }
        if (!source->licence.empty() && !feature.licence.contains(source->licence)) { feature.licence += (feature.licence.empty() ? "" : "; ") + source->licence; }
    }
    if (a != nullptr) {
        feature.adcode = a->adcode;
        feature.county = a->county;
        feature.city = a->city;
    }
    return feature;
}

geo::Shape withoutDust(geo::Shape shape)
{
    std::erase_if(shape.parts, [](geo::Part const& part) { return analysis::meanWidthM(part) < dustM; });
    return shape;
}

Result<geo::Shape> united(Selection const& selection)
{
    std::vector<geo::Shape> shapes;
    for (auto const& feature : selection.layer.features) { shapes.push_back(feature.shape); }
    return geo::unionAll(shapes).transform_error([&](Error error) { return std::move(error).at(selection.said); });
}

namespace {

/// "intersection: county, reserve:core"
std::string titleEnOf(OverlayOutcome const& outcome)
{
    auto title = outcome.parameters.empty() ? std::string{"overlay"} : outcome.parameters.front().second;
    for (auto const& input : outcome.inputs) { title += (&input == &outcome.inputs.front() ? ": " : ", ") + input.selection.said; }
    return title;
}

} // namespace

OverlayOutcome finished(OverlayOutcome outcome, OverlayWish const& wish, std::string title)
{
    auto& layer = outcome.layer;
    layer.id = wish.id;
    layer.title = wish.title.empty() ? std::move(title) : wish.title;
    layer.titleEn = wish.title.empty() ? titleEnOf(outcome) : wish.title;
    layer.kind = layer.style = "overlay";
    layer.source = "worked out from the layers that it names";
    layer.schematic = std::ranges::any_of(layer.features, &geo::Feature::schematic);
    std::vector<geo::Shape> shapes;
    double areaM2 = 0;
    for (auto& feature : layer.features) {
        shapes.push_back(feature.shape);
        areaM2 += geo::areaM2(feature.shape);
        addDataError(feature);
    }
    outcome.errorM2 += measureError * areaM2;
    for (auto const& sliver : analysis::slivers(shapes, wish.sliverM)) { outcome.slivers.push_back({layer.features[sliver.shape].id, sliver.areaM2, sliver.widthM, sliver.at}); }
    for (auto const& [name, value] : outcome.parameters) { layer.provenance += (layer.provenance.empty() ? "" : "\n") + name + ": " + value; }
    for (auto const& input : outcome.inputs) { describeInput(outcome, input); }
    for (auto const& [name, value] : outcome.totals) { layer.provenance += std::format("\n{}: {:.1f}", name, value); }
    layer.provenance += std::format("\nareas: geodesic, CGCS2000; right to {:.3g} m2 in all for the shapes as they are\nslivers (mean width below {:g} m): {}", outcome.errorM2, wish.sliverM,
                                    outcome.slivers.size());
    for (auto const& note : outcome.notes) { layer.provenance += "\nnote: " + note; }
    return outcome;
}

std::string nameOf(geo::Feature const& feature) { return feature.name.empty() ? feature.id : feature.name; }

std::string metres(double value) { return std::format("{} m", value); }

} // namespace zhengtu::workspace
