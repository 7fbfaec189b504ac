#pragma once

#include "geo/shape.hpp"
#include "place/mention.hpp"

#include <string>
#include <vector>

namespace zhengtu::place {

/// How exactly a site is known, from best to worst.
enum class Precision : std::uint8_t { Exact, Facility, Village, Township, County, City, Unlocated };
[[nodiscard]] std::string_view name(Precision precision) noexcept; ///< "exact" ... "unlocated"
[[nodiscard]] std::optional<Precision> precisionOf(std::string_view name) noexcept;

/// What a site's shape is: the place itself, or what the words about its name describe. Of the figures from Near on the place lies
/// somewhere in the shape, whatever its precision; the others are the thing.
enum class Figure : std::uint8_t { Itself, Stretch, Crossing, Near, Corridor, Ring, Side, Band };
[[nodiscard]] std::string_view name(Figure figure) noexcept; ///< "itself" ... "band"
[[nodiscard]] std::optional<Figure> figureOf(std::string_view name) noexcept;

struct Candidate {
    std::string featureId; ///< "layer:id"
    std::string name;
    double score = 0;      ///< 0 to 1
    std::string reason;
};

/// Where a task is. One task has one or more sites: one for each place that it names (Precision::Unlocated, with the reason, where
/// that place is not known), else one for what its problem or its units stand for; a task of which nothing is known has one site
/// with Precision::Unlocated.
struct Site {
    std::string id;        ///< task id + "-s" + ordinal ("p1f2e3d4c5-07-03-s1")
    std::string taskId;
    std::string place;     ///< the name that it was located by
    Kind kind = Kind::Other;
    Span span;             ///< of the mention in the source; empty where it came from the units
    std::string county;    ///< county that it lies in; empty where several or none
    std::string adcode;
    geo::Shape shape;      ///< empty if and only if unlocated
    Precision precision = Precision::Unlocated;
    double radiusM = 0;    ///< the true place lies within this many metres of `shape`, as far as is known
    double score = 0;
    std::string featureId; ///< "layer:id" that the geometry is from
    std::string source;    ///< its source and licence
    bool schematic = false;
    Figure figure = Figure::Itself;
    std::string reason;    ///< why here, or why not, in words
    std::vector<Candidate> candidates; ///< the others, best first
};

} // namespace zhengtu::place
