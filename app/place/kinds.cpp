#include "place/mention.hpp"
#include "place/site.hpp"

#include <array>
#include <utility>

namespace zhengtu::place {

namespace {

using KindName = std::pair<Kind, std::string_view>;

/// The first name of a kind is the one that is printed; the others are read (names of layers).
constexpr std::array kindNames{
    KindName{Kind::Province, "province"}, KindName{Kind::City, "city"}, KindName{Kind::County, "county"},
    KindName{Kind::Town, "town"}, KindName{Kind::Village, "village"}, KindName{Kind::River, "river"},
    KindName{Kind::Lake, "lake"}, KindName{Kind::Reservoir, "reservoir"}, KindName{Kind::Mine, "mine"},
    KindName{Kind::Enterprise, "enterprise"}, KindName{Kind::MonitoringSection, "monitoring_section"},
    KindName{Kind::AirStation, "monitoring_section"}, KindName{Kind::AirStation, "air_station"},
    KindName{Kind::Reserve, "reserve"}, KindName{Kind::SpringZone, "spring_zone"}, KindName{Kind::Road, "road"},
    KindName{Kind::Wwtp, "wwtp"}, KindName{Kind::Park, "park"}, KindName{Kind::Site, "site"},
    KindName{Kind::Site, "spring"}, KindName{Kind::Other, "other"},
};

using PrecisionName = std::pair<Precision, std::string_view>;
constexpr std::array precisionNames{
    PrecisionName{Precision::Exact, "exact"},       PrecisionName{Precision::Facility, "facility"},
    PrecisionName{Precision::Village, "village"},   PrecisionName{Precision::Township, "township"},
    PrecisionName{Precision::County, "county"},     PrecisionName{Precision::City, "city"},
    PrecisionName{Precision::Unlocated, "unlocated"},
};

using FigureName = std::pair<Figure, std::string_view>;
constexpr std::array figureNames{
    FigureName{Figure::Itself, "itself"}, FigureName{Figure::Stretch, "stretch"},   FigureName{Figure::Crossing, "crossing"},
    FigureName{Figure::Near, "near"},     FigureName{Figure::Corridor, "corridor"}, FigureName{Figure::Ring, "ring"},
    FigureName{Figure::Side, "side"},     FigureName{Figure::Band, "band"},
};

} // namespace

std::string_view name(Kind kind) noexcept
{
    for (auto const& [value, text] : kindNames) {
        if (value == kind) { return text; }
    }
    return "other";
}

std::optional<Kind> kindOf(std::string_view name) noexcept
{
    for (auto const& [value, text] : kindNames) {
        if (text == name) { return value; }
    }
    return std::nullopt;
}

std::string_view name(Precision precision) noexcept
{
    for (auto const& [value, text] : precisionNames) {
        if (value == precision) { return text; }
    }
    return "unlocated";
}

std::optional<Precision> precisionOf(std::string_view name) noexcept
{
    for (auto const& [value, text] : precisionNames) {
        if (text == name) { return value; }
    }
    return std::nullopt;
}

std::string_view name(Figure figure) noexcept
{
    for (auto const& [value, text] : figureNames) {
        if (value == figure) { return text; }
    }
    return "itself";
}

std::optional<Figure> figureOf(std::string_view name) noexcept
{
    for (auto const& [value, text] : figureNames) {
        if (text == name) { return value; }
    }
    return std::nullopt;
}

} // namespace zhengtu::place
