#pragma once

#include "cartography/view.hpp"

#include <string>

namespace zhengtu::cartography {

/// What stands round and over the map.
struct Furniture {
    bool legend = false, scaleBar = false, northArrow = false;
    std::string title;
    std::string note;            ///< "as of", sources, 审图号 slot; lines separated by '\n'
    std::string language = "zh"; ///< "zh" or "en"
    std::string hint;            ///< shown in the middle when the scene has nothing to draw
};

/// A scale bar of a round length in ground metres at the latitude of the view's centre.
struct ScaleBar {
    double metres = 0;
    double pixels = 0;
    std::string text; ///< "20 km", "500 m"
};

/// The longest bar of 1, 2 or 5 times a power of ten metres that is not wider than `maxPixels`.
[[nodiscard]] ScaleBar scaleBar(View const& view, double maxPixels);

} // namespace zhengtu::cartography
