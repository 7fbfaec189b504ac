#include "picture.hpp"
#include "scenes.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QPainter>

#include <algorithm>
#include <thread>

using namespace zhengtu;
using namespace zhengtu::cartography;
using namespace zhengtu::cartography::test;

namespace {

Scene everything()
{
    auto scene = crowd(500);
    scene.layers = baseScene().layers;
    for (auto& more : zoneScene().layers) { scene.layers.push_back(std::move(more)); }
    return scene;
}

Furniture const allFurniture{true, true, true, "标题", "说明", "zh", ""};

} // namespace

TEST_CASE("four threads paint the picture that one does", "[renderer]")
{
    auto const view = viewAt({112.5, 38}, 120, {700, 500});
    auto const alone = paint(rendererOf(everything()), view, allFurniture);
    auto const shared = rendererOf(everything()); // a new one, so that all its caches are made by the four
    std::vector<QImage> pictures(4);
    {
        std::vector<std::jthread> threads;
        for (auto& picture : pictures) {
            threads.emplace_back([&] { picture = paint(shared, view, allFurniture); });
        }
    }
    for (auto const& picture : pictures) { CHECK(differing(picture, alone) == 0); }
}

TEST_CASE("the same view is the same picture after other views", "[renderer]")
{
    auto const renderer = rendererOf(everything());
    auto const view = viewAt({112.5, 38}, 120);
    auto const first = paint(renderer, view);
    for (double const metresPerPixel : {10.0, 30.0, 60.0, 120.5, 200.0, 400.0, 900.0, 2000.0}) {
        CHECK(differing(paint(renderer, viewAt({112.4, 38}, metresPerPixel)), first) > 0);
    }
    CHECK(differing(paint(renderer, view), first) == 0);
}

TEST_CASE("drawing that is cancelled stops before it paints", "[renderer]")
{
    auto const renderer = rendererOf(everything());
    QImage image{480, 320, QImage::Format_RGB32};
    image.fill(Qt::magenta);
    auto const before = image;
    std::atomic<bool> const cancelled{true};
    QPainter painter{&image};
    CHECK_FALSE(renderer.draw(painter, viewAt({112.5, 38}, 120), {}, {}, &cancelled));
    painter.end();
    CHECK(differing(image, before) == 0);
}

TEST_CASE("drawing that is not cancelled says that it finished", "[renderer]")
{
    auto const renderer = rendererOf(everything());
    QImage image{480, 320, QImage::Format_RGB32};
    std::atomic<bool> const cancelled{false};
    QPainter painter{&image};
    CHECK(renderer.draw(painter, viewAt({112.5, 38}, 120), {}, {}, &cancelled));
    CHECK(renderer.draw(painter, Camera{{112.5, 38}, 120}, {480, 320}, 96));
}

TEST_CASE("hidden layers and symbols are not painted", "[renderer]")
{
    auto scene = everything();
    for (auto& layer : scene.layers) { layer.visible = false; }
    scene.symbolsVisible = false;
    auto const view = viewAt({112.5, 38}, 120);
    CHECK(differing(paint(rendererOf(scene), view), paint(rendererOf({}), view)) == 0);
    CHECK(rendererOf(scene).extent().empty());
}

TEST_CASE("the extent holds the visible layers and symbols", "[renderer]")
{
    Scene scene;
    scene.layers.push_back(layer("a", "county", {feature("", box(112.5, 38, 0.5, 0.25))}));
    scene.layers.push_back(layer("b", "county", {feature("", box(120, 38, 0.5, 0.25))}));
    scene.layers[1].visible = false;
    scene.symbols = {symbol("s", {111, 38})};
    auto const extent = rendererOf(scene).extent();
    CHECK(std::abs(extent.minLon - 111) < 1e-9);
    CHECK(std::abs(extent.maxLon - 113) < 1e-9);
    CHECK(std::abs(extent.minLat - 37.75) < 1e-9);
}

TEST_CASE("emphasis marks what is selected, also alone on a transparent ground", "[renderer]")
{
    auto const renderer = rendererOf(everything());
    auto const view = viewAt({112.5, 38}, 120);
    Emphasis emphasis;
    auto const plain = paint(renderer, view);
    CHECK(differing(paint(renderer, view, {}, emphasis), plain) == 0);
    QImage overlay{view.pixels, QImage::Format_ARGB32_Premultiplied};
    auto const painted = [&](Emphasis const& of) {
        overlay.fill(Qt::transparent);
        QPainter painter{&overlay};
        renderer.drawEmphasis(painter, view, of);
        painter.end();
        int opaque = 0;
        for (int y = 0; y < overlay.height(); ++y) {
            for (int x = 0; x < overlay.width(); ++x) { opaque += qAlpha(overlay.pixel(x, y)) > 0 ? 1 : 0; }
        }
        return opaque;
    };
    CHECK(painted(emphasis) == 0);
    emphasis.taskIds = {"t1", "t2", "t3", "t4", "t5", "t6", "no such task"};
    auto const tasks = painted(emphasis);
    CHECK(tasks > 50);
    CHECK(tasks < 5000);
    emphasis = {};
    emphasis.features = {{"counties", "f-甲县"}};
    CHECK(painted(emphasis) > 200);
    emphasis.features = {{"counties", "no such county"}};
    CHECK(painted(emphasis) == 0);
}

TEST_CASE("a view that makes no sense is painted without harm", "[renderer]")
{
    auto const renderer = rendererOf(everything());
    auto const metresPerPixel = GENERATE(0.0, -5.0, double{NAN}, double{INFINITY}, 1e-9, 1e12);
    auto const picture = paint(renderer, viewAt({112.5, 38}, metresPerPixel, {120, 80}));
    CHECK(picture.pixel(1, 1) != QColor{Qt::magenta}.rgb());
    CHECK(renderer.pick(viewAt({112.5, 89}, metresPerPixel), {1, 1}).size() <= 600);
}

TEST_CASE("a window without size or resolution is painted without harm", "[renderer]")
{
    auto const renderer = rendererOf(everything());
    auto const size = GENERATE(QSize{0, 0}, QSize{-700, 20}, QSize{1, 3000});
    auto const dpi = GENERATE(0.0, -96.0, double{NAN}, 1e9);
    QImage image{4, 4, QImage::Format_RGB32};
    QPainter painter{&image};
    CHECK(renderer.draw(painter, View{{{112.5, 38}, 120}, size, dpi}, allFurniture));
    CHECK(renderer.pick(View{{{112.5, 38}, 120}, size, dpi}, {-9000, 1}).empty());
}

TEST_CASE("shapes that reach far out of sight are drawn as if they did not", "[renderer]")
{
    Scene near, far;
    near.layers.push_back(layer("w", "water", {feature("", box(112.5, 38.1, 0.01, 0.1))}));
    far.layers.push_back(layer("w", "water", {feature("", box(112.5, 48, 0.01, 10))}));
    auto const view = viewAt({112.5, 38.05}, 0.5); // 10 degrees are two million pixels here
    CHECK(differing(paint(rendererOf(near), view), paint(rendererOf(far), view)) == 0);
}

TEST_CASE("every symbol is counted in a mark", "[renderer]")
{
    auto const count = GENERATE(std::size_t{40}, std::size_t{3000});
    auto const renderer = rendererOf(crowd(count));
    View const view{Camera::fit(renderer.extent(), {900, 700}), {900, 700}, 96};
    std::vector<int> seen(count, 0);
    for (int y = 0; y < 700; y += 12) {
        for (int x = 0; x < 900; x += 12) {
            for (auto const& hit : renderer.pick(view, QPointF(x, y), 9)) { seen[hit.symbol] = 1; }
        }
    }
    CHECK(std::ranges::count(seen, 1) == static_cast<std::ptrdiff_t>(count));
}

TEST_CASE("an area that a task is only somewhere in does not wash over the map", "[renderer]")
{
    Scene scene;
    auto area = symbol("a", {});
    area.label.clear();
    area.shape = box(112.5, 38, 0.2, 0.1);
    area.approximate = GENERATE(true, false);
    area.radiusM = 15'000; // its circle says less than the shape
    scene.symbols = {area};
    auto const renderer = rendererOf(scene);
    auto const view = viewAt({112.5, 38}, 130);
    auto const picture = paint(renderer, view), blank = paint(rendererOf({}), view);
    auto const edge = view.toPixel({112.3, 38.05});
    auto const shows = [](QImage const& image, QImage const& other, QPointF at) {
        return differing(image.copy(QRect{at.toPoint() - QPoint{2, 2}, QSize{5, 5}}), other.copy(QRect{at.toPoint() - QPoint{2, 2}, QSize{5, 5}})) > 0;
    };
    CHECK(shows(picture, blank, edge) == !area.approximate);
    CHECK(shows(picture, blank, view.toPixel({112.5, 38}))); // its symbol is there in any case
    Emphasis emphasis;
    emphasis.taskIds = {"task-a"};
    CHECK(shows(paint(renderer, view, {}, emphasis), blank, edge)); // and its outline when it is selected
}

TEST_CASE("stacks open only where their ring meets nothing", "[renderer]")
{
    Scene scene;
    for (int i = 0; i < 4; ++i) { scene.symbols.push_back(symbol(std::to_string(i), {112.5, 38})); }
    auto const view = viewAt({112.5, 38}, 10);
    auto const middle = [&] { return rendererOf(scene).pick(view, {240, 160}, 0); };
    CHECK(middle().empty()); // opened: the symbols stand round their place
    auto const near = view.toLonLat({264, 160});
    scene.symbols.push_back(symbol("neighbour", near));
    REQUIRE(middle().size() == 4);
    CHECK(middle().front().clusterSize == 4);
}
