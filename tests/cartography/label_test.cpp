#include "scenes.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

using namespace zhengtu;
using namespace zhengtu::cartography;
using namespace zhengtu::cartography::test;

namespace {

Scene crowded()
{
    auto scene = crowd(400);
    scene.layers = baseScene().layers;
    for (auto& more : zoneScene().layers) { scene.layers.push_back(std::move(more)); }
    std::vector<geo::Feature> towns;
    for (int i = 0; i < 300; ++i) { towns.push_back(feature("镇" + std::to_string(i), geo::Shape::point({112.1 + 0.027 * (i % 30), 37.8 + 0.04 * (i / 30)}))); }
    scene.layers.push_back(layer("towns", "town", std::move(towns)));
    return scene;
}

bool has(std::vector<PlacedLabel> const& labels, std::string const& text)
{
    return std::ranges::any_of(labels, [&](PlacedLabel const& label) { return label.text == text; });
}

} // namespace

TEST_CASE("no label covers another, a mark, or the edge of the picture", "[labels]")
{
    auto const metresPerPixel = GENERATE(30.0, 80.0, 150.0, 300.0);
    auto const renderer = rendererOf(crowded());
    auto const view = viewAt({112.5, 38}, metresPerPixel, {900, 600});
    auto const labels = renderer.labels(view);
    CAPTURE(metresPerPixel);
    REQUIRE(labels.size() >= 3);
    for (std::size_t a = 0; a < labels.size(); ++a) {
        for (auto const& box : labels[a].boxes) {
            CHECK(QRectF{0, 0, 900, 600}.contains(box));
            for (std::size_t b = a + 1; b < labels.size(); ++b) {
                for (auto const& other : labels[b].boxes) { REQUIRE_FALSE(box.intersects(other)); }
            }
        }
    }
}

TEST_CASE("labels are the same each time and do not depend on the order of equal layers", "[labels]")
{
    auto const view = viewAt({112.5, 38}, 80, {900, 600});
    auto const renderer = rendererOf(crowded());
    auto const once = renderer.labels(view), again = renderer.labels(view);
    REQUIRE(once.size() == again.size());
    for (std::size_t i = 0; i < once.size(); ++i) {
        CHECK(once[i].text == again[i].text);
        CHECK(once[i].boxes == again[i].boxes);
    }
}

TEST_CASE("what matters more is labelled first", "[labels]")
{
    Scene scene;
    scene.layers.push_back(layer("towns", "town", {feature("小镇", geo::Shape::point({112.5, 38}))}));
    scene.layers.push_back(layer("mines", "mine", {feature("某煤矿", geo::Shape::point({112.5, 38.0005}))}));
    auto const labels = rendererOf(scene).labels(viewAt({112.5, 38}, 20));
    REQUIRE_FALSE(labels.empty());
    CHECK(labels.front().text == "某煤矿");
}

TEST_CASE("a river's name follows it, one box for each character", "[labels]")
{
    auto const labels = rendererOf(baseScene()).labels(viewAt({112.5, 38}, 260));
    auto const river = std::ranges::find(labels, "清源河", &PlacedLabel::text);
    REQUIRE(river != labels.end());
    REQUIRE(river->boxes.size() == 3);
    CHECK(river->boxes[0].center().x() < river->boxes[1].center().x());
    CHECK(river->boxes[1].center().x() < river->boxes[2].center().x());
}

TEST_CASE("a name that does not fit is left out", "[labels]")
{
    Scene scene;
    scene.layers.push_back(layer("counties", "county", {feature("很长很长的县名", box(112.5, 38, 0.01, 0.01))}));
    scene.layers.push_back(layer("rivers", "river", {feature("短河", line({{112.7, 38}, {112.71, 38}}))}));
    auto const labels = rendererOf(scene).labels(viewAt({112.5, 38}, 260));
    CHECK(labels.empty());
    CHECK(has(rendererOf(scene).labels(viewAt({112.5, 38}, 10)), "很长很长的县名"));
}

TEST_CASE("labels keep to the scales that the style gives them", "[labels]")
{
    auto const renderer = rendererOf(crowd(1));
    auto const at = renderer.scene().symbols[0].shape.parts[0].outline[0];
    CHECK(has(renderer.labels(viewAt(at, 20)), "0. 测点"));
    CHECK(renderer.labels(viewAt(at, 1000)).empty());
}

TEST_CASE("an area whose middle is out of sight is named where it is seen", "[labels]")
{
    Scene scene;
    scene.layers.push_back(layer("counties", "county", {feature("大县", box(113.5, 38, 1.4, 0.5))}));
    auto const labels = rendererOf(scene).labels(viewAt({112.2, 38}, 260));
    REQUIRE(labels.size() == 1);
    CHECK(labels[0].boxes[0].center().x() > 200);
}
