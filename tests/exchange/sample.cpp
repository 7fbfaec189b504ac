#include "sample.hpp"

#include "core/resources.hpp"

#include <catch2/catch_test_macros.hpp>

#include <cstdlib>
#include <format>

namespace zhengtu::exchange::testing {

namespace fs = std::filesystem;

namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

std::string repeated(std::string_view text, int times)
{
    std::string all;
    for (int i = 0; i < times; ++i) { all += text; }
    return all;
}

ledger::TaskRow task(int number)
{
    ledger::TaskRow task;
    task.id = std::format("p0123456789-01-{:02}", number);
    task.planId = "p0123456789";
    task.problemId = "p0123456789-01";
    task.planTitle = "某市生态环境保护督察整改方案";
    task.section = "一、水污染防治";
    task.problemNo = "（一）";
    task.taskNo = std::format("{}.", number);
    task.feedbackNo = number;
    task.problemText = "沿河堆放煤矸石，𬇕水、㳇河受污染。";
    task.goals = "完成清理\n恢复植被";
    task.taskText = "清理煤矸石，\"限期\"完成";
    task.categories = {"water", "solid-waste"};
    task.units = {{plan::UnitRole::Lead, {"市生态环境局", {}}},
                  {plan::UnitRole::Responsible, {"甲县政府", {}}},
                  {plan::UnitRole::Responsible, {"乙县政府", {}}},
                  {plan::UnitRole::Person, {"王某", {}}}};
    task.counties = {"甲县", "乙县"};
    task.deadline = {plan::DeadlineKind::Dates, {Date{year{2018}, month{6}, day{30}}, Date{year{2019}, month{12}, day{31}}}, true, {"2018年6月底前", {}}};
    task.status = "under-way";
    task.problemSpan = {10, 40};
    task.taskSpan = {50, 70};
    return task;
}

place::Site site(ledger::TaskRow const& task, geo::Shape shape)
{
    place::Site site;
    site.id = std::format("{}-s{}", task.id, task.sites.size() + 1);
    site.taskId = task.id;
    site.place = "㳇河";
    site.kind = place::Kind::River;
    site.county = "甲县";
    site.adcode = "140110";
    site.precision = shape.empty() ? place::Precision::Unlocated : place::Precision::Village;
    site.shape = std::move(shape);
    site.radiusM = site.shape.empty() ? 0 : 1234.5;
    site.score = 0.875;
    site.reason = site.shape.empty() ? "没有找到这个地名" : "同句写明县名";
    site.source = "测试数据";
    return site;
}

geo::Shape reach() { return {geo::ShapeType::Line, {{{{112.4, 37.5}, {112.5, 37.6}, {112.55, 37.6}}, {}}, {{{112.6, 37.7}, {112.7, 37.8}}, {}}}}; }

geo::Shape lake()
{
    return {geo::ShapeType::Polygon,
            {{{{112, 37}, {112.4, 37}, {112.4, 37.4}, {112, 37.4}, {112, 37}}, {{{112.1, 37.1}, {112.1, 37.2}, {112.2, 37.2}, {112.2, 37.1}, {112.1, 37.1}}}},
             {{{113, 37}, {113.1, 37}, {113.1, 37.1}, {113, 37}}, {}}}};
}

} // namespace

std::vector<ledger::TaskRow> sampleTasks()
{
    std::vector<ledger::TaskRow> tasks{task(1), task(2), task(3), task(4)};
    tasks[0].problemText = repeated("煤矸石沿㳇河堆放，", 90);
    tasks[0].sites.push_back(site(tasks[0], geo::Shape::point({112.512345678, 37.87654321})));
    tasks[0].sites.push_back(site(tasks[0], reach()));
    tasks[0].sites.push_back(site(tasks[0], geo::Shape::point({112.6, 37.9})));
    tasks[1].sites.push_back(site(tasks[1], lake()));
    tasks[1].sites.push_back(site(tasks[1], {}));
    tasks[1].deadline = {plan::DeadlineKind::Immediate, {}, false, {"立行立改", {}}};
    tasks[1].feedbackNo.reset();
    tasks[2].sites.push_back(site(tasks[2], {}));
    tasks[2].taskText.clear();
    tasks[3].deadline = {};
    return tasks;
}

std::vector<ledger::TaskRow> manyTasks(int count)
{
    std::vector<ledger::TaskRow> tasks;
    for (int i = 1; i <= count; ++i) {
        auto each = task(i);
        each.problemText = repeated("长", 300);
        each.sites.push_back(site(each, geo::Shape::point({111 + 0.001 * i, 37})));
        tasks.push_back(std::move(each));
    }
    return tasks;
}

geo::Layer hotspotLayer()
{
    geo::Layer layer;
    layer.id = "hotspots";
    layer.title = "整改热点";
    geo::Feature area;
    area.id = "h1";
    area.name = "热点一";
    area.kind = "hotspot";
    area.more = {{"rank", "1"}, {"area_km2", "2435.127"}, {"categories", "water"}, {"中文字段", "值"}, {"a_very_long_name", "x"}, {"a_very_long_other", "y"}};
    area.shape = lake();
    layer.features = {area};
    return layer;
}

std::string bytesOf(fs::path const& path)
{
    auto bytes = readFile(path);
    REQUIRE(bytes.has_value());
    return *bytes;
}

std::map<std::string, std::string> contents(fs::path const& directory)
{
    std::map<std::string, std::string> files;
    for (auto const& entry : fs::recursive_directory_iterator{directory}) {
        auto const name = entry.path().lexically_relative(directory).string();
        files[name] = entry.is_regular_file() ? bytesOf(entry.path()) : "directory";
    }
    return files;
}

std::vector<std::string> namesIn(fs::path const& directory)
{
    std::vector<std::string> names;
    for (auto const& [name, bytes] : contents(directory)) { names.push_back(name); }
    return names;
}

ExportOptions to(fs::path const& directory, Format format)
{
    ExportOptions options;
    options.format = format;
    options.directory = directory;
    options.asOf = asOf;
    return options;
}

ExportReport exported(std::vector<ledger::TaskRow> const& tasks, std::vector<geo::Layer> const& layers, ExportOptions const& options)
{
    auto report = exportTasks(tasks, layers, options);
    CAPTURE(report ? std::string{} : describe(report.error()));
    REQUIRE(report.has_value());
    return *report;
}

nlohmann::json reportIn(fs::path const& directory) { return nlohmann::json::parse(bytesOf(directory / "tasks.export.json")); }

} // namespace zhengtu::exchange::testing
