#include "tasks_export.hpp"

#include "exchange/exporter.hpp"
#include "or_die.hpp"

#include <format>

namespace zhengtu::bench {

struct ExportOfTasks::Tasks {
    std::vector<ledger::TaskRow> rows;
};

namespace {

exchange::ExportOptions options(exchange::Format format, std::filesystem::path const& folder)
{
    exchange::ExportOptions options;
    options.format = format;
    options.directory = folder;
    options.overwrite = true;
    options.asOf = Date{std::chrono::year{2024}, std::chrono::month{6}, std::chrono::day{30}};
    return options;
}

ledger::TaskRow taskOf(std::size_t number, geo::LonLat at)
{
    using plan::UnitRole;
    ledger::TaskRow task;
    task.id = std::format("p0123456789-{:06}", number);
    task.planId = "p0123456789";
    task.problemId = std::format("p0123456789-{:05}", number / 4);
    task.planTitle = "某市生态环境保护督察反馈意见整改方案";
    task.section = "二、水污染防治存在的问题";
    task.problemNo = std::format("（{}）", number / 4 % 40 + 1);
    task.taskNo = std::format("{}.", number % 4 + 1);
    task.feedbackNo = static_cast<int>(number % 60);
    task.problemText = std::format("沿河第{}处渣土未按要求清理，雨水冲刷后入河，下游断面水质不能稳定达标。", number);
    task.goals = "完成清理，恢复河道原貌";
    task.taskText = std::format("组织有关部门对第{}处渣土进行清理，建立台账，逐一销号，防止反弹；落实河长制责任，加强日常巡查。", number);
    task.categories = {"water", "solid-waste"};
    task.units = {{UnitRole::Lead, {"市生态环境局", {}}}, {UnitRole::Responsible, {"有关县（市、区）政府", {}}}};
    task.counties = {"某县"};
    task.deadline = {plan::DeadlineKind::Date, {Date{std::chrono::year{2024}, std::chrono::month{12}, std::chrono::day{31}}}, false, {"2024年12月底前", {}}};
    task.status = "under-way";
    task.problemSpan = {number * 10, number * 10 + 40};
    task.taskSpan = {number * 10 + 50, number * 10 + 90};
    place::Site site;
    site.id = task.id + "-s1";
    site.taskId = task.id;
    site.place = "某村";
    site.kind = place::Kind::Village;
    site.county = "某县";
    site.adcode = "140100";
    site.precision = place::Precision::Village;
    site.shape = geo::Shape::point(at);
    site.radiusM = 800;
    site.score = 0.9;
    site.reason = "同句写明县名和乡镇";
    site.source = "随机数据";
    task.sites = {std::move(site)};
    return task;
}

} // namespace

ExportOfTasks::ExportOfTasks(std::vector<geo::LonLat> const& points) : m_tasks{std::make_unique<Tasks>()}
{
    for (std::size_t i = 0; i < points.size(); ++i) { m_tasks->rows.push_back(taskOf(i, points[i])); }
}
ExportOfTasks::~ExportOfTasks() = default;

namespace {

void checked(Result<exchange::ExportReport> const& done, std::size_t tasks)
{
    auto const report = orDie(done);
    if (report.located != tasks || !report.complete()) { die("the export lost something"); }
}

} // namespace

void ExportOfTasks::asShapefile(std::filesystem::path const& folder) const
{
    auto bare = options(exchange::Format::Shapefile, folder);
    bare.companions = false;
    checked(exchange::exportTasks(m_tasks->rows, {}, bare), m_tasks->rows.size());
}

void ExportOfTasks::whole(std::filesystem::path const& folder) const
{
    checked(exchange::exportTasks(m_tasks->rows, {}, options(exchange::Format::Shapefile, folder)), m_tasks->rows.size());
}

void ExportOfTasks::asGeoPackage(std::filesystem::path const& folder) const
{
    orDie(exchange::exportTasks(m_tasks->rows, {}, options(exchange::Format::GeoPackage, folder)));
}

} // namespace zhengtu::bench
