#pragma once

#include "cartography/hit.hpp"
#include "cartography/mark_layout.hpp"

#include <QPolygonF>

namespace zhengtu::cartography {

/// See Renderer::pick and Renderer::select.
[[nodiscard]] std::vector<Hit> pick(PreparedScene const& scene, Frame const& frame, QPointF pixel, double tolerancePx);
[[nodiscard]] std::vector<Hit> select(PreparedScene const& scene, Frame const& frame, QPolygonF const& area);

} // namespace zhengtu::cartography
