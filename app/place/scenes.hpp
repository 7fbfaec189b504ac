#pragma once

#include "place/county.hpp"
#include "place/page.hpp"
#include "plan/plan.hpp"
#include "text/document.hpp"

#include <vector>

namespace zhengtu::place {

/// Sets Item::scene: the county that the layout of the document puts an item in. A cell of the row that is no more than the name of a
/// county (a column 县（市、区）), or the heading above it where several headings of one form of number are the names of counties:
/// 一、平顺县 / 1.… / 2.… / 二、沁源县（3个）, or the one county that a letter is addressed to (右玉县人民政府：). A heading holds up to the next line numbered in its form or as a chapter.
/// Items are in order of the text.
void findScenes(plan::Plan const& plan, text::NormalText const& normal, Page const& page, std::vector<Item>& items);

} // namespace zhengtu::place
