#include "cartography/text_cache.hpp"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <vector>

namespace zhengtu::cartography {

namespace {

constexpr qsizetype mostBytes = 32 << 20;

/// Grows a mask by a disk with a soft edge: where the text's coverage is within `radius` pixels, there is halo.
std::vector<uchar> grown(QImage const& mask, double radius)
{
    struct Tap { int x, y; int weight; };
    std::vector<Tap> taps;
    int const reach = static_cast<int>(std::ceil(radius));
    for (int y = -reach; y <= reach; ++y) {
        for (int x = -reach; x <= reach; ++x) {
            double const weight = std::clamp(radius + 0.5 - std::hypot(x, y), 0.0, 1.0);
            if (weight > 0) { taps.push_back({x, y, static_cast<int>(std::lround(255 * weight))}); }
        }
    }
    int const width = mask.width(), height = mask.height();
    std::vector<uchar> result(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 0);
    for (int y = 0; y < height; ++y) {
        auto const* row = mask.constScanLine(y);
        for (int x = 0; x < width; ++x) {
            int const alpha = row[x];
            if (alpha == 0) { continue; }
            for (auto const& tap : taps) {
                int const tx = x + tap.x, ty = y + tap.y;
                if (tx < 0 || ty < 0 || tx >= width || ty >= height) { continue; }
                auto& there = result[static_cast<std::size_t>(ty) * static_cast<std::size_t>(width) + static_cast<std::size_t>(tx)];
                there = std::max(there, static_cast<uchar>(alpha * tap.weight / 255));
            }
        }
    }
    return result;
}

void paintText(QImage& on, QPoint origin, QString const& text, QFont const& font, TextLook const& look, QColor const& colour)
{
    QPainter painter{&on};
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.translate(origin);
    painter.rotate(look.degrees);
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(look.shift, text);
}

TextSprite make(QString const& text, QFont const& font, TextLook const& look)
{
    QFontMetricsF const metrics{font};
    QTransform const turn = QTransform{}.rotate(look.degrees);
    QRectF box{look.shift.x(), look.shift.y() - metrics.ascent(), metrics.horizontalAdvance(text), metrics.height()};
    double const more = look.haloPx + 2;
    auto const whole = turn.mapRect(box.adjusted(-more, -more, more, more)).toAlignedRect();
    QImage image{whole.size(), QImage::Format_ARGB32_Premultiplied};
    image.fill(Qt::transparent);
    if (look.haloPx > 0) {
        paintText(image, -whole.topLeft(), text, font, look, Qt::white);
        auto const halo = grown(image.convertToFormat(QImage::Format_Alpha8), look.haloPx);
        auto const rgb = look.halo;
        for (int y = 0; y < image.height(); ++y) {
            auto* row = reinterpret_cast<QRgb*>(image.scanLine(y));
            for (int x = 0; x < image.width(); ++x) {
                int const alpha = halo[static_cast<std::size_t>(y * image.width() + x)] * rgb.alpha() / 255;
                row[x] = qPremultiply(qRgba(rgb.red(), rgb.green(), rgb.blue(), alpha));
            }
        }
    }
    paintText(image, -whole.topLeft(), text, font, look, look.colour);
    return {std::move(image), -whole.topLeft()};
}

} // namespace

TextSprite TextCache::sprite(QString const& text, QFont const& font, TextLook const& look)
{
    auto const key = QStringLiteral("%1|%2|%3|%4|%5|%6|%7|%8|%9")
                         .arg(font.pixelSize()).arg(font.weight()).arg(font.letterSpacing()).arg(look.colour.rgba(), 0, 16)
                         .arg(look.halo.rgba(), 0, 16).arg(look.haloPx).arg(look.degrees)
                         .arg(QString::number(look.shift.x(), 'f', 1) + QLatin1Char{','} + QString::number(look.shift.y(), 'f', 1), text);
    {
        std::scoped_lock const lock{m_lock};
        if (auto const found = m_sprites.constFind(key); found != m_sprites.cend()) { return *found; }
    }
    auto made = make(text, font, look);
    std::scoped_lock const lock{m_lock};
    if (m_bytes > mostBytes) {
        m_sprites.clear();
        m_bytes = 0;
    }
    m_bytes += made.image.sizeInBytes();
    m_sprites.insert(key, made);
    return made;
}

} // namespace zhengtu::cartography
