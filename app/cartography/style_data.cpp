#include "cartography/style_data.hpp"

#include "core/resources.hpp"

#include <algorithm>
#include <charconv>

namespace zhengtu::cartography {

std::string_view fieldOf(geo::Feature const& feature, std::string_view field)
{
    if (field == "zone") { return feature.zone; }
    if (field == "kind") { return feature.kind; }
    if (field == "name") { return feature.name; }
    if (field == "id") { return feature.id; }
    if (field == "county") { return feature.county; }
    if (field == "city") { return feature.city; }
    auto const found = std::ranges::find(feature.more, field, [](auto const& pair) { return std::string_view{pair.first}; });
    return found == feature.more.end() ? std::string_view{} : std::string_view{found->second};
}

namespace {

bool matches(Rule const& rule, geo::Feature const& feature)
{
    auto const text = fieldOf(feature, rule.field);
    if (!rule.values.empty()) { return std::ranges::find(rule.values, text) != rule.values.end(); }
    double number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) { return false; }
    return (!rule.min || number >= *rule.min) && (!rule.max || number <= *rule.max);
}

} // namespace

CategoryStyle const& Style::category(std::string_view name) const
{
    auto const found = categories.find(name);
    return found != categories.end() ? found->second : categories.find("default")->second; // the reader proves that it is there
}

LayerStyle const& Style::layer(std::string_view key) const
{
    auto const found = layers.find(key);
    return found != layers.end() ? found->second : layers.find("user")->second;
}

Hatching const& schematicHatchOf(Look const& look, Style const& style) noexcept
{
    static Hatching const none;
    return look.hatch.kind == Hatch::None ? style.schematicHatch : none;
}

int ruleOf(LayerStyle const& style, geo::Feature const& feature)
{
    auto const found = std::ranges::find_if(style.rules, [&](Rule const& rule) { return matches(rule, feature); });
    return found == style.rules.end() ? -1 : static_cast<int>(found - style.rules.begin());
}

Look const& lookOf(LayerStyle const& style, int rule)
{
    return rule < 0 ? style.look : style.rules.at(static_cast<std::size_t>(rule)).look;
}

Result<StyleRef> defaultStyle()
{
    return resource("styles/zhengtu.toml").and_then([](std::filesystem::path const& file) { return readStyle(file); });
}

} // namespace zhengtu::cartography
