#include "cartography/canvas.hpp"
#include "cartography/hatch.hpp"
#include "cartography/layer_painter.hpp"
#include "cartography/legend.hpp"
#include "cartography/symbol_painter.hpp"

#include <QPainter>
#include <QPainterPath>

namespace zhengtu::cartography {

namespace {

void areaSwatch(Canvas const& canvas, QRectF const& box, Look const& look, bool schematic, bool filled = true)
{
    auto const shape = box.adjusted(0.5, 0.5, -0.5, -0.5);
    if (filled) { canvas.painter.fillRect(shape, look.fill); }
    auto const hatch = [&](Hatching const& of, Hatch kind) {
        if (kind == Hatch::None) { return; }
        canvas.painter.setPen(QPen{of.colour, std::max(canvas.px(of.widthMm), 0.35), Qt::SolidLine, Qt::FlatCap});
        canvas.painter.drawLines(hatchLines({QPolygonF{shape}}, kind, canvas.px(of.spacingMm) * 0.7, shape.topLeft()));
    };
    hatch(look.hatch, look.hatch.kind);
    if (schematic) {
        auto const& more = schematicHatchOf(look, canvas.style);
        hatch(more, more.kind);
    }
    auto const stroke = schematic ? dashed(look.outline, canvas.style) : look.outline;
    if (!stroke.visible()) { return; }
    canvas.painter.setBrush(Qt::NoBrush);
    canvas.painter.setPen(canvas.pen(stroke));
    canvas.painter.drawRect(shape);
}

void lineSwatch(Canvas const& canvas, QRectF const& box, Look const& look, bool schematic)
{
    QPainterPath path{{box.left(), box.center().y() + box.height() * 0.15}};
    path.cubicTo({box.left() + box.width() * 0.35, box.top()}, {box.left() + box.width() * 0.65, box.bottom()},
                 {box.right(), box.center().y() - box.height() * 0.15});
    canvas.painter.setBrush(Qt::NoBrush);
    for (auto const& stroke : {look.casing, schematic ? dashed(look.outline, canvas.style) : look.outline}) {
        if (!stroke.visible()) { continue; }
        canvas.painter.setPen(canvas.pen(stroke));
        canvas.painter.drawPath(path);
    }
}

void layerSwatch(Canvas const& canvas, QRectF const& box, LegendEntry const& entry)
{
    auto const& look = lookOf(canvas.style.layer(entry.key), entry.rule);
    using geo::ShapeType;
    if (entry.shapes.contains(ShapeType::Polygon)) { areaSwatch(canvas, box, look, entry.schematic, !entry.overSurface); }
    if (entry.shapes.contains(ShapeType::Line)) { lineSwatch(canvas, box, look, entry.schematic); }
    if (entry.shapes.contains(ShapeType::Point) && look.mark) { paintMark(canvas.painter, box.center(), *look.mark, entry.schematic, canvas.px(1)); }
}

void surfaceSwatch(Canvas const& canvas, QRectF const& box, int of)
{
    auto const& classes = canvas.style.surface.classes;
    if (of >= 0 && static_cast<std::size_t>(of) < classes.size()) { canvas.painter.fillRect(box.adjusted(0.5, 0.5, -0.5, -0.5), classes[static_cast<std::size_t>(of)].colour); }
}

Status statusOf(std::string const& key)
{
    for (auto const status : {Status::UnderWay, Status::DueSoon, Status::Overdue, Status::Accepted, Status::Closed, Status::LongTerm}) {
        if (key == name(status)) { return status; }
    }
    return Status::UnderWay;
}

void symbolSwatch(Canvas const& canvas, QRectF const& box, LegendEntry const& entry)
{
    auto const& style = canvas.style;
    auto const neutral = style.furniture.faint;
    if (entry.group == LegendGroup::Status) {
        auto const& status = style.of(statusOf(entry.key));
        return paintSymbol(canvas.painter, box.center(), {Mark::Circle, status.colour, status.inner, false, false}, style.symbol, canvas.px(1));
    }
    if (entry.group == LegendGroup::Category) {
        return paintSymbol(canvas.painter, box.center(), {style.category(entry.key).shape, neutral, Inner::None, false, false}, style.symbol, canvas.px(1));
    }
    if (entry.key == "approximate") {
        return paintSymbol(canvas.painter, box.center(), {Mark::Circle, neutral, Inner::None, true, false}, style.symbol, canvas.px(1));
    }
    if (entry.key == "cluster") { return paintCluster(canvas, box.center(), 0.62 * box.height(), {3, 1, 1, 1, 0, 0}); }
    if (entry.key == "extent") {
        Look look;
        look.casing = {style.symbol.outline.colour, style.symbol.lineMm + 2 * style.symbol.outline.widthMm, {}};
        look.outline = {neutral, style.symbol.lineMm, {}};
        return lineSwatch(canvas, box, look, false);
    }
    if (entry.key == "halo") {
        canvas.painter.setPen(canvas.pen(style.symbol.haloOutline));
        canvas.painter.setBrush(style.symbol.haloFill);
        canvas.painter.drawEllipse(box.center(), 0.6 * box.height(), 0.6 * box.height());
    }
}

} // namespace

void drawSwatch(QPainter& painter, QRectF const& box, LegendEntry const& entry, Style const& style, double dpi)
{
    View view;
    view.dpi = dpi;
    Frame const frame{view};
    painter.save();
    Canvas const canvas{painter, frame, style, nullptr};
    switch (entry.group) {
    case LegendGroup::Layer: layerSwatch(canvas, box, entry); break;
    case LegendGroup::Surface: surfaceSwatch(canvas, box, entry.rule); break;
    case LegendGroup::Status:
    case LegendGroup::Category:
    case LegendGroup::Symbol: symbolSwatch(canvas, box, entry); break;
    case LegendGroup::Note: break;
    }
    painter.restore();
}

} // namespace zhengtu::cartography
