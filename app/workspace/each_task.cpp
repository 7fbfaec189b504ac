#include "workspace/each_task.hpp"

#include "ledger/task_pages.hpp"

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

namespace zhengtu::workspace {

Result<std::size_t> eachTask(ledger::Ledger const& ledger, TaskFilter const& filter, Date asOf, std::function<void(ledger::TaskRow&)> const& visit)
{
    constexpr std::size_t pageSize = 2000;
    auto pages = ledger.taskPages(); // before the table: of one state
    if (!pages) { return std::unexpected{std::move(pages.error())}; }
    auto const table = ledger.sites(filter.text);
    if (!table) { return std::unexpected{table.error()}; }
    auto const asked = chosen(*table, filter, asOf);
    for (std::size_t begin = 0; begin < asked.numbers.size(); begin += pageSize) {
        std::vector<std::string_view> ids;
        for (auto const task : std::span{asked.numbers}.subspan(begin, std::min(pageSize, asked.numbers.size() - begin))) { ids.push_back(table->taskId(task)); }
        auto tasks = pages->read(ids);
        if (!tasks) { return std::unexpected{std::move(tasks.error())}; }
        for (auto& task : *tasks) { visit(task); }
    }
    return asked.numbers.size();
}

} // namespace zhengtu::workspace
