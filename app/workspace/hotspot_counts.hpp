#pragma once

#include "workspace/hotspot_methods.hpp"

#include <set>

/// What the hotspot statistics count. Not for use outside app/workspace.
namespace zhengtu::workspace {

/// A place that counts once, with its weight.
struct Observation {
    place::Site site;
    geo::LonLat at;
    double weight = 1;
    std::set<std::string> tasks, problems;
    std::set<std::string> categories;
};

struct Observations {
    std::vector<Observation> all; ///< of positions that are known well enough, by task order
    std::size_t sites = 0, unlocated = 0, area = 0, tooRough = 0, repeated = 0; ///< sites = all + the others
};

/// Weights of tasks and places as the wish says. Usage for an unknown way, name or number.
class Weights {
public:
    [[nodiscard]] static Result<Weights> create(std::vector<ledger::TaskRow> const& tasks, HotspotWish const& wish);
    [[nodiscard]] double of(ledger::TaskRow const& task, place::Site const& site) const;
    [[nodiscard]] bool any() const noexcept { return m_any; }
    [[nodiscard]] std::string const& words() const noexcept { return m_words; } ///< how is weighted

private:
    std::map<std::string, double> m_status, m_kind, m_category;
    Date m_asOf{};
    bool m_any = false;
    std::string m_words = "each counts 1";
};

[[nodiscard]] Result<Observations> observe(std::vector<ledger::TaskRow> const& tasks, Weights const& weights, HotspotWish const& wish);

/// A county with what is counted in it, however roughly it is known.
struct CountyCount {
    geo::Feature const* county = nullptr;
    std::string name;                             ///< with the city before it where several counties have the name
    std::set<std::string> items, tasks, problems; ///< items: what counts, ids
    std::set<std::string> located;                ///< of the items: those with a position that is known well enough
    double weight = 0;                            ///< of the items
};

struct CountyCounts {
    std::vector<CountyCount> counties; ///< by code; also those in which nothing is
    std::size_t items = 0, nowhere = 0; ///< that are in no single county: known by city only, or not at all
    std::size_t several = 0;            ///< in more than one county: counted in each
};

/// The county as a feature of an answer: its code, names and shape.
[[nodiscard]] geo::Feature featureOf(CountyCount const& one);

[[nodiscard]] Result<CountyCounts> countByCounty(std::vector<ledger::TaskRow> const& tasks, std::vector<geo::Layer> const& layers, Weights const& weights,
                                                 HotspotWish const& wish);

/// What every answer says: what was counted and what was left out, with the warning of few.
void tell(HotspotAnswer& answer, Observations const& seen, Weights const& weights, HotspotWish const& wish);
/// Puts it all into the layer's note.
void finish(HotspotAnswer& answer, std::string const& method);
[[nodiscard]] std::string numberText(double value, int decimals = -1);

constexpr std::size_t fewObservations = 30;
constexpr double m2PerKm2 = 1e6;

} // namespace zhengtu::workspace
