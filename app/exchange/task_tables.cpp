#include "exchange/task_tables.hpp"

#include "exchange/packed_rows.hpp"
#include "exchange/task_fields.hpp"

#include <algorithm>
#include <utility>

namespace zhengtu::exchange {

namespace {

using geo::Cell;
using ledger::TaskRow;
using place::Site;

bool isLocated(TaskRow const& task)
{
    return std::ranges::any_of(task.sites, [](Site const& site) { return !site.shape.empty(); });
}

/// The numbers of the fields that are said of a task, in the list of all.
std::vector<std::size_t> fieldsOfTask()
{
    std::vector<std::size_t> numbers;
    auto const fields = taskFields();
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].ofTask) { numbers.push_back(i); }
    }
    return numbers;
}

/// The rows of sites, told from the ledger's.
class SiteRows : public geo::RowSource {
public:
    explicit SiteRows(std::vector<TaskRow> const& tasks)
    {
        for (auto const& task : tasks) {
            for (auto const& site : task.sites) { m_rows.emplace_back(&task, &site); }
            if (task.sites.empty()) { m_rows.emplace_back(&task, &nowhere()); }
        }
    }
    [[nodiscard]] std::size_t size() const override { return m_rows.size(); }
    [[nodiscard]] geo::Shape const& shape(std::size_t row) const override { return m_rows[row].second->shape; }
    [[nodiscard]] Cell cell(std::size_t row, std::size_t field, std::string& room) const override
    {
        return taskCell(field, *m_rows[row].first, *m_rows[row].second, room);
    }

private:
    std::vector<std::pair<TaskRow const*, Site const*>> m_rows;
};

/// The rows of tasks: of what each has in the rows of sites, the fields that are said of the task.
class WholeTasks : public geo::RowSource {
public:
    /// `firstRows`: of each task, among those of sites.
    WholeTasks(std::shared_ptr<RowSource const> sites, std::vector<std::size_t> firstRows)
        : m_sites{std::move(sites)}, m_firstRows{std::move(firstRows)}, m_fields{fieldsOfTask()}
    {
    }
    [[nodiscard]] std::size_t size() const override { return m_firstRows.size(); }
    [[nodiscard]] geo::Shape const& shape(std::size_t) const override { return nowhere().shape; }
    [[nodiscard]] Cell cell(std::size_t row, std::size_t field, std::string& room) const override { return m_sites->cell(m_firstRows[row], m_fields[field], room); }

private:
    std::shared_ptr<RowSource const> m_sites;
    std::vector<std::size_t> m_firstRows, m_fields;
};

TaskTables tables(std::shared_ptr<geo::RowSource const> const& sites, std::vector<std::size_t> firstRows)
{
    TaskTables made{.sites = {.id = "tasks", .suffix = "", .title = "整改任务", .fields = taskFields(), .rows = sites, .sound = {}, .keyField = 0},
                    .texts = {.id = "tasks", .suffix = "_text", .title = "整改任务全文", .fields = taskFields(), .rows = {}, .sound = {}, .keyField = 0},
                    .tasks = firstRows.size()};
    std::erase_if(made.texts.fields, [](Field const& field) { return !field.ofTask; });
    made.texts.rows = std::make_shared<WholeTasks const>(sites, std::move(firstRows));
    return made;
}

} // namespace

PackedTasks::PackedTasks()
{
    std::vector<geo::FieldType> types;
    for (auto const& field : taskFields()) { types.push_back(field.type); }
    m_fields = types.size();
    m_rows = std::make_shared<PackedRows>(std::move(types));
}

void PackedTasks::add(TaskRow const& task)
{
    m_firstRows.push_back(static_cast<std::uint32_t>(m_rows->size()));
    m_sites += task.sites.size();
    m_located += isLocated(task) ? 1 : 0;
    std::string room;
    auto const put = [&](Site const& site) {
        for (std::size_t field = 0; field < m_fields; ++field) { m_rows->put(taskCell(field, task, site, room)); }
        m_rows->end(site.shape);
    };
    for (auto const& site : task.sites) { put(site); }
    if (task.sites.empty()) { put(nowhere()); }
}

TaskTables tablesOf(std::vector<TaskRow> const& tasks)
{
    std::vector<std::size_t> firstRows;
    std::size_t rows = 0, sites = 0, located = 0;
    for (auto const& task : tasks) {
        firstRows.push_back(rows);
        rows += std::max<std::size_t>(1, task.sites.size());
        sites += task.sites.size();
        located += isLocated(task) ? 1 : 0;
    }
    auto made = tables(std::make_shared<SiteRows const>(tasks), std::move(firstRows));
    made.siteCount = sites;
    made.located = located;
    return made;
}

TaskTables tablesOf(PackedTasks const& tasks)
{
    std::vector<std::size_t> firstRows;
    for (std::size_t task = 0; task < tasks.size(); ++task) { firstRows.push_back(tasks.firstRow(task)); }
    auto made = tables(tasks.rows(), std::move(firstRows));
    made.siteCount = tasks.sites();
    made.located = tasks.located();
    return made;
}

} // namespace zhengtu::exchange
