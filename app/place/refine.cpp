#include "place/refine.hpp"

#include "core/utf.hpp"
#include "place/lexicon.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace zhengtu::place {

namespace {

using Text = std::u32string_view;

/// Outer names before inner ones; of two with one span the better known first.
bool before(Found const& a, Found const& b)
{
    if (a.begin != b.begin) { return a.begin < b.begin; }
    if (a.end != b.end) { return a.end > b.end; }
    return a.rank > b.rank;
}

/// Keeps what does not contradict: a longer name holds shorter ones as inner names; of two that cross the better one stays.
std::vector<Found> settle(std::vector<Found> all)
{
    std::sort(all.begin(), all.end(), before);
    std::vector<Found> kept;
    for (auto& found : all) {
        bool drop = false;
        for (auto last = kept.size(); last-- > 0 && !drop;) {
            auto& other = kept[last];
            if (other.end <= found.begin) {
                if (other.begin + 64 < found.begin) { break; }
                continue;
            }
            if (other.begin == found.begin && other.end == found.end) {
                if (other.entries.empty() && !found.entries.empty() && other.kind == found.kind) { other.entries = found.entries; }
                drop = true;
            } else if (found.end == other.end && found.kind == other.kind && other.entries.empty() && !found.entries.empty()) {
                kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(last)); // 限制|晋祠泉域: the gazetteer knows where it begins
            } else if (found.end == other.end && found.kind == other.kind) {
                drop = true; // 昌盛锻造厂 of 定襄县昌盛锻造厂
            } else if (found.end <= other.end && found.entries.empty() && (found.kind == Kind::River || found.kind == Kind::Road) &&
                       (other.kind == Kind::Enterprise || other.kind == Kind::Mine)) {
                drop = true; // 银河 of 银河镁业有限公司
            } else if (found.end <= other.end) {
                found.inner = true;
            } else if (found.rank > other.rank || (found.rank == other.rank && found.size() > other.size())) {
                kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(last));
            } else {
                drop = true;
            }
        }
        if (!drop) { kept.push_back(std::move(found)); }
    }
    return kept;
}

/// 滹沱河流域, 黄河（汾河）流域: the basin is named by its river. 黄河流域生态保护和高质量发展 is a policy.
void extendRivers(Page const& page, std::vector<Found>& all)
{
    std::erase_if(all, [&](Found const& found) {
        return found.kind == Kind::River && page.text().substr(found.end).starts_with(U"流域生态保护和高质量发展");
    });
    std::vector<Found> joined;
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto& found = all[i];
        if (found.kind != Kind::River) { continue; }
        if (page.text().substr(found.end).starts_with(U"流域")) { found.end += 2; }
        auto const close = [](char32_t c) { return c == U'）' || c == U')'; };
        auto const open = [](char32_t c) { return c == U'（' || c == U'('; };
        if (i + 1 < all.size() && open(page.at(found.end)) && all[i + 1].kind == Kind::River && all[i + 1].begin == found.end + 1 &&
            close(page.at(all[i + 1].end)) && page.text().substr(all[i + 1].end + 1).starts_with(U"流域")) {
            Found basin = found;
            basin.end = all[i + 1].end + 3;
            if (!all[i + 1].entries.empty()) { basin.entries = all[i + 1].entries; } // the part of 黄河流域 that is 汾河's
            joined.push_back(std::move(basin));
        }
    }
    all.insert(all.end(), joined.begin(), joined.end());
}

/// "已责成启航球团有限公司": a beginning that nothing vouches for is cut to a name that the document or the gazetteer has.
class Cutter {
public:
    Cutter(Page const& page, std::vector<Found>& all) : m_page{page}, m_all{all}
    {
        for (auto const& found : all) {
            if (found.kind != Kind::County && found.kind != Kind::City && vouched(found)) {
                auto const name = page.text(found.begin, found.end);
                m_sure[found.kind].insert({name.rbegin(), name.rend()});
            }
        }
    }

    void run()
    {
        adopt();
        for (auto& found : m_all) {
            if (!found.entries.empty() || opened(found)) { continue; }
            constexpr std::size_t hill = 4; // 天龙山 is not 龙山
            if (found.kind == Kind::Site && found.size() <= hill) { continue; }
            auto const own = m_page.text(found.begin, found.end);
            auto const best = commonEnd({own.rbegin(), own.rend()}, found.kind);
            if (best > 0 && best < own.size()) { found.begin = found.end - best; }
        }
    }

private:
    /// 西山煤电屯兰矿 is the 屯兰矿 that the gazetteer knows.
    void adopt()
    {
        std::map<std::pair<Kind, std::size_t>, Found const*> known;
        for (auto const& found : m_all) {
            if (!found.entries.empty()) { known[{found.kind, found.end}] = &found; }
        }
        for (auto& found : m_all) {
            if (!found.entries.empty() || !opened(found) || found.kind == Kind::Site) { continue; }
            auto const at = known.find({found.kind, found.end});
            if (at != known.end() && at->second->begin > found.begin) { found.entries = at->second->entries; }
        }
    }

    bool opened(Found const& found) const
    {
        return m_page.adminEnd(found.begin) > found.begin || m_page.text().substr(found.begin).starts_with(U"山西") ||
               lexicon::brands().longest(m_page.text(), found.begin).length > 0;
    }

    /// A name is sure where the gazetteer has it, an administrative name opens it, or a mark stands before it.
    bool vouched(Found const& found) const
    {
        return !found.entries.empty() || opened(found) || (lexicon::isMark(m_page.before(found.begin)) && found.size() <= 12);
    }

    /// How much of a name (backwards) is the end of a sure one: all of that name, or for companies enough of it to be its short form.
    /// What has the longest common end stands beside it in the order of names read backwards.
    std::size_t commonEnd(std::u32string const& own, Kind kind) const
    {
        auto const sure = m_sure.find(kind);
        if (sure == m_sure.end()) { return 0; }
        auto const& names = sure->second;
        for (auto size = own.size() - 1; size >= 2; --size) {
            if (names.contains(own.substr(0, size))) { return size; }
        }
        if (kind != Kind::Enterprise && kind != Kind::Mine) { return 0; }
        auto const enough = sharedTail(own) + 3; // …有限公司 and at least three of its own
        std::size_t best = 0;
        auto const weigh = [&](std::u32string const& name) {
            auto const common = static_cast<std::size_t>(std::ranges::mismatch(own, name).in1 - own.begin());
            if (common >= enough && common < own.size() && common < name.size() && beginsName(name, common)) { best = std::max(best, common); }
        };
        auto const after = names.upper_bound(own);
        if (after != names.end()) { weigh(*after); }
        if (auto const last = names.lower_bound(own); last != names.begin()) { weigh(*std::prev(last)); }
        return best;
    }

    /// Whether a company's own name is that long (backwards): what stands before it is where it is, or a bracket or group.
    /// 大同市|惠达药业有限公司, but not 惠|达药业有限公司.
    bool beginsName(std::u32string const& name, std::size_t size) const
    {
        auto const front = Text{name}.substr(size);
        if (isOneOf(U"县市区省镇乡村）)", front.front()) || front.starts_with(U"西山") || front.starts_with(U"团集")) { return true; }
        auto const known = m_page.gazetteer().find(toUtf8(std::u32string{front.rbegin(), front.rend()}));
        return std::ranges::any_of(known, [&](Named const& named) {
            auto const kind = m_page.gazetteer().entry(named.entry).kind;
            return kind == Kind::County || kind == Kind::City || kind == Kind::Town;
        });
    }

    /// How much of the end of a name (backwards) says no more than that it is a company: 集团|股份有限公司.
    static std::size_t sharedTail(std::u32string const& own)
    {
        std::size_t size = 0;
        for (bool again = true; again;) {
            again = false;
            for (Text const word : {Text{U"司公限有"}, Text{U"司公任责限有"}, Text{U"份股"}, Text{U"团集"}, Text{U"任责"}, Text{U"司公分"}, Text{U"司公"}}) {
                if (Text{own}.substr(size).starts_with(word)) {
                    size += word.size();
                    again = true;
                    break;
                }
            }
        }
        return size;
    }

    Page const& m_page;
    std::vector<Found>& m_all;
    std::map<Kind, std::set<std::u32string>> m_sure; ///< names read backwards
};

/// "甲公司灰场", "甲矿煤矸石堆场": the company's own yard has no name but the company's, which stays. A yard with a name of its own
/// (甲公司|十八河尾矿库) begins behind it.
void partYards(Page const& page, std::vector<Found>& all)
{
    std::vector<std::size_t> works(page.text().size() + 1);
    for (auto const& found : all) {
        if (found.kind == Kind::Enterprise || found.kind == Kind::Mine) { works[found.begin] = std::max(works[found.begin], found.end); }
    }
    std::erase_if(all, [&](Found& found) {
        auto const end = works[found.begin];
        bool const yard = isOneOf(U"场库", page.at(found.end - 1)) || page.text(found.begin, found.end).ends_with(U"矸石山");
        if (!yard || found.kind != Kind::Site || !found.entries.empty() || end == 0 || end >= found.end) { return false; }
        for (auto i = end; i < found.end; ++i) {
            auto const hit = lexicon::formEndings().longest(page.text(), i);
            if (hit.length == 0 || i + hit.length != found.end) { continue; }
            auto const rule = lexicon::form(hit.values.front()).rule;
            if (rule != lexicon::FormRule::Facility && rule != lexicon::FormRule::Plant) { return false; }
            auto const own = page.text(end, i);
            if (own.size() < 2 || lexicon::isCommon(rule, own) || lexicon::isTrade(own)) { return true; }
            found.begin = end;
            return false;
        }
        return false;
    });
}

/// A name that begins a longer one of the document and stands alone elsewhere: 晋钢北院 beside 晋钢北院片区.
void addHeads(Page const& page, std::vector<Found>& all)
{
    std::vector<std::pair<std::u32string, std::uint32_t>> heads;
    for (auto const& found : all) {
        auto const text = page.text(found.begin, found.end);
        if (found.kind != Kind::Site || found.inner) { continue; }
        for (Text const tail : {Text{U"片区"}, Text{U"小区"}}) {
            if (text.size() >= tail.size() + 3 && text.ends_with(tail)) {
                heads.emplace_back(std::u32string{text.substr(0, text.size() - tail.size())}, 0U);
            }
        }
    }
    if (heads.empty()) { return; }
    WordIndex const index{std::move(heads)};
    for (std::size_t i = 0; i < page.text().size(); ++i) {
        auto const hit = index.longest(page.text(), i);
        if (hit.length > 0 && !page.isBlocked(i)) { all.push_back({i, i + hit.length, Kind::Site, {}, 0, false, 0}); }
    }
}

/// "…、古交市古钢院、…": in a list of places, what follows a county up to the next item is one too, whatever it is called.
void addListItems(Page const& page, std::vector<Found>& kept)
{
    std::vector<Found> more;
    constexpr std::size_t longest = 6;
    for (std::size_t i = 1; i + 1 < kept.size(); ++i) {
        auto const& county = kept[i];
        if (county.kind != Kind::County || county.inner || page.before(county.begin) != U'、') { continue; }
        auto end = county.end;
        while (end < county.end + longest + 1 && lexicon::isNameChar(page.at(end))) { ++end; }
        if (end < county.end + 2 || end > county.end + longest || page.at(end) != U'、') { continue; }
        bool const taken = kept[i + 1].begin < end;
        bool placeBefore = false;
        constexpr std::size_t farthest = 40;
        for (auto j = i; j-- > 0 && kept[j].begin + farthest > county.begin && !placeBefore;) {
            auto const kind = kept[j].kind;
            placeBefore = kept[j].end + 1 == county.begin && (kind == Kind::Village || kind == Kind::Site || kind == Kind::Town);
        }
        if (!taken && placeBefore) { more.push_back({county.end, end, Kind::Site, {}, 0, false, 0}); }
    }
    kept.insert(kept.end(), more.begin(), more.end());
    std::sort(kept.begin(), kept.end(), before);
}

} // namespace

std::vector<Found> refine(Page const& page, std::vector<Found> all)
{
    Cutter{page, all}.run();
    partYards(page, all);
    std::sort(all.begin(), all.end(), before);
    extendRivers(page, all);
    addHeads(page, all);
    auto kept = settle(std::move(all));
    addListItems(page, kept);
    return kept;
}

} // namespace zhengtu::place
