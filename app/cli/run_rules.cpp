#include "cli/console.hpp"
#include "cli/exit_code.hpp"
#include "cli/json.hpp"
#include "cli/options.hpp"
#include "ledger/ledger.hpp"
#include "ledger/rule_json.hpp"

#include <nlohmann/json.hpp>
#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace zhengtu::cli {

namespace {

std::string loginName()
{
    auto const* const entry = getpwuid(geteuid());
    return entry == nullptr ? std::string{"uid "} + std::to_string(geteuid()) : std::string{entry->pw_name};
}

std::string objectsOf(plan::Rule const& rule)
{
    std::string text;
    for (auto const& object : rule.objects) { text += (text.empty() ? "" : "、") + object.said.text + (object.bounded ? "" : " (no boundary)"); }
    return text;
}

std::string subjectsOf(plan::Rule const& rule)
{
    std::string text;
    for (auto const& subject : rule.subjects) { text += (text.empty() ? "" : "、") + subject.said.text; }
    return text.empty() ? "?" : text;
}

std::string numbersOf(plan::Rule const& rule)
{
    std::string text;
    for (auto const& one : rule.parameters) {
        auto const value = one.value ? ledger::numberJson(*one.value).dump() + (one.unit.empty() ? "" : " " + one.unit) : std::string{"MISSING"};
        text += (text.empty() ? "" : ", ") + one.name + " " + one.comparator + " " + value;
    }
    return text;
}

int decide(RulesOptions const& options, plan::RuleState state)
{
    auto ledger = ledger::Ledger::open(options.ledger, false);
    if (!ledger) { return report(ledger.error()); }
    auto const done = ledger->decideRule(options.id, state, options.set, options.who.empty() ? loginName() : options.who, options.asOf);
    if (!done) { return report(done.error()); }
    if (!options.quiet && !options.json) { std::printf("%s %s\n", options.id.c_str(), plan::name(state)); }
    if (options.json) {
        auto const rules = ledger->rules();
        if (!rules) { return report(rules.error()); }
        auto const row = std::ranges::find(*rules, options.id, [](ledger::RuleRow const& one) { return one.rule.id; });
        if (row != rules->end()) { print(ledger::ruleJson(row->rule)); }
    }
    return Ok;
}

} // namespace

int runRulesList(RulesOptions const& options)
{
    auto const ledger = ledger::Ledger::openReadOnly(options.ledger);
    if (!ledger) { return report(ledger.error()); }
    auto const rules = ledger->rules();
    if (!rules) { return report(rules.error()); }
    auto json = nlohmann::ordered_json::array();
    Table table{{"id", "state", "severity", "relation", "subject", "where", "numbers", "quote"}};
    std::size_t shown = 0;
    std::size_t open = 0;
    for (auto const& [planId, title, rule] : *rules) {
        bool const ofPlan = options.plan.empty() || planId == options.plan || title.find(options.plan) != std::string::npos;
        if (!ofPlan || (!options.state.empty() && options.state != plan::name(rule.state))) { continue; }
        ++shown;
        open += rule.missing().empty() ? 0U : 1U;
        if (options.json) {
            auto one = ledger::ruleJson(rule);
            one["plan"] = planId;
            json.push_back(std::move(one));
            continue;
        }
        table.add({rule.id, plan::name(rule.state), std::string{plan::name(rule.severity)} + (rule.soft ? " (soft)" : ""), plan::name(rule.relation), fitted(subjectsOf(rule), 30),
                   fitted(objectsOf(rule), 36), numbersOf(rule), fitted(rule.quote.text, 100)});
    }
    if (options.json) {
        print(json);
    } else if (!options.quiet) {
        table.print();
        std::printf("%zu rules, %zu with a number that the plan does not state\n", shown, open);
    }
    return Ok;
}

int runRulesConfirm(RulesOptions const& options) { return decide(options, plan::RuleState::Confirmed); }
int runRulesReject(RulesOptions const& options) { return decide(options, plan::RuleState::Rejected); }

} // namespace zhengtu::cli
