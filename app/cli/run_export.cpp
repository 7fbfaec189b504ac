#include "cli/console.hpp"
#include "cli/exit_code.hpp"
#include "cli/json.hpp"
#include "cli/long_work.hpp"
#include "cli/options.hpp"
#include "exchange/exporter.hpp"
#include "exchange/packed_tasks.hpp"
#include "workspace/each_task.hpp"

#include <nlohmann/json.hpp>

#include <cstdio>

namespace zhengtu::cli {

int runExport(ExportOptions const& options)
{
    LongWork const work{"export", options.quiet};
    auto const ledger = ledger::Ledger::openReadOnly(options.ledger);
    if (!ledger) { return report(ledger.error()); }
    exchange::PackedTasks tasks;
    auto const read = workspace::eachTask(*ledger, options.filter, options.asOf, [&](ledger::TaskRow const& task) { tasks.add(task); });
    if (!read) { return report(Error{read.error()}.at(options.ledger)); }
    auto const layers = ledger->layers();
    if (!layers) { return report(layers.error()); }
    auto const plans = ledger->plans();
    if (!plans) { return report(plans.error()); }
    exchange::ExportOptions const wanted{.format = *exchange::formatOf(options.format), .directory = options.directory,
                                         .baseName = options.base, .encoding = options.encoding, .epsg = options.epsg,
                                         .overwrite = options.overwrite, .strict = options.strict, .companions = !options.noCompanions, .asOf = options.asOf, .sources = *plans, .goOn = work.progressAndWriting()};
    auto const done = exchange::exportTasks(tasks, *layers, wanted);
    if (!done) { return report(done.error()); }
    if (options.json) {
        auto files = nlohmann::ordered_json::array();
        for (auto const& file : done->files) { files.push_back(file.string()); }
        print({{"files", files}, {"tasks", done->tasks}, {"sites", done->sites}, {"located", done->located},
               {"unlocated", done->unlocated}, {"truncated", done->truncated}, {"lost", done->lost}});
    } else if (!options.quiet) {
        for (auto const& file : done->files) { std::printf("%s\n", file.string().c_str()); }
        std::printf("%zu tasks = %zu located + %zu not; %zu sites; %zu texts cut%s, %zu lost\n", done->tasks,
                    done->located, done->unlocated, done->sites, done->truncated, options.noCompanions ? "" : " (whole in the sidecar)", done->lost);
    }
    return done->complete() ? Ok : Incomplete;
}

} // namespace zhengtu::cli
