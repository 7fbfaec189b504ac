#include "ledger/rule_store.hpp"

#include "ledger/history.hpp"
#include "ledger/plan_writer.hpp"
#include "ledger/rule_json.hpp"
#include "ledger/schema.hpp"
#include "ledger/text_list.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <format>
#include <functional>
#include <utility>

namespace zhengtu::ledger {

namespace {

/// Ledgers of before rules were stored have no such table.
bool hasTable(sqlite::Database& database, char const* name)
{
    return database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").query(name).step();
}

/// {"state": "confirmed", "set": {"pillar": 50}}: what an event of a rule says.
std::string decision(plan::Rule const& rule)
{
    nlohmann::ordered_json json{{"state", plan::name(rule.state)}, {"set", nlohmann::ordered_json::object()}};
    for (auto const& parameter : rule.parameters) {
        if (parameter.given && parameter.value) { json["set"][parameter.name] = numberJson(*parameter.value); }
    }
    return json.dump();
}

void setParameters(plan::Rule& rule, std::map<std::string, double> const& values)
{
    for (auto& parameter : rule.parameters) {
        auto const value = values.find(parameter.name);
        if (value == values.end()) { continue; }
        parameter.value = value->second;
        parameter.given = true;
    }
}

/// Brings a rule as it was read to what its last event says.
void applyDecision(plan::Rule& rule, std::string const& text)
{
    auto const json = nlohmann::ordered_json::parse(text, nullptr, false);
    if (!json.is_object()) { return; }
    if (auto const state = plan::ruleState(json.value("state", std::string{}))) { rule.state = *state; }
    if (auto const set = json.find("set"); set != json.end() && set->is_object()) {
        std::map<std::string, double> values;
        for (auto const& [name, value] : set->items()) {
            if (value.is_number()) { values[name] = value.get<double>(); }
        }
        setParameters(rule, values);
    }
}

std::string parametersText(plan::Rule const& rule)
{
    std::vector<std::string> parts;
    for (auto const& parameter : rule.parameters) {
        auto const value = parameter.value ? std::format("{:g}", *parameter.value) : std::string{"?"};
        parts.push_back(parameter.name + parameter.comparator + value + (parameter.unit.empty() ? "" : " " + parameter.unit));
    }
    return joined(parts, "; ");
}

template <class T> std::string saidList(std::vector<T> const& list)
{
    std::vector<std::string> parts;
    for (auto const& one : list) { parts.push_back(one.said.text); }
    return joined(parts, "、");
}

void writeQuantities(sqlite::Database& database, PlanRecord const& record)
{
    auto insert = database.prepare(insertInto("quantities", "plan_id, problem_id, task_id, ord, value, unit, comparator, year, said, text_begin, text_end"));
    auto const write = [&](std::vector<plan::Quantity> const& list, std::string const& problem, std::optional<std::string> const& task) {
        std::size_t ord = 0;
        for (auto const& one : list) {
            insert.run(record.plan.id, problem, task, ord++, one.value, one.unit, one.comparator, one.year, one.said.text, one.said.span.begin, one.said.span.end);
        }
    };
    for (auto const& problem : record.plan.problems) {
        write(problem.quantities, problem.id, std::nullopt);
        for (auto const& task : problem.tasks) { write(task.quantities, problem.id, task.id); }
    }
}

std::unexpected<Error> unknownRule(sqlite::Database& database, std::string const& id)
{
    std::string near;
    auto rows = database.prepare("SELECT rule_id FROM rules WHERE substr(rule_id, 1, 3) = substr(?, 1, 3) ORDER BY fid LIMIT 5");
    rows.query(id);
    while (rows.step()) { near += (near.empty() ? "" : ", ") + rows.text(0); }
    return fail(ErrorCode::NotFound, "the ledger has no rule " + id, near.empty() ? "zhengtu rules lists them." : "Near: " + near + ". zhengtu rules lists them all.");
}

} // namespace

void writeRules(sqlite::Database& database, PlanRecord const& record)
{
    auto last = database.prepare("SELECT new_value FROM events WHERE subject = ? AND what = 'rule' ORDER BY fid DESC LIMIT 1");
    auto insert = database.prepare(insertInto("rules", "rule_id, plan_id, ord, state, relation, severity, soft, subjects, objects, parameters, missing, demand, quote, "
                                                       "text_begin, text_end, owner, reason, definition"));
    std::size_t ord = 0;
    for (auto rule : record.plan.rules) {
        if (last.query(rule.id).step()) { applyDecision(rule, last.text(0)); }
        insert.run(rule.id, record.plan.id, ord++, plan::name(rule.state), plan::name(rule.relation), plan::name(rule.severity), rule.soft, saidList(rule.subjects),
                   saidList(rule.objects), parametersText(rule), joined(rule.missing()), rule.demand, rule.quote.text, rule.quote.span.begin, rule.quote.span.end,
                   rule.owner, rule.reason, ruleJson(rule).dump());
    }
    auto claim = database.prepare(insertInto("claims", "claim_id, plan_id, ord, kind, relation, subject, object, object_kind, comparator, value, unit, metres, square_metres, "
                                                       "of_total, said, value_begin, value_end, quote, text_begin, text_end, owner"));
    ord = 0;
    for (auto const& one : record.plan.claims) {
        auto const& said = one.quantity.said;
        claim.run(one.id, record.plan.id, ord++, plan::name(one.kind), plan::name(one.relation), one.subject.text, one.object.text, one.objectKind, one.quantity.comparator,
                  one.quantity.value, one.quantity.unit, one.metres, one.squareMetres, one.of, said.text, said.span.begin, said.span.end, one.quote.text, one.quote.span.begin,
                  one.quote.span.end, one.owner);
    }
    writeQuantities(database, record);
}

Result<std::vector<RuleRow>> readRules(sqlite::Database& database)
{
    std::vector<RuleRow> rules;
    if (!hasTable(database, "rules")) { return rules; }
    auto rows = database.prepare("SELECT r.plan_id, p.title, r.definition FROM rules r JOIN plans p ON p.plan_id = r.plan_id ORDER BY p.fid, r.ord");
    while (rows.step()) {
        auto rule = ruleFrom(rows.text(2));
        if (!rule) { return std::unexpected{std::move(rule.error())}; }
        rules.push_back({rows.text(0), rows.text(1), std::move(*rule)});
    }
    if (auto const state = database.outcome(); !state) { return std::unexpected{state.error()}; }
    return rules;
}

Result<std::vector<ClaimRow>> readClaims(sqlite::Database& database)
{
    std::vector<ClaimRow> claims;
    if (!hasTable(database, "claims")) { return claims; }
    auto rows = database.prepare("SELECT c.plan_id, p.title, c.claim_id, c.kind, c.relation, c.subject, c.object, c.object_kind, c.comparator, c.value, c.unit, c.metres, "
                                 "c.square_metres, c.of_total, c.said, c.value_begin, c.value_end, c.quote, c.text_begin, c.text_end, c.owner "
                                 "FROM claims c JOIN plans p ON p.plan_id = c.plan_id ORDER BY p.fid, c.ord");
    auto const real = [&](int column) { return rows.isNull(column) ? std::nullopt : std::optional{rows.real(column)}; };
    while (rows.step()) {
        plan::Claim claim;
        claim.id = rows.text(2);
        for (auto const kind : {plan::ClaimKind::Distance, plan::ClaimKind::Count, plan::ClaimKind::Area, plan::ClaimKind::Membership}) {
            if (rows.text(3) == plan::name(kind)) { claim.kind = kind; }
        }
        claim.relation = plan::ruleRelation(rows.text(4)).value_or(plan::RuleRelation::Within);
        claim.subject.text = rows.text(5);
        claim.object.text = rows.text(6);
        claim.objectKind = rows.text(7);
        claim.quantity = {.value = rows.real(9), .unit = rows.text(10), .comparator = rows.text(8), .year = std::nullopt, .said = {rows.text(14), {rows.size(15), rows.size(16)}}};
        claim.metres = real(11);
        claim.squareMetres = real(12);
        claim.of = real(13);
        claim.quote = {rows.text(17), {rows.size(18), rows.size(19)}};
        claim.owner = rows.text(20);
        claims.push_back({rows.text(0), rows.text(1), std::move(claim)});
    }
    if (auto const state = database.outcome(); !state) { return std::unexpected{state.error()}; }
    return claims;
}

Result<void> decide(sqlite::Database& database, std::string const& ruleId, plan::RuleState state, std::map<std::string, double> const& parameters, std::string const& who, Date asOf)
{
    if (!hasTable(database, "rules")) { return fail(ErrorCode::NotFound, "the ledger has no rules", "Import the plans again."); }
    auto stored = database.prepare("SELECT definition FROM rules WHERE rule_id = ?");
    if (!stored.query(ruleId).step()) { return unknownRule(database, ruleId); }
    auto read = ruleFrom(stored.text(0));
    if (!read) { return std::unexpected{std::move(read.error())}; }
    auto& rule = *read;
    auto const old = decision(rule);
    for (auto const& [name, value] : parameters) {
        bool const known = std::ranges::any_of(rule.parameters, [&](plan::RuleParameter const& parameter) { return parameter.name == name; });
        if (!known || !std::isfinite(value) || value < 0) {
            std::string names;
            for (auto const& parameter : rule.parameters) { names += (names.empty() ? "" : ", ") + parameter.name; }
            return fail(ErrorCode::Usage, known ? "the value of " + name + " must not be negative" : "rule " + ruleId + " has no parameter " + name,
                        names.empty() ? "It needs none." : "Its parameters: " + names + ".");
        }
    }
    setParameters(rule, parameters);
    if (auto const open = rule.missing(); state == plan::RuleState::Confirmed && !open.empty()) {
        return fail(ErrorCode::Usage, "rule " + ruleId + " needs a value that the plan does not state: " + joined(open, ", "), "Give it: --set " + open.front() + "=50m");
    }
    rule.state = state;
    auto const now = decision(rule);
    if (now == old) { return {}; }
    Event event;
    event.who = who;
    event.subject = ruleId;
    event.what = "rule";
    event.oldValue = old;
    event.newValue = now;
    appendEvent(database, event, asOf);
    database.prepare("UPDATE rules SET state = ?, parameters = ?, missing = ?, definition = ? WHERE rule_id = ?")
        .run(plan::name(rule.state), parametersText(rule), joined(rule.missing()), ruleJson(rule).dump(), ruleId);
    for (char const* const table : {"rules", "events"}) { schema::touch(database, table, asOf); }
    return database.outcome();
}

} // namespace zhengtu::ledger
