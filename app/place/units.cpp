#include "place/units.hpp"

#include "core/utf.hpp"
#include "place/lexicon.hpp"

#include <algorithm>

namespace zhengtu::place {

namespace {

using Text = std::u32string_view;

bool has(Text text, Text word) noexcept { return text.find(word) != Text::npos; }

/// The unit without blanks and without what stands in brackets: 各县（市、区）党委 -> 各县党委.
std::u32string bare(Text unit)
{
    std::u32string text;
    int depth = 0;
    for (auto const c : unit) {
        if (isOneOf(U"（(", c)) { ++depth; }
        if (depth == 0 && c > U' ') { text.push_back(c); }
        if (isOneOf(U"）)", c) && depth > 0) { --depth; }
    }
    return text;
}

bool isOpen(Text unit)
{
    return has(unit, U"相关县") || has(unit, U"有关县") || has(unit, U"相关区") || has(unit, U"相关市、县") || has(unit, U"涉及县") || has(unit, U"所在县");
}

bool isEveryCounty(Text unit)
{
    if (isOpen(unit)) { return false; }
    for (Text const word : {Text{U"各县"}, Text{U"各区县"}, Text{U"各市县"}, Text{U"全市各县"}, Text{U"各区、县"}}) {
        if (has(unit, word)) { return true; }
    }
    return unit.starts_with(U"各区") || unit.starts_with(U"县（市、区）") || unit.starts_with(U"县级");
}

/// A county is named by this item of a list if nothing follows but the end, an authority or the word for what it is.
bool endsCounty(Text rest)
{
    if (rest.empty() || isOneOf(U"、，,和及与；;（(县市区", rest.front())) { return true; }
    for (Text const word : {Text{U"党委"}, Text{U"党工委"}, Text{U"政府"}, Text{U"人民政府"}, Text{U"委"}, Text{U"等"}, Text{U"党政"}, Text{U"两县"}, Text{U"三县"},
                            Text{U"四县"}, Text{U"两区"}, Text{U"三区"}, Text{U"各乡镇"}, Text{U"各镇"}, Text{U"分局"}, Text{U"生态环境分局"}}) {
        if (rest.starts_with(word)) { return true; }
    }
    return false;
}

class Reader {
public:
    Reader(Text unit, Scope const& scope, Gazetteer const& gazetteer) : m_unit{unit}, m_text{bare(unit)}, m_scope{scope}, m_gazetteer{gazetteer} {}

    UnitArea read()
    {
        m_area.open = isOpen(m_text) || isOpen(m_unit) || namesZone();
        m_area.company = m_text.ends_with(U"集团") || m_text.ends_with(U"公司");
        if (isEveryCounty(m_text) || isEveryCounty(m_unit)) {
            if (m_scope.countyAdcode.empty()) { return everyCounty(); }
        }
        for (auto const& name : m_gazetteer.groupNames(m_scope.cityAdcode)) {
            auto const wide = toUtf32(name);
            if (wide && has(m_text, *wide)) {
                for (auto& code : m_gazetteer.group(m_scope.cityAdcode, name)) { add(std::move(code)); }
                because("the counties of " + name);
            }
        }
        for (std::size_t i = 0; i < m_text.size();) {
            auto const length = areaAt(i);
            i += std::max<std::size_t>(length, 1);
        }
        if (m_area.counties.empty() && !m_scope.countyAdcode.empty()) {
            add(m_scope.countyAdcode);
            because("a unit of " + m_scope.name);
        }
        return std::move(m_area);
    }

private:
    /// A committee of a park, zone or scenic area answers for land of its own.
    bool namesZone() const
    {
        for (Text const word : {Text{U"园区"}, Text{U"开发区"}, Text{U"示范区"}, Text{U"名胜区"}, Text{U"高新区"}}) {
            if (has(m_text, word)) { return true; }
        }
        return false;
    }

    UnitArea everyCounty()
    {
        for (auto const* county : m_gazetteer.countiesOf(m_scope.cityAdcode)) { add(county->adcode); }
        m_area.wholeCity = !m_area.counties.empty();
        because("all counties of " + m_scope.name);
        return std::move(m_area);
    }

    /// Length of the county or town that the unit names at i.
    std::size_t areaAt(std::size_t i)
    {
        bool const starts = i == 0 || !lexicon::isNameChar(m_text[i - 1]) || isOneOf(U"和及与市", m_text[i - 1]);
        std::vector<Gazetteer::Match> matches;
        m_gazetteer.matchesAt(m_text, i, matches);
        for (auto const& match : matches) {
            auto const rest = Text{m_text}.substr(i + match.length);
            std::vector<std::string> counties, towns;
            for (auto const& named : match.named) {
                auto const& place = m_gazetteer.entry(named.entry);
                if (!m_scope.holds(place.adcode)) { continue; }
                bool const full = named.form == NameForm::Full || named.form == NameForm::Qualified || named.form == NameForm::Former;
                bool const ends = endsCounty(rest) && starts;
                if (place.kind == Kind::County && ((full && (starts || named.form == NameForm::Qualified)) || (named.form == NameForm::Short && ends))) {
                    counties.push_back(place.adcode);
                }
                if (place.kind == Kind::Town && starts && (full || (named.form == NameForm::Short && (rest.empty() || rest.front() == U'、')))) {
                    towns.push_back(place.adcode);
                }
            }
            if (counties.size() == 1) {
                add(counties.front());
                because("named in the unit");
                return match.length;
            }
            if (counties.empty() && towns.size() == 1) {
                add(towns.front());
                because("the county of a township among the units");
                return match.length;
            }
        }
        return 0;
    }

    void add(std::string code)
    {
        if (std::ranges::find(m_area.counties, code) == m_area.counties.end()) { m_area.counties.push_back(std::move(code)); }
    }

    void because(std::string reason)
    {
        if (m_area.reason.empty()) { m_area.reason = std::move(reason); }
    }

    Text m_unit;
    std::u32string m_text;
    Scope const& m_scope;
    Gazetteer const& m_gazetteer;
    UnitArea m_area;
};

void merge(UnitArea& all, UnitArea const& one)
{
    for (auto const& code : one.counties) {
        if (std::ranges::find(all.counties, code) == all.counties.end()) { all.counties.push_back(code); }
    }
    all.wholeCity = all.wholeCity || one.wholeCity;
    all.open = all.open || one.open;
    all.company = all.company || one.company;
    if (all.reason.empty()) { all.reason = one.reason; }
}

} // namespace

UnitArea areaOf(std::string_view unit, Scope const& scope, Gazetteer const& gazetteer)
{
    auto const wide = toUtf32(unit);
    if (!wide || scope.cityAdcode.empty()) { return {}; }
    return Reader{*wide, scope, gazetteer}.read();
}

UnitArea areaOfAll(std::vector<plan::Unit> const& units, Scope const& scope, Gazetteer const& gazetteer)
{
    UnitArea all;
    for (auto const& unit : units) {
        if (unit.role == plan::UnitRole::Acceptance || unit.role == plan::UnitRole::Person) { continue; }
        merge(all, areaOf(unit.name.text, scope, gazetteer));
    }
    return all;
}

std::vector<std::string> expandCounties(std::string_view unit, Scope const& scope, Gazetteer const& gazetteer)
{
    std::vector<std::string> names;
    for (auto const& code : areaOf(unit, scope, gazetteer).counties) { names.push_back(gazetteer.label(code)); }
    return names;
}

std::vector<std::vector<UnitArea>> taskAreas(plan::Plan const& plan, Gazetteer const& gazetteer)
{
    auto const scope = gazetteer.scope(plan.region);
    std::vector<std::vector<UnitArea>> all;
    for (auto const& problem : plan.problems) {
        auto& rows = all.emplace_back();
        if (problem.tasks.empty()) { rows.push_back(areaOfAll(problem.units, scope, gazetteer)); }
        for (auto const& task : problem.tasks) {
            rows.push_back(areaOfAll(task.units.empty() ? problem.units : task.units, scope, gazetteer));
        }
    }
    return all;
}

} // namespace zhengtu::place
