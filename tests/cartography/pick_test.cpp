#include "cartography/style_data.hpp"
#include "scenes.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

using namespace zhengtu;
using namespace zhengtu::cartography;
using namespace zhengtu::cartography::test;

namespace {

std::vector<std::string> names(std::vector<Hit> const& hits)
{
    std::vector<std::string> all;
    for (auto const& hit : hits) { all.push_back(hit.kind == HitKind::Symbol ? hit.siteId : hit.featureId); }
    return all;
}

using Names = std::vector<std::string>;

Scene few()
{
    Scene scene;
    scene.layers.push_back(layer("counties", "county", {feature("甲县", box(112.5, 38, 0.3, 0.2)), feature("乙县", box(113.1, 38, 0.3, 0.2))}));
    scene.layers.push_back(layer("reserves", "reserve", {feature("岭", box(112.5, 38, 0.1, 0.1)), feature("岭", box(112.5, 38, 0.04, 0.04), "core")}));
    scene.layers.push_back(layer("rivers", "river", {feature("河", line({{112.2, 38.05}, {112.8, 38.05}}))}));
    scene.layers.push_back(layer("mines", "mine", {feature("矿", geo::Shape::point({112.4, 37.95}))}));
    scene.symbols = {symbol("a", {112.5, 38}), symbol("b", {112.55, 38.0}), symbol("c", {112.7, 37.9})};
    return scene;
}

} // namespace

TEST_CASE("picking finds symbols first, then features from the smallest", "[pick]")
{
    auto const renderer = rendererOf(few());
    auto const view = viewAt({112.5, 38}, 130);
    CHECK(names(renderer.pick(view, view.toPixel({112.5, 38}))) == Names{"a", "f-岭core", "f-岭", "f-甲县"});
    CHECK(names(renderer.pick(view, view.toPixel({112.4, 37.95}))) == Names{"f-矿", "f-岭", "f-甲县"});
    CHECK(names(renderer.pick(view, view.toPixel({112.3, 38.05}))) == Names{"f-河", "f-甲县"});
    auto const hit = renderer.pick(view, view.toPixel({112.5, 38})).front();
    CHECK(hit.taskId == "task-a");
    CHECK(hit.symbol == 0);
    CHECK(hit.distancePx == 0);
    CHECK(hit.clusterSize == 1);
}

TEST_CASE("near misses are hit within the tolerance and not beyond", "[pick]")
{
    auto const renderer = rendererOf(few());
    auto const view = viewAt({112.5, 38}, 130);
    auto const at = view.toPixel({112.7, 37.9});
    auto const& look = renderer.style().symbol;
    double const radius = view.px(look.sizeMm / 2 + look.outline.widthMm);
    auto const found = [&](QPointF off) { return names(renderer.pick(view, at + off, 8)).front() == "c"; };
    CHECK(found({0, 0}));
    CHECK(found({radius + 7, 0}));
    CHECK(found({0, -radius - 7}));
    CHECK_FALSE(found({radius + 9, 0}));
    CHECK_FALSE(found({0, -radius - 9}));
    auto const river = view.toPixel({112.3, 38.05});
    CHECK(names(renderer.pick(view, river + QPointF{0, 7})).front() == "f-河");
    CHECK(names(renderer.pick(view, river + QPointF{0, 10})).front() == "f-甲县");
    CHECK(names(renderer.pick(view, river + QPointF{0, 10}, 14)).front() == "f-河");
}

TEST_CASE("an area is hit inside its edge only, and not in its hole", "[pick]")
{
    Scene scene;
    auto shape = box(112.5, 38, 0.2, 0.2);
    shape.parts[0].holes.push_back(box(112.5, 38, 0.05, 0.05).parts[0].outline);
    scene.layers.push_back(layer("water", "water", {feature("湖", shape)}));
    auto const renderer = rendererOf(scene);
    auto const view = viewAt({112.5, 38}, 130);
    CHECK(renderer.pick(view, view.toPixel({112.6, 38})).size() == 1);
    CHECK(renderer.pick(view, view.toPixel({112.5, 38})).empty());
    CHECK(renderer.pick(view, view.toPixel({112.701, 38})).empty());
    CHECK(renderer.pick(view, view.toPixel({112.699, 38})).size() == 1);
}

TEST_CASE("what is not drawn is not hit", "[pick]")
{
    auto scene = few();
    scene.layers[1].visible = false;
    scene.symbolsVisible = false;
    auto const renderer = rendererOf(scene);
    auto const view = viewAt({112.5, 38}, 130);
    CHECK(names(renderer.pick(view, view.toPixel({112.5, 38}))) == Names{"f-甲县"});
    CHECK(renderer.select(view, QPolygonF{QRectF{0, 0, 480, 320}}).empty());
    auto const far = viewAt({112.5, 38}, 5000); // mines are not drawn at that scale
    CHECK(std::ranges::count(names(renderer.pick(far, far.toPixel({112.4, 37.95}))), "f-矿") == 0);
}

TEST_CASE("a cluster gives all its members, the most urgent first", "[pick]")
{
    Scene scene;
    scene.symbols = {symbol("1", {112.5, 38}, Status::Closed), symbol("2", {112.5001, 38}, Status::Overdue), symbol("3", {112.5, 38.0001}, Status::DueSoon)};
    auto const renderer = rendererOf(scene);
    auto const view = viewAt({112.5, 38}, 500);
    auto const hits = renderer.pick(view, {240, 160});
    CHECK(names(hits) == Names{"2", "3", "1"});
    CHECK(hits[0].clusterSize == 3);
}

TEST_CASE("symbols of one place can be hit one by one at a large scale", "[pick]")
{
    Scene scene;
    for (int i = 0; i < 5; ++i) { scene.symbols.push_back(symbol(std::to_string(i), {112.5, 38})); }
    auto const renderer = rendererOf(scene);
    auto const view = viewAt({112.5, 38}, 10);
    std::vector<std::string> found;
    for (int y = 100; y < 220; ++y) {
        for (int x = 180; x < 300; ++x) {
            auto const hits = renderer.pick(view, QPointF(x, y), 0);
            REQUIRE(hits.size() <= 1);
            if (hits.size() == 1 && std::ranges::count(found, hits[0].siteId) == 0) { found.push_back(hits[0].siteId); }
        }
    }
    CHECK(found.size() == 5);
}

TEST_CASE("tasks along a line are hit along it", "[pick]")
{
    Scene scene;
    auto along = symbol("river", {});
    along.shape = line({{112.3, 38}, {112.7, 38}});
    scene.symbols = {along};
    auto const renderer = rendererOf(scene);
    auto const view = viewAt({112.5, 38}, 130);
    CHECK(names(renderer.pick(view, view.toPixel({112.32, 38}))) == Names{"river"});
    CHECK(renderer.pick(view, view.toPixel({112.32, 38}) + QPointF{0, 14}).empty());
}

TEST_CASE("an approximate area is no thing to point at, a measured one is", "[pick]")
{
    Scene scene;
    auto area = symbol("somewhere", {});
    area.shape = box(112.5, 38, 0.3, 0.2);
    area.approximate = GENERATE(true, false);
    scene.symbols = {area};
    auto const renderer = rendererOf(scene);
    auto const view = viewAt({112.5, 38}, 130);
    CHECK(renderer.pick(view, view.toPixel({112.25, 37.85})).empty() == area.approximate);
}

TEST_CASE("a box and a polygon select the sites within them, in scene order", "[pick]")
{
    auto const renderer = rendererOf(few());
    auto const view = viewAt({112.5, 38}, 130);
    auto const a = view.toPixel({112.49, 38.01}), b = view.toPixel({112.56, 37.99});
    CHECK(names(renderer.select(view, QPolygonF{QRectF{a, b}})) == Names{"a", "b"});
    QPolygonF const triangle{{view.toPixel({112.65, 37.85}), view.toPixel({112.75, 37.85}), view.toPixel({112.7, 37.95})}};
    CHECK(names(renderer.select(view, triangle)) == Names{"c"});
    QPolygonF const beside{{view.toPixel({112.65, 37.85}), view.toPixel({112.75, 37.85}), view.toPixel({112.65, 37.94})}};
    CHECK(renderer.select(view, beside).empty()); // its box holds the site, it does not
    CHECK(renderer.select(view, QPolygonF{{{0, 0}, {480, 320}}}).empty());
}
