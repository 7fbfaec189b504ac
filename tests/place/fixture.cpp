#include "fixture.hpp"

#include "core/utf.hpp"
#include "place/tables.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <stdexcept>

namespace zhengtu::place::test {

namespace {

std::filesystem::path const dataDir = std::filesystem::path{ZHENGTU_TESTS_DIR} / "place" / "data";

geo::Shape box(double west, double south, double east, double north)
{
    return {geo::ShapeType::Polygon, {{{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}, {}}}};
}

geo::Feature feature(std::string id, std::string name, std::string kind, std::string adcode, geo::Shape shape)
{
    geo::Feature made;
    made.id = std::move(id);
    made.name = std::move(name);
    made.kind = std::move(kind);
    made.adcode = std::move(adcode);
    made.source = "fixture";
    made.licence = "none";
    made.accuracyM = 300;
    made.shape = std::move(shape);
    return made;
}

std::vector<geo::Layer> layers()
{
    auto const table = Table::read(dataDir / "counties.csv").value();
    geo::Layer counties, cities, rivers, others;
    counties.id = "counties";
    cities.id = "cities";
    rivers.id = "rivers";
    others.id = "others";
    for (std::size_t row = 0; row < table.size(); ++row) {
        std::string const code{table.cell(row, "adcode")};
        counties.features.push_back(feature(code, std::string{table.cell(row, "name")}, "county", code, boxOf(code)));
    }
    cities.features.push_back(feature("140900", "忻州市", "city", "140900", box(117.5, 38, 120.5, 39)));
    geo::Shape const line{geo::ShapeType::Line, {{{{117.6, 38.5}, {120.4, 38.5}}, {}}}};
    rivers.features.push_back(feature("hutuo", "滹沱河", "river", "", line));
    geo::Shape const brook{geo::ShapeType::Line, {{{{118.2, 38.8}, {118.2, 38.5}}, {}}}};
    rivers.features.push_back(feature("yunling", "云岭川", "river", "", brook));
    auto section = feature("xiaruyue", "下茹越", "monitoring_section", "140924", geo::Shape::point({119.75, 38.5}));
    section.more = {{"river", "滹沱河"}};
    others.features.push_back(section);
    auto zone = feature("lingkong-core", "灵空山自然保护区", "reserve", "140923", box(119.1, 38.1, 119.2, 38.2));
    zone.zone = "core";
    zone.parent = "灵空山自然保护区";
    auto buffer = zone;
    buffer.id = "lingkong-buffer";
    buffer.zone = "buffer";
    buffer.shape = box(119.2, 38.1, 119.3, 38.2);
    others.features.push_back(zone);
    others.features.push_back(buffer);
    // Half in 五台县 of 忻州市, half in the county west of it.
    auto crossing = feature("crossing-core", "青石河省级自然保护区", "reserve", "140681", box(117.3, 38.1, 117.7, 38.2));
    crossing.aliases = {"青石河自然保护区"};
    others.features.push_back(crossing);
    others.features.push_back(feature("two-counties", "石泉泉域", "spring_zone", "140921", box(118.3, 38.1, 118.7, 38.2)));
    auto town = feature("140921100", "晋昌镇", "town", "140921", geo::Shape::point({118.25, 38.5}));
    town.accuracyM = 2000;
    town.more = {{"code", "140921100"}};
    others.features.push_back(town);
    geo::Shape const road{geo::ShapeType::Line, {{{{118.05, 38.3}, {118.25, 38.3}, {118.45, 38.3}}, {}}}};
    others.features.push_back(feature("road-988", "988县道", "road", "140921", road));
    others.features.push_back(feature("east-bridge", "东石桥", "site", "140921", geo::Shape::point({118.4, 38.31})));
    others.features.push_back(feature("west-bridge", "西石桥", "site", "140921", geo::Shape::point({118.1, 38.29})));
    return {counties, cities, rivers, others};
}

} // namespace

geo::Shape boxOf(std::string_view adcode)
{
    auto const table = Table::read(dataDir / "counties.csv").value();
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (table.cell(row, "adcode") == adcode) {
            auto const west = 110 + 0.5 * static_cast<double>(row);
            return box(west, 38, west + 0.5, 39);
        }
    }
    throw std::logic_error{"no such county in the fixture"};
}

Gazetteer const& gazetteer()
{
    static Gazetteer const loaded = Gazetteer::load(layers(), dataDir).value();
    return loaded;
}

Sample sample(std::string region, std::string problem, std::vector<TaskText> tasks)
{
    Sample made;
    std::u32string source;
    auto const paragraph = [&](std::string const& text) {
        plan::Passage passage{text, {source.size(), 0}};
        source += toUtf32(text).value();
        passage.span.end = source.size();
        source += U"\n";
        return passage;
    };
    plan::Problem one;
    one.id = "p0000000000-01";
    one.body = paragraph(problem);
    for (auto const& [body, units] : tasks) {
        plan::Task task;
        task.id = one.id + "-0" + std::to_string(one.tasks.size() + 1);
        task.body = paragraph(body);
        for (auto const& unit : units) { task.units.push_back({plan::UnitRole::Responsible, paragraph(unit)}); }
        one.tasks.push_back(std::move(task));
    }
    one.span = {0, source.size()};
    made.plan.region = std::move(region);
    made.plan.problems.push_back(std::move(one));
    made.document.source = source;
    made.normal = text::normalise(made.document.source);
    return made;
}

std::vector<std::string> mentionsIn(std::string region, std::string problem)
{
    auto const made = sample(std::move(region), std::move(problem));
    std::vector<std::string> rows;
    for (auto const& mention : findMentions(made.plan, made.normal, gazetteer())) {
        rows.push_back(mention.text + "|" + std::string{name(mention.kind)} + "|" + mention.county);
    }
    return rows;
}

bool finds(std::vector<std::string> const& mentions, std::string const& wanted)
{
    return std::ranges::any_of(mentions, [&](auto const& row) { return row == wanted || row.starts_with(wanted + "|"); });
}

bool findsText(std::vector<std::string> const& mentions, std::string const& text)
{
    return std::ranges::any_of(mentions, [&](auto const& row) { return row.starts_with(text + "|"); });
}

void checkTwins(std::string const& region, Twins const& pair)
{
    auto const found = mentionsIn(region, pair.names);
    CAPTURE(pair.names, pair.wanted, found);
    if (!pair.wanted.empty()) { CHECK(finds(found, pair.wanted)); }
    auto const twin = mentionsIn(region, pair.twin);
    CAPTURE(pair.twin, pair.unwanted, twin);
    CHECK_FALSE((pair.unwanted.empty() ? !twin.empty() : findsText(twin, pair.unwanted)));
}

} // namespace zhengtu::place::test
