#include "exchange/plan_json.hpp"

#include "ledger/rule_json.hpp"
#include "place/mention.hpp"
#include "plan/categories.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace zhengtu::exchange {

namespace {

using Json = nlohmann::ordered_json;
using ledger::numberJson;

Json spanJson(Span span) { return Json::array({span.begin, span.end}); }

template <class T> Json orNull(std::optional<T> const& value) { return value ? Json(*value) : Json(nullptr); }

Json unitsJson(std::vector<plan::Unit> const& units)
{
    Json json = Json::object();
    for (auto const role : {plan::UnitRole::Lead, plan::UnitRole::InlineLead, plan::UnitRole::Responsible, plan::UnitRole::Cooperating, plan::UnitRole::Acceptance, plan::UnitRole::Person}) {
        Json names = Json::array();
        for (auto const& unit : units) {
            if (unit.role == role) { names.push_back(unit.name.text); }
        }
        json[plan::name(role)] = std::move(names);
    }
    return json;
}

/// The same units with where each is printed: what a window highlights.
Json unitSpansJson(std::vector<plan::Unit> const& units)
{
    Json json = Json::array();
    for (auto const& unit : units) {
        json.push_back({{"role", plan::name(unit.role)}, {"text", unit.name.text}, {"span", spanJson(unit.name.span)}});
    }
    return json;
}

Json deadlineJson(plan::Deadline const& deadline)
{
    Json dates = Json::array();
    for (auto const& date : deadline.dates) { dates.push_back(isoDate(date)); }
    return {{"kind", plan::name(deadline.kind)}, {"dates", std::move(dates)}, {"long_term", deadline.longTerm}, {"text", deadline.said.text},
            {"span", spanJson(deadline.said.span)}};
}

Json mentionJson(place::Mention const& mention)
{
    // Air stations and water sections are one kind in this form.
    auto const kind = mention.kind == place::Kind::AirStation ? place::name(place::Kind::MonitoringSection) : place::name(mention.kind);
    Json json{{"text", mention.text}, {"kind", kind}, {"county", mention.county.empty() ? Json(nullptr) : Json(mention.county)}, {"span", spanJson(mention.span)}};
    if (!mention.adcode.empty()) { json["adcode"] = mention.adcode; }
    if (!mention.countyReason.empty()) { json["county_reason"] = mention.countyReason; }
    if (!mention.fullName.empty()) { json["full_name"] = mention.fullName; }
    if (!mention.featureId.empty()) { json["feature"] = mention.featureId; }
    if (mention.task != place::Mention::none) { json["task"] = mention.task; }
    return json;
}

Json quantitiesJson(std::vector<plan::Quantity> const& quantities)
{
    Json list = Json::array();
    for (auto const& one : quantities) {
        list.push_back({{"value", numberJson(one.value)}, {"unit", one.unit}, {"comparator", one.comparator}, {"year", orNull(one.year)},
                        {"text", one.said.text}, {"span", spanJson(one.said.span)}});
    }
    return list;
}

Json taskJson(plan::Task const& task, std::vector<std::string> const* counties)
{
    Json json{{"id", task.id}, {"no", task.no}, {"text", task.body.text}, {"span", spanJson(task.body.span)}, {"units", unitsJson(task.units)},
              {"unit_spans", unitSpansJson(task.units)}, {"counties", Json::array()}, {"deadline", deadlineJson(task.deadline)}};
    if (counties != nullptr) { json["counties"] = *counties; }
    json["quantities"] = quantitiesJson(task.quantities);
    if (!task.status.empty()) { json["status"] = task.status; }
    return json;
}

/// Which words in which sentences the categories rest on.
Json reasonsJson(plan::Problem const& problem)
{
    Json list = Json::array();
    auto const shipped = plan::shippedDictionary();
    if (!shipped) { return list; }
    for (auto const& reason : plan::explainCategories(problem, **shipped)) {
        list.push_back({{"category", reason.category}, {"word", reason.word}, {"text", reason.sentence}, {"span", spanJson(reason.span)}});
    }
    return list;
}

/// Mentions by problem; those outside all problems stand behind the last.
using MentionRows = std::vector<std::vector<place::Mention const*>>;

MentionRows byProblem(ledger::PlanRecord const& record)
{
    MentionRows rows(record.plan.problems.size() + 1);
    for (auto const& mention : record.mentions) { rows[std::min(mention.problem, rows.size() - 1)].push_back(&mention); }
    return rows;
}

/// Each name once, where it stands first; a county that is known at a later place is known for all.
Json mentionsJson(std::vector<place::Mention const*> const& mentions)
{
    Json list = Json::array();
    std::unordered_map<std::string_view, std::size_t> known;
    for (auto const* const mention : mentions) {
        auto const [at, added] = known.emplace(mention->text, list.size());
        if (added) {
            list.push_back(mentionJson(*mention));
        } else if (list[at->second]["county"].is_null() && !mention->county.empty()) {
            list[at->second]["county"] = mention->county;
        }
    }
    return list;
}

Json planHeadJson(ledger::PlanRecord const& record)
{
    auto const& plan = record.plan;
    Json declared = Json::object();
    if (plan.declared.sections) { declared["sections"] = *plan.declared.sections; }
    if (plan.declared.problems) { declared["problems"] = *plan.declared.problems; }
    if (plan.declared.tasks) { declared["tasks"] = *plan.declared.tasks; }
    std::size_t tasks = 0;
    for (auto const& problem : plan.problems) { tasks += problem.tasks.size(); }
    return {{"id", plan.id},
            {"title", plan.title},
            {"region", plan.region},
            {"year", orNull(plan.year)},
            {"kind", plan::name(plan.kind)},
            {"kind_reason", plan.kindReason},
            {"declared", std::move(declared)},
            {"found", {{"sections", plan.sections.size()}, {"problems", plan.problems.size()}, {"tasks", tasks}}},
            {"file", record.fileName},
            {"encoding", record.encoding},
            {"sha256", record.sha256}};
}

Json problemJson(ledger::PlanRecord const& record, std::size_t index, std::size_t firstTask, MentionRows const& mentions)
{
    auto const& problem = record.plan.problems[index];
    Json goals = Json::array();
    Json goalSpans = Json::array();
    for (auto const& goal : problem.goals) {
        goals.push_back(goal.text);
        goalSpans.push_back(spanJson(goal.span));
    }
    Json tasks = Json::array();
    for (std::size_t i = 0; i < problem.tasks.size(); ++i) {
        auto const at = firstTask + i;
        tasks.push_back(taskJson(problem.tasks[i], at < record.taskCounties.size() ? &record.taskCounties[at] : nullptr));
    }
    std::string section;
    if (problem.section != plan::Problem::npos) {
        auto const& heading = record.plan.sections[problem.section];
        section = heading.no + heading.title.text;
    }
    Json json{{"id", problem.id}, {"no", problem.no}, {"feedback_no", orNull(problem.feedbackNo)}, {"section", section}, {"subsection", problem.subsection},
              {"text", problem.body.text}, {"text_span", spanJson(problem.body.span)}, {"span", spanJson(problem.span)}, {"goals", std::move(goals)},
              {"goal_spans", std::move(goalSpans)}, {"categories", problem.categories}, {"units", problem.units.empty() ? Json::object() : unitsJson(problem.units)},
              {"deadline", problem.deadline ? deadlineJson(*problem.deadline) : Json(nullptr)}, {"tasks", std::move(tasks)},
              {"mentions", mentionsJson(mentions[index])}};
    json["quantities"] = quantitiesJson(problem.quantities);
    json["category_reasons"] = reasonsJson(problem);
    if (!problem.status.empty()) { json["status"] = problem.status; }
    return json;
}

/// Beside each span the page and the paragraph that it begins on, where the document is known to have them.
void addPositions(Json& json, text::Positions const& positions)
{
    if (!json.is_structured()) { return; }
    for (auto& inner : json) { addPositions(inner, positions); }
    if (!json.is_object()) { return; }
    auto const add = [&](char const* spanKey, char const* pageKey, char const* paragraphKey) {
        auto const span = json.find(spanKey);
        if (span == json.end() || span->empty()) { return; }
        auto const each = [&](auto const& number) {
            if (span->front().is_number()) { return orNull(number(span->front().template get<std::size_t>())); }
            Json list = Json::array();
            for (auto const& one : *span) { list.push_back(orNull(number(one.front().template get<std::size_t>()))); }
            return list;
        };
        auto pages = each([&](std::size_t at) { return positions.page(at); });
        auto paragraphs = each([&](std::size_t at) { return positions.paragraph(at); });
        if (!positions.pages.empty()) { json[pageKey] = std::move(pages); }
        if (!positions.paragraphs.empty()) { json[paragraphKey] = std::move(paragraphs); }
    };
    add("span", "page", "paragraph");
    add("goal_spans", "goal_pages", "goal_paragraphs");
}

} // namespace

std::string planJson(ledger::PlanRecord const& record, int indent)
{
    auto const& plan = record.plan;
    Json json;
    json["plan"] = planHeadJson(record);
    json["sections"] = Json::array();
    for (auto const& section : plan.sections) {
        json["sections"].push_back({{"no", section.no}, {"title", section.title.text}, {"span", spanJson(section.span)}});
    }
    json["problems"] = Json::array();
    auto const mentions = byProblem(record);
    std::size_t firstTask = 0;
    for (std::size_t i = 0; i < plan.problems.size(); ++i) {
        json["problems"].push_back(problemJson(record, i, firstTask, mentions));
        firstTask += plan.problems[i].tasks.size();
    }
    json["mentions"] = mentionsJson(mentions.back());
    json["targets"] = Json::array();
    for (auto const& target : plan.targets) {
        json["targets"].push_back({{"indicator", target.indicator}, {"comparator", target.comparator}, {"value", numberJson(target.value)},
                                   {"unit", target.unit}, {"year", orNull(target.year)}, {"text", target.said.text}, {"span", spanJson(target.said.span)}});
    }
    json["key_tasks"] = Json::array();
    for (auto const& task : plan.keyTasks) {
        json["key_tasks"].push_back({{"no", task.no}, {"title", task.title.text}, {"text", task.body.text}, {"span", spanJson(task.body.span)}});
    }
    json["rules"] = Json::array();
    for (auto const& rule : plan.rules) { json["rules"].push_back(ledger::ruleJson(rule)); }
    json["claims"] = Json::array();
    for (auto const& claim : plan.claims) { json["claims"].push_back(ledger::claimJson(claim)); }
    json["checks"] = Json::array();
    for (auto const& check : plan.checks) {
        json["checks"].push_back({{"what", check.what}, {"stated", numberJson(check.stated)}, {"found", numberJson(check.found)}, {"ok", check.ok}, {"decisive", check.decisive},
                                  {"quote", check.quote.text}, {"span", spanJson(check.quote.span)}});
    }
    json["notices"] = Json::array();
    for (auto const& notice : plan.notices) {
        json["notices"].push_back({{"what", notice.what}, {"detail", notice.detail}, {"span", spanJson(notice.span)}});
    }
    if (!record.positions.pages.empty() || !record.positions.paragraphs.empty()) { addPositions(json, record.positions); }
    return json.dump(indent, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace zhengtu::exchange
