#include "geo/detail/geos.hpp"
#include "geo/detail/soundness.hpp"

#include <catch2/catch_test_macros.hpp>

#include <cmath>
#include <numbers>
#include <random>

using namespace zhengtu::geo;

namespace {

bool surely(Shape const& shape)
{
    return detail::checkShape(shape, detail::Coordinates::Degrees).has_value() && detail::surelyValid(shape, detail::ChainTree{shape});
}

bool geosSaysValid(Shape const& shape)
{
    auto const geometry = detail::toGeos(shape);
    return geometry && detail::requireValid(geometry->get());
}

/// A ring on whole numbers, where vertices meet, edges touch and run over each other.
Path wildRing(std::mt19937& random, int corners, int size)
{
    std::uniform_int_distribution<int> whole{0, size};
    Path ring;
    for (int i = 0; i < corners; ++i) { ring.push_back({static_cast<double>(whole(random)), static_cast<double>(whole(random))}); }
    ring.push_back(ring.front());
    return ring;
}

Path circle(LonLat centre, double radius, int corners)
{
    Path ring;
    for (int i = 0; i < corners; ++i) {
        double const angle = 2 * std::numbers::pi * i / corners;
        double const r = radius * (1 + 0.2 * std::sin(7 * angle));
        ring.push_back({centre.lon + r * std::cos(angle), centre.lat + r * std::sin(angle)});
    }
    ring.push_back(ring.front());
    return ring;
}

} // namespace

TEST_CASE("a ring that runs around its middle once is surely simple, without an index", "[geo][kernel]")
{
    auto const star = [](Path ring) {
        ring.push_back(ring.front());
        return detail::surelyStar({ShapeType::Polygon, {{std::move(ring), {}}}});
    };
    CHECK(star({{0, 0}, {4, 0}, {4, 4}, {0, 4}}));
    CHECK(star({{0, 4}, {4, 4}, {4, 0}, {0, 0}}));                             // clockwise
    CHECK(star({{0, 0}, {4, 0}, {3.5, 2}, {4, 4}, {0, 4}}));                   // a notch that does not reach the middle
    CHECK_FALSE(star({{0, 0}, {4, 0}, {1.5, 1.9}, {4, 4}, {0, 4}}));           // one beyond it: valid, but not told so
    CHECK_FALSE(star({{0, 0}, {4, 4}, {4, 0}, {0, 4}}));                       // a bow
    CHECK_FALSE(star({{0, 5}, {-3, -4}, {5, 2}, {-5, 2}, {3, -4}}));           // five points, twice around
    CHECK_FALSE(star({{0, 0}, {4, 0}, {4, 4}, {0, 4}, {0, 0}, {4, 0}, {4, 4}, {0, 4}})); // twice the same
    CHECK_FALSE(star({{0, 0}, {4, 0}, {4, 0}, {4, 4}, {0, 4}}));               // a vertex twice
    CHECK_FALSE(star({{0, 0}, {2, 2}, {4, 4}}));                               // no area
    CHECK_FALSE(star({{0, 0}, {4, 0}, {4, 4}, {2, 4}, {2, 6}, {2, 4}, {0, 4}})); // a spike
    Shape holed{ShapeType::Polygon, {{circle({0, 0}, 4, 40), {circle({9, 0}, 1, 10)}}}};
    CHECK_FALSE(detail::surelyStar(holed)); // its hole lies outside
    holed.parts[0].holes.clear();
    CHECK(detail::surelyStar(holed));
    CHECK_FALSE(detail::surelyStar({ShapeType::Line, holed.parts}));

    std::mt19937 random{17};
    int sure = 0;
    for (int round = 0; round < 30'000; ++round) {
        Shape const shape{ShapeType::Polygon, {{wildRing(random, 3 + round % 6, 5), {}}}};
        if (!detail::surelyStar(shape)) { continue; }
        ++sure;
        CHECK(geosSaysValid(shape));
    }
    CHECK(sure > 3'000);
}

TEST_CASE("what is surely valid is valid to GEOS, too, on rings of every kind", "[geo][kernel]")
{
    std::mt19937 random{31};
    int sure = 0;
    int valid = 0;
    for (int round = 0; round < 30'000; ++round) {
        Shape shape{ShapeType::Polygon, {{wildRing(random, 3 + round % 7, 6), {}}}};
        if (round % 3 == 1) { shape.parts[0].holes.push_back(wildRing(random, 3, 6)); }
        if (round % 6 == 2) { shape.parts.push_back({wildRing(random, 3, 6), {}}); }
        bool const said = surely(shape);
        bool const truth = geosSaysValid(shape);
        sure += said;
        valid += truth;
        if (said) { CHECK(truth); }
    }
    CHECK(sure > 1000);
    CHECK(sure <= valid);
}

TEST_CASE("large rings, their holes and parts that lie apart are told without GEOS", "[geo][kernel]")
{
    Shape shape{ShapeType::Polygon, {{circle({112, 37}, 1, 3000), {circle({112, 37}, 0.3, 200), circle({112.6, 37}, 0.1, 50)}}}};
    CHECK(surely(shape));
    shape.parts.push_back({circle({115, 37}, 1, 400), {}});
    CHECK(surely(shape));
}

TEST_CASE("a long jagged ring that crosses itself somewhere is not surely valid, wherever that is", "[geo][kernel]")
{
    std::mt19937 random{32};
    std::uniform_real_distribution<double> rough{-0.002, 0.002};
    auto ring = circle({112, 37}, 0.2, 1000);
    for (auto& at : ring) { at.lat += rough(random); }
    ring.back() = ring.front();
    Shape const sound{ShapeType::Polygon, {{ring, {}}}};
    CHECK(surely(sound) == geosSaysValid(sound));
    for (std::size_t i = 1; i + 3 < ring.size(); i += 7) {
        auto crossed = ring;
        std::swap(crossed[i], crossed[i + 1]); // there and back
        Shape const shape{ShapeType::Polygon, {{crossed, {}}}};
        if (surely(shape)) { CHECK(geosSaysValid(shape)); }
        auto far = ring;
        far[i] = far[(i + 500) % 1000]; // across the whole ring
        far.back() = far.front();
        CHECK_FALSE(surely({ShapeType::Polygon, {{far, {}}}}));
    }
}

TEST_CASE("a hole outside, one in another, one that crosses, a spike and a touching ring are not surely valid", "[geo][kernel]")
{
    auto const outline = circle({112, 37}, 1, 300);
    auto const with = [&](std::vector<Path> holes) { return Shape{ShapeType::Polygon, {{outline, std::move(holes)}}}; };
    CHECK_FALSE(surely(with({circle({115, 37}, 0.1, 30)})));
    CHECK_FALSE(surely(with({circle({112, 37}, 0.4, 30), circle({112, 37}, 0.1, 30)})));
    CHECK_FALSE(surely(with({circle({112.9, 37}, 0.4, 30)})));
    CHECK_FALSE(surely({ShapeType::Polygon, {{outline, {}}, {circle({112.2, 37}, 0.1, 30), {}}}}));           // a part in a part
    CHECK_FALSE(surely({ShapeType::Polygon, {{{{0, 0}, {4, 0}, {8, 0}, {4, 0}, {4, 4}, {0, 0}}, {}}}}));      // a spike
    CHECK_FALSE(surely({ShapeType::Polygon, {{{{0, 0}, {2, 2}, {4, 0}, {4, 4}, {2, 2}, {0, 4}, {0, 0}}, {}}}})); // touches itself
    CHECK_FALSE(surely({ShapeType::Polygon, {{{{0, 0}, {4, 0}, {4, 0}, {4, 4}, {0, 0}}, {}}}}));              // valid, but a vertex is repeated
    CHECK_FALSE(surely({ShapeType::Line, {{{{0, 0}, {4, 0}}, {}}}}));
}
