#pragma once

#include "map/result_sheet.hpp"
#include "workspace/hotspot_question.hpp"

namespace zhengtu::map {

/// An answer of one of the methods of hotspots: its places, and parameters with the reasons why they are so.
[[nodiscard]] SheetContent hotspotSheet(workspace::HotspotMethod method, workspace::HotspotAnswer const& answer);

[[nodiscard]] QString methodWord(workspace::HotspotMethod method);

} // namespace zhengtu::map
