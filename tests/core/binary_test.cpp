#include "core/binary.hpp"
#include "core/mapped_file.hpp"
#include "support/temporary_directory.hpp"

#include <catch2/catch_test_macros.hpp>

#include <fstream>

using namespace zhengtu;

TEST_CASE("what was written is read again, and a cut anywhere is noticed", "[core]")
{
    BinaryWriter out;
    out.value(std::uint16_t{7});
    out.text("汾河");
    out.texts(std::vector<std::string>{"", "桑干河"});
    out.array(std::span<double const>{std::vector{1.5, -0.0}});
    auto const bytes = std::move(out).take();
    auto const read = [](std::string_view from) {
        BinaryReader in{from};
        bool const same = in.value<std::uint16_t>() == 7 && in.text() == "汾河" && in.texts() == std::vector<std::string>{"", "桑干河"} &&
                          in.array<double>() == std::vector{1.5, -0.0};
        return std::pair{same, in.complete()};
    };
    CHECK(read(bytes) == std::pair{true, true});
    for (std::size_t cut = 0; cut < bytes.size(); ++cut) { CHECK_FALSE(read(std::string_view{bytes}.substr(0, cut)).second); }
    CHECK_FALSE(read(bytes + "x").second);
}

TEST_CASE("a count beyond what is left takes no memory", "[core]")
{
    BinaryWriter out;
    out.value(~std::uint64_t{0} / 2);
    auto const bytes = std::move(out).take();
    BinaryReader in{bytes};
    CHECK(in.array<double>().empty());
    CHECK_FALSE(in.good());
    CHECK(in.text().empty());
}

TEST_CASE("the checksum sees each bit, the order and the length", "[core]")
{
    std::string const bytes(100, 'a');
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        auto other = bytes;
        other[at] ^= 1;
        CHECK(checksum(other) != checksum(bytes));
    }
    CHECK(checksum(bytes.substr(1)) != checksum(bytes));
    CHECK(checksum(bytes, 1) != checksum(bytes));
    CHECK(checksum(std::string(64, 'a') + std::string(8, 'b')) != checksum(std::string(8, 'b') + std::string(64, 'a')));
    CHECK(checksum({}) == checksum({}));
}

TEST_CASE("a file is mapped as it is, an empty one too, and a missing one is an error that names it", "[core]")
{
    tests::TemporaryDirectory const folder;
    std::ofstream{folder / "full"} << "绛县";
    std::ofstream{folder / "empty"};
    CHECK(MappedFile::open(folder / "full")->bytes() == "绛县");
    CHECK(MappedFile::open(folder / "empty")->bytes().empty());
    auto const missing = MappedFile::open(folder / "absent");
    REQUIRE_FALSE(missing.has_value());
    CHECK(missing.error().code == ErrorCode::FileMissing);
    CHECK(describe(missing.error()).contains("absent"));
    CHECK_FALSE(MappedFile::open(folder.path()).has_value());
}
