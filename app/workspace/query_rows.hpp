#pragma once

#include "analysis/query.hpp"
#include "ledger/ledger.hpp"
#include "workspace/task_filter.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

/// What single conditions find: `Hit` of a table of sites, to be read whole by and by; `Row` with its whole task and site.
namespace zhengtu::workspace {

/// What a further condition of a query says of a site.
struct QueryAlso {
    std::string term; ///< in words: "near air_station 2000 m"
    std::string zone, zoneRole;
    analysis::Hit hit;
};

struct QueryHit {
    std::string zone;     ///< name of the zone or feature; of a zoned reserve or spring domain its own name
    std::string zoneRole; ///< innermost role that the site may lie in: "core"; "core|buffer" where it cannot be told
    bool schematic = false; ///< the zone's shape is drawn from a description
    analysis::Hit hit;    ///< against the whole of the zone; `site` is its number in the table that was asked, `zone` means nothing here
    std::size_t others = 0; ///< of near: how many more features the site is, or may be, near
    std::vector<QueryAlso> also{}; ///< of a query with several conditions: the others
};

struct QueryRow : QueryHit {
    ledger::TaskRow task;
    place::Site site;

    /// Only an area is known that the place lies somewhere in: a township, county or city.
    [[nodiscard]] bool knownByAreaOnly() const noexcept;
};

/// The same kind and parent (or name) grown together: the zones of one reserve become one feature. Others stay.
[[nodiscard]] Result<std::vector<geo::Feature>> wholeZones(std::vector<geo::Feature> const& zones);

/// Zones grown by `distanceM` metres, for "within 100 m of the river" as an area.
[[nodiscard]] Result<std::vector<geo::Feature>> grown(std::vector<geo::Feature> zones, double distanceM);

/// Sites of a table that a condition is asked of.
struct AskedSites {
    ledger::SiteTable const& table;
    std::vector<std::uint32_t> numbers; ///< ascending
};
[[nodiscard]] AskedSites sitesOf(AskedTasks const& tasks);

/// Sites inside zones, one for each site and whole zone: certain ones first, then by task.
[[nodiscard]] Result<std::vector<QueryHit>> hitsWithin(AskedSites const& sites, std::vector<geo::Feature> const& zones, analysis::Progress const& progress = {});
/// Sites that have any position in common with zones, and sites that meet their edge only; otherwise as hitsWithin.
[[nodiscard]] Result<std::vector<QueryHit>> hitsIntersecting(AskedSites const& sites, std::vector<geo::Feature> const& zones, analysis::Progress const& progress = {});
[[nodiscard]] Result<std::vector<QueryHit>> hitsTouching(AskedSites const& sites, std::vector<geo::Feature> const& zones, analysis::Progress const& progress = {});
/// The `count` sites nearest to the features, nearest first; `others` as analysis::NearestSites.
[[nodiscard]] Result<std::vector<QueryHit>> hitsNearest(AskedSites const& sites, std::vector<geo::Feature> const& features, std::size_t count, std::size_t& others,
                                                        analysis::Progress const& progress = {});
/// Sites near features, one for each site with the feature that it is nearest to: certain ones first, then by distance.
[[nodiscard]] Result<std::vector<QueryHit>> hitsNear(AskedSites const& sites, std::vector<geo::Feature> const& features, double distanceM, analysis::Progress const& progress = {});

/// The same of tasks at hand.
[[nodiscard]] Result<std::vector<QueryRow>> queryWithin(std::vector<ledger::TaskRow> const& tasks, std::vector<geo::Feature> const& zones, analysis::Progress const& progress = {});
[[nodiscard]] Result<std::vector<QueryRow>> queryNear(std::vector<ledger::TaskRow> const& tasks, std::vector<geo::Feature> const& features, double distanceM,
                                                      analysis::Progress const& progress = {});

/// Hits with their tasks and sites; the table is of those tasks.
[[nodiscard]] std::vector<QueryRow> rowsOf(std::vector<QueryHit> hits, ledger::SiteTable const& table, std::vector<ledger::TaskRow> const& tasks);
/// Reads the tasks of hits, some thousand at a time, and shows each row to `visit`, in their order. Errors as of TaskPages::read, and those of `visit`.
[[nodiscard]] Result<void> eachRow(std::vector<QueryHit> const& hits, ledger::SiteTable const& table, ledger::TaskPages& pages,
                                   std::function<Result<void>(QueryRow const&)> const& visit);

/// The layer of the ledger that a query's result makes; `add` puts one row more into it.
[[nodiscard]] geo::Layer asLayer(std::vector<QueryRow> const& rows, std::string id, std::string title);
[[nodiscard]] geo::Layer emptyLayer(std::string id, std::string title);
void add(geo::Layer& layer, QueryRow const& row);

} // namespace zhengtu::workspace
