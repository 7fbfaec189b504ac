#include "cli/filtered_tasks.hpp"

#include "ledger/site_table.hpp"
#include "ledger/task_pages.hpp"

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

namespace zhengtu::cli {

Result<std::size_t> eachTask(std::string const& path, TaskFilter const& filter, Date asOf, std::function<void(ledger::TaskRow const&)> const& visit)
{
    auto const ledger = ledger::Ledger::openReadOnly(path);
    return ledger ? eachTask(*ledger, path, filter, asOf, visit) : std::unexpected{ledger.error()};
}

Result<std::size_t> eachTask(ledger::Ledger const& ledger, std::string const& path, TaskFilter const& filter, Date asOf,
                             std::function<void(ledger::TaskRow const&)> const& visit)
{
    constexpr std::size_t pageSize = 2000;
    auto pages = ledger.taskPages(); // before the table: of one state
    if (!pages) { return std::unexpected{std::move(pages.error()).at(path)}; }
    auto const table = ledger.sites(filter.text);
    if (!table) { return std::unexpected{Error{table.error()}.at(path)}; }
    auto const asked = workspace::chosen(*table, filter, asOf);
    for (std::size_t begin = 0; begin < asked.numbers.size(); begin += pageSize) {
        std::vector<std::string_view> ids;
        for (auto const task : std::span{asked.numbers}.subspan(begin, std::min(pageSize, asked.numbers.size() - begin))) { ids.push_back(table->taskId(task)); }
        auto const tasks = pages->read(ids);
        if (!tasks) { return std::unexpected{Error{tasks.error()}.at(path)}; }
        for (auto const& task : *tasks) { visit(task); }
    }
    return asked.numbers.size();
}

} // namespace zhengtu::cli
