#include "workspace/claim_sides.hpp"

#include "geo/measure.hpp"

#include "core/utf.hpp"
#include "plan/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>

namespace zhengtu::workspace {

namespace {

using geo::Feature;
using namespace std::string_view_literals;

bool inBrackets(std::string_view text, std::size_t at)
{
    auto const open = text.substr(0, at).rfind("（"), closed = text.substr(0, at).rfind("）");
    return open != std::string_view::npos && (closed == std::string_view::npos || closed < open);
}

std::vector<std::string> pieces(std::string text)
{
    for (auto const mark : {"或者"sv, "或"sv, "及"sv}) {
        for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) { text.replace(at, mark.size(), "、"); }
    }
    std::vector<std::string> all;
    for (std::size_t at = 0; at <= text.size();) {
        auto stop = std::min(text.find("、", at), text.size());
        while (stop < text.size() && inBrackets(text, stop)) { stop = std::min(text.find("、", stop + 1), text.size()); } // 县（市、区）监测点位
        auto piece = text.substr(at, stop - at);
        if (auto const of = piece.rfind("的"); of != std::string::npos) { piece.erase(0, of + "的"sv.size()); } // 影响最大的249省道
        if (!piece.empty()) { all.push_back(std::move(piece)); }
        at = stop + "、"sv.size();
    }
    return all;
}

void takeOut(std::string& text, std::string_view word)
{
    for (auto at = text.find(word); !word.empty() && at != std::string::npos; at = text.find(word)) { text.erase(at, word.size()); }
}

/// A county's name as a text may write it without its last word; empty where that is too little to tell.
std::string_view shortName(place::Entry const& county)
{
    std::string_view name = county.name;
    for (auto const ending : {"县"sv, "市"sv, "区"sv}) {
        if (name.ends_with(ending) && name.size() > ending.size() * 2) { return name.substr(0, name.size() - ending.size()); }
    }
    return {};
}

using Counties = std::vector<place::Entry const*>;

/// The county that a text begins with or holds by its full name; null where there is none.
place::Entry const* countyIn(std::string_view text, Counties const& counties)
{
    auto const full = std::ranges::find_if(counties, [&](place::Entry const* county) { return text.contains(county->name); });
    if (full != counties.end()) { return *full; }
    auto const part = std::ranges::find_if(counties, [&](place::Entry const* county) { return !shortName(*county).empty() && text.starts_with(shortName(*county)); });
    return part == counties.end() ? nullptr : *part;
}

/// A name without its county and without what says what it is: 工商局 of 保德县工商局监测点位; nothing of 代县监测点位.
std::string ownName(std::string text, Counties const& counties)
{
    for (auto const* const county : counties) { takeOut(text, county->name); }
    if (auto const* const county = countyIn(text, counties)) { text.erase(0, shortName(*county).size()); }
    if (auto const named = plan::lastClassIn(text); named && text.ends_with(named->word)) { text.erase(text.size() - named->word.size()); }
    for (auto const word : {"空气质量"sv, "监测"sv, "过境"sv, "境内"sv, "全市"sv, "全县"sv, "县（市、区）"sv, "市、县、区"sv, "国省"sv, "站"sv, "点位"sv}) { takeOut(text, word); }
    return text == "各" ? std::string{} : text;
}

Thing thingOf(Feature const& feature)
{
    return {.name = feature.name, .shape = feature.shape, .errorM = std::max(0.0, feature.accuracyM), .schematic = feature.schematic};
}

Thing thingOf(place::Site const& site)
{
    return {.name = site.place, .shape = site.shape, .errorM = std::max(0.0, site.radiusM), .schematic = site.schematic,
            .somewhere = site.precision >= place::Precision::Township || place::isSomewhereIn(site)};
}

std::string drawn(Thing const& thing) { return std::format("{} is drawn from a description, to ±{:g} m", thing.name, thing.errorM); }

std::string howKnown(Thing const& thing, place::Site const& site)
{
    if (!thing.somewhere) { return drawn(thing); }
    if (site.kind == place::Kind::Town || site.kind == place::Kind::County || site.kind == place::Kind::Village) { return std::format("{} is a whole {}", thing.name, place::name(site.kind)); }
    return std::format("no layer has {} itself: only its {} is known", thing.name, place::name(site.precision));
}

class Finder {
public:
    Finder(Survey const& survey, std::size_t plan, plan::Passage const& said)
        : m_survey{survey}, m_plan{survey.plans[plan]}, m_said{said}, m_counties{survey.countiesOf(survey.plans[plan].plan)}
    {
    }

    Side operator()(std::string const& text) const
    {
        Side side;
        side.text = text;
        auto const named = plan::lastClassIn(text);
        auto const own = ownName(text, m_counties);
        if (named && !named->layer.empty() && own.empty() && roadNumber(text).empty()) { return ofClass(std::move(side), *named); }
        auto const known = located(text);
        if (known && (known->kind == place::Kind::River || known->kind == place::Kind::Road)) {
            if (auto whole = wholeLine(side, *known); whole) { return std::move(*whole); }
        }
        if (known && !thingOf(*known).somewhere) { return of(std::move(side), *known); }
        for (auto const* const feature : candidates(named)) {
            if (!isCalled(*feature, text, own)) { continue; }
            side.things.push_back(thingOf(*feature));
            if (feature->schematic) { side.why = drawn(side.things.back()); }
        }
        if (!side.things.empty()) { return side; }
        if (known) { return of(std::move(side), *known); }
        side.why = "no layer has " + text;
        return side;
    }

private:
    static Side of(Side side, place::Site const& site)
    {
        side.things = {thingOf(site)};
        if (!side.things.front().firm()) { side.why = howKnown(side.things.front(), site); }
        return side;
    }

    /// A river or road beyond the issuer's counties, too: a site has its part in them, but how far something is from it does not end at a border.
    std::optional<Side> wholeLine(Side side, place::Site const& site) const
    {
        for (auto const* const feature : m_survey.features(site.kind == place::Kind::River ? "river" : "road")) {
            bool const named = feature->name == site.place || std::ranges::contains(feature->aliases, site.place);
            auto const apartM = named ? geo::distanceM(feature->shape, site.shape) : Result<double>{1};
            if (!apartM || *apartM > 0.5) { continue; }
            side.things.push_back(thingOf(*feature));
            if (feature->schematic) { side.why = drawn(side.things.back()); }
        }
        return side.things.empty() ? std::nullopt : std::optional{std::move(side)};
    }

    /// All of a class in the counties that the text names, else in those of the plan.
    Side ofClass(Side side, plan::NamedClass const& named) const
    {
        side.isClass = true;
        side.complete = m_survey.isComplete(named.layer);
        std::vector<std::string> within;
        std::string where;
        for (auto const* const county : m_counties) {
            if (side.text.contains(county->name)) {
                within.push_back(county->adcode);
                where += county->name;
            }
        }
        for (auto const* const feature : m_survey.features(named.layer)) {
            bool const closed = std::ranges::any_of(feature->more, [](auto const& field) { return field.first == "closed" && !field.second.empty(); });
            bool const line = feature->shape.type == geo::ShapeType::Line; // runs through many counties
            auto const inside = [&](std::string const& adcode) { return adcode == feature->adcode; };
            bool const here = line || (within.empty() ? std::ranges::any_of(m_counties, inside, &place::Entry::adcode) : std::ranges::any_of(within, inside));
            if (here && !closed) { side.things.push_back(thingOf(*feature)); }
        }
        if (side.things.empty()) { side.why = std::format("no layer has any {}{}", named.word, where.empty() ? "" : " in " + where); }
        else if (std::ranges::all_of(side.things, &Thing::schematic)) { side.why = std::format("all {} at hand are drawn from descriptions", named.word); }
        else if (!side.complete) { side.why = std::format("the layers may not have every {} (one that was added with --replace is taken for the whole)", named.word); }
        return side;
    }

    /// Where a person has put it, or the ledger has it, else what the gazetteer says.
    std::optional<place::Site> located(std::string const& text) const
    {
        for (auto const* const site : m_survey.sitesIn(m_plan.plan.id, m_said.span)) {
            if (!site->shape.empty() && text.contains(site->place) && !isArea(site->kind)) { return *site; }
        }
        auto found = m_survey.atlas.locate(text, m_plan.plan.region);
        if (!found) { return std::nullopt; }
        std::erase_if(*found, [&](place::Site const& site) { return site.shape.empty() || isOtherArea(text, site); });
        if (found->empty()) { return std::nullopt; }
        // of 宁武县余庄乡 the last and smallest place is the one that is meant
        return *std::ranges::min_element(*found, {}, [](place::Site const& site) { return site.precision; });
    }
    /// 恒山风景名胜区 is not 恒山自然保护区, though both may be called by the mountain.
    static bool isOtherArea(std::string const& text, place::Site const& site)
    {
        return (site.kind == place::Kind::Reserve || site.kind == place::Kind::SpringZone) && isOtherKind(text, site.place);
    }
    static bool isOtherKind(std::string const& text, std::string const& name)
    {
        constexpr std::array kinds{"风景名胜区"sv, "风景区"sv, "森林公园"sv, "湿地公园"sv, "地质公园"sv, "水源地"sv, "泉域"sv, "开发区"sv, "园区"sv};
        return std::ranges::any_of(kinds, [&](std::string_view kind) { return text.contains(kind) && !name.contains(kind); });
    }
    static bool isArea(place::Kind kind) { return kind == place::Kind::Province || kind == place::Kind::City || kind == place::Kind::County; }

    /// Features of the kind that the words speak of, else of every kind but areas that people live in.
    [[nodiscard]] std::vector<Feature const*> candidates(std::optional<plan::NamedClass> const& named) const
    {
        if (named && !named->layer.empty()) { return m_survey.features(named->layer); }
        std::vector<Feature const*> all;
        for (auto const kind : {"air_station"sv, "monitoring_section"sv, "enterprise"sv, "wwtp"sv, "park"sv, "site"sv, "mine"sv, "reserve"sv}) {
            auto const more = m_survey.features(kind);
            all.insert(all.end(), more.begin(), more.end());
        }
        return all;
    }

    [[nodiscard]] bool isCalled(Feature const& feature, std::string const& text, std::string const& own) const
    {
        if (feature.kind == "reserve" && isOtherKind(text, feature.name)) { return false; }
        auto const number = roadNumber(text);
        auto const* const county = countyIn(text, m_counties);
        if (number.empty() && county != nullptr && !feature.adcode.empty() && feature.adcode != county->adcode) { return false; }
        auto const called = [&](std::string const& name) {
            if (name.empty()) { return false; }
            if (!number.empty()) { return roadNumber(name) == number; }
            return name == text || (own.size() >= 6 && ownName(name, m_counties) == own);
        };
        return called(feature.name) || std::ranges::any_of(feature.aliases, called);
    }

    Survey const& m_survey;
    ledger::PlanRecord const& m_plan;
    plan::Passage const& m_said;
    std::vector<place::Entry const*> m_counties;
};

} // namespace

geo::Feature Thing::feature() const
{
    geo::Feature made;
    made.id = made.name = name;
    made.shape = shape;
    made.accuracyM = errorM;
    made.schematic = schematic;
    return made;
}

geo::Feature countyFeature(place::Entry const& county)
{
    geo::Feature feature;
    feature.id = county.featureId;
    feature.name = county.name;
    feature.kind = "county";
    feature.adcode = county.adcode;
    feature.accuracyM = county.accuracyM;
    feature.shape = county.shape;
    return feature;
}

std::string roadNumber(std::string_view name)
{
    constexpr std::array<std::pair<std::string_view, char>, 3> classes{{{"国道", 'G'}, {"省道", 'S'}, {"县道", 'X'}}};
    auto const digit = [](char c) { return c >= '0' && c <= '9'; };
    for (std::size_t at = 0; at < name.size(); ++at) {
        if (!digit(name[at])) { continue; }
        auto end = at;
        while (end < name.size() && digit(name[end])) { ++end; }
        auto const number = std::string{name.substr(at, end - at)};
        if (number.size() <= 4) {
            if (at > 0 && (name[at - 1] == 'G' || name[at - 1] == 'S' || name[at - 1] == 'X')) { return name[at - 1] + number; }
            for (auto const& [word, letter] : classes) {
                if (name.substr(end).starts_with(word) || name.substr(0, at).ends_with(word)) { return letter + number; }
            }
        }
        at = end - 1;
    }
    return {};
}

std::vector<std::string> namesIn(std::string const& text, Counties const& counties)
{
    std::vector<std::string> names;
    for (auto& piece : pieces(text)) {
        auto const with = piece.find("和", 1);
        bool const two = countyNamed(piece, counties) == nullptr && with != std::string::npos && countyNamed(std::string_view{piece}.substr(with + "和"sv.size()), counties) != nullptr;
        if (two) {
            names.push_back(piece.substr(0, with));
            piece.erase(0, with + "和"sv.size());
        }
        names.push_back(std::move(piece));
    }
    return names;
}

place::Entry const* countyNamed(std::string_view name, Counties const& counties)
{
    auto const found = std::ranges::find_if(counties, [&](place::Entry const* county) { return county->name == name || shortName(*county) == name; });
    return found == counties.end() || name.empty() ? nullptr : *found;
}

std::vector<Side> sidesOf(Survey const& survey, std::size_t plan, plan::Passage const& said)
{
    auto all = pieces(said.text);
    Finder const find{survey, plan, said};
    // 代县、定襄县监测点位: what the last is the others are too.
    if (all.size() > 1) {
        auto const counties = survey.countiesOf(survey.plans[plan].plan);
        auto const isCounty = [&](std::string const& text) { return std::ranges::contains(counties, text, &place::Entry::name); };
        auto const begins = std::ranges::find_if(counties, [&](place::Entry const* county) { return all.back().starts_with(county->name); });
        if (begins != counties.end() && plan::lastClassIn(all.back())) {
            auto const ending = all.back().substr((*begins)->name.size());
            for (auto& piece : all) {
                if (isCounty(piece)) { piece += ending; }
            }
        }
    }
    std::vector<Side> sides;
    for (auto const& piece : all) { sides.push_back(find(piece)); }
    // one class in two words (国省道或高速路) is one side
    if (sides.size() > 1 && !said.text.contains("、") && std::ranges::all_of(sides, &Side::isClass)) {
        Side whole{.text = said.text, .things = {}, .isClass = true, .complete = true, .why = {}};
        for (auto const& side : sides) {
            for (auto const& thing : side.things) {
                if (!std::ranges::contains(whole.things, thing.name, &Thing::name)) { whole.things.push_back(thing); }
            }
            whole.complete = whole.complete && side.complete;
            if (whole.why.empty()) { whole.why = side.why; }
        }
        return {whole};
    }
    return sides;
}

} // namespace zhengtu::workspace
