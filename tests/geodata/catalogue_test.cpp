#include "shipped.hpp"

#include "geo/ops.hpp"

#include <catch2/catch_test_macros.hpp>

#include <set>

using namespace zhengtu;

TEST_CASE("the catalogue lists the layers of docs/formats/geodata.md, bottom first")
{
    std::vector<std::string> ids;
    for (auto const& row : shipped::catalogue()) { ids.push_back(row.id); }
    CHECK(ids == std::vector<std::string>{"cities", "counties", "spring_zones", "reserves", "water", "rivers", "roads", "mines", "works", "springs",
                                          "sections", "air_stations", "towns", "places"});
}

TEST_CASE("every layer says source, licence, date, accuracy and whether it is schematic, and holds what it says")
{
    for (auto const& row : shipped::catalogue()) {
        INFO("layer " << row.id);
        CHECK(row.file == "layers/" + row.id + ".geojson");
        CHECK_FALSE(row.kind.empty());
        CHECK_FALSE(row.style.empty());
        CHECK_FALSE(row.source.empty());
        CHECK_FALSE(row.licence.empty());
        CHECK_FALSE(row.date.empty());
        CHECK(row.accuracyM > 0);
        CHECK(row.hasSchematic);
        CHECK(shipped::layer(row.id).size() == row.features);
    }
}

TEST_CASE("every feature has an id of its own, a source, a licence, an accuracy and a valid shape")
{
    for (auto const& row : shipped::catalogue()) {
        std::set<std::string> ids;
        for (auto const& feature : shipped::layer(row.id)) {
            INFO(row.id << " › " << feature.id << " " << feature.name);
            CHECK(ids.insert(feature.id).second);
            CHECK_FALSE(feature.kind.empty());
            CHECK_FALSE(feature.source.empty());
            CHECK_FALSE(feature.licence.empty());
            CHECK(feature.accuracyM > 0);
            CHECK_FALSE(feature.shape.empty());
            auto const validity = geo::isValid(feature.shape);
            INFO(validity.reason);
            CHECK(validity.valid);
        }
    }
}

TEST_CASE("what is drawn from a description says so")
{
    for (auto const* id : {"reserves", "spring_zones", "mines", "sections", "springs", "roads"}) {
        for (auto const& feature : shipped::layer(id)) {
            INFO(id << " › " << feature.id);
            CHECK(feature.schematic);
        }
    }
    for (auto const* id : {"counties", "cities", "air_stations", "towns"}) {
        for (auto const& feature : shipped::layer(id)) {
            INFO(id << " › " << feature.id);
            CHECK_FALSE(feature.schematic);
        }
    }
}
