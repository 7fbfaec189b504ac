#include "core/utf.hpp"
#include "place/lexicon.hpp"
#include "place/page.hpp"

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
    ListNoun{U"水源地", Kind::Site},
};

class ListFinder {
public:
    explicit ListFinder(Page const& page) : m_page{page} {}

    std::vector<Found> run()
    {
        auto const text = m_page.text();
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (m_page.isBlocked(i)) { continue; }
            if (text.substr(i).starts_with(U"断面")) { section(i); }
            if (text.substr(i).starts_with(U"矿区")) { mineArea(i); }
            if (text.substr(i).starts_with(U"集中式饮用水") || text.substr(i).starts_with(U"水源地")) { waterSources(i); }
            if (text[i] == U'号' && isDigit(m_page.before(i))) { address(i + 1); }
            if (text[i] == U'等') { enterprises(i); }
            if (lexicon::isMeasureWord(text[i]) && lexicon::isNumeral(m_page.before(i))) { counted(i); }
            if (text[i] == U'（' || text[i] == U'(') { bracketed(i); }
        }
        return std::move(m_found);
    }

private:
    struct Range {
        std::size_t begin, end;
    };

    void add(Range range, Kind kind, int rank = 2)
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

    /// 学府街132号某某占用…: what stands at an address, up to the verb.
    void address(std::size_t begin)
    {
        constexpr std::size_t longest = 10;
        auto const run = m_page.text().substr(begin, longest + 2);
        std::size_t end = Text::npos;
        for (Text const verb : {Text{U"占用"}, Text{U"侵占"}, Text{U"违规"}, Text{U"违法"}, Text{U"擅自"}, Text{U"存在"}, Text{U"长期"}, Text{U"露天"}, Text{U"未经"}}) {
            end = std::min(end, run.find(verb));
        }
        if (end == Text::npos || end < 3) { return; }
        auto const name = run.substr(0, end);
        if (!std::ranges::all_of(name, lexicon::isNameChar) || name.find(U'的') != Text::npos || isOneOf(U"间楼院门井和至到、机线厂矿车库泵炉", name.front())) { return; }
        add({begin, begin + end}, Kind::Site, 1);
    }

    /// 安太堡和安家岭矿区: mines by the name of their field.
    void mineArea(std::size_t at)
    {
        auto items = itemsBefore(at, 4);
        if (items.empty()) { return; } // also where the text begins with the word
        auto& first = items.back();
        for (Text const word : {Text{U"集团"}, Text{U"公司"}}) {
            if (auto const in = m_page.text(first.begin, first.end).find(word); in != Text::npos) { first.begin += in + 2; }
        }
        auto const front = first.begin;
        if (items.size() == 1 && front >= 1 && isOneOf(U"和及与、", m_page.before(front))) {
            auto const last = front - 1;
            auto const company = m_page.nameBegin(last, 14);
            auto const text = m_page.text(company, last);
            for (Text const word : {Text{U"集团"}, Text{U"公司"}}) {
                if (auto const in = text.rfind(word); in != Text::npos && text.size() - in - 2 >= 2 && text.size() - in - 2 <= 4) {
                    items.push_back({company + in + 2, last});
                    break;
                }
            }
        }
        for (auto const item : items) {
            auto const text = m_page.text(item.begin, item.end);
            if (text.size() < 2 || m_page.adminEnd(item.begin) >= item.end || lexicon::isCommon(lexicon::FormRule::Works, text) ||
                lexicon::endsCommon(lexicon::FormRule::Works, text) || text.ends_with(U"煤")) {
                continue;
            }
            if (items.size() < 2) { continue; } // "重点矿区", "大型矿区": one word alone is too often an adjective
            add(item, Kind::Mine, 1);
        }
    }

    /// "上安、七里滩集中式饮用水水源": the others of the list that ends with the name of a source of drinking water.
    void waterSources(std::size_t at)
    {
        auto const items = itemsBefore(at, 5);
        auto const plain = [&](Range item) {
            auto const text = m_page.text(item.begin, item.end);
            return m_page.adminEnd(item.begin) == item.begin && !lexicon::isCommon(lexicon::FormRule::Reserve, text) &&
                   !lexicon::endsCommon(lexicon::FormRule::Reserve, text) && lexicon::formEndings().find(text).empty();
        };
        if (items.size() < 2 || !std::ranges::all_of(items, plain)) { return; }
        for (auto const item : items) { add(item, Kind::Site, 0); }
    }

    /// Items of a list that ends at `end`, last first. An item has 2 to `longest` name characters and no stop word.
    std::vector<Range> itemsBefore(std::size_t end, std::size_t longest, bool ofRivers = false) const
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

    /// Where the name of a section begins in a run that opens with the name of its river: 潇河|郝村, 浊漳河南源|北寨.
    std::size_t behindRiver(std::size_t begin, std::size_t end) const
    {
        std::size_t split = begin;
        for (auto const& hit : m_page.knownAt(begin)) {
            if (hit.end >= end) { return begin; } // all of it is one known name: 汾河水库
            for (auto const& named : hit.named) {
                if (m_page.gazetteer().entry(named.entry).kind == Kind::River) { split = std::max(split, hit.end); }
            }
        }
        constexpr std::size_t longestRiver = 4;
        for (auto i = begin + 1; split == begin && i < begin + longestRiver && i < end; ++i) {
            if (m_page.at(i) == U'河') { split = i + 1; }
        }
        if (split == begin) { return begin; }
        if (isOneOf(U"东西南北", m_page.at(split)) && isOneOf(U"源支", m_page.at(split + 1))) { split += 2; }
        auto const rest = m_page.text(std::min(split, end), end);
        if (rest.size() < 2 || isOneOf(U"口底湾头沟堡津大水二干支流", rest.front())) { return begin; }
        return split;
    }

    /// Going back over "3个", "两个", "等10家": where the list before it ends.
    std::size_t withoutCount(std::size_t i) const
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

    /// "两个", "9座": no name, but 两河口桥 is one.
    static bool isCount(Text text) noexcept
    {
        return isDigit(text.front()) || (lexicon::isNumeral(text.front()) && (lexicon::isMeasureWord(text[1]) || lexicon::isNumeral(text[1])));
    }

    void section(std::size_t at)
    {
        constexpr std::size_t longest = 6;
        auto name = at;
        for (bool again = true; again;) {
            again = false;
            for (Text const word : {Text{U"国控"}, Text{U"省控"}, Text{U"市控"}, Text{U"国考"}, Text{U"省考"}, Text{U"考核"}, Text{U"监测"}, Text{U"水质"},
                                    Text{U"出境"}, Text{U"入境"}, Text{U"出市"}, Text{U"控制"}, Text{U"例行"}, Text{U"出口"}, Text{U"入口"}}) {
                if (name >= word.size() && m_page.text(name - word.size(), name) == word) {
                    name -= word.size();
                    again = true;
                }
            }
        }
        bool const qualified = name != at;
        auto const counted = withoutCount(name);
        auto items = itemsBefore(counted, longest, true);
        // An item that is no known section and no list must be short and have its own boundary.
        for (std::size_t i = 0; i < items.size(); ++i) {
            auto item = items[i];
            auto const text = m_page.text(item.begin, item.end);
            if (lexicon::isCommon(lexicon::FormRule::Section, text) || text.ends_with(U"断面") || text.ends_with(U"流域") || text.ends_with(U"干流") || text.ends_with(U"支流") ||
                text.ends_with(U"河流") || m_page.adminEnd(item.begin) >= item.end || isCount(text) || (qualified && i == 0 && text.ends_with(U'河')) || (i > 0 && text.ends_with(U'渠'))) {
                continue;
            }
            if (i > 0 && m_page.isTown(m_page.adminBegin(item.begin)) && m_page.adminBegin(item.begin) < item.begin) { continue; } // 某镇龙门村、|某镇庙前村断面
            bool const last = i == 0 && counted == at;
            if (last) { item.end = at + 2; }
            if (i == 0 && qualified && counted == name) {
                auto const gate = m_page.text(name, at); // 册田水库出口断面 is not the reservoir
                item.end = gate == U"出口" || gate == U"入口" ? at + 2 : name;
            }
            add(item, Kind::MonitoringSection);
        }
        // "出境断面温南社": the name after the word, only if it is known.
        for (auto const& hit : m_page.knownAt(at + 2)) {
            for (auto const& named : hit.named) {
                auto const& place = m_page.gazetteer().entry(named.entry);
                if (place.kind == Kind::MonitoringSection && m_page.isNear(place)) {
                    return add({hit.begin, hit.end}, Kind::MonitoringSection);
                }
            }
        }
    }

    /// "A、B、C等…企业": companies that say nothing of themselves (重机, 晋机), if one of the list does.
    void enterprises(std::size_t at)
    {
        auto const rest = m_page.text().substr(at + 1, 14);
        auto const stop = rest.find_first_of(U"，。；、");
        auto const noun = rest.find(U"企业");
        if (noun == Text::npos || noun > 10 || (stop != Text::npos && stop < noun)) { return; }
        enterpriseList(itemsBefore(at, 14));
    }

    void enterpriseList(std::vector<Range> const& items)
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

    void addEnterprise(Range item)
    {
        auto const text = m_page.text(item.begin, item.end);
        if (!lexicon::formEndings().find(text).empty()) { return; } // the rest of 某某（集团）|有限公司
        auto const kind = lexicon::kindByEnding(text);
        add(item, kind == Kind::Other ? Kind::Enterprise : kind, 1);
    }

    /// "A、B两个检查点", "A、B、C 3个断面".
    void counted(std::size_t at)
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
        if (qualified && !isWorks(noun->kind)) { return; }
        auto const end = withoutCount(at + 1);
        auto const items = itemsBefore(end, noun->kind == Kind::Enterprise ? 14 : 7);
        if (items.size() < 2) { return; }
        bool const administrative = std::ranges::any_of(items, [&](Range item) { return m_page.adminEnd(item.begin) >= item.end; });
        if (qualified && administrative) { return; } // "甲县、乙县2个重点产煤县企业"
        m_list = ++m_lists;
        read(items, noun->kind);
        m_list = 0;
    }

    static bool isWorks(Kind kind) noexcept { return kind == Kind::Enterprise || kind == Kind::Mine; }

    void read(std::vector<Range> const& items, Kind kind)
    {
        if (kind == Kind::Enterprise) {
            if (std::ranges::none_of(items, [&](Range item) { return lexicon::isTrade(m_page.text(item.begin, item.end)); })) {
                for (auto const item : items) { addEnterprise(item); }
            }
            return;
        }
        typed(items, kind);
    }

    /// Towns and villages are believed if the gazetteer knows one of the list; other kinds are what the noun says.
    void typed(std::vector<Range> const& items, Kind kind)
    {
        std::vector<Found> found;
        bool known = kind != Kind::Town && kind != Kind::Village;
        for (auto const item : items) {
            auto const text = m_page.text(item.begin, item.end);
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

    /// "2家企业（金驹热电、卫永堂砖厂）".
    void bracketed(std::size_t at)
    {
        auto const close = m_page.text().find_first_of(U"）)\n", at);
        if (close == Text::npos || m_page.text()[close] == U'\n' || at < 3) { return; }
        auto const noun = std::ranges::find_if(listNouns, [&](ListNoun const& known) {
            return at > known.word.size() + 1 && m_page.text(at - known.word.size(), at) == known.word;
        });
        if (noun == listNouns.end()) { return; }
        auto const front = at - noun->word.size();
        if (!lexicon::isMeasureWord(m_page.before(front)) || !lexicon::isNumeral(m_page.before(front - 1))) { return; }
        auto const items = itemsBefore(close, 16);
        if (items.empty() || items.back().begin != at + 1) { return; }
        for (auto const item : items) {
            if (lexicon::isTrade(m_page.text(item.begin, item.end))) { return; }
        }
        if (noun->kind == Kind::Park && items.size() < 2) { return; } // 6个开发区（示范区）
        if (noun->kind != Kind::Enterprise) { return typed(items, noun->kind); }
        for (auto const item : items) { addEnterprise(item); }
    }

    Page const& m_page;
    std::size_t m_list = 0;  ///< of the list that is being read
    std::size_t m_lists = 0;
    std::vector<Found> m_found;
};

} // namespace

std::vector<Found> findLists(Page const& page) { return ListFinder{page}.run(); }

} // namespace zhengtu::place
