#pragma once

#include "place/gazetteer.hpp"

#include <string_view>

namespace zhengtu::place {

/// Whether nearly all of a place is surely within the county or city of that code. A large or roughly known thing may reach over
/// the border. What has no shape, and townships and villages, which are of one county by law, are taken to be inside.
[[nodiscard]] bool liesIn(Entry const& place, std::string_view adcode, Gazetteer const& gazetteer);

/// How far from the seat of a township what is in it may be: a township is known by its seat alone, so a circle of twice the mean
/// township's area in its county.
[[nodiscard]] double townRadiusM(Entry const& town, Gazetteer const& gazetteer);

/// The zone of a reserve that a name ends with, as layers write it (核心区: "core"); empty where it is the whole.
[[nodiscard]] std::string_view zoneSaid(std::string_view name) noexcept;

} // namespace zhengtu::place
