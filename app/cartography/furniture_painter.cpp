#include "cartography/furniture_painter.hpp"

#include "cartography/legend_maker.hpp"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace zhengtu::cartography {

namespace {

constexpr double rowMm = 5.4, swatchMm = 7.0, swatchHeightMm = 3.6, padMm = 2.6, edgeMm = 4.0;

QString textOf(LegendEntry const& entry, std::string const& language)
{
    return QString::fromStdString(language == "en" && !entry.textEn.empty() ? entry.textEn : entry.text);
}

QStringList wrapped(QString const& text, QFont const& font, double width)
{
    QFontMetricsF const metrics{font};
    QStringList lines;
    for (auto const& paragraph : text.split(QLatin1Char{'\n'})) {
        QString line;
        for (auto const character : paragraph) {
            if (!line.isEmpty() && metrics.horizontalAdvance(line + character) > width) {
                lines << line;
                line.clear();
            }
            line += character;
        }
        lines << line;
    }
    return lines;
}

QString grouped(double number)
{
    auto text = QString::number(static_cast<qint64>(number));
    for (auto at = text.size() - 3; at > 0; at -= 3) { text.insert(at, QLatin1Char{' '}); }
    return text;
}

/// Two leading digits, as a scale is known on a screen or a sheet.
double rounded(double denominator)
{
    double const step = std::pow(10, std::floor(std::log10(std::max(denominator, 1.0))) - 1);
    return std::round(denominator / step) * step;
}

double maxScaleBarPx(Frame const& frame, double grow) { return std::min(frame.px(45 * grow), frame.rect.width() * 0.3); }

void panel(Canvas const& canvas, QRectF const& box)
{
    auto const& style = canvas.style.furniture;
    canvas.painter.setBrush(style.panel);
    canvas.painter.setPen(style.panelOutline.visible() ? canvas.pen(style.panelOutline) : QPen{Qt::NoPen});
    canvas.painter.drawRect(box);
}

void paintTitle(Canvas const& canvas, FurniturePlan const& plan, Furniture const& furniture)
{
    auto const& style = canvas.style.furniture;
    auto title = QString::fromStdString(furniture.title);
    auto font = mapFont(canvas.px(style.titleMm * plan.grow), true);
    double const room = plan.title.width() - canvas.px(2 * edgeMm * plan.grow);
    double const width = QFontMetricsF{font}.horizontalAdvance(title);
    if (width > room) { font.setPixelSize(std::max(8, static_cast<int>(font.pixelSize() * room / width))); }
    QFontMetricsF const metrics{font};
    canvas.painter.setPen(Qt::NoPen);
    canvas.painter.setBrush(style.panel);
    canvas.painter.drawRect(plan.title.adjusted(-2, -2, 2, 0)); // past the edge: a page ends within a pixel
    canvas.painter.setPen(canvas.pen(style.panelOutline));
    canvas.painter.drawLine(plan.title.bottomLeft(), plan.title.bottomRight());
    canvas.text({plan.title.left() + canvas.px(edgeMm * plan.grow), plan.title.center().y() + metrics.capHeight() / 2}, title, font, style.text);
}

void paintNote(Canvas const& canvas, FurniturePlan const& plan)
{
    auto const& style = canvas.style.furniture;
    auto const font = mapFont(canvas.px(style.noteMm * plan.grow));
    QFontMetricsF const metrics{font};
    canvas.painter.setPen(Qt::NoPen);
    canvas.painter.setBrush(style.panel);
    canvas.painter.drawRect(plan.note.adjusted(-2, 0, 2, 2));
    canvas.painter.setPen(canvas.pen(style.panelOutline));
    canvas.painter.drawLine(plan.note.topLeft(), plan.note.topRight());
    double y = plan.note.top() + canvas.px(1.6 * plan.grow) + metrics.ascent();
    for (auto const& line : plan.noteLines) {
        canvas.text({plan.note.left() + canvas.px(edgeMm * plan.grow), y}, line, font, style.faint);
        y += metrics.ascent() + metrics.descent();
    }
}

void paintLegend(Canvas const& canvas, FurniturePlan const& plan, Furniture const& furniture)
{
    panel(canvas, plan.legend);
    auto const& style = canvas.style.furniture;
    double const mm = canvas.px(plan.grow);
    auto const heading = mapFont(style.textMm * 1.15 * mm, true), font = mapFont(style.textMm * mm);
    QFontMetricsF const metrics{font};
    double const left = plan.legend.left() + padMm * mm, top = plan.legend.top() + (padMm + rowMm) * mm;
    canvas.text({left, plan.legend.top() + padMm * mm + rowMm * 0.62 * mm},
                furniture.language == "en" ? QStringLiteral("Legend") : QStringLiteral("图例"), heading, style.text);
    for (int i = 0; i < static_cast<int>(plan.entries.size()); ++i) {
        auto const& entry = plan.entries[static_cast<std::size_t>(i)];
        double const x = left + (i / plan.legendRows) * plan.columnWidth, y = top + (i % plan.legendRows) * rowMm * mm;
        bool const note = entry.group == LegendGroup::Note;
        QRectF const swatch{x, y + (rowMm - swatchHeightMm) / 2 * mm, swatchMm * mm, swatchHeightMm * mm};
        drawSwatch(canvas.painter, swatch, entry, canvas.style, canvas.frame.view.dpi * plan.grow);
        double const textX = note ? x : x + (swatchMm + 2) * mm;
        canvas.text({textX, y + rowMm / 2 * mm + metrics.capHeight() / 2}, textOf(entry, furniture.language), font, note ? style.faint : style.text);
    }
}

void paintScale(Canvas const& canvas, FurniturePlan const& plan)
{
    panel(canvas, plan.scale);
    auto const& style = canvas.style.furniture;
    double const mm = canvas.px(plan.grow);
    auto const bar = scaleBar(canvas.frame.view, maxScaleBarPx(canvas.frame, plan.grow));
    auto const font = mapFont(style.noteMm * mm);
    QFontMetricsF const metrics{font};
    double const left = plan.scale.left() + padMm * mm, y = plan.scale.bottom() - padMm * mm, height = 1.1 * mm;
    canvas.painter.setPen(QPen{style.text, std::max(0.15 * mm, 0.6)});
    for (int i = 0; i < 4; ++i) {
        canvas.painter.setBrush(i % 2 == 0 ? style.text : QColor{Qt::white});
        canvas.painter.drawRect(QRectF{left + bar.pixels * i / 4, y - height, bar.pixels / 4, height});
    }
    auto const end = QString::fromStdString(bar.text);
    double const base = y - height - 0.9 * mm;
    canvas.text({left - metrics.horizontalAdvance(QStringLiteral("0")) / 2 + 0.3 * mm, base}, QStringLiteral("0"), font, style.text);
    canvas.text({left + bar.pixels - metrics.horizontalAdvance(end) * 0.5, base}, end, font, style.text);
    auto const ratio = QStringLiteral("1 : ") + grouped(rounded(canvas.frame.denominator));
    canvas.text({left, base - metrics.height() * 0.95}, ratio, font, style.faint);
}

void paintArrow(Canvas const& canvas, FurniturePlan const& plan)
{
    auto const& style = canvas.style.furniture;
    auto const& box = plan.arrow;
    auto const font = mapFont(box.height() * 0.32, true);
    QFontMetricsF const metrics{font};
    double const x = box.center().x(), top = box.top() + box.height() * 0.36, bottom = box.bottom(), half = box.width() * 0.34;
    QPolygonF const west{{{x, top}, {x - half, bottom}, {x, bottom - box.height() * 0.16}}};
    QPolygonF const east{{{x, top}, {x + half, bottom}, {x, bottom - box.height() * 0.16}}};
    QPen pen{style.text, std::max(canvas.px(0.18 * plan.grow), 0.7), Qt::SolidLine, Qt::RoundCap, Qt::MiterJoin};
    canvas.painter.setPen(pen);
    canvas.painter.setBrush(style.text);
    canvas.painter.drawPolygon(west);
    canvas.painter.setBrush(QColor{Qt::white});
    canvas.painter.drawPolygon(east);
    auto const letter = QStringLiteral("N");
    canvas.text({x - metrics.horizontalAdvance(letter) / 2, box.top() + metrics.capHeight()}, letter, font, style.text, QColor{Qt::white}, canvas.px(0.4));
}

void planLegend(FurniturePlan& plan, Frame const& frame, Style const& style, Furniture const& furniture, double top, double bottom)
{
    double const mm = frame.px(plan.grow);
    QFontMetricsF const metrics{mapFont(style.furniture.textMm * mm)};
    double widest = 0;
    for (auto const& entry : plan.entries) {
        double const lead = entry.group == LegendGroup::Note ? 0 : (swatchMm + 2) * mm;
        widest = std::max(widest, lead + metrics.horizontalAdvance(textOf(entry, furniture.language)));
    }
    int const count = static_cast<int>(plan.entries.size());
    double const room = bottom - top - 2 * edgeMm * mm;
    int const fitting = std::max(1, static_cast<int>((room - (2 * padMm + rowMm) * mm) / (rowMm * mm)));
    int const columns = (count + fitting - 1) / fitting;
    plan.legendRows = (count + columns - 1) / columns;
    plan.columnWidth = widest + 4 * mm;
    double const width = columns * plan.columnWidth - 4 * mm + 2 * padMm * mm;
    double const height = (2 * padMm + rowMm + plan.legendRows * rowMm) * mm;
    plan.legend = {frame.rect.right() - edgeMm * mm - width, bottom - edgeMm * mm - height, width, height};
}

} // namespace

ScaleBar scaleBar(View const& view, double maxPixels)
{
    ScaleBar bar;
    double const ground = view.groundMetresPerPixel(), most = ground * maxPixels;
    if (!(most > 0) || !std::isfinite(most)) { return bar; }
    double const power = std::pow(10, std::floor(std::log10(most)));
    for (double const step : {1.0, 2.0, 5.0}) {
        if (step * power <= most * (1 + 1e-12)) { bar.metres = step * power; }
    }
    bar.pixels = bar.metres / ground;
    auto const number = [](double v) { return QString::number(v, 'g', 6).toStdString(); };
    bar.text = bar.metres >= 1000 ? number(bar.metres / 1000) + " km" : number(bar.metres) + " m";
    return bar;
}

std::vector<QRectF> FurniturePlan::boxes() const
{
    std::vector<QRectF> all;
    for (auto const& box : {title, note, legend, scale, arrow}) {
        if (!box.isNull()) { all.push_back(box); }
    }
    return all;
}

FurniturePlan planFurniture(PreparedScene const& scene, Frame const& frame, MarkLayout const& layout, Furniture const& furniture)
{
    FurniturePlan plan;
    auto const& style = *scene.style;
    double const shortMm = std::min(frame.rect.width(), frame.rect.height()) / frame.px(1);
    plan.grow = std::clamp(shortMm / 200, 0.7, 3.0);
    double const mm = frame.px(plan.grow);
    double top = 0, bottom = frame.rect.bottom();
    if (!furniture.title.empty()) {
        plan.title = {0, 0, frame.rect.width(), style.furniture.titleMm * 2.1 * mm};
        top = plan.title.bottom();
    }
    if (!furniture.note.empty()) {
        auto const font = mapFont(style.furniture.noteMm * mm);
        plan.noteLines = wrapped(QString::fromStdString(furniture.note), font, frame.rect.width() - 2 * edgeMm * mm);
        QFontMetricsF const metrics{font};
        double const height = static_cast<double>(plan.noteLines.size()) * (metrics.ascent() + metrics.descent()) + 3.2 * mm;
        plan.note = {0, bottom - height, frame.rect.width(), height};
        bottom = plan.note.top();
    }
    if (furniture.northArrow) { plan.arrow = {frame.rect.right() - (edgeMm + 8) * mm, top + edgeMm * mm, 8 * mm, 13 * mm}; }
    if (furniture.scaleBar) {
        auto const bar = scaleBar(frame.view, maxScaleBarPx(frame, plan.grow));
        double const width = bar.pixels + (2 * padMm + 5) * mm, height = (style.furniture.noteMm * 3 + 1.2 + 2 * padMm) * mm;
        plan.scale = {edgeMm * mm, bottom - edgeMm * mm - height, width, height};
    }
    if (furniture.legend) {
        plan.entries = makeLegend(scene, frame, layout);
        if (!plan.entries.empty()) {
            planLegend(plan, frame, style, furniture, furniture.northArrow ? plan.arrow.bottom() : top, bottom);
        }
    }
    return plan;
}

Camera fitInto(geo::Extent const& extent, Frame const& frame, FurniturePlan const& plan)
{
    auto const low = project({extent.minLon, extent.minLat}), high = project({extent.maxLon, extent.maxLat});
    auto open = frame.rect;
    if (!plan.title.isNull()) { open.setTop(plan.title.bottom()); }
    if (!plan.note.isNull()) { open.setBottom(plan.note.top()); }
    std::array<QRectF, 2> rooms{open, open};
    if (!plan.legend.isNull()) {
        rooms[0].setRight(plan.legend.left());
        rooms[1].setBottom(plan.legend.top());
    }
    Camera best = frame.view.camera;
    double finest = std::numeric_limits<double>::infinity();
    for (auto const& room : rooms) {
        double const width = room.width() * 0.94, height = room.height() * 0.94;
        if (width < frame.rect.width() * 0.1 || height < frame.rect.height() * 0.1) { continue; }
        double const metres = std::max({(high.x - low.x) / width, (high.y - low.y) / height, frame.view.metresPerPixelAt(50'000)});
        if (metres >= finest) { continue; }
        finest = metres;
        auto const off = room.center() - frame.rect.center();
        best.metresPerPixel = metres;
        best.centre = unproject({(low.x + high.x) / 2 - off.x() * metres, (low.y + high.y) / 2 + off.y() * metres});
    }
    return best;
}

void paintFurniture(Canvas const& canvas, FurniturePlan const& plan, Furniture const& furniture)
{
    if (!plan.legend.isNull()) { paintLegend(canvas, plan, furniture); }
    if (!plan.scale.isNull()) { paintScale(canvas, plan); }
    if (!plan.arrow.isNull()) { paintArrow(canvas, plan); }
    if (!plan.title.isNull()) { paintTitle(canvas, plan, furniture); }
    if (!plan.note.isNull()) { paintNote(canvas, plan); }
}

void paintHint(Canvas const& canvas, std::string const& hint)
{
    if (hint.empty()) { return; }
    auto const font = mapFont(canvas.px(4));
    QFontMetricsF const metrics{font};
    double y = canvas.frame.rect.center().y();
    for (auto const& line : wrapped(QString::fromStdString(hint), font, canvas.frame.rect.width() * 0.8)) {
        canvas.text({canvas.frame.rect.center().x() - metrics.horizontalAdvance(line) / 2, y}, line, font, canvas.style.furniture.faint);
        y += metrics.height();
    }
}

} // namespace zhengtu::cartography
