#include "cartography/mark_path.hpp"

#include <QPainter>

#include <array>
#include <cmath>
#include <numbers>

namespace zhengtu::cartography {

namespace {

QPainterPath polygon(std::initializer_list<QPointF> points)
{
    QPainterPath path;
    path.addPolygon(QPolygonF{points});
    path.closeSubpath();
    return path;
}

QPainterPath regular(int corners, double radius, double turn, double innerRadius = 0)
{
    QPolygonF points;
    int const steps = innerRadius > 0 ? 2 * corners : corners;
    for (int i = 0; i < steps; ++i) {
        double const r = innerRadius > 0 && i % 2 == 1 ? innerRadius : radius;
        double const angle = turn + 2 * std::numbers::pi * i / steps;
        points << QPointF{r * std::sin(angle), -r * std::cos(angle)};
    }
    QPainterPath path;
    path.addPolygon(points);
    path.closeSubpath();
    return path;
}

QPainterPath circle(double radius)
{
    QPainterPath path;
    path.addEllipse(QPointF{0, 0}, radius, radius);
    return path;
}

QPainterPath ring()
{
    auto path = circle(0.5);
    path.addEllipse(QPointF{0, 0}, 0.3, 0.3); // even-odd: a hole
    return path;
}

QPainterPath drop()
{
    QPainterPath path{{0, -0.62}};
    path.cubicTo({0.10, -0.36}, {0.44, -0.12}, {0.44, 0.14});
    path.cubicTo({0.44, 0.40}, {0.24, 0.56}, {0, 0.56});
    path.cubicTo({-0.24, 0.56}, {-0.44, 0.40}, {-0.44, 0.14});
    path.cubicTo({-0.44, -0.12}, {-0.10, -0.36}, {0, -0.62});
    path.closeSubpath();
    return path;
}

QPainterPath leaf()
{
    QPainterPath path{{-0.46, 0.46}};
    path.cubicTo({-0.66, -0.14}, {-0.22, -0.54}, {0.50, -0.50});
    path.cubicTo({0.54, 0.22}, {0.14, 0.66}, {-0.46, 0.46});
    path.closeSubpath();
    return path;
}

/// Crossed hammers, the map sign of mining the world over.
QPainterPath hammers()
{
    QPainterPath one;
    one.addRect(-0.055, -0.42, 0.11, 0.98);
    one.addRect(-0.23, -0.52, 0.46, 0.24);
    QTransform const left = QTransform{}.rotate(-42), right = QTransform{}.rotate(42);
    return left.map(one).united(right.map(one));
}

/// Made once, before any thread asks: shapes of marks by Mark.
std::array<QPainterPath, 15> makeMarks()
{
    return {circle(0.5),
            polygon({{-0.44, -0.44}, {0.44, -0.44}, {0.44, 0.44}, {-0.44, 0.44}}),
            polygon({{0, -0.56}, {0.56, 0.42}, {-0.56, 0.42}}),
            polygon({{0, -0.58}, {0.58, 0}, {0, 0.58}, {-0.58, 0}}),
            drop(),
            leaf(),
            regular(6, 0.53, std::numbers::pi / 6),
            regular(5, 0.56, 0),
            polygon({{-0.56, -0.42}, {0.56, -0.42}, {0.32, 0.46}, {-0.32, 0.46}}),
            regular(5, 0.62, 0, 0.38),
            hammers(),
            polygon({{-0.5, -0.18}, {0.5, -0.18}, {0.5, 0.18}, {-0.5, 0.18}}),
            ring(),
            circle(0.5),
            polygon({{0, -0.55}, {0.48, -0.12}, {0.48, 0.48}, {-0.48, 0.48}, {-0.48, -0.12}})};
}

std::array<QPainterPath, 6> makeSigns()
{
    std::array<QPainterPath, 6> signs;
    auto const line = [](QPainterPath& path, QPointF a, QPointF b) { path.moveTo(a); path.lineTo(b); };
    line(signs[1], {0, -0.24}, {0, 0.06}); // exclamation
    line(signs[1], {0, 0.26}, {0, 0.262});
    line(signs[2], {0, -0.22}, {0, 0.04}); // the hands of a clock
    line(signs[2], {0, 0.04}, {0.18, 0.14});
    line(signs[3], {-0.20, 0.04}, {-0.05, 0.19}); // tick
    line(signs[3], {-0.05, 0.19}, {0.22, -0.15});
    line(signs[4], {-0.20, 0.04}, {0.20, 0.04}); // minus
    line(signs[5], {-0.20, 0.06}, {-0.198, 0.06}); // three dots
    line(signs[5], {0, 0.06}, {0.002, 0.06});
    line(signs[5], {0.20, 0.06}, {0.202, 0.06});
    return signs;
}

QPen penOf(QColor const& colour, double width, bool dashed)
{
    QPen pen{colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
    if (dashed) {
        pen.setCapStyle(Qt::FlatCap);
        pen.setDashPattern({2.2, 1.4});
    }
    return pen;
}

QPainterPath placed(QPainterPath const& path, QPointF at, double size)
{
    return QTransform{size, 0, 0, size, at.x(), at.y()}.map(path);
}

} // namespace

QPainterPath const& markPath(Mark mark)
{
    static auto const paths = makeMarks();
    return paths.at(static_cast<std::size_t>(mark));
}

QPainterPath const& signPath(Inner sign)
{
    static auto const paths = makeSigns();
    return paths.at(static_cast<std::size_t>(sign));
}

void paintSymbol(QPainter& painter, QPointF at, SymbolLook const& look, SymbolStyle const& style, double pxPerMm)
{
    double const size = style.sizeMm * pxPerMm;
    double const casing = style.outline.widthMm * pxPerMm;
    auto const shape = placed(markPath(look.shape), at, size);
    painter.setBrush(style.outline.colour);
    painter.setPen(QPen{style.outline.colour, 2 * casing, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
    painter.drawPath(shape);
    bool const pale = look.hollow || look.dashed;
    if (pale) { // hollow: not well known; pale with a broken edge: the shape behind it is schematic
        double const wall = (look.hollow ? style.hollowMm : 0.5 * style.hollowMm) * pxPerMm;
        auto tint = look.colour;
        tint.setRgbF(0.80F + 0.20F * tint.redF(), 0.80F + 0.20F * tint.greenF(), 0.80F + 0.20F * tint.blueF());
        painter.setBrush(look.hollow ? QColor{Qt::white} : tint);
        painter.setPen(penOf(look.colour, wall, look.dashed && !look.hollow));
        painter.drawPath(placed(markPath(look.shape), at, size - wall));
    } else {
        painter.setBrush(look.colour);
        painter.setPen(QPen{look.colour.darker(135), 0.12 * pxPerMm});
        painter.drawPath(shape);
    }
    auto const sign = pale ? look.colour : QColor{Qt::white};
    if (look.sign != Inner::None) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen{sign, 0.15 * size, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
        // a triangle's and a drop's middle is lower than their box's
        bool const low = look.shape == Mark::Triangle || look.shape == Mark::Drop;
        painter.drawPath(placed(signPath(look.sign), at + QPointF{0, low ? 0.09 * size : 0}, 0.86 * size));
    }
}

void paintMark(QPainter& painter, QPointF at, MarkStyle const& style, bool schematic, double pxPerMm)
{
    double const size = style.sizeMm * pxPerMm;
    auto const shape = placed(markPath(style.shape), at, size);
    if (style.outline.visible()) {
        painter.setBrush(style.outline.colour);
        painter.setPen(QPen{style.outline.colour, 2 * style.outline.widthMm * pxPerMm, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
        painter.drawPath(shape);
    }
    bool const thin = style.shape == Mark::Hammers || style.shape == Mark::Ring; // nothing to hollow out
    if (schematic && !thin) {
        double const wall = 0.28 * pxPerMm;
        painter.setBrush(Qt::white);
        painter.setPen(QPen{style.fill, wall, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
        painter.drawPath(placed(markPath(style.shape), at, size - wall));
        return;
    }
    painter.setBrush(style.fill);
    painter.setPen(Qt::NoPen);
    painter.drawPath(shape);
}

} // namespace zhengtu::cartography
