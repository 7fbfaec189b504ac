#pragma once

#include "place/mention.hpp"
#include "place/word_index.hpp"

#include <cstdint>
#include <string_view>

namespace zhengtu::place {

[[nodiscard]] inline bool isOneOf(std::u32string_view set, char32_t c) noexcept { return set.find(c) != std::u32string_view::npos; }

/// Between the items of a list: 、和及与.
[[nodiscard]] inline bool joins(char32_t c) noexcept { return isOneOf(U"、和及与", c); }

} // namespace zhengtu::place

/// The words that say where a name begins and ends, and what only looks like a name. They are of the language of such plans,
/// not of any one plan.
namespace zhengtu::place::lexicon {

/// Marks that no name goes across.
[[nodiscard]] bool isMark(char32_t c) noexcept;
/// A character that a name may have: Han, and the middle dot.
[[nodiscard]] bool isNameChar(char32_t c) noexcept;
[[nodiscard]] bool isNumeral(char32_t c) noexcept;      ///< 0-9, 一二三 ... 两, 百, 千, 数, 多, 几
[[nodiscard]] bool isMeasureWord(char32_t c) noexcept;  ///< 家, 个, 座, 处 ...

/// Words after which a name begins (在, 督促, 位于 ...), two characters and more.
[[nodiscard]] WordIndex const& stopWords();
/// The same of one character. 和 is in it; whether it joins or is part of a name is asked of joinsHere.
[[nodiscard]] bool isStopChar(char32_t c) noexcept;
/// Words that no stop word parts: 有机, 离柳.
[[nodiscard]] WordIndex const& wholeWords();
/// Whether this 和 (between `before` and `after`) joins two things.
[[nodiscard]] bool joinsHere(char32_t before, char32_t after) noexcept;

/// Well-known short names of companies that open a longer name.
[[nodiscard]] WordIndex const& brands();
/// Those that are used alone for the company or works: 太钢, 西山煤电.
[[nodiscard]] WordIndex const& companies();

/// The mountains of Shanxi that are named without a place beside them.
[[nodiscard]] WordIndex const& mountains();

/// How the form of a name's ending is read.
enum class FormRule : std::uint8_t {
    Company,    ///< …有限公司
    Group,      ///< …集团, …公司: needs a name of its own in front
    Works,      ///< …厂, …煤矿: needs a name in front that is no trade
    Plant,      ///< …污水处理厂
    Village,
    Town,
    Section,    ///< …断面
    Station,    ///< …监测点位
    Park,       ///< …开发区
    Reserve,
    Spring,     ///< …泉域
    River,
    Water,      ///< …水库, …湖
    Project,    ///< …项目, …工程: must begin with a place
    Facility,   ///< …小区, …医院: a name in front
    Road,
    Trade,      ///< …钢铁, …焦化: a company that leaves out that it is one; only behind a county or township
};

struct Form {
    std::u32string_view ending;
    FormRule rule;
    Kind kind;
};

/// All endings; the values of the index are positions in the table.
[[nodiscard]] WordIndex const& formEndings();
[[nodiscard]] Form const& form(std::uint32_t value);

/// Whether this name in front of an ending of that rule is no name but a common word (各, 城镇生活, 老旧, 石料 ...).
[[nodiscard]] bool isCommon(FormRule rule, std::u32string_view name);
/// Whether it ends with one: 镇域集中|污水处理厂, 健全农|村. Tells only where nothing else says that a name begins here.
[[nodiscard]] bool endsCommon(FormRule rule, std::u32string_view name);
/// The same for a whole mention, whatever its kind.
[[nodiscard]] bool isTrade(std::u32string_view text); ///< 钢铁, 煤矿, 洗煤厂 ...

/// Whether a short name of a county or city is an ordinary word here: 右玉|精神, 五台|山, 城|乡宁|静.
[[nodiscard]] bool isFalseFriend(std::u32string_view text, std::size_t begin, std::size_t end);

/// The kind that a name's own ending tells: 煤业 is a mine, 石料厂 is one, 厂 is an enterprise. Kind::Other if it tells nothing.
[[nodiscard]] Kind kindByEnding(std::u32string_view name);

} // namespace zhengtu::place::lexicon
