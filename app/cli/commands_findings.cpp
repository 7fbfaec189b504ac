#include "cli/parser.hpp"
#include "workspace/spatial_query.hpp"

namespace zhengtu::cli {

void addRules(Parser& parser)
{
    auto& rules = *parser.app.add_subcommand("rules", "Spatial rules that plans lay down: list, confirm, reject and run them")->require_subcommand(1)->fallthrough();
    auto const [list, listOptions] = parser.add(rules, "list", "List the rules with their quote, state and what is missing", runRulesList);
    addLedger(*list, listOptions->ledger);
    list->add_option("--plan", listOptions->plan, "only of this plan: id, or part of the title");
    list->add_option("--state", listOptions->state, "only these")->check(CLI::IsMember({"proposed", "confirmed", "rejected"}));
    auto const addDecision = [&](std::string const& name, std::string const& help, int (*run)(RulesOptions const&)) {
        auto const [command, options] = parser.add(rules, name, help, run);
        command->add_option("id", options->id, "the rule")->required();
        addLedger(*command, options->ledger);
        command->add_option("--who", options->who, "who decides; else the login name")->type_name("NAME");
        return std::pair{command, options};
    };
    auto const [confirm, options] = addDecision("confirm", "Let a rule run, with the values that the plan leaves open", runRulesConfirm);
    confirm
        ->add_option_function<std::vector<std::string>>(
            "--set",
            [chosen = options](std::vector<std::string> const& texts) {
                for (auto const& text : texts) {
                    auto const sign = text.find('=');
                    auto const value = sign == std::string::npos ? std::nullopt : workspace::metresOf(std::string_view{text}.substr(sign + 1));
                    if (!value || sign == 0) { throw CLI::ValidationError("--set", "\"" + text + "\" is no value; write pillar=50m"); }
                    chosen->set[text.substr(0, sign)] = *value;
                }
            },
            "a value that the plan does not state; may be repeated")
        ->type_name("NAME=VALUE");
    addDecision("reject", "Keep a rule from running", runRulesReject);
    auto const [carry, of] = parser.add(rules, "run", "Run the confirmed rules and those of laws over all sites and layers", runRulesRun);
    addLedger(*carry, of->ledger);
    carry->add_option("--rule", of->rule, "only this rule");
    carry->add_option("--rules", of->files, "rules of your own, a file like those of geodata/rules")->type_name("FILE");
    carry->add_flag("--no-laws", of->noLaws, "without the rules of laws that ship");
    carry->add_flag("--proposed", of->proposed, "for a look, also rules that nobody has confirmed; stores nothing");
    carry->add_flag("--all", of->all, "print every finding that may be");
    carry->add_flag("--dry-run", of->dryRun, "do not store the findings as a layer of the ledger");
}

void addClaims(Parser& parser)
{
    auto const [command, options] = parser.add(parser.app, "claims", "Hold what plans state of distances, counts and areas against the map", runClaims);
    addLedger(*command, options->ledger);
    command->add_option("--plan", options->plan, "only of this plan: id, or part of the title");
    command->add_option("--verdict", options->verdict, "only these")->check(CLI::IsMember({"agrees", "differs", "cannot-decide"}));
    command->add_flag("--dry-run", options->dryRun, "do not store the findings as a layer of the ledger");
}

void addRecurrence(Parser& parser)
{
    auto const [command, options] = parser.add(parser.app, "recurrence", "Find places that come back: in several plans, or near what was closed", runRecurrence);
    addLedger(*command, options->ledger);
    addDistance(*command, "--distance", options->distanceM, "how near to each other two places are (500m where it is not said)", false);
    command->add_flag("--closed-only", options->closedOnly, "only where the earlier plan's tasks are accepted or closed; stores nothing");
    command->add_flag("--dry-run", options->dryRun, "do not store the findings as a layer of the ledger");
}

} // namespace zhengtu::cli
