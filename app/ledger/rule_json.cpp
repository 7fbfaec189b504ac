#include "ledger/rule_json.hpp"

#include <nlohmann/json.hpp>

#include <cmath>
#include <exception>

namespace zhengtu::ledger {

nlohmann::ordered_json numberJson(double value)
{
    if (std::nearbyint(value) == value && std::abs(value) < 1e15) { return nlohmann::ordered_json(static_cast<std::int64_t>(value)); }
    return nlohmann::ordered_json(value);
}

nlohmann::ordered_json ruleJson(plan::Rule const& rule)
{
    using Json = nlohmann::ordered_json;
    auto const span = [](Span where) { return Json::array({where.begin, where.end}); };
    Json json{{"id", rule.id}, {"relation", plan::name(rule.relation)}, {"severity", plan::name(rule.severity)}, {"soft", rule.soft}, {"state", plan::name(rule.state)}};
    json["subjects"] = Json::array();
    for (auto const& subject : rule.subjects) { json["subjects"].push_back({{"kind", subject.kind}, {"text", subject.said.text}, {"span", span(subject.said.span)}}); }
    json["objects"] = Json::array();
    for (auto const& object : rule.objects) {
        json["objects"].push_back({{"kind", object.kind}, {"zones", object.zones}, {"text", object.said.text}, {"span", span(object.said.span)},
                                   {"layer", object.layer.empty() ? Json(nullptr) : Json(object.layer)}, {"bounded", object.bounded}});
    }
    json["parameters"] = Json::array();
    for (auto const& parameter : rule.parameters) {
        json["parameters"].push_back({{"name", parameter.name}, {"value", parameter.value ? numberJson(*parameter.value) : Json(nullptr)}, {"comparator", parameter.comparator},
                                      {"unit", parameter.unit}, {"given", parameter.given}, {"text", parameter.said.text}, {"span", span(parameter.said.span)}});
    }
    json["missing"] = rule.missing();
    json["demand"] = rule.demand;
    json["owner"] = rule.owner;
    json["reason"] = rule.reason;
    json["quote"] = rule.quote.text;
    json["span"] = span(rule.quote.span);
    json["repeats"] = Json::array();
    for (auto const repeat : rule.repeats) { json["repeats"].push_back(span(repeat)); }
    return json;
}

namespace {

plan::Passage passageFrom(nlohmann::ordered_json const& json, char const* text = "text")
{
    auto const& span = json.at("span");
    return {json.at(text).get<std::string>(), {span.at(0).get<std::size_t>(), span.at(1).get<std::size_t>()}};
}

} // namespace

Result<plan::Rule> ruleFrom(std::string_view text)
{
    try {
        auto const json = nlohmann::ordered_json::parse(text);
        plan::Rule rule;
        rule.id = json.at("id");
        rule.relation = plan::ruleRelation(json.at("relation").get<std::string>()).value();
        rule.severity = plan::ruleSeverity(json.at("severity").get<std::string>()).value();
        rule.state = plan::ruleState(json.at("state").get<std::string>()).value();
        rule.soft = json.at("soft");
        for (auto const& subject : json.at("subjects")) { rule.subjects.push_back({subject.at("kind"), passageFrom(subject)}); }
        for (auto const& object : json.at("objects")) {
            auto const& layer = object.at("layer");
            rule.objects.push_back({object.at("kind"), object.at("zones"), passageFrom(object), layer.is_null() ? std::string{} : layer.get<std::string>(), object.at("bounded")});
        }
        for (auto const& one : json.at("parameters")) {
            auto const& value = one.at("value");
            rule.parameters.push_back({one.at("name"), value.is_null() ? std::nullopt : std::optional{value.get<double>()}, one.at("comparator"), one.at("unit"),
                                       passageFrom(one), one.at("given")});
        }
        rule.demand = json.at("demand");
        rule.owner = json.at("owner");
        rule.reason = json.at("reason");
        rule.quote = passageFrom(json, "quote");
        for (auto const& span : json.at("repeats")) { rule.repeats.push_back({span.at(0).get<std::size_t>(), span.at(1).get<std::size_t>()}); }
        return rule;
    } catch (std::exception const& broken) { // of the JSON library, and of an unknown name
        return fail(ErrorCode::FileFormat, std::string{"a stored rule cannot be read: "} + broken.what());
    }
}

nlohmann::ordered_json claimJson(plan::Claim const& claim)
{
    using Json = nlohmann::ordered_json;
    auto const orNull = [](std::optional<double> value) { return value ? Json(*value) : Json(nullptr); };
    auto const span = [](Span where) { return Json::array({where.begin, where.end}); };
    return {{"id", claim.id}, {"kind", plan::name(claim.kind)}, {"relation", plan::name(claim.relation)}, {"subject", claim.subject.text}, {"object", claim.object.text},
            {"object_kind", claim.objectKind}, {"comparator", claim.quantity.comparator}, {"value", numberJson(claim.quantity.value)}, {"unit", claim.quantity.unit},
            {"metres", orNull(claim.metres)}, {"square_metres", orNull(claim.squareMetres)}, {"of", claim.of ? numberJson(*claim.of) : Json(nullptr)}, {"owner", claim.owner},
            {"text", claim.quote.text}, {"span", span(claim.quote.span)}, {"value_span", span(claim.quantity.said.span)}};
}

} // namespace zhengtu::ledger
