#pragma once

#include "cartography/prepared.hpp"

#include <QPointF>

#include <optional>

namespace zhengtu::cartography {

/// One mark of the picture: a symbol, or several that are drawn as one.
struct PlacedMark {
    QPointF at;                     ///< where it is drawn
    QPointF place;                  ///< where it belongs; another place for a symbol of a fanned-out stack
    double radiusPx = 0;
    std::uint32_t symbol = 0;       ///< the only or the most urgent
    std::uint32_t cluster = 0;
    std::uint32_t count = 1;
    bool fanned = false;
};

/// The marks of a frame, most urgent first. The same for drawing, picking, labels and emphasis.
struct MarkLayout {
    std::shared_ptr<Clustering const> clustering; ///< null: no symbols are shown, or cancelled
    std::vector<PlacedMark> marks;
    [[nodiscard]] std::span<std::uint32_t const> membersOf(PlacedMark const& mark) const;
};

/// `margin`: marks up to this many pixels outside the picture are laid out too.
[[nodiscard]] MarkLayout layOutMarks(PreparedScene const& scene, Frame const& frame, double marginPx,
                                     std::atomic<bool> const* cancelled = nullptr);

/// Radius of the mark of a cluster.
[[nodiscard]] double clusterRadiusPx(Style const& style, Frame const& frame, std::uint32_t count) noexcept;

} // namespace zhengtu::cartography
