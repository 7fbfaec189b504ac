#include "cartography/style_data.hpp"
#include "core/resources.hpp"

#include <toml++/toml.hpp>

#include <array>
#include <set>
#include <utility>

namespace zhengtu::cartography {

namespace {

/// The first thing wrong with a style file; later ones follow from it often enough to be noise.
struct Trouble {
    std::string what;
    void say(std::string_view path, toml::node const* node, std::string const& text)
    {
        if (!what.empty()) { return; }
        what = std::string{path} + ": " + text;
        if (node != nullptr) { what += " (line " + std::to_string(node->source().begin.line) + ")"; }
    }
};

template <class E, std::size_t N> using Names = std::array<std::pair<std::string_view, E>, N>;

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

/// A table whose keys are read one by one; `finish` complains of those that nobody asked for (a typing error in a style
/// would else be a silent change of the map).
class Keys {
public:
    Keys(toml::table const& table, std::string path, Trouble& trouble)
        : m_table{table}, m_path{std::move(path)}, m_trouble{trouble} {}

    void read(std::string_view key, double& to)
    {
        if (auto const* node = take(key)) {
            auto const value = node->value<double>();
            if (value && *value >= 0) { to = *value; } else { say(key, node, "a number of 0 or more is wanted"); }
        }
    }
    void read(std::string_view key, std::optional<double>& to)
    {
        if (auto const* node = take(key)) {
            to = node->value<double>();
            if (!to) { say(key, node, "a number is wanted"); }
        }
    }
    void read(std::string_view key, int& to)
    {
        if (auto const* node = take(key)) {
            auto const value = node->value<int>();
            if (value) { to = *value; } else { say(key, node, "a whole number is wanted"); }
        }
    }
    void read(std::string_view key, bool& to)
    {
        if (auto const* node = take(key)) {
            auto const value = node->value<bool>();
            if (value) { to = *value; } else { say(key, node, "true or false is wanted"); }
        }
    }
    void read(std::string_view key, std::string& to)
    {
        if (auto const* node = take(key)) {
            auto const value = node->value<std::string>();
            if (value) { to = *value; } else { say(key, node, "a text is wanted"); }
        }
    }
    void read(std::string_view key, QColor& to)
    {
        if (auto const* node = take(key)) {
            auto const colour = colourOf(node->value<std::string>().value_or(""));
            if (colour) { to = *colour; } else { say(key, node, "a colour as \"#rrggbb\" or \"#rrggbbaa\" is wanted"); }
        }
    }
    void read(std::string_view key, std::vector<double>& to)
    {
        if (auto const* node = take(key)) {
            to.clear();
            auto const* array = node->as_array();
            if (array == nullptr) { return say(key, node, "a list of numbers is wanted"); }
            for (auto const& item : *array) {
                auto const value = item.value<double>();
                if (!value || *value < 0) { return say(key, &item, "a number of 0 or more is wanted"); }
                to.push_back(*value);
            }
        }
    }
    void read(std::string_view key, ScaleRange& to)
    {
        std::vector<double> range;
        read(key, range);
        if (range.empty()) { return; }
        if (range.size() != 2 || range[0] >= range[1]) { return say(key, nullptr, "[from, to] denominators are wanted, from < to"); }
        to = {range[0], range[1]};
    }
    void dash(std::string_view key, std::vector<double>& to)
    {
        read(key, to);
        bool const positive = std::ranges::all_of(to, [](double length) { return length > 0; });
        if (to.size() % 2 != 0 || !positive) { say(key, nullptr, "an even number of lengths above 0 is wanted"); }
    }
    template <class E, std::size_t N> void read(std::string_view key, E& to, Names<E, N> const& names)
    {
        if (auto const* node = take(key)) {
            auto const text = node->value<std::string>().value_or("");
            std::string known;
            for (auto const& [name, value] : names) {
                if (name == text) { to = value; return; }
                known += (known.empty() ? "" : ", ") + std::string{name};
            }
            say(key, node, "\"" + text + "\" is none of " + known);
        }
    }
    /// Runs `body` with the table of a key, if it is there.
    template <class Body> void table(std::string_view key, Body&& body)
    {
        if (auto const* node = take(key)) {
            if (auto const* inner = node->as_table()) {
                Keys keys{*inner, m_path.empty() ? std::string{key} : m_path + "." + std::string{key}, m_trouble};
                body(keys);
                keys.finish();
            } else {
                say(key, node, "a table is wanted");
            }
        }
    }
    template <class Body> void tables(std::string_view key, Body&& body)
    {
        if (auto const* node = take(key)) {
            auto const* array = node->as_array();
            if (array == nullptr) { return say(key, node, "a list of tables is wanted"); }
            for (auto const& item : *array) {
                if (auto const* inner = item.as_table()) {
                    Keys keys{*inner, m_path + "." + std::string{key}, m_trouble};
                    body(keys);
                    keys.finish();
                } else {
                    say(key, &item, "a table is wanted");
                }
            }
        }
    }
    [[nodiscard]] std::vector<std::string> names() const
    {
        std::vector<std::string> all;
        for (auto const& [key, node] : m_table) { all.emplace_back(key.str()); }
        return all;
    }
    void say(std::string_view key, toml::node const* node, std::string const& text)
    {
        m_trouble.say(m_path.empty() ? std::string{key} : m_path + "." + std::string{key}, node, text);
    }
    void finish()
    {
        for (auto const& [key, node] : m_table) {
            if (!m_used.contains(std::string{key.str()})) { say(key.str(), &node, "unknown key"); }
        }
    }
    toml::node const* take(std::string_view key)
    {
        m_used.emplace(key);
        return m_table.get(key);
    }

private:
    static std::optional<QColor> colourOf(std::string const& text)
    {
        if ((text.size() != 7 && text.size() != 9) || text[0] != '#') { return std::nullopt; }
        bool whole = false;
        auto const value = QString::fromStdString(text.substr(1)).toUInt(&whole, 16);
        if (!whole) { return std::nullopt; }
        auto const rgba = text.size() == 9 ? value : (value << 8U | 0xffU);
        return QColor{static_cast<int>(rgba >> 24U & 0xffU), static_cast<int>(rgba >> 16U & 0xffU),
                      static_cast<int>(rgba >> 8U & 0xffU), static_cast<int>(rgba & 0xffU)};
    }

    toml::table const& m_table;
    std::string m_path;
    Trouble& m_trouble;
    std::set<std::string, std::less<>> m_used;
};

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
