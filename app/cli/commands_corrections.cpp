#include "cli/parser.hpp"

namespace zhengtu::cli {

namespace {

void addWho(CLI::App& command, std::string& who)
{
    command.add_option("--who", who, "who corrects, for the history; else the login name")->type_name("NAME");
}

} // namespace

void addCorrect(Parser& parser)
{
    auto& correct = *parser.app.add_subcommand("correct", "Correct what was read; kept as events, undone with undo")->require_subcommand(1);
    {
        auto const [command, options] = parser.add(correct, "task", "Correct a task (or a problem's text and categories, or a goal)", runCorrectTask);
        auto& wish = options->wish;
        command->add_option("id", options->subject, "id of a task, problem or goal (<problem id>-g1)")->required();
        addLedger(*command, options->ledger);
        command->add_option("--status", wish.status, "workflow state")->check(CLI::IsMember({"under-way", "accepted", "closed"}));
        command->add_option("--deadline", wish.deadline, "2024-06-30, several with commas, immediate, long-term, by-plan, referenced, none");
        command->add_option("--category", wish.categories, "categories of the problem, the strongest first")->delimiter(',');
        command->add_option("--role", options->roles, "UNIT=ROLE: the unit has another role (lead, responsible, cooperating, acceptance, person, inline_lead)");
        command->add_option("--rename-unit", options->renames, "UNIT=NAME: the unit is called otherwise");
        command->add_option("--add-unit", options->added, "UNIT=ROLE: a unit that was missed");
        command->add_option("--drop-unit", wish.dropped, "a name that is no unit of it");
        command->add_option("--text", wish.text, "the text, laid over the printed one");
        command->add_option("--split", wish.split, "make two tasks of it: how many characters stay, or the words that the second begins with");
        command->add_option("--merge", wish.merge, "id of another task of the problem that is part of this one");
        command->add_option("--as", wish.as, "what the passage is")->check(CLI::IsMember({"measure", "goal", "note"}));
        addWho(*command, options->who);
    }
    auto const [command, options] = parser.add(correct, "site", "Correct where a site is", runCorrectSite);
    command->add_option("id", options->subject, "id of a site")->required();
    addLedger(*command, options->ledger);
    command->add_option("--candidate", options->candidate, "pick the N-th of its candidates (sites --json lists them)")->check(CLI::PositiveNumber);
    command->add_option("--at", options->at, "drop a pin: LON,LAT in degrees");
    command->add_option("--wkt", options->wkt, "draw a line or area: a WKT, longitude first");
    command->add_option("--county", options->county, "only its county is known: 晋源区");
    command->add_flag("--not-a-place", options->notAPlace, "the name is no place");
    command->add_flag("--reset", options->reset, "as it was read");
    addDistance(*command, "--radius", options->radiusM, "how exactly it is known; 50m unless given", false);
    command->add_option("--precision", options->precision, "exact unless given")
        ->check(CLI::IsMember({"exact", "facility", "village", "township", "county", "city"}));
    command->add_flag("--everywhere", options->everywhere, "also the other sites of this name in the same county (or region, where no county is known)");
    addWho(*command, options->who);
}

void addHistory(Parser& parser)
{
    {
        auto const [command, options] = parser.add(parser.app, "history", "List who changed what, and when", runHistory);
        command->add_option("subject", options->subject, "only of this plan, task or site");
        addLedger(*command, options->ledger);
        command->add_flag("--pending", options->pending, "only corrections that could not be applied to what was read last");
    }
    for (bool const redo : {false, true}) {
        auto const [command, options] = parser.add(parser.app, redo ? "redo" : "undo", redo ? "Do again what was undone last" : "Take back the last correction", runUndo);
        options->redo = redo;
        addLedger(*command, options->ledger);
        addWho(*command, options->who);
    }
}

} // namespace zhengtu::cli
