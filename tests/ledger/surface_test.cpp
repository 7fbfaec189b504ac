#include "sample.hpp"

#include "geo/surface.hpp"

#include <catch2/catch_test_macros.hpp>

#include <limits>

using namespace zhengtu;
using namespace zhengtu::ledger;
using namespace zhengtu::ledger::testing;

namespace {

geo::Layer density(std::string id, double factor = 1)
{
    geo::Layer layer;
    layer.id = std::move(id);
    layer.title = "整改核密度";
    geo::Raster const raster{.west = 112.1, .north = 38.4, .cellLon = 0.011, .cellLat = 0.009, .columns = 3, .rows = 2,
                             .values = {0, 0.25 * factor, 1.5 * factor, 0, 1e-7, 3e5}};
    layer.surface = std::make_shared<geo::Surface const>(geo::Surface{raster, "per km2"});
    return layer;
}

std::string rasters(std::filesystem::path const& file) { return sql(file, "SELECT count(*) FROM layer_rasters"); }

} // namespace

TEST_CASE("the surface of a layer comes back in place and number, and goes with its layer", "[ledger]")
{
    TemporaryDirectory directory;
    auto const file = directory / "a.gpkg";
    auto ledger = Ledger::open(file, true).value();
    auto const layer = density("hotspots_density");
    REQUIRE(ledger.putLayer(layer, asOf).has_value());
    REQUIRE(ledger.putLayer(density("second", 2), asOf).has_value());
    auto const read = ledger.layers().value();
    REQUIRE(read.size() == 2);
    REQUIRE(read[0].surface != nullptr);
    auto const &given = layer.surface->raster, &kept = read[0].surface->raster;
    CHECK(read[0].surface->unit == "per km2");
    CHECK(kept.west == given.west);
    CHECK(kept.north == given.north);
    CHECK(kept.cellLon == given.cellLon);
    CHECK(kept.cellLat == given.cellLat);
    CHECK(kept.columns == 3);
    CHECK(kept.rows == 2);
    for (std::size_t i = 0; i < given.values.size(); ++i) { CHECK(static_cast<float>(given.values[i]) == static_cast<float>(kept.values.at(i))); }

    SECTION("another name changes nothing")
    {
        REQUIRE(ledger.renameLayer("hotspots_density", "汾河两岸", "张三", asOf).has_value());
        CHECK(ledger.layers().value()[0].surface->raster.values == kept.values);
    }
    SECTION("made again, the new one stands for the old")
    {
        REQUIRE(ledger.putLayer(density("hotspots_density", 4), asOf).has_value());
        CHECK(ledger.layers().value()[0].surface->raster.values[2] == 6);
        CHECK(rasters(file) == "2");
    }
    SECTION("made again without one, it has none")
    {
        auto flat = density("hotspots_density");
        flat.surface.reset();
        REQUIRE(ledger.putLayer(flat, asOf).has_value());
        CHECK(ledger.layers().value()[0].surface == nullptr);
        CHECK(rasters(file) == "1");
    }
    SECTION("removed, nothing of it is left")
    {
        REQUIRE(ledger.removeResult("hotspots_density", "张三", asOf).has_value());
        CHECK(ledger.layers().value().size() == 1);
        CHECK(rasters(file) == "1");
    }
}

TEST_CASE("a ledger without any surface has no table of them and opens", "[ledger]")
{
    TemporaryDirectory directory;
    auto const file = directory / "a.gpkg";
    auto ledger = Ledger::open(file, true).value();
    auto flat = density("a");
    flat.surface.reset();
    REQUIRE(ledger.putLayer(flat, asOf).has_value());
    CHECK(sql(file, "SELECT count(*) FROM sqlite_master WHERE name = 'layer_rasters'") == "0");
    CHECK(ledger.layers().value().at(0).surface == nullptr);
}

TEST_CASE("a surface that cannot be placed is refused and changes nothing", "[ledger]")
{
    TemporaryDirectory directory;
    auto ledger = Ledger::open(directory / "a.gpkg", true).value();
    REQUIRE(ledger.putLayer(density("a"), asOf).has_value());
    struct Fault {
        char const* what;
        void (*make)(geo::Raster&);
    };
    for (auto const& [what, make] : {Fault{"no columns", [](geo::Raster& r) { r.columns = 0; }}, Fault{"a value too few", [](geo::Raster& r) { r.values.pop_back(); }},
                                     Fault{"nowhere", [](geo::Raster& r) { r.west = std::numeric_limits<double>::quiet_NaN(); }},
                                     Fault{"cells of no width", [](geo::Raster& r) { r.cellLon = 0; }}, Fault{"cells upside down", [](geo::Raster& r) { r.cellLat = -1; }}}) {
        INFO(what);
        auto bad = density("a", 9);
        auto surface = *bad.surface;
        make(surface.raster);
        bad.surface = std::make_shared<geo::Surface const>(surface);
        CHECK(ledger.putLayer(bad, asOf).error().code == ErrorCode::Usage);
        CHECK(ledger.layers().value().at(0).surface->raster.values[2] == 1.5);
    }
}

TEST_CASE("a surface that another program damaged is named", "[ledger]")
{
    for (auto const* damage : {"cells = x'00000000'", "cells = x''", "columns = 0", "columns = -3", "rows = 1", "columns = 9223372036854775807", "west = 'x'"}) {
        INFO(damage);
        TemporaryDirectory directory;
        auto const file = directory / "a.gpkg";
        REQUIRE(Ledger::open(file, true).value().putLayer(density("a"), asOf).has_value());
        REQUIRE(sql(file, std::string{"UPDATE layer_rasters SET "} + damage).empty());
        auto const read = Ledger::openReadOnly(file).value().layers();
        if (std::string_view{damage}.starts_with("west")) { // a text counts as 0 degrees: what SQLite makes of it
            CHECK(read.value().at(0).surface->raster.west == 0);
            continue;
        }
        REQUIRE_FALSE(read.has_value());
        CHECK(read.error().code == ErrorCode::FileFormat);
        CHECK(read.error().detail.contains("layer a"));
        CHECK_FALSE(read.error().cure.empty());
    }
}
