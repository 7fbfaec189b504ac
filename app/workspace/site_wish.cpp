#include "workspace/corrections.hpp"

#include "geo/ops.hpp"
#include "ledger/correction_json.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace zhengtu::workspace {

namespace {

using ledger::Correction;
using ledger::TaskRow;
using place::Site;

Site const* siteOf(std::vector<TaskRow> const& tasks, std::string const& id, TaskRow const*& owner)
{
    for (auto const& task : tasks) {
        for (auto const& site : task.sites) {
            if (site.id != id) { continue; }
            owner = &task;
            return &site;
        }
    }
    return nullptr;
}

std::string regionOf(std::vector<ledger::PlanRow> const& plans, std::string const& planId)
{
    auto const found = std::ranges::find(plans, planId, &ledger::PlanRow::id);
    return found == plans.end() ? std::string{} : found->region;
}

/// Whether a drawn shape can be a place on this earth, and in the axis order that we ask for.
Result<void> checkShape(geo::Shape const& shape)
{
    if (shape.empty()) { return fail(ErrorCode::Usage, "an empty geometry is no place"); }
    auto const extent = geo::extentOf(shape);
    for (double const value : {extent.minLon, extent.maxLon, extent.minLat, extent.maxLat}) {
        if (!std::isfinite(value)) { return fail(ErrorCode::Usage, "the coordinates are no numbers"); }
    }
    auto const inside = [](double value, double low, double high) { return value >= low && value <= high; };
    if (inside(extent.minLon, 3, 54) && inside(extent.minLat, 73, 136)) {
        return fail(ErrorCode::Usage, "the coordinates look exchanged: latitude stands first", "Write longitude first: 112.55,37.87.");
    }
    if (!inside(extent.minLon, -180, 180) || !inside(extent.maxLon, -180, 180) || !inside(extent.minLat, -90, 90) || !inside(extent.maxLat, -90, 90)) {
        return fail(ErrorCode::Usage, "the coordinates are not degrees on the earth", "Write longitude and latitude in degrees: 112.55,37.87.");
    }
    if (auto const validity = geo::isValid(shape); !validity.valid) {
        return fail(ErrorCode::GeometryInvalid, "the geometry is not valid: " + validity.reason, "Draw it so that its outline does not cross itself.");
    }
    return {};
}

char const* howName(SiteWish const& wish)
{
    switch (wish.how) {
    case SiteWish::How::Candidate: return "candidate";
    case SiteWish::How::Drawn: return wish.shape.type == geo::ShapeType::Point ? "pin" : wish.shape.type == geo::ShapeType::Line ? "line" : "area";
    case SiteWish::How::County: return "county";
    case SiteWish::How::NotAPlace: return "not-a-place";
    case SiteWish::How::None:
    case SiteWish::How::Reset: break;
    }
    return "";
}

Result<Site> drawn(Atlas const& atlas, SiteWish const& wish)
{
    if (auto const fit = checkShape(wish.shape); !fit) { return std::unexpected{fit.error()}; }
    Site site;
    site.shape = wish.shape;
    site.precision = wish.precision.value_or(place::Precision::Exact);
    site.radiusM = wish.radiusM.value_or(drawnRadiusM);
    std::tie(site.county, site.adcode) = atlas.countyOf(wish.shape);
    site.reason = std::string{"drawn by hand as "} + (wish.shape.type == geo::ShapeType::Point ? "a pin" : wish.shape.type == geo::ShapeType::Line ? "a line" : "an area");
    return site;
}

Result<Site> wished(Atlas const& atlas, Site const& now, std::string const& region, SiteWish const& wish)
{
    Site site;
    switch (wish.how) {
    case SiteWish::How::Candidate: {
        if (wish.candidate == 0 || wish.candidate > now.candidates.size()) {
            std::string all;
            for (std::size_t i = 0; i < now.candidates.size(); ++i) { all += (i == 0 ? "" : ", ") + std::to_string(i + 1) + " " + now.candidates[i].name; }
            return fail(ErrorCode::NotFound, "site " + now.id + " has no candidate " + std::to_string(wish.candidate),
                        all.empty() ? "It has none; say where it is with --at or --wkt." : "Its candidates: " + all);
        }
        auto const& candidate = now.candidates[wish.candidate - 1];
        auto picked = atlas.siteOf(candidate.featureId, now, region);
        if (!picked) { return picked; }
        site = std::move(*picked);
        site.reason = "chosen among its candidates: " + candidate.name + (site.reason.empty() ? "" : "; " + site.reason);
        break;
    }
    case SiteWish::How::Drawn: {
        auto shape = drawn(atlas, wish);
        if (!shape) { return shape; }
        site = std::move(*shape);
        break;
    }
    case SiteWish::How::County: {
        auto area = atlas.siteOfCounty(wish.county, region);
        if (!area) { return area; }
        site = std::move(*area);
        site.reason = "its county was set by hand";
        break;
    }
    case SiteWish::How::NotAPlace:
        site.reason = "not a place";
        break;
    case SiteWish::How::None:
    case SiteWish::How::Reset: break;
    }
    if (wish.how != SiteWish::How::NotAPlace) {
        if (wish.radiusM) { site.radiusM = *wish.radiusM; }
        if (wish.precision) { site.precision = *wish.precision; }
        site.score = 1;
    }
    return site;
}

/// By site, the code of the county that it had before it was first corrected.
std::map<std::string, std::string> countiesAsRead(std::vector<ledger::Event> const& events)
{
    std::map<std::string, std::string> counties;
    for (auto const& event : events) {
        if (event.what != "place") { continue; }
        auto const before = ledger::changeFrom(event.what, event.oldValue);
        auto const* const place = before ? std::get_if<ledger::PlaceChange>(&*before) : nullptr;
        if (place != nullptr) { counties.try_emplace(event.subject, place->to.adcode); }
    }
    return counties;
}

} // namespace

std::vector<std::string> namesakes(std::vector<TaskRow> const& tasks, std::vector<ledger::PlanRow> const& plans,
                                   std::vector<ledger::Event> const& events, std::string const& siteId)
{
    std::vector<std::string> ids;
    TaskRow const* owner = nullptr;
    auto const* const site = siteOf(tasks, siteId, owner);
    if (site == nullptr || site->place.empty()) { return ids; }
    auto const region = regionOf(plans, owner->planId);
    auto const read = countiesAsRead(events);
    auto const countyOf = [&](Site const& one) -> std::string const& {
        auto const at = read.find(one.id);
        return at == read.end() ? one.adcode : at->second;
    };
    auto const& county = countyOf(*site);
    for (auto const& task : tasks) {
        for (auto const& other : task.sites) {
            if (other.id == siteId || other.place != site->place || other.kind != site->kind) { continue; }
            auto const& otherCounty = countyOf(other);
            bool const told = !otherCounty.empty() && !county.empty();
            bool const same = told ? otherCounty == county : regionOf(plans, task.planId) == region;
            if (same) { ids.push_back(other.id); }
        }
    }
    return ids;
}

Result<std::vector<Correction>> siteCorrections(ledger::Ledger const& ledger, Atlas const& atlas, std::string const& siteId, SiteWish const& wish, bool everywhere,
                                                std::string const& who)
{
    if (wish.how == SiteWish::How::None) {
        return fail(ErrorCode::Usage, "nothing to correct is given", "Say where it is: --candidate, --at, --wkt, --county, --not-a-place or --reset.");
    }
    auto const tasks = ledger.tasks();
    if (!tasks) { return std::unexpected{tasks.error()}; }
    auto const plans = ledger.plans();
    if (!plans) { return std::unexpected{plans.error()}; }
    TaskRow const* owner = nullptr;
    auto const* const site = siteOf(*tasks, siteId, owner);
    // An unknown id goes to the ledger as it is, which lists near ones.
    auto ids = std::vector{siteId};
    ledger::Change change = ledger::PlaceReset{};
    if (site != nullptr && wish.how != SiteWish::How::Reset) {
        auto to = wished(atlas, *site, regionOf(*plans, owner->planId), wish);
        if (!to) { return std::unexpected{std::move(to.error())}; }
        to->source = to->source.empty() ? "corrected by " + who : "corrected by " + who + " · " + to->source;
        change = ledger::PlaceChange{std::move(*to), howName(wish)};
    }
    if (everywhere) {
        auto const events = ledger.events();
        if (!events) { return std::unexpected{events.error()}; }
        auto others = namesakes(*tasks, *plans, *events, siteId);
        ids.insert(ids.end(), others.begin(), others.end());
    }
    std::vector<Correction> corrections;
    for (auto& id : ids) { corrections.push_back({std::move(id), change}); }
    return corrections;
}

} // namespace zhengtu::workspace
