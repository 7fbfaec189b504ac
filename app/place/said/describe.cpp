#include "place/said/describe.hpp"

#include "core/utf.hpp"
#include "geo/measure.hpp"
#include "place/home.hpp"
#include "place/said/assumed.hpp"
#include "place/said/shapes.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>

namespace zhengtu::place::said {

namespace {

geo::Shape const noShape{};

/// "5 km", "350 m".
std::string metresInWords(double metres) { return metres < 1000 ? std::format("{:.0f} m", metres) : std::format("{:g} km", std::round(metres / 100) / 10); }

std::string boundInWords(Words const& words)
{
    auto const length = metresInWords(words.distanceM);
    switch (words.bound) {
    case Bound::About: return "about " + length;
    case Bound::AtMost: return "less than " + length;
    case Bound::AtLeast: return "more than " + length;
    case Bound::Exactly: break;
    }
    return length;
}

std::string directionInWords(Words const& words)
{
    std::string text = words.north > 0 ? "north" : words.north < 0 ? "south" : "";
    return text + (words.east > 0 ? "east" : words.east < 0 ? "west" : "");
}

bool isPoint(Site const& site) noexcept { return site.shape.type == geo::ShapeType::Point; }
/// Known as a thing, not only as somewhere in its township, county or city.
bool isThing(Site const& site) noexcept { return !site.shape.empty() && (isPoint(site) || site.precision < Precision::Township); }
/// The area of a county or city is itself what is named, as against what a place without a position lies somewhere in.
bool isNamedArea(Site const& site) noexcept { return site.kind == Kind::County || site.kind == Kind::City; }

} // namespace

void Describer::apply(Site& site, Words const& words, Mention const& mention) const
{
    switch (words.relation) {
    case Relation::Near: near(site, words); break;
    case Relation::Along: along(site); break;
    case Relation::Within: within(site, words); break;
    case Relation::AtDistance: atDistance(site, words); break;
    case Relation::Side: side(site, words); break;
    case Relation::Stretch: stretch(site, words, mention); break;
    case Relation::Part: part(site, words, mention); break;
    case Relation::Upper:
    case Relation::Middle:
    case Relation::Lower: third(site, words, mention); break;
    case Relation::Exit:
    case Relation::Entry: crossing(site, words, mention); break;
    case Relation::HaulRoad: haulRoad(site); break;
    case Relation::TownReach:
        if (!site.shape.empty()) { keep(site, "its reach in the town is not told apart: no layer has the built-up area"); }
        break;
    case Relation::Fringe:
        if (!site.shape.empty()) { keep(site, "no law gives the fringe of towns (城乡结合部) a boundary: all of it stands for it"); }
        break;
    case Relation::Border: // needs the other area: see border()
    case Relation::Itself: break;
    }
}

void Describer::draw(Site& site, geo::Shape shape, Figure figure, std::string const& reason) const
{
    site.shape = std::move(shape);
    site.figure = figure;
    site.schematic = true;
    keep(site, reason);
}

geo::Shape const& Describer::home(Site const& site) const
{
    auto const* const area = m_gazetteer.area(site.adcode.empty() ? m_scope.cityAdcode : site.adcode);
    return area == nullptr ? noShape : area->shape;
}

geo::Shape const& Describer::line(Mention const& mention) const
{
    auto const* const known = m_gazetteer.byFeature(mention.featureId);
    return known != nullptr && known->shape.type == geo::ShapeType::Line ? known->shape : noShape;
}

void Describer::near(Site& site, Words const&) const
{
    if (!isThing(site)) { return; }
    auto const assumed = "near it: an assumed " + metresInWords(nearM) + " around it";
    if (isPoint(site)) {
        site.radiusM += nearM;
        site.figure = Figure::Near;
        site.schematic = true;
        keep(site, assumed);
    } else if (auto shape = grown(site.shape, nearM)) {
        draw(site, std::move(*shape), Figure::Near, assumed);
    }
}

void Describer::along(Site& site) const
{
    if (site.shape.type != geo::ShapeType::Line) {
        if (!site.shape.empty()) { keep(site, "both sides of it are meant, but no layer has its course"); }
        return;
    }
    auto shape = grown(site.shape, alongM);
    if (shape) { shape = clipped(*shape, home(site)); }
    if (shape) { draw(site, std::move(*shape), Figure::Corridor, "both sides of it: an assumed " + metresInWords(alongM) + " to either side"); }
}

void Describer::within(Site& site, Words const& words) const
{
    if (!isThing(site)) { return; }
    double const offM = isPoint(site) ? site.radiusM : 0; // the place itself is only known to that
    auto shape = grown(site.shape, words.distanceM + offM);
    if (shape) { draw(site, std::move(*shape), Figure::Near, "within " + boundInWords(words) + " of it"); }
}

void Describer::atDistance(Site& site, Words const& words) const
{
    if (!isThing(site)) {
        if (!site.shape.empty()) { keep(site, boundInWords(words) + " from it is meant, but no layer has it"); }
        return;
    }
    double const offM = isPoint(site) ? site.radiusM : 0;
    double const slackM = std::max(words.distanceM * aboutShare, leastToleranceM);
    double fromM = std::max(0.0, words.distanceM - slackM - offM), toM = words.distanceM + slackM + offM;
    std::string tolerance = std::format("an assumed {} nearer or farther", metresInWords(slackM));
    if (words.bound == Bound::AtMost) { fromM = 0; toM = words.distanceM + offM; tolerance = "from its edge on"; }
    if (words.bound == Bound::AtLeast) { fromM = std::max(0.0, words.distanceM - offM); toM = words.distanceM * 2 + offM; tolerance = "an assumed end at twice that"; }
    bool const ofZone = std::ranges::any_of(std::array{"核心区", "缓冲区", "实验区"}, [&](auto const* zone) { return site.place.ends_with(zone); });
    auto shape = ofZone ? grown(site.shape, toM) : ring(site.shape, fromM, toM); // the gazetteer has a reserve's zones as one shape
    if (shape) { shape = clipped(*shape, home(site)); }
    if (!shape) { return; }
    if (ofZone) {
        draw(site, std::move(*shape), Figure::Near, boundInWords(words) + " from that zone is meant, but the zones are not told apart: the whole and what is as near to it");
    } else {
        draw(site, std::move(*shape), Figure::Ring, std::format("{} from it, {}", boundInWords(words), tolerance));
    }
    site.radiusM = 0;
}

void Describer::side(Site& site, Words const& words) const
{
    auto const direction = directionInWords(words);
    if (site.shape.empty()) { return; }
    if (words.ofTown) {
        keep(site, "in the " + direction + " of the town, whose extent no layer has");
        return;
    }
    if (isPoint(site)) {
        bool const far = words.distanceM > 0;
        double const metres = far ? words.distanceM : besideM / 2;
        auto const from = site.shape.parts.front().outline.front();
        site.shape = geo::Shape::point(moved(from, words.east, words.north, metres));
        site.radiusM += far ? std::max(metres * directionShare, leastToleranceM) : besideM / 2;
        site.figure = Figure::Near;
        site.schematic = true;
        keep(site, far ? std::format("{} {} of it, the direction to an eighth of the circle", boundInWords(words), direction)
                       : std::format("{} of it: an assumed {} at most", direction, metresInWords(besideM)));
        return;
    }
    bool const whole = site.shape.type == geo::ShapeType::Polygon && isNamedArea(site);
    if (!whole) { return; }
    if (auto shape = sideOf(site.shape, words.east, words.north)) { draw(site, std::move(*shape), Figure::Side, "its part in the " + direction); }
}

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
        site.score = std::min(site.score, 0.5);
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
    auto shape = stretchOf(line(mention), from, from + riverThird);
    auto const which = words.relation == Relation::Upper ? "upper" : words.relation == Relation::Middle ? "middle" : "lower";
    if (shape) { shape = clipped(*shape, home(site)); }
    if (!shape) {
        if (!site.shape.empty()) { keep(site, std::format("its {} course is meant, which cannot be told apart here", which)); }
        return;
    }
    draw(site, std::move(*shape), Figure::Stretch, std::format("its {} course: an assumed third of its length", which));
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

void Describer::haulRoad(Site& site) const
{
    if (!isPoint(site)) {
        if (!site.shape.empty()) { keep(site, "its haul road is meant; it stands where the plant stands"); }
        return;
    }
    site.radiusM += haulM;
    site.figure = Figure::Near;
    site.schematic = true;
    keep(site, "its haul road: an assumed " + metresInWords(haulM) + " around it");
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

std::optional<Site> Describer::border(Entry const& one, Entry const& other, std::string place) const
{
    if (&one == &other) { return std::nullopt; }
    auto shape = borderBand(one.shape, other.shape, borderM);
    if (!shape) { return std::nullopt; }
    Site site;
    site.place = std::move(place);
    site.kind = Kind::Other;
    site.precision = Precision::County;
    site.score = 0.6;
    site.source = one.source;
    site.reason = "the common border of " + m_gazetteer.label(one.adcode) + " and " + m_gazetteer.label(other.adcode);
    for (auto const* const county : {&one, &other}) {
        site.candidates.push_back({county->featureId, m_gazetteer.label(county->adcode), 0.5, "the band lies in it on its side of the border"});
    }
    draw(site, std::move(*shape), Figure::Band, "an assumed " + metresInWords(borderM) + " to either side");
    return site;
}

Describer::Neighbour Describer::neighbour(std::u32string_view text) const
{
    Neighbour found;
    std::size_t joint = 0;
    if (text.ends_with(U"的")) { return found; }
    for (auto const word : {U'与', U'和', U'同', U'及', U'、', U'-', U'—'}) {
        if (!text.empty() && text.back() == word) { joint = 1; }
    }
    if (joint == 0) { return found; }
    text.remove_suffix(joint);
    constexpr std::size_t longest = 8;
    for (std::size_t length = std::min(longest, text.size()); length >= 2; --length) {
        for (auto const& named : m_gazetteer.find(toUtf8(text.substr(text.size() - length)))) {
            auto const& entry = m_gazetteer.entry(named.entry);
            bool const fits = m_scope.holds(entry.adcode) || (named.form == NameForm::Full && length > 2);
            if (entry.kind == Kind::County && fits) { return {&entry, length + joint}; }
        }
    }
    return found;
}

} // namespace zhengtu::place::said
