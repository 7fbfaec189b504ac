#include "cartography/field_style.hpp"
#include "cartography/style_data.hpp"
#include "scenes.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace zhengtu;
using namespace zhengtu::cartography;

namespace {

/// Points with the values of one field; "-": without it.
MapLayer track(std::vector<std::string> const& values, std::string const& look)
{
    std::vector<geo::Feature> features;
    for (auto const& value : values) {
        auto feature = test::feature("", {geo::ShapeType::Point, {geo::Part{{{112.5, 38}}, {}}}});
        if (value != "-") { feature.more = {{"PM10", value}}; }
        features.push_back(std::move(feature));
    }
    auto made = test::layer("track", "user", std::move(features));
    made.layer.style = look;
    made.styleId = styleKeyOf(made.layer);
    return made;
}

/// The rule of each feature.
std::vector<int> rulesOf(MapLayer const& layer)
{
    Scene scene;
    scene.layers = {layer};
    auto const style = withFieldStyles(scene, test::style());
    std::vector<int> rules;
    for (auto const& feature : layer.layer.features) { rules.push_back(ruleOf(style->layer(layer.styleId), feature)); }
    return rules;
}

} // namespace

TEST_CASE("the style of a coloured layer is read back as it was said", "[style]")
{
    for (auto const& style : {FieldStyle{true, "user", "PM10"}, FieldStyle{false, "", "a:b"}, FieldStyle{false, "hotspot", "权属"}}) { CHECK(fieldStyleOf(nameOf(style)) == style); }
    for (auto const* plain : {"", "user", "graduated", "graduated:", "graduated:user", "graduated:user:", "Graduated:user:x", "hotspot_density"}) {
        INFO(plain);
        CHECK_FALSE(fieldStyleOf(plain).has_value());
    }
}

TEST_CASE("numbers are parted into classes of about as many, equal ones together, the largest on top", "[style]")
{
    CHECK(rulesOf(track({"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"}, "graduated:user:PM10")) == std::vector{4, 4, 3, 3, 2, 2, 1, 1, 0, 0});
    CHECK(rulesOf(track({"29.00", "348.00", "73.93"}, "graduated:user:PM10")) == std::vector{2, 0, 1});
    CHECK(rulesOf(track({"5", "5", "5", "5", "5", "9"}, "graduated:user:PM10")) == std::vector{1, 1, 1, 1, 1, 0}); // no class without features
    CHECK(rulesOf(track({"7", "7"}, "graduated:user:PM10")) == std::vector{0, 0});
    CHECK(rulesOf(track({"1", "-", "many", "nan", "2"}, "graduated:user:PM10")) == std::vector{1, -1, -1, -1, 0});
    CHECK(rulesOf(track({"-", "-"}, "graduated:user:PM10")) == std::vector{-1, -1});
    CHECK(rulesOf(track({"0.1", "0.2", "0.3"}, "graduated:user:PM2.5")) == std::vector{-1, -1, -1}); // another field
}

TEST_CASE("values are coloured by how often they are, the rare ones of many alike", "[style]")
{
    CHECK(rulesOf(track({"b", "a", "a", "-"}, "categories:user:PM10")) == std::vector{1, 0, 0, -1});
    std::vector<std::string> many;
    for (char letter = 'a'; letter < 'a' + 14; ++letter) { many.emplace_back(1, letter); }
    auto const rules = rulesOf(track(many, "categories:user:PM10"));
    CHECK(rules[11] == 11);
    CHECK(rules[12] == -1);
    CHECK(rules[13] == -1);
}

TEST_CASE("two layers that are coloured by the same field have classes of their own, in picture and legend", "[style]")
{
    Scene scene;
    scene.layers = {track({"1", "2"}, "graduated:user:PM10"), track({"100", "200"}, "graduated:user:PM10")};
    scene.layers[1].layer.id = "other";
    scene.layers[1].styleId = styleKeyOf(scene.layers[1].layer);
    CHECK(scene.layers[0].styleId != scene.layers[1].styleId);
    auto const base = test::style();
    auto const style = withFieldStyles(scene, base);
    CHECK(style->layer(scene.layers[0].styleId).rules.front().title == "PM10 2");
    CHECK(style->layer(scene.layers[1].styleId).rules.front().title == "PM10 200");
    CHECK(withFieldStyles(test::baseScene(), base) == base); // nothing to do: nothing is copied
    auto const renderer = test::rendererOf(scene);
    auto const legend = renderer.legend(test::viewAt({112.5, 38}, 100));
    CHECK(legend.size() == 4);
}
