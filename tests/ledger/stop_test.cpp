#include "sample.hpp"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <iterator>
#include <limits>
#include <string>
#include <utility>
#include <vector>

using namespace zhengtu;
using namespace zhengtu::ledger;
using namespace zhengtu::ledger::testing;

namespace fs = std::filesystem;

namespace {

/// Says no to one question.
struct Answers {
    std::size_t no = std::numeric_limits<std::size_t>::max(); ///< which one
    std::size_t asked = 0, last = 0; ///< last: how often it was told that the change is about to stand

    [[nodiscard]] GoOn goOn()
    {
        return [this](double done) {
            last += done >= 1 ? 1U : 0U;
            return ++asked != no;
        };
    }
};

Result<std::vector<ImportOutcome>> import(fs::path const& path, std::vector<PlanRecord> const& records, Answers& answers)
{
    auto ledger = Ledger::open(path, true);
    if (!ledger) { return std::unexpected{std::move(ledger.error())}; }
    ledger->askBeforeChange(answers.goOn());
    return ledger->import(records, asOf);
}

/// Some hundred of so many questions, the first and the last ones among them.
std::vector<std::size_t> someOf(std::size_t asked)
{
    std::vector<std::size_t> some;
    for (std::size_t no = 1; no <= asked; no += no < 20 || no + 20 > asked ? 1 : 1 + asked / 150) { some.push_back(no); }
    return some;
}

std::size_t filesIn(fs::path const& directory) { return static_cast<std::size_t>(std::ranges::distance(fs::directory_iterator{directory})); }

} // namespace

TEST_CASE("a change of a ledger that is stopped at any question leaves it as it was", "[ledger][stop]")
{
    TemporaryDirectory directory;
    auto const path = directory / "a.gpkg";
    REQUIRE(Ledger::open(path, true)->import({largeRecord("晋源区", 2)}, asOf).has_value());
    auto const before = bytesOf(path);
    std::vector const records{largeRecord("晋源区", 40, "修订"), sampleRecord("阳曲县")};
    Answers all;
    {
        fs::copy_file(path, directory / "whole.gpkg");
        REQUIRE(import(directory / "whole.gpkg", records, all).has_value());
        fs::remove(directory / "whole.gpkg");
    }
    CHECK(all.last == 1);
    CHECK(all.asked > 5);
    for (auto const no : someOf(all.asked)) {
        CAPTURE(no);
        Answers answers{.no = no};
        auto const stopped = import(path, records, answers);
        REQUIRE_FALSE(stopped.has_value());
        CHECK(stopped.error().code == ErrorCode::Cancelled);
        CHECK(answers.asked == no); // nobody is asked again on the way back
        CHECK(bytesOf(path) == before);
        CHECK(filesIn(directory.path()) == 1);
    }
    SECTION("and the same ledger goes on when nobody stops it")
    {
        auto ledger = Ledger::open(path, false).value();
        Answers answers{.no = 2};
        ledger.askBeforeChange(answers.goOn());
        CHECK(ledger.import(records, asOf).error().code == ErrorCode::Cancelled);
        CHECK(ledger.plans().value().size() == 1); // reading asks nobody
        CHECK(ledger.import(records, asOf).has_value());
        CHECK(ledger.plans().value().size() == 2);
    }
}

TEST_CASE("a first import that is stopped at any question leaves nothing", "[ledger][stop]")
{
    TemporaryDirectory directory;
    auto const path = directory / "new.gpkg";
    std::vector const records{largeRecord("晋源区", 40)};
    Answers all;
    REQUIRE(import(path, records, all).has_value());
    fs::remove(path);
    CHECK(all.last == 1);
    for (auto const no : someOf(all.asked)) {
        CAPTURE(no);
        Answers answers{.no = no};
        CHECK(import(path, records, answers).error().code == ErrorCode::Cancelled);
        CHECK(filesIn(directory.path()) == 0);
    }
}

TEST_CASE("a layer that is replaced is stopped also while the old one is taken out, and stays", "[ledger][stop]")
{
    TemporaryDirectory directory;
    auto const path = directory / "a.gpkg";
    geo::Layer layer;
    layer.id = "many";
    layer.title = "许多";
    layer.kind = "site";
    for (int i = 0; i < 3000; ++i) {
        geo::Feature feature;
        feature.id = std::to_string(i);
        feature.shape = geo::Shape::point({112 + i * 1e-4, 37});
        feature.more = {{"a", std::to_string(i)}, {"b", "x"}};
        layer.features.push_back(std::move(feature));
    }
    REQUIRE(Ledger::open(path, true)->putLayer(layer, asOf).has_value());
    auto const before = bytesOf(path);
    layer.features.clear(); // all that takes long is to take the old one out
    Answers all;
    auto const put = [&](fs::path const& into, Answers& answers) {
        auto ledger = Ledger::open(into, false).value();
        ledger.askBeforeChange(answers.goOn());
        return ledger.putLayer(layer, asOf);
    };
    fs::copy_file(path, directory / "whole.gpkg");
    REQUIRE(put(directory / "whole.gpkg", all).has_value());
    CHECK(all.asked > 20); // while three thousand rows go
    for (auto const no : someOf(all.asked)) {
        CAPTURE(no);
        Answers answers{.no = no};
        auto const stopped = put(path, answers);
        REQUIRE_FALSE(stopped.has_value());
        CHECK(stopped.error().code == ErrorCode::Cancelled);
        CHECK(answers.asked == no);
        CHECK(bytesOf(path) == before);
    }
}

TEST_CASE("a correction that is stopped is no correction that changes nothing", "[ledger][stop]")
{
    TemporaryDirectory directory;
    auto const path = directory / "a.gpkg";
    auto ledger = Ledger::open(path, true).value();
    REQUIRE(ledger.import({sampleRecord("阳曲县")}, asOf).has_value());
    auto const task = ledger.tasks().value().front();
    ledger.askBeforeChange([](double) { return false; });
    CHECK(ledger.setStatus(task.id, "closed", "test", asOf).error().code == ErrorCode::Cancelled);
    ledger.askBeforeChange({});
    CHECK(ledger.setStatus(task.id, "closed", "test", asOf).has_value());
}
