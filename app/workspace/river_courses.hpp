#pragma once

#include "analysis/river_banks.hpp"
#include "core/error.hpp"
#include "geo/feature.hpp"

#include <map>
#include <ranges>
#include <set>
#include <string>
#include <vector>

/// Rivers as layers have them: what each runs into, and its line with its water. Not for use outside app/workspace.
namespace zhengtu::workspace {

/// What each river runs into: as its feature says, else as tables/rivers.csv does.
class Courses {
public:
    static Result<Courses> read();
    void add(geo::Feature const& feature);
    /// Directly or through others.
    [[nodiscard]] bool runsInto(std::string river, std::set<std::string> const& mains) const;
    [[nodiscard]] auto names() const { return std::views::keys(m_into); }

private:
    std::map<std::string, std::string> m_into;
};

[[nodiscard]] bool isRiver(geo::Layer const& layer, geo::Feature const& feature);
/// A polygon of a lake, a reservoir or a river.
[[nodiscard]] bool isWater(geo::Layer const& layer, geo::Feature const& feature);

/// One river from the features of its name.
struct DrawnRiver {
    analysis::River river;
    std::vector<geo::Shape> lines, waters;
    std::vector<std::string> waterNames;
    geo::Feature known;      ///< the worst of what it is made from
    geo::Feature knownWater; ///< the worst of what its water is made from

    /// A line with a width (`width_m`, 河宽 in metres) gives water too. GeometryInvalid.
    [[nodiscard]] Result<void> take(geo::Feature const& feature);
    /// Lakes, reservoirs and pieces of river that its line runs through are its water. GeometryInvalid.
    [[nodiscard]] Result<void> addWater(std::vector<geo::Feature> const& all);
    /// Makes `river` of lines and waters. GeometryInvalid.
    [[nodiscard]] Result<void> unite();
};

} // namespace zhengtu::workspace
