#pragma once

#include "plan/bulletin_items.hpp"
#include "plan/dictionary.hpp"
#include "plan/plan.hpp"
#include "text/document.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace zhengtu::plan {

/// Problems that stand below the names of those who answer for them (一、江陵区（2个） / 1.… / 2.…), or behind them (赵集镇：…), in a bulletin that
/// demands something of all in one paragraph at its end. Nothing where that paragraph is missing, where a problem stands below no name, or
/// where most tell nothing that is wrong. Private to app/plan.
[[nodiscard]] std::vector<Problem> problemsBelowNames(text::NormalText const& normal, std::u32string_view source, std::optional<int> year, BulletinItems const& items,
                                                      Dictionary const& dictionary, std::vector<Notice>& notices);

} // namespace zhengtu::plan
