#include "cli/console.hpp"
#include "cli/exit_code.hpp"
#include "cli/json.hpp"
#include "cli/options.hpp"
#include "workspace/each_task.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <format>
#include <functional>

namespace zhengtu::cli {

namespace {

std::string unitsOf(ledger::TaskRow const& task)
{
    // The unit that leads, or else those that are responsible: whom an official looks for first.
    std::string lead;
    std::string responsible;
    for (auto const& unit : task.units) {
        auto* const list = plan::leads(unit.role) ? &lead : unit.role == plan::UnitRole::Responsible ? &responsible : nullptr;
        if (list != nullptr) { *list += (list->empty() ? "" : "、") + unit.name.text; }
    }
    return lead.empty() ? responsible : lead;
}

std::string placesOf(ledger::TaskRow const& task)
{
    std::string places;
    for (auto const& site : task.sites) {
        places += std::format("{}{} ({})", places.empty() ? "" : ", ", site.place.empty() ? "?" : site.place, place::name(site.precision));
    }
    return places;
}

bool isLocated(ledger::TaskRow const& task)
{
    return std::ranges::any_of(task.sites, [](auto const& site) { return !site.shape.empty(); });
}

Result<std::size_t> eachTask(std::string const& path, TaskFilter const& filter, Date asOf, std::function<void(ledger::TaskRow const&)> const& visit)
{
    auto const ledger = ledger::Ledger::openReadOnly(path);
    if (!ledger) { return std::unexpected{ledger.error()}; }
    return workspace::eachTask(*ledger, filter, asOf, visit).transform_error([&](Error error) { return std::move(error).at(path); });
}

} // namespace

int runTasks(ListOptions const& options)
{
    ArrayPrinter json;
    Table table{{"id", "no", "task", "units", "deadline", "state", "places"}};
    std::size_t located = 0;
    auto const tasks = eachTask(options.ledger, options.filter, options.asOf, [&](ledger::TaskRow const& task) {
        if (options.json) {
            json.add(toJson(task, options.asOf));
        } else if (!options.quiet) {
            table.add({task.id, task.problemNo + task.taskNo, fitted(task.taskText, 48), fitted(unitsOf(task), 32), fitted(task.deadline.said.text, 24),
                       cartography::name(workspace::statusOf(task, options.asOf)), fitted(placesOf(task), 60)});
            located += isLocated(task) ? 1U : 0U;
        }
    });
    if (!tasks) { return report(tasks.error()); }
    if (options.json) {
        json.end();
    } else if (!options.quiet) {
        table.print();
        std::printf("%zu tasks, %zu located, %zu not (as of %s)\n", *tasks, located, *tasks - located, isoDate(options.asOf).c_str());
    }
    return Ok;
}

int runSites(ListOptions const& options)
{
    auto filter = options.filter;
    filter.unlocated = false; // of sites, not of tasks: a task may name one place that is known and one that is not
    ArrayPrinter json;
    Table table{{"id", "place", "kind", "county", "precision", "radius_m", "lon", "lat", "reason"}};
    auto const tasks = eachTask(options.ledger, filter, options.asOf, [&](ledger::TaskRow const& task) {
        for (auto const& site : task.sites) {
            if (options.filter.unlocated && !site.shape.empty()) { continue; }
            if (options.json) {
                json.add(toJson(site));
                continue;
            }
            auto const middle = geo::extentOf(site.shape).centre();
            bool const known = !site.shape.empty();
            table.add({site.id, site.place, std::string{place::name(site.kind)}, site.county, std::string{place::name(site.precision)},
                       known ? std::format("{:.0f}", site.radiusM) : "", known ? std::format("{:.5f}", middle.lon) : "",
                       known ? std::format("{:.5f}", middle.lat) : "", fitted(site.reason, 80)});
        }
    });
    if (!tasks) { return report(tasks.error()); }
    if (options.json) {
        json.end();
    } else if (!options.quiet) {
        table.print();
    }
    return Ok;
}

} // namespace zhengtu::cli
