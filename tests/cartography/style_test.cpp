#include "cartography/style_data.hpp"
#include "scenes.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QTemporaryDir>

#include <fstream>
#include <set>

using namespace zhengtu;
using namespace zhengtu::cartography;

namespace {

std::string shipped()
{
    std::ifstream file{std::string{ZHENGTU_TESTS_DIR} + "/../styles/zhengtu.toml"};
    return {std::istreambuf_iterator<char>{file}, {}};
}

Result<StyleRef> readText(std::string const& text)
{
    QTemporaryDir const directory;
    auto const path = std::filesystem::path{directory.path().toStdString()} / "style.toml";
    std::ofstream{path} << text;
    return readStyle(path);
}

std::string replaced(std::string text, std::string const& from, std::string const& to)
{
    auto const at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

double luminance(QColor const& colour) { return 0.2126 * colour.redF() + 0.7152 * colour.greenF() + 0.0722 * colour.blueF(); }

} // namespace

TEST_CASE("the shipped style has a look for every layer kind that ships", "[style]")
{
    auto const style = test::style();
    auto const key = GENERATE(as<std::string>{}, "county", "city", "river", "water", "reserve", "spring_zone", "spring", "mine", "section",
                              "air_station", "town", "place", "road", "hotspot", "result", "user");
    CAPTURE(key);
    CHECK(style->layers.contains(key));
}

TEST_CASE("every category has a shape of its own", "[style]")
{
    std::set<Mark> shapes;
    for (auto const& [key, category] : test::style()->categories) {
        CAPTURE(key);
        CHECK(shapes.insert(category.shape).second);
        CHECK_FALSE(category.title.empty());
    }
    CHECK(shapes.size() == 10);
    CHECK(test::style()->category("no such thing").shape == test::style()->category("default").shape);
}

TEST_CASE("statuses differ in colour and in sign, so that grey and colour-blind readers can tell them", "[style]")
{
    auto const style = test::style();
    std::set<QRgb> colours;
    std::set<Inner> signs;
    for (auto const& status : style->statuses) {
        CHECK(colours.insert(status.colour.rgb()).second);
        CHECK(signs.insert(status.inner).second);
    }
}

TEST_CASE("the zones of a reserve are three greens, the core the darkest", "[style]")
{
    auto const& reserve = test::style()->layer("reserve");
    geo::Feature feature;
    std::vector<double> light;
    for (auto const* zone : {"core", "buffer", "experimental"}) {
        feature.zone = zone;
        auto const& fill = lookOf(reserve, ruleOf(reserve, feature)).fill;
        CHECK(fill.green() > fill.red());
        CHECK(fill.green() > fill.blue());
        light.push_back(luminance(fill));
    }
    CHECK(light[0] < light[1]);
    CHECK(light[1] < light[2]);
    feature.zone = "unheard of";
    CHECK(ruleOf(reserve, feature) == -1);
}

TEST_CASE("rules choose by number too", "[style]")
{
    auto const& hotspot = test::style()->layer("hotspot");
    geo::Feature feature;
    auto const rank = [&](std::string const& value) {
        feature.more = {{"rank", value}};
        return ruleOf(hotspot, feature);
    };
    CHECK(rank("1") == 0);
    CHECK(rank("2") == 1);
    CHECK(rank("3") == 1);
    CHECK(rank("4") == 2);
    CHECK(rank("70") == 3);
    CHECK(rank("first") == -1);
    CHECK(rank("2x") == -1);
    CHECK(rank("") == -1);
}

TEST_CASE("a broken style is refused with the place and the reason", "[style]")
{
    auto const [from, to, said] = GENERATE(table<std::string, std::string, std::string>({
        {"background = \"#fdfcfa\"", "background = \"white\"", "map.background"},
        {"background = \"#fdfcfa\"", "background = \"#fdfcf\"", "map.background"},
        {"background = \"#fdfcfa\"", "background = 7", "map.background"},
        {"background = \"#fdfcfa\"", "backgroud = \"#fdfcfa\"", "map.backgroud: unknown key"},
        {"sign = \"exclamation\"", "sign = \"bang\"", "\"bang\" is none of"},
        {"kind = \"forward\"", "kind = \"sideways\"", "layer.spring_zone.hatch.kind"},
        {"dash = [1.4, 0.8]", "dash = [1.4]", "schematic.dash"},
        {"dash = [1.4, 0.8]", "dash = [1.4, 0.0]", "schematic.dash"},
        {"dash = [1.4, 0.8]", "dash = [1.4, -1]", "schematic.dash"},
        {"spacing = 3.0", "spacing = 0", "0.3 mm"},
        {"scale = [0, 700_000]", "scale = [700_000, 0]", "layer.town.scale"},
        {"scale = [0, 700_000]", "scale = [1]", "layer.town.scale"},
        {"field = \"zone\"", "feld = \"zone\"", "layer.reserve.rule"},
        {"[category.default]", "[category.others]", "category.default"},
        {"[status.closed]", "[status.close]", "status.closed"},
        {"[layer.user]", "[layer.users]", "layer.user"},
        {"from = 0.25", "from = 0.05", "surface.class.from"},
        {"from = 0.01", "from = 0", "surface.class.from"},
        {"from = 0.75", "from = 1.2", "surface.class.from"},
        {"from = 0.75", "form = 0.75", "surface.class"},
        {"[symbol]", "[symbol", "line"},
    }));
    CAPTURE(from, to);
    auto const read = readText(replaced(shipped(), from, to));
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().code == ErrorCode::FileFormat);
    CAPTURE(read.error().detail);
    CHECK(read.error().detail.find(said) != std::string::npos);
}

TEST_CASE("the unchanged style is read, a missing one is an error", "[style]")
{
    CHECK(readText(shipped()).has_value());
    auto const missing = readStyle("/no/such/style.toml");
    REQUIRE_FALSE(missing.has_value());
    CHECK(missing.error().code == ErrorCode::FileMissing);
}
