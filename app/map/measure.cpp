#include "map/measure.hpp"

#include "geo/measure.hpp"

#include <cmath>

namespace zhengtu::map {
namespace {

/// Four figures that count; more of a large number.
QString figures(double value) { return QString::number(value, 'f', value < 10 ? 4 : value < 1000 ? 2 : 0); }

} // namespace

void Measure::setPath(QList<QGeoCoordinate> const& path)
{
    if (path == m_path) { return; }
    m_path = path;
    m_lengthM = m_lastM = m_perimeterM = m_areaM2 = 0;
    geo::Shape ring{geo::ShapeType::Polygon, {geo::Part{}}};
    auto& outline = ring.parts.front().outline;
    for (auto const& corner : m_path) {
        if (!corner.isValid()) { continue; }
        geo::LonLat const at{corner.longitude(), corner.latitude()};
        if (!outline.empty()) {
            auto const piece = geo::distanceM(outline.back(), at);
            if (piece == 0) { continue; } // the second click of a double one
            m_lastM = piece;
            m_lengthM += piece;
        }
        outline.push_back(at);
    }
    if (outline.size() > 2) {
        m_perimeterM = m_lengthM + geo::distanceM(outline.back(), outline.front());
        outline.push_back(outline.front());
        m_areaM2 = std::abs(geo::areaM2(ring));
    }
    emit changed();
}

QString Measure::distanceText(double metres)
{
    return metres < 1000 ? QString::number(metres, 'f', 1) + QStringLiteral(" m")
                         : QString::number(metres / 1000, 'f', metres < 100'000 ? 2 : 1) + QStringLiteral(" km");
}

QString Measure::squareKm() const { return figures(m_areaM2 / 1e6); }
QString Measure::hectares() const { return figures(m_areaM2 / 1e4); }
QString Measure::mu() const { return figures(geo::muOf(m_areaM2)); }

} // namespace zhengtu::map
