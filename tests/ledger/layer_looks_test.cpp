#include "sample.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace zhengtu;
using namespace zhengtu::ledger;
using namespace zhengtu::ledger::testing;

namespace {

geo::Layer result(std::string id, std::string title, std::string style = "hotspot")
{
    auto layer = sampleLayer();
    layer.id = std::move(id);
    layer.title = layer.titleEn = std::move(title);
    layer.style = std::move(style);
    return layer;
}

struct Made {
    TemporaryDirectory directory;
    Ledger ledger = Ledger::open(directory / "a.gpkg", true).value();

    void put(geo::Layer const& layer) { REQUIRE(ledger.putLayer(layer, asOf).has_value()); }
    [[nodiscard]] geo::Layer only() const
    {
        auto const layers = ledger.layers().value();
        REQUIRE(layers.size() == 1);
        return layers.front();
    }
};

} // namespace

TEST_CASE("a result that is made again keeps the name that a person gave it", "[ledger]")
{
    Made made;
    made.put(result("q", "半径 5 km"));
    REQUIRE(made.ledger.renameLayer("q", "汾河两岸", "张三", asOf).has_value());
    auto again = result("q", "半径 8 km");
    again.note = "radius_m 8000";
    made.put(again);
    CHECK(made.only().title == "汾河两岸");
    CHECK(made.only().note == "radius_m 8000");
    made.put(result("q", "半径 9 km")); // and the next time
    CHECK(made.only().title == "汾河两岸");
}

TEST_CASE("a result that nobody renamed has the name of its new parameters", "[ledger]")
{
    Made made;
    made.put(result("q", "半径 5 km"));
    made.put(result("q", "半径 8 km"));
    CHECK(made.only().title == "半径 8 km");

    SECTION("nor one that was removed in between")
    {
        REQUIRE(made.ledger.renameLayer("q", "汾河两岸", "张三", asOf).has_value());
        REQUIRE(made.ledger.removeResult("q", "张三", asOf).has_value());
        made.put(result("q", "半径 9 km"));
        CHECK(made.only().title == "半径 9 km");
    }
    SECTION("the name of another layer is its own")
    {
        REQUIRE(made.ledger.renameLayer("q", "汾河两岸", "张三", asOf).has_value());
        made.put(result("r", "半径 9 km"));
        CHECK(made.ledger.layers().value().back().title == "半径 9 km");
    }
}

TEST_CASE("a colouring by field stays while the result is of the same look", "[ledger]")
{
    Made made;
    made.put(result("q", "t"));
    for (auto const* style : {"graduated:hotspot:sites", "categories:hotspot:a:b"}) {
        REQUIRE(made.ledger.restyleLayer("q", style, asOf).has_value());
        made.put(result("q", "t"));
        CHECK(made.only().style == style);
    }
    made.put(result("q", "t", "hotspot_gi")); // another method under the same name
    CHECK(made.only().style == "hotspot_gi");
    REQUIRE(made.ledger.restyleLayer("q", "graduated:hotspot_gi_more:z", asOf).has_value()); // a look whose name only begins alike
    made.put(result("q", "t", "hotspot_gi"));
    CHECK(made.only().style == "hotspot_gi");
}

TEST_CASE("a result that was removed is put back in its place, with its event", "[ledger]")
{
    Made made;
    for (auto const* id : {"a", "b", "c"}) { made.put(result(id, id)); }
    auto const before = made.ledger.layers().value();
    REQUIRE(made.ledger.removeResult("b", "张三", asOf).has_value());
    CHECK_FALSE(made.ledger.restoreResult(before[0], {}, "张三", asOf).has_value()); // there is one
    CHECK_FALSE(made.ledger.restoreResult(before[1], {"a", "b"}, "张三", asOf).has_value()); // an order that leaves one out
    CHECK(made.ledger.layers().value().size() == 2);
    REQUIRE(made.ledger.restoreResult(before[1], {"a", "b", "c"}, "李四", asOf).has_value());
    auto const after = made.ledger.layers().value();
    REQUIRE(after.size() == 3);
    CHECK(after[1].id == "b");
    CHECK(after[1].features.size() == before[1].features.size());
    auto const events = made.ledger.events().value();
    CHECK(events.back().what == "layer-restored");
    CHECK(events.back().who == "李四");
    CHECK(events.back().newValue == "b");
}
