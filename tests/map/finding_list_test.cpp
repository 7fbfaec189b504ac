#include "map/answer_sheet.hpp"
#include "map/finding_list.hpp"
#include "map/layer_sheet.hpp"
#include "text.hpp"

#include <catch2/catch_test_macros.hpp>

#include <utility>

using namespace zhengtu;
using namespace zhengtu::map;

namespace {

geo::Feature finding(std::string id, std::vector<std::pair<std::string, std::string>> more, bool shown = true)
{
    geo::Feature made;
    made.id = std::move(id);
    made.name = "甲煤矿";
    made.more = std::move(more);
    if (shown) { made.shape = geo::Shape::point({112.5, 37.8}); }
    return made;
}

geo::Layer layerOf(std::string id, std::vector<geo::Feature> features)
{
    geo::Layer made;
    made.id = std::move(id);
    made.features = std::move(features);
    return made;
}

} // namespace

TEST_CASE("findings stand under headings, what is certain first, each with its measure and its shape", "[map][findings]")
{
    auto const facts = findingFacts({
        layerOf("claim_findings", {finding("c1", {{"verdict", "agrees"}}), finding("c2", {{"verdict", "differs"}}, false)}),
        layerOf("rule_findings", {finding("r1", {{"finding", "breach"}, {"answer", "maybe"}, {"distance_m", "5013.2"}}),
                                  finding("r2", {{"finding", "breach"}, {"answer", "yes"}, {"distance_m", "0.0"}, {"share", "0.0371"}, {"area_m2", "3357000"}}),
                                  finding("r3", {{"finding", "breach"}, {"answer", "maybe"}, {"share", "0.0004"}, {"area_m2", "900"}})}),
        layerOf("recurrences", {finding("b1", {{"finding", "near"}, {"answer", "yes"}, {"closed", "1"}, {"distance_m", "312.7"}})}),
    });
    REQUIRE(facts.size() == 6);
    CHECK(facts[0].group == "Rules: 3");
    CHECK(facts[0].label == "Breach · 3.36 km², 4 %");
    CHECK(facts[0].shape == "feature:rule_findings/r2");
    CHECK(facts[1].label == "Maybe: Breach · 5.0 km");
    CHECK(facts[2].label == "Maybe: Breach · 0.0009 km², <1 %");
    CHECK(facts[3].group == "Statements: 2");
    CHECK(facts[3].label == "Differs");
    CHECK(facts[3].shape.isEmpty()); // nothing to show on the map
    CHECK(facts[4].label == "Agrees");
    CHECK(facts[5].label == "Near, closed before · 313 m");
}

TEST_CASE("the table of findings has words for fields and values", "[map][findings]")
{
    auto claims = layerOf("claim_findings", {finding("c1", {{"verdict", "cannot-decide"}, {"claim_kind", "membership"}, {"closed", "1"}, {"quote", "属于禁煤区"}}, false)});
    claims.kind = "claim_finding";
    claims.features.front().name = "sum of parts";
    claims.features.front().zone = "cannot-decide"; // the verdict once more
    auto const sheet = layerSheet(claims);
    auto const& table = sheet.pages.front();
    CHECK(table.headings == QStringList{"Name", "Verdict", "Kind of statement", "Closed before", "Quote", "Id"});
    CHECK(table.rows.front().cells == QStringList{"Sum of parts", "Cannot be decided", "Belongs to", "1", "属于禁煤区", "c1"});
    claims.kind = "mine"; // whose fields are those of mines
    claims.features.front().more = {{"closed", "1"}};
    CHECK(layerSheet(claims).pages.front().headings == QStringList{"Name", "Zone", "Closed down", "Id"});
}

TEST_CASE("a question says kinds by their words and things by their names", "[map][query]")
{
    auto const words = [](std::string target) {
        workspace::SpatialQuery query;
        query.terms.emplace_back().target = std::move(target);
        return queryWords(query);
    };
    CHECK(words("reserve") == "inside Nature reserves");
    CHECK(words("reserve:天龙山") == "inside 天龙山");
    CHECK(words("my_zones") == "inside my_zones"); // a layer of the user's
    CHECK(words("my_zones:甲") == "inside my_zones:甲");
}

TEST_CASE("an answer says what of a file was left out", "[map][query]")
{
    QueryFindings found;
    found.answer.notes = {.words = {"zones.shp: left out: 3 f3: has no geometry"}, .leftOut = 1};
    auto const sheet = answerSheet("zones", found);
    CHECK(sheet.summary.endsWith("; 1 features of the target were left out"));
    CHECK(sheet.account.back().value == "zones.shp: left out: 3 f3: has no geometry");
    CHECK(sheet.account.back().tone == "warning");
    CHECK(answerSheet("zones", {}).summary.endsWith(" no"));
}
