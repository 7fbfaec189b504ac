#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace zhengtu::text {

/// A ruled line of a page, in points as in pdf_print.hpp.
struct Rule {
    double at = 0;           ///< y of a line across the page, x of one down the page
    double from = 0, to = 0; ///< its ends
};

struct Rules {
    std::vector<Rule> across, down;
    bool blank = false; ///< hardly anything is drawn on the page
};

/// The rules of tables in pictures of pages: portable graymaps (P5) one behind the other, one pixel a point, as `pdftoppm -r 72 -gray` draws them.
/// A rule is an unbroken row of dark pixels that for the most part are darker than what stands on one side - characters may touch it - and ends
/// at other rules at both ends, so that underlines and most strokes of characters are none; the edges of a dark field are rules. Whatever
/// cannot be read ends the result: fewer pages come back than were asked for.
[[nodiscard]] std::vector<Rules> rulesOf(std::string_view graymaps);

} // namespace zhengtu::text
