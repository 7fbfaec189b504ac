#pragma once

#include "workspace/spatial_query.hpp"

namespace zhengtu::workspace {

enum class GroupBy : std::uint8_t { County, Unit, Category, Zone };
[[nodiscard]] std::optional<GroupBy> groupByOf(std::string_view name) noexcept; ///< "county", "unit", "category", "zone"

/// Hits of one county, unit, category or zone.
struct CountRow {
    std::string key;
    std::size_t asked = 0;      ///< tasks of this key that were asked about, hit or not; of a zone all of them
    std::size_t yes = 0;        ///< tasks with a site that certainly is hit
    std::size_t maybe = 0;      ///< tasks of which that is not certain
    double expected = 0;        ///< yes and the probabilities of the others (their likeliest site), where a model tells
    std::size_t sites = 0;      ///< hits, yes or maybe
};

/// Counts, zeros too: every county of the cities that the ledger's tasks are in; every lead or responsible unit, and category, of the
/// tasks; every zone of the target. What fits none has the key "" (a site that spans counties, a task without a unit), and stands last.
/// A task with several units or categories counts in each: only counties and zones of a target that does not overlap add up by site.
[[nodiscard]] std::vector<CountRow> countBy(GroupBy by, QueryFound const& found, ledger::SiteTable const& table, std::vector<geo::Layer> const& layers);
/// The same with whole tasks: all that were asked about.
[[nodiscard]] std::vector<CountRow> countBy(GroupBy by, QueryAnswer const& answer, std::vector<ledger::TaskRow> const& asked,
                                            std::vector<geo::Layer> const& layers);

} // namespace zhengtu::workspace
