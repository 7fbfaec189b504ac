#include "cartography/legend_maker.hpp"

#include "cartography/symbol_painter.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace zhengtu::cartography {

namespace {

class LegendMaker {
public:
    LegendMaker(PreparedScene const& scene, Frame const& frame) : m_scene{scene}, m_frame{frame} {}

    std::vector<LegendEntry> make(MarkLayout const& layout)
    {
        addSymbols(layout);
        for (auto i = m_scene.layers.size(); i-- > 0;) { addLayer(i); }
        if (m_schematic) {
            LegendEntry note;
            note.group = LegendGroup::Note;
            note.key = "schematic";
            note.schematic = true;
            note.text = "虚线加斜线为示意，不是实测界线";
            note.textEn = "Dashed and hatched: schematic, not surveyed";
            m_entries.push_back(std::move(note));
        }
        return std::move(m_entries);
    }

private:
    void add(LegendGroup group, std::string key, std::string text, std::string textEn)
    {
        LegendEntry entry;
        entry.group = group;
        entry.key = std::move(key);
        entry.text = std::move(text);
        entry.textEn = std::move(textEn);
        m_entries.push_back(std::move(entry));
    }

    void addSymbols(MarkLayout const& layout)
    {
        std::set<Status> statuses;
        std::set<std::string> categories;
        bool approximate = false, halo = false, cluster = false, extent = false;
        for (auto const& mark : layout.marks) {
            if (!m_frame.rect.contains(mark.at)) { continue; }
            cluster = cluster || mark.count > 1;
            for (auto const member : layout.membersOf(mark)) {
                auto const& symbol = m_scene.scene->symbols[member];
                statuses.insert(symbol.status);
                if (mark.count == 1) { // the shapes and the hollow ones of a cluster are not seen
                    categories.insert(m_scene.style->categories.contains(symbol.category) ? symbol.category : "default");
                    approximate = approximate || symbol.approximate;
                }
                if (auto const form = m_scene.formOf[member]; form >= 0) {
                    auto const& of = m_scene.forms[static_cast<std::size_t>(form)];
                    extent = extent || areaShows(of, symbol);
                    if (of.form.type == geo::ShapeType::Polygon) { continue; }
                }
                auto const circle = circleOf(m_scene.anchors[member], symbol.radiusM, m_frame);
                halo = halo || haloShows(circle, m_scene.style->symbol, m_frame);
            }
        }
        for (int rank = 5; rank >= 0; --rank) {
            for (auto const status : statuses) {
                if (urgency(status) != rank) { continue; }
                auto const& of = m_scene.style->of(status);
                add(LegendGroup::Status, name(status), of.title, of.titleEn);
            }
        }
        for (auto const& [key, category] : m_scene.style->categories) {
            if (categories.contains(key)) { add(LegendGroup::Category, key, category.title, category.titleEn); }
        }
        if (approximate) { add(LegendGroup::Symbol, "approximate", "位置概略（乡镇或更粗）", "Approximate (township or coarser)"); }
        if (halo) { add(LegendGroup::Symbol, "halo", "可能的位置范围", "Where it may be"); }
        if (extent) { add(LegendGroup::Symbol, "extent", "任务所在的河段或范围", "Stretch or area of a task"); }
        if (cluster) { add(LegendGroup::Symbol, "cluster", "多处任务（数字为处数）", "Several sites (their number)"); }
    }

    struct Seen {
        std::set<geo::ShapeType> shapes;
        bool measured = false, schematic = false; ///< some features are
    };

    /// One line for each rule that is seen.
    void addLayer(std::size_t index)
    {
        auto const& layer = m_scene.layers[index];
        auto const& of = m_scene.scene->layers[index];
        if (!shown(of, layer, m_frame)) { return; }
        std::map<int, Seen> seen; // by rule
        for (auto const& feature : layer.features) {
            auto const& look = lookOf(*layer.style, feature.rule);
            if (feature.form.type == geo::ShapeType::None || !feature.form.box.meets(m_frame.box) || !look.scale.holds(m_frame.denominator)) { continue; }
            if (feature.rule < 0 && !layer.style->legend) { continue; }
            auto& rule = seen[feature.rule];
            rule.shapes.insert(feature.form.type);
            (feature.schematic ? rule.schematic : rule.measured) = true;
        }
        auto const own = seen.extract(-1); // the layer's own look last
        for (auto const& [rule, what] : seen) { addRule(index, rule, what); }
        if (own) { addRule(index, -1, own.mapped()); }
        if (layer.surface && layer.surface->box.meets(m_frame.box)) { std::ranges::move(surfaceLegend(*layer.surface->surface, m_scene.style->surface, index), std::back_inserter(m_entries)); }
    }

    void addRule(std::size_t index, int rule, Seen const& seen)
    {
        auto const& style = *m_scene.layers[index].style;
        auto const& layer = m_scene.scene->layers[index].layer;
        auto const first = [](std::string const& a, std::string const& b) { return a.empty() ? b : a; };
        LegendEntry entry;
        entry.key = m_scene.scene->layers[index].styleId;
        entry.rule = rule;
        entry.layer = index;
        entry.shapes = seen.shapes;
        entry.overSurface = m_scene.layers[index].surface.has_value();
        entry.schematic = seen.schematic && !seen.measured; // where both are, the note below explains the dashes
        auto const* named = rule < 0 ? nullptr : &style.rules[static_cast<std::size_t>(rule)];
        entry.text = named != nullptr ? named->title : first(style.title, layer.title);
        entry.textEn = named != nullptr ? named->titleEn : style.title.empty() ? first(layer.titleEn, style.titleEn) : style.titleEn;
        if (entry.schematic) {
            entry.text += "（示意）";
            entry.textEn += " (schematic)";
        }
        m_schematic = m_schematic || seen.schematic;
        m_entries.push_back(std::move(entry));
    }

    PreparedScene const& m_scene;
    Frame const& m_frame;
    std::vector<LegendEntry> m_entries;
    bool m_schematic = false;
};

} // namespace

std::vector<LegendEntry> makeLegend(PreparedScene const& scene, Frame const& frame, MarkLayout const& layout)
{
    return LegendMaker{scene, frame}.make(layout);
}

} // namespace zhengtu::cartography
