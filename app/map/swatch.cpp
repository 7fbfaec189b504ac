#include "map/swatch.hpp"

#include <QPainter>

namespace zhengtu::map {

Swatch::Swatch(QQuickItem* parent) : QQuickPaintedItem{parent} { setAntialiasing(true); }

void Swatch::setLegend(LegendKey const& legend)
{
    if (legend == m_legend) { return; }
    m_legend = legend;
    update();
    emit legendChanged();
}

void Swatch::paint(QPainter* painter)
{
    if (!m_legend.style) { return; }
    painter->setRenderHint(QPainter::Antialiasing);
    cartography::drawSwatch(*painter, boundingRect().adjusted(1, 1, -1, -1), m_legend.entry, *m_legend.style, 96);
}

} // namespace zhengtu::map
