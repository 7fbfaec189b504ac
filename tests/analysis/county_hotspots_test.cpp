#include "analysis/hotspots.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <format>

using namespace zhengtu;
using namespace zhengtu::analysis;

namespace {

/// `count` sites that are known by their county only.
void add(std::vector<place::Site>& sites, int county, int count)
{
    double const lon = 110 + county;
    place::Site site;
    site.adcode = std::format("14{:04}", county);
    site.county = std::format("{}县", county);
    site.precision = place::Precision::County;
    site.radiusM = 40'000;
    site.shape = {geo::ShapeType::Polygon, {geo::Part{{{lon, 38}, {lon + 0.5, 38}, {lon + 0.5, 38.5}, {lon, 38.5}, {lon, 38}}, {}}}};
    sites.insert(sites.end(), static_cast<std::size_t>(count), site);
}

std::string more(geo::Feature const& feature, std::string const& key)
{
    auto const found = std::ranges::find(feature.more, key, [](auto const& field) { return field.first; });
    return found == feature.more.end() ? "" : found->second;
}

} // namespace

TEST_CASE("a county that stands out is a hotspot by its own polygon", "[analysis]")
{
    std::vector<place::Site> sites;
    for (int county = 1; county <= 6; ++county) { add(sites, county, 3); }
    add(sites, 7, 20);
    auto const found = hotspots(sites);
    REQUIRE(found.has_value());
    REQUIRE(found->layer.features.size() == 1);
    auto const& hot = found->layer.features.front();
    CHECK(hot.adcode == "140007");
    CHECK(hot.shape == sites.back().shape);
    CHECK(more(hot, "basis") == "county");
    CHECK(more(hot, "sites") == "20");
    CHECK(std::ranges::count(found->cluster, 0) == 20);
    CHECK(found->reason.contains("standard deviation"));
}

TEST_CASE("counties that are alike, or hold too few, are no hotspots", "[analysis]")
{
    std::vector<place::Site> few;
    for (int county = 1; county <= 5; ++county) { add(few, county, county == 5 ? 3 : 1); }
    CHECK(hotspots(few).value().layer.features.empty()); // 3 stands out but is under min_sites
    place::Site nowhere;
    nowhere.adcode = "140001";
    CHECK(hotspots(std::vector(30, nowhere)).value().layer.features.empty()); // unlocated: no polygon to show
}

TEST_CASE("sites with a position count for their county too, and keep their cluster", "[analysis]")
{
    std::vector<place::Site> sites;
    for (int county = 1; county <= 6; ++county) { add(sites, county, 2); }
    for (int i = 0; i < 6; ++i) {
        place::Site exact;
        exact.adcode = "140001";
        exact.county = "1县";
        exact.precision = place::Precision::Facility;
        exact.shape = geo::Shape::point({111.2 + i * 0.001, 38.2});
        sites.push_back(exact);
    }
    auto const found = hotspots(sites).value();
    REQUIRE(found.layer.features.size() == 2);
    CHECK(more(found.layer.features[0], "basis") == "cluster");
    CHECK(more(found.layer.features[1], "sites") == "8");
    CHECK(std::ranges::count(found.cluster, 0) == 6);
    CHECK(std::ranges::count(found.cluster, 1) == 2);
}
