#include "geo/measure.hpp"
#include "plan/vocabulary.hpp"
#include "workspace/claim_kinds.hpp"
#include "workspace/claim_sides.hpp"
#include "workspace/words.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <format>

namespace zhengtu::workspace {

namespace {

using analysis::Verdict;
using geo::Feature;

bool isArea(Feature const& feature) { return feature.shape.type == geo::ShapeType::Polygon; }

/// The last number of things in a text: 20 of 现有图斑46个，其中20个未修复.
std::optional<double> countIn(std::string_view text)
{
    constexpr std::array<std::string_view, 6> counters{"个", "处", "座", "家", "宗", "块"};
    std::optional<double> last;
    for (std::size_t at = text.find_first_of("0123456789"); at < text.size(); at = text.find_first_of("0123456789", at)) {
        auto const end = std::min(text.find_first_not_of("0123456789", at), text.size());
        bool const counts = std::ranges::any_of(counters, [&](std::string_view word) { return text.substr(end).starts_with(word); });
        if (counts && end - at <= 6) { last = std::strtod(std::string{text.substr(at, end - at)}.c_str(), nullptr); }
        at = end;
    }
    return last;
}

/// Whether an area is that of its subject itself: 甲保护区总面积352平方公里, not 甲保护区违法占地46亩 or 甲煤矿占地46亩.
bool isOwnArea(plan::Claim const& claim)
{
    auto const quote = std::string_view{claim.quote.text};
    auto const number = quote.find(claim.quantity.said.text);
    auto const name = number == std::string_view::npos ? number : quote.substr(0, number).rfind(claim.subject.text);
    if (name == std::string_view::npos) { return true; } // made of several places: what it measures is in its words
    auto between = quote.substr(name + claim.subject.text.size(), number - name - claim.subject.text.size());
    for (bool again = true; again;) {
        again = false;
        for (std::string_view const word : {"总面积", "国土面积", "区域面积", "规划面积", "面积", "总", "为", "约", "共", "达到", "达", "仅", "近", "是", "有", "合计", "共计", "，"}) {
            if (!between.starts_with(word)) { continue; }
            between.remove_prefix(word.size());
            again = true;
        }
    }
    return between.empty();
}

/// The area that is named and nothing else: 晋祠泉域面积, a reserve; nothing where the text says more.
std::optional<Feature> namedArea(Survey const& survey, plan::Claim const& claim)
{
    auto name = claim.subject.text;
    for (std::string_view const word : {"总面积", "国土面积", "区域面积", "占地面积", "规划面积", "面积"}) {
        if (name.ends_with(word)) { name.resize(name.size() - word.size()); }
    }
    if (name.size() < 9 || !isOwnArea(claim)) { return std::nullopt; }
    for (auto const& layer : survey.layers) {
        for (auto const& feature : layer.features) {
            bool const whole = isArea(feature) && (feature.name == name || std::ranges::contains(feature.aliases, name)) && (feature.zone.empty() || feature.parent != name);
            if (whole) { return feature; }
        }
    }
    return std::nullopt;
}

/// The zones that a name stands for, of a reserve or spring domain that is drawn in zones: all of it, or 核心区 of 甲自然保护区核心区.
std::vector<Feature> zonesNamed(Survey const& survey, plan::Claim const& claim)
{
    std::vector<Feature> zones;
    if (!isOwnArea(claim)) { return zones; }
    auto const roles = plan::zonesIn(claim.subject.text);
    for (auto const kind : {"reserve", "spring_zone"}) {
        for (auto const* const feature : survey.features(kind)) {
            bool const named = !feature->zone.empty() && feature->parent.size() >= 9 && claim.subject.text.starts_with(feature->parent);
            if (named && isArea(*feature) && (roles.empty() || std::ranges::contains(roles, feature->zone))) { zones.push_back(*feature); }
        }
    }
    return zones;
}

/// The areas of a user's layer that a claim speaks of: by the layer's title; of them those with a field that says what the claim says (未修复).
std::vector<Feature const*> selectedIn(geo::Layer const& layer, plan::Claim const& claim)
{
    std::vector<Feature const*> all, chosen;
    bool const titled = layer.title.size() >= 6 && (claim.quote.text.contains(layer.title) || characters(commonPart(layer.title, claim.subject.text)) >= 3);
    if (!layer.ofUser() || !titled) { return all; }
    for (auto const& feature : layer.features) {
        if (isArea(feature) && !feature.schematic) { all.push_back(&feature); }
    }
    for (auto const* const feature : all) {
        bool const says = std::ranges::any_of(feature->more, [&](auto const& field) {
            bool const said = field.second.size() >= 6 && claim.subject.text.contains(field.second);
            return said && !std::ranges::all_of(all, [&](Feature const* other) { return std::ranges::contains(other->more, field); }); // what all have tells none from another
        });
        if (says) { chosen.push_back(feature); }
    }
    return chosen.empty() ? all : chosen;
}

} // namespace

std::optional<double> shareOfRegion(std::string_view quote)
{
    constexpr std::array<std::string_view, 8> wholes{"市域", "全市", "县域", "全县", "全区", "区域", "全域", "国土"};
    auto at = quote.find("占");
    for (; at != std::string_view::npos; at = quote.find("占", at + 1)) {
        auto rest = quote.substr(at + std::string_view{"占"}.size());
        auto const whole = std::ranges::find_if(wholes, [&](std::string_view word) { return rest.starts_with(word); });
        if (whole == wholes.end()) { continue; }
        rest.remove_prefix(whole->size());
        for (bool again = true; again;) {
            again = false;
            for (std::string_view const word : {"国土", "总", "面积", "的", "约"}) {
                if (rest.starts_with(word)) {
                    rest.remove_prefix(word.size());
                    again = true;
                }
            }
        }
        char* end = nullptr;
        std::string const digits{rest};
        auto const percent = std::strtod(digits.c_str(), &end);
        auto const behind = std::string_view{end};
        if (percent > 0 && percent <= 100 && (behind.starts_with("%") || behind.starts_with("％"))) { return percent; }
    }
    return std::nullopt;
}

Result<void> auditArea(Survey const& survey, std::size_t plan, plan::Claim const& claim, ClaimFinding& finding)
{
    auto const unit = claim.quantity.value > 0 ? finding.stated / claim.quantity.value : 1;
    auto const stated = analysis::stated(finding.stated, unit, claim.quantity.comparator, analysis::Measure::AreaM2);
    finding.tolerance = stated.tolerance;
    auto const counties = survey.countiesOf(survey.plans[plan].plan);
    // the percentage must stand right behind this area
    auto const tail = claim.quote.text.find(claim.quantity.said.text);
    auto const behind = tail == std::string::npos ? std::string_view{} : std::string_view{claim.quote.text}.substr(tail + claim.quantity.said.text.size());
    auto const share = behind.starts_with("，占") || behind.starts_with("占") || behind.starts_with("（占") ? shareOfRegion(behind) : std::nullopt;
    if (share && !counties.empty()) {
        double whole = 0;
        for (auto const* const county : counties) { whole += geo::areaM2(county->shape); }
        finding.kind = "share-of-region";
        finding.computed = whole * *share / 100;
        finding.range = analysis::Range{*finding.computed, *finding.computed};
        finding.verdict = analysis::verdict(stated, *finding.range);
        because(finding, std::format("the counties of the map measure {:.0f} km2; {:g} % of that are {:.0f} km2; the area itself is on no layer", whole / 1e6, *share, *finding.computed / 1e6));
        return {};
    }
    if (auto const found = namedArea(survey, claim)) {
        finding.computed = geo::areaM2(found->shape);
        finding.schematic = found->schematic;
        finding.shape = found->shape;
        finding.range = found->schematic ? analysis::Range{} : analysis::Range{*finding.computed, *finding.computed};
        finding.verdict = found->schematic ? Verdict::CannotDecide : analysis::verdict(stated, *finding.range);
        because(finding, std::format("{} of the layers measures {:.3f} ha{}", found->name, *finding.computed / 1e4, found->schematic ? "; it is drawn from a description" : ""));
        return {};
    }
    if (auto const zones = zonesNamed(survey, claim); !zones.empty()) {
        finding.schematic = std::ranges::any_of(zones, &Feature::schematic);
        double whole = 0;
        for (auto const& zone : zones) { whole += geo::areaM2(zone.shape); }
        bool const nested = std::ranges::any_of(zones, [](Feature const& zone) { return zone.zone == "domain"; }); // a spring domain has its key zone in it
        if (!finding.schematic && !nested) {
            finding.computed = whole;
            finding.range = analysis::Range{whole, whole};
            finding.verdict = analysis::verdict(stated, *finding.range);
            because(finding, std::format("{} of the layers measures {:.3f} ha", zones.front().parent, whole / 1e4));
        } else {
            because(finding, std::format("{} is drawn from a description, to ±{:g} m", zones.front().parent, zones.front().accuracyM));
        }
        return {};
    }
    for (auto const& layer : survey.layers) {
        auto const selected = selectedIn(layer, claim);
        if (selected.empty()) { continue; }
        double sum = 0;
        for (auto const* const feature : selected) { sum += geo::areaM2(feature->shape); }
        finding.computed = sum;
        finding.range = analysis::Range{sum, sum};
        finding.verdict = analysis::verdict(stated, *finding.range);
        because(finding, std::format("the {} areas of layer {} measure {:.3f} ha", selected.size(), layer.title, sum / 1e4));
        auto const number = countIn(claim.subject.text);
        if (number && *number != static_cast<double>(selected.size())) { // 46 patches, of which 20 are meant and the layer does not say which
            finding.verdict = Verdict::CannotDecide;
            because(finding, std::format("the sentence speaks of {:g} and the layer does not say which", *number));
        } else if (!number && finding.verdict == Verdict::Differs) {
            finding.verdict = Verdict::CannotDecide;
            because(finding, "the layer may hold others than those that are meant");
        }
        return {};
    }
    because(finding, "no layer holds the areas that it speaks of");
    return {};
}

} // namespace zhengtu::workspace
