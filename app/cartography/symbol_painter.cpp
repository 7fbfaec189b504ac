#include "cartography/symbol_painter.hpp"

#include "cartography/layer_painter.hpp"

#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QPainterPath>

#include <array>
#include <map>
#include <set>

namespace zhengtu::cartography {

namespace {

constexpr std::size_t mostHalos = 4000;

/// Symbols by look: a sprite on a raster, the path itself in a vector picture.
class SymbolStamp {
public:
    explicit SymbolStamp(Canvas const& canvas) : m_canvas{canvas} {}
    void operator()(QPointF at, SymbolLook const& look)
    {
        auto const& style = m_canvas.style.symbol;
        if (!m_canvas.raster()) { return paintSymbol(m_canvas.painter, at, look, style, m_canvas.px(1)); }
        auto& sprite = m_sprites[look];
        int const half = static_cast<int>(std::ceil(m_canvas.px(style.sizeMm * 0.65 + style.outline.widthMm) + 1.5));
        if (sprite.isNull()) {
            sprite = QImage{2 * half + 1, 2 * half + 1, QImage::Format_ARGB32_Premultiplied};
            sprite.fill(Qt::transparent);
            QPainter painter{&sprite};
            painter.setRenderHint(QPainter::Antialiasing);
            paintSymbol(painter, {half + 0.5, half + 0.5}, look, style, m_canvas.px(1));
        }
        m_canvas.painter.drawImage(QPoint{static_cast<int>(std::floor(at.x())) - half, static_cast<int>(std::floor(at.y())) - half}, sprite);
    }

private:
    Canvas const& m_canvas;
    std::map<SymbolLook, QImage> m_sprites;
};

bool inArea(PreparedScene const& scene, std::uint32_t symbol)
{
    auto const form = scene.formOf[symbol];
    return form >= 0 && scene.forms[static_cast<std::size_t>(form)].form.type == geo::ShapeType::Polygon;
}

/// Halos of one picture as one area, so that many over each other do not darken, and each circle once. Large ones are an
/// outline only: a county-wide wash would hide the map and say no more.
void paintHalos(Canvas const& canvas, PreparedScene const& scene, MarkLayout const& layout)
{
    auto const& style = canvas.style.symbol;
    std::set<std::tuple<int, int, int>> seen;
    QPainterPath area, circles;
    area.setFillRule(Qt::WindingFill);
    for (auto const& mark : layout.marks) {
        for (auto const member : layout.membersOf(mark)) {
            if (inArea(scene, member)) { continue; } // its own outline says where it may be
            auto const circle = circleOf(scene.anchors[member], static_cast<double>(scene.radiiM[member]), canvas.frame);
            if (!haloShows(circle, style, canvas.frame) || !canvas.frame.rect.intersects(circle)) { continue; }
            auto const key = std::tuple{static_cast<int>(circle.x() * 2), static_cast<int>(circle.y() * 2), static_cast<int>(circle.width() * 2)};
            if (!seen.insert(key).second) { continue; }
            if (circle.width() / 2 <= canvas.px(style.haloFilledMm)) { area.addEllipse(circle); }
            circles.addEllipse(circle);
            if (seen.size() > mostHalos) { return; } // so many say nothing
        }
    }
    canvas.painter.setPen(Qt::NoPen);
    canvas.painter.setBrush(style.haloFill);
    canvas.painter.drawPath(area);
    if (style.haloOutline.visible()) {
        canvas.painter.setBrush(Qt::NoBrush);
        canvas.painter.setPen(canvas.pen(style.haloOutline));
        canvas.painter.drawPath(circles);
    }
}

void paintForms(Canvas const& canvas, PreparedScene const& scene)
{
    auto const seen = canvas.frame.box.grown(canvas.px(3) / canvas.frame.scale);
    for (auto const index : scene.formDrawing) {
        auto const& form = scene.forms[index];
        if (!form.form.box.meets(seen)) { continue; }
        auto const& symbol = scene.scene->symbols[form.symbol];
        auto const colour = canvas.style.of(symbol.status).colour;
        Stroke stroke{colour, canvas.style.symbol.lineMm, {}};
        if (form.form.type == geo::ShapeType::Line) {
            Stroke const casing{canvas.style.symbol.outline.colour, stroke.widthMm + 2 * canvas.style.symbol.outline.widthMm, {}};
            paintLine(canvas, form.form, casing);
            paintLine(canvas, form.form, symbol.schematic ? dashed(stroke, canvas.style) : stroke);
            continue;
        }
        if (!areaShows(form, symbol)) { continue; }
        // a large area is an outline only: washes of many tasks over each other would hide the map
        bool const small = std::max(form.form.box.width(), form.form.box.height()) * canvas.frame.scale <= 2 * canvas.px(canvas.style.symbol.haloFilledMm);
        auto fill = colour;
        fill.setAlphaF(small ? static_cast<float>(canvas.style.symbol.areaOpacity) : 0.0F);
        stroke.widthMm *= 0.5;
        if (symbol.schematic) { stroke = dashed(stroke, canvas.style); }
        auto hatch = canvas.style.schematicHatch;
        if (!symbol.schematic || !small) { hatch.kind = Hatch::None; }
        paintArea(canvas, form.form, fill, hatch, &stroke);
    }
}

std::array<std::uint32_t, 6> statusesOf(PreparedScene const& scene, std::span<std::uint32_t const> members)
{
    std::array<std::uint32_t, 6> counts{};
    for (auto const member : members) { ++counts[static_cast<std::size_t>(scene.statuses[member])]; }
    return counts;
}

QString countText(std::uint32_t count)
{
    if (count < 10'000) { return QString::number(count); }
    return QString::number(count / 1000) + QStringLiteral("k");
}

constexpr std::array byUrgency{Status::Overdue, Status::DueSoon, Status::UnderWay, Status::LongTerm, Status::Accepted, Status::Closed};

void paintLeaders(Canvas const& canvas, MarkLayout const& layout)
{
    canvas.painter.setBrush(canvas.style.furniture.text);
    for (auto const& mark : layout.marks) {
        if (!mark.fanned) { continue; }
        canvas.painter.setPen(QPen{canvas.style.furniture.faint, std::max(canvas.px(0.18), 0.6)});
        canvas.painter.drawLine(mark.place, mark.at);
        canvas.painter.setPen(Qt::NoPen);
        canvas.painter.drawEllipse(mark.place, canvas.px(0.4), canvas.px(0.4));
    }
}

} // namespace

SymbolLook lookOf(Symbol const& symbol, Style const& style)
{
    auto const& status = style.of(symbol.status);
    return {style.category(symbol.category).shape, status.colour, status.inner, symbol.approximate, symbol.schematic};
}

bool areaShows(SymbolForm const& form, Symbol const& symbol) noexcept
{
    return form.form.type != geo::ShapeType::Polygon || !symbol.approximate;
}

bool haloShows(QRectF const& circle, SymbolStyle const& style, Frame const& frame)
{
    double const radius = circle.width() / 2;
    return radius >= 0.75 * frame.px(style.sizeMm) && radius <= frame.px(style.haloLargestMm);
}

QRectF circleOf(World at, double radiusM, Frame const& frame)
{
    auto const ground = groundScale(unproject(at).lat);
    double const rx = radiusM / ground.east * frame.scale, ry = radiusM / ground.north * frame.scale;
    auto const centre = frame.toPixel(at);
    return {centre.x() - rx, centre.y() - ry, 2 * rx, 2 * ry};
}

void paintCluster(Canvas const& canvas, QPointF at, double radiusPx, std::array<std::uint32_t, 6> const& statuses)
{
    auto& painter = canvas.painter;
    auto const& style = canvas.style.cluster;
    std::uint32_t total = 0;
    for (auto const count : statuses) { total += count; }
    double const casing = canvas.px(style.outline.widthMm);
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.outline.colour);
    painter.drawEllipse(at, radiusPx + casing, radiusPx + casing);
    QRectF const whole{at.x() - radiusPx, at.y() - radiusPx, 2 * radiusPx, 2 * radiusPx};
    int from = 90 * 16; // clockwise from the top, the most urgent first
    std::uint32_t before = 0;
    for (auto const status : byUrgency) {
        auto const count = statuses[static_cast<std::size_t>(status)];
        if (count == 0) { continue; }
        before += count;
        int const until = 90 * 16 - static_cast<int>(std::lround(360.0 * 16 * before / total));
        painter.setBrush(canvas.style.of(status).colour);
        if (count == total) { painter.drawEllipse(whole); } else { painter.drawPie(whole, from, until - from); }
        from = until;
    }
    double const inner = radiusPx - std::max(0.24 * radiusPx, 2.0);
    painter.setBrush(style.fill);
    painter.drawEllipse(at, inner, inner);
    auto const text = countText(total);
    double const size = radiusPx * (text.size() < 3 ? 0.95 : text.size() == 3 ? 0.78 : 0.62);
    auto const& [font, metrics] = canvas.boldFont(size);
    canvas.text({at.x() - metrics.horizontalAdvance(text) / 2, at.y() + metrics.capHeight() / 2}, text, font, style.text);
}

void paintMark(Canvas const& canvas, PreparedScene const& scene, MarkLayout const& layout, PlacedMark const& mark)
{
    if (mark.count > 1) { return paintCluster(canvas, mark.at, mark.radiusPx, statusesOf(scene, layout.membersOf(mark))); }
    SymbolStamp{canvas}(mark.at, lookOf(scene.scene->symbols[mark.symbol], canvas.style));
}

bool paintSymbols(Canvas const& canvas, PreparedScene const& scene, MarkLayout const& layout)
{
    if (layout.clustering == nullptr) { return !canvas.stop(); }
    paintForms(canvas, scene);
    if (scene.anyRadius) { paintHalos(canvas, scene, layout); }
    paintLeaders(canvas, layout);
    // what lies under an equal pair of pixels is not seen: most urgent first decides who has them, then they are painted
    // the other way round so that the most urgent is on top
    auto const columns = static_cast<std::size_t>(canvas.frame.rect.width() / 2) + 1;
    std::vector<bool> taken(columns * (static_cast<std::size_t>(canvas.frame.rect.height() / 2) + 1), false);
    std::vector<std::uint32_t> visible;
    for (std::uint32_t i = 0; i < layout.marks.size(); ++i) {
        auto const at = layout.marks[i].at;
        if (canvas.frame.rect.contains(at)) {
            auto const cell = static_cast<std::size_t>(at.y() / 2) * columns + static_cast<std::size_t>(at.x() / 2);
            if (cell < taken.size()) {
                if (taken[cell]) { continue; }
                taken[cell] = true;
            }
        }
        visible.push_back(i);
    }
    SymbolStamp stamp{canvas};
    for (auto k = visible.size(); k-- > 0;) {
        if ((k & 0xffU) == 0 && canvas.stop()) { return false; }
        auto const& mark = layout.marks[visible[k]];
        if (mark.count > 1) {
            paintCluster(canvas, mark.at, mark.radiusPx, statusesOf(scene, layout.membersOf(mark)));
        } else {
            stamp(mark.at, lookOf(scene.scene->symbols[mark.symbol], canvas.style));
        }
    }
    return true;
}

} // namespace zhengtu::cartography
