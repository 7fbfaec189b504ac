#include "plan/targets.hpp"

#include "core/utf.hpp"
#include "plan/fields.hpp"
#include "plan/quantities.hpp"
#include "text/characters.hpp"
#include "text/numbering.hpp"

#include <algorithm>
#include <array>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

/// Verbs between an indicator and its value, with what they say of it; the longer first. A verb of change stays with the indicator:
/// the value is how much it changes.
struct Verb { View word; char const* comparator; bool change = false; };
constexpr std::array verbs{
    Verb{U"控制在", "<="}, Verb{U"力争达到", "="}, Verb{U"稳定达到", "="}, Verb{U"提高到", "="}, Verb{U"提升到", "="}, Verb{U"提升至", "="}, Verb{U"提高至", "="}, Verb{U"增加到", "="},
    Verb{U"增加至", "="}, Verb{U"下降到", "="}, Verb{U"下降至", "="}, Verb{U"降低到", "="}, Verb{U"降到", "="}, Verb{U"降至", "="}, Verb{U"达到", "="}, Verb{U"稳定保持在", "="}, Verb{U"稳定保持", "="},
    Verb{U"保持在", "="}, Verb{U"比例达", "="}, Verb{U"率达", "="}, Verb{U"下降", "=", true}, Verb{U"降低", "=", true}, Verb{U"削减", "=", true}, Verb{U"减少", "=", true},
    Verb{U"提高", "=", true}, Verb{U"增长", "=", true}, Verb{U"保持", "="}, Verb{U"达", "="}, Verb{U"为", "="}, Verb{U"率", "="}};
/// Nouns that a measured value follows without a verb: 修复规模76.44平方公里.
constexpr std::array<View, 10> measured{U"面积", U"规模", U"总量", U"长度", U"里程", U"能力", U"浓度", U"新增", U"建设", U"容量"};
/// What a clause begins with that sets so many pieces of work.
constexpr std::array<View, 16> works{U"开工建设", U"完成", U"建成", U"新建", U"改建", U"扩建", U"新增", U"改造", U"修复", U"治理", U"淘汰", U"创建", U"打造", U"建设", U"启动", U"每年建设"};
/// What compares a value and stands before it: findQuantities has read it.
constexpr std::array<View, 21> comparing{U"不少于", U"不低于", U"不小于", U"至少", U"不超过", U"不高于", U"不大于", U"控制在", U"不足", U"不到", U"小于", U"低于", U"少于", U"超过", U"高于", U"大于",
                                         U"大约", U"约为", U"约", U"近", U"在"};

/// The last year of "十四五": the twelfth plan ended in 2015.
std::optional<int> endOfFiveYears(View clause) noexcept
{
    auto const at = clause.find(U"五”");
    auto const bare = clause.find(U"五期间");
    auto const end = std::min(at, bare);
    if (end == View::npos || end < 2 || clause[end - 2] != U'十') { return std::nullopt; }
    auto const digit = text::numeral(clause.substr(end - 1, 1));
    return digit ? std::optional{2015 + 5 * (*digit - 2)} : std::nullopt;
}

/// The year that a clause speaks of: 到2025年, 2025年底, 2021-2025年 (the last); not the one that it compares with (比2020年).
std::optional<int> yearIn(View clause) noexcept
{
    std::optional<int> year;
    for (std::size_t i = 0; i + 4 < clause.size(); ++i) {
        if (i > 0 && (text::isDigit(clause[i - 1]) || clause[i - 1] == U'比' || clause[i - 1] == U'较' || clause[i - 1] == U'由' || clause[i - 1] == U'从')) { continue; }
        if (text::numeralLength(clause.substr(i)) != 4 || clause[i + 4] != U'年') { continue; }
        auto const value = text::numeral(clause.substr(i, 4));
        if (value && *value >= 1990 && *value <= 2100) { year = value; }
    }
    return year ? year : endOfFiveYears(clause);
}

bool isConnective(View word, View text) noexcept { return text.starts_with(word); }

/// 到2025年，, 力争, 确保 before the indicator say when and how firmly, not what.
View indicatorOf(View text) noexcept
{
    for (bool again = true; again && !text.empty();) {
        again = false;
        if (auto const year = text.substr(0, 13).find(U'年'); year != View::npos && year >= 4 && text::isDigit(text[year - 1])) {
            text = text.substr(year + 1);
            again = true;
        }
        for (View const word : {U"到", U"至", U"力争", U"确保", U"保证", U"实现", U"使", U"将", U"底前", U"底", U"末", U"全面", U"基本", U"，", U"、", U"其中", U"全市的", U"——", U"初步", U"保持", U"分别", U"期间", U"“", U"十四五", U"十五五", U"十三五", U"”"}) {
            if (isConnective(word, text)) {
                text = text.substr(word.size());
                again = true;
            }
        }
    }
    return text;
}

/// How far before its number the words of a target are looked for.
constexpr std::size_t longestIndicator = 160;

struct Clause { std::size_t begin = 0, end = 0; };

class Reader {
public:
    Reader(std::vector<Target>& targets, text::NormalText const& normal, std::optional<int> from) : m_targets{targets}, m_normal{normal}, m_text{normal.text}, m_from{from} {}

    void run(std::size_t begin, std::size_t end)
    {
        std::optional<int> year;
        for (auto at = begin; at < end;) {
            auto const stop = std::min(m_text.find_first_of(U"，。；\n", at), end);
            auto const clause = m_text.substr(at, stop - at);
            if (auto const own = yearIn(clause)) { year = own; }
            if (!(year && m_from && *year < *m_from)) { read({at, stop}, year); }
            if (stop < end && (m_text[stop] == U'。' || m_text[stop] == U'\n')) { year.reset(); }
            at = stop + 1;
        }
    }

private:
    void read(Clause clause, std::optional<int> year)
    {
        auto from = clause.begin;
        for (auto const& found : findQuantities(m_normal, clause.begin, clause.end)) {
            auto const comma = m_text.substr(from, found.begin - from).rfind(U'、');
            bool const listed = from > clause.begin && comma != View::npos; // 甲达到85%、乙达到90%
            auto const begin = std::max(listed ? from + comma + 1 : clause.begin, found.begin - std::min(found.begin, longestIndicator));
            auto target = build(found, begin, clause, year);
            if (!target && listed && found.begin == begin && m_targets.back().unit == found.quantity.unit) { // 新建水源涵养林14公顷、68公顷
                target = m_targets.back();
                target->value = found.quantity.value;
            }
            if (target) {
                target->said = passage(m_normal, clause.begin, clause.end);
                m_targets.push_back(std::move(*target));
                from = found.end;
            }
        }
    }

    [[nodiscard]] std::optional<Target> build(FoundQuantity const& found, std::size_t begin, Clause clause, std::optional<int> year) const
    {
        auto const& quantity = found.quantity;
        auto before = m_text.substr(begin, found.begin - begin);
        auto behind = m_text.substr(found.end, clause.end - found.end);
        if (behind.starts_with(U'/') || behind.starts_with(U" /") || behind.starts_with(U"的基础上")) { return std::nullopt; }
        for (View const word : {U"及以上", U"以上", U"及以下", U"以下", U"以内", U"左右", U"多", U"余"}) {
            if (!behind.starts_with(word)) { continue; }
            behind.remove_prefix(word.size());
            // 50吨及以下燃煤锅炉 says which ones, not how many.
            if (!behind.empty() && (text::isHan(behind[0]) || behind[0] == U'的' || behind[0] == U'（')) { return std::nullopt; }
            break;
        }
        for (auto const word : comparing) {
            if (before.ends_with(word)) { before.remove_suffix(word.size()); break; }
        }
        std::string comparator = quantity.comparator;
        auto const own = yearBehind(before); // 提高到2025年的90%
        bool known = false;
        for (auto const& verb : verbs) {
            if (!before.ends_with(verb.word)) { continue; }
            known = true;
            if (comparator == "=") { comparator = verb.comparator; }
            if (verb.word == View{U"率达"} || verb.word == View{U"比例达"}) { before.remove_suffix(1); }
            else if (verb.word != View{U"率"} && !verb.change) { before.remove_suffix(verb.word.size()); }
            break;
        }
        if (!known && before.ends_with(U'的') && before.rfind(U'占') != View::npos && before.rfind(U'占') > 2) { // 占总装机规模的20%
            known = true;
            before.remove_suffix(1);
        }
        bool const counted = quantity.unit.size() <= 3 && quantity.unit != "%" && quantity.unit != "吨" && quantity.unit != "米" && quantity.unit != "亩";
        bool const length = quantity.unit == "米" || quantity.unit == "公里"; // 水岸线以外不小于一百米 is a rule of space
        known = known || ((quantity.comparator == ">=" || quantity.comparator == "<=") && !length) || (!counted && std::any_of(measured.begin(), measured.end(), [&](View word) { return before.ends_with(word); }));
        auto indicator = indicatorOf(before);
        auto text = toUtf8(named(indicator));
        if (!known) {
            auto const work = std::find_if(works.begin(), works.end(), [&](View word) { return indicator.starts_with(word); });
            if (work == works.end() || quantity.unit == "%" || quantity.unit == "次" || quantity.unit == "天") { return std::nullopt; }
            auto const noun = behind.starts_with(U"、") ? View{} : behind.substr(0, std::min<std::size_t>(behind.find_first_of(U"（，"), 24));
            if (indicator.size() + noun.size() < 5) { return std::nullopt; }
            text = toUtf8(indicator) + toUtf8(noun);
        } else if (indicator.size() < 3 || indicator.size() > 40) {
            return std::nullopt;
        }
        return Target{.indicator = std::move(text), .comparator = std::move(comparator), .unit = quantity.unit, .value = quantity.value, .year = own ? own : year, .said = {}};
    }

    /// "…2025年的" at the end is when, and is taken off.
    static std::optional<int> yearBehind(View& before) noexcept
    {
        if (before.size() < 7 || !before.ends_with(U"年的")) { return std::nullopt; }
        auto const value = text::numeral(before.substr(before.size() - 6, 4));
        if (!value || *value < 1990 || *value > 2100) { return std::nullopt; }
        before.remove_suffix(6);
        return value;
    }

    /// The indicator without adverbs behind it, and without where it comes from (由2020年的75%).
    static View named(View text) noexcept
    {
        for (View const from : {U"由", U"从"}) {
            if (auto const at = text.find(from); at != View::npos && at >= 3 && text.substr(at + 1, 5).find(U'年') != View::npos) { text = text.substr(0, at); }
        }
        for (View const adverb : {U"稳定", U"力争", U"均", U"全部", U"要", U"应", U"累计"}) {
            if (text.ends_with(adverb)) { text.remove_suffix(adverb.size()); }
        }
        return text;
    }

    std::vector<Target>& m_targets;
    text::NormalText const& m_normal;
    View m_text;
    std::optional<int> m_from;
};

} // namespace

void readTargets(std::vector<Target>& targets, text::NormalText const& normal, std::size_t begin, std::size_t end, std::optional<int> from)
{
    Reader{targets, normal, from}.run(begin, end);
}

} // namespace zhengtu::plan
