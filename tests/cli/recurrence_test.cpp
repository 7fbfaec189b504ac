#include "program.hpp"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>

using namespace zhengtu::tests;
using nlohmann::json;

namespace {

constexpr char const* early = R"(太原市贯彻落实环境保护督察反馈意见整改方案
2018年3月，督察组向我市反馈了意见，制定本方案。
一、水污染防治滞后
（一）清徐县白石南河水质差，清徐县东河湾化工有限公司废水直排。
整改目标：水质达标。
整改措施：
1.对清徐县东河湾化工有限公司停产整治，推进白石南河治理。
责任单位：清徐县委、县政府
整改时限：2018年12月底前
)";

constexpr char const* late = R"(太原市贯彻落实省生态环境保护督察反馈意见整改方案
2021年5月，督察组向我市反馈了意见，制定本方案。
一、工业污染反弹
（一）清徐县西河湾建材有限公司粉尘污染严重，清徐县白石南河仍有污水，清徐县白南石河支沟淤积。
整改目标：达标排放。
整改措施：
1.对清徐县西河湾建材有限公司依法查处。
责任单位：清徐县委、县政府
整改时限：2021年12月底前
)";

struct Case {
    TemporaryDirectory directory;
    std::string ledger = directory / "l.gpkg";
    Case()
    {
        std::ofstream{directory / "2018.txt"} << early;
        std::ofstream{directory / "2021.txt"} << late;
        // 300 m apart, and one 5 km away
        std::ofstream{directory / "works.geojson"} << R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"名称":"清徐县东河湾化工有限公司"},"geometry":{"type":"Point","coordinates":[112.36,37.60]}},
{"type":"Feature","properties":{"名称":"清徐县西河湾建材有限公司"},"geometry":{"type":"Point","coordinates":[112.36,37.6027]}}]})";
        for (auto const& arguments : {std::vector<std::string>{"import", directory / "2018.txt", directory / "2021.txt", "-l", ledger, "--as-of", "2022-01-01"},
                                      std::vector<std::string>{"layers", "add", directory / "works.geojson", "--as", "enterprise", "--accuracy", "20", "-l", ledger}}) {
            auto const done = run(arguments);
            INFO(done.out << done.err);
            REQUIRE(done.code == 0);
        }
    }
    json ask(std::vector<std::string> more = {})
    {
        std::vector<std::string> arguments{"recurrence", "-l", ledger, "--json"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        auto const done = run(arguments);
        INFO(done.out << done.err);
        REQUIRE(done.code == 0);
        return json::parse(done.out);
    }
    static json const* of(json const& all, std::string const& later)
    {
        auto const found = std::ranges::find_if(all, [&](json const& one) { return one["later"]["place"] == later; });
        return found == all.end() ? nullptr : &*found;
    }
};

} // namespace

TEST_CASE("a new problem near an old one and a place in two plans come back with both quotes", "[cli][recurrence]")
{
    Case ledger;
    auto const all = ledger.ask();
    INFO(all.dump(1));
    auto const* const river = Case::of(all, "白石南河");
    REQUIRE(river);
    CHECK((*river)["kind"] == "same-place");
    CHECK((*river)["answer"] == "yes");
    CHECK((*river)["earlier"]["year"] == 2018);
    CHECK((*river)["earlier"]["quote"].get<std::string>().contains("推进白石南河治理")); // of the measure, before that of the problem
    CHECK_FALSE((*river)["earlier"]["quote"].get<std::string>().contains("整改措施")); // without number and label
    CHECK((*river)["later"]["quote"].get<std::string>().contains("仍有污水"));
    auto const* const works = Case::of(all, "清徐县西河湾建材有限公司");
    REQUIRE(works);
    CHECK((*works)["kind"] == "near");
    CHECK((*works)["answer"] == "yes");
    CHECK((*works)["distance_m"].get<double>() > 290);
    CHECK((*works)["distance_m"].get<double>() < 310);
    for (auto const& one : all) { CHECK(one["later"]["place"] != "清徐县"); } // a county is no place that comes back
    CHECK_FALSE(Case::of(ledger.ask({"--distance", "200m"}), "清徐县西河湾建材有限公司"));
    auto const edge = ledger.ask({"--distance", "300m"}); // 20 m and 20 m of error leave it open
    REQUIRE(Case::of(edge, "清徐县西河湾建材有限公司"));
    CHECK((*Case::of(edge, "清徐县西河湾建材有限公司"))["answer"] == "maybe");
}

TEST_CASE("a name with its characters in another order may be the same, and both say of what", "[cli][recurrence]")
{
    TemporaryDirectory const directory;
    std::string const ledger = directory / "l.gpkg";
    std::string const later{late};
    auto slip = later;
    for (auto at = slip.find("白石南河"); at != std::string::npos; at = slip.find("白石南河")) { slip.replace(at, std::string{"白石南河"}.size(), "南白石河"); }
    std::ofstream{directory / "2018.txt"} << early;
    std::ofstream{directory / "2021.txt"} << slip;
    auto const done = run({"import", directory / "2018.txt", directory / "2021.txt", "-l", ledger, "--as-of", "2022-01-01"});
    INFO(done.out << done.err);
    REQUIRE(done.code == 0);
    auto const all = json::parse(run({"recurrence", "-l", ledger, "--json"}).out);
    INFO(all.dump(1));
    auto const* const river = Case::of(all, "南白石河");
    REQUIRE(river);
    CHECK((*river)["answer"] == "maybe");
    CHECK((*river)["reason"].get<std::string>().contains("slip"));
    CHECK((*river)["distance_m"].is_null()); // no layer has the one: both lie in the county
    CHECK((*river)["at_most_m"].get<double>() > 10'000);
    CHECK((*river)["at_most_m"].get<double>() < 80'000);
}

TEST_CASE("a river that two plans name in other counties is another place, in the same county or without one the same", "[cli][recurrence]")
{
    auto const rivers = [](std::string const& before, std::string const& after) {
        TemporaryDirectory const directory;
        std::string const ledger = directory / "l.gpkg";
        auto const with = [](std::string text, std::string const& river) {
            for (auto at = text.find("清徐县白石南河"); at != std::string::npos; at = text.find("清徐县白石南河")) { text.replace(at, std::string{"清徐县白石南河"}.size(), river); }
            for (auto at = text.find("推进白石南河治理"); at != std::string::npos; at = text.find("推进白石南河治理")) { text.replace(at, std::string{"推进白石南河治理"}.size(), "推进治理"); }
            return text;
        };
        std::ofstream{directory / "2018.txt"} << with(early, before);
        std::ofstream{directory / "2021.txt"} << with(late, after);
        REQUIRE(run({"import", directory / "2018.txt", directory / "2021.txt", "-l", ledger, "--as-of", "2022-01-01"}).code == 0);
        auto const all = json::parse(run({"recurrence", "-l", ledger, "--json"}).out);
        auto const* const found = Case::of(all, "汾河");
        return found == nullptr ? std::string{"none"} : (*found)["answer"].get<std::string>() + " " + (*found)["county"].get<std::string>();
    };
    CHECK(rivers("汾河清徐县段", "汾河清徐县段") == "yes 清徐县");
    CHECK(rivers("汾河清徐县段", "汾河古交市段") == "none");
    CHECK(rivers("汾河", "汾河清徐县段") == "yes 清徐县");
}

TEST_CASE("what was closed before comes first", "[cli][recurrence]")
{
    Case ledger;
    CHECK(ledger.ask({"--closed-only"}).empty());
    auto const tasks = json::parse(run({"tasks", "-l", ledger.ledger, "--text", "东河湾", "--json"}).out);
    REQUIRE_FALSE(tasks.empty());
    REQUIRE(run({"correct", "task", tasks[0]["id"].get<std::string>(), "--status", "closed", "-l", ledger.ledger}).code == 0);
    auto const all = ledger.ask();
    REQUIRE_FALSE(all.empty());
    CHECK(all[0]["earlier"]["closed"] == true);
    CHECK_FALSE(ledger.ask({"--closed-only"}).empty());
}
