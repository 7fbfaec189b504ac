#include "summary.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cstdlib>

namespace fs = std::filesystem;
using namespace zhengtu::plan;

namespace {

/// Published plans are not part of the source tree: $ZHENGTU_PLANS, or ../shared/plans beside it.
fs::path plansFolder()
{
    if (char const* const set = std::getenv("ZHENGTU_PLANS"); set != nullptr && *set != '\0') { return set; }
    return fs::path{ZHENGTU_TESTS_DIR}.parent_path().parent_path() / "shared" / "plans";
}

std::size_t tasks(Plan const& plan)
{
    std::size_t count = 0;
    for (auto const& problem : plan.problems) { count += problem.tasks.size(); }
    return count;
}

} // namespace

TEST_CASE("published plans give the totals that they declare", "[plan][real]")
{
    auto const folder = plansFolder();
    if (!fs::exists(folder)) { SKIP("no published plans at " << folder.string() << "; set ZHENGTU_PLANS to the folder that holds them"); }
    struct Known { char const* file; std::size_t sections, problems, tasks; };
    for (auto const& known : {Known{"taiyuan-2018-rectification.txt", 7, 20, 52}, Known{"shuozhou-2022-rectification.txt", 4, 34, 92},
                              Known{"xinzhou-2022-rectification.txt", 5, 14, 35}, Known{"jincheng-chengqu-2024-rectification.txt", 5, 17, 23}}) {
        INFO(known.file);
        auto const plan = test::readFile(folder / known.file);
        CHECK(plan.kind == PlanKind::Rectification);
        CHECK(plan.sections.size() == known.sections);
        CHECK(plan.problems.size() == known.problems);
        CHECK(tasks(plan) == known.tasks);
        CHECK(plan.notices.empty());
        for (auto const& check : plan.checks) {
            INFO(check.what << " " << check.stated << " " << check.found);
            CHECK((check.ok || !check.decisive));
        }
        for (auto const& problem : plan.problems) {
            INFO(problem.no << problem.body.text.substr(0, 30));
            CHECK_FALSE(problem.goals.empty());
            CHECK_FALSE(problem.tasks.empty());
            CHECK(std::all_of(problem.tasks.begin(), problem.tasks.end(), [](Task const& task) {
                return !task.units.empty() && task.deadline.kind != DeadlineKind::None;
            }));
        }
    }
}

TEST_CASE("a published planning document gives no tasks", "[plan][real]")
{
    auto const folder = plansFolder();
    if (!fs::exists(folder)) { SKIP("no published plans at " << folder.string() << "; set ZHENGTU_PLANS to the folder that holds them"); }
    auto const plan = test::readFile(folder / "taiyuan-2021-2025-environment-plan.txt");
    CHECK(plan.kind == PlanKind::Planning);
    CHECK(plan.problems.empty());
    CHECK(plan.year == 2021);
    CHECK(plan.targets.size() >= 20);
    CHECK(plan.keyTasks.size() >= 40);
}
