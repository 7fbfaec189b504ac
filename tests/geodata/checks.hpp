#pragma once

#include "geo/feature.hpp"

#include <span>
#include <string>
#include <vector>

/// What must hold of the data that ship, as functions of the data, so that a test can show that each finds a broken copy. Each
/// answers with what is wrong, empty where nothing is.
namespace checks {

using Problems = std::vector<std::string>;
using Features = std::span<zhengtu::geo::Feature const>;

/// No county overlaps another, and together they have neither hole nor another area than the province has.
[[nodiscard]] Problems coverage(Features counties);
[[nodiscard]] Problems validity(Features features);
/// No id and no code twice.
[[nodiscard]] Problems duplicates(Features features);
/// Every feature lies in (points) or touches (others) the county whose code it has, within its own accuracy where it is drawn.
[[nodiscard]] Problems homes(Features features, Features counties);
/// A line runs through exactly the counties whose codes its field says, for `leastM` metres or more in each.
[[nodiscard]] Problems through(Features lines, std::string const& field, double leastM, Features counties);

/// A river as texts tell of it (tables/rivers.csv), not as its line was drawn.
struct Course {
    std::string name;
    std::string into;                  ///< the river that it flows into, empty where no text says so
    std::vector<std::string> counties; ///< codes, downstream; others may lie between them
};
/// Lines against texts: each runs through the counties of its course within its own accuracy, downstream in that order, and ends at the river that it
/// flows into, at another that flows into the same, or at the province's border. What a note says is not drawn may be missing.
[[nodiscard]] Problems courses(std::span<Course const> courses, Features rivers, Features counties);
/// No river flows into itself, directly or by others.
[[nodiscard]] Problems circles(std::span<Course const> courses);

} // namespace checks
