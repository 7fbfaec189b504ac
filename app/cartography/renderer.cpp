#include "cartography/renderer.hpp"

#include "cartography/field_style.hpp"
#include "cartography/furniture_painter.hpp"
#include "cartography/labels.hpp"
#include "cartography/layer_painter.hpp"
#include "cartography/legend_maker.hpp"
#include "cartography/picker.hpp"
#include "cartography/symbol_painter.hpp"

#include <QPainter>

#include <optional>

namespace zhengtu::cartography {

struct Renderer::Prepared : PreparedScene {
    using PreparedScene::PreparedScene;
};

namespace {

QRectF pixelsOf(geo::Extent const& extent, Frame const& frame)
{
    return {frame.toPixel(project({extent.minLon, extent.maxLat})), frame.toPixel(project({extent.maxLon, extent.minLat}))};
}

} // namespace

Renderer::Renderer(SceneRef scene, StyleRef style)
{
    auto whole = withFieldStyles(*scene, std::move(style));
    m_prepared = std::make_unique<Prepared const>(std::move(scene), std::move(whole));
}
Renderer::~Renderer() = default;

Scene const& Renderer::scene() const noexcept { return *m_prepared->scene; }
Style const& Renderer::style() const noexcept { return *m_prepared->style; }

geo::Extent Renderer::extent() const
{
    auto const& box = m_prepared->box;
    if (box.empty()) { return {}; }
    auto const low = unproject({box.minX, box.minY}), high = unproject({box.maxX, box.maxY});
    return {low.lon, low.lat, high.lon, high.lat};
}

Camera Renderer::fit(geo::Extent const& extent, QSize pixels, double dpi, Furniture const& furniture) const
{
    Camera camera = Camera::fit(extent, pixels);
    if (extent.empty()) { return camera; }
    // The legend depends on what is seen, and what is seen on the room that it leaves: of a few rounds the finest that holds is
    // taken; where none does, the room that the largest legend met leaves.
    std::optional<Camera> best;
    QRectF legend;
    for (int round = 0; round < 5; ++round) {
        Frame const frame{View{camera, pixels, dpi}};
        auto plan = planFurniture(*m_prepared, frame, layOutMarks(*m_prepared, frame, 0), furniture);
        bool const clear = round > 0 && !plan.legend.intersects(pixelsOf(extent, frame));
        if (clear && (!best || camera.metresPerPixel <= best->metresPerPixel)) { best = camera; }
        legend = legend.united(plan.legend);
        if (round == 3 && !best) { plan.legend = legend; }
        camera = fitInto(extent, frame, plan);
    }
    if (best) { return *best; }
    return camera;
}

bool Renderer::draw(QPainter& painter, View const& view, Furniture const& furniture, Emphasis const& emphasis,
                    std::atomic<bool> const* cancelled) const
{
    Frame const frame{view};
    Canvas const canvas{painter, frame, *m_prepared->style, cancelled, &m_prepared->texts};
    if (canvas.stop()) { return false; }
    painter.fillRect(frame.rect, m_prepared->style->background);
    painter.save();
    painter.setClipRect(frame.rect);
    bool finished = paintLayers(canvas, *m_prepared);
    if (finished) {
        auto const layout = layOutMarks(*m_prepared, frame, canvas.px(15), cancelled);
        finished = paintSymbols(canvas, *m_prepared, layout);
        if (finished) {
            auto const plan = planFurniture(*m_prepared, frame, layout, furniture);
            paintLabels(canvas, placeLabels(*m_prepared, frame, layout, plan.boxes(), cancelled));
            paintEmphasis(canvas, *m_prepared, layout, emphasis);
            if (m_prepared->box.empty()) { paintHint(canvas, furniture.hint); }
            paintFurniture(canvas, plan, furniture);
            finished = !canvas.stop();
        }
    }
    painter.restore();
    return finished;
}

bool Renderer::draw(QPainter& painter, Camera const& camera, QSize pixels, double dpi, Furniture const& furniture,
                    std::atomic<bool> const* cancelled) const
{
    return draw(painter, View{camera, pixels, dpi}, furniture, {}, cancelled);
}

void Renderer::drawEmphasis(QPainter& painter, View const& view, Emphasis const& emphasis) const
{
    if (emphasis.empty()) { return; }
    Frame const frame{view};
    painter.save();
    Canvas const canvas{painter, frame, *m_prepared->style, nullptr, &m_prepared->texts};
    paintEmphasis(canvas, *m_prepared, layOutMarks(*m_prepared, frame, canvas.px(15)), emphasis);
    painter.restore();
}

std::vector<Hit> Renderer::pick(View const& view, QPointF pixel, double tolerancePx) const
{
    return cartography::pick(*m_prepared, Frame{view}, pixel, tolerancePx);
}

std::vector<Hit> Renderer::select(View const& view, QPolygonF const& area) const
{
    return cartography::select(*m_prepared, Frame{view}, area);
}

std::vector<PlacedLabel> Renderer::labels(View const& view) const
{
    Frame const frame{view};
    std::vector<PlacedLabel> result;
    for (auto const& plan : placeLabels(*m_prepared, frame, layOutMarks(*m_prepared, frame, frame.px(15)), {}, nullptr)) {
        PlacedLabel label{plan.text.toStdString(), {}};
        for (auto const& run : plan.runs) { label.boxes.push_back(run.box); }
        result.push_back(std::move(label));
    }
    return result;
}

std::vector<LegendEntry> Renderer::legend(View const& view) const
{
    Frame const frame{view};
    return makeLegend(*m_prepared, frame, layOutMarks(*m_prepared, frame, 0));
}

} // namespace zhengtu::cartography
