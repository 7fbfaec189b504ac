#include "cartography/surface_painter.hpp"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <format>
#include <optional>

namespace zhengtu::cartography {

namespace {

constexpr double finestPaperDpi = 150; ///< on paper a surface is a picture among vectors; finer than this only the file grows

/// Two neighbouring cells and how far a position is from the centre of the first to that of the second.
struct Between {
    std::size_t first = 0, second = 0;
    double share = 0;
};

/// `cells`: the position in cells from the outer edge. None outside; in the outer half of an edge cell its own value holds.
std::optional<Between> between(double cells, std::size_t count)
{
    if (!(cells >= 0 && cells < static_cast<double>(count))) { return std::nullopt; }
    double const fromCentre = std::clamp(cells - 0.5, 0.0, static_cast<double>(count - 1));
    auto const first = static_cast<std::size_t>(fromCentre);
    return Between{first, std::min(first + 1, count - 1), fromCentre - static_cast<double>(first)};
}

/// Two digits, so that a class begins where the legend says.
double twoDigits(double value)
{
    double const unit = std::pow(10, std::floor(std::log10(value)) - 1);
    return std::round(value / unit) * unit;
}

/// Its two digits without an exponent: "0.000098", "1.5", "320".
std::string numberText(double value)
{
    int const decimals = std::max(0, 1 - static_cast<int>(std::floor(std::log10(value))));
    auto text = std::format("{:.{}f}", value, decimals);
    if (decimals > 0) { text.erase(text.find_last_not_of('0') + 1); }
    if (text.ends_with('.')) { text.pop_back(); }
    return text;
}

QString unitOf(std::string const& unit)
{
    auto text = QString::fromStdString(unit);
    if (text.startsWith(QLatin1String{"per "})) { text.replace(0, 4, QStringLiteral("/")); }
    return text.replace(QStringLiteral("km2"), QStringLiteral("km²"));
}

/// The picture of a part of the screen, one value a pixel.
class Picture {
public:
    Picture(Canvas const& canvas, PreparedSurface const& surface, QRectF const& part, double step)
        : m_canvas{canvas}, m_surface{surface}, m_part{part}, m_step{step},
          m_image{static_cast<int>(std::ceil(part.width() / step)), static_cast<int>(std::ceil(part.height() / step)), QImage::Format_ARGB32_Premultiplied}
    {
        for (auto const& one : canvas.style.surface.classes) { m_colours.push_back(qPremultiply(one.colour.rgba())); }
        auto const& raster = surface.surface->raster;
        for (int x = 0; x < m_image.width(); ++x) {
            auto const lon = unproject(canvas.frame.toWorld({part.left() + (x + 0.5) * step, 0})).lon;
            m_columns.push_back(between((lon - raster.west) / raster.cellLon, raster.columns));
        }
    }

    bool fill()
    {
        if (m_image.isNull()) { return true; }
        m_image.fill(Qt::transparent);
        for (int y = 0; y < m_image.height(); ++y) {
            if ((y & 0x1f) == 0 && m_canvas.stop()) { return false; }
            fillRow(y);
        }
        return true;
    }

    [[nodiscard]] QImage const& image() const noexcept { return m_image; }
    [[nodiscard]] QRectF rect() const { return {m_part.topLeft(), QSizeF{m_image.width() * m_step, m_image.height() * m_step}}; }

private:
    void fillRow(int y)
    {
        auto const& raster = m_surface.surface->raster;
        auto const lat = unproject(m_canvas.frame.toWorld({0, m_part.top() + (y + 0.5) * m_step})).lat;
        auto const row = between((raster.north - lat) / raster.cellLat, raster.rows);
        if (!row) { return; }
        auto const* upper = raster.values.data() + row->first * raster.columns;
        auto const* lower = raster.values.data() + row->second * raster.columns;
        auto* pixels = reinterpret_cast<QRgb*>(m_image.scanLine(y));
        for (std::size_t x = 0; x < m_columns.size(); ++x) {
            if (!m_columns[x]) { continue; }
            auto const& [west, east, share] = *m_columns[x];
            double const above = std::lerp(upper[west], upper[east], share), below = std::lerp(lower[west], lower[east], share);
            if (auto const of = m_surface.classOf(std::lerp(above, below, row->share)); of >= 0) { pixels[x] = m_colours[static_cast<std::size_t>(of)]; }
        }
    }

    Canvas const& m_canvas;
    PreparedSurface const& m_surface;
    QRectF m_part;
    double m_step;
    QImage m_image;
    std::vector<QRgb> m_colours;
    std::vector<std::optional<Between>> m_columns;
};

} // namespace

std::vector<double> surfaceClasses(geo::Raster const& raster, SurfaceStyle const& style)
{
    double largest = 0;
    for (auto const value : raster.values) { largest = std::isfinite(value) ? std::max(largest, value) : largest; }
    std::vector<double> from;
    if (largest > 0) {
        for (auto const& one : style.classes) { from.push_back(twoDigits(one.from * largest)); }
    }
    return from;
}

PreparedSurface::PreparedSurface(std::shared_ptr<geo::Surface const> of, SurfaceStyle const& style)
    : surface{std::move(of)}, from{surfaceClasses(surface->raster, style)}
{
    auto const& raster = surface->raster;
    if (from.empty()) { return; }
    box.include(project({raster.west, raster.north}));
    box.include(project({raster.west + static_cast<double>(raster.columns) * raster.cellLon, raster.north - static_cast<double>(raster.rows) * raster.cellLat}));
}

int PreparedSurface::classOf(double value) const noexcept
{
    return static_cast<int>(std::ranges::count_if(from, [value](double least) { return value >= least; })) - 1;
}

bool paintSurface(Canvas const& canvas, PreparedSurface const& surface)
{
    auto const& box = surface.box;
    if (!box.meets(canvas.frame.box)) { return true; }
    QRectF const whole{canvas.frame.toPixel({box.minX, box.maxY}), canvas.frame.toPixel({box.maxX, box.minY})};
    auto const part = QRectF{whole.intersected(canvas.frame.rect).toAlignedRect()};
    double const step = canvas.raster() ? 1.0 : std::max(1.0, canvas.frame.view.dpi / finestPaperDpi);
    Picture picture{canvas, surface, part, step};
    if (!picture.fill()) { return false; }
    canvas.painter.drawImage(picture.rect(), picture.image());
    return true;
}

std::vector<LegendEntry> surfaceLegend(geo::Surface const& surface, SurfaceStyle const& style, std::size_t layer)
{
    auto const from = surfaceClasses(surface.raster, style);
    auto const unit = unitOf(surface.unit).toStdString();
    std::vector<LegendEntry> entries;
    for (auto i = from.size(); i-- > 0;) {
        auto const range = i + 1 < from.size() ? numberText(from[i]) + "–" + numberText(from[i + 1]) + " " : "≥ " + numberText(from[i]) + " ";
        LegendEntry entry;
        entry.group = LegendGroup::Surface;
        entry.rule = static_cast<int>(i);
        entry.layer = layer;
        entry.text = style.title + " " + range + unit;
        entry.textEn = style.titleEn + " " + range + unit;
        entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace zhengtu::cartography
