#include "shipped.hpp"

#include "geo/measure.hpp"
#include "geo/ops.hpp"

#include <catch2/catch_test_macros.hpp>

#include <cmath>
#include <set>

using namespace zhengtu;

namespace {

geo::Shape unionOf(std::string const& layer)
{
    std::vector<geo::Shape> shapes;
    for (auto const& feature : shipped::layer(layer)) { shapes.push_back(feature.shape); }
    auto whole = geo::unionAll(shapes);
    REQUIRE(whole.has_value());
    return std::move(*whole);
}

double sumOfAreas(std::string const& layer)
{
    double sum = 0;
    for (auto const& feature : shipped::layer(layer)) { sum += geo::areaM2(feature.shape); }
    return sum;
}

} // namespace

TEST_CASE("the 117 counties cover the province without gaps and overlaps")
{
    CHECK(shipped::layer("counties").size() == 117);
    auto const whole = unionOf("counties");
    CHECK(std::abs(geo::areaM2(whole) - sumOfAreas("counties")) < 1e5); // 0.1 km2 of 156 700
    CHECK(std::abs(geo::areaM2(whole) / 1e6 - 156700) < 400);           // the province's official area
    for (auto const& part : whole.parts) { CHECK(part.holes.empty()); }
}

TEST_CASE("the eleven cities are their counties joined")
{
    CHECK(shipped::layer("cities").size() == 11);
    CHECK(std::abs(sumOfAreas("cities") - sumOfAreas("counties")) < 1e5);
    for (auto const& city : shipped::layer("cities")) {
        double sum = 0;
        for (auto const& county : shipped::layer("counties")) {
            if (county.city == city.name) { sum += geo::areaM2(county.shape); }
        }
        INFO(city.name);
        CHECK(std::abs(geo::areaM2(city.shape) - sum) < 1e4);
    }
}

TEST_CASE("known places lie in their county")
{
    struct Row {
        char const* what;
        geo::LonLat at;
        char const* county;
    };
    for (auto const& row : {
             Row{"GeoNames 1783600 左权县", {113.33986, 37.07977}, "左权县"},
             Row{"GeoNames 1784239 中阳县", {111.20523, 37.34}, "中阳县"},
             Row{"GeoNames Xincheng 右玉县", {112.46135, 39.98677}, "右玉县"},
             Row{"GeoNames Guwei 芮城县", {110.6571, 34.71034}, "芮城县"},
             Row{"GeoNames Huquan 广灵县", {114.18303, 39.79538}, "广灵县"},
             Row{"GeoNames Dongguan 保德县", {111.12674, 39.01732}, "保德县"},
             Row{"GeoNames Yunzhong, once 怀仁县", {113.09622, 39.82707}, "怀仁市"},
             Row{"GeoNames Mingxing, once 太谷县", {112.54417, 37.42639}, "太谷区"},
             Row{"GeoNames Handian, once 长治县", {113.04417, 36.04583}, "上党区"},
             Row{"GeoNames Luhua, once 潞城市", {113.22444, 36.33139}, "潞城区"},
             Row{"GeoNames Xiping, once 大同县", {113.60455, 40.03952}, "云州区"},
             Row{"GeoNames Majunying, once 大同南郊区", {113.22472, 40.09083}, "平城区"},
             Row{"GeoNames Xihanling, once 大同南郊区", {113.23997, 40.01469}, "云冈区"},
             Row{"air station 云冈站", {113.1367, 40.1122}, "云冈区"},
             Row{"dam of 汾河水库", {111.92111, 38.05333}, "娄烦县"},
             Row{"兰村水厂", {112.43, 38.01028}, "尖草坪区"},
         }) {
        INFO(row.what);
        CHECK(shipped::countiesAt(row.at) == std::vector<std::string>{row.county});
    }
}

TEST_CASE("places beyond the border lie in no county")
{
    for (auto const& [what, at] : {
             std::pair{"石家庄", geo::LonLat{114.48, 38.04}},
             std::pair{"郑州", geo::LonLat{113.65, 34.76}},
             std::pair{"延安", geo::LonLat{109.48, 36.60}},
             std::pair{"府谷, across the Yellow River from 保德", geo::LonLat{111.07, 39.04}},
             std::pair{"丰镇", geo::LonLat{113.12, 40.45}},
             std::pair{"三门峡", geo::LonLat{111.19, 34.77}},
             std::pair{"zero", geo::LonLat{0, 0}},
         }) {
        INFO(what);
        CHECK(shipped::countiesAt(at).empty());
    }
}

TEST_CASE("the counties are those of today")
{
    std::set<std::string> names;
    for (auto const& county : shipped::layer("counties")) { names.insert(county.name); }
    for (auto const* today : {"平城区", "云冈区", "云州区", "潞州区", "上党区", "屯留区", "潞城区", "怀仁市", "太谷区"}) { CHECK(names.contains(today)); }
    for (auto const* old : {"南郊区", "大同县", "长治县", "屯留县", "潞城市", "怀仁县", "太谷县"}) { CHECK_FALSE(names.contains(old)); }
}
