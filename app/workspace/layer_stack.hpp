#pragma once

#include "geo/feature.hpp"

#include <string_view>
#include <vector>

namespace zhengtu::workspace {

/// The layers of the map as one ledger sees them.
struct LayerStack {
    std::vector<geo::Layer> shipped; ///< without the features that a user's stand for
    std::vector<geo::Layer> own;     ///< the ledger's; a user's feature has taken over the other names of what it stands for
    std::vector<geo::Layer> names;   ///< for the gazetteer alone: shipped features, without shape, that a replacing layer lacks. A plan that names one is still read so

    [[nodiscard]] std::vector<geo::Layer> all() const; ///< bottom of the map first
};

/// Puts a ledger's layers over those that ship. A shipped feature gives way to a user's of the same kind and name (or other
/// name) in the same county, or in one that is not known; where the user's layer replaces, all of its kind give way. Lakes and
/// reservoirs are one kind in this; counties and cities never give way. A shipped layer gives way to one of the ledger's of its id.
[[nodiscard]] LayerStack stacked(std::vector<geo::Layer> shipped, std::vector<geo::Layer> own);

/// The role that a word for a zone stands for (核心区 and 核心保护区: core; 缓冲区: buffer; 实验区: experimental; 重点保护区: key; 泉域:
/// domain; or the role itself); empty for other words.
[[nodiscard]] std::string_view zoneRoleOf(std::string_view word) noexcept;

/// A name without the zone at its end: 天龙山自然保护区核心区 -> 天龙山自然保护区.
[[nodiscard]] std::string_view withoutZone(std::string_view name) noexcept;

} // namespace zhengtu::workspace
