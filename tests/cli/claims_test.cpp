#include "program.hpp"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>

using namespace zhengtu::tests;
using nlohmann::json;

namespace {

constexpr char const* planText = R"(忻州市生态环境督察反馈意见整改方案

一、大气污染综合治理存在短板
（一）道路扬尘污染突出。忻州市14个县（市、区）中有2个存在公路穿城现象，在县（市、区）空气质量监测点位2公里范围内有过境国省道或高速路。影响最大的948省道距保德县商务楼监测点位直线距离只有270米，937国道离保德县中学监测点位也不足900米。
整改目标：减少扬尘。
整改措施：
1.加强道路清扫。
责任单位：保德县党委、政府
整改时限：2023年12月底前
（二）生态破坏。水土流失面积达2142平方公里，占市域总面积的8.5%。
整改目标：修复生态。
整改措施：
1.开展水土保持。
责任单位：市水利局
整改时限：2023年12月底前
)";

/// Stations and roads near 111.09 E 39.02 N in 保德县: one degree of latitude is 111.0 km there.
void writeLayers(std::string const& stations, std::string const& roads, double roadNorthDeg)
{
    std::ofstream{stations} << R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"名称":"保德县商务楼"},"geometry":{"type":"Point","coordinates":[111.09,39.02]}},
{"type":"Feature","properties":{"名称":"保德县中学"},"geometry":{"type":"Point","coordinates":[111.12,39.02]}}]})";
    std::ofstream{roads} << R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"名称":"S948"},"geometry":{"type":"LineString","coordinates":[[111.08,)" << 39.02 + roadNorthDeg << "],[111.10," << 39.02 + roadNorthDeg << R"(]]}},
{"type":"Feature","properties":{"名称":"G937"},"geometry":{"type":"LineString","coordinates":[[111.11,39.0125],[111.13,39.0125]]}}]})";
}

struct Case {
    TemporaryDirectory directory;
    std::string ledger = directory / "l.gpkg";

    Case()
    {
        std::ofstream{directory / "plan.txt"} << planText;
        auto const done = run({"import", directory / "plan.txt", "-l", ledger, "--as-of", "2026-01-01"});
        INFO(done.out << done.err);
        REQUIRE(done.code == 0);
    }
    void add(double roadNorthDeg)
    {
        writeLayers(directory / "stations.geojson", directory / "roads.geojson", roadNorthDeg);
        for (auto const& [file, kind] : {std::pair{"stations.geojson", "air_station"}, std::pair{"roads.geojson", "road"}}) {
            auto const done = run({"layers", "add", directory / file, "--as", kind, "--accuracy", "3", "-l", ledger});
            INFO(done.out << done.err);
            REQUIRE(done.code == 0);
        }
    }
    json claim(std::string const& stated)
    {
        auto const done = run({"claims", "-l", ledger, "--json"});
        INFO(done.out << done.err);
        REQUIRE(done.code == 0);
        auto const all = json::parse(done.out);
        auto const found = std::ranges::find_if(all, [&](json const& one) { return one["stated"]["text"] == stated; });
        INFO(all.dump(1));
        REQUIRE(found != all.end());
        return *found;
    }
};

} // namespace

TEST_CASE("claims about places that no layer has cannot be decided, and it is said why", "[cli][claims]")
{
    Case ledger;
    auto const distance = ledger.claim("270米");
    CHECK(distance["verdict"] == "cannot-decide");
    CHECK(distance["reason"].get<std::string>().contains("948省道"));
    CHECK(distance["reason"].get<std::string>().contains("only its county is known"));
    auto const count = ledger.claim("2个");
    CHECK(count["verdict"] == "cannot-decide");
    CHECK(count["parts"].size() == 14);
    auto const share = ledger.claim("2142平方公里");
    CHECK(share["kind"] == "share-of-region");
    CHECK(share["verdict"] == "agrees"); // 25.1 thousand km2, of which 8.5 %
}

TEST_CASE("a user's layers decide the claims", "[cli][claims]")
{
    Case ledger;
    SECTION("they agree")
    {
        ledger.add(270 / 111'010.0);
        CHECK(ledger.claim("270米")["verdict"] == "agrees");
        CHECK(ledger.claim("不足900米")["verdict"] == "agrees");
        auto const count = ledger.claim("2个"); // one county for certain; what ships of roads is schematic
        CHECK(count["verdict"] == "cannot-decide");
        CHECK(count["low"] == 1);
    }
    SECTION("they differ")
    {
        ledger.add(400 / 111'010.0);
        auto const claim = ledger.claim("270米");
        CHECK(claim["verdict"] == "differs");
        CHECK(claim["low"].get<double>() > 390);
    }
}

namespace {

std::string squareAt(double lon, double lat, double half)
{
    auto const at = [&](double dx, double dy) { return "[" + std::to_string(lon + dx * half) + "," + std::to_string(lat + dy * half) + "]"; };
    return R"({"type":"Polygon","coordinates":[[)" + at(-1, -1) + "," + at(1, -1) + "," + at(1, 1) + "," + at(-1, 1) + "," + at(-1, -1) + "]]}";
}

constexpr char const* patchesPlan = R"(忻州市生态环境督察反馈意见整改方案

一、生态修复任务重
（一）矿山修复滞后。2021年核查全市有历史遗留矿山图斑3个，其中2个未修复治理，共占用土地1.92公顷。保德县兴盛化工有限公司属于禁煤区。保德县长河建材有限公司位于禁煤区内。涉及保德、河曲和偏关等4个县（市）。涉及五寨、岢岚、太谷等3个县（市）。
整改目标：修复生态。
整改措施：
1.开展修复。
责任单位：保德县党委、政府
整改时限：2023年12月底前
)";

} // namespace

TEST_CASE("areas, counts and membership are held against a user's layers", "[cli][claims]")
{
    TemporaryDirectory const directory;
    std::string const ledger = directory / "l.gpkg";
    std::ofstream{directory / "plan.txt"} << patchesPlan;
    auto const patch = [](double lon, std::string const& state) { return R"({"type":"Feature","properties":{"名称":"图斑","状态":")" + state + R"("},"geometry":)" + squareAt(lon, 39.02, 0.0005) + "}"; };
    std::ofstream{directory / "patches.geojson"} << R"({"type":"FeatureCollection","features":[)" << patch(111.09, "未修复治理") << "," << patch(111.10, "未修复治理") << "," << patch(111.11, "已修复") << "]}";
    std::ofstream{directory / "ban.geojson"} << R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"名称":"保德禁煤区"},"geometry":)" << squareAt(111.2, 39.02, 0.02) << "}]}";
    std::ofstream{directory / "works.geojson"} << R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"名称":"保德县兴盛化工有限公司"},"geometry":{"type":"Point","coordinates":[111.2,39.02]}},
{"type":"Feature","properties":{"名称":"保德县长河建材有限公司"},"geometry":{"type":"Point","coordinates":[111.12,39.02]}}]})";
    using Arguments = std::vector<std::string>;
    for (auto const& arguments : {Arguments{"import", directory / "plan.txt", "-l", ledger, "--as-of", "2026-01-01"},
                                  Arguments{"layers", "add", directory / "patches.geojson", "--as", "other", "--title", "历史遗留矿山图斑", "--accuracy", "3", "-l", ledger},
                                  Arguments{"layers", "add", directory / "ban.geojson", "--as", "other", "--title", "禁煤区", "--accuracy", "3", "-l", ledger},
                                  Arguments{"layers", "add", directory / "works.geojson", "--as", "enterprise", "--accuracy", "3", "-l", ledger}}) {
        auto const done = run(arguments);
        INFO(done.out << done.err);
        REQUIRE(done.code == 0);
    }
    auto const done = run({"claims", "-l", ledger, "--json"});
    REQUIRE(done.code == 0);
    auto const all = json::parse(done.out);
    INFO(all.dump(1));
    auto const of = [&](std::string const& kind, std::string const& subject, double stated) -> json {
        auto const found = std::ranges::find_if(all, [&](json const& one) { return one["kind"] == kind && one["subject"].get<std::string>().contains(subject) && (stated == 0 || one["stated"]["value"] == stated); });
        return found == all.end() ? json{{"verdict", "none"}} : *found;
    };
    CHECK(of("area", "未修复", 0)["verdict"] == "agrees"); // two are not restored, as the sentence says, and their area is that
    CHECK(of("count", "图斑", 3)["computed"] == 3);
    CHECK(of("count", "图斑未修复治理", 2)["computed"] == 2);
    CHECK(of("membership", "兴盛", 0)["verdict"] == "agrees");
    CHECK(of("membership", "长河", 0)["verdict"] == "differs");
    CHECK(of("count", "县（市）", 4)["verdict"] == "cannot-decide"); // names three of four
    CHECK(of("count", "县（市）", 3)["verdict"] == "cannot-decide"); // 太谷 is no county of the city
}

TEST_CASE("rules run says of each rule what became of it and stores the findings once", "[cli][rules]")
{
    Case ledger;
    auto const done = run({"rules", "run", "-l", ledger.ledger, "--json"});
    INFO(done.err);
    REQUIRE(done.code == 0);
    auto const report = json::parse(done.out);
    CHECK_FALSE(report["rules"].empty());
    for (auto const& rule : report["rules"]) { CHECK((rule["ran"] == true || !rule["why"].get<std::string>().empty())); }
    for (auto const& finding : report["findings"]) {
        CHECK_FALSE(finding["quote"].get<std::string>().empty());
        CHECK((finding["answer"] == "maybe") == finding["uncertainty_decides"].get<bool>());
        CHECK((finding["schematic"] == false || finding["answer"] == "maybe")); // all that ships of zones is schematic
    }
    REQUIRE(run({"rules", "run", "-l", ledger.ledger, "-q"}).code == 0);
    auto const layers = run({"layers", "list", "-l", ledger.ledger});
    auto const first = layers.out.find("rule_findings");
    REQUIRE(first != std::string::npos);
    CHECK(layers.out.find("rule_findings", first + 20) == std::string::npos);
    CHECK(run({"rules", "run", "-l", ledger.ledger, "--rule", "r0000000000"}).code == 1);
    CHECK(run({"rules", "run", "-l", ledger.ledger, "--rules", ledger.directory / "plan.txt"}).code == 1);
}

TEST_CASE("what stands near to something is counted there, and a county decides a distance where all of it does", "[cli][claims]")
{
    TemporaryDirectory const directory;
    std::string const ledger = directory / "l.gpkg";
    std::ofstream{directory / "plan.txt"} << R"(忻州市生态环境督察反馈意见整改方案

一、生态修复任务重
（一）河道整治滞后。保德县饮马河两岸500米范围内有砂石厂4家，其中1家距饮马河不足100米。保德县兴旺铸造厂距忻府区长征轧钢厂约5公里。保德县兴旺铸造厂距保德县红日轧钢厂约6公里。
整改目标：修复生态。
整改措施：
1.开展修复。
责任单位：保德县党委、政府
整改时限：2023年12月底前
)";
    std::ofstream{directory / "river.geojson"} << R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"名称":"饮马河"},"geometry":{"type":"LineString","coordinates":[[111.08,39.02],[111.14,39.02]]}}]})";
    auto const works = [](double metresNorth) { return R"({"type":"Feature","properties":{"名称":"砂石厂"},"geometry":{"type":"Point","coordinates":[111.1,)" + std::to_string(39.02 + metresNorth / 111'010) + "]}}"; };
    std::ofstream{directory / "works.geojson"} << R"({"type":"FeatureCollection","features":[)" << works(50) << "," << works(150) << "," << works(400) << "," << works(900) << "]}";
    using Arguments = std::vector<std::string>;
    for (auto const& arguments : {Arguments{"import", directory / "plan.txt", "-l", ledger, "--as-of", "2026-01-01"},
                                  Arguments{"layers", "add", directory / "river.geojson", "--as", "river", "--accuracy", "3", "-l", ledger},
                                  Arguments{"layers", "add", directory / "works.geojson", "--as", "other", "--title", "砂石厂", "--accuracy", "3", "--replace", "-l", ledger}}) {
        auto const done = run(arguments);
        INFO(done.out << done.err);
        REQUIRE(done.code == 0);
    }
    auto const done = run({"claims", "-l", ledger, "--json"});
    auto const all = json::parse(done.out);
    INFO(all.dump(1));
    auto const of = [&](std::string const& stated) -> json {
        auto const found = std::ranges::find_if(all, [&](json const& one) { return one["stated"]["text"] == stated; });
        return found == all.end() ? json{{"verdict", "none"}} : *found;
    };
    CHECK(of("4家")["computed"] == 3); // the fourth is 900 m off
    CHECK(of("4家")["verdict"] == "differs");
    CHECK(of("1家")["computed"] == 1);
    CHECK(of("1家")["verdict"] == "agrees");
    auto const far = of("约5公里"); // another county, more than 100 km away
    CHECK(far["verdict"] == "differs");
    CHECK(far["low"].get<double>() > 50'000);
    auto const near = of("约6公里"); // the same county
    CHECK(near["verdict"] == "cannot-decide");
    CHECK(near["low"] == 0);
    CHECK(near["high"].get<double>() < 120'000);
}
