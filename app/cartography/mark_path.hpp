#pragma once

#include "cartography/style_data.hpp"

#include <QPainterPath>

class QPainter;

namespace zhengtu::cartography {

/// The outline of a mark about (0, 0), its visual size 1.
[[nodiscard]] QPainterPath const& markPath(Mark mark);
/// The sign inside a symbol of size 1, as lines to be stroked with round ends; empty for None.
[[nodiscard]] QPainterPath const& signPath(Inner sign);

struct SymbolLook {
    Mark shape = Mark::Circle;
    QColor colour;
    Inner sign = Inner::None;
    bool hollow = false;
    bool dashed = false; ///< stands for a schematic shape
    friend auto operator<=>(SymbolLook const& a, SymbolLook const& b)
    {
        auto const key = [](SymbolLook const& s) { return std::tuple{s.shape, s.colour.rgba(), s.sign, s.hollow, s.dashed}; };
        return key(a) <=> key(b);
    }
    friend bool operator==(SymbolLook const&, SymbolLook const&) = default;
};

/// Paints the symbol of a task about `at`.
void paintSymbol(QPainter& painter, QPointF at, SymbolLook const& look, SymbolStyle const& style, double pxPerMm);
/// Paints the mark of a feature about `at`; a schematic one is hollow (dashes would not be seen at its size).
void paintMark(QPainter& painter, QPointF at, MarkStyle const& style, bool schematic, double pxPerMm);

} // namespace zhengtu::cartography
