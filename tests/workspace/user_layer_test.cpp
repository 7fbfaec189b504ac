#include "made.hpp"

#include "support/temporary_directory.hpp"
#include "workspace/layer_stack.hpp"
#include "workspace/relocation.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <fstream>

using namespace zhengtu;
using tests::feature;
using tests::square;
using tests::TemporaryDirectory;

namespace {

/// Two counties side by side: 东县 (140101) round 112.5, 西县 (140102) round 111.5.
std::vector<geo::Layer> base()
{
    geo::Layer counties;
    counties.id = counties.kind = "county";
    counties.features = {feature("1", "东县", "county", square(112.5, 37.5, 0.5)), feature("2", "西县", "county", square(111.5, 37.5, 0.5))};
    counties.features[0].adcode = "140101";
    counties.features[1].adcode = "140102";
    return {counties};
}

std::filesystem::path write(TemporaryDirectory const& directory, std::string const& name, std::string const& text)
{
    std::ofstream{directory / name, std::ios::binary} << text;
    return directory / name;
}

workspace::UserLayerRequest mines(std::filesystem::path const& file)
{
    workspace::UserLayerRequest request;
    request.file = file;
    request.kind = "mine";
    return request;
}

} // namespace

TEST_CASE("a polygon that was meant to cross the antimeridian is refused, not kept as a belt round the globe", "[workspace][layers]")
{
    TemporaryDirectory const directory;
    auto const made = workspace::readUserLayer(mines(write(directory, "a.csv",
                                                           "name,WKT\n"
                                                           "跨线矿,\"POLYGON((179 37,-179 37,-179 38,179 38,179 37))\"\n"
                                                           "全球,\"POLYGON((-180 37,180 37,180 38,-180 38,-180 37))\"\n" // is meant so
                                                           "东矿,\"POLYGON((112.4 37.4,112.6 37.4,112.6 37.6,112.4 37.4))\"\n")),
                                               base());
    REQUIRE(made.has_value());
    REQUIRE(made->report.refused.size() == 1);
    CHECK(made->report.refused[0].name == "跨线矿");
    CHECK(made->report.refused[0].reason.contains("antimeridian"));
    CHECK(made->report.kept == 2);
}

TEST_CASE("rows read are rows kept and rows refused, each with its reason", "[workspace][layers]")
{
    TemporaryDirectory const directory;
    auto const made = workspace::readUserLayer(mines(write(directory, "a.csv",
                                                           "煤矿名称,别名,lon,lat,产能\n"
                                                           "东矿,大东矿;老东矿,112.5,37.5,90\n" // in 东县
                                                           "西矿,,111.5,37.5,60\n"
                                                           "零矿,,0,0,1\n"          // not filled in
                                                           "颠倒矿,,37.5,112.5,1\n" // latitude first, this row alone
                                                           "无位置矿,,,,1\n"
                                                           ",,,,1\n"
                                                           "远矿,,121.5,31.2,1\n" // Shanghai
                                                           "a,,112.1,37.1,1\nb,,112.1,37.2,1\nc,,112.1,37.3,1\nd,,112.1,37.4,1\n")),
                                               base());
    REQUIRE(made.has_value());
    auto const& report = made->report;
    CHECK(report.read == 11);
    CHECK(report.kept + report.refused.size() == report.read);
    CHECK(report.nameField == "煤矿名称");
    CHECK(report.aliasField == "别名");
    REQUIRE(report.refused.size() == 3);
    CHECK(report.refused[0].name == "零矿");
    CHECK(report.refused[1].name == "颠倒矿");
    CHECK(report.refused[1].reason.contains("no position"));
    CHECK(report.refused[2].row == 6);
    REQUIRE(report.unplaced.size() == 1);
    CHECK(report.unplaced[0].name == "无位置矿");
    REQUIRE(report.doubtful.size() == 1);
    CHECK(report.doubtful[0].name == "远矿");
    auto const& features = made->layer.features;
    CHECK(features[0].adcode == "140101");
    CHECK(features[1].county == "西县");
    CHECK(features[0].aliases == std::vector<std::string>{"大东矿", "老东矿"});
    std::pair<std::string, std::string> const output{"产能", "90"};
    CHECK(std::ranges::contains(features[0].more, output));
    CHECK(made->layer.id == "user-a");
    CHECK(made->layer.ofUser());
}

TEST_CASE("geometry that is invalid is repaired, and the features are listed", "[workspace][layers]")
{
    TemporaryDirectory const directory;
    auto const made = workspace::readUserLayer(
        mines(write(directory, "a.csv",
                    "name,wkt\n好矿,\"POLYGON((112 37,112.1 37,112.1 37.1,112 37.1,112 37))\"\n"
                    "蝶矿,\"POLYGON((112 37,112.1 37.1,112.1 37,112 37.1,112 37))\"\n"
                    "线矿,\"POLYGON((112 37,112.1 37.1,112 37,112 37))\"\n")),
        base());
    REQUIRE(made.has_value());
    REQUIRE(made->report.repaired.size() == 1);
    CHECK(made->report.repaired[0].name == "蝶矿");
    CHECK(made->report.repaired[0].reason.contains("Self-intersection"));
    REQUIRE(made->report.refused.size() == 1); // nothing of an area is left
    CHECK(made->report.refused[0].name == "线矿");
    CHECK(made->layer.provenance.contains("repaired row 2"));
}

TEST_CASE("the words for zones become their roles, others stay a doubt", "[workspace][layers]")
{
    auto const [said, role] = GENERATE(table<std::string, std::string>({{"核心区", "core"},
                                                                        {"核心保护区", "core"},
                                                                        {"缓冲区", "buffer"},
                                                                        {"实验区", "experimental"},
                                                                        {"buffer", "buffer"},
                                                                        {"一般控制区", ""}, // of another system: not the experimental zone
                                                                        {"外围保护地带", ""}}));
    CAPTURE(said);
    TemporaryDirectory const directory;
    auto request = mines(write(directory, "a.csv", "名称,功能区,lon,lat\n青山自然保护区," + said + ",112.5,37.5\n"));
    request.kind = "reserve";
    auto const made = workspace::readUserLayer(request, base());
    REQUIRE(made.has_value());
    CHECK(made->layer.features[0].zone == role);
    CHECK(made->report.doubtful.size() == (role.empty() ? 1U : 0U));
    CHECK(made->layer.features[0].parent == (role.empty() ? "" : "青山自然保护区"));
}

TEST_CASE("a county that is said is checked against the shape", "[workspace][layers]")
{
    TemporaryDirectory const directory;
    auto request = mines(write(directory, "a.csv", "名称,县,lon,lat\n一矿,东县,112.5,37.5\n二矿,西县,112.5,37.6\n三矿,,112.5,37.7\n四矿,北县,112.5,37.8\n"));
    request.county = "县";
    auto const made = workspace::readUserLayer(request, base());
    REQUIRE(made.has_value());
    CHECK(made->layer.features[0].adcode == "140101");
    CHECK(made->layer.features[1].adcode.empty()); // contradicts itself: in neither
    CHECK(made->layer.features[2].adcode == "140101");
    CHECK(made->layer.features[3].adcode == "140101");
    REQUIRE(made->report.doubtful.size() == 2);
    CHECK(made->report.doubtful[0].reason.contains("is said to be in 西县, but lies in 东县"));
    CHECK(made->report.doubtful[1].reason.contains("北县"));
    request.county = "南县";
    CHECK(workspace::readUserLayer(request, base()).error().code == ErrorCode::Usage);
}

TEST_CASE("what a user asks for that cannot be is an error that helps", "[workspace][layers]")
{
    TemporaryDirectory const directory;
    auto const file = write(directory, "a.csv", "名称,lon,lat\n一矿,112.5,37.5\n");
    auto request = mines(file);
    request.nameField = "矿名";
    auto const field = workspace::readUserLayer(request, base());
    REQUIRE_FALSE(field.has_value());
    CHECK(field.error().code == ErrorCode::NotFound);
    CHECK(field.error().cure.contains("名称"));
    request = mines(file);
    request.kind = "castle";
    CHECK(workspace::readUserLayer(request, base()).error().code == ErrorCode::Usage);
    request = mines(file);
    request.zoneField = "名称";
    CHECK(workspace::readUserLayer(request, base()).error().code == ErrorCode::Usage);
    request = mines(file);
    request.id = "county";
    CHECK(workspace::readUserLayer(request, base()).error().code == ErrorCode::Usage);
    CHECK(workspace::readUserLayer(mines(directory / "none.csv"), base()).error().code == ErrorCode::FileMissing);
    CHECK(workspace::readUserLayer(mines(write(directory, "b.csv", "名称,lon,lat\n一矿,0,0\n")), base()).error().code == ErrorCode::FileFormat);
}

TEST_CASE("a shipped feature gives way to a user's of the same name, near misses do not", "[workspace][layers]")
{
    geo::Layer shipped;
    shipped.id = "mines";
    shipped.kind = "mine";
    shipped.features = {feature("1", "东矿", "mine", square(112.5, 37.5, 0.01)), feature("2", "红崖矿", "mine", square(112.5, 37.6, 0.01)),
                        feature("3", "东矿二号井", "mine", square(112.5, 37.7, 0.01)), feature("4", "东矿", "enterprise", square(112.5, 37.8, 0.01))};
    shipped.features[0].adcode = "140101";
    shipped.features[0].aliases = {"东方煤矿"};
    shipped.features[1].adcode = "140102";
    geo::Layer own;
    own.id = "user-mines";
    own.kind = "mine";
    own.origin = geo::LayerOrigin::User;
    own.features = {feature("a", "东方煤矿", "mine", square(112.51, 37.5, 0.01)), feature("b", "红崖矿", "mine", square(112.5, 37.6, 0.01))};
    own.features[0].adcode = "140101";
    own.features[1].adcode = "140101"; // of another county
    auto const stack = workspace::stacked({shipped}, {own});
    REQUIRE(stack.shipped.size() == 1);
    std::vector<std::string> left;
    for (auto const& one : stack.shipped[0].features) { left.push_back(one.id); }
    CHECK(left == std::vector<std::string>{"2", "3", "4"});
    CHECK(stack.own[0].features[0].aliases == std::vector<std::string>{"东矿"});
    own.origin = geo::LayerOrigin::UserReplaces;
    auto const replaced = workspace::stacked({shipped}, {own});
    REQUIRE(replaced.shipped[0].features.size() == 1);
    CHECK(replaced.shipped[0].features[0].kind == "enterprise");
    REQUIRE(replaced.names.size() == 1); // 红崖矿 of the other county and the pit are known still, but nowhere; 东矿 is stood for
    std::vector<std::string> known;
    for (auto const& one : replaced.names[0].features) {
        CHECK(one.shape.empty());
        known.push_back(one.id);
    }
    CHECK(known == std::vector<std::string>{"2", "3"});
    CHECK(stack.names.empty());
    auto const all = replaced.all();
    CHECK(std::ranges::none_of(all, [](geo::Layer const& layer) { return layer.id == "lacked"; })); // nothing counts them
    own.origin = geo::LayerOrigin::Program; // a result stands for nothing
    CHECK(workspace::stacked({shipped}, {own}).shipped[0].features.size() == 4);
}

TEST_CASE("changes of sites are told by place, not by number", "[workspace][layers]")
{
    auto before = tests::taskAt("t1", square(112, 37, 0.1), 0, place::Precision::County);
    auto after = tests::taskAt("t1", geo::Shape::point({112.05, 37}), 0);
    CHECK(workspace::siteChanges({before}, {before}).empty());
    auto const moved = workspace::siteChanges({before}, {after});
    REQUIRE(moved.size() == 1);
    CHECK(moved[0].before->precision == place::Precision::County);
    CHECK(moved[0].after->precision == place::Precision::Exact);
    CHECK(moved[0].movedM > 4000);
    CHECK(moved[0].movedM < 5000);
    auto second = after.sites[0];
    second.place = "另一地";
    second.id = "t1-s1";
    after.sites.insert(after.sites.begin(), second); // the old one is s2 now
    after.sites[1] = before.sites[0];
    auto const added = workspace::siteChanges({before}, {after});
    REQUIRE(added.size() == 1);
    CHECK_FALSE(added[0].before.has_value());
    CHECK(added[0].after->place == "另一地");
}

TEST_CASE("a row without position lies in the county of the field that is called so, one with a position where it lies", "[workspace][layers]")
{
    TemporaryDirectory const directory;
    auto const made = workspace::readUserLayer(mines(write(directory, "a.csv", "名称,区县,lon,lat\n甲矿,东县,,\n乙矿,东县,111.5,37.5\n丙矿,南县,,\n")), base());
    REQUIRE(made.has_value());
    CHECK(made->report.countyField == "区县");
    auto const& features = made->layer.features;
    CHECK(features[0].adcode == "140101");
    CHECK(features[1].adcode == "140102"); // the field was not said, so it is no contradiction
    CHECK(features[2].adcode.empty());
    REQUIRE(made->report.doubtful.size() == 1);
    CHECK(made->report.doubtful[0].name == "丙矿");
    auto request = mines(directory / "a.csv");
    request.county = "区县";
    auto const said = workspace::readUserLayer(request, base());
    REQUIRE(said.has_value());
    CHECK(said->layer.features[1].adcode.empty()); // said, it is one
}

TEST_CASE("a field without values is no field of names", "[workspace][layers]")
{
    TemporaryDirectory const directory;
    auto const made = workspace::readUserLayer(mines(write(directory, "a.csv", "名称,矿名,lon,lat\n,甲矿,112.5,37.5\n,乙矿,111.5,37.5\n")), base());
    REQUIRE(made.has_value());
    CHECK(made->report.nameField == "矿名");
    CHECK(made->layer.features[1].name == "乙矿");
}

TEST_CASE("positions on a datum without a known shift count as known to that, others as said or exact, and it is said", "[workspace][layers]")
{
    TemporaryDirectory const directory;
    auto const file = write(directory, "a.csv", "名称,lon,lat\n甲矿,112.5,37.5\n");
    auto const [crs, accuracyM, expectedM, noted] = GENERATE(table<std::string, double, double, bool>({{"", 0, 0, true}, {"", 50, 50, false}, {"EPSG:4214", 0, 100, false}, {"EPSG:4214", 500, 500, false}}));
    CAPTURE(crs, accuracyM);
    auto request = mines(file);
    request.crs = crs;
    request.accuracyM = accuracyM;
    auto const made = workspace::readUserLayer(request, base());
    REQUIRE(made.has_value());
    CHECK(made->layer.features[0].accuracyM == expectedM);
    CHECK(std::ranges::any_of(made->report.notes, [](auto const& note) { return note.contains("count as exact"); }) == noted);
}

TEST_CASE("a ring that was closed is listed as repaired, a file without header says what it lacks", "[workspace][layers]")
{
    TemporaryDirectory const directory;
    auto const made = workspace::readUserLayer(mines(write(directory, "a.geojson", R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"name":"甲矿"},"geometry":{"type":"Polygon","coordinates":[[[112.4,37.4],[112.5,37.4],[112.5,37.5],[112.4,37.5]]]}}]})")), base());
    REQUIRE(made.has_value());
    REQUIRE(made->report.repaired.size() == 1);
    CHECK(made->report.repaired[0].reason.contains("not closed"));
    auto const bare = workspace::readUserLayer(mines(write(directory, "b.csv", "甲矿,东县,112.5,37.5\n乙矿,东县,112.6,37.5\n")), base());
    REQUIRE_FALSE(bare.has_value());
    CHECK(bare.error().cure.contains("甲矿, 东县"));
}
