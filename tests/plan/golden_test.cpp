#include "summary.hpp"

#include "core/resources.hpp"
#include "core/utf.hpp"
#include "plan/reader.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <vector>

namespace fs = std::filesystem;
using namespace zhengtu;
using namespace zhengtu::plan;

namespace {

std::vector<fs::path> folders(fs::path const& root)
{
    std::vector<fs::path> list;
    for (auto const& entry : fs::directory_iterator{root}) {
        if (entry.is_directory()) { list.push_back(entry.path()); }
    }
    std::sort(list.begin(), list.end());
    return list;
}

} // namespace

TEST_CASE("every golden plan is read as expected", "[plan][golden]")
{
    auto const cases = folders(fs::path{ZHENGTU_TESTS_DIR} / "golden" / "plans");
    REQUIRE(cases.size() >= 10);
    for (auto const& folder : cases) {
        INFO("case " << folder.filename().string());
        auto const found = test::summary(test::readFile(folder / "input.txt"));
        auto const expected = readFile(folder / "expected.json");
        auto const diff = expected ? test::difference(test::canonical(*expected), found) : found;
        INFO("- expected, + found\n" << diff);
        CHECK(diff.empty());
    }
}

TEST_CASE("what is read stands in the source where its span says", "[plan][golden]")
{
    for (auto const& folder : folders(fs::path{ZHENGTU_TESTS_DIR} / "golden" / "plans")) {
        INFO("case " << folder.filename().string());
        auto const document = text::readDocument(folder / "input.txt").value();
        auto const plan = readPlan(document, text::normalise(document.source)).value();
        // The passage and its source differ in typography alone: normalising the stretch gives the passage again.
        auto const same = [&](Passage const& passage) {
            CAPTURE(passage.text);
            REQUIRE(passage.span.end <= document.source.size());
            auto const again = text::normalise(document.source.substr(passage.span.begin, passage.span.size()));
            auto letters = [](std::u32string text) {
                std::erase_if(text, [](char32_t c) { return c == U'\n' || c == U' ' || c < 0x80; });
                return text;
            };
            CHECK(letters(again.text) == letters(toUtf32(passage.text).value()));
        };
        for (auto const& problem : plan.problems) {
            same(problem.body);
            for (auto const& goal : problem.goals) { same(goal); }
            for (auto const& task : problem.tasks) {
                same(task.body);
                same(task.deadline.said);
                for (auto const& unit : task.units) { same(unit.name); }
                bool const apart = task.body.span.begin > problem.span.end; // in a chapter of their own
                CHECK((problem.span.contains(task.body.span) || apart));
            }
        }
    }
}

TEST_CASE("the sample plans read completely", "[plan][golden]")
{
    struct Sample { char const* file; std::size_t sections, problems, tasks; };
    for (auto const& sample : {Sample{"taiyuan-sample.txt", 4, 10, 24}, Sample{"hongtong-sample.txt", 3, 9, 15}}) {
        INFO(sample.file);
        auto const plan = test::readFile(fs::path{ZHENGTU_TESTS_DIR}.parent_path() / "docs" / "samples" / sample.file);
        CHECK(plan.kind == PlanKind::Rectification);
        CHECK(plan.sections.size() == sample.sections);
        CHECK(plan.problems.size() == sample.problems);
        std::size_t tasks = 0;
        for (auto const& problem : plan.problems) {
            tasks += problem.tasks.size();
            CHECK_FALSE(problem.categories.empty());
            CHECK_FALSE(problem.goals.empty());
            for (auto const& task : problem.tasks) {
                CHECK_FALSE(task.units.empty());
                CHECK(task.deadline.kind != DeadlineKind::None);
            }
        }
        CHECK(tasks == sample.tasks);
        CHECK(plan.checks.size() >= 4);
        CHECK(std::all_of(plan.checks.begin(), plan.checks.end(), [](Check const& check) { return check.ok; }));
        CHECK(plan.notices.empty());
    }
}

TEST_CASE("reading is repeatable and ids name each task once", "[plan][golden]")
{
    auto const file = fs::path{ZHENGTU_TESTS_DIR}.parent_path() / "docs" / "samples" / "taiyuan-sample.txt";
    auto const plan = test::readFile(file);
    CHECK(test::summary(plan) == test::summary(test::readFile(file)));
    CHECK(plan.id.size() == 11);
    std::vector<std::string> ids;
    for (auto const& problem : plan.problems) {
        for (auto const& task : problem.tasks) { ids.push_back(task.id); }
    }
    CHECK(ids.front() == plan.id + "-01-01");
    std::sort(ids.begin(), ids.end());
    CHECK(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
}
