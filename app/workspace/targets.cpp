#include "workspace/workspace.hpp"

#include "geo/codec.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

namespace zhengtu::workspace {

namespace {

/// What people type for a kind of feature, and the kind.
constexpr std::array<std::pair<std::string_view, std::string_view>, 18> kindWords{{
    {"保护区", "reserve"}, {"自然保护区", "reserve"}, {"泉域", "spring_zone"}, {"spring", "spring_zone"}, {"县", "county"},
    {"区县", "county"}, {"市", "city"}, {"河", "river"}, {"河流", "river"}, {"湖", "lake"}, {"水库", "reservoir"},
    {"矿", "mine"}, {"煤矿", "mine"}, {"空气站", "air_station"}, {"监测站", "air_station"}, {"断面", "monitoring_section"},
    {"section", "monitoring_section"}, {"热点", "hotspot"},
}};

std::string kindFor(std::string_view word)
{
    auto const* const known = std::ranges::find(kindWords, word, [](auto const& pair) { return pair.first; });
    return std::string{known == kindWords.end() ? word : known->second};
}

bool looksLikeWkt(std::string_view text)
{
    constexpr std::array<std::string_view, 6> words{"POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON"};
    std::string head;
    for (char const c : text) {
        if (std::isalpha(static_cast<unsigned char>(c)) == 0) { break; }
        head.push_back(static_cast<char>(std::toupper(static_cast<unsigned char>(c))));
    }
    return std::ranges::contains(words, head) && (text.find('(') != std::string_view::npos || text.ends_with(" EMPTY") || text.ends_with(" empty"));
}

/// A path, or the name of a file of a vector format: no place is called so.
bool looksLikeFile(std::string_view text)
{
    constexpr std::array<std::string_view, 9> endings{".shp", ".gpkg", ".geojson", ".json", ".csv", ".kml", ".kmz", ".gpx", ".zip"};
    return text.contains('/') || std::ranges::any_of(endings, [&](std::string_view ending) { return text.ends_with(ending); });
}

/// Counties, townships and villages of one name are told apart by what they lie in: 晋城市城区, 娄烦县城关镇. Of other things empty.
std::string fullName(geo::Feature const& feature)
{
    if (feature.kind == "county") { return feature.city + feature.name; }
    return feature.kind == "town" || feature.kind == "village" ? feature.county + feature.name : std::string{};
}

/// 3: the name itself, 2: an alias, 1: part of the name or of its parent's, 0: something else.
int match(geo::Feature const& feature, std::string_view name)
{
    if (feature.name == name || feature.parent == name || feature.id == name || fullName(feature) == name) { return 3; }
    if (std::ranges::contains(feature.aliases, name)) { return 2; }
    return feature.name.contains(name) || feature.parent.contains(name) ? 1 : 0;
}

bool isOfKind(geo::Layer const& layer, geo::Feature const& feature, std::string_view kind)
{
    return feature.kind == kind || layer.kind == kind || layer.id == kind;
}

std::string wholeName(geo::Feature const& feature) { return feature.parent.empty() ? feature.name : feature.parent; }

std::string join(std::set<std::string> const& names, std::size_t most)
{
    std::string text;
    for (auto const& name : names) {
        if (most-- == 0) { return text + " ..."; }
        text += (text.empty() ? "" : ", ") + name;
    }
    return text;
}

std::unexpected<Error> unknownKind(std::vector<geo::Layer> const& layers, std::string const& kind)
{
    std::set<std::string> kinds;
    for (auto const& layer : layers) { kinds.insert(layer.kind.empty() ? layer.id : layer.kind); }
    return fail(ErrorCode::NotFound, "no layer holds features of kind \"" + kind + "\"", "Known kinds: " + join(kinds, 40));
}

Result<std::vector<geo::Feature>> named(std::vector<geo::Layer> const& layers, std::string const& kind, std::string const& name)
{
    int best = 0;
    bool kindSeen = false;
    std::vector<geo::Feature> found;
    std::set<std::string> wholes, known;
    for (auto const& layer : layers) {
        for (auto const& feature : layer.features) {
            if (!kind.empty() && !isOfKind(layer, feature, kind)) { continue; }
            kindSeen = true;
            known.insert(wholeName(feature));
            int const quality = name.empty() ? 3 : match(feature, name);
            if (quality == 0 || quality < best) { continue; }
            if (quality > best) {
                best = quality;
                found.clear();
                wholes.clear();
            }
            found.push_back(feature);
            wholes.insert(wholeName(feature));
        }
    }
    if (!kindSeen) { return unknownKind(layers, kind); }
    if (found.empty()) {
        return fail(ErrorCode::NotFound, "no " + (kind.empty() ? std::string{"feature"} : kind) + " is called \"" + name + "\"",
                    "Known: " + join(known, 30));
    }
    if (best > 1 && !name.empty()) { // only a part of it says which is meant
        wholes.clear();
        for (auto const& feature : found) {
            if (auto full = fullName(feature); !full.empty()) { wholes.insert(std::move(full)); }
        }
    }
    if (!name.empty() && wholes.size() > 1) { return fail(ErrorCode::Ambiguous, "\"" + name + "\" may be " + join(wholes, 12), "Give the whole name."); }
    return found;
}

} // namespace

Result<std::vector<geo::Feature>> targets(std::vector<geo::Layer> const& layers, std::string const& what, std::string const& zoneRole,
                                          bool withUnplaced)
{
    std::vector<geo::Feature> found;
    std::error_code ignored;
    if (looksLikeWkt(what)) {
        auto shape = geo::fromWkt(what);
        if (!shape) { return std::unexpected{std::move(shape.error()).at("WKT")}; }
        geo::Feature drawn;
        drawn.id = drawn.name = "WKT";
        drawn.shape = std::move(*shape);
        if (drawn.shape.empty()) { return fail(ErrorCode::Usage, "the WKT is empty: nothing lies in it or near it", "Give it positions: POLYGON((112 37, 113 37, 113 38, 112 37))."); }
        found.push_back(std::move(drawn));
    } else if (looksLikeFile(what) && !std::filesystem::exists(what, ignored)) {
        return fail(ErrorCode::FileMissing, "there is no file " + what, "Write its whole path, or KIND:NAME, a kind, a name or a WKT.");
    } else if (std::filesystem::exists(what, ignored)) {
        auto features = geo::readFeatures(what);
        if (!features) { return features; }
        found = std::move(*features);
    } else {
        auto const colon = what.find(':');
        bool const hasName = colon != std::string::npos;
        auto features = named(layers, kindFor(hasName ? what.substr(0, colon) : what), hasName ? what.substr(colon + 1) : "");
        // "天龙山" alone is a name when it is no kind.
        if (!features && !hasName) {
            if (auto byName = named(layers, "", what); byName || byName.error().code == ErrorCode::Ambiguous) { features = std::move(byName); }
            else { return fail(ErrorCode::NotFound, "no kind and no feature of the layers is called \"" + what + "\"", features.error().cure); }
        }
        if (!features) { return features; }
        found = std::move(*features);
    }
    if (!zoneRole.empty()) {
        std::erase_if(found, [&](geo::Feature const& feature) { return feature.zone != zoneRole; });
        if (found.empty()) {
            return fail(ErrorCode::NotFound, what + " has no zone \"" + zoneRole + "\"", "Zones: core, buffer, experimental; domain, key");
        }
    }
    if (!withUnplaced) { std::erase_if(found, [](geo::Feature const& feature) { return feature.shape.empty(); }); }
    if (found.empty()) { return fail(ErrorCode::NotFound, what + " has no geometry in the layers at hand"); }
    return found;
}

} // namespace zhengtu::workspace
