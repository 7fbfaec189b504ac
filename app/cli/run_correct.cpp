#include "cli/console.hpp"
#include "cli/exit_code.hpp"
#include "cli/json.hpp"
#include "cli/options.hpp"
#include "geo/codec.hpp"
#include "workspace/corrections.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <format>
#include <unordered_map>

namespace zhengtu::cli {

namespace {

std::string whoOf(std::string const& given) { return given.empty() ? workspace::currentUser() : given; }

/// What an event holds, for a person: of JSON the values with their names, of a unit "name (role)".
std::string worded(std::string const& value)
{
    auto const json = nlohmann::ordered_json::parse(value, nullptr, false);
    if (!json.is_object()) { return value; }
    std::string words;
    for (auto const& [key, one] : json.items()) {
        if (key == "v" || key == "new_id" || one.is_null() || ((one.is_string() || one.is_array()) && one.empty())) { continue; }
        std::string said;
        if (one.is_object() && one.contains("name")) {
            said = std::format("{} ({})", one.value("name", ""), one.value("role", ""));
        } else if (one.is_array()) {
            for (auto const& part : one) { said += (said.empty() ? "" : ", ") + (part.is_string() ? part.get<std::string>() : part.dump()); }
        } else {
            said = one.is_string() ? one.get<std::string>() : one.dump();
        }
        bool const plain = key == "text" || key == "name" || key == "categories";
        words += (words.empty() ? "" : "; ") + (plain ? said : key + " " + said);
    }
    return words;
}

void printEvents(std::vector<ledger::Event> const& events, char const* lead)
{
    for (auto const& event : events) {
        std::printf("%s %s %s %s: %s -> %s\n", lead, event.id.c_str(), event.subject.c_str(), event.what.c_str(), fitted(worded(event.oldValue), 70).c_str(),
                    fitted(worded(event.newValue), 70).c_str());
    }
}

int done(ledger::Ledger& ledger, std::vector<ledger::Correction> const& corrections, Common const& common, std::string const& who)
{
    auto const events = ledger.correct(corrections, who, common.asOf);
    if (!events) { return report(events.error()); }
    if (common.json) { print(toJson(*events)); }
    else if (!common.quiet) {
        if (events->empty()) { std::puts("it is so already; nothing was changed"); }
        printEvents(*events, "corrected");
    }
    return Ok;
}

Result<geo::Shape> pinFrom(std::string const& text)
{
    double lon = 0;
    double lat = 0;
    int used = 0;
    if (std::sscanf(text.c_str(), " %lf , %lf %n", &lon, &lat, &used) != 2 || static_cast<std::size_t>(used) != text.size()) {
        return fail(ErrorCode::Usage, "\"" + text + "\" is no position", "Write longitude and latitude in degrees: 112.55,37.87.");
    }
    return geo::Shape::point({lon, lat});
}

Result<workspace::SiteWish> wishOf(CorrectSiteOptions const& options)
{
    using How = workspace::SiteWish::How;
    workspace::SiteWish wish;
    int given = 0;
    auto const choose = [&](bool asked, How how) {
        if (!asked) { return; }
        ++given;
        wish.how = how;
    };
    choose(options.candidate != 0, How::Candidate);
    choose(!options.at.empty() || !options.wkt.empty(), How::Drawn);
    choose(!options.county.empty(), How::County);
    choose(options.notAPlace, How::NotAPlace);
    choose(options.reset, How::Reset);
    if (given > 1 || (!options.at.empty() && !options.wkt.empty())) {
        return fail(ErrorCode::Usage, "several places are given for one site", "Give one of --candidate, --at, --wkt, --county, --not-a-place, --reset.");
    }
    wish.candidate = options.candidate;
    wish.county = options.county;
    if (options.radiusM >= 0) { wish.radiusM = options.radiusM; }
    if (!options.precision.empty()) { wish.precision = place::precisionOf(options.precision); }
    if (wish.how == How::Drawn) {
        auto shape = options.wkt.empty() ? pinFrom(options.at) : geo::fromWkt(options.wkt);
        if (!shape) { return std::unexpected{std::move(shape.error())}; }
        wish.shape = std::move(*shape);
    }
    return wish;
}

/// "太原市水务局=lead".
Result<std::vector<std::pair<std::string, std::string>>> pairsOf(std::vector<std::string> const& texts, char const* option)
{
    std::vector<std::pair<std::string, std::string>> pairs;
    for (auto const& text : texts) {
        auto const mark = text.rfind('=');
        if (mark == std::string::npos || mark == 0 || mark + 1 == text.size()) {
            return fail(ErrorCode::Usage, "\"" + text + "\" after " + option + " has no two sides", std::string{"Write "} + option + " 太原市水务局=lead.");
        }
        pairs.emplace_back(text.substr(0, mark), text.substr(mark + 1));
    }
    return pairs;
}

/// Whether an event is about a subject: itself, its task's sites, or an undo of one that is.
class About {
public:
    About(std::string const& subject, std::vector<ledger::Event> const& events) : m_subject{subject}
    {
        for (auto const& event : events) { m_byId[event.id] = &event; }
    }
    [[nodiscard]] bool operator()(ledger::Event const& event) const
    {
        if (m_subject.empty() || isOf(event.subject)) { return true; }
        auto const& group = event.what == "undo" ? event.oldValue : event.newValue;
        if (event.what != "undo" && event.what != "redo") { return false; }
        return std::ranges::any_of(m_byId, [&](auto const& known) {
            auto const& other = *known.second;
            return isOf(other.subject) && (other.id == group || other.context.contains("\"group\":\"" + group + "\""));
        });
    }

private:
    [[nodiscard]] bool isOf(std::string const& subject) const { return subject == m_subject || subject.starts_with(m_subject + "-"); }

    std::string const& m_subject;
    std::unordered_map<std::string, ledger::Event const*> m_byId;
};

} // namespace

int runCorrectTask(CorrectTaskOptions const& options)
{
    auto ledger = ledger::Ledger::open(options.ledger, false);
    if (!ledger) { return report(ledger.error()); }
    auto const atlas = workspace::Atlas::load();
    if (!atlas) { return report(atlas.error()); }
    auto wish = options.wish;
    for (auto const& [texts, option, pairs] : {std::tuple{&options.roles, "--role", &wish.roles}, std::tuple{&options.renames, "--rename-unit", &wish.renames},
                                               std::tuple{&options.added, "--add-unit", &wish.added}}) {
        auto read = pairsOf(*texts, option);
        if (!read) { return report(read.error()); }
        *pairs = std::move(*read);
    }
    auto const corrections = workspace::taskCorrections(*ledger, *atlas, options.subject, wish);
    if (!corrections) { return report(corrections.error()); }
    return done(*ledger, *corrections, options, whoOf(options.who));
}

int runCorrectSite(CorrectSiteOptions const& options)
{
    auto const wish = wishOf(options);
    if (!wish) { return report(wish.error()); }
    auto ledger = ledger::Ledger::open(options.ledger, false);
    if (!ledger) { return report(ledger.error()); }
    auto const atlas = workspace::Atlas::load();
    if (!atlas) { return report(atlas.error()); }
    auto const who = whoOf(options.who);
    auto const corrections = workspace::siteCorrections(*ledger, *atlas, options.subject, *wish, options.everywhere, who);
    if (!corrections) { return report(corrections.error()); }
    std::size_t others = 0;
    if (!options.everywhere) {
        auto const tasks = ledger->tasks();
        auto const plans = ledger->plans();
        auto const events = ledger->events();
        if (tasks && plans && events) { others = workspace::namesakes(*tasks, *plans, *events, options.subject).size(); }
    }
    int const code = done(*ledger, *corrections, options, who);
    if (code == Ok && others > 0 && !options.json && !options.quiet) {
        std::printf("%zu other sites have this name there; --everywhere corrects them alike\n", others);
    }
    return code;
}

int runHistory(HistoryOptions const& options)
{
    auto const ledger = ledger::Ledger::openReadOnly(options.ledger);
    if (!ledger) { return report(ledger.error()); }
    auto const events = ledger->events();
    if (!events) { return report(events.error()); }
    auto const standing = ledger->corrections();
    if (!standing) { return report(standing.error()); }
    std::unordered_map<std::string, ledger::StandingCorrection const*> stands;
    for (auto const& one : *standing) { stands[one.event] = &one; }
    auto const stateOf = [&](ledger::Event const& event) -> std::string {
        if (!ledger::isCorrection(event.what)) { return {}; }
        auto const found = stands.find(event.id);
        if (found == stands.end()) { return "undone"; }
        return found->second->applied() ? "applied" : "not applied: " + found->second->why;
    };
    About const about{options.subject, *events};
    std::vector<ledger::Event> shown;
    for (auto const& event : *events) {
        auto const failing = stateOf(event).starts_with("not applied");
        if (about(event) && (!options.pending || failing)) { shown.push_back(event); }
    }
    if (shown.empty() && !options.subject.empty() && !options.pending) {
        return report({.code = ErrorCode::NotFound, .detail = "the history has nothing of " + options.subject, .where = options.ledger,
                       .cure = "Give the id of a plan, task or site; without one all is listed."});
    }
    if (options.json) {
        auto json = toJson(shown);
        for (std::size_t i = 0; i < shown.size(); ++i) { json[i]["state"] = stateOf(shown[i]); }
        print(json);
    } else if (!options.quiet) {
        Table table{{"id", "when", "who", "subject", "what", "old", "new", "state"}};
        for (auto const& event : shown) {
            table.add({event.id, event.when, event.who, event.subject, event.what, fitted(worded(event.oldValue), 40), fitted(worded(event.newValue), 90), stateOf(event)});
        }
        table.print();
    }
    return Ok;
}

int runUndo(UndoOptions const& options)
{
    auto ledger = ledger::Ledger::open(options.ledger, false);
    if (!ledger) { return report(ledger.error()); }
    auto const who = whoOf(options.who);
    auto const events = options.redo ? ledger->redo(who, options.asOf) : ledger->undo(who, options.asOf);
    if (!events) { return report(events.error()); }
    if (options.json) { print(toJson(*events)); }
    else if (!options.quiet) { printEvents(*events, options.redo ? "done again" : "undone"); }
    return Ok;
}

} // namespace zhengtu::cli
