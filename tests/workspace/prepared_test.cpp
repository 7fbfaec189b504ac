#include "core/resources.hpp"
#include "support/temporary_directory.hpp"
#include "workspace/prepared.hpp"

#include <catch2/catch_test_macros.hpp>

#include <fstream>

using namespace zhengtu;

namespace {

namespace fs = std::filesystem;

void put(fs::path const& file, std::string const& bytes) { std::ofstream{file, std::ios::binary} << bytes; }

fs::path shipped() { return resource("geodata/layers.toml").value(); }

std::string const& bytes()
{
    static auto const made = workspace::prepare(shipped()).value();
    return made;
}

} // namespace

TEST_CASE("the prepared file gives the layers and places that the data give", "[workspace][prepared]")
{
    tests::TemporaryDirectory const folder;
    auto const file = folder.path() / "prepared.bin";
    put(file, bytes());
    auto const quick = workspace::readPrepared(file, shipped());
    REQUIRE(quick.has_value());
    auto const slow = workspace::readStarter(shipped()).value();
    REQUIRE(quick->layers.size() == slow.layers.size());
    for (std::size_t i = 0; i < slow.layers.size(); ++i) {
        REQUIRE(quick->layers[i].features.size() == slow.layers[i].features.size());
        CHECK(quick->layers[i].id == slow.layers[i].id);
        for (std::size_t k = 0; k < slow.layers[i].features.size(); ++k) {
            auto const &a = quick->layers[i].features[k], &b = slow.layers[i].features[k];
            CHECK((a.id == b.id && a.name == b.name && a.aliases == b.aliases && a.more == b.more && a.shape == b.shape && a.schematic == b.schematic));
        }
    }
    auto const &places = quick->gazetteer, &expected = slow.gazetteer;
    REQUIRE(places.entries().size() == expected.entries().size());
    std::size_t different = 0;
    for (place::EntryId id = 0; id < expected.entries().size(); ++id) {
        auto const &a = places.entry(id), &b = expected.entry(id);
        bool const same = a.featureId == b.featureId && a.name == b.name && a.aliases == b.aliases && a.kind == b.kind && a.adcode == b.adcode &&
                          a.counties == b.counties && a.town == b.town && a.code == b.code && a.shape == b.shape && a.accuracyM == b.accuracyM;
        auto const found = places.find(b.name), wanted = expected.find(b.name);
        bool const alike = found.size() == wanted.size() && (found.empty() || (found.front().entry == wanted.front().entry && found.front().form == wanted.front().form));
        different += !same || !alike || places.byFeature(b.featureId) == nullptr;
    }
    CHECK(different == 0);
    CHECK(places.label("140502") == "晋城市城区");
    CHECK(places.townCount("140923") == expected.townCount("140923"));
    CHECK(places.groupNames("140100") == expected.groupNames("140100"));
    CHECK(places.scope("忻州市").cityAdcode == "140900");
}

TEST_CASE("the same data give the same prepared bytes", "[workspace][prepared]")
{
    CHECK(workspace::prepare(shipped()).value() == bytes());
}

TEST_CASE("a prepared file that is damaged, cut, of other data or missing is refused with the reason", "[workspace][prepared]")
{
    tests::TemporaryDirectory const folder;
    auto const file = folder.path() / "prepared.bin";
    auto const codeOf = [&](std::string const& content, fs::path const& layers) {
        put(file, content);
        auto const read = workspace::readPrepared(file, layers);
        return read ? ErrorCode::Internal : read.error().code;
    };
    CHECK(codeOf(bytes(), shipped()) == ErrorCode::Internal); // that is: it is read
    CHECK(codeOf({}, shipped()) == ErrorCode::FileFormat);
    CHECK(codeOf("not a prepared file at all", shipped()) == ErrorCode::FileFormat);
    CHECK(codeOf(bytes() + "x", shipped()) == ErrorCode::FileFormat);
    CHECK(codeOf(bytes().substr(0, bytes().size() / 2), shipped()) == ErrorCode::FileFormat);
    auto flipped = bytes();
    flipped[flipped.size() / 3] ^= 1;
    CHECK(codeOf(flipped, shipped()) == ErrorCode::FileFormat);
    CHECK(workspace::readPrepared(folder.path() / "absent", shipped()).error().code == ErrorCode::FileMissing);

    auto const copy = folder.path() / "geodata";
    fs::copy(shipped().parent_path(), copy, fs::copy_options::recursive);
    CHECK(codeOf(bytes(), copy / "layers.toml") == ErrorCode::Internal); // the same data elsewhere
    std::ofstream{copy / "tables/towns.csv", std::ios::app} << "140100999,新镇,140121,,\n";
    CHECK(codeOf(bytes(), copy / "layers.toml") == ErrorCode::NotFound);
}
