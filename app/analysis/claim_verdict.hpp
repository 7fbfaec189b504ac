#pragma once

#include <cstdint>
#include <limits>
#include <string_view>

/// Whether what a document states of space and what the map gives agree, with what both leave open.
namespace zhengtu::analysis {

enum class Verdict : std::uint8_t { Agrees, Differs, CannotDecide };
[[nodiscard]] char const* name(Verdict verdict) noexcept; ///< "agrees", "differs", "cannot-decide"

/// From `low` to `high`, both included; `high` may be infinite.
struct Range {
    double low = 0;
    double high = std::numeric_limits<double>::infinity();
};

/// What is measured decides what may be lost in measuring: nothing in counting, 10 m or 2 % of a distance (to the middle or the edge of a
/// road, to a building or its gate), 2 % of an area.
enum class Measure : std::uint8_t { Count, DistanceM, AreaM2 };

/// What a stated number allows. `agree`: what agrees with it. `possible`: what does not contradict it; beyond it the map differs.
struct Stated {
    Range agree;
    Range possible;
    double tolerance = 0; ///< half the last printed place (at most 5 %; 10 % where the text says 约) and what is lost in measuring
};

/// `value` in metres, square metres or things, `unit` how much of that one of the printed unit is (1000 for 公里): the last printed place
/// is one of the printed number. A bound ("<", "<=", ">", ">=") allows all on its side; "~" is 约.
[[nodiscard]] Stated stated(double value, double unit, std::string_view comparator, Measure measure);

/// The computed value lies somewhere in `computed`.
[[nodiscard]] Verdict verdict(Stated const& stated, Range computed) noexcept;

} // namespace zhengtu::analysis
