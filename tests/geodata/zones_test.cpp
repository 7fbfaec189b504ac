#include "shipped.hpp"

#include "geo/measure.hpp"
#include "geo/ops.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>

using namespace zhengtu;

namespace {

/// parent -> zone -> feature
std::map<std::string, std::map<std::string, geo::Feature const*>> zonesOf(std::string const& layer)
{
    std::map<std::string, std::map<std::string, geo::Feature const*>> found;
    for (auto const& feature : shipped::layer(layer)) { found[feature.parent][feature.zone] = &feature; }
    return found;
}

double shared(geo::Feature const& a, geo::Feature const& b)
{
    return geo::areaM2(geo::intersection(a.shape, b.shape).value());
}

} // namespace

TEST_CASE("each reserve has core, buffer and experimental zone with their official areas, and no two overlap")
{
    auto const reserves = zonesOf("reserves");
    CHECK(reserves.size() == 46);
    for (auto const& [name, zones] : reserves) {
        INFO(name);
        REQUIRE(zones.size() == 3);
        auto const& core = *zones.at("core");
        auto const& buffer = *zones.at("buffer");
        auto const& experimental = *zones.at("experimental");
        for (auto const* zone : {&core, &buffer, &experimental}) {
            INFO(zone->zone);
            auto const official = std::stod(shipped::more(*zone, "area_km2"));
            CHECK(std::abs(geo::areaM2(zone->shape) / 1e6 / official - 1) < 0.02);
            CHECK(zone->name == name);
            CHECK_FALSE(zone->aliases.empty());
        }
        CHECK(shared(core, buffer) < 1e4);
        CHECK(shared(core, experimental) < 1e4);
        CHECK(shared(buffer, experimental) < 1e4);
    }
}

TEST_CASE("the rings of a reserve close round each other: together they have no hole")
{
    for (auto const& [name, zones] : zonesOf("reserves")) {
        if (shipped::more(*zones.at("core"), "drawn") != "in its bounding box") { continue; } // a strip along a river may enclose a bend
        INFO(name);
        std::vector<geo::Shape> const shapes{zones.at("core")->shape, zones.at("buffer")->shape, zones.at("experimental")->shape};
        auto const solid = geo::unionAll(shapes).value();
        CHECK(solid.parts.size() == 1);
        CHECK(solid.parts.front().holes.empty());
    }
}

TEST_CASE("key zones of springs lie in their domain")
{
    for (auto const& [name, zones] : zonesOf("spring_zones")) {
        INFO(name);
        REQUIRE(zones.contains("domain"));
        if (!zones.contains("key")) { continue; }
        CHECK(geo::shareInside(zones.at("key")->shape, zones.at("domain")->shape).value() > 0.9);
        CHECK(geo::areaM2(zones.at("key")->shape) < geo::areaM2(zones.at("domain")->shape));
    }
}

TEST_CASE("spring domains have about the area that their source states")
{
    for (auto const& feature : shipped::layer("spring_zones")) {
        auto const stated = shipped::more(feature, "stated_km2");
        if (stated.empty()) { continue; }
        INFO(feature.name);
        CHECK(std::abs(geo::areaM2(feature.shape) / 1e6 / std::stod(stated) - 1) < 0.15);
    }
}

TEST_CASE("mines have the area that their source states")
{
    for (auto const& mine : shipped::layer("mines")) {
        INFO(mine.name);
        CHECK(std::abs(geo::areaM2(mine.shape) / 1e6 / std::stod(shipped::more(mine, "area_km2")) - 1) < 0.01);
    }
}
