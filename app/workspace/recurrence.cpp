#include "workspace/recurrence.hpp"

#include "core/utf.hpp"
#include "geo/index.hpp"
#include "geo/measure.hpp"
#include "workspace/recurrence_spots.hpp"
#include "workspace/words.hpp"

#include <algorithm>
#include <cmath>
#include <format>
#include <tuple>
#include <utility>

namespace zhengtu::workspace {

namespace {

using analysis::Answer;

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
        bool const parts = !a.stretches.empty() && !b.stretches.empty() && !a.wholly && !b.wholly && std::ranges::none_of(a.stretches, [&](std::string const& one) { return b.stretches.contains(one); });
        if (parts) { return {Answer::Maybe, std::format("the same place in the layers, but {} and {} are other stretches of it", *a.stretches.begin(), *b.stretches.begin())}; }
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

/// What is known of how far apart two names of what may be one place are.
Result<void> tellApart(Recurrence& one, Spot const& earlier, Spot const& later)
{
    auto const apart = apartM(earlier, later);
    if (!apart) { return std::unexpected{apart.error()}; }
    one.distanceM = *apart;
    if (!one.distanceM) {
        one.reason += "; how far apart is not known, for one is known to its county alone";
        if (auto const most = geo::farthestM(geo::extentOf(earlier.site.shape), geo::extentOf(later.site.shape)); most > 0) {
            one.atMostM = most;
            one.reason += std::format("; at most {:.0f} km apart", std::ceil(most / 1000));
        }
    } else if (*one.distanceM > 0) {
        one.reason += std::format("; {:.0f} m apart as drawn", *one.distanceM);
    }
    return {};
}

/// Whether the later is the earlier, or near it; `leftOut` counts what is known too vaguely to say.
Result<std::optional<Recurrence>> compared(Survey const& survey, Spot const& earlier, Spot const& later, double limitM, std::size_t& leftOut)
{
    Recurrence one;
    auto same = sameness(survey, earlier, later);
    one.answer = same.answer;
    one.reason = std::move(same.reason);
    if (same.answer != Answer::No) {
        if (auto const told = tellApart(one, earlier, later); !told) { return std::unexpected{told.error()}; }
        auto const both = one.answer == Answer::Maybe ? bothSay(survey, earlier, later) : std::string{};
        if (!both.empty()) { one.reason += "; both speak of its " + both; }
    } else {
        auto const near = nearness(earlier, later, limitM);
        if (!near) { return std::unexpected{near.error()}; }
        if (!*near) { return std::nullopt; }
        auto const& [answer, apart] = **near;
        auto const error = earlier.site.radiusM + later.site.radiusM;
        if (apart > limitM && error > std::max(2000.0, 4 * limitM)) {
            ++leftOut;
            return std::nullopt;
        }
        one.kind = RecurrenceKind::Near;
        one.answer = answer;
        one.distanceM = apart;
        one.reason = std::format("{:.0f} m apart{}", apart, error > 0 ? std::format(", known to ±{:.0f} m", error) : "");
    }
    one.placeKind = later.kind;
    one.earlier = earlier.told;
    one.later = later.told;
    one.county = later.county.empty() ? earlier.county : later.county;
    one.schematic = earlier.site.schematic || later.site.schematic;
    auto const& where = later.site.shape.empty() || place::isSomewhereIn(later.site) ? earlier.site : later.site;
    if (!place::isSomewhereIn(where)) { one.shape = where.shape; }
    return one;
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
    for (std::size_t i = 0; i < survey.plans.size(); ++i) { spots.push_back(spotsOf(survey, i)); }
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
                    auto one = compared(survey, earlier, later, options.distanceM, result.leftOut);
                    if (!one) { return std::unexpected{std::move(one.error()).at(earlier.told.place + " - " + later.told.place)}; }
                    if (*one) { found.push_back(std::move(**one)); }
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
