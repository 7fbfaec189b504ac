#pragma once

#include "cartography/mercator.hpp"
#include "cartography/view.hpp"

#include <QRectF>

namespace zhengtu::cartography {

/// A view with what is computed from it once a picture.
struct Frame {
    explicit Frame(View const& of);

    View view;
    World centre;
    double scale = 1;       ///< pixels of one mercator metre
    double denominator = 1; ///< of the scale at the centre
    Box box;                ///< what is seen
    QRectF rect;            ///< the picture in pixels

    [[nodiscard]] QPointF toPixel(World at) const noexcept
    {
        return {(at.x - centre.x) * scale + rect.width() / 2, (centre.y - at.y) * scale + rect.height() / 2};
    }
    [[nodiscard]] World toWorld(QPointF at) const noexcept
    {
        return {centre.x + (at.x() - rect.width() / 2) / scale, centre.y - (at.y() - rect.height() / 2) / scale};
    }
    [[nodiscard]] double px(double mm) const noexcept { return view.px(mm); }
};

} // namespace zhengtu::cartography
