#include "cli/json.hpp"

#include "geo/codec.hpp"

#include <nlohmann/json.hpp>

#include <cstdio>

namespace zhengtu::cli {

using nlohmann::ordered_json;

namespace {

ordered_json toJson(Span span) { return {span.begin, span.end}; }

ordered_json unitsJson(std::vector<plan::Unit> const& units)
{
    ordered_json json = ordered_json::object();
    for (auto const& unit : units) { json[plan::name(unit.role)].push_back(unit.name.text); }
    return json;
}

ordered_json deadlineJson(plan::Deadline const& deadline)
{
    ordered_json dates = ordered_json::array();
    for (auto const date : deadline.dates) { dates.push_back(isoDate(date)); }
    return {{"kind", plan::name(deadline.kind)}, {"dates", dates}, {"long_term", deadline.longTerm}, {"text", deadline.said.text}};
}

ordered_json orNull(std::string const& text) { return text.empty() ? ordered_json{} : ordered_json(text); }

} // namespace

ordered_json toJson(place::Site const& site)
{
    ordered_json candidates = ordered_json::array();
    for (auto const& candidate : site.candidates) {
        candidates.push_back({{"feature", candidate.featureId}, {"name", candidate.name}, {"score", candidate.score},
                              {"reason", candidate.reason}});
    }
    return {{"id", site.id}, {"task", site.taskId}, {"place", site.place}, {"kind", place::name(site.kind)},
            {"span", toJson(site.span)}, {"county", orNull(site.county)}, {"adcode", orNull(site.adcode)},
            {"precision", place::name(site.precision)}, {"radius_m", site.radiusM}, {"score", site.score},
            {"feature", orNull(site.featureId)}, {"source", site.source}, {"schematic", site.schematic},
            {"figure", site.shape.empty() ? ordered_json{} : ordered_json(place::name(site.figure))},
            {"reason", site.reason}, {"candidates", candidates},
            {"geometry", site.shape.empty() ? ordered_json{} : ordered_json::parse(geo::toGeoJsonGeometry(site.shape))}};
}

ordered_json toJson(ledger::TaskRow const& task, Date asOf)
{
    ordered_json sites = ordered_json::array();
    for (auto const& site : task.sites) { sites.push_back(toJson(site)); }
    return {{"id", task.id}, {"plan", task.planId}, {"section", task.section}, {"problem_no", task.problemNo},
            {"feedback_no", task.feedbackNo ? ordered_json(*task.feedbackNo) : ordered_json{}}, {"task_no", task.taskNo},
            {"problem", task.problemText}, {"goals", task.goals}, {"task", task.taskText}, {"categories", task.categories},
            {"units", unitsJson(task.units)}, {"counties", task.counties}, {"deadline", deadlineJson(task.deadline)},
            {"status", task.status}, {"state", cartography::name(workspace::statusOf(task, asOf))},
            {"problem_span", toJson(task.problemSpan)}, {"task_span", toJson(task.taskSpan)},
            {"page", task.page ? ordered_json(*task.page) : ordered_json{}}, {"paragraph", task.paragraph ? ordered_json(*task.paragraph) : ordered_json{}},
            {"sites", sites}};
}

ordered_json toJson(workspace::QueryRow const& row)
{
    auto const orNull = [](std::optional<double> const& chance) { return chance ? ordered_json(*chance) : ordered_json{}; };
    auto also = ordered_json::array();
    for (auto const& other : row.also) {
        also.push_back({{"condition", other.term}, {"answer", analysis::name(other.hit.answer)}, {"probability", orNull(other.hit.probability)},
                        {"position", analysis::name(other.hit.position)}, {"distance_m", other.hit.distanceM}, {"share", other.hit.share},
                        {"zone", other.zone}, {"reason", other.hit.reason}});
    }
    return {{"answer", analysis::name(row.hit.answer)}, {"probability", orNull(row.hit.probability)}, {"position", analysis::name(row.hit.position)},
            {"distance_m", row.hit.distanceM}, {"share", row.hit.share}, {"reason", row.hit.reason}, {"zone", row.zone},
            {"zone_role", row.zoneRole.empty() ? ordered_json{} : ordered_json(row.zoneRole)}, {"zone_schematic", row.schematic}, {"others", row.others}, {"also", also}, {"task", row.task.id},
            {"task_no", row.task.taskNo}, {"task_text", row.task.taskText}, {"site", toJson(row.site)}};
}

ordered_json toJson(ledger::PlanRow const& plan)
{
    return {{"id", plan.id}, {"title", plan.title}, {"region", plan.region}, {"kind", plan.kind},
            {"year", plan.year ? ordered_json(*plan.year) : ordered_json{}}, {"file", plan.fileName}, {"sha256", plan.sha256},
            {"problems", plan.problems}, {"tasks", plan.tasks}, {"located", plan.located}, {"complete", plan.complete}};
}

ordered_json toJson(std::vector<ledger::Event> const& events)
{
    // What the history keeps as JSON is shown as JSON, and a bare word as a text.
    auto const value = [](std::string const& text) {
        auto parsed = text.starts_with('{') ? ordered_json::parse(text, nullptr, false) : ordered_json(text);
        return parsed.is_discarded() ? ordered_json(text) : parsed;
    };
    auto json = ordered_json::array();
    for (auto const& event : events) {
        json.push_back({{"id", event.id}, {"when", event.when}, {"who", event.who}, {"subject", event.subject}, {"what", event.what},
                        {"old", value(event.oldValue)}, {"new", value(event.newValue)}});
    }
    return json;
}

namespace {

std::string printed(ordered_json const& json) { return json.dump(1, ' ', false, ordered_json::error_handler_t::replace); }

} // namespace

void print(ordered_json const& json) { std::puts(printed(json).c_str()); }

void ArrayPrinter::add(ordered_json const& element)
{
    std::string text = m_any ? ",\n " : "[\n ";
    for (char const c : printed(element)) { // a line break of a text is escaped, so each of these begins a line of the element
        text += c;
        if (c == '\n') { text += ' '; }
    }
    std::fwrite(text.data(), 1, text.size(), stdout);
    m_any = true;
}

void ArrayPrinter::end() { std::puts(m_any ? "\n]" : "[]"); }

} // namespace zhengtu::cli
