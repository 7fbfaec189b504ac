#include "workspace/hotspot_counts.hpp"

#include "analysis/positions.hpp"
#include "ledger/site_table.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>
#include <functional>
#include <string_view>
#include <unordered_map>

namespace zhengtu::workspace {

namespace {

/// What a state weighs with --weight-by status: what is late counts most, what is done not at all.
constexpr std::array<std::pair<char const*, double>, 6> statusWeights{{{"overdue", 3}, {"due-soon", 2}, {"under-way", 1}, {"long-term", 1}, {"accepted", 0}, {"closed", 0}}};

/// As many in sum for each name, 1 on the average: what is frequent does not drown what is rare.
std::map<std::string, double> balanced(std::map<std::string, std::size_t> const& counts)
{
    double total = 0;
    for (auto const& [name, count] : counts) { total += static_cast<double>(count); }
    std::map<std::string, double> weights;
    for (auto const& [name, count] : counts) { weights[name] = total / (static_cast<double>(counts.size()) * static_cast<double>(count)); }
    return weights;
}

std::string categoryOf(ledger::SiteTable const& table, std::size_t task)
{
    auto const& categories = table.categories(task);
    return categories.empty() ? "none" : categories.front();
}

/// What counts once: a problem, or a task. The same number for the same one.
std::uint32_t ownerOf(ledger::SiteTable const& table, std::uint32_t task, CountBy count) { return count == CountBy::Problems ? table.problem(task) : task; }

std::string_view ownerId(ledger::SiteTable const& table, std::uint32_t task, CountBy count) { return count == CountBy::Problems ? table.problemId(task) : table.taskId(task); }

/// Positions of an owner that are told already.
struct Spot {
    std::uint32_t owner;
    geo::LonLat at;
    friend bool operator==(Spot const&, Spot const&) = default;
};

struct SpotHash {
    std::size_t operator()(Spot const& spot) const noexcept
    {
        auto hash = std::hash<std::uint32_t>{}(spot.owner);
        for (double const value : {spot.at.lon, spot.at.lat}) { hash = (hash ^ std::hash<double>{}(value)) * 0x9e3779b97f4a7c15ULL; }
        return hash;
    }
};

/// How many different second numbers each first one has.
std::vector<std::size_t> different(std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs, std::size_t groups)
{
    std::ranges::sort(pairs);
    std::vector<std::size_t> counts(groups, 0);
    for (std::size_t i = 0; i < pairs.size(); ++i) { counts[pairs[i].first] += i == 0 || pairs[i] != pairs[i - 1] ? 1U : 0U; }
    return counts;
}

std::string listed(std::map<std::string, double> const& weights)
{
    std::string text;
    for (auto const& [name, weight] : weights) { text += std::format("{}{}={}", text.empty() ? "" : ", ", name, numberText(weight, 3)); }
    return text;
}

} // namespace

std::string numberText(double value, int decimals)
{
    auto text = decimals < 0 ? std::format("{}", value) : std::format("{:.{}f}", value, decimals);
    if (decimals > 0) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.ends_with('.')) { text.pop_back(); }
    }
    return text == "-0" ? "0" : text;
}

Result<Weights> Weights::create(AskedTasks const& tasks, HotspotWish const& wish)
{
    std::map<std::string, std::size_t> kinds, categories;
    auto const& table = tasks.table;
    for (auto const task : tasks.numbers) {
        ++categories[categoryOf(table, task)];
        for (auto site = table.firstSite(task); site < table.endOfSites(task); ++site) { ++kinds[std::string{place::name(table.kind(site))}]; }
    }
    Weights made;
    made.m_asOf = wish.asOf;
    if (wish.weightBy == "status") {
        made.m_status = {statusWeights.begin(), statusWeights.end()};
    } else if (wish.weightBy == "kind") {
        made.m_kind = balanced(kinds);
    } else if (wish.weightBy == "category") {
        made.m_category = balanced(categories);
    } else if (!wish.weightBy.empty()) {
        return fail(ErrorCode::Usage, "nothing is weighted by \"" + wish.weightBy + "\"", "Weigh by status, kind or category.");
    }
    for (auto const& [name, weight] : wish.weights) {
        if (!(weight >= 0) || !std::isfinite(weight)) { return fail(ErrorCode::Usage, "the weight of " + name + " is not zero or more"); }
        bool const status = std::ranges::contains(statusWeights, name, [](auto const& one) { return std::string{one.first}; });
        if (!status && !kinds.contains(name) && !categories.contains(name)) {
            std::string known;
            for (auto const& one : statusWeights) { known += (known.empty() ? "" : ", ") + std::string{one.first}; }
            for (auto const& counts : {kinds, categories}) {
                for (auto const& one : counts) { known += ", " + one.first; }
            }
            return fail(ErrorCode::Usage, "no state, kind or category of this ledger is called \"" + name + "\"", "It has " + known + ".");
        }
        (status ? made.m_status : kinds.contains(name) ? made.m_kind : made.m_category)[name] = weight;
    }
    for (auto const& [what, weights] : {std::pair{"state", &made.m_status}, {"kind", &made.m_kind}, {"category", &made.m_category}}) {
        if (weights->empty()) { continue; }
        made.m_words = (made.m_any ? made.m_words + "; " : std::string{"weights by "}) + what + " (" + listed(*weights) + ")";
        made.m_any = true;
    }
    return made;
}

double Weights::of(ledger::SiteTable const& table, std::size_t site) const
{
    if (!m_any) { return 1; }
    auto const from = [](std::map<std::string, double> const& weights, std::string const& name) {
        auto const found = weights.find(name);
        return found == weights.end() ? 1.0 : found->second;
    };
    auto const task = table.taskOf(site);
    return from(m_status, std::string{cartography::name(statusOf(table.status(task), table.deadline(task), m_asOf))}) *
           from(m_kind, std::string{place::name(table.kind(site))}) * from(m_category, categoryOf(table, task));
}

Result<Observations> observe(AskedTasks const& tasks, Weights const& weights, HotspotWish const& wish)
{
    if (!(wish.worstRadiusM >= 0)) { return fail(ErrorCode::Usage, "the worst radius must be zero or more metres"); }
    auto const& table = tasks.table;
    Observations seen;
    std::unordered_map<Spot, std::uint32_t, SpotHash> known;
    std::vector<geo::LonLat> positions;
    for (auto const task : tasks.numbers) {
        for (auto site = table.firstSite(task); site < table.endOfSites(task); ++site) {
            ++seen.sites;
            positions.clear();
            auto const use = analysis::represent(table.view(site), wish.worstRadiusM, positions);
            if (!use) { return std::unexpected{use.error()}; }
            if (*use == analysis::Use::Unlocated) { ++seen.unlocated; }
            if (*use == analysis::Use::Area) { ++seen.area; }
            if (*use == analysis::Use::TooRough) { ++seen.tooRough; }
            if (*use != analysis::Use::Used) { continue; }
            auto const at = positions.front();
            auto const [place, fresh] = known.try_emplace({ownerOf(table, task, wish.count), at}, static_cast<std::uint32_t>(seen.all.size()));
            if (fresh) { seen.all.push_back({.site = static_cast<std::uint32_t>(site), .at = at, .weight = 0}); }
            else { ++seen.repeated; }
            auto& one = seen.all[place->second];
            one.weight = std::max(one.weight, weights.of(table, site)); // the most urgent of the measures of one problem
            seen.tasks.emplace_back(place->second, task);
        }
    }
    return seen;
}

MemberCounts membersOf(Observations const& seen, std::vector<int> const& groupOf, std::size_t groups, ledger::SiteTable const& table)
{
    std::vector<std::pair<std::uint32_t, std::uint32_t>> tasks, problems;
    for (auto const& [observation, task] : seen.tasks) {
        if (groupOf[observation] < 0) { continue; }
        auto const group = static_cast<std::uint32_t>(groupOf[observation]);
        tasks.emplace_back(group, task);
        problems.emplace_back(group, table.problem(task));
    }
    return {different(std::move(tasks), groups), different(std::move(problems), groups)};
}

geo::Feature featureOf(CountyCount const& one)
{
    geo::Feature feature;
    feature.id = one.county->adcode;
    feature.name = one.name;
    feature.adcode = one.county->adcode;
    feature.county = one.county->name;
    feature.city = one.county->city;
    feature.shape = one.county->shape;
    return feature;
}

Result<CountyCounts> countByCounty(AskedTasks const& tasks, std::vector<geo::Layer> const& layers, Weights const& weights, HotspotWish const& wish)
{
    std::map<std::string, CountyCount, std::less<>> byCode;
    std::map<std::string, std::size_t> bearers; // of a name
    for (auto const& layer : layers) {
        for (auto const& feature : layer.features) {
            if (layer.kind != "county" || feature.adcode.empty() || feature.shape.type != geo::ShapeType::Polygon) { continue; }
            byCode[feature.adcode].county = &feature;
            ++bearers[feature.name];
        }
    }
    auto const& table = tasks.table;
    auto byOwner = tasks.numbers; // by id: a sum of doubles depends on the order
    auto const owner = [&](std::uint32_t task) { return ownerId(table, task, wish.count); };
    if (!std::ranges::is_sorted(byOwner, {}, owner)) { std::ranges::stable_sort(byOwner, {}, owner); }
    CountyCounts counts;
    std::map<CountyCount*, std::vector<std::uint32_t>> problems; // of tasks that are counted one by one
    std::vector<geo::LonLat> ignored;
    for (std::size_t i = 0; i < byOwner.size();) {
        std::map<std::string_view, std::pair<double, bool>> counties; // weight, located
        auto const first = byOwner[i];
        std::size_t members = 0;
        for (; i < byOwner.size() && ownerOf(table, byOwner[i], wish.count) == ownerOf(table, first, wish.count); ++i, ++members) {
            for (auto site = table.firstSite(byOwner[i]); site < table.endOfSites(byOwner[i]); ++site) {
                auto const view = table.view(site);
                if (view.shape.empty() || !byCode.contains(view.adcode)) { continue; }
                auto const use = analysis::represent(view, wish.worstRadiusM, ignored);
                if (!use) { return std::unexpected{use.error()}; }
                ignored.clear();
                auto& [weight, located] = counties[view.adcode];
                weight = std::max(weight, weights.of(table, site));
                located = located || *use == analysis::Use::Used;
            }
        }
        ++counts.items;
        if (counties.empty()) { ++counts.nowhere; }
        if (counties.size() > 1) { ++counts.several; }
        for (auto const& [code, found] : counties) {
            auto& county = byCode.find(code)->second;
            ++county.items;
            county.tasks += members;
            county.located += found.second ? 1U : 0U;
            county.weight += found.first;
            problems[&county].push_back(table.problem(first));
        }
    }
    for (auto& [county, numbers] : problems) {
        std::ranges::sort(numbers);
        county->problems = static_cast<std::size_t>(std::ranges::unique(numbers).begin() - numbers.begin());
    }
    for (auto& [code, county] : byCode) {
        county.name = bearers[county.county->name] > 1 ? county.county->city + county.county->name : county.county->name;
        if (wish.everyCounty || wish.covered.contains(code) || county.items > 0) { counts.counties.push_back(std::move(county)); }
    }
    if (counts.counties.empty()) { return fail(ErrorCode::Usage, "nothing is known to lie in any county", "Import plans that name places, or count every county."); }
    return counts;
}

std::set<std::string> coveredCounties(std::vector<ledger::PlanRow> const& plans, std::vector<geo::Layer> const& layers)
{
    std::set<std::string> codes;
    for (auto const& layer : layers) {
        if (layer.kind != "county") { continue; }
        for (auto const& county : layer.features) {
            bool const covered = std::ranges::any_of(plans, [&](ledger::PlanRow const& plan) {
                auto const& region = plan.region;
                return region == county.city || region == county.city + county.name || region == county.name || region.ends_with("省");
            });
            if (covered && !county.adcode.empty()) { codes.insert(county.adcode); }
        }
    }
    return codes;
}

void tell(HotspotAnswer& answer, Observations const& seen, Weights const& weights, HotspotWish const& wish)
{
    answer.parameters.push_back({"count", wish.count == CountBy::Problems ? "problems" : "tasks",
                                 wish.count == CountBy::Problems ? "a place counts once for each problem that names it" : "a place counts for each task that names it"});
    answer.parameters.push_back({"weights", weights.any() ? "given" : "none", weights.words()});
    answer.parameters.push_back({"worst_radius_m", numberText(wish.worstRadiusM), "sites known worse than that are no positions"});
    for (auto const& [name, count] : {std::pair{"sites", seen.sites}, {"used", seen.all.size()}, {"repeated", seen.repeated}, {"left_out_unlocated", seen.unlocated},
                                      {"left_out_county_or_city_only", seen.area}, {"left_out_too_rough", seen.tooRough}}) {
        answer.counts.emplace_back(name, std::to_string(count));
    }
    if (seen.all.size() < fewObservations) {
        answer.warnings.push_back(std::format("only {} positions: fewer than {} say little about where there are hotspots; look at counties instead", seen.all.size(), fewObservations));
    }
    if (seen.area > seen.all.size()) {
        answer.warnings.push_back(std::format("{} sites are known by county or city only and {} as positions: what is seen here is the smaller part", seen.area, seen.all.size()));
    }
}

void finish(HotspotAnswer& answer, std::string const& method)
{
    std::string note = method;
    for (auto const& [name, value, reason] : answer.parameters) { note += "; " + name + " " + value + (reason.empty() ? "" : " (" + reason + ")"); }
    for (auto const& [name, value] : answer.counts) { note += "; " + name + " " + value; }
    for (auto const& warning : answer.warnings) { note += "; warning: " + warning; }
    answer.layer.note = note;
    answer.layer.source = "computed: " + method;
    answer.layer.kind = "hotspot";
    for (auto& feature : answer.layer.features) {
        feature.kind = "hotspot";
        feature.source = answer.layer.source;
    }
}

} // namespace zhengtu::workspace
