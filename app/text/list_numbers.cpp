#include "text/list_numbers.hpp"

#include "core/utf.hpp"
#include "text/xml.hpp"

#include <algorithm>
#include <charconv>

namespace zhengtu::text {

namespace {

using View = std::u32string_view;

std::u32string decimal(int value)
{
    auto const digits = std::to_string(value);
    return {digits.begin(), digits.end()};
}

/// 一百零三, 二十一, 十: by units. `leadingOne`: 一十 as the legal forms have it.
std::u32string byUnits(int value, View digits, View units, char32_t zero, bool leadingOne)
{
    if (value <= 0 || value > 9999) { return value == 0 ? std::u32string{zero} : decimal(value); }
    std::u32string out;
    bool gap = false;
    int divisor = 1000;
    for (std::size_t unit = 0; unit < 4; ++unit, divisor /= 10) {
        auto const digit = static_cast<std::size_t>(value / divisor % 10);
        if (digit == 0) {
            gap = !out.empty();
            continue;
        }
        if (gap) { out.push_back(zero); }
        gap = false;
        if (leadingOne || digit != 1 || unit != 2 || !out.empty()) { out.push_back(digits[digit]); }
        if (unit < 3) { out.push_back(units[unit]); }
    }
    return out;
}

std::u32string byDigits(int value, View digits)
{
    auto out = decimal(value);
    for (auto& c : out) {
        if (c >= U'0' && c <= U'9') { c = digits[c - U'0']; }
    }
    return out;
}

std::u32string roman(int value)
{
    static constexpr std::array<std::pair<int, View>, 13> steps{{{1000, U"m"}, {900, U"cm"}, {500, U"d"}, {400, U"cd"}, {100, U"c"}, {90, U"xc"},
        {50, U"l"}, {40, U"xl"}, {10, U"x"}, {9, U"ix"}, {5, U"v"}, {4, U"iv"}, {1, U"i"}}};
    if (value <= 0 || value > 3999) { return decimal(value); }
    std::u32string out;
    for (auto const& [worth, letters] : steps) {
        for (; value >= worth; value -= worth) { out += letters; }
    }
    return out;
}

/// a ... z, aa, bb: Word repeats the letter.
std::u32string letter(int value)
{
    if (value <= 0 || value > 26 * 20) { return decimal(value); }
    return std::u32string(static_cast<std::size_t>((value - 1) / 26 + 1), U'a' + static_cast<char32_t>((value - 1) % 26));
}

std::u32string upper(std::u32string text)
{
    for (auto& c : text) { c = c >= U'a' && c <= U'z' ? c - U'a' + U'A' : c; }
    return text;
}

/// One of a row of characters, or decimal beyond its end.
std::u32string fromRow(int value, char32_t first, int length)
{
    return value >= 1 && value <= length ? std::u32string(1, first + static_cast<char32_t>(value - 1)) : decimal(value);
}

std::u32string fromCycle(int value, View cycle)
{
    return value >= 1 ? std::u32string(1, cycle[static_cast<std::size_t>(value - 1) % cycle.size()]) : decimal(value);
}

int toInt(std::string_view text, int otherwise)
{
    int value = otherwise;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() && value >= 0 && value <= 32767 ? value : otherwise;
}

bool isOn(std::string_view value) { return value != "0" && value != "false" && value != "off"; }

class NumberingReader final : public XmlHandler {
public:
    explicit NumberingReader(ListNumbers& numbers) : m_numbers{numbers} {}

    void begin(std::string_view name, XmlAttributes const& a) override
    {
        auto const val = a["val"];
        if (name == "abstractNum") {
            m_list = &m_numbers.lists[toInt(a["abstractNumId"], -1)];
        } else if (name == "num") {
            m_num = &m_numbers.nums[toInt(a["numId"], -1)];
        } else if (name == "abstractNumId" && m_num != nullptr) {
            m_num->list = toInt(val, -1);
        } else if (name == "numStyleLink" && m_list != nullptr) {
            m_list->viaStyle = val;
        } else if (name == "lvlOverride") {
            m_override = toInt(a["ilvl"], -1);
        } else if (name == "startOverride" && m_num != nullptr && inRange(m_override)) {
            m_num->start[static_cast<std::size_t>(m_override)] = toInt(val, 1);
        } else if (name == "lvl") {
            auto const at = toInt(a["ilvl"], -1);
            if (!inRange(at)) { return; }
            auto const index = static_cast<std::size_t>(at);
            if (m_num != nullptr) {
                m_level = &m_num->replaced[index];
            } else if (m_list != nullptr) {
                m_level = &m_list->level[index];
            }
        } else if (m_level != nullptr) {
            level(name, val);
        }
    }

    void end(std::string_view name) override
    {
        if (name == "lvl") { m_level = nullptr; }
        if (name == "abstractNum") { m_list = nullptr; }
        if (name == "num") { m_num = nullptr; }
        if (name == "lvlOverride") { m_override = -1; }
    }

private:
    static bool inRange(int level) { return level >= 0 && level < static_cast<int>(ListNumbers::levels); }

    void level(std::string_view name, std::string_view val)
    {
        if (name == "start") { m_level->start = toInt(val, 1); }
        if (name == "numFmt") { m_level->format = val; }
        if (name == "lvlText") { m_level->text = val; }
        if (name == "pStyle") { m_level->style = val; }
        if (name == "suff") { m_level->space = val != "nothing"; }
        if (name == "isLgl") { m_level->legal = isOn(val); }
        if (name == "lvlRestart") { m_level->restart = toInt(val, 0); }
    }

    ListNumbers& m_numbers;
    ListNumbers::List* m_list = nullptr;
    ListNumbers::Num* m_num = nullptr;
    ListNumbers::Level* m_level = nullptr;
    int m_override = -1;
};

class StyleReader final : public XmlHandler {
public:
    explicit StyleReader(ListNumbers& numbers) : m_numbers{numbers} {}

    void begin(std::string_view name, XmlAttributes const& a) override
    {
        if (name == "style") { m_style = &m_numbers.styles[std::string{a["styleId"]}]; }
        if (m_style == nullptr) { return; }
        if (name == "basedOn") { m_style->basedOn = a["val"]; }
        if (name == "numId") { m_style->num = toInt(a["val"], 0); }
        if (name == "ilvl") { m_style->level = toInt(a["val"], 0); }
    }

    void end(std::string_view name) override
    {
        if (name == "style") { m_style = nullptr; }
    }

private:
    ListNumbers& m_numbers;
    ListNumbers::Style* m_style = nullptr;
};

} // namespace

std::u32string numberText(int value, std::string_view format)
{
    constexpr View plain = U"〇一二三四五六七八九";
    constexpr View legal = U"零壹贰叁肆伍陆柒捌玖";
    if (format == "none" || format == "bullet") { return {}; }
    if (format == "chineseCountingThousand" || format == "chineseCounting" || format == "japaneseCounting" || format == "taiwaneseCounting" ||
        format == "taiwaneseCountingThousand" || format == "ideographLegalTraditional") {
        return byUnits(value, plain, U"千百十", U'零', false);
    }
    if (format == "chineseLegalSimplified") { return byUnits(value, legal, U"仟佰拾", U'零', true); }
    if (format == "ideographDigital" || format == "japaneseDigitalTenThousand" || format == "taiwaneseDigital") { return byDigits(value, plain); }
    if (format == "ideographTraditional") { return fromCycle(value, U"甲乙丙丁戊己庚辛壬癸"); }
    if (format == "ideographZodiac") { return fromCycle(value, U"子丑寅卯辰巳午未申酉戌亥"); }
    if (format == "decimalEnclosedCircle" || format == "decimalEnclosedCircleChinese") { return fromRow(value, U'①', 20); }
    if (format == "decimalEnclosedParen") { return fromRow(value, U'⑴', 20); }
    if (format == "decimalEnclosedFullstop") { return fromRow(value, U'⒈', 20); }
    if (format == "ideographEnclosedCircle") { return fromRow(value, U'㈠', 10); } // printed in brackets, which readers know
    if (format == "decimalFullWidth" || format == "decimalFullWidth2") { return byDigits(value, U"０１２３４５６７８９"); }
    if (format == "decimalZero") { return (value < 10 ? U"0" : U"") + decimal(value); }
    if (format == "upperRoman") { return upper(roman(value)); }
    if (format == "lowerRoman") { return roman(value); }
    if (format == "upperLetter") { return upper(letter(value)); }
    if (format == "lowerLetter") { return letter(value); }
    return decimal(value);
}

Result<ListNumbers> ListNumbers::read(std::string_view numberingXml, std::string_view stylesXml)
{
    ListNumbers numbers;
    NumberingReader numbering{numbers};
    StyleReader styles{numbers};
    if (!numberingXml.empty()) {
        if (auto done = readXml(numberingXml, numbering); !done) { return std::unexpected{std::move(done.error())}; }
    }
    if (!stylesXml.empty()) {
        if (auto done = readXml(stylesXml, styles); !done) { return std::unexpected{std::move(done.error())}; }
    }
    return numbers;
}

std::optional<int> ListNumbers::styleNum(std::string const& style, std::optional<int>& level) const
{
    auto at = styles.find(style);
    for (int hops = 0; at != styles.end() && hops < 20; ++hops) { // a chain of styles may be a ring in a broken file
        if (!level) { level = at->second.level; }
        if (at->second.num) { return at->second.num; }
        at = styles.find(at->second.basedOn);
    }
    return std::nullopt;
}

ListNumbers::List const* ListNumbers::listOf(Num const& num) const
{
    auto list = lists.find(num.list);
    if (list == lists.end() || list->second.viaStyle.empty()) { return list == lists.end() ? nullptr : &list->second; }
    std::optional<int> level;
    auto const linked = styleNum(list->second.viaStyle, level);
    auto const other = linked ? nums.find(*linked) : nums.end();
    if (other == nums.end()) { return &list->second; }
    auto const target = lists.find(other->second.list);
    return target == lists.end() ? nullptr : &target->second;
}

std::u32string ListNumbers::next(std::string const& style, std::optional<int> numId, std::optional<int> ilvl)
{
    bool const own = numId.has_value();
    if (!own) { numId = styleNum(style, ilvl); }
    if (!numId || *numId == 0) { return {}; }
    auto const found = nums.find(*numId);
    auto const* const list = found == nums.end() ? nullptr : listOf(found->second);
    if (list == nullptr) { return {}; }
    auto& num = found->second;
    if (!own) { // a heading style belongs to the level that names it
        for (std::size_t i = 0; i < levels; ++i) {
            if (!style.empty() && list->level[i].style == style) { ilvl = static_cast<int>(i); }
        }
    }
    auto const at = static_cast<std::size_t>(std::clamp(ilvl.value_or(0), 0, static_cast<int>(levels) - 1));
    auto const level = [&](std::size_t i) -> Level const& {
        auto const replaced = num.replaced.find(i);
        return replaced == num.replaced.end() ? list->level[i] : replaced->second;
    };
    auto& counters = m_counters[num.list];
    if (!num.used) {
        num.used = true;
        for (std::size_t i = 0; i < levels; ++i) {
            if (num.start[i]) { counters[i] = *num.start[i] - 1; }
        }
    }
    for (std::size_t i = 0; i < at; ++i) {
        if (!counters[i]) { counters[i] = level(i).start; }
    }
    counters[at] = counters[at] ? *counters[at] + 1 : level(at).start;
    for (std::size_t i = at + 1; i < levels; ++i) {
        auto const restart = level(i).restart;
        if (!restart || (*restart > 0 && static_cast<std::size_t>(*restart) > at)) { counters[i].reset(); }
    }

    auto const& shown = level(at);
    if (shown.format == "bullet") { return {}; }
    std::u32string out;
    auto const pattern = toUtf32(shown.text).value_or(std::u32string{});
    for (std::size_t i = 0; i < pattern.size() && i < 200; ++i) {
        if (pattern[i] != U'%' || i + 1 == pattern.size() || pattern[i + 1] < U'1' || pattern[i + 1] > U'9') {
            out.push_back(pattern[i]);
            continue;
        }
        std::size_t const which = pattern[++i] - U'1';
        if (which <= at) { out += numberText(counters[which].value_or(1), shown.legal ? "decimal" : level(which).format); }
    }
    if (shown.space && !out.empty()) { out.push_back(U' '); }
    return out;
}

} // namespace zhengtu::text
