#pragma once

#include "cartography/scene.hpp"
#include "cartography/style.hpp"
#include "core/error.hpp"

#include <QSize>

#include <atomic>
#include <filesystem>
#include <memory>

class QPainter;

namespace zhengtu::cartography {

/// Centre and scale of a Web Mercator view. `metresPerPixel` is at the equator (mercator metres).
struct Camera {
    geo::LonLat centre{112.5, 37.8};
    double metresPerPixel = 1000;
    [[nodiscard]] static Camera fit(geo::Extent const& extent, QSize pixels, double marginShare = 0.05);
};

struct Furniture {
    bool legend = false, scaleBar = false, northArrow = false;
    std::string title, note; ///< note: "as of", sources, 审图号 slot
    std::string language = "zh";
};

/// Draws a scene with a style. Holds the projected, indexed form of the scene; thread-safe once made (draw is const).
class Renderer {
public:
    Renderer(SceneRef scene, StyleRef style);
    ~Renderer();
    /// Paints the view of `camera` onto `painter`, `pixels` large at `dpi`. Gives up early when `cancelled` becomes true.
    void draw(QPainter& painter, Camera const& camera, QSize pixels, double dpi, Furniture const& furniture = {},
              std::atomic<bool> const* cancelled = nullptr) const;

private:
    struct Prepared;
    std::unique_ptr<Prepared const> m_prepared;
};

/// PNG, PDF or SVG by the file's ending; written aside and renamed. Needs a QGuiApplication.
[[nodiscard]] Result<void> renderFile(Renderer const& renderer, Camera const& camera, QSize pixels, double dpi,
                                      Furniture const& furniture, std::filesystem::path const& file);

} // namespace zhengtu::cartography
