#pragma once

#include "cartography/canvas.hpp"
#include "cartography/prepared.hpp"

#include <QPolygonF>

#include <vector>

namespace zhengtu::cartography {

/// The rings or lines of a form in pixels, thinned for the scale; parts that are out of sight are left out.
[[nodiscard]] std::vector<QPolygonF> pixelsOf(Form const& form, Frame const& frame, double marginPx);

/// Fills, hatches and strokes an area. `stroke` null: no outline.
void paintArea(Canvas const& canvas, Form const& form, QColor const& fill, Hatching const& hatch, Stroke const* stroke);
void paintLine(Canvas const& canvas, Form const& form, Stroke const& stroke);

/// An area too small to be read as one at this scale, whose look has a mark to stand for it.
[[nodiscard]] bool asMark(Form const& form, Look const& look, Frame const& frame) noexcept;

/// The layers of a scene, bottom first. False when cancelled.
bool paintLayers(Canvas const& canvas, PreparedScene const& scene);

/// The outline of a schematic shape: dashed as the style says.
[[nodiscard]] Stroke dashed(Stroke stroke, Style const& style);

} // namespace zhengtu::cartography
