#include "sample.hpp"

#include "core/identity.hpp"
#include "core/resources.hpp"

#include <catch2/catch_test_macros.hpp>
#include <sqlite3.h>

#include <cstdlib>
#include <format>

namespace zhengtu::ledger::testing {

namespace fs = std::filesystem;

namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

plan::Task task(std::string const& problemId, int number, std::string const& measure)
{
    plan::Task task;
    task.id = std::format("{}-{:02}", problemId, number);
    task.no = std::format("{}.", number);
    task.body = {measure, {40, 60}};
    task.units = {{plan::UnitRole::Lead, {"市生态环境局", {61, 67}}},
                  {plan::UnitRole::Responsible, {"晋源区、小店区政府", {70, 79}}},
                  {plan::UnitRole::Person, {"王某", {80, 82}}}};
    task.deadline = {plan::DeadlineKind::Dates, {Date{year{2018}, month{6}, day{30}}, Date{year{2019}, month{12}, day{31}}}, true,
                     {"2018年6月底前，2019年底完成，长期坚持", {90, 112}}};
    return task;
}

place::Site site(std::string const& taskId, int number, geo::Shape shape, place::Precision precision)
{
    place::Site site;
    site.id = std::format("{}-s{}", taskId, number);
    site.taskId = taskId;
    site.place = "汾河";
    site.kind = place::Kind::AirStation;
    site.span = {45, 47};
    site.county = "晋源区";
    site.adcode = "140110";
    site.shape = std::move(shape);
    site.precision = precision;
    site.radiusM = 200;
    site.score = 0.9;
    site.featureId = "rivers:fen";
    site.source = "测试数据";
    site.schematic = true;
    site.figure = place::Figure::Ring;
    site.reason = "原文写明";
    site.candidates = {{"rivers:fen2", "汾河支流", 0.4, "同名"}, {"rivers:fen3", "汾河水库", 0.2, "名称包含"}};
    return site;
}

geo::Shape line(double lon)
{
    return {geo::ShapeType::Line, {{{{lon, 37.5}, {lon + 0.1, 37.6}}, {}}, {{{lon + 0.2, 37.7}, {lon + 0.3, 37.8}}, {}}}};
}

geo::Shape square(double lon, double lat, double side)
{
    return {geo::ShapeType::Polygon,
            {{{{lon, lat}, {lon + side, lat}, {lon + side, lat + side}, {lon, lat + side}, {lon, lat}},
              {{{lon + side / 4, lat + side / 4}, {lon + side / 4, lat + side / 2}, {lon + side / 2, lat + side / 2}, {lon + side / 4, lat + side / 4}}}}}};
}

PlanRecord header(std::string const& region, std::string const& variant)
{
    PlanRecord record;
    record.fileName = region + ".txt";
    record.encoding = "UTF-8";
    record.sourceText = "一、大气污染防治\n（一）" + region + "沿河堆放煤矸石𬇕㳇。" + variant;
    record.sha256 = sha256(record.sourceText);
    auto& plan = record.plan;
    plan.id = stableId("p", region);
    plan.title = region + "生态环境保护督察反馈问题整改方案";
    plan.region = region;
    plan.year = 2018;
    plan.kind = plan::PlanKind::Rectification;
    plan.declared = {1, std::nullopt, 3};
    plan.sections = {{"一、", {"大气污染防治", {2, 8}}, {0, 10}}};
    plan.checks = {{"declared sections", 1, 1, true, {"一个方面", {0, 4}}}};
    plan.notices = {{"impossible-date", "2018-06-31", {5, 9}}};
    plan.targets = {{"PM2.5", "<=", "微克/立方米", 45.5, 2025, {"45.5", {3, 7}}}};
    plan.keyTasks = {{"1.", {"重点任务", {1, 5}}, {"正文", {6, 8}}}};
    return record;
}

plan::Problem problem(plan::Plan const& plan, int number)
{
    plan::Problem problem;
    problem.id = std::format("{}-{:02}", plan.id, number);
    problem.no = std::format("（{}）", number);
    problem.feedbackNo = number;
    problem.section = 0;
    problem.body = {"沿河堆放煤矸石，扬尘严重。", {10, 30}};
    problem.goals = {{"完成清理", {31, 35}}, {"恢复植被", {36, 40}}};
    problem.categories = {"air", "solid-waste"};
    problem.span = {10, 120};
    return problem;
}

} // namespace

PlanRecord sampleRecord(std::string const& region, std::string const& variant)
{
    auto record = header(region, variant);
    auto first = problem(record.plan, 1);
    first.tasks = {task(first.id, 1, "清理煤矸石" + variant), task(first.id, 2, "恢复植被")};
    first.tasks[1].status = "已完成";
    auto second = problem(record.plan, 2);
    second.units = {{plan::UnitRole::Acceptance, {"市督察办", {130, 134}}}};
    second.deadline = plan::Deadline{plan::DeadlineKind::Immediate, {}, false, {"立行立改", {135, 139}}};
    second.section = plan::Problem::npos;
    second.feedbackNo.reset();
    record.sites = {site(first.tasks[0].id, 1, geo::Shape::point({112.5, 37.8}), place::Precision::Exact),
                    site(first.tasks[0].id, 2, line(112.4), place::Precision::Facility),
                    site(first.tasks[0].id, 3, geo::Shape::point({112.6, 37.9}), place::Precision::Village),
                    site(first.tasks[1].id, 1, square(112.1, 37.1, 0.5), place::Precision::County),
                    site(second.id, 1, {}, place::Precision::Unlocated)};
    record.sites.back().county.clear();
    record.taskCounties = {{"晋源区", "小店区"}, {}, {"清徐县"}};
    record.mentions = {{"汾河", place::Kind::River, {45, 47}, 0, 0, "晋源区", "140110", "同句所述", "", "rivers:fen"},
                       {"太原", place::Kind::City, {1, 3}, place::Mention::none, place::Mention::none, "", "", "", "", ""}};
    record.plan.problems = {first, second};
    return record;
}

PlanRecord largeRecord(std::string const& region, int problems, std::string const& variant)
{
    auto record = header(region, variant);
    for (int i = 1; i <= problems; ++i) {
        auto each = problem(record.plan, i);
        each.tasks = {task(each.id, 1, "清理煤矸石" + variant), task(each.id, 2, "恢复植被" + variant)};
        for (auto const& one : each.tasks) {
            record.sites.push_back(site(one.id, 1, geo::Shape::point({111.0 + 0.01 * i, 37.0}), place::Precision::Village));
            record.sites.push_back(site(one.id, 2, line(111.0 + 0.01 * i), place::Precision::Facility));
            record.taskCounties.push_back({"晋源区"});
        }
        record.plan.problems.push_back(std::move(each));
    }
    return record;
}

geo::Layer sampleLayer()
{
    geo::Layer layer;
    layer.id = "hotspots";
    layer.title = "整改热点";
    layer.titleEn = "Hotspots";
    layer.kind = "hotspot";
    layer.style = "hotspot";
    layer.source = "本台账";
    layer.licence = "内部";
    layer.date = "2024-06-30";
    layer.note = "eps 8000 m";
    layer.schematic = true;
    geo::Feature area;
    area.id = "h1";
    area.name = "热点一";
    area.aliases = {"甲", "乙"};
    area.kind = "hotspot";
    area.accuracyM = 12.5;
    area.schematic = true;
    area.more = {{"rank", "1"}, {"area_km2", "12.25"}, {"Name", "撞名"}, {"code", "007"}, {"share", "0.50"}};
    area.shape = square(112, 37, 0.2);
    geo::Feature point = area;
    point.id = "h2";
    point.more = {{"area_km2", "3"}, {"rank", "2"}, {"share", "1.00"}};
    point.shape = geo::Shape::point({112.3, 37.2});
    geo::Feature nowhere;
    nowhere.id = "h3";
    nowhere.more = {{"code", ""}};
    geo::Feature last = area;
    last.id = "h4";
    layer.features = {area, point, nowhere, last};
    return layer;
}

std::string bytesOf(fs::path const& path)
{
    auto bytes = readFile(path);
    REQUIRE(bytes.has_value());
    return *bytes;
}

std::string sql(fs::path const& path, std::string const& statement)
{
    sqlite3* database = nullptr;
    sqlite3_open(path.c_str(), &database);
    std::string rows;
    char* message = nullptr;
    auto const collect = [](void* slot, int, char** values, char**) noexcept {
        auto& text = *static_cast<std::string*>(slot);
        text += (text.empty() ? "" : "|") + std::string{values[0] == nullptr ? "NULL" : values[0]};
        return 0;
    };
    if (sqlite3_exec(database, statement.c_str(), collect, &rows, &message) != SQLITE_OK) { rows = message; }
    sqlite3_free(message);
    sqlite3_close(database);
    return rows;
}

} // namespace zhengtu::ledger::testing
