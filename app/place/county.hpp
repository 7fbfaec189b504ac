#pragma once

#include "place/mention.hpp"
#include "place/page.hpp"
#include "place/units.hpp"
#include "plan/plan.hpp"

#include <string>
#include <vector>

namespace zhengtu::place {

/// A found name with where it belongs and whose it is.
struct Item : Found {
    std::size_t problem = Mention::none;
    std::size_t task = Mention::none;
    std::string adcode; ///< of its county
    std::string reason;
    bool fromText = false; ///< the text itself settles the county
    std::string scene{}; ///< code of the county that the layout puts it in (scenes.hpp); empty where none does
    std::u32string_view full{}; ///< the longer name of the same works that the document gives; empty where it gives none
};

/// Fills adcode and reason of each item that has a county. Items are in order of the text, an inner one after its outer one.
/// From the strongest evidence to the weakest: the name itself, what stands directly before or after it, the list it is in, the
/// gazetteer inside the issuing city, the clause, the heading or row, the same name elsewhere, the issuing county, the responsible units.
void assignCounties(Page const& page, std::vector<Item>& items, std::vector<std::vector<UnitArea>> const& areas);

} // namespace zhengtu::place
