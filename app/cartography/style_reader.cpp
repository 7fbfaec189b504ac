#include "cartography/style_keys.hpp"
#include "core/resources.hpp"

#include <utility>

namespace zhengtu::cartography {

namespace {

constexpr Names<Mark, 15> marks{{{"circle", Mark::Circle}, {"square", Mark::Square}, {"triangle", Mark::Triangle},
    {"diamond", Mark::Diamond}, {"drop", Mark::Drop}, {"leaf", Mark::Leaf}, {"hexagon", Mark::Hexagon},
    {"pentagon", Mark::Pentagon}, {"trapezium", Mark::Trapezium}, {"star", Mark::Star}, {"hammers", Mark::Hammers},
    {"bar", Mark::Bar}, {"ring", Mark::Ring}, {"dot", Mark::Dot}, {"house", Mark::House}}};
constexpr Names<Inner, 6> inners{{{"none", Inner::None}, {"exclamation", Inner::Exclamation}, {"clock", Inner::Clock},
    {"tick", Inner::Tick}, {"minus", Inner::Minus}, {"dots", Inner::Dots}}};
constexpr Names<Hatch, 5> hatches{{{"none", Hatch::None}, {"forward", Hatch::Forward}, {"back", Hatch::Back},
    {"cross", Hatch::Cross}, {"horizontal", Hatch::Horizontal}}};
constexpr Names<Placement, 4> placements{{{"auto", Placement::Auto}, {"beside", Placement::Beside},
    {"centre", Placement::Centre}, {"along", Placement::Along}}};

void readStroke(Keys& keys, Stroke& to)
{
    keys.read("colour", to.colour);
    keys.read("width", to.widthMm);
    keys.dash("dash", to.dashMm);
}

void readHatching(Keys& keys, Hatching& to)
{
    keys.read("kind", to.kind, hatches);
    keys.read("colour", to.colour);
    keys.read("spacing", to.spacingMm);
    keys.read("width", to.widthMm);
    if (to.spacingMm < 0.3) { keys.say("spacing", nullptr, "0.3 mm is the closest hatch"); }
}

void readLabel(Keys& keys, LabelStyle& to)
{
    to.show = true;
    keys.read("show", to.show);
    keys.read("placement", to.placement, placements);
    keys.read("colour", to.colour);
    keys.read("halo", to.halo);
    keys.read("size", to.sizeMm);
    keys.read("halo_width", to.haloMm);
    keys.read("spacing", to.spacing);
    keys.read("bold", to.bold);
    keys.read("priority", to.priority);
    keys.read("fit", to.fit);
    keys.read("scale", to.scale);
}

void readLook(Keys& keys, Look& to)
{
    keys.read("fill", to.fill);
    keys.table("outline", [&](Keys& inner) { readStroke(inner, to.outline); });
    keys.table("casing", [&](Keys& inner) { readStroke(inner, to.casing); });
    keys.table("hatch", [&](Keys& inner) { readHatching(inner, to.hatch); });
    keys.table("mark", [&](Keys& inner) {
        auto mark = to.mark.value_or(MarkStyle{});
        inner.read("shape", mark.shape, marks);
        inner.read("size", mark.sizeMm);
        inner.read("fill", mark.fill);
        inner.table("outline", [&](Keys& outline) { readStroke(outline, mark.outline); });
        to.mark = mark;
    });
    keys.table("label", [&](Keys& inner) { readLabel(inner, to.label); });
    keys.read("scale", to.scale);
}

/// A rule begins as its layer looks and says only what differs.
void readRule(Keys& keys, LayerStyle& layer)
{
    Rule rule;
    rule.look = layer.look;
    keys.read("field", rule.field);
    if (auto const* node = keys.take("is")) {
        if (auto const text = node->value<std::string>()) { rule.values = {*text}; }
        if (auto const* list = node->as_array()) {
            for (auto const& item : *list) { rule.values.push_back(item.value<std::string>().value_or("")); }
        }
    }
    keys.read("min", rule.min);
    keys.read("max", rule.max);
    keys.read("title", rule.title);
    keys.read("title_en", rule.titleEn);
    readLook(keys, rule.look);
    if (rule.field.empty() || (rule.values.empty() && !rule.min && !rule.max)) {
        keys.say("field", nullptr, "a rule needs a field and one of is, min, max");
    }
    layer.rules.push_back(std::move(rule));
}

void readLayers(Keys& keys, Style& style)
{
    for (auto const& name : keys.names()) {
        keys.table(name, [&](Keys& inner) {
            LayerStyle layer;
            inner.read("title", layer.title);
            inner.read("title_en", layer.titleEn);
            inner.read("legend", layer.legend);
            readLook(inner, layer.look);
            inner.tables("rule", [&](Keys& rule) { readRule(rule, layer); });
            style.layers.emplace(name, std::move(layer));
        });
    }
}

void readStatuses(Keys& keys, Style& style)
{
    for (std::size_t i = 0; i < style.statuses.size(); ++i) {
        auto const key = name(static_cast<Status>(i));
        bool there = false;
        keys.table(key, [&](Keys& inner) {
            auto& status = style.statuses[i];
            there = true;
            inner.read("colour", status.colour);
            inner.read("sign", status.inner, inners);
            inner.read("title", status.title);
            inner.read("title_en", status.titleEn);
        });
        if (!there) { keys.say(key, nullptr, "is missing"); }
    }
}

void readCategories(Keys& keys, Style& style)
{
    for (auto const& name : keys.names()) {
        keys.table(name, [&](Keys& inner) {
            CategoryStyle category;
            inner.read("shape", category.shape, marks);
            inner.read("title", category.title);
            inner.read("title_en", category.titleEn);
            style.categories.emplace(name, std::move(category));
        });
    }
}

void readSymbol(Keys& keys, SymbolStyle& to)
{
    keys.read("size", to.sizeMm);
    keys.table("outline", [&](Keys& inner) { readStroke(inner, to.outline); });
    keys.read("hollow_wall", to.hollowMm);
    keys.read("area_opacity", to.areaOpacity);
    keys.read("line_width", to.lineMm);
    keys.read("scale", to.scale);
    keys.table("label", [&](Keys& inner) { readLabel(inner, to.label); });
    keys.table("halo", [&](Keys& inner) {
        inner.read("fill", to.haloFill);
        inner.read("filled", to.haloFilledMm);
        inner.read("largest", to.haloLargestMm);
        inner.table("outline", [&](Keys& outline) { readStroke(outline, to.haloOutline); });
    });
}

void readCluster(Keys& keys, ClusterStyle& to)
{
    keys.read("radius", to.radiusMm);
    keys.read("above_scale", to.aboveScale);
    keys.read("size", to.sizeMm);
    keys.read("largest", to.largestMm);
    keys.read("fill", to.fill);
    keys.read("text", to.text);
    keys.table("outline", [&](Keys& inner) { readStroke(inner, to.outline); });
}

void readFurniture(Keys& keys, FurnitureStyle& to)
{
    keys.read("text", to.text);
    keys.read("faint", to.faint);
    keys.read("panel", to.panel);
    keys.table("panel_outline", [&](Keys& inner) { readStroke(inner, to.panelOutline); });
    keys.read("title_size", to.titleMm);
    keys.read("text_size", to.textMm);
    keys.read("note_size", to.noteMm);
}

void readSurface(Keys& keys, SurfaceStyle& to)
{
    keys.read("title", to.title);
    keys.read("title_en", to.titleEn);
    double last = 0;
    keys.tables("class", [&](Keys& inner) {
        SurfaceClass one;
        inner.read("from", one.from);
        inner.read("colour", one.colour);
        if (!(one.from > last && one.from <= 1)) { inner.say("from", nullptr, "a share of the largest above that of the class before is wanted, 1 at most"); }
        last = one.from;
        to.classes.push_back(one);
    });
}

void readAll(Keys& keys, Style& style)
{
    keys.table("map", [&](Keys& inner) { inner.read("background", style.background); });
    keys.table("layer", [&](Keys& inner) { readLayers(inner, style); });
    keys.table("status", [&](Keys& inner) { readStatuses(inner, style); });
    keys.table("category", [&](Keys& inner) { readCategories(inner, style); });
    keys.table("symbol", [&](Keys& inner) { readSymbol(inner, style.symbol); });
    keys.table("cluster", [&](Keys& inner) { readCluster(inner, style.cluster); });
    keys.table("schematic", [&](Keys& inner) {
        inner.dash("dash", style.schematicDashMm);
        inner.table("hatch", [&](Keys& hatch) { readHatching(hatch, style.schematicHatch); });
    });
    keys.table("emphasis", [&](Keys& inner) {
        inner.table("ring", [&](Keys& stroke) { readStroke(stroke, style.emphasis.ring); });
        inner.table("glow", [&](Keys& stroke) { readStroke(stroke, style.emphasis.glow); });
        inner.table("hover", [&](Keys& stroke) { readStroke(stroke, style.emphasis.hover); });
    });
    keys.table("surface", [&](Keys& inner) { readSurface(inner, style.surface); });
    keys.table("furniture", [&](Keys& inner) { readFurniture(inner, style.furniture); });
    keys.finish();
    if (!style.categories.contains("default")) { keys.say("category.default", nullptr, "is missing"); }
    if (!style.layers.contains("user")) { keys.say("layer.user", nullptr, "is missing"); }
}

} // namespace

Result<StyleRef> readStyle(std::filesystem::path const& file)
{
    auto const bytes = readFile(file);
    if (!bytes) { return std::unexpected{bytes.error()}; }
    Trouble trouble;
    auto style = std::make_shared<Style>();
    try { // toml++ reports by exception in this build
        auto const table = toml::parse(*bytes, file.string());
        Keys keys{table, {}, trouble};
        readAll(keys, *style);
    } catch (toml::parse_error const& error) {
        trouble.what = std::string{error.description()} + " (line " + std::to_string(error.source().begin.line) + ")";
    }
    if (!trouble.what.empty()) {
        return std::unexpected{Error{ErrorCode::FileFormat, trouble.what, file.string(), "Correct the style or take the one that ships."}};
    }
    return StyleRef{std::move(style)};
}

} // namespace zhengtu::cartography
