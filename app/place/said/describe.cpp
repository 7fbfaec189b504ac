#include "place/said/describe.hpp"

#include "core/utf.hpp"
#include "geo/measure.hpp"
#include "place/home.hpp"
#include "place/said/assumed.hpp"
#include "place/said/in_words.hpp"
#include "place/said/shapes.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>

namespace zhengtu::place::said {

namespace {

geo::Shape const noShape{};

/// Known as a thing, not only as somewhere in its township, county or city.
bool isThing(Site const& site) noexcept { return !site.shape.empty() && (site.shape.type == geo::ShapeType::Point || site.precision < Precision::Township); }
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
    case Relation::Tributaries: tributaries(site, words, mention); break;
    case Relation::HaulRoad: haulRoad(site); break;
    case Relation::TownReach:
        if (!site.shape.empty()) { keep(site, "its reach in the town is not told apart: no layer has the built-up area"); }
        break;
    case Relation::Fringe:
        if (!site.shape.empty()) { keep(site, "no law gives the fringe of towns (城乡结合部) a boundary: all of it stands for it"); }
        break;
    case Relation::Between: // of several: see between()
        if (words.ofNumbers) { keep(site, "between houses of it that the text gives by number is meant; no layer has house numbers: all of it stands for it"); }
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
        keep(site, boundInWords(words) + " from it is meant, but no layer has it");
        return;
    }
    double const offM = isPoint(site) ? site.radiusM : 0;
    double const slackM = std::max(words.distanceM * aboutShare, leastToleranceM);
    double fromM = std::max(0.0, words.distanceM - slackM - offM), toM = words.distanceM + slackM + offM;
    std::string tolerance = std::format("an assumed {} nearer or farther", metresInWords(slackM));
    if (words.bound == Bound::AtMost) { fromM = 0; toM = words.distanceM + offM; tolerance = "from its edge on"; }
    if (words.bound == Bound::AtLeast) { fromM = std::max(0.0, words.distanceM - offM); toM = words.distanceM * 2 + offM; tolerance = "an assumed end at twice that"; }
    auto const zone = zoneSaid(site.place);
    auto const* const known = m_gazetteer.byFeature(site.featureId);
    bool const toldApart = known != nullptr && std::ranges::find(known->zones, zone, &Entry::Zone::zone) != known->zones.end();
    bool const ofZone = !zone.empty() && !toldApart; // the whole reserve stands for it
    auto shape = ofZone ? grown(site.shape, toM) : ring(site.shape, fromM, toM);
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
    bool const ofCountyTown = site.kind == Kind::County && site.place.ends_with("县城") && !isPoint(site);
    if (words.ofTown && site.shape.empty()) { inOwnTown(site); }
    if (site.shape.empty()) { return; }
    if (words.ofTown || ofCountyTown) {
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

/// 市区北部元元路: a thing that nobody knows, but it is in the town of who speaks.
void Describer::inOwnTown(Site& site) const
{
    bool const ofCounty = !m_scope.countyAdcode.empty();
    auto const* const own = m_gazetteer.area(ofCounty ? m_scope.countyAdcode : m_scope.cityAdcode);
    if (own == nullptr || own->shape.empty()) { return; }
    site.shape = own->shape;
    site.precision = ofCounty ? Precision::County : Precision::City;
    site.radiusM = own->accuracyM;
    site.score = ofCounty ? 0.5 : 0.3;
    site.featureId = own->featureId;
    site.source = own->source;
    if (ofCounty) {
        site.adcode = own->adcode;
        site.county = m_gazetteer.label(own->adcode);
    }
    keep(site, "the town of " + m_gazetteer.label(own->adcode) + " is said");
}

std::vector<Site> Describer::between(std::vector<Site> ends, std::string place) const
{
    geo::Shape all{geo::ShapeType::Point, {}};
    bool const points = std::ranges::all_of(ends, [](Site const& end) { return isPoint(end); });
    std::string names;
    double offM = 0;
    auto precision = Precision::Exact;
    for (auto const& end : ends) {
        names += (names.empty() ? "" : "、") + end.place;
        offM = std::max(offM, end.radiusM);
        precision = std::max(precision, end.precision);
        if (points) { all.parts.insert(all.parts.end(), end.shape.parts.begin(), end.shape.parts.end()); }
    }
    auto const meant = "what lies between " + names + " is meant";
    auto shape = points ? hull(all, alongM) : std::nullopt;
    if (!shape) {
        for (auto& end : ends) { keep(end, meant + ", but not all of them have a position of their own"); }
        return ends;
    }
    auto site = ends.front();
    site.place = std::move(place);
    site.kind = Kind::Site;
    site.precision = precision;
    site.radiusM = offM;
    site.featureId.clear();
    site.score = std::ranges::min(ends, {}, &Site::score).score;
    if (std::ranges::any_of(ends, [&](Site const& end) { return end.adcode != site.adcode; })) { site.adcode = site.county = {}; }
    draw(site, std::move(*shape), Figure::Near, meant + ": the area that they span and an assumed " + metresInWords(alongM) + " around it");
    return {std::move(site)};
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
