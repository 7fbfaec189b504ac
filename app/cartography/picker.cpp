#include "cartography/picker.hpp"

#include "cartography/layer_painter.hpp"

#include <set>

namespace zhengtu::cartography {

namespace {

double between(QPointF a, QPointF b) { return std::hypot(a.x() - b.x(), a.y() - b.y()); }

double toSegment(QPointF p, QPointF a, QPointF b)
{
    auto const d = b - a;
    double const square = QPointF::dotProduct(d, d);
    double const t = square > 0 ? std::clamp(QPointF::dotProduct(p - a, d) / square, 0.0, 1.0) : 0;
    return between(p, a + d * t);
}

double toLines(QPointF p, std::vector<QPolygonF> const& lines)
{
    double least = std::numeric_limits<double>::infinity();
    for (auto const& line : lines) {
        for (qsizetype i = 1; i < line.size(); ++i) { least = std::min(least, toSegment(p, line[i - 1], line[i])); }
    }
    return least;
}

/// A hit with what it is sorted by: class (symbol, point, line, area), then nearness or size.
struct Ranked {
    int group = 0;
    double key = 0;
    Hit hit;
};

class Picker {
public:
    Picker(PreparedScene const& scene, Frame const& frame, QPointF pixel, double tolerance)
        : m_scene{scene}, m_frame{frame}, m_pixel{pixel}, m_at{frame.toWorld(pixel)}, m_tolerance{tolerance} {}

    std::vector<Hit> run()
    {
        pickMarks();
        for (auto i = m_scene.layers.size(); i-- > 0;) { pickLayer(i); }
        std::ranges::stable_sort(m_found, [](Ranked const& a, Ranked const& b) { return std::pair{a.group, a.key} < std::pair{b.group, b.key}; });
        std::vector<Hit> hits;
        for (auto& ranked : m_found) { hits.push_back(std::move(ranked.hit)); }
        return hits;
    }

private:
    void addSymbol(std::uint32_t symbol, QPointF at, double distance, double key, std::size_t together)
    {
        if (!m_symbols.insert(symbol).second) { return; }
        auto const& of = m_scene.scene->symbols[symbol];
        Hit hit;
        hit.symbol = symbol;
        hit.taskId = of.taskId;
        hit.siteId = of.siteId;
        hit.at = unproject(m_frame.toWorld(at));
        hit.distancePx = distance;
        hit.clusterSize = together;
        m_found.push_back({0, key, std::move(hit)});
    }

    void pickMarks()
    {
        auto const layout = layOutMarks(m_scene, m_frame, 0);
        if (layout.clustering == nullptr) { return; }
        for (auto const& mark : layout.marks) {
            double const away = between(m_pixel, mark.at), distance = std::max(0.0, away - mark.radiusPx);
            if (distance > m_tolerance) { continue; }
            for (auto const member : layout.membersOf(mark)) { addSymbol(member, mark.at, distance, away, mark.count); }
        }
        for (std::size_t k = 0; k < m_scene.forms.size(); ++k) { pickForm(k); }
    }

    /// Tasks along a line or in a measured area; "somewhere in this county" is no thing to point at.
    void pickForm(std::size_t index)
    {
        auto const& form = m_scene.forms[index];
        if (!form.form.box.grown(m_tolerance / m_frame.scale).holds(m_at)) { return; }
        bool const area = form.form.type == geo::ShapeType::Polygon;
        if (area && (m_scene.scene->symbols[form.symbol].approximate || !holds(form.form.levels.front().outlines, m_at))) { return; }
        double const distance = area ? 0 : std::max(0.0, toLines(m_pixel, pixelsOf(form.form, m_frame, m_tolerance)) -
                                                             m_frame.px(m_scene.style->symbol.lineMm) / 2);
        if (distance > m_tolerance) { return; }
        auto const last = m_tolerance + m_frame.px(20) + distance; // after the marks
        for (auto const symbol : m_scene.order) {
            if (m_scene.formOf[symbol] == static_cast<std::int32_t>(index)) {
                addSymbol(symbol, m_frame.toPixel(m_scene.anchors[symbol]), distance, last, 1);
            }
        }
    }

    void pickLayer(std::size_t index)
    {
        auto const& layer = m_scene.layers[index];
        if (!shown(m_scene.scene->layers[index], layer, m_frame)) { return; }
        for (auto k = layer.drawing.size(); k-- > 0;) { // the upper first
            auto const& feature = layer.features[layer.drawing[k]];
            auto const& look = lookOf(*layer.style, feature.rule);
            if (feature.form.type == geo::ShapeType::None || !look.scale.holds(m_frame.denominator)) { continue; }
            double const reach = m_tolerance + (look.mark ? m_frame.px(look.mark->sizeMm / 2) : 0);
            if (!feature.form.box.grown(reach / m_frame.scale).holds(m_at)) { continue; }
            pickFeature(index, layer.drawing[k], feature, look);
        }
    }

    void pickFeature(std::size_t layer, std::uint32_t index, PreparedFeature const& feature, Look const& look)
    {
        double away = 0, distance = 0;
        int group = 3;
        switch (feature.form.type) {
        case geo::ShapeType::Point:
            if (!look.mark) { return; }
            group = 1;
            away = std::numeric_limits<double>::infinity();
            for (auto const& outline : feature.form.levels.front().outlines) {
                for (auto const at : outline.points) { away = std::min(away, between(m_pixel, m_frame.toPixel(at))); }
            }
            distance = std::max(0.0, away - m_frame.px(look.mark->sizeMm / 2));
            break;
        case geo::ShapeType::Line:
            group = 2;
            away = toLines(m_pixel, pixelsOf(feature.form, m_frame, m_tolerance));
            distance = std::max(0.0, away - m_frame.px(look.outline.widthMm) / 2);
            break;
        default:
            if (asMark(feature.form, look, m_frame)) {
                group = 1;
                away = between(m_pixel, m_frame.toPixel(feature.form.anchor));
                distance = std::max(0.0, away - m_frame.px(look.mark->sizeMm / 2));
                break;
            }
            if (!holds(feature.form.levels.front().outlines, m_at)) { return; }
            away = feature.form.area;
            break;
        }
        if (distance > m_tolerance) { return; }
        Hit hit;
        hit.kind = HitKind::Feature;
        hit.layer = layer;
        hit.feature = index;
        hit.layerId = m_scene.scene->layers[layer].layer.id;
        hit.featureId = m_scene.scene->layers[layer].layer.features[index].id;
        hit.at = unproject(feature.form.anchor);
        hit.distancePx = distance;
        m_found.push_back({group, away, std::move(hit)});
    }

    PreparedScene const& m_scene;
    Frame const& m_frame;
    QPointF m_pixel;
    World m_at;
    double m_tolerance;
    std::vector<Ranked> m_found;
    std::set<std::uint32_t> m_symbols;
};

bool touches(PreparedScene const& scene, Frame const& frame, std::uint32_t symbol, QPolygonF const& area)
{
    if (area.containsPoint(frame.toPixel(scene.anchors[symbol]), Qt::OddEvenFill)) { return true; }
    if (scene.formOf[symbol] < 0 || scene.scene->symbols[symbol].approximate) { return false; }
    auto const& form = scene.forms[static_cast<std::size_t>(scene.formOf[symbol])].form;
    if (form.type != geo::ShapeType::Line) { return false; }
    return std::ranges::any_of(form.levels.front().outlines, [&](Outline const& outline) {
        return std::ranges::any_of(outline.points, [&](World at) { return area.containsPoint(frame.toPixel(at), Qt::OddEvenFill); });
    });
}

} // namespace

std::vector<Hit> pick(PreparedScene const& scene, Frame const& frame, QPointF pixel, double tolerancePx)
{
    return Picker{scene, frame, pixel, tolerancePx}.run();
}

std::vector<Hit> select(PreparedScene const& scene, Frame const& frame, QPolygonF const& area)
{
    std::vector<Hit> hits;
    if (!scene.scene->symbolsVisible || area.size() < 3) { return hits; }
    auto const rough = area.boundingRect();
    for (std::uint32_t i = 0; i < scene.anchors.size(); ++i) {
        auto const at = frame.toPixel(scene.anchors[i]);
        if ((scene.formOf[i] < 0 && !rough.contains(at)) || !std::isfinite(at.x()) || !touches(scene, frame, i, area)) { continue; }
        auto const& symbol = scene.scene->symbols[i];
        Hit hit;
        hit.symbol = i;
        hit.taskId = symbol.taskId;
        hit.siteId = symbol.siteId;
        hit.at = unproject(scene.anchors[i]);
        hits.push_back(std::move(hit));
    }
    return hits;
}

} // namespace zhengtu::cartography
