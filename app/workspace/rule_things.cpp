#include "workspace/rule_things.hpp"

#include "geo/ops.hpp"
#include "place/units.hpp"
#include "plan/vocabulary.hpp"
#include "workspace/feature_site.hpp"
#include "workspace/river_courses.hpp"
#include "workspace/rule_exceptions.hpp"

#include <algorithm>
#include <array>
#include <format>
#include <map>
#include <set>

namespace zhengtu::workspace {

namespace {

using geo::Feature;
using geo::Layer;

std::string const& featureKind(Layer const& layer, Feature const& feature) { return feature.kind.empty() ? layer.kind : feature.kind; }

/// Kinds that no rule is about: areas that people live in, and protected ones, which say where.
bool saysWhere(std::string_view kind)
{
    constexpr std::array<std::string_view, 10> kinds{"county", "city", "town", "village", "reserve", "spring_zone", "river", "road", "other", "hotspot"};
    return std::ranges::contains(kinds, kind);
}

/// A name without the group that it belongs to, which says nothing of what it is: 大同煤矿集团某热电有限公司 is no mine.
std::string withoutGroup(std::string const& name)
{
    auto at = name.rfind("集团");
    if (at == std::string::npos) { return name; }
    at += std::string_view{"集团"}.size();
    for (std::string_view const ending : {"股份有限公司", "有限责任公司", "有限公司", "公司"}) {
        if (std::string_view{name}.substr(at).starts_with(ending)) {
            at += ending.size();
            break;
        }
    }
    return name.size() - at >= 6 ? name.substr(at) : name;
}

bool isCalledSo(Layer const& layer, Feature const& feature, std::string_view kind, bool subject)
{
    if (plan::speaksOf(subject ? withoutGroup(feature.name) : feature.name, kind, subject) || (layer.ofUser() && plan::speaksOf(layer.title, kind, subject))) { return true; }
    if (!layer.ofUser()) { return false; }
    return std::ranges::any_of(feature.more, [&](auto const& field) { return plan::speaksOf(field.second, kind, subject); }); // 行业: 焦化
}

/// Places that a thing lies in or along; they are no thing that a rule is about.
bool isWhere(place::Kind kind)
{
    using enum place::Kind;
    return kind == Road || kind == River || kind == Lake || kind == Reservoir || kind == Reserve || kind == SpringZone || kind == MonitoringSection || kind == AirStation || kind == Town;
}

bool isWholeArea(place::Kind kind) { return kind == place::Kind::Province || kind == place::Kind::City || kind == place::Kind::County; }

std::size_t planNumber(Survey const& survey, std::string const& id)
{
    auto const found = std::ranges::find(survey.plans, id, [](ledger::PlanRecord const& record) { return record.plan.id; });
    return static_cast<std::size_t>(found - survey.plans.begin());
}

/// Things by what they are, so that a mine of a layer that five tasks name is one.
class Collector {
public:
    void add(std::string const& key, RuleThing thing, std::string const& task)
    {
        auto const [at, fresh] = m_index.try_emplace(key, m_things.size());
        if (fresh) { m_things.push_back(thing); }
        auto& known = m_things[at->second];
        if (!task.empty() && (known.tasks.empty() || known.tasks.back() != task)) { known.tasks.push_back(task); } // a task's sites come one behind the other
        if (known.span.empty()) {
            known.plan = thing.plan;
            known.span = thing.span;
        }
    }
    [[nodiscard]] std::vector<RuleThing> take() { return std::move(m_things); }

private:
    std::map<std::string, std::size_t> m_index;
    std::vector<RuleThing> m_things;
};

/// The counties that words of a rule mean: 清徐、阳曲、古交两县一市; 每个区: the districts.
std::vector<std::string> countiesMeant(Survey const& survey, Jurisdiction const& where, std::string const& said)
{
    auto const& gazetteer = survey.atlas.gazetteer();
    auto scope = where.counties.empty() ? place::Scope{} : gazetteer.scope(gazetteer.label(where.counties.front()->adcode.substr(0, 4) + "00"));
    auto const meant = place::areaOf(said, scope, gazetteer).counties;
    if (!meant.empty()) { return meant; }
    std::vector<std::string> codes;
    bool const districtsOnly = said.contains("区") && !said.contains("县") && !said.contains("市");
    for (auto const* const county : where.counties) {
        if (!districtsOnly || county->name.ends_with("区")) { codes.push_back(county->adcode); }
    }
    return codes;
}

std::string fieldNamed(Feature const& feature, std::string_view key)
{
    auto const found = std::ranges::find(feature.more, key, [](auto const& one) { return one.first; });
    return found == feature.more.end() ? std::string{} : found->second;
}

/// Which rivers the words of a rule mean: the main stem by its name, else by the layer; tributaries run into another, into 汾河 where the sentence
/// speaks of 汾河干流.
class RiversMeant {
public:
    static Result<RiversMeant> of(Survey const& survey, plan::Rule const& rule)
    {
        RiversMeant meant;
        if (!std::ranges::any_of(rule.objects, [](plan::RuleObject const& object) { return object.kind == "tributary"; })) { return meant; }
        auto courses = Courses::read();
        if (!courses) { return std::unexpected{std::move(courses.error())}; }
        meant.m_courses = std::move(*courses);
        for (auto const* const river : survey.features("river")) {
            meant.m_courses.add(*river);
            if (!river->name.empty() && rule.quote.text.contains(river->name + "干流")) { meant.m_mains.insert(river->name); }
        }
        return meant;
    }

    [[nodiscard]] bool operator()(Feature const& river, plan::RuleObject const& object) const
    {
        bool const named = !river.name.empty() && object.said.text.contains(river.name);
        bool const stem = fieldNamed(river, "stem") == "yes";
        if (object.kind == "main-river") { return named || (!object.said.text.contains("河干流") && stem); }
        if (object.kind == "tributary") { return named || (m_mains.empty() ? !stem && !fieldNamed(river, "tributary_of").empty() : m_courses.runsInto(river.name, m_mains)); }
        return named || !object.said.text.contains("河") || object.said.text == plan::wordOf(object.kind, false);
    }

private:
    Courses m_courses;
    std::set<std::string> m_mains;
};

/// The clause that names a place, the place without its group.
std::string clauseOf(Survey const& survey, std::size_t plan, place::Site const& site)
{
    auto clause = survey.clause(plan, site.span);
    if (auto const at = clause.find(site.place); at != std::string::npos) { clause.replace(at, site.place.size(), withoutGroup(site.place)); }
    return clause;
}

/// Counties of which a user's layer says that they miss the standard: 达标 否, 空气质量 未达标.
std::set<std::string> countiesThatMiss(Survey const& survey)
{
    std::set<std::string> codes;
    for (auto const& layer : survey.layers) {
        if (!layer.ofUser()) { continue; }
        for (auto const& feature : layer.features) {
            bool const misses = std::ranges::any_of(feature.more, [](auto const& field) {
                bool const no = field.second == "否" || field.second == "不" || field.second == "0" || field.second == "no" || field.second == "false";
                return field.second.contains("不达标") || field.second.contains("未达标") || (field.first.contains("达标") && no);
            });
            if (!misses) { continue; }
            if (!feature.adcode.empty()) { codes.insert(feature.adcode); }
            for (auto const* const county : survey.features("county")) {
                if (county->name == feature.name) { codes.insert(county->adcode); }
            }
        }
    }
    return codes;
}

} // namespace

bool Jurisdiction::holds(geo::Shape const& other, std::string const& adcode) const
{
    if (counties.empty()) { return true; }
    if (!adcode.empty() && std::ranges::contains(counties, adcode, &place::Entry::adcode)) { return true; }
    return shape != nullptr && !other.empty() && geo::extentOf(other).intersects(shape->extent()) && shape->intersects(other).value_or(false);
}

Result<Jurisdiction> jurisdictionOf(Survey const& survey, std::size_t plan)
{
    Jurisdiction where{.counties = survey.countiesOf(survey.plans[plan].plan), .shape = nullptr};
    std::vector<geo::Shape> shapes;
    for (auto const* const county : where.counties) { shapes.push_back(county->shape); }
    if (shapes.empty()) { return where; }
    auto whole = geo::unionAll(shapes);
    if (!whole) { return std::unexpected{std::move(whole.error())}; }
    auto prepared = geo::PreparedZone::create(*whole);
    if (!prepared) { return std::unexpected{std::move(prepared.error())}; }
    where.shape = std::make_shared<geo::PreparedZone const>(std::move(*prepared));
    return where;
}

Subjects subjectsOf(Survey const& survey, plan::Rule const& rule, Jurisdiction const& where, Objects const& objects)
{
    Subjects subjects;
    Collector collector;
    bool const byWord = rule.relation == plan::RuleRelation::CountPer; // 渣土场 are counted, not all that has to do with waste
    bool const beyond = rule.relation == plan::RuleRelation::WithinDistance || rule.relation == plan::RuleRelation::MinimumDistance;
    auto const excepted = exceptionsOf(rule);
    auto const holds = [&](geo::Shape const& shape, std::string const& adcode) { return beyond || where.holds(shape, adcode); };
    for (auto const& layer : survey.layers) {
        for (auto const& feature : layer.features) {
            auto const& kind = featureKind(layer, feature);
            if (feature.shape.empty() || saysWhere(kind) || objects.ids.contains(layer.id + ":" + feature.id)) { continue; }
            bool const meant = std::ranges::any_of(rule.subjects, [&](plan::RuleSubject const& subject) {
                if (byWord && !subject.said.text.empty()) { return feature.name.contains(subject.said.text) || (layer.ofUser() && layer.title.contains(subject.said.text)); }
                return plan::layerOf(subject.kind, true) == kind || isCalledSo(layer, feature, subject.kind, true);
            });
            if (!meant || !holds(feature.shape, feature.adcode)) { continue; }
            if (excepted.takesOut(withoutGroup(feature.name))) {
                ++subjects.excepted;
                continue;
            }
            collector.add(layer.id + ":" + feature.id, {.site = siteOf(feature, kind), .tasks = {}, .name = feature.name, .within = false}, {});
            subjects.complete = subjects.complete || layer.origin == geo::LayerOrigin::UserReplaces;
        }
    }
    for (auto const& task : survey.tasks) {
        auto const plan = planNumber(survey, task.planId);
        for (auto const& site : task.sites) {
            if (site.span.empty() || site.shape.empty() || plan == survey.plans.size()) { continue; }
            bool const within = isWhere(site.kind);
            auto const words = within ? survey.after(plan, site.span, 8) : clauseOf(survey, plan, site); // 自然保护区内违法开发, 国道两侧焦化
            bool const meant = std::ranges::any_of(rule.subjects, [&](plan::RuleSubject const& subject) {
                if (byWord && !subject.said.text.empty()) { return words.contains(subject.said.text); }
                auto const layer = plan::layerOf(subject.kind, true);
                if (!within && ((!layer.empty() && layer == place::name(site.kind)) || plan::speaksOf(withoutGroup(site.place), subject.kind, true))) { return true; }
                return plan::speaksOf(words, subject.kind, true);
            });
            if (!meant || !holds(site.shape, site.adcode)) { continue; }
            if (excepted.takesOut(within ? words : withoutGroup(site.place))) {
                ++subjects.excepted;
                continue;
            }
            if (isWholeArea(site.kind) || site.precision >= place::Precision::County) {
                ++subjects.leftOut;
                continue;
            }
            auto const key = site.featureId.empty() ? task.planId + site.place + site.adcode : site.featureId;
            auto const more = within ? survey.after(plan, site.span, 14) : std::string{};
            collector.add(key, {.site = site, .tasks = {}, .plan = plan, .span = site.span, .name = site.place + more, .within = within}, task.id);
        }
    }
    subjects.things = collector.take();
    return subjects;
}

Result<Objects> objectsOf(Survey const& survey, plan::Rule const& rule, Jurisdiction const& where)
{
    auto const isRiverMeant = RiversMeant::of(survey, rule);
    if (!isRiverMeant) { return std::unexpected{isRiverMeant.error()}; }
    Objects objects;
    auto const excepted = exceptionsOf(rule);
    auto const missing = [&](std::string why) { objects.why += (objects.why.empty() ? "" : "; ") + std::move(why); };
    for (auto const& object : rule.objects) {
        if (!object.bounded) {
            missing("nothing says where " + object.said.text + " ends");
            continue;
        }
        auto const before = objects.features.size();
        bool const ofMissers = rule.relation == plan::RuleRelation::Offset && object.kind == "county-group";
        auto const missers = ofMissers ? countiesThatMiss(survey) : std::set<std::string>{};
        if (ofMissers && missers.empty()) {
            missing("no layer says which counties miss the standard (layers add FILE --as other, with their names and a field 达标)");
            continue;
        }
        auto const counties = object.kind == "county-group" ? countiesMeant(survey, where, object.said.text) : std::vector<std::string>{};
        std::vector<Feature> all, named;
        for (auto const& layer : survey.layers) {
            for (auto const& feature : layer.features) {
                auto const& kind = featureKind(layer, feature);
                bool const ofKind = !object.layer.empty() && kind == object.layer;
                bool const called = !ofKind && layer.ofUser() && isCalledSo(layer, feature, object.kind, false);
                if (feature.shape.empty() || (!ofKind && !called)) { continue; }
                if (object.kind == "county-group" && !where.counties.empty() && !std::ranges::contains(counties, feature.adcode)) { continue; }
                if (ofMissers && !missers.contains(feature.adcode)) { continue; }
                if (object.layer == "river" && !(*isRiverMeant)(feature, object)) { continue; }
                if (object.zones.empty() && excepted.takesOut(feature)) { continue; }
                if (!object.zones.empty() && !std::ranges::contains(object.zones, feature.zone)) { continue; }
                if (!where.holds(feature.shape, object.kind == "county-group" ? feature.adcode : std::string{})) { continue; }
                auto const isNamed = [&](std::string const& name) { return name.size() > 6 && object.said.text.contains(name); };
                objects.ids.insert(layer.id + ":" + feature.id);
                objects.complete = objects.complete || layer.origin == geo::LayerOrigin::UserReplaces;
                (isNamed(feature.name) || isNamed(feature.parent) || std::ranges::any_of(feature.aliases, isNamed) ? named : all).push_back(feature);
            }
        }
        std::ranges::move(named.empty() ? all : named, std::back_inserter(objects.features));
        if (objects.features.size() == before) { missing("no layer holds " + object.said.text + " (layers add FILE --as other, with a title or names that say so)"); }
    }
    return objects;
}

} // namespace zhengtu::workspace
