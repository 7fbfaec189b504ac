#include "program.hpp"

#include <catch2/catch_test_macros.hpp>

#include <fstream>

using namespace zhengtu::tests;
using nlohmann::json;

namespace {

/// A plan that names a village of which the city has had three.
struct Namesakes {
    TemporaryDirectory directory;
    std::string ledger = directory / "l.gpkg";

    void import(std::string const& measure) const
    {
        auto const file = directory / "plan.txt";
        std::ofstream{file} << "太原市贯彻落实环境保护督察反馈意见整改方案\n（2018年）\n一、大气污染防治存在差距\n（一）垃圾焚烧监管不力。督察发现，水峪村存在垃圾焚烧现象。\n"
                               "整改目标：杜绝焚烧。\n整改措施：1." + measure + "\n责任单位：市环保局\n整改时限：2018年6月底前\n";
        auto const done = run({"import", file, "--ledger", ledger, "--as-of", "2026-01-02"});
        INFO(done.err);
        REQUIRE(done.code == 0);
    }
    [[nodiscard]] json site() const
    {
        auto const all = jsonOf({"sites", "--ledger", ledger});
        REQUIRE(all.size() == 1);
        return all.at(0);
    }
    [[nodiscard]] Run correct(std::string const& number) const
    {
        return run({"correct", "site", site().at("id"), "--candidate", number, "--who", "李四", "--ledger", ledger, "--as-of", "2026-01-02"});
    }
};

} // namespace

TEST_CASE("a candidate that a person picks is where the site is, until it is undone", "[cli]")
{
    Namesakes const made;
    made.import("加强巡查。");
    auto const before = made.site();
    REQUIRE(before.at("precision") == "unlocated");
    REQUIRE(before.at("candidates").size() == 3);
    auto const done = made.correct("2");
    INFO(done.err);
    REQUIRE(done.code == 0);
    auto const after = made.site();
    CHECK(after.at("county") == "迎泽区");
    CHECK(after.at("precision") == "county");
    CHECK(after.at("reason").get<std::string>().contains(before.at("candidates").at(1).at("name").get<std::string>()));
    REQUIRE(run({"undo", "--ledger", made.ledger, "--as-of", "2026-01-02"}).code == 0);
    CHECK(made.site() == before);
}

TEST_CASE("a picked place outlives a measure that was written anew", "[cli]")
{
    Namesakes const made;
    made.import("加强巡查。");
    REQUIRE(made.correct("2").code == 0);
    made.import("由街道办事处建立台账，每周检查一次。");
    CHECK(made.site().at("county") == "迎泽区");
}
