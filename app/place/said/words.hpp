#pragma once

#include "place/mention.hpp"

#include <cstddef>
#include <string>
#include <string_view>

/// Geometry by what is said: what the words about a name make of its place (附近, 两侧, 约5公里处, 结合部 ...).
namespace zhengtu::place::said {

enum class Relation : std::uint8_t {
    Itself,
    Near,       ///< 附近, 周边
    Along,      ///< both sides of a line: 两侧, 沿线, 两岸
    Within,     ///< within `distanceM`: 周边2公里范围内
    AtDistance, ///< at `distanceM` from it: 距X约5公里处
    Side,       ///< in a direction from it, or in that part of an area: 以北, 北部
    Stretch,    ///< of a line from `from` to `to`: 歇马关至林家口段
    Part,       ///< of a line at the place `from`: 金沙滩物流园区段
    TownReach,  ///< of a line in the town: 城区段
    Upper,      ///< 上游
    Middle,     ///< 中游
    Lower,      ///< 下游
    Exit,       ///< where a river leaves the county: 出境断面
    Entry,      ///< where it comes into it: 入境断面
    Border,     ///< the border with the area named before it: 与…结合部, …交界处
    Fringe,     ///< 城乡结合部 of it: no law gives it a shape
    Between,    ///< between several: 甲村与乙村之间的区域, 小区28号和39号间
    HaulRoad,   ///< its 运煤道路
    Tributaries, ///< what flows into it: 支流
};

enum class Bound : std::uint8_t { About, Exactly, AtMost, AtLeast }; ///< 约; nothing said, 只有; 不足; 超过

/// What was read about one name. `begin` and `end` take in the name and the words read, in the same text.
struct Words {
    Relation relation = Relation::Itself;
    std::size_t begin = 0, end = 0;
    double distanceM = 0;        ///< 0 where none is said
    Bound bound = Bound::Exactly;
    int east = 0, north = 0;     ///< of a direction: -1, 0 or 1 each
    bool ofTown = false;         ///< the direction is that of a town or city: 市区北部
    bool withItself = false;     ///< 及其支流: with the river itself
    bool ofNumbers = false;      ///< between houses of it, given by number
    std::u32string from, to;     ///< names of a stretch
    std::u32string unnamed;      ///< 无名料场: a thing without a name that is found there
};

/// Reads about the name at [begin, end) of normalised text, which is of that kind. Nothing outside the sentence is looked at.
/// Relation::Itself where the words say nothing of the place, or cannot of this kind (两侧 of what is no line).
[[nodiscard]] Words read(std::u32string_view text, std::size_t begin, std::size_t end, Kind kind);

/// Whether the text names the fringe of towns, which no law draws, and where: npos if not.
[[nodiscard]] std::size_t findFringe(std::u32string_view text);

} // namespace zhengtu::place::said
