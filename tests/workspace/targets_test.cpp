#include "made.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace zhengtu;

TEST_CASE("a target is found by kind and name, alias or part of a name", "[workspace]")
{
    auto const what = GENERATE(as<std::string>{}, "reserve:青山省级自然保护区", "reserve:青山", "保护区:青山", "青山", "reserves:青山");
    CAPTURE(what);
    auto const found = workspace::targets({tests::reserves()}, what);
    REQUIRE(found.has_value());
    CHECK(found->size() == 2);
}

TEST_CASE("a kind alone is every feature of it", "[workspace]")
{
    CHECK(workspace::targets({tests::reserves()}, "reserve").value().size() == 3);
}

TEST_CASE("a zone is picked by its role", "[workspace]")
{
    auto const core = workspace::targets({tests::reserves()}, "reserve:青山", "core");
    REQUIRE(core.has_value());
    REQUIRE(core->size() == 1);
    CHECK(core->front().id == "1-core");
    CHECK(workspace::targets({tests::reserves()}, "reserve:青石", "core").error().code == ErrorCode::NotFound);
}

TEST_CASE("a name that fits several things is asked back, not guessed", "[workspace]")
{
    auto const found = workspace::targets({tests::reserves()}, "reserve:自然保护区");
    REQUIRE_FALSE(found.has_value());
    CHECK(found.error().code == ErrorCode::Ambiguous);
    CHECK(found.error().detail.contains("青石"));
}

TEST_CASE("a county or township whose name others have too is asked back, its full name is not", "[workspace]")
{
    geo::Layer layer;
    layer.id = "areas";
    auto const add = [&layer](std::string kind, std::string city, std::string county, std::string name) {
        geo::Feature one;
        one.id = kind + city + county + name;
        one.kind = std::move(kind);
        one.city = std::move(city);
        one.county = std::move(county);
        one.name = std::move(name);
        one.shape = geo::Shape::point({112, 38});
        layer.features.push_back(std::move(one));
    };
    add("county", "甲市", "", "城区");
    add("county", "乙市", "", "城区");
    add("county", "乙市", "", "丙县");
    add("town", "乙市", "丙县", "城关镇");
    add("town", "乙市", "丁县", "城关镇");
    add("station", "乙市", "丙县", "监测站"); // several of one name may well be meant together
    add("station", "乙市", "丁县", "监测站");
    for (auto const* what : {"county:城区", "城区", "town:城关镇"}) {
        CAPTURE(what);
        auto const found = workspace::targets({layer}, what);
        REQUIRE_FALSE(found.has_value());
        CHECK(found.error().code == ErrorCode::Ambiguous);
    }
    CHECK(workspace::targets({layer}, "county:城区").error().detail == "\"城区\" may be 乙市城区, 甲市城区");
    for (auto const* what : {"county:甲市城区", "乙市城区", "county:丙县", "town:丁县城关镇"}) {
        CAPTURE(what);
        CHECK(workspace::targets({layer}, what).value().size() == 1);
    }
    CHECK(workspace::targets({layer}, "station:监测站").value().size() == 2);
    CHECK(workspace::targets({layer}, "county").value().size() == 3);
}

TEST_CASE("what is not there is an error that lists what is", "[workspace]")
{
    auto const what = GENERATE(as<std::string>{}, "reserve:黄山", "castle:青山", "黄山", "POLYGON((0 0, 1", "nofile.geojson");
    CAPTURE(what);
    CHECK_FALSE(workspace::targets({tests::reserves()}, what).has_value());
    CHECK(workspace::targets({tests::reserves()}, "reserve:黄山").error().cure.contains("青山省级自然保护区"));
    CHECK(workspace::targets({tests::reserves()}, "黄山").error().detail == "no kind and no feature of the layers is called \"黄山\"");
    CHECK(workspace::targets({tests::reserves()}, "nofile.geojson").error().code == ErrorCode::FileMissing);
    CHECK(workspace::targets({tests::reserves()}, "POLYGON EMPTY").error().code == ErrorCode::Usage);
    CHECK(workspace::targets({tests::reserves()}, "POLYGON((112 38, 113 38, 113 39))").error().cure.contains("each ring closed"));
}

TEST_CASE("a WKT is a target", "[workspace]")
{
    auto const found = workspace::targets({}, "POLYGON((112 38, 113 38, 113 39, 112 38))");
    REQUIRE(found.has_value());
    CHECK(found->front().shape.type == geo::ShapeType::Polygon);
}
