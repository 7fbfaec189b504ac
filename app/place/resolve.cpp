#include "place/resolve.hpp"

#include "core/utf.hpp"
#include "place/locator.hpp"
#include "place/said/describe.hpp"
#include "place/said/phrases.hpp"
#include "place/said/regions.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace zhengtu::place {

namespace {

/// More counties than this among the units say "the city" rather than these counties.
constexpr std::size_t mostCounties = 8;

/// All sites of one plan.
class PlanLocator {
public:
    PlanLocator(plan::Plan const& plan, std::vector<Mention> const& mentions, std::vector<std::vector<UnitArea>> const& areas,
                text::NormalText const& normal, Gazetteer const& gazetteer)
        : m_plan{plan}, m_areas{areas}, m_normal{normal}, m_gazetteer{gazetteer}, m_locator{gazetteer.scope(plan.region), gazetteer},
          m_describer{gazetteer, m_locator.scope()}
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
        std::size_t own = 0; // of the missed, those that the task itself names
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
            if (!ofProblem) { own = missed.size(); }
        }
        auto const text = textOf(p, t);
        if (sites.empty()) { add(sites, said::groupIn(text, m_locator.scope(), m_gazetteer)); }
        if (sites.empty()) {
            fromUnits(sites, area, missed.empty() ? "no place is named" : missed.front().place + " itself is not located");
            if (!sites.empty() && own > 0) { missed.erase(missed.begin()), --own; } // these counties stand for it
        }
        if (sites.empty()) { fromCity(sites, missed); }
        if (sites.empty() && missed.empty()) { add(sites, said::issuerIn(text, m_locator.scope(), m_gazetteer)); }
        if (sites.empty()) { sites.push_back(unlocated(missed, area, text)); }
        mergeSame(sites);
        missed.resize(own);
        for (auto& site : missed) { static_cast<void>(m_locator.byCityName(site)); }
        addMissed(sites, std::move(missed));
        for (std::size_t s = 0; s < sites.size(); ++s) {
            sites[s].taskId = id;
            sites[s].id = id + "-s" + std::to_string(s + 1);
            m_sites.push_back(std::move(sites[s]));
        }
    }

    /// The measure, or the problem where it lists none.
    std::u32string textOf(std::size_t p, std::size_t t) const
    {
        auto const& problem = m_plan.problems[p];
        return toUtf32(t == Mention::none ? problem.body.text : problem.tasks[t].body.text).value_or(U"");
    }

    static void add(std::vector<Site>& sites, std::optional<Site> site)
    {
        if (site) { sites.push_back(std::move(*site)); }
    }

    /// One place by two of its names is one site.
    static void mergeSame(std::vector<Site>& sites)
    {
        for (std::size_t i = 0; i < sites.size(); ++i) {
            for (std::size_t j = sites.size(); --j > i;) {
                bool const thing = sites[i].precision < Precision::Township || sites[i].kind == Kind::County || sites[i].kind == Kind::City;
                if (!thing || sites[i].featureId.empty() || sites[i].featureId != sites[j].featureId || sites[i].kind != sites[j].kind) { continue; }
                if (sites[i].figure != Figure::Itself || sites[j].figure != Figure::Itself || !(sites[i].shape == sites[j].shape)) { continue; }
                if (sites[i].place != sites[j].place) { sites[i].reason += "; also named " + sites[j].place; }
                sites.erase(sites.begin() + static_cast<std::ptrdiff_t>(j));
            }
        }
    }

    static bool isSpecific(UnitArea const& area)
    {
        return !area.open && !area.wholeCity && !area.counties.empty() && area.counties.size() <= mostCounties;
    }

    /// Every place that a task names has its row, also where another one beside it is known.
    static void addMissed(std::vector<Site>& sites, std::vector<Site> missed)
    {
        for (auto& site : missed) {
            if (std::ranges::none_of(sites, [&](Site const& other) { return other.place == site.place; })) { sites.push_back(std::move(site)); }
        }
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

    /// 豆村 inside 豆村鸿瑞球团厂: a works may bear the name of a township that it is not in; 豆村镇 says what it means.
    static bool saysWhatItIs(Mention const& place)
    {
        static constexpr std::array<std::string_view, 5> endings{"镇", "乡", "街道", "村", "社区"};
        return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return place.text.ends_with(ending); });
    }

    /// A township or village that opens the name or stands directly before it.
    static Mention const* anchorOf(Mention const& mention, Mentions const& all)
    {
        for (auto const* other : all) {
            if (other->kind != Kind::Town && other->kind != Kind::Village) { continue; }
            if ((holds(mention, *other) && saysWhatItIs(*other)) || (other != &mention && other->span.end == mention.span.begin)) { return other; }
        }
        return nullptr;
    }

    std::vector<Site> sitesOf(Mentions const& all, UnitArea const& area)
    {
        std::vector<std::string> const within = area.wholeCity ? std::vector<std::string>{} : area.counties;
        said::Phrases const phrases{all, m_normal, m_describer};
        std::vector<Site> sites;
        for (std::size_t i = 0; i < all.size(); ++i) {
            auto const* const mention = all[i];
            if (auto band = borderOf(phrases, i)) {
                sites.push_back(std::move(*band));
                continue;
            }
            if (phrases.isPartOfAnother(i)) { continue; }
            if (mention->kind == Kind::City || mention->kind == Kind::Province) { continue; }
            if (auto const ends = phrases.between(i); !ends.empty()) {
                std::vector<Site> spanned;
                for (auto const end : ends) {
                    auto const& one = phrases.mention(end);
                    spanned.push_back(m_locator.locate(one, anchorOf(one, all), within));
                }
                for (auto& site : m_describer.between(std::move(spanned), betweenName(phrases, ends))) { sites.push_back(std::move(site)); }
                continue;
            }
            if (std::ranges::any_of(all, [&](auto const* other) { return holds(*other, *mention) || usesAsAnchor(*other, *mention, all); })) {
                continue;
            }
            if (mention->kind == Kind::County && std::ranges::any_of(all, [&](auto const* other) {
                    return other->kind != Kind::County && other->adcode == mention->adcode;
                })) {
                continue;
            }
            auto const* const landmark = phrases.landmark(i);
            auto const& located = landmark == nullptr ? *mention : *landmark;
            auto site = m_locator.locate(located, anchorOf(located, all), within);
            m_describer.apply(site, phrases.of(i), located);
            if (landmark != nullptr) { asUnnamed(site, *mention, *landmark); }
            if (auto const on = phrases.river(i); on.river != nullptr) { m_describer.onRiver(site, located, *on.river, on.relation); }
            if (auto const* const road = phrases.road(i)) { m_describer.onRoad(site, *road); }
            sites.push_back(std::move(site));
        }
        return sites;
    }

    static std::string betweenName(said::Phrases const& phrases, std::vector<std::size_t> const& ends)
    {
        std::string names;
        for (auto const end : ends) { names += (names.empty() ? "" : "、") + phrases.mention(end).text; }
        return names + "之间";
    }

    /// 甲县与乙县交界处, or 与乙县交界处 in the plan of 甲县.
    std::optional<Site> borderOf(said::Phrases const& phrases, std::size_t i) const
    {
        if (phrases.of(i).relation != said::Relation::Border) { return std::nullopt; }
        auto const* const one = m_gazetteer.area(phrases.mention(i).adcode);
        auto const* other = phrases.neighbour(i);
        if (other == nullptr) { other = m_gazetteer.area(m_locator.scope().countyAdcode); }
        if (one == nullptr || other == nullptr) { return std::nullopt; }
        auto site = m_describer.border(*other, *one, phrases.phrase(i));
        if (site) { site->span = phrases.mention(i).span; }
        return site;
    }

    /// A thing without a name has one from where it was found.
    void asUnnamed(Site& site, Mention const& thing, Mention const& landmark) const
    {
        said::Words near;
        near.relation = said::Relation::Near;
        m_describer.apply(site, near, landmark);
        site.place = thing.text + "（" + landmark.text + "附近）";
        site.kind = thing.kind;
        site.span = thing.span;
        site.reason = "found near " + landmark.text + ": " + site.reason;
    }

    static bool usesAsAnchor(Mention const& other, Mention const& mention, Mentions const& all)
    {
        return &other != &mention && (mention.kind == Kind::Town || mention.kind == Kind::Village) && anchorOf(other, all) == &mention;
    }

    void fromUnits(std::vector<Site>& sites, UnitArea const& area, std::string const& why = "no place is named")
    {
        bool const city = area.wholeCity || area.counties.size() > mostCounties;
        auto const codes = city ? std::vector<std::string>{m_locator.scope().cityAdcode} : area.counties;
        for (auto const& code : codes) {
            Site site;
            auto const* const place = m_gazetteer.area(code);
            if (place == nullptr) { continue; }
            site.place = m_gazetteer.label(code);
            site.kind = place->kind;
            if (m_locator.area(site, code, why + "; responsible units: " + area.reason)) { sites.push_back(std::move(site)); }
        }
    }

    /// Places of which only the city is known: by their own name, or because the plan gives their committee tasks.
    void fromCity(std::vector<Site>& sites, std::vector<Site> const& missed)
    {
        for (auto site : missed) {
            bool const again = std::ranges::any_of(sites, [&](Site const& other) { return other.place == site.place; });
            if (!again && (m_locator.byCityName(site) || byCommittee(site))) { sites.push_back(std::move(site)); }
        }
    }

    /// A development zone whose committee is among the plan's units answers to the issuing city.
    bool byCommittee(Site& site)
    {
        auto const& scope = m_locator.scope();
        if (site.kind != Kind::Park || !scope.countyAdcode.empty() || !isUnit(site.place)) { return false; }
        return m_locator.area(site, scope.cityAdcode, "its committee is a unit of " + scope.name + "'s plan; its county is not said and no layer has it");
    }

    bool isUnit(std::string const& zone) const
    {
        auto const names = [&](plan::Unit const& unit) {
            auto const at = unit.name.text.find(zone);
            return at != std::string::npos && unit.name.text.find("委", at + zone.size()) != std::string::npos;
        };
        return std::ranges::any_of(m_plan.problems, [&](plan::Problem const& problem) {
            return std::ranges::any_of(problem.units, names) ||
                   std::ranges::any_of(problem.tasks, [&](plan::Task const& task) { return std::ranges::any_of(task.units, names); });
        });
    }

    static Site unlocated(std::vector<Site> const& missed, UnitArea const& area, std::u32string_view text)
    {
        if (!missed.empty()) { return missed.front(); }
        Site site;
        if (said::findFringe(text) != std::u32string_view::npos) {
            site.place = "城乡结合部";
            site.reason = "no law gives the fringe of towns (城乡结合部) a boundary, and no other place is named";
            return site;
        }
        site.reason = area.counties.empty() ? "no place is named, and the units stand for no county" : "no layer has the counties of the units";
        return site;
    }

    plan::Plan const& m_plan;
    std::vector<std::vector<UnitArea>> const& m_areas;
    text::NormalText const& m_normal;
    Gazetteer const& m_gazetteer;
    Locator m_locator;
    said::Describer m_describer;
    std::map<std::pair<std::size_t, std::size_t>, Mentions> m_mentions;
    std::vector<Site> m_sites;
};

} // namespace

std::vector<Site> locate(plan::Plan const& plan, std::vector<Mention> const& mentions, std::vector<std::vector<UnitArea>> const& areas,
                         text::NormalText const& normal, Gazetteer const& gazetteer)
{
    return PlanLocator{plan, mentions, areas, normal, gazetteer}.run();
}

Site locate(Mention const& mention, Scope const& scope, Gazetteer const& gazetteer)
{
    return Locator{scope, gazetteer}.locate(mention, nullptr, {});
}

} // namespace zhengtu::place
