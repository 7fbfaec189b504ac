#include "analysis/claim_verdict.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <limits>
#include <string>
#include <tuple>

using namespace zhengtu::analysis;
using Catch::Matchers::WithinRel;

namespace {
constexpr double infinite = std::numeric_limits<double>::infinity();
}

TEST_CASE("what is stated and what is computed agree, differ or cannot be decided", "[analysis][claims]")
{
    auto const [value, unit, comparator, measure, low, high, expected] = GENERATE(table<double, double, std::string, Measure, double, double, Verdict>({
        // 270米: ±5 m as printed, 10 m lost in measuring
        {270, 1, "=", Measure::DistanceM, 258, 284, Verdict::Agrees},
        {270, 1, "=", Measure::DistanceM, 286, 300, Verdict::Differs},
        {270, 1, "=", Measure::DistanceM, 200, 254, Verdict::Differs},
        {270, 1, "=", Measure::DistanceM, 280, 290, Verdict::CannotDecide}, // the map leaves both open
        {270, 1, "=", Measure::DistanceM, 0, infinite, Verdict::CannotDecide},
        // 不足900米 and its near misses
        {900, 1, "<", Measure::DistanceM, 890, 900, Verdict::Agrees},
        {900, 1, "<", Measure::DistanceM, 905, 910, Verdict::CannotDecide}, // within what is lost in measuring
        {900, 1, "<", Measure::DistanceM, 950, 960, Verdict::Differs},
        {900, 1, "<", Measure::DistanceM, 850, 950, Verdict::CannotDecide},
        // 约5公里, 2公里范围内
        {5000, 1000, "~", Measure::DistanceM, 4450, 5550, Verdict::Agrees},
        {5000, 1000, "~", Measure::DistanceM, 6200, 6300, Verdict::Differs},
        {2000, 1000, "<=", Measure::DistanceM, 0, 1999, Verdict::Agrees},
        {2000, 1000, "<=", Measure::DistanceM, 2041, infinite, Verdict::Differs},
        {2000, 1000, ">=", Measure::DistanceM, 2041, infinite, Verdict::Agrees},
        // counts are exact
        {13, 1, "=", Measure::Count, 13, 13, Verdict::Agrees},
        {13, 1, "=", Measure::Count, 12, 12, Verdict::Differs},
        {13, 1, "=", Measure::Count, 12, 13, Verdict::CannotDecide},
        {16, 1, ">", Measure::Count, 16, 16, Verdict::Differs},
        {16, 1, ">=", Measure::Count, 16, 16, Verdict::Agrees},
        // 27.17公顷
        {271'700, 10'000, "=", Measure::AreaM2, 270'000, 273'000, Verdict::Agrees},
        {271'700, 10'000, "=", Measure::AreaM2, 290'000, 290'000, Verdict::Differs},
        {270, 1, "=", Measure::DistanceM, std::numeric_limits<double>::quiet_NaN(), 270, Verdict::CannotDecide},
    }));
    CAPTURE(value, comparator, low, high);
    CHECK(verdict(stated(value, unit, comparator, measure), {low, high}) == expected);
}

TEST_CASE("the last printed place says how exactly a number is meant", "[analysis][claims]")
{
    auto const [value, unit, comparator, tolerance] = GENERATE(table<double, double, std::string, double>({
        {270, 1, "=", 5 + 10},
        {275, 1, "=", 0.5 + 10},
        {5000, 1000, "=", 250 + 100},      // half a kilometre would be more than 5 %
        {5000, 1000, "~", 500 + 100},      // 约: a tenth
        {5300, 1000, "=", 50 + 106},
        {900, 1, "<", 18},
    }));
    CAPTURE(value, unit, comparator);
    CHECK_THAT(stated(value, unit, comparator, Measure::DistanceM).tolerance, WithinRel(tolerance, 1e-9));
}
