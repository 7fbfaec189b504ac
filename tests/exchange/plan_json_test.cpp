#include "exchange/plan_json.hpp"

#include "core/utf.hpp"
#include "plan/reader.hpp"

#include <nlohmann/json.hpp>

#include <catch2/catch_test_macros.hpp>

using namespace zhengtu;

namespace {

ledger::PlanRecord record()
{
    auto const document = text::decodeDocument("清徐县贯彻落实督察反馈意见整改方案\n一、水环境治理滞后\n（一）白石河断面超标。\n整改目标：断面达标。\n整改措施：\n"
                                               "1. 扩建污水处理厂。\n责任单位：清徐县委、县政府，市水务局\n整改时限：2024年6月底前\n",
                                               "plan.txt")
                              .value();
    ledger::PlanRecord record;
    record.plan = plan::readPlan(document, text::normalise(document.source)).value();
    record.fileName = document.name;
    record.encoding = document.encoding;
    record.sha256 = document.sha256;
    record.taskCounties = {{"清徐县"}};
    place::Mention mention;
    mention.text = "白石河";
    mention.kind = place::Kind::River;
    mention.problem = 0;
    record.mentions.push_back(mention);
    mention.county = "清徐县";
    record.mentions.push_back(mention);
    mention.text = "小店空气站";
    mention.kind = place::Kind::AirStation;
    mention.county.clear();
    mention.problem = place::Mention::none;
    record.mentions.push_back(mention);
    return record;
}

} // namespace

TEST_CASE("planJson says page and paragraph beside each span, where they are known", "[exchange]")
{
    auto one = record();
    auto const without = nlohmann::json::parse(exchange::planJson(one));
    CHECK_FALSE(without["problems"][0].contains("page"));
    one.positions.pages = {0, static_cast<std::uint32_t>(one.plan.problems[0].tasks[0].body.span.begin)};
    auto const json = nlohmann::json::parse(exchange::planJson(one));
    CHECK(json["problems"][0]["page"] == 1);
    CHECK(json["problems"][0]["goal_pages"] == nlohmann::json{1});
    CHECK(json["problems"][0]["tasks"][0]["page"] == 2);
    CHECK(json["problems"][0]["tasks"][0]["deadline"]["page"] == 2);
    CHECK_FALSE(json["problems"][0].contains("paragraph"));
}

TEST_CASE("planJson has the form that zhengtu parse promises", "[exchange]")
{
    auto const json = nlohmann::json::parse(exchange::planJson(record()));
    CHECK(json["plan"]["title"] == "清徐县贯彻落实督察反馈意见整改方案");
    CHECK(json["plan"]["region"] == "清徐县");
    CHECK(json["plan"]["kind"] == "rectification");
    CHECK(json["plan"]["year"].is_null());
    REQUIRE(json["problems"].size() == 1);
    auto const& problem = json["problems"][0];
    CHECK(problem["no"] == "（一）");
    CHECK(problem["feedback_no"].is_null());
    CHECK(problem["section"] == "一、水环境治理滞后");
    CHECK(problem["text"] == "白石河断面超标。");
    CHECK(problem["goals"] == nlohmann::json{"断面达标。"});
    CHECK(problem["units"].empty());
    CHECK(problem["deadline"].is_null());
    REQUIRE(problem["tasks"].size() == 1);
    auto const& task = problem["tasks"][0];
    CHECK(task["no"] == "1.");
    CHECK(task["text"] == "扩建污水处理厂。");
    CHECK(task["units"]["responsible"] == nlohmann::json{"清徐县委、县政府", "市水务局"});
    CHECK(task["units"]["lead"].empty());
    CHECK(task["counties"] == nlohmann::json{"清徐县"});
    CHECK(task["deadline"]["kind"] == "date");
    CHECK(task["deadline"]["dates"] == nlohmann::json{"2024-06-30"});
    CHECK(task["deadline"]["long_term"] == false);
    CHECK(task["deadline"]["text"] == "2024年6月底前");
}

TEST_CASE("a place is listed once a problem, with its county wherever the text gives it", "[exchange]")
{
    auto const json = nlohmann::json::parse(exchange::planJson(record()));
    REQUIRE(json["problems"][0]["mentions"].size() == 1);
    CHECK(json["problems"][0]["mentions"][0]["kind"] == "river");
    CHECK(json["problems"][0]["mentions"][0]["county"] == "清徐县");
    REQUIRE(json["mentions"].size() == 1);
    CHECK(json["mentions"][0]["kind"] == "monitoring_section");
    CHECK(json["mentions"][0]["county"].is_null());
}

TEST_CASE("the same record gives the same bytes", "[exchange]")
{
    auto const text = exchange::planJson(record());
    CHECK(text == exchange::planJson(record()));
    CHECK(text.ends_with("}\n"));
}
