#include "cli/task_filter.hpp"

namespace zhengtu::cli {

Result<std::vector<ledger::TaskRow>> readTasks(std::string const& ledger, TaskFilter const& filter, Date asOf)
{
    auto opened = ledger::Ledger::openReadOnly(ledger);
    if (!opened) { return std::unexpected{std::move(opened.error())}; }
    auto tasks = opened->tasks();
    if (!tasks) { return std::unexpected{std::move(tasks.error()).at(ledger)}; }
    return workspace::filtered(std::move(*tasks), filter, asOf);
}

} // namespace zhengtu::cli
