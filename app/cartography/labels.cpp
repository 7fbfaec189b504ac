#include "cartography/labels.hpp"

#include "cartography/clip.hpp"
#include "cartography/layer_painter.hpp"

#include <QFontMetricsF>
#include <QHash>
#include <QPainter>

#include <algorithm>
#include <array>

namespace zhengtu::cartography {

namespace {

constexpr double gapMm = 0.45;    ///< between labels, and between a label and another's mark
constexpr double repeatMm = 110;  ///< the same name of a layer again at this distance

enum class Kind : std::uint8_t { Beside, Inside, Along };

struct Candidate {
    Kind kind = Kind::Beside;
    QString text;
    LabelStyle const* style = nullptr;
    double weight = 0;          ///< within a priority: area, urgency
    std::size_t layer = 0;
    QPointF at;
    double clearPx = 0;         ///< of the mark that it stands beside
    Form const* form = nullptr; ///< area or line
};

class Collector {
public:
    Collector(PreparedScene const& scene, Frame const& frame, LabelSpace& space) : m_scene{scene}, m_frame{frame}, m_space{space} {}

    std::vector<Candidate> collect(MarkLayout const& layout)
    {
        for (std::size_t i = 0; i < m_scene.layers.size(); ++i) {
            if (shown(m_scene.scene->layers[i], m_scene.layers[i], m_frame)) { collectLayer(i); }
        }
        collectSymbols(layout);
        std::ranges::stable_sort(m_found, [](Candidate const& a, Candidate const& b) {
            return std::pair{a.style->priority, a.weight} > std::pair{b.style->priority, b.weight};
        });
        return std::move(m_found);
    }

private:
    void collectLayer(std::size_t index)
    {
        auto const& layer = m_scene.layers[index];
        auto const& features = m_scene.scene->layers[index].layer.features;
        for (std::size_t k = 0; k < features.size(); ++k) {
            auto const& prepared = layer.features[k];
            if (prepared.form.type == geo::ShapeType::None || !prepared.form.box.meets(m_frame.box)) { continue; }
            auto const& look = lookOf(*layer.style, prepared.rule);
            if (!look.scale.holds(m_frame.denominator)) { continue; }
            double const clear = look.mark ? m_frame.px(look.mark->sizeMm * 0.55 + look.mark->outline.widthMm) : 0;
            auto const at = m_frame.toPixel(prepared.form.anchor);
            bool const mark = look.mark && (prepared.form.type == geo::ShapeType::Point || asMark(prepared.form, look, m_frame));
            if (mark) { m_space.take({at.x() - clear, at.y() - clear, 2 * clear, 2 * clear}); }
            if (!look.label.show || !look.label.scale.holds(m_frame.denominator) || features[k].name.empty()) { continue; }
            Candidate candidate{mark ? Kind::Beside : kindOf(look.label, prepared.form.type), QString::fromStdString(features[k].name), &look.label,
                                prepared.form.area > 0 ? prepared.form.area : prepared.form.box.width() + prepared.form.box.height(),
                                index, at, clear, &prepared.form};
            m_found.push_back(std::move(candidate));
        }
    }

    void collectSymbols(MarkLayout const& layout)
    {
        auto const& style = m_scene.style->symbol.label;
        bool const labels = style.show && style.scale.holds(m_frame.denominator);
        double weight = static_cast<double>(layout.marks.size());
        for (auto const& mark : layout.marks) {
            double const r = mark.radiusPx;
            m_space.take({mark.at.x() - r, mark.at.y() - r, 2 * r, 2 * r});
            auto const& symbol = m_scene.scene->symbols[mark.symbol];
            --weight;
            if (!labels || mark.count > 1 || symbol.label.empty()) { continue; }
            m_found.push_back({Kind::Beside, QString::fromStdString(symbol.label), &style, weight, m_scene.layers.size(), mark.at, r, nullptr});
        }
    }

    static Kind kindOf(LabelStyle const& style, geo::ShapeType type)
    {
        switch (style.placement) {
        case Placement::Beside: return Kind::Beside;
        case Placement::Centre: return Kind::Inside;
        case Placement::Along: return type == geo::ShapeType::Point ? Kind::Beside : Kind::Along;
        case Placement::Auto: break;
        }
        return type == geo::ShapeType::Polygon ? Kind::Inside : type == geo::ShapeType::Line ? Kind::Along : Kind::Beside;
    }

    PreparedScene const& m_scene;
    Frame const& m_frame;
    LabelSpace& m_space;
    std::vector<Candidate> m_found;
};

class Placer {
public:
    Placer(Frame const& frame, LabelSpace& space) : m_frame{frame}, m_space{space} {}

    std::optional<LabelPlan> place(Candidate const& candidate)
    {
        auto const key = QString::number(candidate.layer) + QLatin1Char{'/'} + candidate.text;
        LabelPlan plan{candidate.text, candidate.style, {}};
        switch (candidate.kind) {
        case Kind::Beside: plan.runs = beside(candidate); break;
        case Kind::Inside: plan.runs = inside(candidate); break;
        case Kind::Along: plan.runs = along(candidate, key); break;
        }
        if (plan.runs.empty()) { return std::nullopt; }
        if (candidate.form != nullptr && nearSame(key, plan.runs.front().pivot)) { return std::nullopt; }
        m_set[key] << plan.runs.front().pivot;
        for (auto const& run : plan.runs) { m_space.take(run.box); }
        return plan;
    }

private:
    struct Size {
        double width, height, ascent, gap;
    };
    [[nodiscard]] Size sizeOf(Candidate const& candidate) const
    {
        auto const font = labelFont(candidate);
        QFontMetricsF const metrics{font};
        double const halo = m_frame.px(candidate.style->haloMm);
        return {metrics.horizontalAdvance(candidate.text), metrics.ascent() + metrics.descent(), metrics.ascent(), halo};
    }
    [[nodiscard]] QFont labelFont(Candidate const& candidate) const;

    [[nodiscard]] static LabelPlan::Run runAt(Candidate const& candidate, Size const& size, QRectF const& box)
    {
        return {candidate.text, {-size.width / 2, size.ascent - size.height / 2}, box.center(), 0, box};
    }

    /// Right, left, above, below, then the corners (Imhof's order, with the line of reading first).
    std::vector<LabelPlan::Run> beside(Candidate const& candidate)
    {
        auto const size = sizeOf(candidate);
        double const w = size.width, h = size.height, r = candidate.clearPx + std::max(0.12 * h, m_frame.px(gapMm) + 0.1), x = candidate.at.x(), y = candidate.at.y();
        double const d = 0.7 * r;
        std::array<QPointF, 8> const corners{QPointF{x + r, y - h / 2}, {x - r - w, y - h / 2}, {x - w / 2, y - r - h * 0.92},
                                             {x - w / 2, y + r * 0.92}, {x + d, y - d - h * 0.85}, {x + d, y + d - h * 0.15},
                                             {x - d - w, y - d - h * 0.85}, {x - d - w, y + d - h * 0.15}};
        for (auto const corner : corners) {
            QRectF const box{corner, QSizeF{w, h}};
            if (m_space.free(box)) { return {runAt(candidate, size, box)}; }
        }
        return {};
    }

    /// At the widest place of an area, else a little above or below it; of what is seen where the widest is out of sight.
    std::vector<LabelPlan::Run> inside(Candidate const& candidate)
    {
        auto const size = sizeOf(candidate);
        double const room = candidate.form->type == geo::ShapeType::Polygon ? candidate.form->box.width() * m_frame.scale : size.width;
        if (room < candidate.style->fit * size.width) { return {}; }
        auto const rings = pixelsOf(*candidate.form, m_frame, 0);
        auto const centre = m_frame.rect.contains(candidate.at) ? candidate.at : seenMiddle(rings);
        double const line = 1.25 * size.height;
        for (double const down : {0.0, -1.0, 1.0, -2.0, 2.0, -3.0, 3.0}) {
            for (double const right : {0.0, -0.7, 0.7}) {
                QPointF const at{centre.x() + right * size.width, centre.y() + down * line};
                if ((down != 0 || right != 0) && !holdsPixel(rings, at)) { continue; }
                QRectF const box{at.x() - size.width / 2, at.y() - size.height / 2, size.width, size.height};
                if (m_space.free(box)) { return {runAt(candidate, size, box)}; }
            }
        }
        return {};
    }

    std::vector<LabelPlan::Run> along(Candidate const& candidate, QString const& key)
    {
        std::vector<Stretch> stretches;
        for (auto const& line : pixelsOf(*candidate.form, m_frame, 0)) {
            for (auto& stretch : clipLine(line, m_frame.rect)) { stretches.push_back(std::move(stretch)); }
        }
        std::ranges::stable_sort(stretches, std::ranges::greater{}, [](Stretch const& s) {
            auto const box = s.points.boundingRect();
            return box.width() + box.height();
        });
        for (auto const& stretch : stretches) {
            auto runs = runsAlong(stretch.points, candidate.text, *candidate.style, m_frame, m_space);
            if (!runs.empty() && !nearSame(key, runs.front().pivot)) { return runs; }
        }
        return {};
    }

    [[nodiscard]] QPointF seenMiddle(std::vector<QPolygonF> const& rings) const
    {
        std::vector<Outline> cut;
        Box box;
        for (auto const& ring : rings) {
            Outline outline;
            for (QPointF const p : clipRing(ring, m_frame.rect)) {
                outline.points.push_back({p.x(), p.y()});
                outline.box.include(outline.points.back());
            }
            if (outline.points.empty()) { continue; }
            outline.points.push_back(outline.points.front());
            box.include(outline.box);
            cut.push_back(std::move(outline));
        }
        if (box.empty()) { return {-1, -1}; }
        auto const middle = insideOf(cut, box);
        return {middle.x, middle.y};
    }

    static bool holdsPixel(std::vector<QPolygonF> const& rings, QPointF at)
    {
        bool inside = false;
        for (auto const& ring : rings) { inside ^= ring.containsPoint(at, Qt::OddEvenFill); }
        return inside;
    }

    [[nodiscard]] bool nearSame(QString const& key, QPointF at) const
    {
        double const limit = m_frame.px(repeatMm);
        auto const others = m_set.value(key);
        return std::ranges::any_of(others, [&](QPointF other) {
            return std::abs(other.x() - at.x()) < limit && std::abs(other.y() - at.y()) < limit;
        });
    }

    Frame const& m_frame;
    LabelSpace& m_space;
    QHash<QString, QList<QPointF>> m_set;
};

QFont fontOf(LabelStyle const& style, Frame const& frame, bool spaced)
{
    auto font = mapFont(frame.px(style.sizeMm), style.bold);
    // in percent: absolute spacing is scaled by the device's resolution, so that a PDF had three times as much
    if (spaced && style.spacing > 0) { font.setLetterSpacing(QFont::PercentageSpacing, 100 + 100 * style.spacing); }
    return font;
}

QFont Placer::labelFont(Candidate const& candidate) const { return fontOf(*candidate.style, m_frame, true); }

} // namespace

std::vector<LabelPlan> placeLabels(PreparedScene const& scene, Frame const& frame, MarkLayout const& layout,
                                   std::vector<QRectF> const& obstacles, std::atomic<bool> const* cancelled)
{
    LabelSpace space{frame.rect, frame.px(gapMm)};
    for (auto const& obstacle : obstacles) { space.take(obstacle); }
    std::vector<LabelPlan> plans;
    Placer placer{frame, space};
    for (auto const& candidate : Collector{scene, frame, space}.collect(layout)) {
        if (cancelled != nullptr && cancelled->load(std::memory_order_relaxed)) { return {}; }
        if (auto plan = placer.place(candidate)) { plans.push_back(std::move(*plan)); }
    }
    return plans;
}

void paintLabels(Canvas const& canvas, std::vector<LabelPlan> const& labels)
{
    for (auto k = labels.size(); k-- > 0;) { // the important last: its halo lies over a neighbour's, not under
        if (canvas.stop()) { return; }
        auto const& label = labels[k];
        auto const font = fontOf(*label.style, canvas.frame, label.runs.size() == 1);
        double const halo = canvas.px(label.style->haloMm);
        for (auto const& run : label.runs) {
            if (run.degrees == 0) {
                canvas.text(run.pivot + run.baseline, run.text, font, label.style->colour, label.style->halo, halo);
            } else {
                canvas.turnedText(run.pivot, run.baseline, run.degrees, run.text, font, label.style->colour, label.style->halo, halo);
            }
        }
    }
}

} // namespace zhengtu::cartography
