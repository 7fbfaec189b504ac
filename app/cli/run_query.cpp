#include "cli/console.hpp"
#include "cli/exit_code.hpp"
#include "cli/json.hpp"
#include "cli/long_work.hpp"
#include "cli/options.hpp"
#include "exchange/exporter.hpp"
#include "ledger/site_table.hpp"
#include "ledger/task_pages.hpp"
#include "workspace/corrections.hpp"
#include "workspace/layer_stack.hpp"
#include "workspace/query_counts.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <format>
#include <map>
#include <set>
#include <tuple>

namespace zhengtu::cli {

namespace {

/// What a query is asked of.
struct Grounds {
    ledger::Ledger ledger;
    std::vector<geo::Layer> layers; ///< what ships as the ledger sees it and, above it, its own
    std::vector<ledger::SavedQuery> saved;
};

/// A query's hits with the sites that they are of.
struct Found {
    ledger::SiteTable const& table;
    workspace::QueryFound const& answer;
    ledger::TaskPages& pages;
};

Result<Grounds> groundsOf(std::string const& path)
{
    auto const atlas = workspace::Atlas::load();
    if (!atlas) { return std::unexpected{atlas.error()}; }
    auto opened = ledger::Ledger::openReadOnly(path);
    if (!opened) { return std::unexpected{opened.error()}; }
    auto own = opened->layers();
    if (!own) { return std::unexpected{std::move(own.error()).at(path)}; }
    auto saved = opened->queries();
    if (!saved) { return std::unexpected{std::move(saved.error()).at(path)}; }
    return Grounds{std::move(*opened), workspace::stacked(atlas->layers(), std::move(*own)).all(), std::move(*saved)};
}

Result<void> store(Found const& found, QueryOptions const& options, LongWork const& work)
{
    if (options.output.empty() && options.layer.empty()) { return {}; }
    auto layer = workspace::emptyLayer("query_result", workspace::words(options.query));
    auto const made = workspace::eachRow(found.answer.hits, found.table, found.pages, [&](workspace::QueryRow const& row) -> Result<void> {
        workspace::add(layer, row);
        return {};
    });
    if (!made) { return made; }
    if (!options.output.empty()) {
        auto const written = exchange::writeLayer(layer, options.output, options.overwrite, work.progressAndWriting());
        if (!written) { return written; }
    }
    if (options.layer.empty()) { return {}; }
    auto ledger = ledger::Ledger::open(options.ledger, false);
    if (!ledger) { return std::unexpected{ledger.error()}; }
    layer.id = options.layer;
    ledger->askBeforeChange(work.progressAndWriting());
    return ledger->putLayer(layer, options.asOf);
}

std::string whyOf(workspace::QueryHit const& row)
{
    if (row.others == 0) { return row.hit.reason; }
    return std::format("{}{}{} other{} as well", row.hit.reason, row.hit.reason.empty() ? "" : "; ", row.others, row.others == 1 ? "" : "s");
}

/// "0.37", "<0.01", "?" where no model tells; nothing for what is certain.
std::string chanceWords(std::optional<double> const& chance)
{
    if (!chance) { return "?"; }
    if (*chance >= 1) { return {}; }
    if (*chance < 0.005) { return "<0.01"; }
    return *chance > 0.995 ? ">0.99" : std::format("{:.2f}", *chance);
}

/// Rows that a reader would take for one: all that is known of their sites is the same area, so the answer is the same.
struct Line {
    workspace::QueryHit const* first = nullptr;
    std::size_t sites = 0, tasks = 0;
    bool samePlace = true;
};

std::string placeOf(Line const& line, ledger::SiteTable const& table)
{
    auto const site = line.first->hit.site;
    if (line.sites == 1) { return std::string{table.place(site)}; }
    auto const county = table.view(site).county;
    return std::format("{}: {} sites", line.samePlace || county.empty() ? table.place(site) : county, line.sites);
}

std::vector<Line> linesOf(Found const& found)
{
    std::vector<Line> lines;
    std::map<std::tuple<std::string, std::string, std::string, place::Precision, std::string>, std::size_t> areas;
    std::set<std::pair<std::size_t, std::size_t>> shared; // line and task, of lines that sites share
    for (auto const& row : found.answer.hits) {
        auto const site = found.table.view(row.hit.site);
        auto at = lines.size();
        bool const area = row.hit.answer == analysis::Answer::Maybe && place::isSomewhereIn(site);
        if (area) { at = areas.try_emplace({row.zone, row.zoneRole, std::string{site.adcode}, site.precision, whyOf(row)}, at).first->second; }
        if (at == lines.size()) { lines.emplace_back().first = &row; }
        auto& line = lines[at];
        ++line.sites;
        line.tasks += !area || shared.emplace(at, found.table.taskOf(row.hit.site)).second ? 1U : 0U;
        line.samePlace = line.samePlace && found.table.place(row.hit.site) == found.table.place(line.first->hit.site);
    }
    return lines;
}

void printTable(Found const& found)
{
    auto const& [table, answer, pages] = found;
    auto const& rows = answer.hits;
    if (answer.asked.empty()) {
        std::puts("The ledger has no such task, so there is nothing to ask about.");
        return;
    }
    auto const lines = linesOf(found);
    Table out{{"answer", "p", "task", "no", "place", "precision", "zone", "role", "position", "distance_m", "why"}};
    for (auto const& line : lines) {
        auto const& row = *line.first;
        bool const one = line.tasks == 1;
        auto const task = table.taskOf(row.hit.site);
        out.add({analysis::name(row.hit.answer), chanceWords(row.hit.probability), one ? std::string{table.taskId(task)} : std::format("{} tasks", line.tasks),
                   one ? std::string{table.taskNo(task)} : "", placeOf(line, table), std::string{place::name(table.view(row.hit.site).precision)},
                   row.zone + (row.schematic ? " (schematic)" : ""), row.zoneRole, analysis::name(row.hit.position),
                   std::format("{:.0f}", row.hit.distanceM), whyOf(row)});
    }
    if (!rows.empty()) { out.print(); }
    auto const yes = static_cast<std::size_t>(std::ranges::count(rows, analysis::Answer::Yes, [](auto const& row) { return row.hit.answer; }));
    std::printf("%zu sites: %zu yes, %zu maybe (distances geodesic, CGCS2000)\n", rows.size(), yes, rows.size() - yes);
    if (answer.others > 0) {
        std::printf("%zu more sites may be as near: too little is known of where they are. zhengtu sites lists them.\n", answer.others);
    }
    if (lines.size() < rows.size()) { std::puts("Sites of which only the same area is known share a line; --json and --output list each."); }
    if (std::ranges::any_of(rows, &workspace::QueryHit::schematic)) {
        std::puts("Schematic zones are drawn from descriptions: check against the official boundary before acting on an answer.");
    }
}

void printCounts(std::vector<workspace::CountRow> const& rows, std::string const& by, bool json)
{
    if (json) {
        auto list = nlohmann::ordered_json::array();
        for (auto const& row : rows) {
            list.push_back({{by, row.key.empty() ? nlohmann::ordered_json{} : nlohmann::ordered_json(row.key)}, {"tasks", row.asked}, {"yes", row.yes},
                            {"maybe", row.maybe}, {"expected", row.expected}, {"sites", row.sites}});
        }
        print(list);
        return;
    }
    Table table{{by, "tasks", "yes", "maybe", "expected", "sites"}};
    for (auto const& row : rows) {
        table.add({row.key.empty() ? "(several or none)" : row.key, std::to_string(row.asked), std::to_string(row.yes), std::to_string(row.maybe),
                   std::format("{:.1f}", row.expected), std::to_string(row.sites)});
    }
    table.print();
    std::printf("tasks: all that were asked about; yes, maybe: tasks hit; expected: the sum of their probabilities\n");
}

Result<void> printRows(Found const& found, QueryOptions const& options)
{
    if (!options.json) {
        printTable(found);
        return {};
    }
    ArrayPrinter json;
    auto const printed = workspace::eachRow(found.answer.hits, found.table, found.pages, [&](workspace::QueryRow const& row) -> Result<void> {
        json.add(toJson(row));
        return {};
    });
    if (!printed) { return printed; }
    json.end();
    if (found.answer.others > 0) { std::fprintf(stderr, "note: %zu more sites may be as near\n", found.answer.others); }
    return {};
}

/// Asks and hands the answer on.
int finish(Grounds const& grounds, QueryOptions const& options, LongWork const& work)
{
    auto pages = grounds.ledger.taskPages(); // before the table: of one state
    if (!pages) { return report(std::move(pages.error()).at(options.ledger)); }
    auto const table = grounds.ledger.sites(options.query.filter.text);
    if (!table) { return report(Error{table.error()}.at(options.ledger)); }
    auto const answer = workspace::ask(*table, grounds.layers, options.query, options.asOf, work.progress());
    if (!answer) { return report(answer.error()); }
    Found const found{*table, *answer, *pages};
    if (auto const stored = store(found, options, work); !stored) { return report(stored.error()); }
    if (auto const go = work.startWriting(); !go) { return report(go.error()); }
    for (auto const& note : answer->notes.words) { std::fprintf(stderr, "note: %s\n", note.c_str()); }
    int const done = answer->notes.leftOut > 0 ? Incomplete : Ok;
    if (options.quiet && !options.json) { return done; }
    if (auto const by = workspace::groupByOf(options.countBy)) {
        printCounts(workspace::countBy(*by, *answer, *table, grounds.layers), options.countBy, options.json);
        return done;
    }
    if (!options.layer.empty()) { // that was a change, and of no task
        pages = grounds.ledger.taskPages();
        if (!pages) { return report(std::move(pages.error()).at(options.ledger)); }
    }
    auto const printed = printRows(found, options);
    return printed ? done : report(Error{printed.error()}.at(options.ledger));
}

/// The query that was asked for, its further conditions read.
Result<workspace::SpatialQuery> queryOf(QueryOptions const& options)
{
    auto query = options.query;
    for (auto const& words : options.also) {
        auto term = workspace::termOf(words);
        if (!term) { return std::unexpected{std::move(term.error()).at("--and")}; }
        query.terms.push_back(std::move(*term));
    }
    return query;
}

} // namespace

int runQuery(QueryOptions const& options)
{
    LongWork const work{"query", options.quiet};
    auto asked = options;
    auto query = queryOf(options);
    if (!query) { return report(query.error()); }
    asked.query = std::move(*query);
    auto const grounds = groundsOf(options.ledger);
    return grounds ? finish(*grounds, asked, work) : report(grounds.error());
}

int runQuerySaved(QueryOptions const& options)
{
    LongWork const work{"query", options.quiet};
    auto const grounds = groundsOf(options.ledger);
    if (!grounds) { return report(grounds.error()); }
    auto const known = std::ranges::find(grounds->saved, options.name, &ledger::SavedQuery::name);
    if (known == grounds->saved.end()) {
        return report({.code = ErrorCode::NotFound, .detail = "the ledger has no saved query \"" + options.name + "\"", .where = options.ledger,
                       .cure = ledger::knownQueries(grounds->saved)});
    }
    auto query = workspace::queryFrom(known->definition);
    if (!query) { return report(std::move(query.error()).at(options.name)); }
    auto asked = options;
    query->certainOnly = query->certainOnly || options.query.certainOnly;
    asked.query = std::move(*query);
    return finish(*grounds, asked, work);
}

int runQuerySave(QueryOptions const& options)
{
    auto query = queryOf(options);
    if (!query) { return report(query.error()); }
    auto const grounds = groundsOf(options.ledger);
    if (!grounds) { return report(grounds.error()); }
    auto ledger = ledger::Ledger::open(options.ledger, false);
    if (!ledger) { return report(ledger.error()); }
    auto const saved = workspace::saveQuery(*ledger, grounds->layers, options.name, *query, options.overwrite, workspace::currentUser(), options.asOf);
    if (!saved) { return report(saved.error()); }
    if (!options.quiet) { std::printf("%s: %s\n", options.name.c_str(), workspace::words(*query).c_str()); }
    return Ok;
}

int runQueryList(QueryOptions const& options)
{
    auto const ledger = ledger::Ledger::openReadOnly(options.ledger);
    if (!ledger) { return report(ledger.error()); }
    auto const saved = ledger->queries();
    if (!saved) { return report(saved.error()); }
    auto json = nlohmann::ordered_json::array();
    Table table{{"name", "asks", "saved", "by"}};
    for (auto const& one : *saved) {
        auto const query = workspace::queryFrom(one.definition);
        table.add({one.name, query ? workspace::words(*query) : "broken: " + query.error().detail, one.saved, one.who});
        json.push_back({{"name", one.name}, {"query", nlohmann::ordered_json::parse(one.definition, nullptr, false)}, {"saved", one.saved}, {"by", one.who}});
    }
    if (options.json) { print(json); }
    else if (saved->empty()) { std::puts("No query is saved yet: zhengtu query save NAME within TARGET"); }
    else if (!options.quiet) { table.print(); }
    return Ok;
}

int runQueryRemove(QueryOptions const& options)
{
    auto ledger = ledger::Ledger::open(options.ledger, false);
    if (!ledger) { return report(ledger.error()); }
    auto const removed = ledger->removeQuery(options.name, workspace::currentUser(), options.asOf);
    return removed ? Ok : report(removed.error());
}

} // namespace zhengtu::cli
