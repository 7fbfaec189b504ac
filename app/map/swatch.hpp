#pragma once

#include "map/layer_tree_model.hpp"

#include <QQuickPaintedItem>
#include <QtQmlIntegration/qqmlintegration.h>

namespace zhengtu::map {

/// Paints the sample of one legend line with the map's own style.
class Swatch : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(zhengtu::map::LegendKey legend READ legend WRITE setLegend NOTIFY legendChanged FINAL)

public:
    explicit Swatch(QQuickItem* parent = nullptr);
    [[nodiscard]] LegendKey legend() const { return m_legend; }
    void setLegend(LegendKey const& legend);
    void paint(QPainter* painter) override;

signals:
    void legendChanged();

private:
    LegendKey m_legend;
};

} // namespace zhengtu::map
