#include "sample.hpp"

#include "ledger/site_table.hpp"
#include "ledger/task_pages.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <format>
#include <set>

using namespace zhengtu;
using namespace zhengtu::ledger;
using namespace zhengtu::ledger::testing;

namespace {

Ledger filled(std::filesystem::path const& path)
{
    auto ledger = Ledger::open(path, true);
    REQUIRE(ledger.has_value());
    REQUIRE(ledger->import({sampleRecord("晋源区"), largeRecord("清徐县", 40), sampleRecord("小店区", "再")}, asOf).has_value());
    REQUIRE(ledger->import({sampleRecord("晋源区", "改")}, asOf).has_value()); // its rows come behind those of the others now
    return std::move(*ledger);
}

/// All that a table says of a task, in words.
std::string words(SiteTable const& table, std::size_t task)
{
    auto text = std::format("{} {} {} {} {} {}", table.taskId(task), table.taskNo(task), table.planId(task), table.planTitle(task), table.status(task), table.problemId(task));
    for (auto const& category : table.categories(task)) { text += " " + category; }
    for (auto const& county : table.counties(task)) { text += " " + county; }
    for (auto const& [role, name] : table.units(task)) { text += std::format(" {}={}", plan::name(role), name); }
    text += std::format(" {} {}", plan::name(table.deadline(task).kind), table.deadline(task).longTerm);
    for (auto const date : table.deadline(task).dates) { text += " " + isoDate(date); }
    for (auto site = table.firstSite(task); site < table.endOfSites(task); ++site) {
        auto const view = table.view(site);
        text += std::format(" [{} {} {} {} {} {} {} {} of {}]", view.id, table.place(site), view.county, view.adcode, place::name(table.kind(site)), place::name(view.precision),
                            view.radiusM, place::name(view.figure), table.taskOf(site));
    }
    return text;
}

} // namespace

TEST_CASE("what is read for questions is what is read whole", "[ledger][sites]")
{
    TemporaryDirectory directory;
    auto const ledger = filled(directory / "a.gpkg");
    std::string const text = GENERATE("", "清理", "改", "扬尘", "此处没有");
    CAPTURE(text);
    auto const tasks = ledger.tasks().value();
    auto const read = ledger.sites(text).value(), made = SiteTable::of(tasks, text);
    REQUIRE(read.tasks() == tasks.size());
    REQUIRE(made.tasks() == tasks.size());
    REQUIRE(read.sites() == made.sites());
    for (std::size_t task = 0; task < tasks.size(); ++task) {
        CHECK(words(read, task) == words(made, task));
        CHECK(read.taskId(task) == tasks[task].id);
        CHECK(read.speaksOfIt(task) == made.speaksOfIt(task));
        CHECK(read.speaksOfIt(task) == (tasks[task].problemText.contains(text) || tasks[task].taskText.contains(text)));
        CHECK(read.endOfSites(task) - read.firstSite(task) == tasks[task].sites.size());
        for (std::size_t i = 0; i < tasks[task].sites.size(); ++i) {
            CHECK(read.view(read.firstSite(task) + i).shape == tasks[task].sites[i].shape);
            CHECK(made.view(made.firstSite(task) + i).id == tasks[task].sites[i].id);
        }
    }
}

TEST_CASE("outlines that several sites have are kept once, points and texts of tasks are not", "[ledger][sites]")
{
    TemporaryDirectory directory;
    auto const ledger = filled(directory / "a.gpkg");
    auto const table = ledger.sites().value();
    std::set<geo::Shape const*> squares;
    std::size_t sites = 0;
    for (std::size_t site = 0; site < table.sites(); ++site) {
        if (table.view(site).shape.type != geo::ShapeType::Polygon) { continue; }
        squares.insert(&table.view(site).shape);
        ++sites;
    }
    CHECK(sites == 2); // of two plans
    CHECK(squares.size() == 1);
    auto const moved = [](SiteTable one) { return one; }(ledger.sites().value());
    CHECK(moved.view(0).shape == table.view(0).shape); // shapes go with the table
}

TEST_CASE("an empty ledger has no sites", "[ledger][sites]")
{
    TemporaryDirectory directory;
    auto const ledger = Ledger::open(directory / "a.gpkg", true);
    REQUIRE(ledger.has_value());
    CHECK(ledger->sites().value().tasks() == 0);
    CHECK(ledger->taskPages().value().read({}).value().empty());
}

TEST_CASE("whole tasks come in the order that they are asked for", "[ledger][sites]")
{
    TemporaryDirectory directory;
    auto const ledger = filled(directory / "a.gpkg");
    auto const tasks = ledger.tasks().value();
    auto pages = ledger.taskPages().value();
    std::vector<std::string_view> ids;
    for (auto const& task : tasks) { ids.insert(ids.begin() + static_cast<std::ptrdiff_t>(ids.size() / 2), task.id); }
    auto const same = [](TaskRow const& a, TaskRow const& b) {
        return a.id == b.id && a.planTitle == b.planTitle && a.section == b.section && a.problemText == b.problemText && a.goals == b.goals && a.taskText == b.taskText &&
               a.units == b.units && a.counties == b.counties && a.deadline == b.deadline && a.taskSpan == b.taskSpan && a.feedbackNo == b.feedbackNo &&
               std::ranges::equal(a.sites, b.sites, [](place::Site const& x, place::Site const& y) {
                   return x.id == y.id && x.shape == y.shape && x.reason == y.reason && x.source == y.source && x.span == y.span && x.featureId == y.featureId &&
                          std::ranges::equal(x.candidates, y.candidates, {}, &place::Candidate::featureId, &place::Candidate::featureId);
               });
    };
    for (std::size_t const size : {1U, 7U, 200U}) {
        CAPTURE(size);
        for (std::size_t begin = 0; begin < ids.size(); begin += size) {
            auto const page = std::span{ids}.subspan(begin, std::min(size, ids.size() - begin));
            auto const read = pages.read(page).value();
            REQUIRE(read.size() == page.size());
            for (std::size_t i = 0; i < page.size(); ++i) {
                CHECK(read[i].id == page[i]);
                CHECK(same(read[i], *std::ranges::find(tasks, read[i].id, &TaskRow::id)));
            }
        }
    }
    REQUIRE(tasks.front().sites.front().candidates.size() == 2);
}

TEST_CASE("pages are of one state of the ledger", "[ledger][sites]")
{
    TemporaryDirectory directory;
    auto ledger = filled(directory / "a.gpkg");
    auto const reader = Ledger::openReadOnly(directory / "a.gpkg").value();
    auto pages = reader.taskPages().value();
    auto const first = ledger.tasks().value().front().id;
    std::vector<std::string_view> const ids{first};
    CHECK(pages.read(ids).has_value());
    std::vector<std::string_view> const unknown{"p-no-such-task"};
    CHECK(pages.read(unknown).error().code == ErrorCode::NotFound);
    REQUIRE(ledger.setStatus(first, "closed", "某人", asOf).has_value());
    CHECK(pages.read(ids).error().code == ErrorCode::LedgerConflict);
    CHECK(reader.taskPages().value().read(ids).value().front().status == "closed");
}
