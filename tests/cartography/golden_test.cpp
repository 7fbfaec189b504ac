#include "picture.hpp"
#include "scenes.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace zhengtu::cartography;
using namespace zhengtu::cartography::test;

TEST_CASE("the quiet base with its labels looks as agreed", "[golden]")
{
    auto const renderer = rendererOf(baseScene());
    CHECK(differenceFromGolden(paint(renderer, viewAt({112.5, 38.0}, 260)), "base") == "");
}

TEST_CASE("symbols of every category and status look as agreed", "[golden]")
{
    auto const renderer = rendererOf(symbolTable());
    CHECK(differenceFromGolden(paint(renderer, viewAt({112.45, 38.04}, 260)), "symbols") == "");
}

TEST_CASE("zones, schematic shapes and hotspots look as agreed", "[golden]")
{
    auto const renderer = rendererOf(zoneScene());
    CHECK(differenceFromGolden(paint(renderer, viewAt({112.5, 38.0}, 260)), "zones") == "");
}

TEST_CASE("clusters and emphasis look as agreed", "[golden]")
{
    auto scene = crowd(150);
    scene.layers = baseScene().layers;
    auto const renderer = rendererOf(scene);
    Emphasis emphasis;
    emphasis.taskIds = {"t7", "t60"};
    emphasis.hoveredSiteId = "33";
    emphasis.features = {{"counties", "f-甲县"}};
    emphasis.hoveredFeature = FeatureRef{"water", "f-东湖"};
    CHECK(differenceFromGolden(paint(renderer, viewAt({112.5, 38.0}, 300, {360, 240}), {}, emphasis), "clusters") == "");
}

TEST_CASE("symbols of one place are fanned out at a large scale", "[golden]")
{
    Scene scene;
    for (int i = 0; i < 6; ++i) { scene.symbols.push_back(symbol("同地" + std::to_string(i), {112.5, 38.0}, static_cast<Status>(i), "air")); }
    for (int i = 0; i < 15; ++i) { scene.symbols.push_back(symbol("多" + std::to_string(i), {112.515, 38.0}, static_cast<Status>(i % 6))); }
    CHECK(differenceFromGolden(paint(rendererOf(scene), viewAt({112.507, 38.0}, 15, {320, 200})), "fan") == "");
}

TEST_CASE("a sheet with title, legend, scale, arrow and note looks as agreed", "[golden]")
{
    auto scene = zoneScene();
    scene.layers.resize(2);
    auto const base = baseScene();
    scene.layers.insert(scene.layers.begin(), base.layers.begin(), base.layers.end());
    for (double lon = 112.15; lon < 113; lon += 0.2) { scene.symbols.push_back(symbol("1", {lon, 38.2}, static_cast<Status>(scene.symbols.size()), "soil")); }
    scene.symbols[2].approximate = true;
    auto const renderer = rendererOf(scene);
    Furniture const furniture{true, true, true, "整改任务分布图", "截至 2024-06-30　资料来源：自编示例\n审图号：", "zh", ""};
    QSize const size{520, 330};
    CHECK(differenceFromGolden(paint(renderer, {renderer.fit(renderer.extent(), size, 80, furniture), size, 80}, furniture), "sheet") == "");
}
