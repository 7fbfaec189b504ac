#include "cartography/furniture_painter.hpp"
#include "geo/measure.hpp"
#include "picture.hpp"
#include "scenes.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace zhengtu;
using namespace zhengtu::cartography;
using namespace zhengtu::cartography::test;
using Catch::Matchers::WithinRel;

namespace {

std::vector<std::string> textsOf(std::vector<LegendEntry> const& entries)
{
    std::vector<std::string> texts;
    for (auto const& entry : entries) { texts.push_back(entry.text); }
    return texts;
}

bool has(std::vector<LegendEntry> const& entries, std::string const& text)
{
    return std::ranges::count(textsOf(entries), text) == 1;
}

} // namespace

TEST_CASE("the scale bar is as long as it says", "[furniture]")
{
    auto const metresPerPixel = GENERATE(0.7, 13.0, 260.0, 999.0);
    auto const view = viewAt({112.5, 38}, metresPerPixel);
    auto const bar = scaleBar(view, 150);
    CAPTURE(bar.text, bar.pixels);
    CHECK(bar.pixels <= 150);
    CHECK(bar.pixels > 150 / 2.6); // 1, 2, 5 leave at most a factor of 2.5
    auto const from = view.toLonLat({240 - bar.pixels / 2, 160}), to = view.toLonLat({240 + bar.pixels / 2, 160});
    CHECK_THAT(geo::distanceM(from, to), WithinRel(bar.metres, 1e-5));
    double const leading = bar.metres / std::pow(10, std::floor(std::log10(bar.metres) + 1e-9));
    CHECK((std::abs(leading - 1) < 1e-9 || std::abs(leading - 2) < 1e-9 || std::abs(leading - 5) < 1e-9));
}

TEST_CASE("the scale bar's text has the unit that suits it", "[furniture]")
{
    CHECK(scaleBar(viewAt({112.5, 38}, 260), 100).text == "20 km");
    CHECK(scaleBar(viewAt({112.5, 38}, 5), 100).text == "200 m");
    CHECK(scaleBar(viewAt({112.5, 38}, 5), 0).metres == 0);
}

TEST_CASE("the legend lists what is seen and nothing else", "[furniture]")
{
    auto scene = zoneScene();
    scene.symbols = {symbol("1", {112.5, 38}, Status::Overdue, "air"), symbol("2", {140, 38}, Status::Closed, "noise")};
    scene.layers.push_back(layer("hidden", "road", {feature("路", line({{112.4, 38}, {112.6, 38}}))}));
    scene.layers.back().visible = false;
    scene.layers.push_back(layer("far", "river", {feature("远河", line({{150, 38}, {151, 38}}))}));
    auto const entries = rendererOf(scene).legend(viewAt({112.5, 38}, 260));
    CAPTURE(textsOf(entries));
    CHECK(has(entries, "逾期"));
    CHECK(has(entries, "大气"));
    CHECK_FALSE(has(entries, "已销号")); // out of sight
    CHECK_FALSE(has(entries, "噪声"));
    CHECK_FALSE(has(entries, "公路")); // hidden
    CHECK_FALSE(has(entries, "河流"));
    CHECK(has(entries, "自然保护区缓冲区"));
    CHECK(has(entries, "泉域重点保护区（示意）"));
    CHECK(has(entries, "整改热点：第 1 位"));
    CHECK(entries.back().group == LegendGroup::Note); // dashed means schematic
}

TEST_CASE("the legend explains what stands for a stretch, a radius, a rough place and several sites", "[furniture]")
{
    auto scene = symbolTable();
    auto const all = rendererOf(scene).legend(viewAt({112.45, 38.04}, 260));
    for (auto const* text : {"任务所在的河段或范围", "可能的位置范围", "位置概略（乡镇或更粗）"}) {
        CAPTURE(text);
        CHECK(has(all, text));
    }
    CHECK_FALSE(has(all, "多处任务（数字为处数）"));
    CHECK(has(rendererOf(scene).legend(viewAt({112.45, 38.04}, 3000)), "多处任务（数字为处数）"));
    scene.symbols = {symbol("1", {112.5, 38})};
    CHECK(rendererOf(scene).legend(viewAt({112.5, 38}, 260)).size() == 2); // one status, one category
}

TEST_CASE("a legend without schematic shapes says nothing of them", "[furniture]")
{
    auto const entries = rendererOf(baseScene()).legend(viewAt({112.5, 38}, 260));
    CHECK_FALSE(entries.empty());
    CHECK(std::ranges::none_of(entries, [](LegendEntry const& entry) { return entry.schematic || entry.group == LegendGroup::Note; }));
}

TEST_CASE("what has one meaning is one line of the legend, whatever its shapes", "[furniture]")
{
    Scene scene;
    scene.layers.push_back(layer("findings", "finding", {feature("a", geo::Shape::point({112.4, 38})), feature("b", line({{112.45, 38}, {112.5, 38}})), feature("c", box(112.6, 38, 0.05, 0.05))}));
    auto entries = rendererOf(scene).legend(viewAt({112.5, 38}, 260));
    REQUIRE(entries.size() == 1);
    CHECK(entries.front().shapes == std::set{geo::ShapeType::Point, geo::ShapeType::Line, geo::ShapeType::Polygon});
    scene.layers.front().layer.features.back().schematic = true; // not all: the note explains the dashes
    entries = rendererOf(scene).legend(viewAt({112.5, 38}, 260));
    REQUIRE(entries.size() == 2);
    CHECK_FALSE(entries.front().schematic);
    CHECK(entries.back().group == LegendGroup::Note);
}

TEST_CASE("a layer drawn at large scales only is not in the legend of a small one", "[furniture]")
{
    Scene scene;
    scene.layers.push_back(layer("towns", "town", {feature("某镇", geo::Shape::point({112.5, 38}))}));
    auto const renderer = rendererOf(scene);
    CHECK(renderer.legend(viewAt({112.5, 38}, 20)).size() == 1);
    CHECK(renderer.legend(viewAt({112.5, 38}, 1000)).empty());
}

TEST_CASE("every legend entry has text in both languages and a swatch that paints", "[furniture]")
{
    auto scene = zoneScene();
    scene.symbols = symbolTable().symbols;
    auto const renderer = rendererOf(scene);
    for (auto const& entry : renderer.legend(viewAt({112.5, 38}, 260))) {
        CAPTURE(entry.key, entry.rule, entry.text);
        CHECK_FALSE(entry.text.empty());
        CHECK_FALSE(entry.textEn.empty());
        QImage image{60, 40, QImage::Format_RGB32};
        image.fill(Qt::white);
        auto const blank = image;
        QPainter painter{&image};
        drawSwatch(painter, {15, 12, 28, 15}, entry, renderer.style(), 96);
        painter.end();
        CHECK((entry.group == LegendGroup::Note) == (differing(image, blank) == 0));
    }
}

TEST_CASE("an empty scene is a blank map, with a hint where one is given", "[furniture]")
{
    auto const renderer = rendererOf({});
    auto const view = viewAt({112.5, 38}, 260);
    auto const blank = paint(renderer, view);
    CHECK(blank.pixelColor(5, 5) == blank.pixelColor(240, 160));
    Furniture furniture;
    furniture.hint = "把整改方案拖到这里";
    CHECK(differing(paint(renderer, view, furniture), blank) > 100);
    CHECK(renderer.extent().empty());
    CHECK(differing(paint(rendererOf(baseScene()), view, furniture), paint(rendererOf(baseScene()), view)) == 0);
}

TEST_CASE("what is fitted lies beside the legend, not under it", "[furniture]")
{
    auto const size = GENERATE(QSize{900, 600}, QSize{700, 1000}, QSize{460, 320});
    CAPTURE(size.width(), size.height());
    auto scene = zoneScene();
    scene.symbols = symbolTable().symbols;
    auto const renderer = rendererOf(scene);
    Furniture const furniture{true, true, true, "标题", "说明", "zh", ""};
    View const view{renderer.fit(renderer.extent(), size, 96, furniture), size, 96};
    auto const extent = renderer.extent();
    QRectF const seen{view.toPixel({extent.minLon, extent.maxLat}), view.toPixel({extent.maxLon, extent.minLat})};
    CHECK(QRectF{QPointF{0, 0}, QSizeF{size}}.contains(seen));
    Frame const frame{view};
    PreparedScene const prepared{std::make_shared<Scene const>(scene), style()};
    auto const plan = planFurniture(prepared, frame, layOutMarks(prepared, frame, 0), furniture);
    REQUIRE(plan.boxes().size() == 5);
    CHECK_FALSE(plan.legend.intersects(seen));
    CHECK_FALSE(plan.title.intersects(seen));
    CHECK_FALSE(plan.note.intersects(seen));
    for (auto const& box : plan.boxes()) { CHECK(QRectF{QPointF{0, 0}, QSizeF{size}}.contains(box)); }
}
