#pragma once

#include "map/result_sheet.hpp"
#include "workspace/overlays.hpp"

namespace zhengtu::map {

/// An overlay as pages: mines in km², 公顷 and 亩 (of mining), features, slivers, what was repaired or left out by id; and its account.
[[nodiscard]] SheetContent overlaySheet(workspace::OverlayOutcome const& outcome);

} // namespace zhengtu::map
