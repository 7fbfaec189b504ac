#include "cli/console.hpp"
#include "cli/exit_code.hpp"
#include "cli/json.hpp"
#include "cli/long_work.hpp"
#include "cli/options.hpp"
#include "cli/task_filter.hpp"
#include "exchange/exporter.hpp"
#include "workspace/layer_stack.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <format>
#include <map>
#include <set>
#include <tuple>

namespace zhengtu::cli {

namespace {

using Rows = std::vector<workspace::QueryRow>;

/// The layers that ship as the ledger sees them and, above them, its own.
Result<std::vector<geo::Layer>> allLayers(std::string const& ledger)
{
    auto const atlas = workspace::Atlas::load();
    if (!atlas) { return std::unexpected{atlas.error()}; }
    auto const opened = ledger::Ledger::openReadOnly(ledger);
    if (!opened) { return std::unexpected{opened.error()}; }
    auto own = opened->layers();
    if (!own) { return std::unexpected{std::move(own.error()).at(ledger)}; }
    return workspace::stacked(atlas->layers(), std::move(*own)).all();
}

Result<std::vector<geo::Feature>> targetsOf(QueryOptions const& options)
{
    auto const layers = allLayers(options.ledger);
    if (!layers) { return std::unexpected{layers.error()}; }
    auto zones = workspace::targets(*layers, options.target, options.zone);
    if (!zones || options.bufferM == 0) { return zones; }
    auto whole = workspace::wholeZones(*zones);
    return whole ? workspace::grown(std::move(*whole), options.bufferM) : whole;
}

Result<void> store(Rows const& rows, QueryOptions const& options)
{
    if (!options.output.empty()) {
        auto const layer = workspace::asLayer(rows, "query_result", options.target);
        auto const written = exchange::writeLayer(layer, options.output, options.overwrite);
        if (!written) { return written; }
    }
    if (!options.layer.empty()) {
        auto ledger = ledger::Ledger::open(options.ledger, false);
        if (!ledger) { return std::unexpected{ledger.error()}; }
        return ledger->putLayer(workspace::asLayer(rows, options.layer, options.target), options.asOf);
    }
    return {};
}

std::string whyOf(workspace::QueryRow const& row)
{
    if (row.others == 0) { return row.hit.reason; }
    return std::format("{}{}{} other{} as well", row.hit.reason, row.hit.reason.empty() ? "" : "; ", row.others, row.others == 1 ? "" : "s");
}

/// Rows that a reader would take for one: all that is known of their sites is the same area, so the answer is the same.
struct Line {
    workspace::QueryRow const* first = nullptr;
    std::size_t sites = 0;
    std::set<std::string> tasks;
    bool samePlace = true;

    [[nodiscard]] std::string place() const
    {
        if (sites == 1) { return first->site.place; }
        auto const& name = samePlace || first->site.county.empty() ? first->site.place : first->site.county;
        return std::format("{}: {} sites", name, sites);
    }
};

std::vector<Line> linesOf(Rows const& rows)
{
    std::vector<Line> lines;
    std::map<std::tuple<std::string, std::string, std::string, place::Precision, std::string>, std::size_t> areas;
    for (auto const& row : rows) {
        auto at = lines.size();
        if (row.hit.answer == analysis::Answer::Maybe && row.knownByAreaOnly()) {
            at = areas.try_emplace({row.zone, row.zoneRole, row.site.adcode, row.site.precision, whyOf(row)}, at).first->second;
        }
        if (at == lines.size()) { lines.emplace_back().first = &row; }
        auto& line = lines[at];
        ++line.sites;
        line.tasks.insert(row.task.id);
        line.samePlace = line.samePlace && row.site.place == line.first->site.place;
    }
    return lines;
}

void printTable(Rows const& rows, bool asked)
{
    if (!asked) {
        std::puts("The ledger has no task yet, so there is nothing to ask about.");
        return;
    }
    auto const lines = linesOf(rows);
    Table table{{"answer", "task", "no", "place", "precision", "zone", "role", "position", "distance_m", "why"}};
    for (auto const& line : lines) {
        auto const& row = *line.first;
        bool const one = line.tasks.size() == 1;
        table.add({analysis::name(row.hit.answer), one ? row.task.id : std::format("{} tasks", line.tasks.size()),
                   one ? row.task.taskNo : "", line.place(), std::string{place::name(row.site.precision)},
                   row.zone + (row.schematic ? " (schematic)" : ""), row.zoneRole, analysis::name(row.hit.position),
                   std::format("{:.0f}", row.hit.distanceM), whyOf(row)});
    }
    if (!rows.empty()) { table.print(); }
    auto const yes = static_cast<std::size_t>(std::ranges::count(rows, analysis::Answer::Yes, [](auto const& row) { return row.hit.answer; }));
    std::printf("%zu sites: %zu yes, %zu maybe (distances geodesic, CGCS2000)\n", rows.size(), yes, rows.size() - yes);
    if (lines.size() < rows.size()) { std::puts("Sites of which only the same area is known share a line; --json and --output list each."); }
    if (std::ranges::any_of(rows, &workspace::QueryRow::schematic)) {
        std::puts("Schematic zones are drawn from descriptions: check against the official boundary before acting on an answer.");
    }
}

/// `asked`: there are tasks to ask about.
int finish(Result<Rows> rows, QueryOptions const& options, bool asked, LongWork const& work)
{
    if (!rows) { return report(rows.error()); }
    if (options.certainOnly) { std::erase_if(*rows, [](auto const& row) { return row.hit.answer != analysis::Answer::Yes; }); }
    if (auto const go = work.startWriting(); !go) { return report(go.error()); }
    if (auto const stored = store(*rows, options); !stored) { return report(stored.error()); }
    if (options.json) {
        auto json = nlohmann::ordered_json::array();
        for (auto const& row : *rows) { json.push_back(toJson(row)); }
        print(json);
    } else if (!options.quiet) {
        printTable(*rows, asked);
    }
    return Ok;
}

} // namespace

int runQueryWithin(QueryOptions const& options)
{
    LongWork const work{"query", options.quiet};
    auto const tasks = readTasks(options.ledger, {}, options.asOf);
    if (!tasks) { return report(tasks.error()); }
    auto const zones = targetsOf(options);
    if (!zones) { return report(zones.error()); }
    return finish(workspace::queryWithin(*tasks, *zones, work.progress()), options, !tasks->empty(), work);
}

int runQueryNear(QueryOptions const& options)
{
    LongWork const work{"query", options.quiet};
    auto const tasks = readTasks(options.ledger, {}, options.asOf);
    if (!tasks) { return report(tasks.error()); }
    auto const features = targetsOf(options);
    if (!features) { return report(features.error()); }
    return finish(workspace::queryNear(*tasks, *features, options.distanceM, work.progress()), options, !tasks->empty(), work);
}

} // namespace zhengtu::cli
