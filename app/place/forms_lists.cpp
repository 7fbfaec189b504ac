#include "core/utf.hpp"
#include "place/list_finder.hpp"
#include "text/numbering.hpp"

#include <algorithm>
#include <array>

namespace zhengtu::place {

namespace {

using Text = std::u32string_view;

bool isDigit(char32_t c) noexcept { return c >= U'0' && c <= U'9'; }
bool isBlank(char32_t c) noexcept { return c == U' ' || c == U'\t'; }

/// A noun that closes a list and says what its items are: "A、B两个检查点", "A、B、C等10家企业".
struct ListNoun {
    Text word;
    Kind kind;
};
constexpr std::array listNouns{
    ListNoun{U"企业", Kind::Enterprise}, ListNoun{U"公司", Kind::Enterprise},  ListNoun{U"煤矿", Kind::Mine},
    ListNoun{U"断面", Kind::MonitoringSection}, ListNoun{U"检查点", Kind::Town}, ListNoun{U"检查站", Kind::Town},
    ListNoun{U"乡镇", Kind::Town},       ListNoun{U"街道", Kind::Town},        ListNoun{U"村", Kind::Village},
    ListNoun{U"监测点", Kind::AirStation}, ListNoun{U"站点", Kind::AirStation}, ListNoun{U"污水处理厂", Kind::Wwtp},
    ListNoun{U"小区", Kind::Site},        ListNoun{U"热源厂", Kind::Enterprise}, ListNoun{U"电厂", Kind::Enterprise},
    ListNoun{U"焦化厂", Kind::Enterprise}, ListNoun{U"洗煤厂", Kind::Enterprise}, ListNoun{U"石料厂", Kind::Mine},
    ListNoun{U"水库", Kind::Reservoir},  ListNoun{U"工业园区", Kind::Park},   ListNoun{U"开发区", Kind::Park},
    ListNoun{U"水源地", Kind::Site},      ListNoun{U"采场", Kind::Site},         ListNoun{U"采坑", Kind::Site},
    ListNoun{U"矸石山", Kind::Site},      ListNoun{U"尾矿库", Kind::Site},       ListNoun{U"填埋场", Kind::Site},
    ListNoun{U"排土场", Kind::Site},      ListNoun{U"露天矿", Kind::Mine},       ListNoun{U"景区", Kind::Site},
    ListNoun{U"山体", Kind::Site},
};

} // namespace

std::vector<Found> ListFinder::run()
{
    auto const text = m_page.text();
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (m_page.isBlocked(i)) { continue; }
        if (text.substr(i).starts_with(U"断面")) { section(i); }
        if (text.substr(i).starts_with(U"矿区")) { mineArea(i); }
        if (text.substr(i).starts_with(U"集中式饮用水") || text.substr(i).starts_with(U"水源地")) { waterSources(i); }
        if (text.substr(i).starts_with(U"站点") || text.substr(i).starts_with(U"点位") || text.substr(i).starts_with(U"监测站") || text.substr(i).starts_with(U"监测点")) { stations(i); }
        if (text[i] == U'号' && isDigit(m_page.before(i))) { address(i + 1); }
        if (text[i] == U'等') { enterprises(i); }
        if (lexicon::isMeasureWord(text[i]) && lexicon::isNumeral(m_page.before(i))) { counted(i); }
        if (text[i] == U'大' && lexicon::isNumeral(m_page.before(i)) && !isDigit(m_page.before(i))) { counted(i, true); }
        if (text[i] == U'至' || text[i] == U'到') { stretch(i); }
        if (text[i] == U'（' || text[i] == U'(') { bracketed(i); }
    }
    return std::move(m_found);
}

void ListFinder::add(Range range, Kind kind, int rank)
{
    Found found{range.begin, range.end, kind, {}, rank, false, m_list};
    auto name = m_page.text(range.begin, range.end);
    if (kind == Kind::MonitoringSection && name.size() > 2 && name.ends_with(U"断面")) { name.remove_suffix(2); }
    for (auto const& named : m_page.gazetteer().find(toUtf8(name))) {
        auto const& place = m_page.gazetteer().entry(named.entry);
        if (place.kind == kind && m_page.isNear(place)) { found.entries.push_back(named.entry); }
    }
    m_found.push_back(std::move(found));
}

std::vector<ListFinder::Range> ListFinder::itemsBefore(std::size_t end, std::size_t longest, bool ofRivers) const
{
    std::vector<Range> items;
    bool withRiver = false;
    constexpr std::size_t river = 7; // 浊漳河南源北寨: the river opens the name of its section
    for (;;) {
        auto begin = m_page.nameBegin(end, longest + 1 + (ofRivers ? river : 0));
        // A county in front is not part of the item: 清徐县美锦桥.
        for (auto i = begin; i < end; ++i) {
            if (auto const admin = m_page.adminEnd(i); admin > i && admin < end) { begin = admin; }
        }
        if (auto const field = m_page.text(begin, end).rfind(U"矿区"); field != Text::npos && begin + field + 4 <= end) { begin += field + 2; } // 平朔矿区|安太堡
        auto const own = ofRivers ? behindRiver(begin, end) : begin;
        if (end - own < 2 || end - own > longest) { break; }
        // "某某村、屈产河裴沟断面": the river opens a list of its own.
        if (withRiver && own == begin) { break; }
        withRiver = own != begin;
        items.push_back({own, end});
        while (m_page.adminBegin(begin) < begin) { begin = m_page.adminBegin(begin); } // 甲县|岔口、乙县|野则河断面
        if (begin < 2 || !joins(m_page.before(begin))) { break; }
        end = begin - 1;
    }
    return items;
}

std::size_t ListFinder::withoutCount(std::size_t i) const
{
    auto at = i;
    if (at > 0 && lexicon::isMeasureWord(m_page.before(at))) {
        auto number = at - 1;
        while (number > 0 && (lexicon::isNumeral(m_page.before(number)) || isBlank(m_page.before(number)))) { --number; }
        if (number < at - 1) { at = number; }
    }
    if (at > 0 && m_page.before(at) == U'等') { --at; }
    return at;
}

bool ListFinder::isCount(Text text) noexcept
{
    return isDigit(text.front()) || (lexicon::isNumeral(text.front()) && (lexicon::isMeasureWord(text[1]) || lexicon::isNumeral(text[1])));
}

void ListFinder::enterprises(std::size_t at)
{
    auto const rest = m_page.text().substr(at + 1, 14);
    auto const stop = rest.find_first_of(U"，。；、");
    auto const noun = rest.find(U"企业");
    if (noun == Text::npos || noun > 10 || (stop != Text::npos && stop < noun)) { return; }
    enterpriseList(itemsBefore(at, 14));
}

void ListFinder::enterpriseList(std::vector<Range> const& items)
{
    auto const evident = std::ranges::any_of(items, [&](Range item) {
        auto const text = m_page.text(item.begin, item.end);
        return (lexicon::kindByEnding(text) != Kind::Other && !lexicon::isTrade(text)) ||
               lexicon::brands().longest(text, 0).length == text.size();
    });
    auto const trade = std::ranges::any_of(items, [&](Range item) { return lexicon::isTrade(m_page.text(item.begin, item.end)); });
    if (evident && !trade) {
        for (auto const item : items) { addEnterprise(item); }
    }
}

void ListFinder::addEnterprise(Range item)
{
    auto const text = m_page.text(item.begin, item.end);
    if (!lexicon::formEndings().find(text).empty()) { return; } // the rest of 某某（集团）|有限公司
    auto const kind = lexicon::kindByEnding(text);
    add(item, kind == Kind::Other ? Kind::Enterprise : kind, 1);
}

void ListFinder::counted(std::size_t at, bool exactly)
{
    auto const rest = m_page.text().substr(at + 1);
    // "3家新投运焦化企业", "两座露天煤矿": what is said of them stands between.
    constexpr std::size_t longestAdjective = 8;
    auto noun = listNouns.end();
    std::size_t skipped = 0;
    for (; skipped <= longestAdjective && noun == listNouns.end(); ++skipped) {
        if (skipped > 0 && !lexicon::isNameChar(m_page.at(at + skipped))) { return; }
        noun = std::ranges::find_if(listNouns, [&](ListNoun const& known) { return rest.substr(skipped).starts_with(known.word); });
    }
    if (noun == listNouns.end() || noun->kind == Kind::MonitoringSection) { return; }
    bool const qualified = skipped > 1;
    bool const aired = noun->kind == Kind::AirStation && (rest.starts_with(U"国控") || rest.starts_with(U"省控") || rest.starts_with(U"国考") || rest.starts_with(U"空气")); // 坞城、桃园四个国控站点
    bool const broken = noun->word == U"山体" || noun->word == U"采坑" || noun->word == U"采场"; // 凤凰谷、九龙山等37处破损山体
    if (qualified && !isWorks(noun->kind) && !aired && !broken) { return; }
    auto const end = exactly ? at - 1 : withoutCount(at + 1);
    auto const items = itemsBefore(end, noun->kind == Kind::Enterprise ? 14 : 7);
    if (items.size() < 2 || (exactly && text::numeral(m_page.text(at - 1, at)) != static_cast<int>(items.size()))) { return; }
    bool const administrative = std::ranges::any_of(items, [&](Range item) { return m_page.adminEnd(item.begin) >= item.end; });
    if (qualified && administrative) { return; } // "甲县、乙县2个重点产煤县企业"
    m_list = ++m_lists;
    read(items, noun->kind);
    m_list = 0;
}

void ListFinder::read(std::vector<Range> const& items, Kind kind)
{
    if (kind == Kind::Enterprise) {
        if (std::ranges::none_of(items, [&](Range item) { return lexicon::isTrade(m_page.text(item.begin, item.end)); })) {
            for (auto const item : items) { addEnterprise(item); }
        }
        return;
    }
    typed(items, kind);
}

void ListFinder::typed(std::vector<Range> const& items, Kind kind)
{
    std::vector<Found> found;
    bool known = kind != Kind::Town && kind != Kind::Village;
    for (auto const item : items) {
        auto const text = m_page.text(item.begin, item.end);
        if (kind == Kind::Site && isOneOf(U"村镇乡", text.back())) { continue; } // 苏村、东锁簧村两处矸石山
        if (lexicon::isTrade(text) || !lexicon::formEndings().find(text).empty()) { return; } // 6个开发区（示范区）
        found.push_back({item.begin, item.end, kind, {}, 2, false, m_list});
        for (auto const& named : m_page.gazetteer().find(toUtf8(text))) {
            auto const& place = m_page.gazetteer().entry(named.entry);
            if (place.kind == kind && m_page.isNear(place)) { found.back().entries.push_back(named.entry); }
        }
        known = known || !found.back().entries.empty();
    }
    if (known) { m_found.insert(m_found.end(), found.begin(), found.end()); }
}

void ListFinder::bracketed(std::size_t at)
{
    auto const close = m_page.text().find_first_of(U"）)\n", at);
    if (close == Text::npos || m_page.text()[close] == U'\n' || at < 3) { return; }
    auto const nounEnd = withoutCount(at); // "断面3个（…）" as well as "3个断面（…）"
    auto const noun = std::ranges::find_if(listNouns, [&](ListNoun const& known) {
        return nounEnd > known.word.size() + 1 && m_page.text(nounEnd - known.word.size(), nounEnd) == known.word;
    });
    if (noun == listNouns.end()) { return; }
    auto const front = nounEnd - noun->word.size();
    bool const counted = nounEnd < at || (lexicon::isMeasureWord(m_page.before(front)) && lexicon::isNumeral(m_page.before(front - 1)));
    if (!counted) { return; }
    bool const sections = noun->kind == Kind::MonitoringSection; // 3个断面（甲县乙河丙、…）
    auto const items = itemsBefore(close, 16, sections);
    if (items.empty() || (items.back().begin != at + 1 && !sections)) { return; }
    for (auto const item : items) {
        if (lexicon::isTrade(m_page.text(item.begin, item.end))) { return; }
    }
    if (noun->kind == Kind::Park && items.size() < 2) { return; } // 6个开发区（示范区）
    if (noun->kind != Kind::Enterprise) { return typed(items, noun->kind); }
    for (auto const item : items) { addEnterprise(item); }
}

void ListFinder::stations(std::size_t at)
{
    auto const items = itemsBefore(withoutCount(at), 6);
    if (items.size() < 2) { return; }
    for (auto const item : items) {
        add(item, Kind::AirStation);
        if (m_found.back().entries.empty()) { m_found.pop_back(); }
    }
}

std::vector<Found> findLists(Page const& page) { return ListFinder{page}.run(); }

} // namespace zhengtu::place
