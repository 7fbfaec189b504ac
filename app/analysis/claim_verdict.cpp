#include "analysis/claim_verdict.hpp"

#include <algorithm>
#include <cmath>

namespace zhengtu::analysis {

namespace {

/// The last place of a printed number that is not 0: 10 of 270, 1 of 5, 0.01 of 27.17.
double lastPlace(double printed) noexcept
{
    if (!(printed > 0) || !std::isfinite(printed)) { return 0; }
    for (int power = static_cast<int>(std::floor(std::log10(printed))); power > -6; --power) {
        auto const place = std::pow(10.0, power);
        if (std::abs(printed / place - std::round(printed / place)) < 1e-6) { return place; }
    }
    return 0;
}

double lostInMeasuring(double value, Measure measure) noexcept
{
    switch (measure) {
    case Measure::DistanceM: return std::max(10.0, value * 0.02);
    case Measure::AreaM2: return value * 0.02;
    case Measure::Count: break;
    }
    return 0;
}

} // namespace

char const* name(Verdict verdict) noexcept
{
    switch (verdict) {
    case Verdict::Agrees: return "agrees";
    case Verdict::Differs: return "differs";
    case Verdict::CannotDecide: break;
    }
    return "cannot-decide";
}

Stated stated(double value, double unit, std::string_view comparator, Measure measure)
{
    auto const lost = lostInMeasuring(value, measure);
    if (comparator == "<" || comparator == "<=") {
        auto const most = comparator == "<" && measure == Measure::Count ? value - 1 : value;
        return {.agree = {0, most}, .possible = {0, most + lost}, .tolerance = lost};
    }
    if (comparator == ">" || comparator == ">=") {
        auto const least = comparator == ">" && measure == Measure::Count ? value + 1 : value;
        return {.agree = {.low = least}, .possible = {.low = std::max(0.0, least - lost)}, .tolerance = lost};
    }
    double rounding = measure == Measure::Count ? 0 : std::min(lastPlace(value / unit) * unit / 2, value * 0.05);
    if (comparator == "~") { rounding = std::max(rounding, value * 0.1); }
    auto const tolerance = rounding + lost;
    Range const near{std::max(0.0, value - tolerance), value + tolerance};
    return {.agree = near, .possible = near, .tolerance = tolerance};
}

Verdict verdict(Stated const& stated, Range computed) noexcept
{
    if (!(computed.low <= computed.high)) { return Verdict::CannotDecide; } // also NaN
    if (computed.low >= stated.agree.low && computed.high <= stated.agree.high) { return Verdict::Agrees; }
    if (computed.high < stated.possible.low || computed.low > stated.possible.high) { return Verdict::Differs; }
    return Verdict::CannotDecide;
}

} // namespace zhengtu::analysis
