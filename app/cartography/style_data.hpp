#pragma once

#include "cartography/scene.hpp"
#include "cartography/style.hpp"

#include <QColor>
#include <QString>

#include <array>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// The members of a style. Lengths are millimetres on paper or screen; scales are denominators (500 000 of 1:500 000);
/// nothing here is more than QGIS and SLD can say too, so that they can be written from the same file.
namespace zhengtu::cartography {

enum class Mark : std::uint8_t {
    Circle, Square, Triangle, Diamond, Drop, Leaf, Hexagon, Pentagon, Trapezium, Star, Hammers, Bar, Ring, Dot, House
};
/// The sign inside a symbol: status without colour.
enum class Inner : std::uint8_t { None, Exclamation, Clock, Tick, Minus, Dots };
enum class Hatch : std::uint8_t { None, Forward, Back, Cross, Horizontal };
enum class Placement : std::uint8_t { Auto, Beside, Centre, Along };

struct ScaleRange {
    double from = 0; ///< largest scale's denominator, included
    double to = std::numeric_limits<double>::infinity();
    [[nodiscard]] bool holds(double denominator) const noexcept { return from <= denominator && denominator < to; }
};

struct Stroke {
    QColor colour{Qt::transparent};
    double widthMm = 0;
    std::vector<double> dashMm; ///< on, off, on ...; empty: solid
    [[nodiscard]] bool visible() const noexcept { return widthMm > 0 && colour.alpha() > 0; }
};

struct Hatching {
    Hatch kind = Hatch::None;
    QColor colour{Qt::black};
    double spacingMm = 1.6, widthMm = 0.15;
};

struct MarkStyle {
    Mark shape = Mark::Circle;
    double sizeMm = 2;
    QColor fill{Qt::gray};
    Stroke outline;
};

struct LabelStyle {
    bool show = false;
    Placement placement = Placement::Auto; ///< Auto: beside a point, along a line, centred in an area
    QColor colour{Qt::black};
    QColor halo{Qt::white};
    double sizeMm = 2.8, haloMm = 0.35, spacing = 0; ///< spacing in ems between characters
    bool bold = false;
    int priority = 0;                      ///< the higher is placed first
    double fit = 0.62;                     ///< an area is labelled when it is this share of its label wide
    ScaleRange scale;
};

/// How a feature looks.
struct Look {
    QColor fill{Qt::transparent};
    Stroke outline; ///< of an area; a line itself
    Stroke casing;  ///< under a line, wider
    Hatching hatch;
    std::optional<MarkStyle> mark;
    LabelStyle label;
    ScaleRange scale;
};

/// A look for the features whose `field` is one of `values`, or a number within [min, max].
struct Rule {
    std::string field;
    std::vector<std::string> values;
    std::optional<double> min, max;
    std::string title, titleEn;
    Look look;
};

/// Rules are tried in order; what matches none has the layer's own look. A feature of an earlier rule lies above one of a later.
struct LayerStyle {
    std::string title, titleEn; ///< empty: the layer's
    Look look;
    std::vector<Rule> rules;
    bool legend = true;         ///< list the layer's own look
};

struct StatusStyle {
    QColor colour{Qt::gray};
    Inner inner = Inner::None;
    std::string title, titleEn;
};

struct CategoryStyle {
    Mark shape = Mark::Circle;
    std::string title, titleEn;
};

struct SymbolStyle {
    double sizeMm = 4;
    Stroke outline;          ///< round the symbol, so that it lifts off the map
    double hollowMm = 0.6;   ///< wall of an approximate symbol
    double areaOpacity = 0.15;
    double lineMm = 0.8;
    QColor haloFill{Qt::transparent};
    Stroke haloOutline;
    double haloFilledMm = 14;  ///< a larger radius is an outline only
    double haloLargestMm = 40; ///< a larger radius says no more than the hollow symbol does
    LabelStyle label;
    ScaleRange scale;
};

struct ClusterStyle {
    double radiusMm = 7;     ///< symbols nearer than this become one mark ...
    double aboveScale = 150'000; ///< ... at scales smaller than 1 : this; at larger ones only symbols that cover each other do
    double sizeMm = 6, largestMm = 10;
    QColor fill{Qt::white};
    QColor text{Qt::black};
    Stroke outline;
};

struct EmphasisStyle {
    Stroke ring, glow, hover;
};

/// A class of the numbers of a surface: from that share of the largest on.
struct SurfaceClass {
    double from = 0; ///< above 0, at most 1
    QColor colour{Qt::transparent};
};

/// How surfaces are drawn; what is below the first class is not.
struct SurfaceStyle {
    std::string title, titleEn;        ///< what the legend says before the numbers
    std::vector<SurfaceClass> classes; ///< ascending
};

struct FurnitureStyle {
    QColor text{Qt::black}, faint{Qt::gray}, panel{Qt::white};
    Stroke panelOutline;
    double titleMm = 6, textMm = 2.9, noteMm = 2.3;
};

struct Style {
    QColor background{Qt::white};
    std::map<std::string, LayerStyle, std::less<>> layers;
    std::array<StatusStyle, 6> statuses;
    std::map<std::string, CategoryStyle, std::less<>> categories;
    SymbolStyle symbol;
    ClusterStyle cluster;
    Hatching schematicHatch;
    std::vector<double> schematicDashMm;
    EmphasisStyle emphasis;
    SurfaceStyle surface;
    FurnitureStyle furniture;

    [[nodiscard]] StatusStyle const& of(Status status) const { return statuses.at(static_cast<std::size_t>(status)); }
    /// Of a category; an unknown one looks as "default".
    [[nodiscard]] CategoryStyle const& category(std::string_view name) const;
    /// Of a layer; an unknown one looks as "user".
    [[nodiscard]] LayerStyle const& layer(std::string_view key) const;
};

/// The hatch of a schematic area: the style's own of such shapes, unless its look is hatched already.
[[nodiscard]] Hatching const& schematicHatchOf(Look const& look, Style const& style) noexcept;

/// What rules compare: "zone", "kind", "name", "id", "county", "city", else the field of Feature::more; empty where there is none.
[[nodiscard]] std::string_view fieldOf(geo::Feature const& feature, std::string_view field);

/// The index of the first rule that a feature matches, or -1.
[[nodiscard]] int ruleOf(LayerStyle const& style, geo::Feature const& feature);
/// The look of a rule's index, -1 for the layer's own.
[[nodiscard]] Look const& lookOf(LayerStyle const& style, int rule);

} // namespace zhengtu::cartography
