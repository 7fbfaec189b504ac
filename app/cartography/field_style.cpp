#include "cartography/field_style.hpp"

#include "cartography/style_data.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <format>
#include <map>
#include <span>

namespace zhengtu::cartography {

namespace {

constexpr std::string_view graduatedWord = "graduated:", categoriesWord = "categories:";
constexpr std::size_t mostClasses = 5, mostCategories = 12;
/// Light to dark; told apart without red and green as well (after ColorBrewer's YlOrRd).
constexpr std::array ramp{"#fecc5c", "#fd9a3c", "#f4602b", "#d7191c", "#7f0d1d"};
/// After Okabe and Ito, then lighter ones.
constexpr std::array hues{"#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#8c7a1e", "#6a51a3", "#7fbf7b", "#a6611a", "#5e7d95", "#b2182b"};
static_assert(hues.size() == mostCategories && ramp.size() == mostClasses);

std::optional<double> numberOf(std::string_view text)
{
    double number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(number)) { return std::nullopt; }
    return number;
}

Look coloured(Look look, QColor const& colour)
{
    look.fill = colour;
    look.fill.setAlpha(150);
    look.outline.colour = colour;
    look.outline.widthMm = std::max(look.outline.widthMm, 0.7); // of a line it is all that is seen
    look.outline.dashMm.clear();
    look.hatch = {};
    if (!look.mark) { look.mark = MarkStyle{.shape = Mark::Circle, .sizeMm = 2.2, .fill = colour, .outline = {Qt::white, 0.15, {}}}; }
    look.mark->fill = colour;
    return look;
}

/// The upper ends of classes of about as many numbers each; `numbers` ascend.
std::vector<double> classEnds(std::span<double const> numbers)
{
    std::vector<double> ends;
    for (std::size_t i = 1; i <= mostClasses; ++i) {
        auto const at = (numbers.size() * i + mostClasses - 1) / mostClasses;
        auto const end = numbers[std::clamp<std::size_t>(at, 1, numbers.size()) - 1];
        if (ends.empty() || end > ends.back()) { ends.push_back(end); }
    }
    return ends;
}

std::string range(double low, double high) { return low == high ? std::format("{:.6g}", low) : std::format("{:.6g} – {:.6g}", low, high); }

std::vector<Rule> graduatedRules(geo::Layer const& layer, FieldStyle const& by, Look const& base)
{
    std::vector<double> numbers;
    for (auto const& feature : layer.features) {
        if (auto const number = numberOf(fieldOf(feature, by.field))) { numbers.push_back(*number); }
    }
    if (numbers.empty()) { return {}; }
    std::ranges::sort(numbers);
    auto const ends = classEnds(numbers);
    std::vector<Rule> rules;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        auto const low = i == 0 ? numbers.front() : *std::ranges::upper_bound(numbers, ends[i - 1]); // the least that is in the class
        auto const shade = ends.size() == 1 ? 2 : i * (ramp.size() - 1) / (ends.size() - 1);
        Rule rule;
        rule.field = by.field;
        rule.min = low;
        rule.max = ends[i];
        rule.title = rule.titleEn = by.field + " " + range(low, ends[i]);
        rule.look = coloured(base, QColor{ramp[shade]});
        rules.push_back(std::move(rule));
    }
    std::ranges::reverse(rules); // of an earlier rule lies above
    return rules;
}

std::vector<Rule> categoryRules(geo::Layer const& layer, FieldStyle const& by, Look const& base)
{
    std::map<std::string, std::size_t, std::less<>> counts;
    for (auto const& feature : layer.features) {
        if (auto const value = fieldOf(feature, by.field); !value.empty()) { ++counts[std::string{value}]; }
    }
    std::vector<std::pair<std::string, std::size_t>> values{counts.begin(), counts.end()};
    std::ranges::stable_sort(values, std::ranges::greater{}, &std::pair<std::string, std::size_t>::second);
    if (values.size() > mostCategories) { values.resize(mostCategories); }
    std::vector<Rule> rules;
    for (std::size_t i = 0; i < values.size(); ++i) {
        Rule rule;
        rule.field = by.field;
        rule.values = {values[i].first};
        rule.title = rule.titleEn = values[i].first;
        rule.look = coloured(base, QColor{hues[i]});
        rules.push_back(std::move(rule));
    }
    return rules;
}

} // namespace

std::optional<FieldStyle> fieldStyleOf(std::string_view style)
{
    FieldStyle found;
    found.graduated = style.starts_with(graduatedWord);
    if (!found.graduated && !style.starts_with(categoriesWord)) { return std::nullopt; }
    style.remove_prefix(found.graduated ? graduatedWord.size() : categoriesWord.size());
    auto const colon = style.find(':');
    if (colon == std::string_view::npos || colon + 1 == style.size()) { return std::nullopt; }
    found.base = style.substr(0, colon);
    found.field = style.substr(colon + 1); // which may hold a colon itself
    return found;
}

std::string nameOf(FieldStyle const& style) { return std::string{style.graduated ? graduatedWord : categoriesWord} + style.base + ":" + style.field; }

StyleRef withFieldStyles(Scene const& scene, StyleRef style)
{
    std::shared_ptr<Style> more;
    for (auto const& [layer, key, visible] : scene.layers) {
        auto const by = fieldStyleOf(layer.style);
        if (!by || style->layers.contains(key)) { continue; }
        if (!more) { more = std::make_shared<Style>(*style); }
        LayerStyle made;
        made.look = style->layer(by->base).look;
        made.rules = by->graduated ? graduatedRules(layer, *by, made.look) : categoryRules(layer, *by, made.look);
        made.title = by->field + "：无值或其他";
        made.titleEn = by->field + ": no value, or others";
        more->layers[key] = std::move(made);
    }
    return more ? StyleRef{std::move(more)} : style;
}

} // namespace zhengtu::cartography
