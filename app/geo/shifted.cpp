#include "geo/shifted.hpp"

#include <cmath>
#include <numbers>
#include <string>

namespace zhengtu::geo {

namespace {

using std::numbers::pi;

constexpr double krasovskyA = 6378245.0;
constexpr double krasovskyE2 = 0.00669342162296594323;

bool isShifted(LonLat at) noexcept
{
    return at.lon > 72.004 && at.lon < 137.8347 && at.lat > 0.8293 && at.lat < 55.8271;
}

/// The ripple that both shifts in metres have in common.
double ripple(double x) noexcept
{
    return (20 * std::sin(6 * x * pi) + 20 * std::sin(2 * x * pi)) * 2 / 3;
}

double northMetres(double x, double y) noexcept
{
    return -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * std::sqrt(std::abs(x)) + ripple(x) +
           (20 * std::sin(y * pi) + 40 * std::sin(y / 3 * pi)) * 2 / 3 +
           (160 * std::sin(y / 12 * pi) + 320 * std::sin(y * pi / 30)) * 2 / 3;
}

double eastMetres(double x, double y) noexcept
{
    return 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * std::sqrt(std::abs(x)) + ripple(x) +
           (20 * std::sin(x * pi) + 40 * std::sin(x / 3 * pi)) * 2 / 3 +
           (150 * std::sin(x / 12 * pi) + 300 * std::sin(x / 30 * pi)) * 2 / 3;
}

/// The position whose image under `forward` is `wanted`: the shift changes little over its own length.
template <class Forward> LonLat inverse(LonLat wanted, Forward const& forward) noexcept
{
    LonLat guess = wanted;
    for (int step = 0; step < 20; ++step) {
        auto const image = forward(guess);
        LonLat const miss{image.lon - wanted.lon, image.lat - wanted.lat};
        guess = {guess.lon - miss.lon, guess.lat - miss.lat};
        if (std::abs(miss.lon) < 1e-9 && std::abs(miss.lat) < 1e-9) { break; }
    }
    return guess;
}

LonLat baiduOfGcj02(LonLat gcj02) noexcept
{
    constexpr double turn = pi * 3000 / 180;
    double const z = std::hypot(gcj02.lon, gcj02.lat) + 0.00002 * std::sin(gcj02.lat * turn);
    double const theta = std::atan2(gcj02.lat, gcj02.lon) + 0.000003 * std::cos(gcj02.lon * turn);
    return {z * std::cos(theta) + 0.0065, z * std::sin(theta) + 0.006};
}

} // namespace

std::optional<Shift> shiftOf(std::string_view name)
{
    std::string bare;
    for (char const c : name) {
        if (c == '-' || c == ' ' || c == '_') { continue; }
        bare.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    }
    if (bare == "gcj02") { return Shift::Gcj02; }
    if (bare == "bd09") { return Shift::Bd09; }
    return std::nullopt;
}

std::string_view name(Shift shift) noexcept
{
    return shift == Shift::Gcj02 ? "GCJ-02" : "BD-09";
}

LonLat toGcj02(LonLat wgs84) noexcept
{
    if (!isShifted(wgs84)) { return wgs84; }
    double const x = wgs84.lon - 105, y = wgs84.lat - 35;
    double const latitude = wgs84.lat * pi / 180;
    double const w = 1 - krasovskyE2 * std::sin(latitude) * std::sin(latitude);
    double const meridian = krasovskyA * (1 - krasovskyE2) / (w * std::sqrt(w)); // radius of curvature along it
    double const prime = krasovskyA / std::sqrt(w);                             // and across it
    return {wgs84.lon + eastMetres(x, y) * 180 / (prime * std::cos(latitude) * pi), wgs84.lat + northMetres(x, y) * 180 / (meridian * pi)};
}

LonLat fromGcj02(LonLat gcj02) noexcept { return isShifted(gcj02) ? inverse(gcj02, toGcj02) : gcj02; }

LonLat toBd09(LonLat wgs84) noexcept { return isShifted(wgs84) ? baiduOfGcj02(toGcj02(wgs84)) : wgs84; }

LonLat fromBd09(LonLat bd09) noexcept { return isShifted(bd09) ? inverse(bd09, toBd09) : bd09; }

Shape unshifted(Shape shape, Shift shift) noexcept
{
    auto const back = [&](Path& path) {
        for (auto& at : path) { at = shift == Shift::Gcj02 ? fromGcj02(at) : fromBd09(at); }
    };
    for (auto& part : shape.parts) {
        back(part.outline);
        for (auto& hole : part.holes) { back(hole); }
    }
    return shape;
}

} // namespace zhengtu::geo
