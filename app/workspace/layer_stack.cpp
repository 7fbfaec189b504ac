#include "workspace/layer_stack.hpp"

#include "place/gazetteer.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>

namespace zhengtu::workspace {

namespace {

using geo::Feature;
using geo::Layer;

/// What stands for each other.
std::string kindOf(Layer const& layer, Feature const& feature)
{
    auto const& kind = feature.kind.empty() ? layer.kind : feature.kind;
    return kind == "lake" || kind == "reservoir" ? "water" : kind;
}

std::string const& wholeName(Feature const& feature)
{
    return feature.parent.empty() ? feature.name : feature.parent;
}

bool mayBeSame(std::string const& a, std::string const& b)
{
    if (a.empty() || b.empty() || a == b) { return true; }
    bool const city = a.ends_with("00") || b.ends_with("00");
    return city && a.size() == 6 && b.size() == 6 && a.substr(0, 4) == b.substr(0, 4);
}

/// A user's features by kind and every name.
class Standing {
public:
    explicit Standing(std::vector<Layer>& own)
    {
        for (auto& layer : own) {
            if (!layer.ofUser()) { continue; }
            if (layer.origin == geo::LayerOrigin::UserReplaces) { m_replaced.insert(layer.kind); }
            for (auto& feature : layer.features) {
                auto const kind = kindOf(layer, feature);
                if (layer.origin == geo::LayerOrigin::UserReplaces) { m_replaced.insert(kind); }
                if (!wholeName(feature).empty()) { m_byName[{kind, wholeName(feature)}].push_back(&feature); }
                for (auto const& alias : feature.aliases) { m_byName[{kind, alias}].push_back(&feature); }
            }
        }
    }

    enum class Fate : std::uint8_t { Stays, StoodFor, Lacked };

    /// What becomes of a shipped feature: one that a user's stands for hands its names over to it; one whose kind is replaced by a layer that lacks it is a name.
    Fate take(Layer const& layer, Feature const& shipped)
    {
        auto const kind = kindOf(layer, shipped);
        if (kind == "county" || kind == "city") { return Fate::Stays; }
        bool found = false;
        auto names = shipped.aliases;
        names.push_back(wholeName(shipped));
        for (auto const& name : names) {
            auto const at = m_byName.find({kind, name});
            if (at == m_byName.end()) { continue; }
            for (auto* const feature : at->second) {
                if (!mayBeSame(feature->adcode, shipped.adcode)) { continue; }
                found = true;
                inherit(*feature, names);
            }
        }
        return found ? Fate::StoodFor : m_replaced.contains(kind) ? Fate::Lacked : Fate::Stays;
    }

private:
    static void inherit(Feature& feature, std::vector<std::string> const& names)
    {
        for (auto const& name : names) {
            if (name != wholeName(feature) && !name.empty() && !std::ranges::contains(feature.aliases, name)) { feature.aliases.push_back(name); }
        }
    }

    std::set<std::string> m_replaced;
    std::map<std::pair<std::string, std::string>, std::vector<Feature*>> m_byName;
};

} // namespace

std::vector<Layer> LayerStack::all() const
{
    auto layers = shipped;
    layers.insert(layers.end(), own.begin(), own.end());
    return layers;
}

LayerStack stacked(std::vector<Layer> shipped, std::vector<Layer> own)
{
    LayerStack stack{std::move(shipped), std::move(own), {}};
    std::erase_if(stack.shipped, [&](Layer const& layer) { return std::ranges::contains(stack.own, layer.id, &Layer::id); });
    if (std::ranges::none_of(stack.own, &Layer::ofUser)) { return stack; }
    Standing standing{stack.own};
    for (auto& layer : stack.shipped) {
        Layer names;
        names.id = std::string{place::lackedLayer};
        names.kind = layer.kind;
        std::erase_if(layer.features, [&](Feature const& feature) {
            auto const fate = standing.take(layer, feature);
            if (fate == Standing::Fate::Lacked) {
                names.features.push_back(feature);
                names.features.back().shape = {};
            }
            return fate != Standing::Fate::Stays;
        });
        if (!names.features.empty()) { stack.names.push_back(std::move(names)); }
    }
    return stack;
}

std::string_view zoneRoleOf(std::string_view word) noexcept
{
    using namespace std::string_view_literals;
    constexpr std::array words{
        std::pair{"核心区"sv, "core"sv},         std::pair{"核心保护区"sv, "core"sv},  std::pair{"缓冲区"sv, "buffer"sv},
        std::pair{"实验区"sv, "experimental"sv}, std::pair{"试验区"sv, "experimental"sv}, std::pair{"重点保护区"sv, "key"sv},
        std::pair{"泉域重点保护区"sv, "key"sv},  std::pair{"泉域"sv, "domain"sv},      std::pair{"泉域范围"sv, "domain"sv},
        std::pair{"core"sv, "core"sv},           std::pair{"buffer"sv, "buffer"sv},    std::pair{"experimental"sv, "experimental"sv},
        std::pair{"key"sv, "key"sv},             std::pair{"domain"sv, "domain"sv}};
    auto const* const known = std::ranges::find(words, word, [](auto const& pair) { return pair.first; });
    return known == words.end() ? std::string_view{} : known->second;
}

std::string_view withoutZone(std::string_view name) noexcept
{
    using namespace std::string_view_literals;
    for (auto const ending : {"重点保护区"sv, "核心保护区"sv, "核心区"sv, "缓冲区"sv, "实验区"sv, "试验区"sv}) {
        if (name.size() > ending.size() && name.ends_with(ending)) { return name.substr(0, name.size() - ending.size()); }
    }
    return name;
}

} // namespace zhengtu::workspace
