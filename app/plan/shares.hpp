#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace zhengtu::plan {

/// A part of a demand that concerns some of the problems before it: 针对问题1、2于9月15日前, 第三项问题…, 其余问题….
struct Share {
    std::size_t begin = 0, end = 0; ///< the stretch that says so, in the normalised text
    std::vector<int> numbers;       ///< of the problems
    bool others = false;            ///< 其余问题: all but `numbers`
    [[nodiscard]] bool concerns(int number) const noexcept;
};

/// The parts of a demand in [begin, end), in their order; empty where it speaks of all problems alike. Private to app/plan.
[[nodiscard]] std::vector<Share> sharesOf(std::u32string_view text, std::size_t begin, std::size_t end);

} // namespace zhengtu::plan
