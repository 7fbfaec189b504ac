#include "ledger.hpp"

#include "data.hpp"
#include "or_die.hpp"

#include "core/identity.hpp"
#include "core/utf.hpp"
#include "ledger/ledger.hpp"
#include "plan/reader.hpp"
#include "text/document.hpp"

#include <array>
#include <format>
#include <string_view>

namespace zhengtu::bench {

namespace {

constexpr std::size_t tasksOfProblem = 4;

/// A short plan of our own that has rules and claims to read, so that those are asked of every site: each stands where the text names the first.
constexpr std::string_view planText = R"(太原市贯彻落实省生态环境保护督察反馈意见整改方案

2024年6月30日

一、水污染防治存在的问题

（一）沿河渣土未按要求清理。督察发现，第一渣土场距汾河最近处仅270米，清徐县有2家焦化企业建在汾河干流1公里范围内，雨水冲刷后入河。

整改目标：完成清理，恢复河道原貌。

整改时限：2024年12月底前

责任单位：太原市人民政府

整改措施：

1.汾河干流两岸100米范围内禁止堆放渣土，已有的渣土场限期清理。

2.自然保护区核心区内的煤矿全部关闭，恢复原状；煤矿与铁路的距离不得少于500米。

3.组织有关部门对沿河渣土进行清理，建立台账，逐一销号，防止反弹；落实河长制责任，加强日常巡查。
)";
constexpr std::string_view namedPlace = "第一渣土场";

plan::Task taskOf(std::string const& problem, std::size_t number)
{
    using plan::UnitRole;
    plan::Task task;
    task.id = std::format("{}-{:02}", problem, number + 1);
    task.no = std::format("{}.", number + 1);
    task.body = {"组织有关部门对沿河渣土进行清理，建立台账，逐一销号，防止反弹；落实河长制责任，加强日常巡查。", {0, 20}};
    task.units = {{UnitRole::Lead, {"市生态环境局", {0, 6}}}, {UnitRole::Responsible, {"有关县（市、区）政府", {7, 17}}}};
    task.deadline = {plan::DeadlineKind::Date, {Date{std::chrono::year{2024}, std::chrono::month{12}, std::chrono::day{31}}}, false, {"2024年12月底前", {0, 9}}};
    return task;
}

place::Site siteOf(std::string const& task, std::size_t number, geo::LonLat at, Span named)
{
    using enum place::Precision;
    struct Known {
        place::Precision precision;
        double radiusM;
    };
    static constexpr std::array<Known, 6> known{{{Exact, 0}, {Village, 800}, {Exact, 0}, {Township, 3000}, {Exact, 50}, {Village, 800}}};
    place::Site site;
    site.id = task + "-s1";
    site.taskId = task;
    site.place = std::format("第{}渣土场", number);
    site.kind = place::Kind::Site;
    site.span = named;
    site.county = "某县";
    site.adcode = "140100";
    site.precision = known[number % known.size()].precision;
    site.radiusM = known[number % known.size()].radiusM;
    site.shape = geo::Shape::point(at);
    site.score = 0.9;
    site.reason = "同句写明县名和乡镇";
    site.source = "随机数据";
    return site;
}

} // namespace

void makeLedger(std::filesystem::path const& file, std::size_t sites, std::uint64_t seed)
{
    Amounts amounts;
    amounts.points = sites;
    amounts.polygons = amounts.rivers = amounts.mines = 0;
    amounts.seed = seed;
    auto const points = generated(amounts).points;
    ledger::PlanRecord record;
    record.fileName = "random.txt";
    record.encoding = "UTF-8";
    record.sourceText = planText;
    record.sha256 = sha256(record.sourceText);
    text::Document const document{.name = record.fileName, .encoding = record.encoding, .sha256 = record.sha256, .source = orDie(toUtf32(record.sourceText))};
    auto& plan = record.plan = orDie(plan::readPlan(document, text::normalise(document.source)));
    plan.problems.clear(); // as many as are asked for instead
    auto const at = document.source.find(orDie(toUtf32(namedPlace)));
    Span const named{at, at + orDie(toUtf32(namedPlace)).size()};
    for (std::size_t i = 0; i < points.size(); i += tasksOfProblem) {
        plan::Problem problem;
        problem.id = std::format("{}-{:02}", plan.id, i / tasksOfProblem + 1);
        problem.no = std::format("（{}）", i / tasksOfProblem + 1);
        problem.section = 0;
        problem.body = {"沿河渣土未按要求清理，雨水冲刷后入河，下游断面水质不能稳定达标。", {8, 40}};
        problem.goals = {{"完成清理，恢复河道原貌", {8, 19}}};
        problem.categories = {"water", "solid-waste"};
        problem.span = {8, 40};
        for (std::size_t j = i; j < std::min(i + tasksOfProblem, points.size()); ++j) {
            problem.tasks.push_back(taskOf(problem.id, j - i));
            record.sites.push_back(siteOf(problem.tasks.back().id, j, points[j], named));
            record.taskCounties.push_back({"某县"});
        }
        plan.problems.push_back(std::move(problem));
    }
    auto ledger = orDie(ledger::Ledger::open(file, true));
    static_cast<void>(orDie(ledger.import({record}, Date{std::chrono::year{2024}, std::chrono::month{6}, std::chrono::day{30}})));
}

} // namespace zhengtu::bench
