#include "workspace/recurrence.hpp"

#include "core/utf.hpp"
#include "geo/index.hpp"
#include "geo/measure.hpp"
#include "workspace/farthest.hpp"
#include "workspace/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>
#include <map>
#include <set>
#include <tuple>

namespace zhengtu::workspace {

namespace {

using analysis::Answer;

/// One place of one plan with all that names it there.
struct Spot {
    std::size_t plan = 0;
    place::Kind kind = place::Kind::Other;
    std::set<std::string> names;
    std::string featureId, adcode, county;
    std::set<std::string> reaches; ///< counties that it is named in
    bool anywhere = false;         ///< named without a county too
    Told told;
    place::Site site;
    int rank = 0; ///< of the quote: 3 in a task, 2 in a problem, 1 elsewhere
};

bool isTooWide(place::Kind kind)
{
    return kind == place::Kind::Province || kind == place::Kind::City || kind == place::Kind::County || kind == place::Kind::Town || kind == place::Kind::Other;
}

/// Things, as against what they lie in or along.
bool isThing(place::Kind kind)
{
    using enum place::Kind;
    return kind != River && kind != Road && kind != Reserve && kind != SpringZone && kind != Lake && kind != Reservoir;
}

bool isLine(place::Kind kind) { return kind == place::Kind::River || kind == place::Kind::Road; }

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

struct Sameness {
    Answer answer = Answer::No;
    std::string reason;
};

Sameness sameness(Survey const& survey, Spot const& a, Spot const& b)
{
    auto const& regionA = survey.plans[a.plan].plan.region;
    auto const& regionB = survey.plans[b.plan].plan.region;
    auto const& gazetteer = survey.atlas.gazetteer();
    bool const sameCity = gazetteer.scope(regionA).cityAdcode == gazetteer.scope(regionB).cityAdcode;
    if (!a.featureId.empty() && a.featureId == b.featureId) {
        bool const apart = isLine(a.kind) && !a.anywhere && !b.anywhere && std::ranges::none_of(a.reaches, [&](std::string const& code) { return b.reaches.contains(code); });
        if (apart) { return {}; } // the same river, but other reaches of it
        if (!isThing(a.kind) && !sameCity) { return {Answer::Maybe, std::format("the same place in the layers, of which the plans mean the parts in {} and {}", regionA, regionB)}; }
        return {Answer::Yes, "the same place in the layers"};
    }
    if (a.kind != b.kind || !sameCity || (!a.adcode.empty() && !b.adcode.empty() && a.adcode != b.adcode)) { return {}; }
    bool const sameName = std::ranges::any_of(a.names, [&](std::string const& name) { return b.names.contains(name); });
    bool const sameCounty = !a.adcode.empty() && a.adcode == b.adcode;
    if (sameName && (a.featureId.empty() || b.featureId.empty())) {
        if (sameCounty) { return {Answer::Yes, "the same name in " + a.county}; }
        bool const whole = std::ranges::any_of(a.names, [&](std::string const& name) { return b.names.contains(name) && name.size() >= 15; });
        if (whole && isThing(a.kind)) { return {Answer::Yes, "the same whole name in plans of one city"}; } // 汾东污水处理厂, as against 太钢
        return {Answer::Maybe, "the same short name in plans of one city"};
    }
    if (!sameCounty) { return {}; }
    for (auto const& name : a.names) {
        for (auto const& other : b.names) {
            if (sameCharacters(name, other)) { return {Answer::Maybe, std::format("{} and {} have the same characters in another order: one may be a slip", name, other)}; }
        }
    }
    return {};
}

/// Whether a place is known so well that its distance from another says something.
bool isPlaced(Spot const& spot) { return !spot.site.shape.empty() && spot.site.precision <= place::Precision::Village && !place::isSomewhereIn(spot.site); }

/// How far apart what may be one place is drawn; nothing where a county is all that is known of one.
Result<std::optional<double>> apartM(Spot const& a, Spot const& b)
{
    if (!a.featureId.empty() && a.featureId == b.featureId) { return 0.0; }
    if (!isPlaced(a) || !isPlaced(b)) { return std::nullopt; }
    auto const apart = geo::distanceM(a.site.shape, b.site.shape);
    if (!apart) { return std::unexpected{apart.error()}; }
    return *apart;
}

/// 白石南河…水环境综合治理项目, 南白石河水环境综合治理工程: what both say right behind the name.
std::string bothSay(Survey const& survey, Spot const& a, Spot const& b)
{
    auto const common = commonPart(survey.after(a.plan, a.told.span, 16), survey.after(b.plan, b.told.span, 16));
    return characters(common) >= 4 ? common : std::string{};
}

/// How near two things of known position are; nothing where that says nothing.
Result<std::optional<std::pair<Answer, double>>> nearness(Spot const& a, Spot const& b, double limitM)
{
    auto const known = [](Spot const& spot) { return isThing(spot.kind) && isPlaced(spot); };
    if (!known(a) || !known(b)) { return std::nullopt; }
    auto const error = a.site.radiusM + b.site.radiusM;
    auto const extentA = geo::extentOf(a.site.shape), extentB = geo::extentOf(b.site.shape);
    if (!geo::grown(extentA, limitM + error).intersects(extentB)) { return std::nullopt; }
    auto const apart = geo::distanceM(a.site.shape, b.site.shape);
    if (!apart) { return std::unexpected{apart.error()}; }
    if (*apart - error > limitM) { return std::nullopt; }
    bool const sure = *apart + error <= limitM && !a.site.schematic && !b.site.schematic;
    return std::pair{sure ? Answer::Yes : Answer::Maybe, *apart};
}

} // namespace

char const* name(RecurrenceKind kind) noexcept { return kind == RecurrenceKind::Near ? "near" : "same-place"; }

bool sameCharacters(std::string_view a, std::string_view b)
{
    auto one = toUtf32(a).value_or(std::u32string{}), other = toUtf32(b).value_or(std::u32string{});
    if (one.size() < 4 || one.size() != other.size() || one == other) { return false; }
    std::ranges::sort(one);
    std::ranges::sort(other);
    return one == other;
}

Result<Recurrences> recurrences(Survey const& survey, RecurrenceOptions const& options, analysis::Progress const& progress)
{
    if (!(options.distanceM >= 0) || options.distanceM > 1e6) { return fail(ErrorCode::Usage, "the distance must be between 0 and 1000 km", "Write --distance 500m."); }
    std::vector<std::vector<Spot>> spots;
    for (std::size_t i = 0; i < survey.plans.size(); ++i) { spots.push_back(Spots{survey, i}()); }
    std::vector<std::size_t> order(survey.plans.size());
    for (std::size_t i = 0; i < order.size(); ++i) { order[i] = i; }
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return survey.plans[i].plan.year.value_or(0); });
    Recurrences result;
    auto& found = result.found;
    for (std::size_t i = 0; i < order.size(); ++i) {
        for (auto j = i + 1; j < order.size(); ++j) {
            if (progress && !progress(static_cast<double>(i) / static_cast<double>(order.size()))) { return fail(ErrorCode::Cancelled, ""); }
            for (auto const& earlier : spots[order[i]]) {
                if (options.closedOnly && !earlier.told.closed) { continue; }
                for (auto const& later : spots[order[j]]) {
                    Recurrence one;
                    auto same = sameness(survey, earlier, later);
                    one.answer = same.answer;
                    one.reason = std::move(same.reason);
                    if (same.answer == Answer::No) {
                        auto const near = nearness(earlier, later, options.distanceM);
                        if (!near) { return std::unexpected{Error{near.error()}.at(earlier.told.place + " - " + later.told.place)}; }
                        if (!*near) { continue; }
                        one.kind = RecurrenceKind::Near;
                        auto const apart = (*near)->second;
                        one.answer = (*near)->first;
                        one.distanceM = apart;
                        auto const error = earlier.site.radiusM + later.site.radiusM;
                        if (apart > options.distanceM && error > std::max(2000.0, 4 * options.distanceM)) {
                            ++result.leftOut;
                            continue;
                        }
                        one.reason = std::format("{:.0f} m apart{}", apart, error > 0 ? std::format(", known to ±{:.0f} m", error) : "");
                    }
                    if (one.kind == RecurrenceKind::SamePlace) {
                        auto apart = apartM(earlier, later);
                        if (!apart) { return std::unexpected{Error{apart.error()}.at(earlier.told.place + " - " + later.told.place)}; }
                        one.distanceM = *apart;
                        if (!*apart) {
                            one.reason += "; how far apart is not known, for one is known to its county alone";
                            if (auto const most = farthestM(earlier.site.shape, later.site.shape); most > 0) {
                                one.atMostM = most;
                                one.reason += std::format("; at most {:.0f} km apart", std::ceil(most / 1000));
                            }
                        }
                        else if (**apart > 0) { one.reason += std::format("; {:.0f} m apart as drawn", **apart); }
                        auto const both = one.answer == Answer::Maybe ? bothSay(survey, earlier, later) : std::string{};
                        if (!both.empty()) { one.reason += "; both speak of its " + both; }
                    }
                    one.placeKind = later.kind;
                    one.earlier = earlier.told;
                    one.later = later.told;
                    one.county = later.county.empty() ? earlier.county : later.county;
                    one.schematic = earlier.site.schematic || later.site.schematic;
                    auto const& where = later.site.shape.empty() || place::isSomewhereIn(later.site) ? earlier.site : later.site;
                    if (!place::isSomewhereIn(where)) { one.shape = where.shape; }
                    found.push_back(std::move(one));
                }
            }
        }
    }
    std::ranges::stable_sort(found, {}, [](Recurrence const& one) {
        return std::tuple{!one.earlier.closed, one.kind == RecurrenceKind::Near, one.answer != Answer::Yes, !isThing(one.placeKind), one.distanceM.value_or(0), one.later.owners.empty() && one.earlier.owners.empty()};
    });
    return result;
}

geo::Layer asLayer(std::vector<Recurrence> const& found)
{
    geo::Layer layer;
    layer.id = "recurrences";
    layer.title = "回头看：反复出现的地点";
    layer.titleEn = "Places that come back";
    layer.kind = "recurrence";
    layer.style = "finding";
    for (auto const& one : found) {
        geo::Feature feature;
        feature.id = std::format("recurrence-{}", layer.features.size() + 1);
        feature.name = one.later.place;
        feature.kind = layer.kind;
        feature.county = one.county;
        feature.schematic = one.schematic;
        feature.shape = one.shape;
        auto const joined = [](std::vector<std::string> const& list) {
            std::string text;
            for (auto const& item : list) { text += (text.empty() ? "" : ";") + item; }
            return text;
        };
        feature.more = {{"finding", name(one.kind)}, {"answer", analysis::name(one.answer)}, {"distance_m", one.distanceM ? std::format("{:.1f}", *one.distanceM) : ""}, {"at_most_m", one.atMostM ? std::format("{:.0f}", *one.atMostM) : ""}, {"reason", one.reason},
                        {"earlier_plan", one.earlier.planTitle}, {"earlier", one.earlier.quote}, {"earlier_tasks", joined(one.earlier.tasks)}, {"closed", one.earlier.closed ? "1" : "0"},
                        {"later_plan", one.later.planTitle}, {"later", one.later.quote}, {"task_id", joined(one.later.tasks)}};
        layer.features.push_back(std::move(feature));
    }
    return layer;
}

} // namespace zhengtu::workspace
