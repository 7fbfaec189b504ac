#pragma once

#include "cartography/furniture.hpp"
#include "cartography/hit.hpp"
#include "cartography/legend.hpp"
#include "cartography/scene.hpp"
#include "cartography/style.hpp"
#include "cartography/view.hpp"
#include "core/error.hpp"

#include <QPolygonF>
#include <QRectF>

#include <atomic>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

class QPainter;

namespace zhengtu::cartography {

/// A label as it was placed, in pixels: `boxes` has one rectangle for a plain label and one for each character along a line.
struct PlacedLabel {
    std::string text;
    std::vector<QRectF> boxes;
};

/// Draws a scene with a style. Holds the projected, indexed form of the scene; thread-safe once made: every member is const
/// and may run in several threads at once, each with a painter of its own. The same call gives the same picture.
class Renderer {
public:
    /// `scene` and `style` must not be null; they are kept.
    Renderer(SceneRef scene, StyleRef style);
    ~Renderer();
    Renderer(Renderer const&) = delete;
    Renderer& operator=(Renderer const&) = delete;

    /// Paints everything: base, layers, symbols, labels, emphasis, furniture. Gives up early when `cancelled` becomes true;
    /// what is on the painter is then unfinished. Returns whether it finished.
    bool draw(QPainter& painter, View const& view, Furniture const& furniture = {}, Emphasis const& emphasis = {},
              std::atomic<bool> const* cancelled = nullptr) const;
    /// The same for a camera, `pixels` large at `dpi`, without emphasis.
    bool draw(QPainter& painter, Camera const& camera, QSize pixels, double dpi, Furniture const& furniture = {},
              std::atomic<bool> const* cancelled = nullptr) const;
    /// Paints the emphasis alone, on a transparent ground: quick, for a layer above a picture made by `draw`.
    void drawEmphasis(QPainter& painter, View const& view, Emphasis const& emphasis) const;

    /// What is at `pixel`: symbols nearest first (all those of a cluster), then point features, lines within
    /// `tolerancePx`, then polygons that hold the pixel, the smallest first. Only what is drawn at this scale is hit.
    [[nodiscard]] std::vector<Hit> pick(View const& view, QPointF pixel, double tolerancePx = 8) const;
    /// The symbols whose sites lie within a polygon of pixels (a box: QPolygonF{QRectF}), in scene order.
    [[nodiscard]] std::vector<Hit> select(View const& view, QPolygonF const& area) const;

    /// The labels that `draw` would set, in the order of placement. No two boxes overlap.
    [[nodiscard]] std::vector<PlacedLabel> labels(View const& view) const;
    /// What the legend of this view would list: only what is in the scene, visible, and within the view and its scale.
    [[nodiscard]] std::vector<LegendEntry> legend(View const& view) const;

    [[nodiscard]] Scene const& scene() const noexcept;
    [[nodiscard]] Style const& style() const noexcept;
    /// Of all visible layers and symbols; empty when nothing is there.
    [[nodiscard]] geo::Extent extent() const;
    /// The camera that shows all of `extent` beside the furniture, not under it.
    [[nodiscard]] Camera fit(geo::Extent const& extent, QSize pixels, double dpi, Furniture const& furniture) const;

private:
    struct Prepared;
    std::unique_ptr<Prepared const> m_prepared;
    friend class Drawing;
};

/// PNG, PDF or SVG by the file's ending; written aside and renamed, so that the file is there whole or not at all. An existing
/// file is replaced. Needs a QGuiApplication. PDF is vector with embedded fonts; SVG has its text as outlines.
/// Errors: Usage for another ending or an absurd size, FileMissing for a missing directory or CJK font, Storage.
[[nodiscard]] Result<void> renderFile(Renderer const& renderer, Camera const& camera, QSize pixels, double dpi,
                                      Furniture const& furniture, std::filesystem::path const& file,
                                      std::atomic<bool> const* cancelled = nullptr);

} // namespace zhengtu::cartography
