#pragma once

#include "cartography/scene.hpp"
#include "cartography/style.hpp"

#include <optional>
#include <string>
#include <string_view>

/// Layers that are coloured by the values of one of their fields.
namespace zhengtu::cartography {

/// What geo::Layer::style says of such a layer: "graduated:other:PM10", "categories:mine:权属".
struct FieldStyle {
    bool graduated = false; ///< by size of a number; else by value
    std::string base;       ///< key of the style that it has besides: marks, widths, labels
    std::string field;      ///< "zone", "kind", "name", "county", "city", or one of Feature::more
    friend bool operator==(FieldStyle const&, FieldStyle const&) = default;
};
[[nodiscard]] std::optional<FieldStyle> fieldStyleOf(std::string_view style); ///< none: a style of the usual kind
[[nodiscard]] std::string nameOf(FieldStyle const& style);

/// The style with a look for each layer of the scene whose style is such a one, from the values that it has: numbers in up to five classes of
/// about as many features each (quantiles, equal numbers never parted), the largest on top; values by their number of features, the twelve most
/// frequent apart. Features without a value have the look of the base. The same style where there is no such layer.
[[nodiscard]] StyleRef withFieldStyles(Scene const& scene, StyleRef style);

/// Key in Style::layers of a layer as a scene has it: classes of a field are the layer's own. Inline, for those that make scenes without drawing them.
[[nodiscard]] inline std::string styleKeyOf(geo::Layer const& layer)
{
    auto const byField = layer.style.starts_with("graduated:") || layer.style.starts_with("categories:");
    return byField ? layer.style + "@" + layer.id : layer.style.empty() ? "user" : layer.style;
}

} // namespace zhengtu::cartography
