#include "map/map_layer_item.hpp"

#include "map/words.hpp"

#include <QQuickWindow>
#include <QSGImageNode>

#include <cmath>
#include <memory>
#include <numbers>
#include <utility>

namespace zhengtu::map {
namespace {

constexpr double marginShare = 0.2;    ///< painted beyond the item, on each side
constexpr double pixelsPerInch = 96;   ///< of a screen at scale 1, by the convention that Qt follows too
constexpr double equatorM = 2 * std::numbers::pi * 6'378'137.0;

/// The picture of the map and, above it, that of the emphasis. Both nodes are there from the start, with a texture: the software
/// renderer wants a texture at once, and misplaces a node that is added to a plain node later.
class PictureNode : public QSGNode {
public:
    explicit PictureNode(QQuickWindow& window) : m_map{window.createImageNode()}, m_emphasis{window.createImageNode()}
    {
        for (auto* node : {m_map, m_emphasis}) {
            node->setOwnsTexture(true);
            show(window, *node, {}, false);
            appendChildNode(node);
        }
    }
    void showMap(QQuickWindow& window, QImage const& image) { show(window, *m_map, image, true); }
    void showEmphasis(QQuickWindow& window, QImage const& image) { show(window, *m_emphasis, image, false); }
    void place(QRectF const& rect, bool scaled)
    {
        for (auto* node : {m_map, m_emphasis}) {
            node->setRect(rect);
            node->setFiltering(scaled ? QSGTexture::Linear : QSGTexture::Nearest);
        }
    }

private:
    static void show(QQuickWindow& window, QSGImageNode& node, QImage const& image, bool opaque)
    {
        static QImage const nothing = [] {
            QImage dot{1, 1, QImage::Format_ARGB32_Premultiplied};
            dot.fill(Qt::transparent);
            return dot;
        }();
        node.setTexture(window.createTextureFromImage(image.isNull() ? nothing : image, opaque ? QQuickWindow::TextureIsOpaque : QQuickWindow::CreateTextureOptions{}));
    }

    QSGImageNode* m_map;      ///< owned by the tree
    QSGImageNode* m_emphasis; ///< likewise
};

int even(double pixels) { return 2 * static_cast<int>(std::ceil(pixels / 2)); }

bool sameEmphasis(cartography::Emphasis const& a, cartography::Emphasis const& b)
{
    return a.taskIds == b.taskIds && a.siteIds == b.siteIds && a.features == b.features && a.hoveredSiteId == b.hoveredSiteId &&
           a.hoveredFeature == b.hoveredFeature;
}

} // namespace

MapLayerItem::MapLayerItem(QQuickItem* parent)
    : QQuickItem{parent}, m_maker{[this](Picture picture) { arrived(std::move(picture)); }}
{
    setFlag(ItemHasContents);
    setClip(true);
    connect(this, &MapLayerItem::cameraChanged, this, &MapLayerItem::onCamera);
}

MapLayerItem::~MapLayerItem() = default;

double MapLayerItem::metresPerPixel(double zoomLevel) noexcept { return equatorM / 256 / std::exp2(zoomLevel); }
double MapLayerItem::zoomLevelOf(double metresPerPixel) noexcept { return std::log2(equatorM / 256 / metresPerPixel); }

void MapLayerItem::setScene(MapScene* scene)
{
    if (scene == m_scene) { return; }
    if (m_scene) { m_scene->disconnect(this); }
    m_scene = scene;
    if (m_scene) {
        connect(m_scene, &MapScene::rendererChanged, this, &MapLayerItem::ask);
        connect(m_scene, &MapScene::emphasisChanged, this, &MapLayerItem::ask);
        connect(m_scene, &MapScene::settledChanged, this, &MapLayerItem::checkSettled);
    }
    emit sceneChanged();
    ask();
}

void MapLayerItem::setCentre(QGeoCoordinate const& centre)
{
    // Compared exactly: QGeoCoordinate's == is fuzzy, and a pan by a pixel at a large scale must not be lost.
    if (!centre.isValid() || (centre.latitude() == m_centre.latitude() && centre.longitude() == m_centre.longitude())) { return; }
    m_centre = centre;
    emit cameraChanged();
}

void MapLayerItem::setZoomLevel(double level)
{
    if (level == m_zoomLevel || !std::isfinite(level)) { return; }
    m_zoomLevel = level;
    emit cameraChanged();
}

cartography::View MapLayerItem::view() const
{
    return {{{m_centre.longitude(), m_centre.latitude()}, metresPerPixel(m_zoomLevel)}, size().toSize().expandedTo({1, 1}), pixelsPerInch};
}

double MapLayerItem::scaleBarPixels() const { return cartography::scaleBar(view(), 120).pixels; }
QString MapLayerItem::scaleBarText() const { return QString::fromStdString(cartography::scaleBar(view(), 120).text); }

QGeoCoordinate MapLayerItem::coordinateAt(QPointF point) const
{
    auto const at = view().toLonLat(point);
    return {at.lat, at.lon};
}

QPointF MapLayerItem::pointAt(QGeoCoordinate const& coordinate) const
{
    return view().toPixel({coordinate.longitude(), coordinate.latitude()});
}

QRectF MapLayerItem::shownExtent() const { return rectOf(view().extent()); }

double MapLayerItem::zoomToShow(double minLon, double minLat, double maxLon, double maxLat) const
{
    auto const camera = cartography::Camera::fit({minLon, minLat, maxLon, maxLat}, view().pixels);
    return zoomLevelOf(camera.metresPerPixel);
}

void MapLayerItem::onCamera()
{
    update();
    ask();
}

void MapLayerItem::ask()
{
    polish();
    checkSettled();
}

PictureWish MapLayerItem::wanted() const
{
    auto const ratio = window() != nullptr ? window()->effectiveDevicePixelRatio() : 1.0;
    PictureWish wish;
    wish.renderer = m_scene ? m_scene->renderer() : nullptr;
    wish.view = view();
    wish.view.camera.metresPerPixel /= ratio;
    wish.view.pixels = {even(width() * (1 + 2 * marginShare) * ratio), even(height() * (1 + 2 * marginShare) * ratio)};
    wish.view.dpi = pixelsPerInch * ratio;
    wish.emphasis = m_scene ? m_scene->emphasis() : cartography::Emphasis{};
    wish.devicePixelRatio = ratio;
    return wish;
}

namespace {

/// Whether the map on show is as good as a new one: the same content and scale, with room left round the item.
bool mapServes(Picture const& picture, PictureWish const& wish, QRectF const& place, QSizeF size)
{
    auto const room = QSizeF{size.width() * marginShare / 4, size.height() * marginShare / 4};
    return !picture.map.isNull() && picture.of.renderer == wish.renderer && picture.of.view.pixels == wish.view.pixels &&
           picture.of.view.camera.metresPerPixel == wish.view.camera.metresPerPixel &&
           place.contains(QRectF{QPointF{}, size}.adjusted(-room.width(), -room.height(), room.width(), room.height()));
}

} // namespace

void MapLayerItem::updatePolish()
{
    auto wish = wanted();
    if (!wish.renderer || width() < 1 || height() < 1) { return; }
    auto const serves = mapServes(m_picture, wish, placeOf(m_picture), size());
    if (!serves || !sameEmphasis(m_picture.of.emphasis, wish.emphasis)) {
        if (serves) { wish.view = m_picture.of.view; } // only the emphasis is new: the map stays as it is, margin and all
        m_maker.ask(std::move(wish), m_picture);
    }
    checkSettled();
}

void MapLayerItem::arrived(Picture picture)
{
    ++m_pictures;
    m_newPicture |= picture.newMap || m_picture.map.isNull();
    m_newEmphasis = true;
    m_picture = std::move(picture);
    update();
    polish(); // the camera may have gone on since
    checkSettled();
}

bool MapLayerItem::settled() const
{
    if (!m_scene || !m_scene->settled() || !m_maker.idle() || m_newPicture) { return false; }
    auto const wish = wanted();
    return mapServes(m_picture, wish, placeOf(m_picture), size()) && sameEmphasis(m_picture.of.emphasis, wish.emphasis);
}

void MapLayerItem::checkSettled()
{
    if (auto const now = settled(); now != m_wasSettled) {
        m_wasSettled = now;
        emit settledChanged();
    }
}

QRectF MapLayerItem::placeOf(Picture const& picture) const
{
    if (picture.map.isNull()) { return {}; }
    auto const here = view();
    auto const& there = picture.of.view;
    auto const ratio = picture.of.devicePixelRatio;
    auto const scale = there.camera.metresPerPixel / here.camera.metresPerPixel; // item pixels for one of the picture
    auto const size = QSizeF{there.pixels} * scale;
    auto const centre = here.toPixel(there.camera.centre);
    // view() counts from whole pixels; the item's middle may lie between two
    auto const shift = QPointF{(width() - here.pixels.width()) / 2, (height() - here.pixels.height()) / 2};
    QRectF place{centre + shift - QPointF{size.width() / 2, size.height() / 2}, size};
    if (there.camera.metresPerPixel * ratio == here.camera.metresPerPixel) { // unscaled: whole device pixels stay sharp
        place.moveTo(std::round(place.x() * ratio) / ratio, std::round(place.y() * ratio) / ratio);
    }
    return place;
}

QSGNode* MapLayerItem::updatePaintNode(QSGNode* old, UpdatePaintNodeData* /*data*/)
{
    if (m_picture.map.isNull()) {
        delete old;
        return nullptr;
    }
    auto* node = static_cast<PictureNode*>(old);
    auto const fresh = node == nullptr;
    if (fresh) { node = new PictureNode{*window()}; }
    if (fresh || m_newPicture) { node->showMap(*window(), m_picture.map); }
    if (fresh || m_newEmphasis) { node->showEmphasis(*window(), m_picture.emphasis); }
    m_newPicture = m_newEmphasis = false;
    auto const scaled = m_picture.of.view.camera.metresPerPixel * m_picture.of.devicePixelRatio != view().camera.metresPerPixel;
    node->place(placeOf(m_picture), scaled);
    QMetaObject::invokeMethod(this, &MapLayerItem::checkSettled, Qt::QueuedConnection);
    return node;
}

void MapLayerItem::geometryChange(QRectF const& now, QRectF const& before)
{
    QQuickItem::geometryChange(now, before);
    if (now.size() != before.size()) { emit cameraChanged(); }
}

void MapLayerItem::itemChange(ItemChange change, ItemChangeData const& data)
{
    QQuickItem::itemChange(change, data);
    if (change == ItemDevicePixelRatioHasChanged || (change == ItemSceneChange && data.window != nullptr)) { ask(); }
}

} // namespace zhengtu::map
