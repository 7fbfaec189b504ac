#include "core/utf.hpp"
#include "geo/measure.hpp"
#include "place/home.hpp"
#include "place/said/assumed.hpp"
#include "place/said/describe.hpp"
#include "place/said/in_words.hpp"
#include "place/said/shapes.hpp"

#include <algorithm>
#include <format>

/// What is said of rivers and roads: stretches, thirds, crossings, sections.
namespace zhengtu::place::said {

std::optional<Describer::Place> Describer::placeOf(std::u32string const& name, std::string const& adcode) const
{
    std::optional<Place> found;
    for (auto const* const suffix : {U"", U"村", U"镇", U"乡", U"街道"}) {
        for (auto const& named : m_gazetteer.find(toUtf8(name + suffix))) {
            auto const& entry = m_gazetteer.entry(named.entry);
            bool const here = adcode.empty() ? m_scope.holds(entry.adcode) : entry.adcode == adcode;
            if (!here || entry.kind == Kind::River || entry.kind == Kind::Road || entry.kind == Kind::County) { continue; }
            auto const* stand = &entry;
            double radiusM = entry.accuracyM;
            if (entry.shape.empty()) { // a village of the register: its township's seat
                stand = nullptr;
                for (auto const& town : m_gazetteer.find(entry.town)) {
                    auto const& seat = m_gazetteer.entry(town.entry);
                    if (seat.kind == Kind::Town && seat.adcode == entry.adcode && !seat.shape.empty()) { stand = &seat; }
                }
                if (stand == nullptr) { continue; }
                radiusM = townRadiusM(*stand, m_gazetteer);
            }
            auto const at = positionOf(stand->shape);
            if (!at) { continue; }
            if (found && found->entry != &entry && !(found->at == *at)) { return std::nullopt; } // two places of that name
            found = Place{&entry, *at, radiusM};
        }
        if (found) { return found; }
    }
    return std::nullopt;
}

std::optional<Describer::Place> Describer::townIn(std::u32string const& name, std::string const& adcode) const
{
    constexpr std::size_t longest = 4, shortest = 2;
    for (auto length = std::min(longest, name.size()); length >= shortest; --length) {
        auto place = placeOf(name.substr(0, length), adcode);
        if (!place || place->entry->kind != Kind::Town) { continue; }
        place->radiusM = townRadiusM(*place->entry, m_gazetteer);
        return place;
    }
    return std::nullopt;
}

void Describer::stretch(Site& site, Words const& words, Mention const& mention) const
{
    auto const from = placeOf(words.from, site.adcode), to = placeOf(words.to, site.adcode);
    auto const ends = toUtf8(words.from) + "–" + toUtf8(words.to);
    if (!from || !to) {
        std::string missing;
        if (!from) { missing = toUtf8(words.from); }
        if (!to) { missing += (missing.empty() ? "" : "、") + toUtf8(words.to); }
        keep(site, "the stretch " + ends + " is meant, but no layer has " + missing + (line(mention).empty() ? " nor the line" : ""));
        return;
    }
    double const offM = std::max(from->radiusM, to->radiusM);
    if (auto shape = stretchBetween(line(mention), from->at, to->at)) {
        if (site.shape.empty() || site.precision >= Precision::Township) { site.precision = Precision::Facility; }
        site.radiusM = std::max(site.radiusM, offM);
        draw(site, std::move(*shape), Figure::Stretch, "the stretch " + ends + ", cut at the points nearest to both, which are known to " + metresInWords(offM));
    } else if (auto between = corridor(from->at, to->at, std::max(offM, alongM))) {
        site.precision = Precision::Township;
        site.radiusM = 0;
        site.score = site.score > 0 ? std::min(site.score, 0.5) : 0.5; // a road that no layer has had no score at all
        draw(site, std::move(*between), Figure::Corridor, "the stretch " + ends + "; no layer has the line: an assumed strip between both");
    }
    if (site.adcode.empty() && from->entry->adcode == to->entry->adcode) {
        site.adcode = from->entry->adcode;
        site.county = m_gazetteer.label(site.adcode);
    }
}

void Describer::part(Site& site, Words const& words, Mention const& mention) const
{
    // 怀仁市金沙滩物流园区: the county in front is the site's own by now.
    auto name = words.from;
    if (auto const* const county = m_gazetteer.area(site.adcode)) {
        auto const full = toUtf32(county->name).value_or(U"");
        if (name == full || name + full.back() == full) { return; } // 朔城区段: cut to it already
        if (!full.empty() && name.starts_with(full)) { name.erase(0, full.size()); }
    }
    auto place = placeOf(name, site.adcode);
    if (!place) { place = townIn(name, site.adcode); }
    if (!place) { return; }
    auto const label = toUtf8(name);
    if (auto const& course = line(mention); !course.empty()) {
        auto const& own = place->entry->shape;
        bool const area = own.type == geo::ShapeType::Polygon;
        auto const zone = area ? std::optional{own} : grown(geo::Shape::point(place->at), parkM + place->radiusM);
        auto shape = zone ? clipped(course, *zone) : std::nullopt;
        if (shape) {
            site.precision = Precision::Facility;
            draw(site, std::move(*shape), Figure::Stretch, area ? "its stretch in " + label : std::format("its stretch at {}: an assumed {} around it", label, metresInWords(parkM)));
            return;
        }
    }
    site.shape = geo::Shape::point(place->at);
    site.precision = place->entry->kind == Kind::Town ? Precision::Township : Precision::Village;
    site.radiusM = place->radiusM + parkM;
    site.schematic = true;
    site.figure = Figure::Near;
    keep(site, "its stretch at " + label + "; no layer has the line: " + label + " stands for it");
}

void Describer::third(Site& site, Words const& words, Mention const& mention) const
{
    double const from = words.relation == Relation::Upper ? 0 : words.relation == Relation::Middle ? riverThird : 2 * riverThird;
    auto shape = site.shape.empty() ? std::nullopt : stretchOf(line(mention), from, from + riverThird); // of a river that is not placed no part is
    auto const which = words.relation == Relation::Upper ? "upper" : words.relation == Relation::Middle ? "middle" : "lower";
    if (shape) { shape = clipped(*shape, home(site)); }
    if (!shape) {
        if (!site.shape.empty()) { keep(site, std::format("its {} course is meant, which cannot be told apart here", which)); }
        return;
    }
    draw(site, std::move(*shape), Figure::Stretch, std::format("its {} course: an assumed third of its length", which));
}

void Describer::tributaries(Site& site, Words const& words, Mention const& mention) const
{
    auto const* const river = m_gazetteer.byFeature(mention.featureId);
    geo::Shape all;
    std::string names, source;
    double offM = 0;
    for (auto const* const one : m_gazetteer.tributariesOf(river == nullptr ? mention.text : river->name)) {
        auto const part = one->shape.type == geo::ShapeType::Line ? clipped(one->shape, home(site)) : std::nullopt;
        if (!part) { continue; }
        all.type = part->type;
        all.parts.insert(all.parts.end(), part->parts.begin(), part->parts.end());
        names += (names.empty() ? "" : "、") + one->name;
        offM = std::max(offM, one->accuracyM);
        if (source.empty()) { source = one->source; }
    }
    if (all.empty()) {
        if (!site.shape.empty()) { keep(site, "its tributaries are meant, of which no layer has one here: the river stands for them"); }
        return;
    }
    if (words.withItself && site.shape.type == all.type) { all.parts.insert(all.parts.end(), site.shape.parts.begin(), site.shape.parts.end()); }
    if (site.shape.empty()) {
        site.score = 0.5;
        site.source = source;
    }
    site.precision = Precision::Facility;
    site.radiusM = std::max(site.radiusM, offM);
    draw(site, std::move(all), Figure::Stretch, "its tributaries as far as layers have them: " + names);
}

void Describer::crossing(Site& site, Words const& words, Mention const& mention) const
{
    bool const entry = words.relation == Relation::Entry;
    auto const* const area = m_gazetteer.area(site.adcode.empty() ? (m_scope.countyAdcode.empty() ? m_scope.cityAdcode : m_scope.countyAdcode) : site.adcode);
    auto const verb = entry ? "comes into " : "leaves ";
    auto const& course = line(mention);
    auto const at = area != nullptr && !course.empty() ? said::crossing(course, area->shape, entry) : std::nullopt;
    if (!at) {
        if (!site.shape.empty()) {
            keep(site, std::string{"where it "} + verb + (area == nullptr ? "the area" : area->name) + (course.empty() ? " is meant, but no layer has its course" : " is meant, but as drawn it does not"));
        }
        return;
    }
    site.precision = Precision::Facility;
    site.radiusM += area->accuracyM;
    draw(site, geo::Shape::point(*at), Figure::Crossing, std::string{"where it "} + verb + area->name);
}

void Describer::onRoad(Site& site, Mention const& road) const
{
    auto const around = isPoint(site) ? grown(site.shape, site.radiusM) : std::nullopt;
    auto const& course = line(road);
    auto shape = around && !course.empty() ? clipped(course, *around) : std::nullopt;
    if (shape) {
        draw(site, std::move(*shape), Figure::Near, "where " + road.text + " runs there");
        site.radiusM = 0;
    } else {
        keep(site, "on " + road.text);
    }
}

void Describer::onRiver(Site& site, Mention const& section, Mention const& river, Relation relation) const
{
    auto const& course = line(river);
    auto const reach = course.empty() ? std::nullopt : clipped(course, home(site));
    if (site.precision < Precision::Township || site.adcode.empty() || !reach) { return; }
    if (auto const* const known = m_gazetteer.byFeature(river.featureId)) {
        site.radiusM = known->accuracyM;
        site.source = known->source;
        site.featureId = known->featureId;
    }
    if (relation != Relation::Itself) {
        Words words;
        words.relation = relation;
        crossing(site, words, river);
        if (site.figure == Figure::Crossing) { return; }
    }
    auto name = toUtf32(section.text).value_or(U"");
    for (std::u32string_view const ending : {U"国控断面", U"省控断面", U"监测断面", U"断面", U"大桥", U"桥"}) {
        if (name.size() > ending.size() + 1 && name.ends_with(ending)) { name.resize(name.size() - ending.size()); }
    }
    if (auto const place = placeOf(name, site.adcode)) {
        if (auto const nearest = geo::shortestLine(geo::Shape::point(place->at), *reach)) {
            site.precision = Precision::Township;
            site.radiusM += place->radiusM;
            draw(site, geo::Shape::point(nearest->b), Figure::Itself, "on " + river.text + " next to " + place->entry->name);
            return;
        }
    }
    draw(site, *reach, Figure::Stretch, "somewhere on the reach of " + river.text + " in " + site.county);
}

} // namespace zhengtu::place::said
