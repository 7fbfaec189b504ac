#include "cartography/layer_painter.hpp"
#include "cartography/symbol_painter.hpp"

#include <QPainter>

#include <set>

namespace zhengtu::cartography {

namespace {

void paintRing(Canvas const& canvas, QPointF at, double radius, bool hover)
{
    auto const& style = canvas.style.emphasis;
    canvas.painter.setBrush(Qt::NoBrush);
    if (!hover) {
        canvas.painter.setPen(canvas.pen(style.glow));
        canvas.painter.drawEllipse(at, radius, radius);
    }
    canvas.painter.setPen(canvas.pen(hover ? style.hover : style.ring));
    double const out = hover ? 0 : canvas.px(style.glow.widthMm) / 2;
    canvas.painter.drawEllipse(at, radius + out, radius + out);
}

void paintForm(Canvas const& canvas, Form const& form, bool hover)
{
    auto const& style = canvas.style.emphasis;
    if (form.type == geo::ShapeType::Point) {
        for (auto const& outline : form.levels.front().outlines) {
            paintRing(canvas, canvas.frame.toPixel(outline.points.front()), canvas.px(2.2), hover);
        }
        return;
    }
    if (!hover) { paintLine(canvas, form, style.glow); }
    paintLine(canvas, form, hover ? style.hover : style.ring);
}

void paintFeature(Canvas const& canvas, PreparedScene const& scene, FeatureRef const& ref, bool hover)
{
    for (std::size_t i = 0; i < scene.layers.size(); ++i) {
        auto const& layer = scene.scene->layers[i].layer;
        if (layer.id != ref.layerId) { continue; }
        for (std::size_t k = 0; k < layer.features.size(); ++k) {
            if (layer.features[k].id == ref.featureId) { paintForm(canvas, scene.layers[i].features[k].form, hover); }
        }
    }
}

/// Marks that show a set of symbols: the symbol's own, or its cluster's. Its line or area too.
void paintSelected(Canvas const& canvas, PreparedScene const& scene, MarkLayout const& layout, std::set<std::uint32_t> const& symbols, bool hover)
{
    if (symbols.empty() || layout.clustering == nullptr) { return; }
    std::set<std::uint32_t> clusters;
    std::set<std::int32_t> forms;
    for (auto const symbol : symbols) {
        clusters.insert(layout.clustering->clusterOf[symbol]);
        if (scene.formOf[symbol] >= 0) { forms.insert(scene.formOf[symbol]); }
    }
    for (auto const form : forms) { paintForm(canvas, scene.forms[static_cast<std::size_t>(form)].form, hover); }
    double const gap = canvas.px(0.55);
    for (auto const& mark : layout.marks) {
        bool const wanted = mark.count > 1 ? clusters.contains(mark.cluster) : symbols.contains(mark.symbol);
        if (!wanted) { continue; }
        paintRing(canvas, mark.at, mark.radiusPx + gap, hover);
        paintMark(canvas, scene, layout, mark); // above its neighbours
    }
}

} // namespace

void paintEmphasis(Canvas const& canvas, PreparedScene const& scene, MarkLayout const& layout, Emphasis const& emphasis)
{
    for (auto const& feature : emphasis.features) { paintFeature(canvas, scene, feature, false); }
    if (emphasis.hoveredFeature) { paintFeature(canvas, scene, *emphasis.hoveredFeature, true); }
    std::set<std::uint32_t> selected, hovered;
    auto const add = [](std::set<std::uint32_t>& to, std::vector<std::uint32_t> const& symbols) { to.insert(symbols.begin(), symbols.end()); };
    for (auto const& task : emphasis.taskIds) { add(selected, scene.symbolsOf(task)); }
    for (auto const& site : emphasis.siteIds) { add(selected, scene.symbolsAt(site)); }
    if (!emphasis.hoveredSiteId.empty()) { add(hovered, scene.symbolsAt(emphasis.hoveredSiteId)); }
    paintSelected(canvas, scene, layout, selected, false);
    paintSelected(canvas, scene, layout, hovered, true);
}

} // namespace zhengtu::cartography
