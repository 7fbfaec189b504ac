#pragma once

/// What a plan leaves open and a map must have: every width, radius and tolerance that is assumed, with its reason. A site that
/// uses one says so in its reason and is schematic.
namespace zhengtu::place::said {

/// 附近, 周边, 周围: people name the nearest thing that has a name; villages of the province lie about 2 km from each other
/// (156,700 km2 with 21,900 villages: 2.7 km), so what is near one is within half of that.
inline constexpr double nearM = 1'500;

/// 两侧, 沿线 of a road or river: the strip that the clean-up orders for road and river sides speak of (道路两侧可视范围,
/// 河道两岸), seen from the road.
inline constexpr double alongM = 500;

/// 约5公里处: "about" is read as a tenth of the distance, and never finer than `leastToleranceM`.
inline constexpr double aboutShare = 0.1;
inline constexpr double leastToleranceM = 100;

/// 结合部, 交界处 of two counties: to either side of the common border.
inline constexpr double borderM = 1'000;

/// A direction in words (以北, 东南侧) is one of eight: off by at most a sixteenth of the circle, 0.4 of the distance.
inline constexpr double directionShare = 0.4;

/// North "of" a thing without a distance: as near as 附近.
inline constexpr double besideM = nearM;

/// The road on which a plant hauls coal or ore to the next public road.
inline constexpr double haulM = 3'000;

/// A road's stretch "at" a park of which one point is known: a park is some kilometres long.
inline constexpr double parkM = 2'000;

/// 县城: the built-up area of a county's seat is 5 to 20 km2 in this province, so 2.5 km from its middle at most; the middle of the
/// seat's township has its own accuracy besides.
inline constexpr double countyTownM = 2'500;

/// 上游, 中游, 下游: thirds of the river's length, where nothing says where they part.
inline constexpr double riverThird = 1.0 / 3;

} // namespace zhengtu::place::said
