#include "analysis/reasons.hpp"

#include "analysis/forms.hpp"

#include <algorithm>
#include <array>
#include <format>
#include <utility>

namespace zhengtu::analysis {

namespace {

std::string_view nounOf(std::string_view kind)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> nouns{{{"air_station", "station"},
                                                                                  {"monitoring_section", "section"},
                                                                                  {"mine", "mine"},
                                                                                  {"river", "river"},
                                                                                  {"lake", "lake"},
                                                                                  {"reservoir", "reservoir"},
                                                                                  {"reserve", "reserve"},
                                                                                  {"spring_zone", "spring zone"}}};
    auto const* const known = std::ranges::find(nouns, kind, [](auto const& pair) { return pair.first; });
    return known == nouns.end() ? "feature" : known->second;
}

} // namespace

std::string onlyKnown(place::SiteView const& site)
{
    switch (site.figure) {
    case place::Figure::Near: return "it is only known to be near there";
    case place::Figure::Corridor: return "it is only known to be along a line";
    case place::Figure::Ring: return "only its distance from there is known";
    case place::Figure::Side: return "only its side of an area is known";
    case place::Figure::Band: return "it is only known to be along a border";
    case place::Figure::Itself:
    case place::Figure::Stretch:
    case place::Figure::Crossing: break;
    }
    char const* area = "city";
    if (site.precision == place::Precision::Township) { area = "township"; }
    if (site.precision == place::Precision::County) { area = "county"; }
    return std::format("only its {} is known", area);
}

std::string distanceWords(double metres)
{
    if (metres < 999.5) { return std::format("{:.0f} m", metres); }
    if (metres >= 99'950) { return std::format("{:.0f} km", metres / 1000); }
    auto text = std::format("{:.1f}", metres / 1000);
    if (text.ends_with(".0")) { text.resize(text.size() - 2); }
    return text + " km";
}

std::string errorWords(double radiusM, double zoneAccuracyM)
{
    std::string text;
    if (radiusM > 0) { text = "known to ±" + distanceWords(radiusM) + ", "; }
    if (zoneAccuracyM > 0) { text += "zone drawn to ±" + distanceWords(zoneAccuracyM) + ", "; }
    return text;
}

std::string percentWords(double share)
{
    double const percent = share * 100;
    if (percent < 0.1) { return "<0.1"; } // neither 0 nor 100: some of it lies on either side
    if (percent > 99.9) { return ">99.9"; }
    auto text = std::format("{:.{}f}", percent, percent < 9.95 ? 1 : 0);
    if (text.ends_with(".0")) { text.resize(text.size() - 2); }
    return text == "100" ? ">99" : text;
}

std::string shareWords(place::SiteView const& site, double share)
{
    auto const number = percentWords(share);
    return isArea(site) ? std::format("{}, {} % of which lies in the zone", onlyKnown(site), number)
                        : std::format("{} % of it lies in the zone", number);
}

std::string areaWords(place::SiteView const& site, std::string_view kind, Lies lies, double distanceM)
{
    auto const known = onlyKnown(site);
    switch (lies) {
    case Lies::In: return std::format("{}, and the {} lies in it", known, nounOf(kind));
    case Lies::Partly: return std::format("{}, and the {} lies partly in it", known, nounOf(kind));
    case Lies::Beside: break;
    }
    return std::format("{}; it is {} away at its nearest", known, distanceWords(distanceM));
}

} // namespace zhengtu::analysis
