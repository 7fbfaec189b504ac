#include "workspace/recurrence_spots.hpp"

#include "core/utf.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace zhengtu::workspace {

namespace {

bool isTooWide(place::Kind kind)
{
    return kind == place::Kind::Province || kind == place::Kind::City || kind == place::Kind::County || kind == place::Kind::Town || kind == place::Kind::Other;
}

class Spots {
public:
    Spots(Survey const& survey, std::size_t number) : m_survey{survey}, m_number{number}, m_record{survey.plans[number]}
    {
        for (auto const& task : survey.tasksOf(m_record.plan.id)) {
            m_closed[task.id] = task.status == "closed" || task.status == "accepted";
            m_tasksOf[task.problemId].push_back(task.id);
            for (auto const& site : task.sites) {
                if (!site.span.empty()) { m_sites[{site.span.begin, site.place}] = &site; }
            }
        }
    }

    std::vector<Spot> operator()()
    {
        for (auto const& mention : m_record.mentions) {
            if (!isTooWide(mention.kind)) { take(mention); }
        }
        for (auto& spot : m_spots) {
            if (spot.reaches.size() > 1 || (isLine(spot.kind) && spot.anywhere)) { spot.county.clear(); } // a river of several counties is in none
            auto const& tasks = m_all[&spot - m_spots.data()];
            spot.told.tasks.assign(tasks.begin(), tasks.end());
            spot.told.closed = !tasks.empty() && std::ranges::all_of(tasks, [&](std::string const& task) { return m_closed[task]; });
        }
        return std::move(m_spots);
    }

private:
    void take(place::Mention const& mention)
    {
        auto const key = mention.featureId.empty() ? std::string{place::name(mention.kind)} + "|" + (mention.fullName.empty() ? mention.text : mention.fullName) + "|" + mention.adcode : mention.featureId;
        auto const [at, fresh] = m_index.try_emplace(key, m_spots.size());
        if (fresh) {
            auto& made = m_spots.emplace_back();
            made.plan = m_number;
            made.kind = mention.kind;
            made.featureId = mention.featureId;
            made.adcode = mention.adcode;
            made.county = mention.county;
            made.told = {.planId = m_record.plan.id, .planTitle = m_record.plan.title, .year = m_record.plan.year, .place = {}, .owners = {}, .tasks = {}, .quote = {}, .span = {}};
            made.site = m_survey.atlas.locate(mention, m_record.plan.region);
        }
        auto& spot = m_spots[at->second];
        ++spot.told.mentions;
        if (mention.adcode.empty()) { spot.anywhere = true; } else { spot.reaches.insert(mention.adcode); }
        if (isLine(spot.kind)) {
            auto stretch = stretchIn(m_survey.after(m_number, mention.span, 8));
            if (stretch.empty()) { spot.wholly = true; } else { spot.stretches.insert(std::move(stretch)); }
        }
        spot.names.insert(mention.text);
        if (!mention.fullName.empty()) { spot.names.insert(mention.fullName); }
        std::string owner;
        int rank = 1;
        if (mention.problem != place::Mention::none) {
            auto const& problem = m_record.plan.problems[mention.problem];
            bool const ofTask = mention.task != place::Mention::none;
            owner = ofTask ? problem.tasks[mention.task].id : problem.id;
            rank = ofTask ? 3 : 2;
            auto const& tasks = m_tasksOf[problem.id];
            auto& all = m_all[static_cast<std::ptrdiff_t>(at->second)];
            if (ofTask) { all.insert(owner); } else { all.insert(tasks.begin(), tasks.end()); }
        }
        if (!owner.empty() && !std::ranges::contains(spot.told.owners, owner)) { spot.told.owners.push_back(owner); }
        if (rank > spot.rank) {
            spot.rank = rank;
            spot.told.place = mention.text;
            spot.told.span = mention.span;
            spot.told.quote = m_survey.sentence(m_number, mention.span);
        }
        // where a person has put it counts before what a name alone gives
        if (auto const site = m_sites.find({mention.span.begin, mention.text}); site != m_sites.end() && site->second->precision <= spot.site.precision) { spot.site = *site->second; }
    }

    Survey const& m_survey;
    std::size_t m_number;
    ledger::PlanRecord const& m_record;
    std::map<std::string, bool> m_closed;
    std::map<std::string, std::vector<std::string>> m_tasksOf;
    std::map<std::pair<std::size_t, std::string>, place::Site const*> m_sites;
    std::map<std::string, std::size_t> m_index;
    std::map<std::ptrdiff_t, std::set<std::string>> m_all; ///< tasks of a spot
    std::vector<Spot> m_spots;
};

} // namespace

bool isThing(place::Kind kind) noexcept
{
    using enum place::Kind;
    return kind != River && kind != Road && kind != Reserve && kind != SpringZone && kind != Lake && kind != Reservoir;
}

bool isLine(place::Kind kind) noexcept { return kind == place::Kind::River || kind == place::Kind::Road; }

std::string stretchIn(std::string_view behind)
{
    auto const text = toUtf32(behind).value_or(std::u32string{});
    auto const end = text.find(U'段');
    if (end == std::u32string::npos || end < 2 || end > 5) { return {}; }
    auto const name = std::u32string_view{text}.substr(0, end);
    constexpr std::u32string_view none = U"的在和与及等为是有被从由到至一两三几";
    bool const said = std::ranges::any_of(name, [&](char32_t c) { return c < U'一' || c > U'鿿' || none.find(c) != std::u32string_view::npos; });
    bool const kind = name.ends_with(U"阶") || name.ends_with(U"时") || name.ends_with(U"手") || name.ends_with(U"路") || name.ends_with(U"地");
    return said || kind ? std::string{} : toUtf8(std::u32string_view{text}.substr(0, end + 1));
}

std::vector<Spot> spotsOf(Survey const& survey, std::size_t plan) { return Spots{survey, plan}(); }

} // namespace zhengtu::workspace
