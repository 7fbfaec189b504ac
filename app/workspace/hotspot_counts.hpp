#pragma once

#include "workspace/hotspot_methods.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

/// What the hotspot statistics count. Not for use outside app/workspace.
namespace zhengtu::workspace {

/// A place that counts once, with its weight.
struct Observation {
    std::uint32_t site = 0; ///< number in the table: the first that is there
    geo::LonLat at;
    double weight = 1;
};

struct Observations {
    std::vector<Observation> all; ///< of positions that are known well enough, by task order
    std::vector<std::pair<std::uint32_t, std::uint32_t>> tasks; ///< number of an observation and of a task that is there
    std::size_t sites = 0, unlocated = 0, area = 0, tooRough = 0, repeated = 0; ///< sites = all + the others
};

/// Weights of tasks and places as the wish says. Usage for an unknown way, name or number.
class Weights {
public:
    [[nodiscard]] static Result<Weights> create(AskedTasks const& tasks, HotspotWish const& wish);
    [[nodiscard]] double of(ledger::SiteTable const& table, std::size_t site) const;
    [[nodiscard]] bool any() const noexcept { return m_any; }
    [[nodiscard]] std::string const& words() const noexcept { return m_words; } ///< how is weighted

private:
    std::map<std::string, double> m_status, m_kind, m_category;
    Date m_asOf{};
    bool m_any = false;
    std::string m_words = "each counts 1";
};

[[nodiscard]] Result<Observations> observe(AskedTasks const& tasks, Weights const& weights, HotspotWish const& wish);

/// How many tasks and problems groups of observations have.
struct MemberCounts {
    std::vector<std::size_t> tasks, problems; ///< by group
};
/// `groupOf`: of each observation, -1 for none.
[[nodiscard]] MemberCounts membersOf(Observations const& seen, std::vector<int> const& groupOf, std::size_t groups, ledger::SiteTable const& table);

/// A county with what is counted in it, however roughly it is known.
struct CountyCount {
    geo::Feature const* county = nullptr;
    std::string name;                ///< with the city before it where several counties have the name
    std::size_t items = 0, tasks = 0, problems = 0; ///< items: what counts
    std::size_t located = 0;         ///< of the items: those with a position that is known well enough
    double weight = 0;               ///< of the items
};

struct CountyCounts {
    std::vector<CountyCount> counties; ///< by code; also those in which nothing is
    std::size_t items = 0, nowhere = 0; ///< that are in no single county: known by city only, or not at all
    std::size_t several = 0;            ///< in more than one county: counted in each
};

/// The county as a feature of an answer: its code, names and shape.
[[nodiscard]] geo::Feature featureOf(CountyCount const& one);

[[nodiscard]] Result<CountyCounts> countByCounty(AskedTasks const& tasks, std::vector<geo::Layer> const& layers, Weights const& weights,
                                                 HotspotWish const& wish);

/// What every answer says: what was counted and what was left out, with the warning of few.
void tell(HotspotAnswer& answer, Observations const& seen, Weights const& weights, HotspotWish const& wish);
/// Puts it all into the layer's note.
void finish(HotspotAnswer& answer, std::string const& method);
[[nodiscard]] std::string numberText(double value, int decimals = -1);

constexpr std::size_t fewObservations = 30;
constexpr double m2PerKm2 = 1e6;

} // namespace zhengtu::workspace
