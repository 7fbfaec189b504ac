#pragma once

#include "place/gazetteer.hpp"
#include "place/site.hpp"

#include <optional>
#include <string_view>

/// What stands for an area without being its name.
namespace zhengtu::place::said {

/// The counties of a group of the issuing city that the text names (三县一市, 城六区), as one area; the longest name counts.
[[nodiscard]] std::optional<Site> groupIn(std::u32string_view text, Scope const& scope, Gazetteer const& gazetteer);

/// 我市, 全市, 本区 ...: the issuing city or county. 全市场, 全区域 are other words, and 全县 in a city's plan is any county.
[[nodiscard]] std::optional<Site> issuerIn(std::u32string_view text, Scope const& scope, Gazetteer const& gazetteer);

} // namespace zhengtu::place::said
