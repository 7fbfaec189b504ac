#include "core/resources.hpp"
#include "workspace/catalogue.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <filesystem>
#include <fstream>
#include <set>

using namespace zhengtu;

TEST_CASE("every layer that ships loads, with source, licence and style", "[workspace]")
{
    auto const layers = workspace::readCatalogue(resource("geodata/layers.toml").value());
    REQUIRE(layers.has_value());
    std::set<std::string> ids;
    for (auto const& layer : *layers) {
        CAPTURE(layer.id);
        CHECK(ids.insert(layer.id).second);
        CHECK_FALSE(layer.features.empty());
        CHECK_FALSE(layer.source.empty());
        CHECK_FALSE(layer.licence.empty());
        CHECK_FALSE(layer.style.empty());
        CHECK_FALSE(layer.title.empty());
    }
    for (auto const* needed : {"counties", "cities", "rivers", "reserves", "air_stations"}) { CHECK(ids.contains(needed)); }
}

TEST_CASE("a broken catalogue is an error that names the line or the entry", "[workspace]")
{
    auto const text = GENERATE(as<std::string>{}, "", "layer = 3", "[[layer]]\nid = \"a\"", "[[layer]]\nid = \"a\"\nfile = \"none.geojson\"", "[[layer");
    auto const file = std::filesystem::temp_directory_path() / "zhengtu-catalogue-test.toml";
    std::ofstream{file} << text;
    auto const layers = workspace::readCatalogue(file);
    std::filesystem::remove(file);
    CAPTURE(text);
    REQUIRE_FALSE(layers.has_value());
    CHECK(describe(layers.error()).contains("zhengtu-catalogue-test.toml"));
}
