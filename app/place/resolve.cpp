#include "place/resolve.hpp"

#include "geo/measure.hpp"
#include "geo/ops.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

namespace zhengtu::place {

namespace {

/// More counties than this among the units say "the city" rather than these counties.
constexpr std::size_t mostCounties = 8;

bool isLong(Kind kind) noexcept { return kind == Kind::River || kind == Kind::Road; }

Precision precisionOf(Entry const& place) noexcept
{
    switch (place.kind) {
    case Kind::City: return Precision::City;
    case Kind::County: return Precision::County;
    case Kind::Town: return Precision::Township;
    case Kind::Village: return Precision::Village;
    default: return Precision::Facility;
    }
}

double scoreOf(Precision precision) noexcept
{
    switch (precision) {
    case Precision::Exact: return 1.0;
    case Precision::Facility: return 0.9;
    case Precision::Village: return 0.8;
    case Precision::Township: return 0.7;
    case Precision::County: return 0.5;
    case Precision::City: return 0.3;
    case Precision::Unlocated: return 0;
    }
    return 0;
}

/// Finds where things are; remembers cut rivers, because the same one is asked for again and again.
class Locator {
public:
    Locator(Scope scope, Gazetteer const& gazetteer) : m_scope{std::move(scope)}, m_gazetteer{gazetteer} {}

    Scope const& scope() const noexcept { return m_scope; }

    /// `anchor`: a township or village named with it; `areas`: counties to cut a river or road to where its own is not known.
    Site locate(Mention const& mention, Mention const* anchor, std::vector<std::string> const& areas)
    {
        Site site;
        site.place = mention.text;
        site.kind = mention.kind;
        site.span = mention.span;
        site.adcode = mention.adcode;
        site.county = mention.county;
        auto const* const known = m_gazetteer.byFeature(mention.featureId);
        if (known != nullptr && !known->shape.empty()) {
            if (isLong(known->kind) && cut(site, *known, areas)) { return site; }
            if (!isLong(known->kind)) {
                put(site, *known, precisionOf(*known), "known by name" + because(mention));
                if (known->kind == Kind::Town) { site.radiusM = townRadius(*known); }
                return site;
            }
        }
        if (town(site, mention, known, anchor)) { return site; }
        if (county(site, mention.adcode, "only its county is known" + because(mention))) { return site; }
        if (known != nullptr && known->counties.size() > 1) {
            addCounties(site, *known);
            site.reason = "it lies in one of several counties, and which is not said";
            return site;
        }
        addCandidates(site, mention);
        site.reason = site.candidates.size() > 1 ? "several places of " + m_scope.name + " have this name"
                                                 : "its county is not said and no layer has it";
        return site;
    }

    bool county(Site& site, std::string const& adcode, std::string reason) const
    {
        auto const* const area = m_gazetteer.area(adcode);
        if (area == nullptr || area->shape.empty()) { return false; }
        put(site, *area, precisionOf(*area), std::move(reason));
        return true;
    }

private:
    static std::string because(Mention const& mention)
    {
        return mention.countyReason.empty() ? std::string{} : "; county: " + mention.countyReason;
    }

    void put(Site& site, Entry const& place, Precision precision, std::string reason) const
    {
        site.shape = place.shape;
        site.precision = precision;
        site.radiusM = place.accuracyM;
        site.score = scoreOf(precision);
        site.featureId = place.featureId;
        site.source = place.source;
        site.schematic = place.schematic;
        site.reason = std::move(reason);
        if (site.adcode.empty() && place.kind != Kind::City && !isLong(place.kind)) {
            site.adcode = place.adcode;
            site.county = m_gazetteer.label(place.adcode);
        }
    }

    /// A township is known by its seat alone: everything in it lies within a circle of twice the mean township's area.
    double townRadius(Entry const& town) const
    {
        auto const* const county = m_gazetteer.area(town.adcode);
        auto const count = m_gazetteer.townCount(town.adcode);
        if (county == nullptr || county->shape.empty() || count == 0) { return std::max(town.accuracyM, 10'000.0); }
        auto const mean = geo::areaM2(county->shape) / static_cast<double>(count);
        return town.accuracyM + std::sqrt(4 * mean / std::numbers::pi);
    }

    /// The reach of a river or road within its county, else within the counties at hand, else within the issuing city.
    bool cut(Site& site, Entry const& line, std::vector<std::string> const& areas)
    {
        std::vector<std::string> within;
        if (!site.adcode.empty()) { within = {site.adcode}; } else { within = areas; }
        if (within.empty()) { within = {m_scope.cityAdcode}; }
        if (site.adcode.empty()) { return reach(site, line, within) || reach(site, line, {m_scope.cityAdcode}); }
        return reach(site, line, within);
    }

    bool reach(Site& site, Entry const& line, std::vector<std::string> const& within)
    {
        geo::Shape all;
        std::string names;
        for (auto const& code : within) {
            auto const [at, fresh] = m_reaches.try_emplace({line.featureId, code});
            auto const* const area = m_gazetteer.area(code);
            if (fresh && area != nullptr && !area->shape.empty()) {
                if (auto part = geo::intersection(line.shape, area->shape)) { at->second = std::move(*part); }
            }
            if (at->second.empty() || at->second.type != line.shape.type) { continue; }
            all.type = at->second.type;
            all.parts.insert(all.parts.end(), at->second.parts.begin(), at->second.parts.end());
            names += (names.empty() ? "" : "、") + m_gazetteer.label(code);
        }
        if (all.empty()) { return false; }
        put(site, line, Precision::Facility, "its reach within " + names);
        site.shape = std::move(all);
        return true;
    }

    /// A facility or village that only its township places.
    bool town(Site& site, Mention const& mention, Entry const* known, Mention const* anchor)
    {
        Entry const* seat = nullptr;
        std::string how;
        if (known != nullptr && known->kind == Kind::Village && !known->town.empty()) {
            seat = townOf(known->town, known->adcode);
            how = "in the register under " + known->town;
        }
        if (seat == nullptr && anchor != nullptr) {
            auto const* const place = m_gazetteer.byFeature(anchor->featureId);
            if (place != nullptr && place->kind == Kind::Town) { seat = place; }
            if (place != nullptr && place->kind == Kind::Village) { seat = townOf(place->town, place->adcode); }
            how = "named with " + anchor->text;
        }
        if (seat == nullptr || seat->shape.empty() || (!mention.adcode.empty() && seat->adcode != mention.adcode)) { return false; }
        put(site, *seat, Precision::Township, how + ": the seat of " + seat->name);
        site.radiusM = townRadius(*seat);
        return true;
    }

    Entry const* townOf(std::string const& name, std::string const& adcode) const
    {
        for (auto const& named : m_gazetteer.find(name)) {
            auto const& place = m_gazetteer.entry(named.entry);
            if (place.kind == Kind::Town && place.adcode == adcode && named.form == NameForm::Full) { return &place; }
        }
        return nullptr;
    }

    void addCounties(Site& site, Entry const& place) const
    {
        for (auto const& code : place.counties) {
            auto const* const county = m_gazetteer.area(code);
            if (county == nullptr) { continue; }
            site.candidates.push_back({county->featureId, m_gazetteer.label(code), 1.0 / static_cast<double>(place.counties.size()),
                                       place.name + " may lie in it"});
        }
    }

    void addCandidates(Site& site, Mention const& mention) const
    {
        for (auto const& named : m_gazetteer.find(mention.text)) {
            auto const& place = m_gazetteer.entry(named.entry);
            if (place.kind != mention.kind || (!m_scope.holds(place.adcode) && !place.adcode.empty()) || site.candidates.size() >= 20) { continue; }
            site.candidates.push_back({place.featureId, m_gazetteer.label(place.adcode) + place.town + place.name, 0,
                                       "has this name in " + m_gazetteer.label(place.adcode)});
        }
        for (auto& candidate : site.candidates) { candidate.score = 1.0 / static_cast<double>(site.candidates.size()); }
    }

    Scope m_scope;
    Gazetteer const& m_gazetteer;
    std::map<std::pair<std::string, std::string>, geo::Shape> m_reaches;
};

/// All sites of one plan.
class PlanLocator {
public:
    PlanLocator(plan::Plan const& plan, std::vector<Mention> const& mentions, std::vector<std::vector<UnitArea>> const& areas,
                Gazetteer const& gazetteer)
        : m_plan{plan}, m_areas{areas}, m_gazetteer{gazetteer}, m_locator{gazetteer.scope(plan.region), gazetteer}
    {
        for (auto const& mention : mentions) {
            if (mention.problem != Mention::none) { m_mentions[{mention.problem, mention.task}].push_back(&mention); }
        }
    }

    std::vector<Site> run()
    {
        for (std::size_t p = 0; p < m_plan.problems.size(); ++p) {
            auto const& problem = m_plan.problems[p];
            if (problem.tasks.empty()) { task(problem.id, p, Mention::none, 0); }
            for (std::size_t t = 0; t < problem.tasks.size(); ++t) { task(problem.tasks[t].id, p, t, t); }
        }
        return std::move(m_sites);
    }

private:
    using Mentions = std::vector<Mention const*>;

    void task(std::string const& id, std::size_t p, std::size_t t, std::size_t row)
    {
        UnitArea const area = p < m_areas.size() && row < m_areas[p].size() ? m_areas[p][row] : UnitArea{};
        std::vector<Site> sites, missed;
        // What the task names, and only where that gives no place what its problem names.
        for (auto const slot : {t, Mention::none}) {
            auto const at = m_mentions.find({p, slot});
            if (!sites.empty() || at == m_mentions.end()) { continue; }
            bool const ofProblem = slot == Mention::none && t != Mention::none;
            for (auto& site : sitesOf(at->second, area)) {
                if (ofProblem && isAnothers(site, area)) { continue; }
                (site.precision == Precision::Unlocated ? missed : sites).push_back(std::move(site));
            }
            if (ofProblem && !sites.empty()) { addUncovered(sites, area); }
        }
        if (sites.empty()) { fromUnits(sites, area); }
        if (sites.empty()) { sites.push_back(unlocated(missed, area)); }
        for (std::size_t s = 0; s < sites.size(); ++s) {
            sites[s].taskId = id;
            sites[s].id = id + "-s" + std::to_string(s + 1);
            m_sites.push_back(std::move(sites[s]));
        }
    }

    static bool isSpecific(UnitArea const& area)
    {
        return !area.open && !area.wholeCity && !area.counties.empty() && area.counties.size() <= mostCounties;
    }

    /// A place of the problem in a county that this measure's units do not answer for belongs to another measure.
    static bool isAnothers(Site const& site, UnitArea const& area)
    {
        return isSpecific(area) && !site.adcode.empty() && std::ranges::find(area.counties, site.adcode) == area.counties.end();
    }

    /// Counties of the units in which the problem names no place.
    void addUncovered(std::vector<Site>& sites, UnitArea const& area)
    {
        if (!isSpecific(area) || std::ranges::any_of(sites, [](Site const& site) { return site.adcode.empty(); })) { return; }
        UnitArea rest = area;
        std::erase_if(rest.counties, [&](auto const& code) {
            return std::ranges::any_of(sites, [&](Site const& site) { return site.adcode == code; });
        });
        fromUnits(sites, rest);
    }

    static bool holds(Mention const& outer, Mention const& inner)
    {
        return &outer != &inner && outer.span.contains(inner.span) && outer.span.size() > inner.span.size();
    }

    /// A township or village that opens the name or stands directly before it.
    static Mention const* anchorOf(Mention const& mention, Mentions const& all)
    {
        for (auto const* other : all) {
            if (other->kind != Kind::Town && other->kind != Kind::Village) { continue; }
            if (holds(mention, *other) || (other != &mention && other->span.end == mention.span.begin)) { return other; }
        }
        return nullptr;
    }

    std::vector<Site> sitesOf(Mentions const& all, UnitArea const& area)
    {
        std::vector<std::string> const within = area.wholeCity ? std::vector<std::string>{} : area.counties;
        std::vector<Site> sites;
        for (auto const* mention : all) {
            if (mention->kind == Kind::City || mention->kind == Kind::Province) { continue; }
            if (std::ranges::any_of(all, [&](auto const* other) { return holds(*other, *mention) || usesAsAnchor(*other, *mention, all); })) {
                continue;
            }
            if (mention->kind == Kind::County && std::ranges::any_of(all, [&](auto const* other) {
                    return other->kind != Kind::County && other->adcode == mention->adcode;
                })) {
                continue;
            }
            sites.push_back(m_locator.locate(*mention, anchorOf(*mention, all), within));
        }
        return sites;
    }

    static bool usesAsAnchor(Mention const& other, Mention const& mention, Mentions const& all)
    {
        return &other != &mention && (mention.kind == Kind::Town || mention.kind == Kind::Village) && anchorOf(other, all) == &mention;
    }

    void fromUnits(std::vector<Site>& sites, UnitArea const& area)
    {
        bool const city = area.wholeCity || area.counties.size() > mostCounties;
        auto const codes = city ? std::vector<std::string>{m_locator.scope().cityAdcode} : area.counties;
        for (auto const& code : codes) {
            Site site;
            auto const* const place = m_gazetteer.area(code);
            if (place == nullptr) { continue; }
            site.place = m_gazetteer.label(code);
            site.kind = place->kind;
            if (m_locator.county(site, code, "no place is named; responsible units: " + area.reason)) { sites.push_back(std::move(site)); }
        }
    }

    static Site unlocated(std::vector<Site> const& missed, UnitArea const& area)
    {
        if (!missed.empty()) { return missed.front(); }
        Site site;
        site.reason = area.counties.empty() ? "no place is named, and the units stand for no county" : "no layer has the counties of the units";
        return site;
    }

    plan::Plan const& m_plan;
    std::vector<std::vector<UnitArea>> const& m_areas;
    Gazetteer const& m_gazetteer;
    Locator m_locator;
    std::map<std::pair<std::size_t, std::size_t>, Mentions> m_mentions;
    std::vector<Site> m_sites;
};

} // namespace

std::vector<Site> locate(plan::Plan const& plan, std::vector<Mention> const& mentions, std::vector<std::vector<UnitArea>> const& areas,
                         Gazetteer const& gazetteer)
{
    return PlanLocator{plan, mentions, areas, gazetteer}.run();
}

Site locate(Mention const& mention, Scope const& scope, Gazetteer const& gazetteer)
{
    return Locator{scope, gazetteer}.locate(mention, nullptr, {});
}

} // namespace zhengtu::place
