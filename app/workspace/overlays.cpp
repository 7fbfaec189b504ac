#include "workspace/overlays.hpp"

#include "analysis/coverage_check.hpp"
#include "analysis/united_area.hpp"
#include "geo/measure.hpp"
#include "geo/ops.hpp"
#include "workspace/overlay_layer.hpp"

#include <algorithm>
#include <format>

namespace zhengtu::workspace {

namespace {

using geo::Feature;
using geo::Shape;
using geo::ShapeType;

void describe(Fields& fields, char const* side, Feature const* feature)
{
    if (feature == nullptr) { return; }
    fields.emplace_back(std::string{side} + "_id", feature->id);
    fields.emplace_back(std::string{side} + "_name", feature->name);
    if (!feature->zone.empty()) { fields.emplace_back(std::string{side} + "_zone", feature->zone); }
}

void addMeasure(Fields& fields, Shape const& shape, double measure)
{
    switch (shape.type) {
    case ShapeType::Polygon: return addAreas(fields, "", measure);
    case ShapeType::Line: fields.emplace_back("length_m", std::format("{:.2f}", measure)); return;
    default: fields.emplace_back("points", std::format("{:.0f}", measure)); return;
    }
}

constexpr char const* totalName(ShapeType type) { return type == ShapeType::Polygon ? "area_m2" : type == ShapeType::Line ? "length_m" : "points"; }

/// By what the pieces are of and their type; what pieces share counts once.
Result<void> addTotals(OverlayOutcome& outcome, analysis::Progress const& progress)
{
    for (auto const* const zone : {"both", "a", "b"}) {
        for (auto const type : {ShapeType::Point, ShapeType::Line, ShapeType::Polygon}) {
            std::vector<Shape> shapes;
            for (auto const& feature : outcome.layer.features) {
                if (feature.zone == zone && feature.shape.type == type) { shapes.push_back(feature.shape); }
            }
            if (shapes.empty()) { continue; }
            auto const total = type == ShapeType::Polygon ? analysis::unitedAreaM2(shapes, progress)
                                                          : geo::unionAll(shapes).transform([](Shape const& all) { return analysis::measureOf(all); });
            if (!total) { return std::unexpected{total.error()}; }
            outcome.totals.emplace_back(std::format("{}_{}", zone, totalName(type)), *total);
        }
    }
    return {};
}

char const* operationOf(analysis::Overlay kind)
{
    switch (kind) {
    case analysis::Overlay::Intersection: return "intersection";
    case analysis::Overlay::Difference: return "difference";
    case analysis::Overlay::Union: return "union";
    }
    return "";
}

std::string titleOf(analysis::Overlay kind, std::string const& a, std::string const& b)
{
    switch (kind) {
    case analysis::Overlay::Intersection: return a + " 与 " + b + " 的重叠";
    case analysis::Overlay::Difference: return a + " 扣除 " + b;
    case analysis::Overlay::Union: return a + " 与 " + b + " 的合并";
    }
    return {};
}

Feature pieceFeature(analysis::OverlayPiece piece, std::size_t number, std::vector<Feature> const& ofA, std::vector<Feature> const& ofB)
{
    auto const* const a = piece.a ? &ofA[*piece.a] : nullptr;
    auto const* const b = piece.b ? &ofB[*piece.b] : nullptr;
    auto const name = a != nullptr && b != nullptr ? nameOf(*a) + " ∩ " + nameOf(*b) : nameOf(a != nullptr ? *a : *b);
    auto feature = resultOf(std::to_string(number), name, std::move(piece.shape), a != nullptr ? a : b, a != nullptr ? b : nullptr);
    feature.zone = a != nullptr && b != nullptr ? "both" : a != nullptr ? "a" : "b";
    describe(feature.more, "a", a);
    describe(feature.more, "b", b);
    addMeasure(feature.more, feature.shape, piece.measure);
    auto const* const of = a != nullptr ? a : b;
    if (feature.shape.type == of->shape.type) {
        double const whole = analysis::measureOf(of->shape);
        feature.more.emplace_back("share", std::format("{:.6f}", whole > 0 ? std::min(1.0, piece.measure / whole) : 1.0));
    }
    return feature;
}

} // namespace

Result<OverlayOutcome> overlayOf(analysis::Overlay kind, Selection a, Selection b, OverlayWish const& wish)
{
    auto pieces = analysis::overlay(kind, a.layer.features, b.layer.features, analysis::part(wish.progress, 0, 0.8));
    if (!pieces) { return std::unexpected{std::move(pieces.error())}; }
    OverlayOutcome outcome;
    outcome.parameters = {{"operation", operationOf(kind)}};
    for (auto& piece : pieces->pieces) {
        outcome.layer.features.push_back(pieceFeature(std::move(piece), outcome.layer.features.size() + 1, a.layer.features, b.layer.features));
    }
    if (auto done = addTotals(outcome, analysis::part(wish.progress, 0.8, 1)); !done) { return std::unexpected{std::move(done.error())}; }
    if (pieces->touching > 0) { outcome.notes.push_back(std::format("{} pairs only touch: they share a boundary and no area", pieces->touching)); }
    if (kind == analysis::Overlay::Difference) {
        outcome.notes.push_back(std::format("of {} features {} are as they were, {} are gone", a.layer.features.size(), pieces->whole.size(), pieces->gone.size()));
        for (auto const i : pieces->gone) { outcome.notes.push_back("nothing is left of " + a.layer.features[i].id + " " + a.layer.features[i].name); }
    }
    auto title = titleOf(kind, a.said, b.said);
    outcome.inputs.push_back({"a", std::move(a)});
    outcome.inputs.push_back({"b", std::move(b)});
    return finished(std::move(outcome), wish, std::move(title));
}

Result<OverlayOutcome> ringOf(Selection target, double distanceM, std::optional<Selection> const& clip, OverlayWish const& wish)
{
    constexpr double outlineM = 0.5, outlineShare = 6e-4; // of geo::bufferM
    if (!(distanceM > 0)) { return fail(ErrorCode::Usage, std::format("a ring of {} m", distanceM), "Choose a distance above zero."); }
    std::vector<Shape> grown, areas;
    Feature whole;
    for (auto const& feature : target.layer.features) {
        if (wish.progress && !wish.progress(0.9 * static_cast<double>(grown.size()) / static_cast<double>(target.layer.features.size()))) {
            return fail(ErrorCode::Cancelled, "the ring was stopped");
        }
        auto buffer = geo::bufferM(feature.shape, distanceM);
        if (!buffer) { return std::unexpected{std::move(buffer.error()).at(feature.id)}; }
        grown.push_back(std::move(*buffer));
        if (feature.shape.type == ShapeType::Polygon) { areas.push_back(feature.shape); }
        whole.accuracyM = std::max(whole.accuracyM, feature.accuracyM);
        whole.schematic = whole.schematic || feature.schematic;
    }
    auto const inside = geo::unionAll(areas);
    if (!inside) { return std::unexpected{inside.error()}; }
    auto ring = geo::unionAll(grown).and_then([&](Shape const& all) { return inside->empty() ? Result<Shape>{all} : geo::difference(all, *inside); });
    if (!ring) { return std::unexpected{std::move(ring.error())}; }
    OverlayOutcome outcome;
    outcome.parameters = {{"operation", "ring"}, {"distance", metres(distanceM)}};
    double const fullM2 = geo::areaM2(*ring);
    outcome.errorM2 = std::max(outlineM, outlineShare * distanceM) * geo::lengthM(*ring);
    if (clip) {
        auto const frame = united(*clip);
        if (!frame) { return std::unexpected{frame.error()}; }
        ring = geo::intersection(*ring, *frame);
        if (!ring) { return std::unexpected{std::move(ring.error())}; }
        outcome.parameters.emplace_back("clipped to", clip->said);
        outcome.notes.push_back("the ring is clipped to " + clip->said + " for display: the rule holds beyond it as well");
    }
    auto const title = std::format("{} {} 范围", target.said, metres(distanceM));
    for (auto const& [zone, shape] : {std::pair<char const*, Shape const*>{"target", &*inside}, {"ring", &*ring}}) {
        if (shape->empty()) { continue; }
        auto feature = resultOf(zone, title, *shape, &whole);
        feature.zone = zone;
        feature.parent = title;
        feature.more.emplace_back("distance_m", std::format("{}", distanceM));
        double const areaM2 = geo::areaM2(*shape);
        addAreas(feature.more, "", areaM2);
        outcome.totals.emplace_back(std::string{zone} + "_m2", areaM2);
        outcome.layer.features.push_back(std::move(feature));
    }
    if (clip) { outcome.totals.emplace_back("ring_unclipped_m2", fullM2); }
    outcome.inputs.push_back({"target", std::move(target)});
    return finished(std::move(outcome), wish, title);
}

Result<OverlayOutcome> coverageOf(Selection grid, std::optional<Selection> const& within, OverlayWish const& wish)
{
    std::optional<Shape> area;
    if (within) {
        auto shape = united(*within);
        if (!shape) { return std::unexpected{std::move(shape.error())}; }
        area = std::move(*shape);
    }
    auto coverage = analysis::checkCoverage(grid.layer.features, area, wish.progress);
    if (!coverage) { return std::unexpected{std::move(coverage.error())}; }
    OverlayOutcome outcome;
    outcome.parameters = {{"operation", "coverage"}, {"within", within ? within->said : "what the cells enclose"}, {"sliver width", metres(wish.sliverM)}};
    std::size_t thin = 0;
    auto const add = [&](std::vector<analysis::CoverageFault>& faults, char const* zone, char const* word) {
        std::size_t number = 0;
        for (auto& fault : faults) {
            std::string cells;
            Feature known;
            for (auto const i : fault.cells) {
                auto const& cell = grid.layer.features[i];
                cells += (cells.empty() ? "" : ";") + nameOf(cell);
                known.accuracyM = std::max(known.accuracyM, cell.accuracyM);
                known.schematic = known.schematic || cell.schematic;
            }
            bool const sliver = fault.widthM < wish.sliverM;
            (sliver ? thin : number) += 1;
            outcome.faults = outcome.faults || !sliver;
            auto feature = resultOf(std::format("{}-{}", zone, outcome.layer.features.size() + 1), std::string{word} + "：" + cells, std::move(fault.shape), &known);
            feature.zone = zone;
            feature.more = {{"cells", cells}, {"width_m", std::format("{:.3f}", fault.widthM)}, {"sliver", sliver ? "1" : "0"}};
            addAreas(feature.more, "", fault.areaM2);
            outcome.layer.features.push_back(std::move(feature));
        }
        outcome.totals.emplace_back(std::string{zone} + "s", static_cast<double>(number));
    };
    add(coverage->gaps, "gap", "空白");
    add(coverage->overlaps, "overlap", "重叠");
    outcome.totals.insert(outcome.totals.end(), {{"slivers", static_cast<double>(thin)}, {"within_m2", coverage->withinM2}, {"covered_m2", coverage->coveredM2},
                                                 {"gap_m2", coverage->withinM2 - coverage->coveredM2}, {"overlapped_m2", coverage->overlappedM2},
                                                 {"outside_m2", coverage->outsideM2}});
    auto title = grid.said + " 的空白与重叠";
    outcome.inputs.push_back({"grid", std::move(grid)});
    if (within) { outcome.inputs.push_back({"within", *within}); }
    return finished(std::move(outcome), wish, std::move(title));
}

} // namespace zhengtu::workspace
