#include "cli/console.hpp"
#include "cli/exit_code.hpp"
#include "cli/json.hpp"
#include "cli/long_work.hpp"
#include "cli/options.hpp"
#include "cli/query_report.hpp"
#include "exchange/exporter.hpp"
#include "workspace/corrections.hpp"
#include "workspace/layer_stack.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>

namespace zhengtu::cli {

namespace {

/// What a query is asked of.
struct Grounds {
    ledger::Ledger ledger;
    std::vector<geo::Layer> layers; ///< what ships as the ledger sees it and, above it, its own
    std::vector<ledger::SavedQuery> saved;
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
    auto const printed = printRows(found, options.json);
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
