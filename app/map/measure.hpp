#pragma once

#include <QGeoCoordinate>
#include <QList>
#include <QObject>
#include <QString>
#include <QtQmlIntegration/qqmlintegration.h>

namespace zhengtu::map {

/// Length and area of a path on the ellipsoid of CGCS2000: geodesic metres, and the geodesic area of the ring that the path closes to.
class Measure : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QList<QGeoCoordinate> path READ path WRITE setPath NOTIFY changed FINAL)
    Q_PROPERTY(double lengthM READ lengthM NOTIFY changed FINAL)
    Q_PROPERTY(double areaM2 READ areaM2 NOTIFY changed FINAL)
    Q_PROPERTY(QString length READ length NOTIFY changed FINAL)
    Q_PROPERTY(QString last READ last NOTIFY changed FINAL)
    Q_PROPERTY(QString perimeter READ perimeter NOTIFY changed FINAL)
    Q_PROPERTY(QString squareKm READ squareKm NOTIFY changed FINAL)
    Q_PROPERTY(QString hectares READ hectares NOTIFY changed FINAL)
    Q_PROPERTY(QString mu READ mu NOTIFY changed FINAL)

public:
    using QObject::QObject;

    [[nodiscard]] QList<QGeoCoordinate> path() const { return m_path; }
    void setPath(QList<QGeoCoordinate> const& path);
    [[nodiscard]] double lengthM() const { return m_lengthM; }
    [[nodiscard]] double areaM2() const { return m_areaM2; } ///< 0 of fewer than three corners, and of a ring that crosses itself what its loops leave of each other
    [[nodiscard]] QString length() const { return distanceText(m_lengthM); }
    [[nodiscard]] QString last() const { return distanceText(m_lastM); } ///< of the last piece that has a length
    [[nodiscard]] QString perimeter() const { return distanceText(m_perimeterM); }
    [[nodiscard]] QString squareKm() const;
    [[nodiscard]] QString hectares() const;
    [[nodiscard]] QString mu() const;

    [[nodiscard]] static QString distanceText(double metres); ///< "850.4 m", "12.35 km"

signals:
    void changed();

private:
    QList<QGeoCoordinate> m_path;
    double m_lengthM = 0, m_lastM = 0, m_perimeterM = 0, m_areaM2 = 0;
};

} // namespace zhengtu::map
