#include "cli/parser.hpp"

#include "workspace/spatial_query.hpp"

namespace zhengtu::cli {

void addLedger(CLI::App& command, std::string& ledger)
{
    command.add_option("-l,--ledger", ledger, "the ledger, a GeoPackage")->required()->type_name("L.gpkg");
}

void addDistance(CLI::App& command, std::string const& name, double& metres, std::string const& help, bool required)
{
    command
        .add_option_function<std::string>(
            name,
            [&metres, name](std::string const& text) {
                auto const value = workspace::metresOf(text);
                if (!value) { throw CLI::ValidationError(name, "\"" + text + "\" is no distance; write 500m, 2km or 2公里"); }
                metres = *value;
            },
            help)
        ->required(required)
        ->type_name("DISTANCE");
}

void addFilter(CLI::App& command, TaskFilter& filter)
{
    command.add_option("--plan", filter.plan, "only of this plan: id, or part of the title");
    command.add_option("--county", filter.county, "only of this county");
    command.add_option("--category", filter.category, "only of this category (air, water, soil, solid-waste, ...)");
    command.add_option("--unit", filter.unit, "only with a unit whose name holds this");
    command.add_option("--role", filter.role, "with --unit: in this role")
        ->check(CLI::IsMember({"lead", "responsible", "cooperating", "acceptance", "person", "inline_lead"}));
    command.add_option("--deadline", filter.deadline, "only these")
        ->check(CLI::IsMember({"overdue", "due-soon", "under-way", "long-term", "accepted", "closed"}));
    command.add_option("--text", filter.text, "only with this text in problem, measure, unit or place");
    command.add_flag("--unlocated", filter.unlocated, "only those without a place");
}

} // namespace zhengtu::cli
