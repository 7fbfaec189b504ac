#include "place/locator.hpp"

#include "geo/measure.hpp"
#include "geo/ops.hpp"
#include "place/home.hpp"
#include "place/said/assumed.hpp"

#include <algorithm>
#include <array>

namespace zhengtu::place {

namespace {

bool isLine(Kind kind) noexcept { return kind == Kind::River || kind == Kind::Road; }
bool isZone(Kind kind) noexcept { return kind == Kind::Reserve || kind == Kind::SpringZone; }

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

std::string because(Mention const& mention)
{
    return mention.countyReason.empty() ? std::string{} : "; county: " + mention.countyReason;
}

/// The names under which a reserve may be known: without the zone at the end, and without the level before 自然保护区.
std::vector<std::string> zoneNames(std::string name)
{
    std::vector<std::string> names;
    for (std::string_view const part : {"核心区", "缓冲区", "实验区"}) {
        if (name.ends_with(part)) { name.resize(name.size() - part.size()); }
    }
    names.push_back(name);
    for (std::string_view const level : {"国家级", "省级", "市级", "县级"}) {
        if (auto const at = name.find(level); at != std::string::npos) { names.push_back(name.substr(0, at) + name.substr(at + level.size())); }
    }
    return names;
}

/// "a township that was merged or renamed after 2020-06-30, most of its villages are in 某镇 now; ": of one that is no more.
std::string becauseFormer(Entry const* known)
{
    if (known == nullptr || known->until.empty()) { return {}; }
    bool const town = known->kind == Kind::Town;
    return std::string{town ? "a township" : "a village"} + " that was merged or renamed after " + known->until +
           (town && !known->town.empty() ? ", most of its villages are in " + known->town + " now" : "") + "; ";
}

/// Of a name that a user's layer lacks, which replaces those of its kind.
std::string becauseLacked(Entry const* known)
{
    bool const lacked = known != nullptr && known->featureId.starts_with(lackedLayer) && known->featureId.substr(lackedLayer.size()).starts_with(':');
    return lacked ? "the layer that replaces those of its kind does not have it; " : std::string{};
}

} // namespace

Site Locator::locate(Mention const& mention, Mention const* anchor, std::vector<std::string> const& areas)
{
    auto site = find(mention, anchor, areas);
    addCourse(site, m_gazetteer.byFeature(mention.featureId));
    return site;
}

Site Locator::find(Mention const& mention, Mention const* anchor, std::vector<std::string> const& areas)
{
    Site site;
    site.place = mention.text;
    site.kind = mention.kind;
    site.span = mention.span;
    site.adcode = mention.adcode;
    site.county = mention.county;
    auto const* const known = m_gazetteer.byFeature(mention.featureId);
    if (isZone(mention.kind) && zone(site, mention, known)) { return site; }
    if (mention.kind == Kind::County && countyTown(site, mention)) { return site; }
    if (known != nullptr && !known->shape.empty() && !isZone(known->kind)) {
        if (isLine(known->kind) && cut(site, *known, areas)) { return site; }
        if (!isLine(known->kind)) {
            put(site, *known, precisionOf(*known), "known by name" + because(mention));
            if (known->kind == Kind::Town) { site.radiusM = townRadiusM(*known, m_gazetteer); }
            return site;
        }
    }
    if (town(site, mention, known, anchor)) { return site; }
    if (area(site, mention.adcode, becauseFormer(known) + becauseLacked(known) + "only its county is known" + because(mention))) { return site; }
    if (known != nullptr && known->counties.size() > 1) {
        addCounties(site, *known);
        site.reason = "it lies in one of several counties, and which is not said";
        return site;
    }
    addCandidates(site, mention);
    site.reason = site.candidates.size() > 1 ? "several places of " + m_scope.name + " have this name"
                                             : becauseLacked(known) + "its county is not said and no layer has it";
    return site;
}

bool Locator::area(Site& site, std::string const& adcode, std::string reason) const
{
    auto const* const place = m_gazetteer.area(adcode);
    if (place == nullptr || place->shape.empty()) { return false; }
    put(site, *place, precisionOf(*place), std::move(reason));
    return true;
}

bool Locator::byCityName(Site& site) const
{
    auto const* const city = m_gazetteer.area(m_scope.cityAdcode);
    if (city == nullptr) { return false; }
    bool const wide = isLine(site.kind) || isZone(site.kind); // named after the city, they may reach beyond it
    auto const shortName = city->name.substr(0, city->name.size() - std::string_view{"市"}.size());
    // 朔州热电 of a company that has works in many cities: the name says in which.
    bool const company = site.kind == Kind::Enterprise || site.kind == Kind::Mine || site.kind == Kind::Wwtp || site.kind == Kind::Park;
    bool const named = site.place.starts_with(city->name) || (company && site.place.contains(shortName));
    if (!m_scope.countyAdcode.empty() || wide || site.candidates.size() > 1 || !named) { return false; }
    return area(site, m_scope.cityAdcode, "its name says " + city->name + "; its county is not said and no layer has it");
}

/// 保德县城 is the town, not the county: where its government sits, or the county where no layer tells.
bool Locator::countyTown(Site& site, Mention const& mention) const
{
    if (!mention.text.ends_with("县城")) { return false; }
    auto const* const seat = m_gazetteer.seat(mention.adcode);
    if (seat == nullptr || seat->shape.empty()) { return area(site, mention.adcode, "the county's town is meant, whose position no layer has"); }
    put(site, *seat, Precision::Township, "the seat of " + m_gazetteer.label(mention.adcode) + " in " + seat->name + ": an assumed " +
                                              std::to_string(static_cast<int>(said::countyTownM)) + " m around it");
    site.radiusM += said::countyTownM;
    site.schematic = true;
    return true;
}

void Locator::put(Site& site, Entry const& place, Precision precision, std::string reason) const
{
    site.shape = place.shape;
    site.precision = precision;
    site.radiusM = place.accuracyM;
    site.score = scoreOf(precision);
    site.featureId = place.featureId;
    site.source = place.source;
    site.schematic = place.schematic;
    site.reason = std::move(reason);
    // A zone that reaches over the border of the county that its layer gives it is in no one county.
    bool const inOne = place.shape.type != geo::ShapeType::Polygon || place.kind == Kind::County || liesIn(place, place.adcode, m_gazetteer);
    if (site.adcode.empty() && place.kind != Kind::City && !isLine(place.kind) && inOne) {
        site.adcode = place.adcode;
        site.county = m_gazetteer.label(place.adcode);
    }
}

/// A reserve or spring zone, whole, or its part within the issuing city where it reaches well beyond.
bool Locator::zone(Site& site, Mention const& mention, Entry const* known) const
{
    if (known == nullptr || known->shape.empty()) { known = zoneOf(mention.text); }
    Entry own;
    if (auto const part = known == nullptr ? std::string_view{} : zoneSaid(mention.text); !part.empty()) {
        // 某某保护区核心区 is that zone and no more; where no layer tells the zones apart the whole stands for it.
        auto const drawnZone = std::ranges::find(known->zones, part, &Entry::Zone::zone);
        if (drawnZone != known->zones.end()) {
            own = *known;
            own.shape = drawnZone->shape;
            known = &own;
        }
    }
    auto const* const city = m_gazetteer.area(m_scope.cityAdcode);
    bool const drawn = city != nullptr && !city->shape.empty();
    if (known == nullptr || (city != nullptr && !drawn && !m_scope.holds(known->adcode))) { return false; }
    if (!drawn || liesIn(*known, city->adcode, m_gazetteer)) {
        put(site, *known, Precision::Facility, (known == &own ? "known by name; that zone alone" : "known by name") + because(mention));
        return true;
    }
    auto part = geo::intersection(known->shape, city->shape);
    if (!part || part->type != geo::ShapeType::Polygon || part->empty()) { return false; }
    put(site, *known, Precision::Facility, "known by name; its part within " + city->name + because(mention));
    site.shape = std::move(*part);
    return true;
}

/// The one reserve or spring zone that has this name in any form and a shape.
Entry const* Locator::zoneOf(std::string const& name) const
{
    Entry const* found = nullptr;
    for (auto const& form : zoneNames(name)) {
        for (auto const& named : m_gazetteer.find(form)) {
            auto const& place = m_gazetteer.entry(named.entry);
            if (!isZone(place.kind) || place.shape.empty() || &place == found) { continue; }
            if (found != nullptr) { return nullptr; }
            found = &place;
        }
    }
    return found;
}

/// The reach of a river or road within its county, else within the counties at hand, else within the issuing city.
bool Locator::cut(Site& site, Entry const& line, std::vector<std::string> const& areas)
{
    std::vector<std::string> within;
    if (!site.adcode.empty()) { within = {site.adcode}; } else { within = areas; }
    if (within.empty()) { within = {m_scope.cityAdcode}; }
    if (site.adcode.empty()) { return reach(site, line, within) || reach(site, line, {m_scope.cityAdcode}); }
    return reach(site, line, within);
}

bool Locator::reach(Site& site, Entry const& line, std::vector<std::string> const& within)
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

/// What texts say of a river's course: which river it flows into, through which counties.
void Locator::addCourse(Site& site, Entry const* known) const
{
    if (known == nullptr || known->kind != Kind::River) { return; }
    if (!known->into.empty()) { site.reason += "; it flows into " + known->into; }
    std::string counties;
    for (auto const& code : known->course) { counties += (counties.empty() ? "" : "、") + m_gazetteer.label(code); }
    if (!counties.empty()) { site.reason += (known->into.empty() ? "; it flows through " : " through ") + counties; }
}

void Locator::addCounties(Site& site, Entry const& place) const
{
    for (auto const& code : place.counties) {
        auto const* const county = m_gazetteer.area(code);
        if (county == nullptr) { continue; }
        site.candidates.push_back({county->featureId, m_gazetteer.label(code), 1.0 / static_cast<double>(place.counties.size()),
                                   place.name + " may lie in it"});
    }
}

Candidate candidateOf(Entry const& place, double score, Gazetteer const& gazetteer)
{
    auto const county = gazetteer.label(place.adcode);
    return {place.featureId, county + place.town + place.name, score,
            "has this name in " + county + (place.until.empty() ? "" : ", in the yearly lists until " + place.until)};
}

void Locator::addCandidates(Site& site, Mention const& mention) const
{
    for (auto const& named : m_gazetteer.find(mention.text)) {
        auto const& place = m_gazetteer.entry(named.entry);
        if (place.kind != mention.kind || (!m_scope.holds(place.adcode) && !place.adcode.empty()) || site.candidates.size() >= 20) { continue; }
        site.candidates.push_back(candidateOf(place, 0, m_gazetteer));
    }
    for (auto& candidate : site.candidates) { candidate.score = 1.0 / static_cast<double>(site.candidates.size()); }
}

} // namespace zhengtu::place
