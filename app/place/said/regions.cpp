#include "place/said/regions.hpp"

#include "core/utf.hpp"
#include "geo/ops.hpp"

#include <algorithm>

namespace zhengtu::place::said {

namespace {

Site siteOf(Entry const& area, Precision precision, std::string place, std::string reason)
{
    Site site;
    site.place = std::move(place);
    site.kind = area.kind;
    site.precision = precision;
    site.shape = area.shape;
    site.radiusM = area.accuracyM;
    site.score = precision == Precision::City ? 0.3 : 0.5;
    site.featureId = area.featureId;
    site.source = area.source;
    site.schematic = area.schematic;
    site.reason = std::move(reason);
    return site;
}

/// Whether the words of the pattern (我, 全, 本 and the level) stand in the text as a word of their own.
bool says(std::u32string_view text, char32_t level)
{
    for (char32_t const head : std::u32string_view{U"我全本"}) {
        char32_t const word[] = {head, level};
        std::u32string_view const wanted{word, 2};
        for (auto at = text.find(wanted); at != std::u32string_view::npos; at = text.find(wanted, at + 1)) {
            auto const next = at + 2 < text.size() ? text[at + 2] : U'\n';
            bool const otherWord = next == U'场' || (next == U'域' && level == U'区') || next == U'间' || next == U'块';
            bool const partOfName = head == U'本' && at > 0 && (text[at - 1] == U'日' || text[at - 1] == U'基');
            if (!otherWord && !partOfName) { return true; }
        }
    }
    return false;
}

} // namespace

std::optional<Site> groupIn(std::u32string_view text, Scope const& scope, Gazetteer const& gazetteer)
{
    std::string best;
    for (auto const& name : gazetteer.groupNames(scope.cityAdcode)) {
        auto const wide = toUtf32(name);
        if (wide && text.find(*wide) != std::u32string_view::npos && name.size() > best.size()) { best = name; }
    }
    if (best.empty()) { return std::nullopt; }
    std::vector<geo::Shape> shapes;
    std::string names;
    Entry const* first = nullptr;
    for (auto const& code : gazetteer.group(scope.cityAdcode, best)) {
        auto const* const county = gazetteer.area(code);
        if (county == nullptr || county->shape.empty()) { return std::nullopt; }
        first = first == nullptr ? county : first;
        shapes.push_back(county->shape);
        names += (names.empty() ? "" : "、") + gazetteer.label(code);
    }
    auto all = geo::unionAll(shapes);
    if (first == nullptr || !all || all->empty()) { return std::nullopt; }
    auto site = siteOf(*first, Precision::County, best, best + " of " + scope.name + ": " + names);
    site.shape = std::move(*all);
    site.featureId.clear();
    return site;
}

std::optional<Site> issuerIn(std::u32string_view text, Scope const& scope, Gazetteer const& gazetteer)
{
    bool const ofCounty = !scope.countyAdcode.empty();
    auto const* const area = gazetteer.area(ofCounty ? scope.countyAdcode : scope.cityAdcode);
    if (area == nullptr || area->shape.empty()) { return std::nullopt; }
    auto const name = toUtf32(area->name);
    if (!name || name->empty() || !says(text, name->back())) { return std::nullopt; }
    auto site = siteOf(*area, ofCounty ? Precision::County : Precision::City, gazetteer.label(area->adcode), "the text speaks of all of the issuing region");
    if (ofCounty) {
        site.adcode = area->adcode;
        site.county = gazetteer.label(area->adcode);
    }
    return site;
}

} // namespace zhengtu::place::said
