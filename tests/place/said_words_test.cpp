#include "core/utf.hpp"
#include "place/said/words.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_all.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using namespace zhengtu;
using namespace zhengtu::place;
using namespace zhengtu::place::said;
using Catch::Matchers::WithinAbs;

namespace {

/// Reads about the name in 【】, which are not part of the text.
Words about(std::string const& marked, Kind kind)
{
    auto text = toUtf32(marked).value();
    auto const begin = text.find(U'【');
    text.erase(begin, 1);
    auto const end = text.find(U'】');
    text.erase(end, 1);
    return read(text, begin, end, kind);
}

} // namespace

TEST_CASE("the words about a name say what its place is", "[said]")
{
    auto const [text, kind, relation] = GENERATE(table<std::string, Kind, Relation>({
        {"在【沙沟桥】附近，发现料场", Kind::Site, Relation::Near},
        {"【云岭水库】周边森林覆盖率", Kind::Reservoir, Relation::Near},
        {"【城市展览馆】及周边环境", Kind::Site, Relation::Near},
        {"清源【998国道】两侧焦化企业", Kind::Road, Relation::Along},
        {"【998国道】道路两侧积尘", Kind::Road, Relation::Along},
        {"【石河】两岸垃圾", Kind::River, Relation::Along},
        {"【998国道】沿线储煤场", Kind::Road, Relation::Along},
        {"【石河】出境断面水质", Kind::River, Relation::Exit},
        {"【石河】入境考核断面", Kind::River, Relation::Entry},
        {"【998县道】东石桥至西石桥段", Kind::Road, Relation::Stretch},
        {"【998县道】从东石桥到西石桥之间路段", Kind::Road, Relation::Stretch},
        {"【S998省道】怀仁市金滩物流园区段", Kind::Road, Relation::Part},
        {"【石河】城区段", Kind::River, Relation::TownReach},
        {"【石河】上游地区", Kind::River, Relation::Upper},
        {"【石河】下游", Kind::River, Relation::Lower},
        {"【石河】支流水质", Kind::River, Relation::Tributaries},
        {"【石河】及其主要支流，", Kind::River, Relation::Tributaries},
        {"【石河】干支流沿线", Kind::River, Relation::Tributaries},
        {"城区与【泽州县】结合部", Kind::County, Relation::Border},
        {"代县和【繁峙县】交界处", Kind::County, Relation::Border},
        {"【代县】城乡结合部散煤", Kind::County, Relation::Fringe},
        {"【代县】北部", Kind::County, Relation::Side},
        {"【晋昌镇】以南，", Kind::Town, Relation::Side},
        {"【上庄村】东南侧", Kind::Village, Relation::Side},
        {"市区北部【元明路】路面", Kind::Road, Relation::Side},
        {"【云岭小区】28号、38号和39号间的公共绿地", Kind::Site, Relation::Between},
        {"石村与【上庄村】之间的空地", Kind::Village, Relation::Between},
        {"【云岭热电有限公司】运煤道路", Kind::Enterprise, Relation::HaulRoad},
    }));
    CAPTURE(text);
    CHECK(about(text, kind).relation == relation);
}

TEST_CASE("a tributary with a name of its own is not all of them", "[said]")
{
    for (std::string const text : {"【石河】支流云岭河水质", "【石河】一级支流石门河", "【石河】和云岭河", "【石河】及时治理", "【石河】主要断面"}) {
        CAPTURE(text);
        CHECK(about(text, Kind::River).relation != Relation::Tributaries);
    }
    CHECK(about("【998国道】支流", Kind::Road).relation != Relation::Tributaries);
    CHECK(about("【石河】及其支流，", Kind::River).withItself);
    CHECK_FALSE(about("【石河】支流，", Kind::River).withItself);
}

TEST_CASE("what only looks like it says nothing of the place", "[said]")
{
    auto const [text, kind] = GENERATE(table<std::string, Kind>({
        {"【云岭煤矿】厂区两侧", Kind::Mine},                 // no line
        {"【云岭焦化厂】两侧绿化", Kind::Enterprise},          // a works has no two sides to run along
        {"【云岭村】5公里管网建设", Kind::Village},            // a length of pipe
        {"【晋湖】2公里环湖路", Kind::Lake},                   // a length of road
        {"【石河】3公里河道清淤", Kind::River},
        {"【代县】北部战区", Kind::County},
        {"【代县】西部大开发", Kind::County},
        {"【代县】东街", Kind::County},
        {"【上庄村】以北京时间为准", Kind::Village},
        {"【上庄村】南路", Kind::Village},
        {"【代县】周边县区", Kind::County},                   // its neighbours
        {"【代县】与繁峙县签订协议", Kind::County},
        {"【石河】上游来水减少", Kind::River},
        {"【云岭公司】上游企业", Kind::Enterprise},
        {"【998国道】2018年至2020年段", Kind::Road},           // times
        {"【998国道】一期至二期段", Kind::Road},
        {"【石河】出境水量", Kind::River},
        {"【云岭公司】运输车辆", Kind::Enterprise},
        {"距【晋泉重点保护区】只有270米的某厂", Kind::SpringZone}, // said of the works, not of the zone
        {"【晋湖】500米内容", Kind::Lake},
        {"石村与【上庄村】之间的矛盾", Kind::Village},
        {"【云岭小区】28号楼下", Kind::Site},
        {"【云岭公司】期间的排放", Kind::Enterprise},
        {"【云岭公司】2号、3号机组间歇运行", Kind::Enterprise}, // units of a plant; 间歇 is another word
        {"【云岭村】。附近", Kind::Village},                  // another sentence
    }));
    CAPTURE(text);
    CHECK(about(text, kind).relation == Relation::Itself);
}

TEST_CASE("a distance keeps its unit and what bounds it", "[said]")
{
    auto const [text, relation, metres, bound] = GENERATE(table<std::string, Relation, double, Bound>({
        {"距离【石源核心区】约 5 公里处", Relation::AtDistance, 5000, Bound::About},
        {"距【石源核心区】5公里左右处", Relation::AtDistance, 5000, Bound::About},
        {"距离【石源核心区】不足900米处", Relation::AtDistance, 900, Bound::AtMost},
        {"距离【石源核心区】仅270米处", Relation::AtDistance, 270, Bound::Exactly},
        {"距离【石源核心区】超过2.5km处", Relation::AtDistance, 2500, Bound::AtLeast},
        {"距离【石源核心区】边界约五百米处", Relation::AtDistance, 500, Bound::About},
        {"【石源核心区】周边2公里范围内", Relation::Within, 2000, Bound::Exactly},
        {"【石源核心区】1千米以内", Relation::Within, 1000, Bound::Exactly},
        {"【石源核心区】外围一千二百米范围内", Relation::Within, 1200, Bound::Exactly},
    }));
    CAPTURE(text);
    auto const words = about(text, Kind::Reserve);
    CHECK(words.relation == relation);
    CHECK_THAT(words.distanceM, WithinAbs(metres, 1e-6));
    CHECK(words.bound == bound);
}

TEST_CASE("a direction is one of eight, with its distance", "[said]")
{
    auto const far = about("【上庄村】东南约2公里处", Kind::Village);
    CHECK(far.relation == Relation::Side);
    CHECK((far.east == 1 && far.north == -1));
    CHECK_THAT(far.distanceM, WithinAbs(2000, 1e-6));
    CHECK(far.bound == Bound::About);
    auto const town = about("市区北部【元明路】", Kind::Road);
    CHECK(town.ofTown);
    CHECK((town.east == 0 && town.north == 1));
    CHECK(about("【上庄村】东西两侧", Kind::Village).relation == Relation::Itself);
}

TEST_CASE("a stretch names its ends, a find its thing", "[said]")
{
    auto const stretch = about("【998县道】东石桥至西石桥段、", Kind::Road);
    CHECK(stretch.from == U"东石桥");
    CHECK(stretch.to == U"西石桥");
    CHECK(about("【沙沟桥】附近，发现一个无名料场，", Kind::Site).unnamed == U"无名料场");
    CHECK(about("【沙沟桥】附近，发现扬尘", Kind::Site).unnamed.empty());
}

TEST_CASE("the name may be at either end of the text", "[said]")
{
    for (auto const* const text : {"【石河】", "距【石河】", "距离【石河】约", "【石河】5", "【石河】5公里", "【石河】从", "【石河】以", "【石河】东"}) {
        CAPTURE(text);
        CHECK(about(text, Kind::River).relation == Relation::Itself);
    }
}
