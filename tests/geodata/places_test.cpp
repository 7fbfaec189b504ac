#include "shipped.hpp"

#include "geo/measure.hpp"
#include "geo/ops.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>

using namespace zhengtu;

namespace {

geo::Feature const* county(std::string const& adcode)
{
    auto const counties = shipped::layer("counties");
    auto const found = std::ranges::find(counties, adcode, &geo::Feature::adcode);
    return found == counties.end() ? nullptr : &*found;
}

std::vector<geo::Feature const*> named(std::string const& layer, std::string const& name)
{
    std::vector<geo::Feature const*> found;
    for (auto const& feature : shipped::layer(layer)) {
        if (feature.name == name || std::ranges::contains(feature.aliases, name)) { found.push_back(&feature); }
    }
    return found;
}

} // namespace

TEST_CASE("every feature lies in the county that it names")
{
    for (auto const* id : {"towns", "places", "air_stations", "springs", "sections"}) {
        for (auto const& feature : shipped::layer(id)) {
            if (feature.adcode.empty()) { continue; }
            INFO(id << " › " << feature.id << " " << feature.name << " in " << feature.county);
            auto const* home = county(feature.adcode);
            REQUIRE(home != nullptr);
            CHECK(home->name == feature.county);
            CHECK(home->city == feature.city);
            // what is placed on a river that is the border may be off by the river's own error
            CHECK(geo::distanceM(home->shape, feature.shape).value() <= (feature.schematic ? feature.accuracyM : 50));
        }
    }
    for (auto const* id : {"mines", "reserves", "spring_zones", "water"}) {
        for (auto const& feature : shipped::layer(id)) {
            if (feature.adcode.empty()) { continue; }
            INFO(id << " › " << feature.id << " " << feature.name << " in " << feature.county);
            auto const* home = county(feature.adcode);
            REQUIRE(home != nullptr);
            CHECK(geo::intersects(home->shape, feature.shape).value());
        }
    }
}

TEST_CASE("names that GeoNames gives to county seats are those of our counties there")
{
    std::map<std::string, std::vector<std::string>> codes;
    for (auto const& county : shipped::layer("counties")) {
        codes[county.name].push_back(county.adcode);
        for (auto const& former : county.aliases) { codes[former].push_back(county.adcode); }
    }
    int right = 0, wrong = 0;
    for (auto const* id : {"towns", "places"}) {
        for (auto const& feature : shipped::layer(id)) {
            for (auto const& name : shipped::split(shipped::more(feature, "names_zh"), ';')) {
                auto const known = codes.find(name);
                if (known == codes.end() || known->second.size() != 1) { continue; } // 城区 and 矿区 stand for several
                (known->second.front() == feature.adcode ? right : wrong) += 1;
            }
        }
    }
    CHECK(right >= 95);
    CHECK(wrong * 50 <= right + wrong); // 98 % or better
}

TEST_CASE("rivers pass the places that they are known to pass")
{
    struct Row {
        char const* river;
        char const* place;
        geo::LonLat at;
        double metres;
    };
    for (auto const& row : {
             Row{"汾河", "dam of 汾河水库", {111.92111, 38.05333}, 3000},
             Row{"汾河", "兰村水厂", {112.43, 38.01028}, 3000},
             Row{"汾河", "洪洞县", {111.67528, 36.26556}, 5000},
             Row{"桑干河", "吉家庄乡", {113.45414, 39.84891}, 5000},
             Row{"滹沱河", "代县", {112.92913, 39.06901}, 5000},
             Row{"沁河", "安泽县", {112.23351, 36.14684}, 3000},
             Row{"黄河", "河曲县", {111.19115, 39.3874}, 5000},
             Row{"黄河", "保德县", {111.12674, 39.01732}, 5000},
             Row{"涑水河", "闻喜县", {111.21608, 35.35468}, 3000},
             Row{"文峪河", "文水县", {112.02333, 37.43278}, 3000},
         }) {
        INFO(row.river << " at " << row.place);
        auto const rivers = named("rivers", row.river);
        REQUIRE(rivers.size() == 1);
        CHECK(geo::distanceM(rivers.front()->shape, geo::Shape::point(row.at)).value() < row.metres);
    }
}

TEST_CASE("rivers do not pass where others flow")
{
    struct Row {
        char const* river;
        geo::LonLat at;
    };
    for (auto const& row : {
             Row{"汾河", {112.92913, 39.06901}},   // 代县, on 滹沱河
             Row{"桑干河", {112.43, 38.01028}},    // 兰村, on 汾河
             Row{"沁河", {113.04417, 36.04583}},   // 上党区, on 浊漳南源
             Row{"滹沱河", {113.68708, 39.69571}}, // 浑源县, on 浑河
         }) {
        INFO(row.river);
        CHECK(geo::distanceM(named("rivers", row.river).front()->shape, geo::Shape::point(row.at)).value() > 20000);
    }
}

TEST_CASE("places that plans name are found under the names that they use")
{
    for (auto const& [layer, name] : {
             std::pair{"reserves", "天龙山"}, std::pair{"reserves", "桑干河省级自然保护区"}, std::pair{"reserves", "芦芽山自然保护区"},
             std::pair{"spring_zones", "晋祠泉域"}, std::pair{"spring_zones", "兰村泉域"}, std::pair{"mines", "屯兰矿"},
             std::pair{"mines", "西铭矿"}, std::pair{"mines", "杜儿坪煤矿"}, std::pair{"water", "汾河水库"}, std::pair{"water", "晋阳湖"},
             std::pair{"sections", "下茹越"}, std::pair{"sections", "南庄"}, std::pair{"sections", "小店桥"}, std::pair{"rivers", "浊漳河北源"},
             std::pair{"counties", "怀仁县"}, std::pair{"air_stations", "上兰"},
         }) {
        INFO(layer << " › " << name);
        CHECK_FALSE(named(layer, name).empty());
    }
}

TEST_CASE("names of other provinces and of nothing are not found")
{
    for (auto const& [layer, name] : {
             std::pair{"reserves", "祁连山"}, std::pair{"rivers", "无定河"}, std::pair{"rivers", "渭河"},
             std::pair{"counties", "府谷县"}, std::pair{"water", "滇池"}, std::pair{"mines", "煤矿"}, std::pair{"mines", "矿"},
         }) {
        INFO(layer << " › " << name);
        CHECK(named(layer, name).empty());
    }
}

TEST_CASE("roads touch the counties of the places that they are drawn through, and say which they touch")
{
    for (auto const& road : shipped::layer("roads")) {
        INFO(road.name);
        std::set<std::string> touched, codes;
        for (auto const& county : shipped::layer("counties")) {
            if (!geo::intersects(county.shape, road.shape).value()) { continue; }
            touched.insert(county.name);
            codes.insert(county.adcode);
        }
        for (auto const& place : shipped::split(shipped::more(road, "places"), ';')) { CHECK(touched.contains(place)); }
        auto const through = shipped::split(shipped::more(road, "through"), ';');
        CHECK(std::set<std::string>{through.begin(), through.end()} == codes);
        CHECK(road.adcode.empty()); // a road is of no one county
    }
}

TEST_CASE("roads are found by the spellings of their number, and no other road's number begins with one")
{
    for (auto const* name : {"G307", "307国道", "国道307线", "G108国道", "二广高速", "G55二广高速", "206省道", "省道206线"}) {
        INFO(name);
        CHECK(named("roads", name).size() == 1);
    }
    for (auto const* name : {"G30", "307", "G20", "国道", "207省道", "108县道", "二广"}) {
        INFO(name);
        CHECK(named("roads", name).empty());
    }
}
