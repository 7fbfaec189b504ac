#include "place/short_names.hpp"

#include "place/lexicon.hpp"
#include "place/word_index.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace zhengtu::place {

namespace {

using Text = std::u32string_view;

bool isWorks(Kind kind) noexcept { return kind == Kind::Enterprise || kind == Kind::Mine || kind == Kind::Wwtp; }
bool isDefinable(Kind kind) noexcept { return isWorks(kind) || kind == Kind::Park || kind == Kind::Site || kind == Kind::Reserve || kind == Kind::SpringZone; }

/// Short names that a document gives for the length of a sentence; they name nothing.
bool isAnything(Text name)
{
    for (Text const word : {Text{U"公司"}, Text{U"企业"}, Text{U"集团"}, Text{U"项目"}, Text{U"工程"}, Text{U"保护区"}, Text{U"开发区"}, Text{U"园区"}, Text{U"矿方"}, Text{U"厂方"}}) {
        if (name == word) { return true; }
    }
    return isOneOf(U"该本此", name.front()) || lexicon::isTrade(name);
}

/// What "（以下简称“X”）" at i calls the thing before it; empty where nothing of the kind stands there.
Text definedAt(Page const& page, std::size_t i)
{
    if (!isOneOf(U"（(", page.at(i))) { return {}; }
    ++i;
    bool defines = false;
    for (Text const word : {Text{U"以下简称"}, Text{U"以下称"}, Text{U"下称"}, Text{U"简称"}}) {
        if (page.text().substr(i).starts_with(word)) {
            i += word.size();
            defines = true;
            break;
        }
    }
    if (!defines) { return {}; }
    while (isOneOf(U"为：:“\"‘「 ", page.at(i))) { ++i; }
    auto end = i;
    while (lexicon::isNameChar(page.at(end))) { ++end; }
    constexpr std::size_t longest = 12;
    bool const closed = isOneOf(U"”\"’」）)", page.at(end));
    return closed && end - i >= 2 && end - i <= longest ? page.text(i, end) : Text{};
}

/// The name without the place that opens it and without what says that it is a company.
Text ownPart(Text name, std::size_t placeLength)
{
    name.remove_prefix(std::min(placeLength, name.size()));
    for (Text const province : {Text{U"山西省"}, Text{U"山西"}}) {
        if (name.starts_with(province)) {
            name.remove_prefix(province.size());
            break;
        }
    }
    for (Text const tail : {Text{U"有限责任公司"}, Text{U"股份有限公司"}, Text{U"有限公司"}, Text{U"公司"}, Text{U"集团"}}) {
        if (name.size() > tail.size() && name.ends_with(tail)) { name.remove_suffix(tail.size()); }
    }
    for (Text const station : {Text{U"发电厂"}, Text{U"热电厂"}, Text{U"电厂"}}) { // 昱光电厂 of 山西昱光发电有限责任公司
        if (name.size() >= station.size() + 2 && name.ends_with(station)) { return name.substr(0, name.size() - station.size()); }
    }
    return name;
}

bool isWithin(Text characters, Text name)
{
    std::size_t at = 0;
    for (auto const c : characters) {
        at = name.find(c, at);
        if (at == Text::npos) { return false; }
        ++at;
    }
    return true;
}

class Joiner {
public:
    Joiner(Page const& page, std::vector<Item>& items) : m_page{page}, m_items{items}
    {
        for (auto const& item : items) {
            if (!isWorks(item.kind)) { continue; }
            auto const name = text(item);
            m_names.insert(name);
            m_own.emplace(ownOf(item), name);
            m_reversed.emplace(std::u32string{name.rbegin(), name.rend()}, name);
            if (auto const given = definedAt(page, item.end); !given.empty()) { m_defined[given].insert(name); }
        }
        for (auto const name : m_names) {
            if (name.size() >= longName) { m_long.push_back(name); }
        }
    }

    void run()
    {
        std::map<Text, Text> known;
        for (auto& item : m_items) {
            if (!isWorks(item.kind)) { continue; }
            auto const name = text(item);
            auto const [at, fresh] = known.try_emplace(name);
            if (fresh) { at->second = fullOf(name, item); }
            item.full = at->second;
        }
    }

private:
    static constexpr std::size_t longName = 7;

    Text text(Item const& item) const { return m_page.text(item.begin, item.end); }

    Text ownOf(Item const& item) const
    {
        auto i = item.begin;
        while (m_page.adminEnd(i) > i && m_page.adminEnd(i) < item.end) { i = m_page.adminEnd(i); }
        return ownPart(text(item), i - item.begin);
    }

    Text fullOf(Text name, Item const& item) const
    {
        if (auto const given = m_defined.find(name); given != m_defined.end()) { return only(given->second, name); }
        std::set<Text> found;
        std::u32string const backwards{name.rbegin(), name.rend()};
        for (auto at = m_reversed.lower_bound(backwards); at != m_reversed.end() && at->first.starts_with(backwards) && found.size() < 3; ++at) {
            if (at->second.size() > name.size()) { found.insert(at->second); }
        }
        if (!found.empty()) { return only(found, name); }
        auto const own = ownOf(item);
        if (own.size() >= 2 && !lexicon::isTrade(own) && lexicon::brands().find(own).empty() && m_page.adminEnd(item.begin) == item.begin) {
            for (auto at = m_own.lower_bound(own); at != m_own.end() && at->first.starts_with(own) && found.size() < 3; ++at) {
                if (at->second.size() > name.size() && !at->second.starts_with(name)) { found.insert(at->second); }
            }
            if (!found.empty()) { return only(found, name); }
        }
        bool const numbered = name.size() == 2 && name.back() == U'电';
        if (!numbered && lexicon::companies().find(name).empty()) { return {}; }
        for (auto const full : m_long) {
            // 阳煤 is no short name of 阳煤集团某公司, which is one of its companies.
            if (full.find(name) == Text::npos && isWithin(name, full)) { found.insert(full); }
            if (found.size() > 2) { break; }
        }
        return only(found, name);
    }

    static Text only(std::set<Text> const& found, Text name) { return found.size() == 1 && *found.begin() != name ? *found.begin() : Text{}; }

    Page const& m_page;
    std::vector<Item>& m_items;
    std::set<Text> m_names;
    std::vector<Text> m_long;
    std::multimap<Text, Text> m_own;                 ///< own part -> name
    std::map<std::u32string, Text> m_reversed;       ///< name backwards -> name
    std::map<Text, std::set<Text>> m_defined;        ///< short name -> what it is given to
};

} // namespace

namespace {

/// 德茂公司 of 孝义市德茂环保科技有限公司: the first characters of its own name with the word for a company.
void addOwnNames(Page const& page, Found const& found, std::uint32_t value, std::vector<std::pair<std::u32string, std::uint32_t>>& names)
{
    constexpr std::size_t shortest = 2, longest = 4;
    if (found.kind != Kind::Enterprise && found.kind != Kind::Mine) { return; }
    auto place = found.begin;
    while (page.adminEnd(place) > place && page.adminEnd(place) < found.end) { place = page.adminEnd(place); }
    auto const full = page.text(found.begin, found.end);
    auto const own = ownPart(full, place - found.begin);
    // 李雅庄矿 of 霍州煤电李雅庄煤矿, 五家沟煤业 of 某五家沟煤业有限公司
    if (found.kind == Kind::Mine) {
        auto head = full.substr(place - found.begin);
        for (auto brand = lexicon::brands().longest(head, 0).length; brand > 0 && brand < head.size(); brand = lexicon::brands().longest(head, 0).length) { head.remove_prefix(brand); }
        for (Text const tail : {Text{U"有限责任公司"}, Text{U"有限公司"}, Text{U"公司"}, Text{U"煤业"}, Text{U"煤矿"}}) {
            if (head.size() > tail.size() && head.ends_with(tail)) { head.remove_suffix(tail.size()); }
        }
        bool const named = head.size() >= 2 && head.size() <= 4 && !lexicon::isCommon(lexicon::FormRule::Works, head) && !lexicon::isTrade(head);
        if (named) { names.emplace_back(std::u32string{head} + U"矿", value); }
    }
    if (!full.ends_with(U"有限公司") && !full.ends_with(U"有限责任公司")) { return; }
    // 云昌焦化 of 介休市云昌焦化有限公司
    if (own.size() >= 4 && own.size() <= 6 && lexicon::isTrade(own.substr(own.size() - 2)) && !lexicon::isTrade(own.substr(0, own.size() - 2))) {
        names.emplace_back(std::u32string{own}, value);
    }
    for (auto size = shortest; size <= std::min(longest, own.size()); ++size) {
        auto const head = own.substr(0, size);
        if (lexicon::isTrade(head) || lexicon::isCommon(lexicon::FormRule::Group, head)) { continue; }
        names.emplace_back(std::u32string{head} + U"公司", value);
        if (own.substr(size).starts_with(U"发电") || own.substr(size).starts_with(U"热电")) { names.emplace_back(std::u32string{head} + U"电厂", value); }
    }
}

} // namespace

std::vector<Found> findDefinedShort(Page const& page, std::vector<Found> const& all)
{
    std::vector<std::pair<std::u32string, std::uint32_t>> names;
    std::vector<char> taken(page.text().size() + 1);
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        if (!isDefinable(all[i].kind)) { continue; }
        std::fill(taken.begin() + static_cast<std::ptrdiff_t>(all[i].begin), taken.begin() + static_cast<std::ptrdiff_t>(all[i].end), char{1});
        auto const name = definedAt(page, all[i].end);
        if (!name.empty() && !isAnything(name)) { names.emplace_back(std::u32string{name}, i); }
        addOwnNames(page, all[i], i, names);
    }
    std::vector<Found> found;
    if (names.empty()) { return found; }
    WordIndex const index{std::move(names)};
    for (std::size_t i = 0; i < page.text().size(); ++i) {
        auto const hit = index.longest(page.text(), i);
        if (hit.length == 0 || page.isBlocked(i) || taken[i] != 0) { continue; }
        found.push_back({i, i + hit.length, all[hit.values.front()].kind, {}, 1, false, 0});
        i += hit.length - 1;
    }
    return found;
}

void joinShortNames(Page const& page, std::vector<Item>& items) { Joiner{page, items}.run(); }

} // namespace zhengtu::place
