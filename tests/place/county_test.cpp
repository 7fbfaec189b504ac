#include "fixture.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace zhengtu::place;
using namespace zhengtu::place::test;

TEST_CASE("the text settles the county of a place", "[place]")
{
    auto const [text, wanted] = GENERATE(table<std::string, std::string>({
        {"繁峙县大石沟石料厂。", "繁峙县大石沟石料厂|mine|繁峙县"},                                      // in the name
        {"定襄县晋昌镇智村露天焚烧。", "智村|village|定襄县"},                                            // directly before, by a chain
        {"定襄县晋昌镇智村和南王乡谭村均有散煤，宏道镇也有。", "谭村|village|定襄县"},                      // joined list
        {"定襄县晋昌镇智村和南王乡谭村均有散煤，宏道镇也有。", "宏道镇|town|定襄县"},                      // later in the clause
        {"定襄县晋昌镇、新民乡均未完成。", "新民乡|town|定襄县"},                                          // a town that no register has
        {"宏远矿业有限公司（原代县宏远球团厂）违法建设。", "宏远矿业有限公司|enterprise|代县"},             // in brackets after it
        {"山西云岭煤业有限公司在治理位于繁峙县砂河的火区时越界。", "山西云岭煤业有限公司|mine|繁峙县"},     // 位于 after it
        {"云岭煤矿、宏远煤矿均位于代县。", "云岭煤矿|mine|代县"},                                              // the whole list is there
        {"代县宏远球团有限公司停产。已拆除宏远球团有限公司竖炉。", "宏远球团有限公司|enterprise|代县"},     // short form of a full name
        {"在代县界河桥附近，发现一个无名料场。", "无名料场|site|代县"},                                    // the scene of the sentence
        {"繁峙县境内的108国道破损。", "108国道|road|繁峙县"},
    }));
    CAPTURE(text, mentionsIn("忻州市", text));
    CHECK(finds(mentionsIn("忻州市", text), wanted));
}

TEST_CASE("no county is given where the text does not say", "[place]")
{
    auto const [text, wanted] = GENERATE(table<std::string, std::string>({
        {"代县、繁峙县扬尘突出，宏远球团有限公司超标。", "宏远球团有限公司|enterprise|"},                   // two counties
        {"代县宏远球团有限公司停产；云岭铸业有限公司未停产。", "云岭铸业有限公司|enterprise|"},             // another clause
        {"代县宏远球团有限公司、山西云岭铸业有限公司超标。", "山西云岭铸业有限公司|enterprise|"},           // a list of strangers
        {"代县两侧焦化污染，云岭矸石山自燃。", "云岭矸石山|site|"},                                        // another subject
        {"云岭煤矿、宏远煤矿的矸石未利用，灰场位于代县上馆镇。", "云岭煤矿|mine|"},                           // the ash yard is there
        {"代县渣土运往云岭砖厂。", "云岭砖厂|enterprise|"},                                                // carried out of it, perhaps
        {"代县上游的云岭水库水位下降。", "云岭水库|reservoir|"},
        {"距代县5公里的云岭铸造厂停产。", "云岭铸造厂|enterprise|"},
        {"代县与繁峙县交界处的云岭煤矿停产。", "云岭煤矿|mine|"},
        {"滹沱河水质恶化，代县未治理。", "滹沱河|river|"},
        {"繁峙县平泉村散煤，平泉村垃圾。", "平泉村|village|繁峙县"},
    }));
    CAPTURE(text, mentionsIn("忻州市", text));
    CHECK(finds(mentionsIn("忻州市", text), wanted));
}

TEST_CASE("a name that two counties of the city have is nobody's", "[place]")
{
    CHECK(finds(mentionsIn("太原市", "平泉村露天焚烧。"), "平泉村|village|"));
    CHECK(finds(mentionsIn("太原市", "清徐县平泉村露天焚烧。"), "平泉村|village|清徐县"));
    CHECK(finds(mentionsIn("太原市", "静游镇露天焚烧。"), "静游镇|town|娄烦县")); // the only one of the city
}

TEST_CASE("a brook of which all that is known is in one county is there, a river that crosses is not", "[place]")
{
    CHECK(finds(mentionsIn("忻州市", "青石河污水直排。"), "青石河|river|五台县"));
    CHECK(finds(mentionsIn("忻州市", "滹沱河污水直排。"), "滹沱河|river|"));
    CHECK(finds(mentionsIn("太原市", "青石河污水直排。"), "青石河|river|")); // of another city: known by its form alone
}

TEST_CASE("a place of another city is not taken for one of this", "[place]")
{
    CHECK_FALSE(finds(mentionsIn("太原市", "繁峙方面来函。"), "繁峙"));
    CHECK(finds(mentionsIn("太原市", "与忻州市繁峙县联合执法。"), "繁峙县|county|繁峙县"));
}

TEST_CASE("in a plan of a county its places are in it, those of others are not", "[place]")
{
    auto const found = mentionsIn("晋城市城区", "云岭热电厂关停，泽州县交界处扬尘。");
    CHECK(finds(found, "云岭热电厂|enterprise|晋城市城区"));
    CHECK(finds(found, "泽州县|county|泽州县"));
    // The register has 下茹越村 in another county of the city; a hamlet of this county may bear the name and be in no register.
    CHECK(finds(mentionsIn("忻州市", "下茹越村垃圾未清。"), "下茹越村|village|繁峙县"));
    CHECK(finds(mentionsIn("忻州市定襄县", "下茹越村垃圾未清。"), "下茹越村|village|"));
}

namespace {

std::string countyByUnits(std::vector<std::string> const& units, std::string const& problem = "云岭铸业有限公司超标。")
{
    auto const made = sample("忻州市", problem, {{"限期整改。", units}});
    for (auto const& mention : findMentions(made.plan, made.normal, gazetteer())) {
        if (mention.text == "云岭铸业有限公司") { return mention.county; }
    }
    return "not found";
}

} // namespace

TEST_CASE("the only county among the units is that of a place, if nothing speaks against it", "[place]")
{
    CHECK(countyByUnits({"代县党委、政府", "市生态环境局"}) == "代县");
    CHECK(countyByUnits({"代县、繁峙县党委、政府"}).empty());
    CHECK(countyByUnits({"各县（市、区）党委、政府"}).empty());
    CHECK(countyByUnits({"代县等相关县（市、区）党委、政府"}).empty());
    CHECK(countyByUnits({"代县党委、政府，城北园区管委会"}).empty());
    CHECK(countyByUnits({"市生态环境局"}).empty());
    CHECK(countyByUnits({"代县党委、政府"}, "云岭铸业有限公司超标。繁峙县未监管。").empty());
}

TEST_CASE("roads and counties in lists of one length go in pairs", "[place]")
{
    auto const pairs = mentionsIn("忻州市", "G108国道、G337国道，距代县、定襄县监测点位都不远。");
    CHECK(finds(pairs, "G108国道|road|代县"));
    CHECK(finds(pairs, "G337国道|road|定襄县"));
    auto const uneven = mentionsIn("忻州市", "G108国道、G337国道，距代县、定襄县、繁峙县监测点位都不远。");
    CHECK(finds(uneven, "G108国道|road|"));
    CHECK(finds(uneven, "G337国道|road|"));
    CHECK_FALSE(finds(uneven, "G337国道|road|定襄县"));
}

TEST_CASE("what stands in the town proper of a city with one district is in that district", "[place]")
{
    CHECK(finds(mentionsIn("忻州市", "忻州市城东片区改造。"), "忻州市城东片区|site|忻府区"));
}

TEST_CASE("the county that is left over is a company's only where the sentence names all others", "[place]")
{
    std::vector<std::string> const three{"代县、繁峙、五台县党委、政府"};
    CHECK(countyByUnits(three, "其中云岭铸业有限公司3台、代县3台、繁峙县2台。") == "五台县");
    CHECK(countyByUnits(three, "其中云岭铸业有限公司3台、代县3台。") == "");
    CHECK(countyByUnits(three, "其中云岭铸业有限公司3台。代县3台、繁峙县2台。") == "");
    CHECK(countyByUnits(three, "其中云岭铸业有限公司、宏远球团有限公司、代县3台、繁峙县2台。") == "");
    CHECK(countyByUnits({"代县、繁峙县党委、政府"}, "其中云岭铸业有限公司3台、代县3台。") == "");
    CHECK(countyByUnits({"各相关县（市、区）党委、政府", "代县、繁峙、五台县党委、政府"}, "其中云岭铸业有限公司3台、代县3台、繁峙县2台。") == "");
}

TEST_CASE("a company of two problems is in the one county whose units answer for both", "[place]")
{
    auto const countyOf = [](std::string const& others, std::vector<std::string> const& units) {
        auto made = sample("忻州市", others + "云岭铸业有限公司超标。", {{"整改。", units}, {"云岭铸业有限公司限产。", {"代县、五台县党委、政府"}}});
        // The second measure becomes a problem of its own.
        auto second = made.plan.problems.front();
        second.body = {"", {second.tasks.back().body.span.begin, second.tasks.back().body.span.begin}};
        second.tasks.erase(second.tasks.begin());
        made.plan.problems.front().tasks.pop_back();
        made.plan.problems.front().span.end = second.span.begin = second.body.span.begin;
        made.plan.problems.push_back(second);
        std::string counties;
        for (auto const& mention : findMentions(made.plan, made.normal, gazetteer())) {
            if (mention.text == "云岭铸业有限公司") { counties += "|" + mention.county; }
        }
        return counties;
    };
    CHECK(countyOf("", {"代县、繁峙县党委、政府"}) == "|代县|代县");
    CHECK(countyOf("", {"定襄县、繁峙县党委、政府"}) == "||");
    CHECK(countyOf("", {"代县、五台县、繁峙县党委、政府"}) == "||");
    CHECK(countyOf("原平市扬尘。", {"代县、繁峙县党委、政府"}) == "||"); // the units do not answer for all that the problem names
}
