#include "core/resources.hpp"
#include "core/utf.hpp"
#include "geo/measure.hpp"
#include "geo/ops.hpp"
#include "place/resolve.hpp"
#include "workspace/catalogue.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_all.hpp>

using namespace zhengtu;

namespace {

place::Gazetteer const& shipped()
{
    static auto const gazetteer = [] {
        auto const catalogue = resource("geodata/layers.toml").value();
        return place::Gazetteer::load(workspace::readCatalogue(catalogue).value(), catalogue.parent_path() / "tables").value();
    }();
    return gazetteer;
}

/// Whether the shape comes within `metres` of the area.
bool reaches(geo::Shape const& shape, geo::Shape const& area, double metres)
{
    auto const offM = geo::distanceM(shape, area);
    return offM && *offM <= metres;
}

} // namespace

// Whatever a text says, a site must agree with itself: it lies in the county that it names and in the city that speaks, its radius covers
// what is known of it, and only what is unlocated has no shape.
TEST_CASE("every site lies where it says that it lies, as exactly as it says", "[workspace][audit]")
{
    auto const [region, text] = GENERATE(table<std::string, std::string>({
        {"太原市", "清徐县307国道两侧焦化企业未落实抑尘措施，晋源区晋祠镇青阳河村、姚村镇姚村散煤复燃。"},
        {"太原市", "西铭村周边渣土未覆盖，晋祠泉域重点保护区附近有洗煤厂，汾河太原段水质不稳定。"},
        {"太原市", "娄烦县城以北3公里处、古交市屯兰矿运煤道路扬尘严重，三县一市未完成清洁取暖。"},
        {"太原市", "阳曲县东部、汾河上游、清徐县与晋中市祁县交界处。"},
        {"太原市", "距离云顶山自然保护区核心区约5公里处，距离云顶山自然保护区不足2公里处，汾河水库周边2公里范围内。"},
        {"忻州市", "保德县城、定襄县城周边、五台县城东北部、代县滹沱河出境断面、繁峙县滹沱河入境断面。"},
        {"忻州市", "G108国道代县段、繁峙县至代县段，智村和谭村之间的空地，宁武县凤凰镇附近，滹沱河流域。"},
        {"忻州市", "定襄县晋昌镇、五台县台城镇和繁峙县繁城镇之间的区域，原平市以南，芦芽山自然保护区缓冲区。"},
        {"晋城市城区", "城区与泽州县结合部、北石店镇污水处理厂、西上庄附近，城乡结合部散煤。"},
        {"朔州市", "市区北部某某路，桑干河自然保护区实验区周边1公里范围内，065县道歇马关至林家口段，怀仁市云中街道东侧。"},
        {"大同市", "御河上游、浑源县永安镇东南侧2公里处、云州区与阳高县交界处，平城区、云冈区。"},
    }));
    auto const& gazetteer = shipped();
    auto const scope = gazetteer.scope(region);
    auto const* const city = gazetteer.area(scope.cityAdcode);
    REQUIRE(city != nullptr);
    constexpr double drawnM = 1'000; // what borders of two layers may differ by
    std::size_t located = 0;
    for (auto const& site : place::locateText(text, scope, gazetteer)) {
        CAPTURE(text, site.place, site.county, site.reason, site.radiusM, std::string{place::name(site.precision)}, std::string{place::name(site.figure)});
        CHECK(site.shape.empty() == (site.precision == place::Precision::Unlocated));
        CHECK_FALSE(site.reason.empty());
        CHECK(site.county.empty() == site.adcode.empty());
        if (site.shape.empty()) {
            CHECK(site.score == 0);
            continue;
        }
        ++located;
        CHECK(geo::isValid(site.shape).valid);
        CHECK((site.score > 0 && site.score <= 1));
        CHECK(reaches(site.shape, city->shape, drawnM));
        if (auto const* const county = gazetteer.area(site.adcode)) {
            CHECK(reaches(site.shape, county->shape, drawnM));
            bool const drawnAway = site.figure == place::Figure::Near || site.figure == place::Figure::Ring || site.figure == place::Figure::Corridor;
            bool const inside = geo::shareInside(site.shape, county->shape).value_or(0) > (drawnAway ? 0.2 : 0.9);
            CHECK((inside || site.figure == place::Figure::Crossing)); // a crossing is on the border
        }
        if (site.shape.type == geo::ShapeType::Point) { CHECK(site.radiusM > 0); }
        // What only a township places may be anywhere in it.
        if (site.precision == place::Precision::Township && site.shape.type == geo::ShapeType::Point) { CHECK(site.radiusM >= 2'000); }
        if (site.figure != place::Figure::Itself) { CHECK(site.reason.find(';') != std::string::npos); }
    }
    CHECK(located > 0);
}

TEST_CASE("a county's town is its seat, not the county", "[workspace][audit]")
{
    auto const& gazetteer = shipped();
    auto const scope = gazetteer.scope("忻州市");
    auto const town = place::locateText("保德县城", scope, gazetteer).front();
    CHECK(town.precision == place::Precision::Township);
    CHECK(town.shape.type == geo::ShapeType::Point);
    auto const north = place::locateText("保德县城以北3公里处", scope, gazetteer).front();
    REQUIRE(north.shape.type == geo::ShapeType::Point);
    CHECK(geo::distanceM(town.shape, north.shape).value() > 2'900);
    CHECK(place::locateText("保德县", scope, gazetteer).front().precision == place::Precision::County); // the twin
    auto const unknown = place::locateText("河曲县城以北3公里处", scope, gazetteer).front(); // no layer has its seat's township
    CHECK(unknown.figure == place::Figure::Itself);
}

TEST_CASE("about 5 km from a core zone is a ring round that zone, not round the reserve", "[workspace][audit]")
{
    auto const& gazetteer = shipped();
    auto const scope = gazetteer.scope("忻州市");
    auto const core = place::locateText("芦芽山自然保护区核心区", scope, gazetteer).front();
    auto const whole = place::locateText("芦芽山自然保护区", scope, gazetteer).front();
    CHECK(geo::areaM2(core.shape) < 0.9 * geo::areaM2(whole.shape));
    auto const ring = place::locateText("距离芦芽山自然保护区核心区约5公里处", scope, gazetteer).front();
    CHECK(ring.figure == place::Figure::Ring);
    CHECK_FALSE(geo::intersects(ring.shape, core.shape).value());
    CHECK(geo::distanceM(ring.shape, core.shape).value() > 4'400);
    auto const unknown = place::locateText("距离云岭核心保护区约5公里处", scope, gazetteer).front(); // a zone that no layer has
    CHECK(unknown.shape.empty());
    CHECK(unknown.reason.find("about 5 km from it is meant") != std::string::npos);
}
