#include "cartography/fonts.hpp"
#include "picture.hpp"
#include "scenes.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QPainter>
#include <QTemporaryDir>

#include <filesystem>
#include <fstream>

using namespace zhengtu;
using namespace zhengtu::cartography;
using namespace zhengtu::cartography::test;

namespace fs = std::filesystem;

namespace {

Scene sheet()
{
    auto scene = baseScene();
    scene.symbols = {symbol("一", {112.5, 38}, Status::Overdue), symbol("二", {112.7, 38.1}, Status::Accepted, "soil")};
    return scene;
}

std::string bytesOf(fs::path const& path)
{
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

struct Out {
    QTemporaryDir directory;
    [[nodiscard]] fs::path operator/(std::string const& name) const { return fs::path{directory.path().toStdString()} / name; }
    [[nodiscard]] auto count() const { return std::distance(fs::directory_iterator{fs::path{directory.path().toStdString()}}, fs::directory_iterator{}); }
};

Result<void> write(fs::path const& file, QSize size = {600, 400}, double dpi = 96, std::atomic<bool> const* cancelled = nullptr)
{
    Furniture const furniture{true, true, true, "山西整改图", "截至 2024-06-30", "zh", ""};
    return renderFile(rendererOf(sheet()), {{112.5, 38}, 200}, size, dpi, furniture, file, cancelled);
}

} // namespace

TEST_CASE("a map is written as PNG, PDF and SVG, the same bytes each time", "[file]")
{
    auto const [ending, begins] = GENERATE(table<std::string, std::string>({{".png", "\x89PNG"}, {".pdf", "%PDF-1"}, {".svg", "<?xml"}, {".PNG", "\x89PNG"}}));
    CAPTURE(ending);
    Out const out;
    REQUIRE(write(out / ("a" + ending)).has_value());
    REQUIRE(write(out / ("b" + ending)).has_value());
    auto const bytes = bytesOf(out / ("a" + ending));
    CHECK(bytes.starts_with(begins));
    CHECK(bytes == bytesOf(out / ("b" + ending)));
    CHECK(out.count() == 2); // nothing else is left
}

TEST_CASE("the PNG is the picture that the screen has", "[file]")
{
    Out const out;
    auto const renderer = rendererOf(sheet());
    Camera const camera{{112.5, 38}, 200};
    REQUIRE(renderFile(renderer, camera, {600, 400}, 96, {}, out / "map.png").has_value());
    QImage const read{QString::fromStdString((out / "map.png").string())};
    CHECK(differing(read.convertToFormat(QImage::Format_RGB32), paint(renderer, {camera, {600, 400}, 96})) == 0);
    CHECK(read.dotsPerMeterX() == 3780);
}

TEST_CASE("the PDF has the size asked for, its fonts within it, and text that can be searched", "[file]")
{
    Out const out;
    REQUIRE(write(out / "map.pdf", {960, 480}, 96).has_value());
    auto const pdf = bytesOf(out / "map.pdf");
    CHECK(pdf.find("/MediaBox [0 0 720") != std::string::npos); // 10 inches
    CHECK(pdf.find("/FontFile2") != std::string::npos);
    CHECK(pdf.find("/Subtype /Image") == std::string::npos); // vector all through
    CHECK(pdf.find("<5C71>") != std::string::npos);          // 山, not the radical U+2F2D that has the same glyph
    CHECK(pdf.find("<2F2D>") == std::string::npos);
    CHECK(pdf.find("CreationDate") == std::string::npos);
}

TEST_CASE("text is as wide in a vector picture as its label's place", "[file]")
{
    // a font with letter spacing once came out wider on devices of more dots per inch than QFontMetrics said
    Scene scene;
    scene.layers.push_back(layer("counties", "county", {feature("甲乙丙丁县", box(112.5, 38, 0.3, 0.2))}));
    auto const renderer = rendererOf(scene);
    View const view = viewAt({112.5, 38}, 60, {600, 400}, 300);
    auto const labels = renderer.labels(view);
    REQUIRE(labels.size() == 1);
    auto const picture = paint(renderer, view);
    QImage metres{view.pixels, QImage::Format_RGB32};
    metres.setDotsPerMeterX(11811); // a device that says 300 dots per inch, as a PDF does
    metres.setDotsPerMeterY(11811);
    QPainter painter{&metres};
    REQUIRE(renderer.draw(painter, view));
    painter.end();
    CHECK(differing(metres, picture) < 300); // edges of glyphs; text that is set wider differs by thousands
}

TEST_CASE("the SVG needs no font where it is looked at", "[file]")
{
    Out const out;
    REQUIRE(write(out / "map.svg").has_value());
    auto const svg = bytesOf(out / "map.svg");
    CHECK(svg.find("<text") == std::string::npos);
    CHECK(svg.find("<path") != std::string::npos);
}

TEST_CASE("a map that cannot be written is an error and leaves nothing", "[file]")
{
    struct Case {
        std::string name;
        QSize size;
        double dpi;
        bool cancelled;
        ErrorCode code;
    };
    auto const [name, size, dpi, stops, code] = GENERATE(values<Case>({
        {"map.jpeg", {600, 400}, 96, false, ErrorCode::Usage},
        {"map", {600, 400}, 96, false, ErrorCode::Usage},
        {"no/such/map.png", {600, 400}, 96, false, ErrorCode::FileMissing},
        {"map.png", {0, 400}, 96, false, ErrorCode::Usage},
        {"map.png", {600, 400}, 0, false, ErrorCode::Usage},
        {"map.png", {60'000, 60'000}, 96, false, ErrorCode::Usage},
        {"map.pdf", {600, 400}, 96, true, ErrorCode::Cancelled},
    }));
    CAPTURE(name);
    Out const out;
    std::atomic<bool> const cancelled{stops};
    auto const made = write(out / name, size, dpi, &cancelled);
    REQUIRE_FALSE(made.has_value());
    CHECK(made.error().code == code);
    CHECK(made.error().where.find("map") != std::string::npos);
    CHECK(out.count() == 0);
}

TEST_CASE("a directory in the way is an error, a file is replaced", "[file]")
{
    Out const out;
    fs::create_directory(out / "map.png");
    auto const blocked = write(out / "map.png");
    REQUIRE_FALSE(blocked.has_value());
    CHECK(blocked.error().code == ErrorCode::Storage);
    std::ofstream{out / "old.png"} << "old";
    REQUIRE(write(out / "old.png").has_value());
    CHECK(bytesOf(out / "old.png").starts_with("\x89PNG"));
}

TEST_CASE("a font with Chinese glyphs is installed where tests run", "[file]")
{
    auto const checked = checkFonts();
    INFO((checked ? std::string{} : describe(checked.error())));
    CHECK(checked.has_value());
    CHECK(mapFontFamilies().first() == QStringLiteral("Noto Sans CJK SC"));
}
