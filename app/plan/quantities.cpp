#include "plan/quantities.hpp"

#include "core/utf.hpp"
#include "plan/anchors.hpp"
#include "plan/fields.hpp"
#include "text/characters.hpp"
#include "text/numbering.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

/// Longer ones before those that they begin with.
constexpr std::array<View, 77> measureUnits{
    U"个百分点", U"%", U"微克/立方米", U"毫克/立方米", U"毫克/升", U"微克每立方米", U"毫克每升", U"μg/m³", U"mg/m³", U"ug/m³", U"mg/L", U"亿立方米", U"万立方米", U"立方米/日", U"立方米", U"万平方公里", U"平方公里", U"平方千米", U"平方米", U"平米",
    U"万公顷", U"公顷", U"万亩", U"亩", U"华里", U"㎡", U"km²", U"km2", U"m²", U"m2", U"hm²", U"hm2", U"m³", U"m3", U"万㎡", U"万m²", U"万m2", U"公里", U"千米", U"厘米", U"毫米", U"米", U"亿吨", U"万吨/日", U"万吨/年", U"万吨", U"蒸吨/小时", U"蒸吨", U"吨/月平方公里", U"吨/月·平方公里", U"吨/小时", U"吨/日", U"吨/年", U"吨", U"公斤", U"千克",
    U"亿千瓦时", U"万千瓦", U"千瓦", U"亿元", U"万元", U"元", U"万平方米", U"万户", U"分贝", U"升", U"万人", U"万辆", U"万株", U"万立方", U"立方", U"MW", U"kV",
    U"dB", U"km", U"m", U"t"};
constexpr std::array<View, 31> counters{U"所", U"栋", U"幢", U"座", U"处", U"个", U"家", U"台", U"户", U"辆", U"项", U"眼", U"条", U"起", U"套", U"根", U"株", U"人", U"天", U"次", U"件", U"宗",
                                        U"块", U"艘", U"口", U"孔", U"名", U"份", U"批", U"期", U"艇"};

struct Sign { View word; char const* comparator; };
/// Longer ones before those that they end in.
constexpr std::array signsBefore{Sign{U"不得少于", ">="}, Sign{U"不得低于", ">="}, Sign{U"不得小于", ">="}, Sign{U"不应少于", ">="}, Sign{U"不应低于", ">="}, Sign{U"不应小于", ">="}, Sign{U"不得超过", "<="}, Sign{U"不得高于", "<="}, Sign{U"不得大于", "<="},
                            Sign{U"不应超过", "<="}, Sign{U"不应大于", "<="}, Sign{U"不应高于", "<="}, Sign{U"未超过", "<="}, Sign{U"最多", "<="}, Sign{U"不多于", "<="},
                            Sign{U"不少于", ">="}, Sign{U"不低于", ">="}, Sign{U"不小于", ">="}, Sign{U"至少", ">="}, Sign{U"最少", ">="}, Sign{U"不超过", "<="}, Sign{U"不高于", "<="},
                            Sign{U"不大于", "<="}, Sign{U"控制在", "<="}, Sign{U"不止", ">"}, Sign{U"逾", ">"}, Sign{U"不过", "<="}, Sign{U"不足", "<"}, Sign{U"不到", "<"}, Sign{U"小于", "<"}, Sign{U"低于", "<"}, Sign{U"少于", "<"},
                            Sign{U"超过", ">"}, Sign{U"高于", ">"}, Sign{U"大于", ">"}, Sign{U"多于", ">"}, Sign{U"大约", "~"}, Sign{U"约为", "~"}, Sign{U"约", "~"}, Sign{U"近", "~"}};
/// 最近500米 and 节约3万吨 compare nothing.
constexpr View notApproximate = U"最附邻临靠就节制公合违条契";
constexpr std::array signsBehind{Sign{U"及以上", ">="}, Sign{U"以上", ">="}, Sign{U"及以下", "<="}, Sign{U"以下", "<="}, Sign{U"以内", "<="}, Sign{U"左右", "~"},
                            Sign{U"多", ">"}, Sign{U"余", ">"}};

/// 至少建设1座: what is done stands between the sign and the number.
bool atLeastDone(View before) noexcept
{
    auto const sign = before.rfind(U"至少");
    if (sign == View::npos) { return false; }
    auto const verb = before.substr(sign + 2);
    return verb.size() == 2 && std::ranges::all_of(verb, text::isHan);
}

struct Figure {
    double value = 0;
    std::size_t length = 0, decimals = 0;
    bool chinese = false;
    std::optional<double> least; ///< of two neighbours: 20 of 二三十, whose value is 30
};

/// 二三十米, 七八百米, 三四公里: two neighbouring digits and what they both count. 一百二 and 二十三 are numbers.
std::optional<Figure> neighboursAt(View text)
{
    auto const digit = [&](std::size_t i) { return i < text.size() && text::isCjkNumeral(text[i]) ? text::numeral(text.substr(i, 1)).value_or(0) : 0; };
    auto const low = digit(0), high = digit(1);
    if (low < 1 || high != low + 1 || high > 9) { return std::nullopt; }
    auto scale = 1.0;
    std::size_t length = 2;
    for (auto const& [sign, times] : {std::pair{U'十', 10.0}, std::pair{U'百', 100.0}, std::pair{U'千', 1000.0}}) {
        if (text.size() <= 2 || text[2] != sign) { continue; }
        scale = times;
        length = 3;
    }
    if (digit(length) > 0) { return std::nullopt; }
    return Figure{.value = high * scale, .length = length, .chinese = true, .least = low * scale};
}

std::optional<Figure> figureAt(View text)
{
    Figure figure;
    if (!text::isDigit(text.front())) {
        if (auto const neighbours = neighboursAt(text)) { return neighbours; }
        figure.length = text::numeralLength(text.substr(0, 8));
        auto const value = figure.length > 0 ? text::numeral(text.substr(0, figure.length)) : std::nullopt;
        if (!value) { return std::nullopt; }
        figure.value = *value;
        figure.chinese = true;
        return figure;
    }
    std::string digits;
    for (; figure.length < text.size() && figure.length < 16; ++figure.length) {
        auto const c = text[figure.length];
        bool const point = c == U'.' && figure.decimals == 0 && digits.find('.') == std::string::npos && figure.length + 1 < text.size() && text::isDigit(text[figure.length + 1]);
        if (!text::isDigit(c) && !point) { break; }
        if (digits.find('.') != std::string::npos) { ++figure.decimals; }
        digits.push_back(static_cast<char>(c));
    }
    figure.value = std::stod(digits);
    return figure;
}

template <class List> View unitAt(View text, List const& list) noexcept
{
    auto const unit = std::find_if(list.begin(), list.end(), [&](View word) { return text.starts_with(word); });
    if (unit == list.end()) { return {}; }
    bool const latin = text::isAsciiLetter(unit->back());
    return latin && text.size() > unit->size() && text::isAsciiLetter(text[unit->size()]) ? View{} : *unit;
}

/// 4000多亩, 1亿多吨: more than the number says. The unit with its 万 or 亿 put before it again, and how long both are in the text; nothing where there is no such unit.
struct Exceeding { std::u32string unit; std::size_t length = 0; };

std::optional<Exceeding> exceedingAt(View text, bool chinese)
{
    auto const scale = text.substr(0, text.starts_with(U'万') || text.starts_with(U'亿') ? 1 : 0);
    auto const rest = text.substr(scale.size());
    if (!rest.starts_with(U'多') && !rest.starts_with(U'余')) { return std::nullopt; }
    auto const whole = std::u32string{scale} + std::u32string{rest.substr(1, 16)};
    auto unit = unitAt(whole, measureUnits);
    if (unit.empty() && scale.empty() && !chinese) { unit = unitAt(whole, counters); }
    if (unit.size() <= scale.size()) { return std::nullopt; }
    return Exceeding{std::u32string{unit}, unit.size() + 1};
}

std::optional<int> yearAt(View text, std::size_t i) noexcept
{
    if (i + 4 >= text.size() || text[i + 4] != U'年' || text::numeralLength(text.substr(i, 5)) != 4) { return std::nullopt; }
    auto const value = text::numeral(text.substr(i, 4));
    return value && *value >= 1950 && *value <= 2100 ? value : std::nullopt;
}

/// The first number of a range, and where the second begins.
struct Low { double value = 0; std::size_t decimals = 0, begin = 0, end = 0; };

constexpr bool isRangeMark(char32_t c) noexcept { return c == U'-' || c == U'–' || c == U'—' || c == U'~' || c == U'～' || c == U'至' || c == U'到'; }

/// 三里, at the end of what is said: 距县城三里，. 七里河 and 十里铺 are names.
bool isLi(View text) noexcept
{
    if (!text.starts_with(U'里')) { return false; }
    auto const rest = text.substr(1);
    return rest.empty() || View{U"，。；、：）\n远长宽"}.find(rest.front()) != View::npos || std::ranges::any_of(std::array<View, 7>{U"以内", U"以外", U"范围", U"左右", U"多，", U"多远", U"地，"}, [&](View word) { return rest.starts_with(word); });
}

/// 1.5公里至2公里: a number with the unit of the one before it, behind a mark of ranges.
bool endsRange(View text, FoundQuantity const& low, std::size_t at, Quantity const& high)
{
    bool const marked = at == low.end + 1 && isRangeMark(text[low.end]);
    auto const a = inMetres(low.quantity), b = inMetres(high); // 800米至1.2公里
    bool const rises = low.quantity.unit == high.unit ? low.quantity.value < high.value : a && b && *a < *b;
    return marked && rises && (low.quantity.comparator == "=" || low.quantity.comparator == "~");
}

} // namespace

std::vector<FoundQuantity> findQuantities(text::NormalText const& normal, std::size_t begin, std::size_t end)
{
    auto const text = View{normal.text}.substr(0, std::min(end, normal.text.size()));
    std::vector<FoundQuantity> list;
    std::optional<int> year;
    std::optional<Low> low;
    for (auto i = begin; i < text.size();) {
        auto const c = text[i];
        if (c == U'。' || c == U'\n') { year.reset(); }
        bool const digit = text::isDigit(c);
        bool const numeral = !digit && text::isCjkNumeral(c);
        if (!digit && !numeral) {
            ++i;
            continue;
        }
        auto const previous = i > begin ? text[i - 1] : U'\0';
        if (auto const named = yearAt(text, i)) {
            if (View{U"比较由从"}.find(previous) == View::npos || previous == U'\0') { year = named; } // 比2020年 compares
            i += 5;
            continue;
        }
        auto const figure = figureAt(text.substr(i));
        auto const length = figure ? figure->length : 1;
        bool const high = figure && low && low->end == i && low->value < figure->value; // of a range: 29.00-348.00 μg/m³
        bool const part = !high && (previous == U'.' || previous == U'第' || text::isAsciiLetter(previous) || text::isDigit(previous) || text::isDash(previous) || previous == U'~' || previous == U'～' || previous == U'〕');
        auto at = i + length;
        if (at < text.size() && text[at] == U' ') { ++at; }
        auto unit = figure && !part ? unitAt(text.substr(at), measureUnits) : View{};
        if (unit.empty() && figure && !part && !figure->chinese) { unit = unitAt(text.substr(at), counters); }
        if (unit.empty() && figure && !part && isLi(text.substr(at))) { unit = U"里"; }
        auto const exceeding = unit.empty() && figure && !part && at < text.size() ? exceedingAt(text.substr(at), figure->chinese) : std::nullopt;
        auto const unitLength = exceeding ? exceeding->length : unit.size();
        if (exceeding) { unit = exceeding->unit; }
        bool const month = unit == View{U"个"} && text.substr(at + unitLength).starts_with(U"月");
        if (unit.empty() || month) {
            auto const next = i + length + 1 < text.size() ? text[i + length + 1] : U'\0';
            bool const range = figure && !part && next != 0 && isRangeMark(text[i + length]) && (figure->chinese ? text::isCjkNumeral(next) : text::isDigit(next));
            low = range ? std::optional{Low{figure->value, figure->decimals, i, i + length + 1}} : std::nullopt;
            i += length;
            continue;
        }
        FoundQuantity found{.quantity = {.value = figure->value, .unit = toUtf8(unit), .comparator = exceeding ? ">" : "=", .year = year, .said = {}}, .begin = i, .end = at + unitLength, .decimals = figure->decimals};
        auto from = found.begin, to = found.end;
        for (auto const& sign : signsBefore) {
            auto const before = text.substr(begin, from - begin);
            if (!before.ends_with(sign.word)) { continue; }
            bool const otherWord = (sign.word == View{U"约"} || sign.word == View{U"近"}) && before.size() > 1 && notApproximate.find(before[before.size() - 2]) != View::npos;
            if (otherWord) { continue; }
            found.quantity.comparator = sign.comparator;
            from -= sign.word.size();
            break;
        }
        if (found.quantity.comparator == "=" && atLeastDone(text.substr(begin, i - begin))) { found.quantity.comparator = ">="; }
        for (auto const& sign : signsBehind) {
            if (!text.substr(to).starts_with(sign.word)) { continue; }
            bool const loose = sign.word == View{U"多"} || sign.word == View{U"余"}; // 5公里多、2米多高; but 3家多次违法
            if (loose && to + 1 < text.size() && View{U"，。；、：）)的高长宽深远\n"}.find(text[to + 1]) == View::npos) { continue; }
            found.quantity.comparator = sign.comparator;
            to += sign.word.size();
            break;
        }
        auto const range = [&](double least, std::string leastUnit, std::size_t leastBegin, std::size_t decimals) {
            found.quantity.said = passage(normal, leastBegin, found.end);
            found.quantity.comparator = ">=";
            list.push_back(found);
            list.back().quantity.value = least;
            list.back().quantity.unit = std::move(leastUnit);
            list.back().decimals = decimals;
            list.back().begin = found.begin = leastBegin;
            found.quantity.comparator = "<=";
        };
        if (high) { range(low->value, found.quantity.unit, low->begin, low->decimals); }
        else if (figure->least) { range(*figure->least, found.quantity.unit, found.begin, 0); }
        else if (!list.empty() && endsRange(text, list.back(), i, found.quantity)) {
            auto const least = std::move(list.back());
            list.pop_back();
            range(least.quantity.value, least.quantity.unit, least.begin, least.decimals);
        } else {
            found.quantity.said = passage(normal, from, to);
        }
        low.reset();
        i = found.end;
        list.push_back(std::move(found));
    }
    return list;
}

Span normalSpan(text::NormalText const& normal, Span source) noexcept
{
    auto const at = [&](std::size_t index) {
        return static_cast<std::size_t>(std::lower_bound(normal.origin.begin(), normal.origin.end(), index) - normal.origin.begin());
    };
    return {at(source.begin), at(source.end)};
}

void readQuantities(Plan& plan, text::NormalText const& normal)
{
    auto const add = [&](std::vector<Quantity>& to, Passage const& from) {
        auto const span = normalSpan(normal, from.span);
        for (auto& found : findQuantities(normal, span.begin, span.end)) { to.push_back(std::move(found.quantity)); }
    };
    for (auto& problem : plan.problems) {
        add(problem.quantities, problem.body);
        for (auto const& goal : problem.goals) { add(problem.quantities, goal); }
        for (auto& task : problem.tasks) { add(task.quantities, task.body); }
    }
}

} // namespace zhengtu::plan
