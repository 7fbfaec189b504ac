#pragma once

#include "cartography/canvas.hpp"
#include "cartography/hit.hpp"
#include "cartography/mark_layout.hpp"
#include "cartography/mark_path.hpp"

namespace zhengtu::cartography {

[[nodiscard]] SymbolLook lookOf(Symbol const& symbol, Style const& style);

/// The ellipse in pixels of a circle of `radiusM` true metres about a place.
[[nodiscard]] QRectF circleOf(World at, double radiusM, Frame const& frame);

/// A halo is drawn: it is larger than the symbol and not so large that it says nothing.
[[nodiscard]] bool haloShows(QRectF const& circle, SymbolStyle const& style, Frame const& frame);

/// Lines and measured areas are drawn; "somewhere in this county" is not, unless it is emphasised: its mark is hollow.
[[nodiscard]] bool areaShows(SymbolForm const& form, Symbol const& symbol) noexcept;

/// Halos, lines and areas, then the marks, the most urgent on top. False when cancelled.
bool paintSymbols(Canvas const& canvas, PreparedScene const& scene, MarkLayout const& layout);

/// One mark as it is in the picture.
void paintMark(Canvas const& canvas, PreparedScene const& scene, MarkLayout const& layout, PlacedMark const& mark);

/// A cluster: its number in a ring that shows the share of each status.
void paintCluster(Canvas const& canvas, QPointF at, double radiusPx, std::array<std::uint32_t, 6> const& statuses);

void paintEmphasis(Canvas const& canvas, PreparedScene const& scene, MarkLayout const& layout, Emphasis const& emphasis);

} // namespace zhengtu::cartography
