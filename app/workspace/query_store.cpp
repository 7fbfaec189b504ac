#include "workspace/spatial_query.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <filesystem>

namespace zhengtu::workspace {

namespace {

using nlohmann::ordered_json;

constexpr int formVersion = 1;

ordered_json termJson(QueryTerm const& term)
{
    ordered_json json{{"predicate", name(term.predicate)}, {"target", term.target}};
    if (!term.zoneRole.empty()) { json["zone"] = term.zoneRole; }
    if (term.bufferM > 0) { json["buffer_m"] = term.bufferM; }
    if (term.predicate == Predicate::Near) { json["distance_m"] = term.distanceM; }
    if (term.predicate == Predicate::Nearest) { json["count"] = term.count; }
    return json;
}

std::unexpected<Error> noQuery(std::string detail)
{
    return fail(ErrorCode::FileFormat, "a saved query is broken: " + detail, "Save it again, or remove it.");
}

Result<QueryTerm> termFrom(ordered_json const& json)
{
    if (!json.is_object()) { return noQuery("a condition is no object"); }
    auto const predicate = predicateOf(json.value("predicate", std::string{}));
    if (!predicate) { return noQuery("a condition has no known predicate"); }
    QueryTerm term;
    term.predicate = *predicate;
    term.target = json.value("target", std::string{});
    term.zoneRole = json.value("zone", std::string{});
    term.bufferM = json.value("buffer_m", 0.0);
    term.distanceM = json.value("distance_m", 0.0);
    auto const count = json.value("count", 1LL);
    term.count = count > 0 ? static_cast<std::size_t>(count) : 0;
    return term;
}

constexpr std::array<std::pair<char const*, std::string TaskFilter::*>, 7> filterFields{{{"plan", &TaskFilter::plan},
                                                                                       {"county", &TaskFilter::county},
                                                                                       {"category", &TaskFilter::category},
                                                                                       {"unit", &TaskFilter::unit},
                                                                                       {"role", &TaskFilter::role},
                                                                                       {"text", &TaskFilter::text},
                                                                                       {"deadline", &TaskFilter::deadline}}};

/// Queries are stored for any directory that they may be run from.
void makeAbsolute(SpatialQuery& query)
{
    for (auto& term : query.terms) {
        std::error_code ignored;
        if (!std::filesystem::exists(term.target, ignored)) { continue; }
        if (auto const whole = std::filesystem::absolute(term.target, ignored); !ignored) { term.target = whole.string(); }
    }
}

} // namespace

std::string definitionOf(SpatialQuery const& query)
{
    ordered_json json{{"v", formVersion}, {"terms", ordered_json::array()}};
    for (auto const& term : query.terms) { json["terms"].push_back(termJson(term)); }
    auto filter = ordered_json::object();
    for (auto const& [key, field] : filterFields) {
        if (!(query.filter.*field).empty()) { filter[key] = query.filter.*field; }
    }
    if (!filter.empty()) { json["filter"] = std::move(filter); }
    if (query.certainOnly) { json["certain"] = true; }
    return json.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

Result<SpatialQuery> queryFrom(std::string_view definition)
try {
    auto const json = ordered_json::parse(definition, nullptr, false);
    if (!json.is_object()) { return noQuery("it is no JSON object"); }
    if (json.value("v", 0) != formVersion) { return noQuery("it is of another version of the program"); }
    SpatialQuery query;
    for (auto const& one : json.value("terms", ordered_json::array())) {
        auto term = termFrom(one);
        if (!term) { return std::unexpected{std::move(term.error())}; }
        query.terms.push_back(std::move(*term));
    }
    auto const filter = json.value("filter", ordered_json::object());
    for (auto const& [key, field] : filterFields) { query.filter.*field = filter.value(key, std::string{}); }
    query.certainOnly = json.value("certain", false);
    if (auto const fine = check(query); !fine) { return std::unexpected{fine.error()}; }
    return query;
} catch (ordered_json::exception const& wrong) { // a value of another type
    return noQuery(wrong.what());
}

Result<void> saveQuery(ledger::Ledger& ledger, std::vector<geo::Layer> const& layers, std::string const& name, SpatialQuery query, bool replace,
                       std::string const& who, Date asOf)
{
    if (auto const fine = check(query); !fine) { return fine; }
    for (auto const& term : query.terms) {
        if (auto const found = targets(layers, term.target, term.zoneRole); !found) { return std::unexpected{found.error()}; }
    }
    makeAbsolute(query);
    ledger::SavedQuery saved;
    saved.name = name;
    saved.definition = definitionOf(query);
    return ledger.putQuery(saved, replace, who, asOf);
}

} // namespace zhengtu::workspace
