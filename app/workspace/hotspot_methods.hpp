#pragma once

#include "geo/raster.hpp"
#include "workspace/task_filter.hpp"
#include "workspace/workspace.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

/// Hotspot statistics of tasks: kernel density, DBSCAN, Getis-Ord Gi*, counts of counties as rates. Each gives a layer that carries its
/// parameters. docs/guide/hotspots.md tells what each means.
namespace zhengtu::workspace {

/// What is counted: a place once for each problem that names it (the default: ten measures of one problem are not ten), or for each task.
enum class CountBy : std::uint8_t { Problems, Tasks };
/// What Gi* compares: hexagons, the sites with their weights, or counties; Auto: hexagons from 30 positions on, else counties.
enum class GiUnit : std::uint8_t { Auto, Cells, Sites, Counties };

/// A number that is not given (0) is chosen from the data, and the reason is told.
struct HotspotWish {
    CountBy count = CountBy::Problems;
    std::string weightBy; ///< "", "status", "kind" or "category"
    std::map<std::string, double> weights; ///< of a status, a kind of place or a category by name; several multiply
    double worstRadiusM = 10'000; ///< sites known worse than that do not count as positions
    double radiusM = 0, cellM = 0, bandM = 0, epsM = 0;
    std::size_t minSites = 0;
    bool lines = false; ///< density: contour lines, not areas
    GiUnit unit = GiUnit::Auto;
    std::size_t permutations = 0;
    std::uint64_t seed = 1;
    double discoveryRate = 0.05;
    std::map<std::string, double> bases; ///< counties: what to divide by, by code, name or city and name; empty: area
    std::string baseName;                ///< of `bases`: "population"
    double baseUnit = 1000;              ///< the rate is per that many (km2 or of `bases`)
    std::set<std::string> covered;       ///< codes of the counties that the plans speak of (coveredCounties): 0 means none there, elsewhere that nobody looked
    bool everyCounty = false;            ///< also others
    Date asOf{};
    unsigned threads = 0;
};

struct HotspotParameter {
    std::string name, value, reason; ///< "radius_m", "12000", "rule of thumb of Silverman"
};

struct HotspotAnswer {
    geo::Layer layer; ///< `note` holds parameters, counts and warnings in words; of a density with its surface, in a million cells at most
    std::optional<geo::Raster> raster; ///< of a density, weight per km2
    std::vector<HotspotParameter> parameters;
    std::vector<std::pair<std::string, std::string>> counts; ///< sites and what became of them, statistics of the whole
    std::vector<std::string> warnings;
};

/// Errors of all four: Usage (nothing to count, an unknown weight, a parameter that makes no sense), Cancelled.
[[nodiscard]] Result<HotspotAnswer> densityHotspots(AskedTasks const& tasks, HotspotWish const& wish, analysis::Progress const& progress = {});
[[nodiscard]] Result<HotspotAnswer> clusterHotspots(AskedTasks const& tasks, HotspotWish const& wish, analysis::Progress const& progress = {});
/// `layers`: where the counties are.
[[nodiscard]] Result<HotspotAnswer> giHotspots(AskedTasks const& tasks, std::vector<geo::Layer> const& layers, HotspotWish const& wish,
                                               analysis::Progress const& progress = {});
/// NotFound: a county of `layers` that is counted and has no base.
[[nodiscard]] Result<HotspotAnswer> countyRates(AskedTasks const& tasks, std::vector<geo::Layer> const& layers, HotspotWish const& wish);

/// Codes of the counties of the regions that issued the plans: those of a city or province, or the one county.
[[nodiscard]] std::set<std::string> coveredCounties(std::vector<ledger::PlanRow> const& plans, std::vector<geo::Layer> const& layers);

/// Numbers of counties from a table (CSV, XLSX ...): `field` by the field adcode or county. Errors as geo::readTable; NotFound (no such
/// field, with those that there are), FileFormat (no number above zero, with the row), Ambiguous (a county that stands twice).
[[nodiscard]] Result<std::map<std::string, double>> readCountyBases(std::filesystem::path const& file, std::string const& field);

} // namespace zhengtu::workspace
