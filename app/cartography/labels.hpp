#pragma once

#include "cartography/canvas.hpp"
#include "cartography/label_space.hpp"
#include "cartography/mark_layout.hpp"

#include <QPolygonF>
#include <QString>

#include <vector>

namespace zhengtu::cartography {

/// A label that found its place. A plain one has one run; one along a line has a run for each character.
struct LabelPlan {
    struct Run {
        QString text;
        QPointF baseline;     ///< left end, relative to `pivot`
        QPointF pivot;
        double degrees = 0;   ///< clockwise about the pivot
        QRectF box;           ///< upright, in the picture
    };
    QString text;
    LabelStyle const* style = nullptr;
    std::vector<Run> runs;
};

/// Places the labels of all that is shown, the important first, each where it covers no other label, no mark and none of the
/// `obstacles`. The outcome depends on the frame and the scene alone.
[[nodiscard]] std::vector<LabelPlan> placeLabels(PreparedScene const& scene, Frame const& frame, MarkLayout const& layout,
                                                 std::vector<QRectF> const& obstacles, std::atomic<bool> const* cancelled);

void paintLabels(Canvas const& canvas, std::vector<LabelPlan> const& labels);

/// Sets `text` along a line where it bends least; nothing where the line is too short or too crooked, or no place is free.
[[nodiscard]] std::vector<LabelPlan::Run> runsAlong(QPolygonF const& line, QString const& text, LabelStyle const& style,
                                                    Frame const& frame, LabelSpace const& space);

} // namespace zhengtu::cartography
