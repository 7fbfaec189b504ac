#include "cartography/frame.hpp"

namespace zhengtu::cartography {

namespace {

double finiteScale(double metresPerPixel) noexcept
{
    return std::isfinite(metresPerPixel) && metresPerPixel > 0 ? std::clamp(metresPerPixel, 1e-4, 1e7) : 1000;
}

} // namespace

Camera Camera::fit(geo::Extent const& extent, QSize pixels, double marginShare)
{
    Camera camera;
    if (extent.empty()) { return camera; }
    auto const low = project({extent.minLon, extent.minLat});
    auto const high = project({extent.maxLon, extent.maxLat});
    camera.centre = unproject({(low.x + high.x) / 2, (low.y + high.y) / 2});
    double const share = std::clamp(1 - 2 * marginShare, 0.05, 1.0);
    double const needed = std::max((high.x - low.x) / (std::max(pixels.width(), 1) * share),
                                   (high.y - low.y) / (std::max(pixels.height(), 1) * share));
    double const closest = View{camera, pixels, 96}.metresPerPixelAt(50'000);
    camera.metresPerPixel = std::max(needed, closest);
    return camera;
}

Frame::Frame(View const& of) : view{of}, centre{project(of.camera.centre)}
{
    // a window is without size for a moment, a screen sometimes without dots per inch: nothing below has to think of that
    view.camera.metresPerPixel = finiteScale(of.camera.metresPerPixel);
    view.pixels = of.pixels.expandedTo({1, 1}).boundedTo({100'000, 100'000});
    view.dpi = of.dpi > 0 ? std::clamp(of.dpi, 10.0, 4800.0) : 96;
    scale = 1 / view.camera.metresPerPixel;
    denominator = view.scaleDenominator();
    rect = {0, 0, static_cast<double>(view.pixels.width()), static_cast<double>(view.pixels.height())};
    box = {};
    box.include(toWorld(rect.topLeft()));
    box.include(toWorld(rect.bottomRight()));
}

QPointF View::toPixel(geo::LonLat at) const { return Frame{*this}.toPixel(project(at)); }
geo::LonLat View::toLonLat(QPointF pixel) const { return unproject(Frame{*this}.toWorld(pixel)); }

geo::Extent View::extent() const
{
    Frame const frame{*this};
    auto const low = unproject({frame.box.minX, frame.box.minY});
    auto const high = unproject({frame.box.maxX, frame.box.maxY});
    return {low.lon, low.lat, high.lon, high.lat};
}

double View::groundMetresPerPixel() const
{
    return finiteScale(camera.metresPerPixel) * groundScale(camera.centre.lat).east;
}

double View::scaleDenominator() const { return groundMetresPerPixel() * dpi / 0.0254; }

double View::metresPerPixelAt(double scaleDenominator) const
{
    return scaleDenominator * 0.0254 / dpi / groundScale(camera.centre.lat).east;
}

} // namespace zhengtu::cartography
