#include "cartography/layer_painter.hpp"

#include "cartography/clip.hpp"
#include "cartography/hatch.hpp"
#include "cartography/mark_path.hpp"

#include <QHash>
#include <QImage>
#include <QPainter>
#include <QPainterPath>

#include <map>

namespace zhengtu::cartography {

namespace {

constexpr double visiblePx = 0.7; ///< a vertex nearer than this to the one before does not show

/// A long line thicker than a pixel is stroked by filling its outline, which takes more than its share the longer it is.
void drawInPieces(Canvas const& canvas, QPolygonF const& line)
{
    constexpr qsizetype piece = 24;
    bool const opaque = canvas.painter.pen().color().alpha() == 255; // else the joints of the pieces would show
    if (!canvas.raster() || !opaque) { return canvas.painter.drawPolyline(line); }
    for (qsizetype from = 0; from + 1 < line.size(); from += piece) {
        canvas.painter.drawPolyline(line.constData() + from, static_cast<int>(std::min(piece + 1, line.size() - from)));
    }
}

void strokeLines(Canvas const& canvas, std::vector<QPolygonF> const& lines, Stroke const& stroke)
{
    if (!stroke.visible()) { return; }
    auto pen = canvas.pen(stroke);
    auto const to = canvas.frame.rect.adjusted(-2 * pen.widthF() - 2, -2 * pen.widthF() - 2, 2 * pen.widthF() + 2, 2 * pen.widthF() + 2);
    canvas.painter.setBrush(Qt::NoBrush);
    bool const dashes = !stroke.dashMm.empty();
    if (!dashes) { canvas.painter.setPen(pen); }
    for (auto const& line : lines) {
        if (!dashes && to.contains(line.boundingRect())) {
            drawInPieces(canvas, line);
            continue;
        }
        for (auto const& stretch : clipLine(line, to)) {
            if (dashes) {
                pen.setDashOffset(stretch.start / pen.widthF());
                canvas.painter.setPen(pen);
            }
            canvas.painter.drawPolyline(stretch.points);
        }
    }
}

/// Paints equal marks many times: on a raster one sprite is painted and copied, and of marks that would cover the same
/// 2 x 2 pixels only the first is.
class MarkStamp {
public:
    MarkStamp(Canvas const& canvas, MarkStyle const& style, bool dashedMark) : m_canvas{canvas}, m_style{style}, m_dashed{dashedMark}
    {
        if (!canvas.raster()) { return; }
        double const half = canvas.px(style.sizeMm * 0.65 + style.outline.widthMm) + 1.5;
        m_half = static_cast<int>(std::ceil(half));
        m_sprite = QImage{2 * m_half + 1, 2 * m_half + 1, QImage::Format_ARGB32_Premultiplied};
        m_sprite.fill(Qt::transparent);
        QPainter painter{&m_sprite};
        painter.setRenderHint(QPainter::Antialiasing);
        paintMark(painter, {m_half + 0.5, m_half + 0.5}, style, dashedMark, canvas.px(1));
        m_columns = static_cast<std::size_t>(canvas.frame.rect.width() / 2) + 1;
        m_taken.assign(m_columns * (static_cast<std::size_t>(canvas.frame.rect.height() / 2) + 1), false);
    }
    void operator()(QPointF at)
    {
        if (m_sprite.isNull()) { return paintMark(m_canvas.painter, at, m_style, m_dashed, m_canvas.px(1)); }
        if (m_canvas.frame.rect.contains(at)) {
            auto const cell = static_cast<std::size_t>(at.y() / 2) * m_columns + static_cast<std::size_t>(at.x() / 2);
            if (cell < m_taken.size()) {
                if (m_taken[cell]) { return; }
                m_taken[cell] = true;
            }
        }
        m_canvas.painter.drawImage(QPoint{static_cast<int>(std::floor(at.x())) - m_half, static_cast<int>(std::floor(at.y())) - m_half}, m_sprite);
    }

private:
    Canvas const& m_canvas;
    MarkStyle m_style;
    bool m_dashed;
    QImage m_sprite;
    int m_half = 0;
    std::size_t m_columns = 0;
    std::vector<bool> m_taken;
};

class LayerPainter {
public:
    LayerPainter(Canvas const& canvas, PreparedLayer const& layer) : m_canvas{canvas}, m_layer{layer} {}

    bool paint()
    {
        auto const seen = m_canvas.frame.box.grown(m_canvas.px(3) / m_canvas.frame.scale);
        bool casings = m_layer.style->look.casing.visible();
        for (auto const& rule : m_layer.style->rules) { casings = casings || rule.look.casing.visible(); }
        if (m_layer.surface && !paintSurface(m_canvas, *m_layer.surface)) { return false; }
        if (casings && !pass(seen, true)) { return false; }
        return pass(seen, false);
    }

private:
    /// Casings of a whole layer go below all its lines, so that crossings stay open.
    bool pass(Box const& seen, bool casing)
    {
        std::size_t count = 0;
        for (auto const index : m_layer.drawing) {
            auto const& feature = m_layer.features[index];
            if ((++count & 0x3fU) == 0 && m_canvas.stop()) { return false; }
            if (feature.form.type == geo::ShapeType::None || !feature.form.box.meets(seen)) { continue; }
            auto const& look = lookOf(*m_layer.style, feature.rule);
            if (!look.scale.holds(m_canvas.frame.denominator)) { continue; }
            if (casing) { paintCasing(feature, look); } else { paintFeature(feature, look); }
        }
        return true;
    }

    void paintCasing(PreparedFeature const& feature, Look const& look) const
    {
        if (feature.form.type == geo::ShapeType::Line && look.casing.visible()) { paintLine(m_canvas, feature.form, look.casing); }
    }

    void paintFeature(PreparedFeature const& feature, Look const& look)
    {
        auto const& style = m_canvas.style;
        switch (feature.form.type) {
        case geo::ShapeType::Polygon: {
            if (asMark(feature.form, look, m_canvas.frame)) {
                stampOf(feature, *look.mark)(m_canvas.frame.toPixel(feature.form.anchor));
                break;
            }
            auto const stroke = feature.schematic ? dashed(look.outline, style) : look.outline;
            paintArea(m_canvas, feature.form, m_layer.surface ? Qt::transparent : look.fill, look.hatch, feature.schematic ? nullptr : &stroke);
            if (feature.schematic) { paintArea(m_canvas, feature.form, Qt::transparent, schematicHatchOf(look, style), &stroke); }
            break;
        }
        case geo::ShapeType::Line:
            paintLine(m_canvas, feature.form, feature.schematic ? dashed(look.outline, style) : look.outline);
            break;
        case geo::ShapeType::Point:
            if (look.mark) { paintPoints(feature, *look.mark); }
            break;
        case geo::ShapeType::None: break;
        }
    }

    void paintPoints(PreparedFeature const& feature, MarkStyle const& mark)
    {
        auto& stamp = stampOf(feature, mark);
        for (auto const& outline : feature.form.levels.front().outlines) {
            for (auto const at : outline.points) { stamp(m_canvas.frame.toPixel(at)); }
        }
    }

    MarkStamp& stampOf(PreparedFeature const& feature, MarkStyle const& mark)
    {
        return m_stamps.try_emplace({feature.rule, feature.schematic}, m_canvas, mark, feature.schematic).first->second;
    }

    Canvas const& m_canvas;
    PreparedLayer const& m_layer;
    std::map<std::pair<int, bool>, MarkStamp> m_stamps;
};

} // namespace

std::vector<QPolygonF> pixelsOf(Form const& form, Frame const& frame, double marginPx)
{
    std::vector<QPolygonF> result;
    auto const seen = frame.box.grown(marginPx / frame.scale);
    for (auto const& outline : form.at(1 / frame.scale)) {
        if (!outline.box.meets(seen)) { continue; }
        QPolygonF pixels;
        pixels.reserve(static_cast<qsizetype>(outline.points.size()));
        for (std::size_t i = 0; i < outline.points.size(); ++i) {
            auto const at = frame.toPixel(outline.points[i]);
            bool const end = i == 0 || i + 1 == outline.points.size();
            if (end || std::abs(at.x() - pixels.last().x()) + std::abs(at.y() - pixels.last().y()) >= visiblePx) { pixels << at; }
        }
        result.push_back(std::move(pixels));
    }
    return result;
}

bool asMark(Form const& form, Look const& look, Frame const& frame) noexcept
{
    if (form.type != geo::ShapeType::Polygon || !look.mark) { return false; }
    return std::max(form.box.width(), form.box.height()) * frame.scale < 1.6 * frame.px(look.mark->sizeMm);
}

Stroke dashed(Stroke stroke, Style const& style)
{
    stroke.dashMm = style.schematicDashMm;
    return stroke;
}

void paintArea(Canvas const& canvas, Form const& form, QColor const& fill, Hatching const& hatch, Stroke const* stroke)
{
    double const margin = canvas.px(2);
    auto const rings = pixelsOf(form, canvas.frame, margin);
    auto const to = canvas.frame.rect.adjusted(-margin, -margin, margin, margin);
    bool const fills = fill.alpha() > 0;
    if (fills || hatch.kind != Hatch::None) {
        std::vector<QPolygonF> cut;
        for (auto const& ring : rings) { cut.push_back(to.contains(ring.boundingRect()) ? ring : clipRing(ring, to)); }
        if (fills) {
            QPainterPath path;
            for (auto const& ring : cut) {
                path.addPolygon(ring);
                path.closeSubpath();
            }
            canvas.painter.setPen(Qt::NoPen);
            canvas.painter.setBrush(fill);
            canvas.painter.drawPath(path);
        }
        if (hatch.kind != Hatch::None) {
            canvas.painter.setPen(QPen{hatch.colour, std::max(canvas.px(hatch.widthMm), 0.35), Qt::SolidLine, Qt::FlatCap});
            canvas.painter.drawLines(hatchLines(cut, hatch.kind, canvas.px(hatch.spacingMm), canvas.frame.toPixel({0, 0})));
        }
    }
    if (stroke != nullptr) { strokeLines(canvas, rings, *stroke); }
}

void paintLine(Canvas const& canvas, Form const& form, Stroke const& stroke)
{
    strokeLines(canvas, pixelsOf(form, canvas.frame, canvas.px(2)), stroke);
}

bool paintLayers(Canvas const& canvas, PreparedScene const& scene)
{
    for (std::size_t i = 0; i < scene.layers.size(); ++i) {
        if (canvas.stop()) { return false; }
        if (!shown(scene.scene->layers[i], scene.layers[i], canvas.frame)) { continue; }
        if (!LayerPainter{canvas, scene.layers[i]}.paint()) { return false; }
    }
    return true;
}

} // namespace zhengtu::cartography
