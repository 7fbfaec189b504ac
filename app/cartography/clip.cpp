#include "cartography/clip.hpp"

#include <algorithm>
#include <cmath>

namespace zhengtu::cartography {

namespace {

/// The part of a segment within a rectangle as two fractions (Liang and Barsky 1984); false where there is none.
bool within(QPointF a, QPointF b, QRectF const& to, double& from, double& until)
{
    from = 0;
    until = 1;
    double const dx = b.x() - a.x(), dy = b.y() - a.y();
    auto const side = [&](double p, double q) {
        if (p == 0) { return q >= 0; }
        double const t = q / p;
        if (p < 0) { from = std::max(from, t); } else { until = std::min(until, t); }
        return from <= until;
    };
    return side(-dx, a.x() - to.left()) && side(dx, to.right() - a.x()) && side(-dy, a.y() - to.top()) &&
           side(dy, to.bottom() - a.y());
}

template <class Inside, class Cut> QPolygonF cutBy(QPolygonF const& ring, Inside inside, Cut cut)
{
    QPolygonF result;
    if (ring.isEmpty()) { return result; }
    result.reserve(ring.size() + 4);
    QPointF before = ring.last();
    for (QPointF const at : ring) {
        if (inside(at) != inside(before)) { result.append(cut(before, at)); }
        if (inside(at)) { result.append(at); }
        before = at;
    }
    return result;
}

QPointF atX(QPointF a, QPointF b, double x) { return {x, a.y() + (b.y() - a.y()) * (x - a.x()) / (b.x() - a.x())}; }
QPointF atY(QPointF a, QPointF b, double y) { return {a.x() + (b.x() - a.x()) * (y - a.y()) / (b.y() - a.y()), y}; }

} // namespace

std::vector<Stretch> clipLine(QPolygonF const& line, QRectF const& to)
{
    std::vector<Stretch> result;
    bool open = false;
    double length = 0;
    for (qsizetype i = 1; i < line.size(); ++i) {
        QPointF const a = line[i - 1], b = line[i];
        double const step = std::hypot(b.x() - a.x(), b.y() - a.y());
        double from = 0, until = 0;
        if (within(a, b, to, from, until)) {
            if (!open) { result.push_back({QPolygonF{} << a + (b - a) * from, length + step * from}); }
            result.back().points << a + (b - a) * until;
            open = until >= 1;
        } else {
            open = false;
        }
        length += step;
    }
    return result;
}

QPolygonF clipRing(QPolygonF const& ring, QRectF const& to)
{
    auto result = cutBy(ring, [&](QPointF p) { return p.x() >= to.left(); }, [&](QPointF a, QPointF b) { return atX(a, b, to.left()); });
    result = cutBy(result, [&](QPointF p) { return p.x() <= to.right(); }, [&](QPointF a, QPointF b) { return atX(a, b, to.right()); });
    result = cutBy(result, [&](QPointF p) { return p.y() >= to.top(); }, [&](QPointF a, QPointF b) { return atY(a, b, to.top()); });
    return cutBy(result, [&](QPointF p) { return p.y() <= to.bottom(); }, [&](QPointF a, QPointF b) { return atY(a, b, to.bottom()); });
}

} // namespace zhengtu::cartography
