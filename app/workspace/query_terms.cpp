#include "workspace/spatial_query.hpp"

#include "geo/ops.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <format>
#include <utility>

namespace zhengtu::workspace {

namespace {

constexpr std::array<std::string_view, 5> predicates{"within", "intersects", "touches", "near", "nearest"};
constexpr char const* example = R"(Write "within reserve:天龙山", "near air_station 2km" or "nearest river 5".)";

std::string_view withoutBlanks(std::string_view text)
{
    auto const begin = text.find_first_not_of(" \t");
    return begin == std::string_view::npos ? std::string_view{} : text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

std::unexpected<Error> noTerm(std::string_view words, std::string_view why)
{
    return fail(ErrorCode::Usage, std::format("\"{}\" is no condition: {}", words, why), example);
}

Result<void> check(QueryTerm const& term)
{
    auto const usage = [&](std::string what) { return fail(ErrorCode::Usage, words(term) + ": " + what, example); };
    if (withoutBlanks(term.target).empty()) { return usage("no target is named"); }
    if (!(term.distanceM >= 0) || !std::isfinite(term.distanceM) || !(term.bufferM >= 0) || !std::isfinite(term.bufferM)) {
        return usage("a distance must be zero or more metres");
    }
    if (term.predicate == Predicate::Nearest && term.count == 0) { return usage("nearest needs a number of sites, one or more"); }
    if (std::max(term.distanceM, term.bufferM) > geo::farthestBufferM) {
        return fail(ErrorCode::Usage, std::format("{}: {:g} m is too far", words(term), std::max(term.distanceM, term.bufferM)), std::format("Choose a distance within {:.0f} km.", geo::farthestBufferM / 1000));
    }
    bool const measures = term.predicate == Predicate::Near || term.predicate == Predicate::Nearest;
    if (measures && term.bufferM > 0) { return usage("a distance is measured from the target itself, without a buffer"); }
    return {};
}

} // namespace

std::optional<double> metresOf(std::string_view text)
{
    double value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || !(value >= 0) || !std::isfinite(value)) { return std::nullopt; }
    std::string unit;
    for (char const c : text.substr(static_cast<std::size_t>(end - text.data()))) {
        if (c != ' ' || !unit.empty()) { unit.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c); }
    }
    constexpr std::array<std::pair<std::string_view, double>, 9> units{
        {{"", 1}, {"m", 1}, {"米", 1}, {"km", 1000}, {"公里", 1000}, {"千米", 1000}, {"里", 500}, {"华里", 500}, {"市里", 500}}};
    auto const* const known = std::ranges::find(units, std::string_view{unit}, [](auto const& one) { return one.first; });
    return known == units.end() || !std::isfinite(value * known->second) ? std::nullopt : std::optional{value * known->second};
}

std::string_view name(Predicate predicate) noexcept { return predicates[static_cast<std::size_t>(predicate)]; }

std::optional<Predicate> predicateOf(std::string_view name) noexcept
{
    auto const* const known = std::ranges::find(predicates, name);
    if (known == predicates.end()) { return std::nullopt; }
    return static_cast<Predicate>(known - predicates.begin());
}

Result<void> check(SpatialQuery const& query)
{
    if (query.terms.empty()) { return fail(ErrorCode::Usage, "a query needs a condition", example); }
    for (auto const& term : query.terms) {
        if (auto const fine = check(term); !fine) { return fine; }
    }
    if (std::ranges::count(query.terms, Predicate::Nearest, &QueryTerm::predicate) > 1) {
        return fail(ErrorCode::Usage, "a query can ask for the nearest once only", "Save one result as a layer and ask in that.");
    }
    return {};
}

Result<QueryTerm> termOf(std::string_view words)
{
    auto rest = withoutBlanks(words);
    auto const blank = rest.find(' ');
    auto const predicate = predicateOf(rest.substr(0, blank));
    if (!predicate) { return noTerm(words, "it begins with none of within, intersects, touches, near, nearest"); }
    rest = blank == std::string_view::npos ? std::string_view{} : withoutBlanks(rest.substr(blank));
    QueryTerm term;
    term.predicate = *predicate;
    if (*predicate == Predicate::Near || *predicate == Predicate::Nearest) {
        auto const last = rest.rfind(' ');
        auto const number = last == std::string_view::npos ? std::string_view{} : rest.substr(last + 1);
        if (*predicate == Predicate::Near) {
            auto const metres = metresOf(number);
            if (!metres) { return noTerm(words, "no distance stands at its end"); }
            term.distanceM = *metres;
        } else {
            auto const [end, error] = std::from_chars(number.data(), number.data() + number.size(), term.count);
            if (number.empty() || error != std::errc{} || end != number.data() + number.size()) { return noTerm(words, "no number of sites stands at its end"); }
        }
        rest = withoutBlanks(rest.substr(0, last));
    }
    term.target = rest;
    if (auto const fine = check(term); !fine) { return std::unexpected{fine.error()}; }
    return term;
}

std::string words(QueryTerm const& term)
{
    auto text = std::format("{} {}", name(term.predicate), term.target);
    if (!term.zoneRole.empty()) { text += " (" + term.zoneRole + ")"; }
    if (term.bufferM > 0) { text += std::format(" + {:g} m", term.bufferM); }
    if (term.predicate == Predicate::Near) { text += std::format(" {:g} m", term.distanceM); }
    if (term.predicate == Predicate::Nearest) { text += std::format(" {}", term.count); }
    return text;
}

std::string words(SpatialQuery const& query)
{
    std::string text;
    for (auto const& term : query.terms) { text += (text.empty() ? "" : " and ") + words(term); }
    auto const& filter = query.filter;
    for (auto const& [key, value] : {std::pair{"plan", &filter.plan}, {"county", &filter.county}, {"category", &filter.category}, {"unit", &filter.unit},
                                     {"role", &filter.role}, {"text", &filter.text}, {"deadline", &filter.deadline}}) {
        if (!value->empty()) { text += std::format("; {}={}", key, *value); }
    }
    return query.certainOnly ? text + "; only certain" : text;
}

} // namespace zhengtu::workspace
