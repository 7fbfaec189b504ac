#include "cli/console.hpp"
#include "cli/exit_code.hpp"
#include "cli/json.hpp"
#include "cli/long_work.hpp"
#include "cli/options.hpp"
#include "workspace/recurrence.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <format>

namespace zhengtu::cli {

namespace {

nlohmann::ordered_json toldJson(workspace::Told const& told)
{
    return {{"plan", told.planId}, {"title", told.planTitle}, {"year", told.year ? nlohmann::ordered_json(*told.year) : nlohmann::ordered_json(nullptr)}, {"place", told.place},
            {"owners", told.owners}, {"mentions", told.mentions}, {"closed", told.closed}, {"quote", told.quote}, {"span", {told.span.begin, told.span.end}}};
}

nlohmann::ordered_json recurrenceJson(workspace::Recurrence const& one)
{
    return {{"kind", name(one.kind)}, {"place_kind", place::name(one.placeKind)}, {"county", one.county}, {"answer", analysis::name(one.answer)}, {"distance_m", one.distanceM ? nlohmann::ordered_json(*one.distanceM) : nlohmann::ordered_json(nullptr)},
            {"at_most_m", one.atMostM ? nlohmann::ordered_json(*one.atMostM) : nlohmann::ordered_json(nullptr)}, {"reason", one.reason}, {"schematic", one.schematic}, {"earlier", toldJson(one.earlier)}, {"later", toldJson(one.later)}};
}

std::string yearOf(workspace::Told const& told) { return told.year ? std::to_string(*told.year) : std::string{"?"}; }

} // namespace

int runRecurrence(RecurrenceOptions const& options)
{
    LongWork const work{"looking for what comes back", options.quiet};
    auto const survey = workspace::surveyOf(options.ledger);
    if (!survey) { return report(survey.error()); }
    auto const found = workspace::recurrences(*survey, {.distanceM = options.distanceM, .closedOnly = options.closedOnly}, work.progress());
    if (!found) { return report(found.error()); }
    if (!options.dryRun && !options.closedOnly) {
        auto ledger = ledger::Ledger::open(options.ledger, false);
        if (!ledger) { return report(ledger.error()); }
        ledger->askBeforeChange(work.progressAndWriting());
        if (auto const stored = ledger->putLayer(workspace::asLayer(found->found), options.asOf); !stored) { return report(stored.error()); }
    }
    if (auto const go = work.startWriting(); !go) { return report(go.error()); }
    if (options.json) {
        auto json = nlohmann::ordered_json::array();
        for (auto const& one : found->found) { json.push_back(recurrenceJson(one)); }
        print(json);
        return Ok;
    }
    if (options.quiet) { return Ok; }
    Table table{{"what", "answer", "place", "county", "years", "distance", "why", "earlier", "later"}};
    std::size_t closed = 0;
    for (auto const& one : found->found) {
        closed += one.earlier.closed ? 1U : 0U;
        bool const same = one.kind == workspace::RecurrenceKind::SamePlace;
        table.add({std::string{name(one.kind)} + (one.earlier.closed ? ", closed before" : ""), analysis::name(one.answer),
                   one.earlier.place == one.later.place ? one.later.place : one.earlier.place + " - " + one.later.place, one.county, yearOf(one.earlier) + " - " + yearOf(one.later),
                   same && one.atMostM ? std::format("at most {:.0f} km", std::ceil(*one.atMostM / 1000)) : same ? "same place" : std::format("{:.0f} m", one.distanceM.value_or(0)), one.reason, fitted(one.earlier.quote, 60), fitted(one.later.quote, 60)});
    }
    if (!found->found.empty()) { table.print(); }
    std::printf("%zu places come back in %zu plans, %zu of them closed before (distances geodesic, CGCS2000)\n", found->found.size(), survey->plans.size(), closed);
    if (found->leftOut > 0) { std::printf("%zu pairs of places may be as near, but are known too vaguely to say\n", found->leftOut); }
    return Ok;
}

} // namespace zhengtu::cli
