#include "ledger/correction_json.hpp"

#include "geo/codec.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace zhengtu::ledger {

using nlohmann::ordered_json;

namespace {

constexpr int version = 1;
constexpr std::array<std::string_view, 3> passageKinds{"measure", "goal", "note"};
constexpr std::array<std::string_view, std::variant_size_v<Change>> whats{
    "status", "correct-deadline", "correct-unit", "correct-categories", "correct-text", "split", "merge", "relabel", "place", "place-reset"};

template <class... Cases> struct Overloaded : Cases... {
    using Cases::operator()...;
};

ordered_json object() { return {{"v", version}}; }

/// Names that people type may hold bytes that are no UTF-8; they must not end the program.
std::string dumped(ordered_json const& json) { return json.dump(-1, ' ', false, ordered_json::error_handler_t::replace); }

std::string text(ordered_json const& json, char const* key)
{
    auto const found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

std::optional<UnitName> unit(ordered_json const& json, char const* key)
{
    auto const found = json.find(key);
    if (found == json.end() || !found->is_object()) { return std::nullopt; }
    return UnitName{plan::unitRole(text(*found, "role")).value_or(plan::UnitRole::Responsible), text(*found, "name")};
}

ordered_json unitOf(std::optional<UnitName> const& unit)
{
    if (!unit) { return nullptr; }
    return {{"role", plan::name(unit->role)}, {"name", unit->name}};
}

Result<DeadlineChange> deadline(ordered_json const& json)
{
    DeadlineChange change;
    auto const kind = plan::deadlineKind(text(json, "kind"));
    if (!kind) { return fail(ErrorCode::FileFormat, "no kind of deadline is called \"" + text(json, "kind") + "\""); }
    change.kind = *kind;
    for (auto const& date : json.value("dates", ordered_json::array())) {
        auto const day = date.is_string() ? parseIsoDate(date.get<std::string>()) : std::nullopt;
        if (!day) { return fail(ErrorCode::FileFormat, "a date of a deadline is broken"); }
        change.dates.push_back(*day);
    }
    change.longTerm = json.value("long_term", false);
    return change;
}

Result<PlaceChange> place(ordered_json const& json)
{
    PlaceChange change;
    change.how = text(json, "how");
    auto& site = change.to;
    if (auto const wkt = text(json, "geometry"); !wkt.empty()) {
        auto shape = geo::fromWkt(wkt);
        if (!shape) { return std::unexpected{std::move(shape.error())}; }
        site.shape = std::move(*shape);
    }
    site.precision = place::precisionOf(text(json, "precision")).value_or(place::Precision::Unlocated);
    site.radiusM = json.value("radius_m", 0.0);
    site.score = json.value("score", 1.0);
    site.county = text(json, "county");
    site.adcode = text(json, "adcode");
    site.featureId = text(json, "feature");
    site.source = text(json, "source");
    site.schematic = json.value("schematic", false);
    site.figure = place::figureOf(text(json, "figure")).value_or(place::Figure::Itself);
    site.reason = text(json, "reason");
    return change;
}

Result<Change> parsed(std::string_view what, ordered_json const& json)
{
    if (what == "correct-deadline") { return deadline(json).transform([](DeadlineChange&& change) { return Change{std::move(change)}; }); }
    if (what == "correct-unit") {
        UnitChange change{unit(json, "from"), unit(json, "to"), {}};
        if (json.contains("counties")) { change.counties = json.value("counties", std::vector<std::string>{}); }
        return Change{std::move(change)};
    }
    if (what == "correct-categories") { return Change{CategoryChange{json.value("categories", std::vector<std::string>{})}}; }
    if (what == "correct-text") { return Change{TextChange{text(json, "text")}}; }
    if (what == "split") { return Change{Split{json.value("at", std::size_t{0}), text(json, "new_id")}}; }
    if (what == "merge") { return Change{Merge{text(json, "other")}}; }
    if (what == "relabel") {
        auto const kind = passageKind(text(json, "as"));
        if (!kind) { return fail(ErrorCode::FileFormat, "no passage is of kind \"" + text(json, "as") + "\""); }
        return Change{Relabel{*kind, text(json, "new_id")}};
    }
    if (what == "place") { return place(json).transform([](PlaceChange&& change) { return Change{std::move(change)}; }); }
    if (what == "place-reset") { return Change{PlaceReset{}}; }
    return fail(ErrorCode::FileFormat, "no correction is of kind \"" + std::string{what} + "\"");
}

} // namespace

std::string_view name(PassageKind kind) noexcept { return passageKinds[static_cast<std::size_t>(kind)]; }

std::optional<PassageKind> passageKind(std::string_view name) noexcept
{
    for (std::size_t i = 0; i < passageKinds.size(); ++i) {
        if (passageKinds[i] == name) { return static_cast<PassageKind>(i); }
    }
    return std::nullopt;
}

std::string_view what(Change const& change) noexcept { return whats[change.index()]; }
bool isCorrection(std::string_view what) noexcept { return std::ranges::contains(whats, what); }

std::string newValue(Change const& change)
{
    return std::visit(Overloaded{
                          [](StatusChange const& to) { return to.status; },
                          [](DeadlineChange const& to) { return deadlineJson(to); },
                          [](UnitChange const& to) {
                              auto json = object();
                              json["from"] = unitOf(to.from);
                              json["to"] = unitOf(to.to);
                              if (to.counties) { json["counties"] = *to.counties; }
                              return dumped(json);
                          },
                          [](CategoryChange const& to) { return listJson("categories", to.categories); },
                          [](TextChange const& to) { return textJson("text", to.text); },
                          [](Split const& to) {
                              auto json = object();
                              json["at"] = to.at;
                              json["new_id"] = to.newId;
                              return dumped(json);
                          },
                          [](Merge const& to) { return textJson("other", to.other); },
                          [](Relabel const& to) {
                              auto json = object();
                              json["as"] = name(to.as);
                              if (!to.newId.empty()) { json["new_id"] = to.newId; }
                              return dumped(json);
                          },
                          [](PlaceChange const& to) { return placeJson(to.to, to.how); },
                          [](PlaceReset const&) { return dumped(object()); },
                      },
                      change);
}

Result<Change> changeFrom(std::string const& what, std::string const& newValue)
{
    if (what == "status") { return Change{StatusChange{newValue}}; }
    try {
        auto const json = ordered_json::parse(newValue);
        if (!json.is_object() || json.value("v", 0) != version) {
            return fail(ErrorCode::FileFormat, "the correction is of a version that this program does not know", "Open the ledger with a newer version.");
        }
        return parsed(what, json);
    } catch (ordered_json::exception const& error) {
        return fail(ErrorCode::FileFormat, std::string{"the correction is broken: "} + error.what());
    }
}

std::string placeJson(place::Site const& site, std::string const& how)
{
    auto json = object();
    if (!how.empty()) { json["how"] = how; }
    json["precision"] = place::name(site.precision);
    json["radius_m"] = site.radiusM;
    json["score"] = site.score;
    json["county"] = site.county;
    json["adcode"] = site.adcode;
    json["feature"] = site.featureId;
    json["source"] = site.source;
    json["schematic"] = site.schematic;
    json["figure"] = place::name(site.figure);
    json["reason"] = site.reason;
    json["geometry"] = site.shape.empty() ? std::string{} : geo::toWkt(site.shape);
    return dumped(json);
}

std::string deadlineJson(DeadlineChange const& deadline)
{
    auto json = object();
    json["kind"] = plan::name(deadline.kind);
    json["dates"] = ordered_json::array();
    for (auto const date : deadline.dates) { json["dates"].push_back(isoDate(date)); }
    json["long_term"] = deadline.longTerm;
    return dumped(json);
}

std::string unitJson(std::optional<UnitName> const& unit)
{
    auto json = object();
    json["unit"] = unitOf(unit);
    return dumped(json);
}

std::string textJson(std::string const& key, std::string const& value)
{
    auto json = object();
    json[key] = value;
    return dumped(json);
}

std::string listJson(std::string const& key, std::vector<std::string> const& values)
{
    auto json = object();
    json[key] = values;
    return dumped(json);
}

std::string contextJson(Anchor const& anchor)
{
    auto json = object();
    json["plan"] = anchor.planId;
    auto const put = [&](char const* key, std::string const& value) {
        if (!value.empty()) { json[key] = value; }
    };
    put("problem_no", anchor.problemNo);
    put("problem", anchor.problemText);
    put("task_no", anchor.taskNo);
    put("task", anchor.taskText);
    put("goal", anchor.goal);
    put("place", anchor.place);
    if (anchor.nth != 0) { json["nth"] = anchor.nth; }
    put("other_no", anchor.otherNo);
    put("other", anchor.otherText);
    put("group", anchor.group);
    return dumped(json);
}

Anchor anchorFrom(std::string const& json)
{
    Anchor anchor;
    auto const parsed = ordered_json::parse(json, nullptr, false);
    if (!parsed.is_object()) { return anchor; }
    anchor = {.planId = text(parsed, "plan"), .problemNo = text(parsed, "problem_no"), .problemText = text(parsed, "problem"),
              .taskNo = text(parsed, "task_no"), .taskText = text(parsed, "task"), .goal = text(parsed, "goal"), .place = text(parsed, "place"),
              .nth = 0, .otherNo = text(parsed, "other_no"), .otherText = text(parsed, "other"), .group = text(parsed, "group")};
    if (auto const nth = parsed.find("nth"); nth != parsed.end() && nth->is_number_unsigned()) { anchor.nth = nth->get<std::size_t>(); }
    return anchor;
}

} // namespace zhengtu::ledger
