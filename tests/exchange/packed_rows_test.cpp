#include "exchange/file_set.hpp"
#include "exchange/packed_rows.hpp"
#include "support/temporary_directory.hpp"

#include <catch2/catch_test_macros.hpp>

#include <fstream>
#include <limits>
#include <string>
#include <vector>

using namespace zhengtu;
using namespace zhengtu::exchange;
using geo::Cell;
using geo::FieldType;

TEST_CASE("packed rows hold what was put into them, however far apart the same values stand", "[exchange]")
{
    std::size_t const count = 10'000; // more than a block of rows, more texts than are remembered
    PackedRows rows{{FieldType::Text, FieldType::Integer, FieldType::Real, FieldType::Date, FieldType::Text}};
    auto const text = [](std::size_t i) { return "第" + std::to_string(i * 7919 % 3000) + "处"; };
    auto const shape = [](std::size_t i) { return i % 3 == 0 ? geo::Shape{} : geo::Shape::point({112.0 + static_cast<double>(i % 1500) / 1000, 37.0}); };
    for (std::size_t i = 0; i < count; ++i) {
        auto const words = text(i);
        rows.put(std::string_view{words});
        rows.put(i % 5 == 0 ? Cell{} : Cell{static_cast<std::int64_t>(i) - 5000});
        rows.put(static_cast<double>(i) / 3);
        rows.put(i % 2 == 0 ? Cell{std::string_view{"2024-06-30"}} : Cell{});
        rows.put(std::string_view{});
        rows.end(shape(i));
    }
    REQUIRE(rows.size() == count);
    std::string room;
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < count; ++i) {
        auto const words = text(i);
        wrong += rows.cell(i, 0, room) == Cell{std::string_view{words}} ? 0 : 1;
        wrong += rows.cell(i, 1, room) == (i % 5 == 0 ? Cell{} : Cell{static_cast<std::int64_t>(i) - 5000}) ? 0 : 1;
        wrong += rows.cell(i, 2, room) == Cell{static_cast<double>(i) / 3} ? 0 : 1;
        wrong += rows.cell(i, 3, room) == (i % 2 == 0 ? Cell{std::string_view{"2024-06-30"}} : Cell{}) ? 0 : 1;
        wrong += rows.cell(i, 4, room) == Cell{std::string_view{}} ? 0 : 1; // empty is not null
        wrong += rows.shape(i) == shape(i) ? 0 : 1;
    }
    CHECK(wrong == 0);
}

TEST_CASE("whole and real numbers of the same bits stay what they are in their fields", "[exchange]")
{
    PackedRows rows{{FieldType::Integer, FieldType::Real}};
    for (double const real : {0.0, 1.0, -0.5, std::numeric_limits<double>::infinity()}) {
        rows.put(std::numeric_limits<std::int64_t>::min());
        rows.put(real);
        rows.end({});
        std::string room;
        CHECK(rows.cell(rows.size() - 1, 0, room) == Cell{std::numeric_limits<std::int64_t>::min()});
        CHECK(rows.cell(rows.size() - 1, 1, room) == Cell{real});
    }
}

TEST_CASE("outlines that come again are one, those that differ in a hole or their end are not", "[exchange]")
{
    auto const ring = [](double side) { return geo::Path{{112, 37}, {112 + side, 37}, {112, 37.2}, {112, 37}}; };
    geo::Shape const plain{geo::ShapeType::Polygon, {{ring(0.1), {}}}}, holed{geo::ShapeType::Polygon, {{ring(0.1), {ring(0.01)}}}}, wide{geo::ShapeType::Polygon, {{ring(0.2), {}}}};
    PackedRows rows{{}};
    for (auto const& shape : {plain, plain, holed, wide, plain}) { rows.end(shape); }
    CHECK(&rows.shape(0) == &rows.shape(1));
    CHECK(rows.shape(2) == holed);
    CHECK(rows.shape(3) == wide);
    CHECK(rows.shape(4) == plain);
}

TEST_CASE("a file that is written in pieces reads back as all of them", "[exchange]")
{
    tests::TemporaryDirectory directory;
    auto const files = FileSet::begin(directory.path()).value();
    for (std::size_t const bytes : {0UL, 1UL, (1UL << 20U) - 1, 1UL << 20U, (1UL << 20U) + 1, 3'000'000UL}) {
        CAPTURE(bytes);
        std::string all;
        for (std::size_t i = 0; i < bytes; ++i) { all += static_cast<char>('a' + i % 23); }
        AsideFile file{files, std::to_string(bytes)};
        file.add(std::string_view{all}.substr(0, bytes / 3));
        file.add(std::string_view{all}.substr(bytes / 3));
        std::string seen;
        REQUIRE(file.finish([&](std::string_view piece) { seen += piece; }));
        CHECK(seen == all);
    }
}

TEST_CASE("a file that cannot be written, or that somebody changed, is an error", "[exchange]")
{
    tests::TemporaryDirectory directory;
    auto const files = FileSet::begin(directory.path()).value();
    AsideFile nowhere{files, "no/such/folder"};
    nowhere.add("text");
    CHECK(nowhere.finish().error().code == ErrorCode::Storage);
    AsideFile file{files, "file"};
    file.add(std::string(2'000'000, 'a'));
    std::fstream{file.path(), std::ios::in | std::ios::out | std::ios::binary} << 'b'; // in the piece that is on the disk already
    CHECK(file.finish().error().code == ErrorCode::Storage);
}
