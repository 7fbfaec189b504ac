#pragma once

#include "map/map_scene.hpp"
#include "map/picture_maker.hpp"

#include <QGeoCoordinate>
#include <QPointer>
#include <QQuickItem>
#include <QtQmlIntegration/qqmlintegration.h>

namespace zhengtu::map {

/// Shows a MapScene under a camera. The picture is painted on another thread, larger than the item; until a newer one is there
/// the old one is moved and scaled with the camera, so that a frame costs the same however much there is to draw.
/// Pixels are those of the item (device-independent); the camera is that of QtLocation's Map: centre, zoom level of 256 px tiles.
class MapLayerItem : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(zhengtu::map::MapScene* scene READ scene WRITE setScene NOTIFY sceneChanged FINAL)
    Q_PROPERTY(QGeoCoordinate centre READ centre WRITE setCentre NOTIFY cameraChanged FINAL)
    Q_PROPERTY(double zoomLevel READ zoomLevel WRITE setZoomLevel NOTIFY cameraChanged FINAL)
    Q_PROPERTY(bool settled READ settled NOTIFY settledChanged FINAL)
    Q_PROPERTY(double scaleDenominator READ scaleDenominator NOTIFY cameraChanged FINAL)
    Q_PROPERTY(double scaleBarPixels READ scaleBarPixels NOTIFY cameraChanged FINAL)
    Q_PROPERTY(QString scaleBarText READ scaleBarText NOTIFY cameraChanged FINAL)
    Q_PROPERTY(int pictures READ pictures NOTIFY settledChanged FINAL)

public:
    explicit MapLayerItem(QQuickItem* parent = nullptr);
    ~MapLayerItem() override;

    [[nodiscard]] MapScene* scene() const { return m_scene; }
    void setScene(MapScene* scene);
    [[nodiscard]] QGeoCoordinate centre() const { return m_centre; }
    void setCentre(QGeoCoordinate const& centre);
    [[nodiscard]] double zoomLevel() const { return m_zoomLevel; }
    void setZoomLevel(double level);

    /// Nothing is being painted, nothing waits, and what is on show belongs to the camera as it is.
    [[nodiscard]] bool settled() const;
    [[nodiscard]] int pictures() const { return m_pictures; } ///< how many were painted: for tests and benchmarks

    [[nodiscard]] cartography::View view() const; ///< of the item, in its pixels
    [[nodiscard]] double scaleDenominator() const { return view().scaleDenominator(); }
    [[nodiscard]] double scaleBarPixels() const;
    [[nodiscard]] QString scaleBarText() const;

    Q_INVOKABLE QGeoCoordinate coordinateAt(QPointF point) const;
    Q_INVOKABLE QPointF pointAt(QGeoCoordinate const& coordinate) const;
    Q_INVOKABLE QRectF shownExtent() const; ///< in degrees (x: lon, y: lat)
    /// The zoom level that shows an extent, and its centre.
    Q_INVOKABLE double zoomToShow(double minLon, double minLat, double maxLon, double maxLat) const;

    [[nodiscard]] static double metresPerPixel(double zoomLevel) noexcept; ///< at the equator
    [[nodiscard]] static double zoomLevelOf(double metresPerPixel) noexcept;

signals:
    void sceneChanged();
    void cameraChanged();
    void settledChanged();

protected:
    QSGNode* updatePaintNode(QSGNode* old, UpdatePaintNodeData* data) override;
    void updatePolish() override;
    void geometryChange(QRectF const& now, QRectF const& before) override;
    void itemChange(ItemChange change, ItemChangeData const& data) override;

private:
    void ask();
    void onCamera();
    [[nodiscard]] PictureWish wanted() const;
    [[nodiscard]] QRectF placeOf(Picture const& picture) const;
    void arrived(Picture picture);
    void checkSettled();

    QPointer<MapScene> m_scene;
    QGeoCoordinate m_centre{37.8, 112.5};
    double m_zoomLevel = 8;
    PictureMaker m_maker;
    Picture m_picture;
    bool m_newPicture = false, m_newEmphasis = false, m_wasSettled = false;
    int m_pictures = 0;
};

} // namespace zhengtu::map
