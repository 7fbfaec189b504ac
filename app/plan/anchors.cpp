#include "plan/anchors.hpp"

#include "plan/fields.hpp"
#include "text/characters.hpp"
#include "text/numbering.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

constexpr View linkMarks = U"、和及与或";
constexpr View nameStops = U"在对于将从至由向为以被把等的和与及或各每距是有按使让经约其该我全并且后前要须应能可";
constexpr View closers = U"”’\"";

bool among(View set, char32_t c) noexcept { return set.find(c) != View::npos; }

/// 城六区, 三县一市, 两区三县: how many characters; 0 if none.
std::size_t countyGroup(View text) noexcept
{
    auto const place = [](char32_t c) { return c == U'县' || c == U'市' || c == U'区'; };
    auto const numeralAt = [&](std::size_t i) { return i < text.size() && text::numeralLength(text.substr(i, 1)) == 1; };
    if (text.size() >= 3 && text[0] == U'城' && numeralAt(1) && text[2] == U'区') { return 3; }
    if (text.size() >= 4 && numeralAt(0) && place(text[1]) && numeralAt(2) && place(text[3])) { return 4; }
    return 0;
}

} // namespace

std::optional<double> inMetres(Quantity const& quantity) noexcept
{
    constexpr std::array<std::pair<std::string_view, double>, 9> units{
        {{"米", 1}, {"公里", 1000}, {"千米", 1000}, {"厘米", 0.01}, {"毫米", 0.001}, {"km", 1000}, {"m", 1}, {"华里", 500}, {"里", 500}}}; // of the metric market system
    for (auto const& [unit, metres] : units) {
        if (quantity.unit == unit) { return quantity.value * metres; }
    }
    return std::nullopt;
}

std::optional<double> inSquareMetres(Quantity const& quantity) noexcept
{
    constexpr std::array<std::pair<std::string_view, double>, 19> units{{{"平方米", 1}, {"平米", 1}, {"㎡", 1}, {"m²", 1}, {"m2", 1}, {"万平方米", 1e4}, {"万㎡", 1e4}, {"万m²", 1e4}, {"万m2", 1e4},
                                                                         {"公顷", 1e4}, {"万公顷", 1e8}, {"hm²", 1e4}, {"hm2", 1e4}, {"平方公里", 1e6}, {"平方千米", 1e6}, {"km²", 1e6}, {"km2", 1e6},
                                                                         {"亩", 1e4 / 15}, {"万亩", 1e8 / 15}}};
    for (auto const& [unit, squareMetres] : units) {
        if (quantity.unit == unit) { return quantity.value * squareMetres; }
    }
    return std::nullopt;
}

Stretch::Stretch(text::NormalText const& normal, RuleWords const& words, std::size_t begin, std::size_t end)
    : m_normal{normal}, m_words{words}, m_text{normal.text}, m_begin{begin}, m_end{end}, m_hits{words.find(normal.text, begin, end)},
      m_quantities{findQuantities(normal, begin, end)}
{
    maskTitles();
    addCounties();
    findAnchors();
}

RuleHit const* Stretch::first(RuleWord kind, std::size_t from) const noexcept
{
    auto const found = std::find_if(m_hits.begin(), m_hits.end(), [&](RuleHit const& hit) { return hit.kind == kind && hit.begin >= from; });
    return found == m_hits.end() ? nullptr : &*found;
}

RuleHit const* Stretch::hitAt(RuleWord kind, std::size_t at) const noexcept
{
    auto const found = std::find_if(m_hits.begin(), m_hits.end(), [&](RuleHit const& hit) { return hit.kind == kind && hit.begin == at; });
    return found == m_hits.end() ? nullptr : &*found;
}

void Stretch::maskTitles()
{
    auto const stretch = m_text.substr(0, m_end); // never looked beyond
    for (auto open = stretch.find(U'《', m_begin); open < m_end; open = stretch.find(U'《', open + 1)) {
        auto const close = std::min(stretch.find(U'》', open), m_end);
        std::erase_if(m_hits, [&](RuleHit const& hit) { return hit.begin > open && hit.end <= close; });
        std::erase_if(m_quantities, [&](FoundQuantity const& found) { return found.begin > open && found.end <= close; });
    }
}

/// Counties are not in the vocabulary: groups by number, and names that end in 县, 区, 市 before 范围内, 境内.
void Stretch::addCounties()
{
    auto const entry = std::find_if(m_words.objects.begin(), m_words.objects.end(), [](RuleEntry const& object) { return object.name == "county-group"; });
    if (entry == m_words.objects.end()) { return; }
    auto const index = static_cast<std::size_t>(entry - m_words.objects.begin());
    auto const free = [&](std::size_t begin, std::size_t end) {
        return std::none_of(m_hits.begin(), m_hits.end(), [&](RuleHit const& hit) { return hit.kind == RuleWord::Object && hit.begin < end && begin < hit.end; });
    };
    for (auto i = m_begin; i < m_end; ++i) {
        auto length = countyGroup(m_text.substr(i, m_end - i));
        bool const named = length == 0 && among(U"县区市", m_text[i]) && i > m_begin + 1 && text::isHan(m_text[i - 1]) && text::isHan(m_text[i - 2]);
        if (named) {
            auto const rest = m_text.substr(i + 1, m_end - i - 1);
            length = rest.starts_with(U"范围内") || rest.starts_with(U"境内") || rest.starts_with(U"辖区") || rest.starts_with(U"全域") ? 1 : 0;
        }
        if (length > 0 && free(i, i + length)) { m_hits.push_back({RuleWord::Object, i, i + length, index}); }
    }
    std::stable_sort(m_hits.begin(), m_hits.end(), [](RuleHit const& a, RuleHit const& b) { return a.begin < b.begin; });
}

std::size_t Stretch::nameBegin(RuleHit const& hit) const
{
    auto at = hit.begin;
    if (countyGroup(m_text.substr(hit.begin, 4)) > 0) { // 清徐、阳曲、古交两县一市
        while (at > m_begin && (text::isHan(m_text[at - 1]) || m_text[at - 1] == U'、') && !among(U"在对于将从", m_text[at - 1])) { --at; }
        return m_text[at] == U'、' ? hit.begin : at;
    }
    auto const inName = [&](std::size_t i) { // 太和山: one character alone is linked to nothing
        bool const begins = i == m_begin + 1 || (i >= m_begin + 2 && !text::isHan(m_text[i - 2]));
        if (m_text[i] == U'全' && i > m_begin && among(U"安健完", m_text[i - 1])) { return true; } // 安全保护区
        return m_text[i] == U'和' && i > m_begin && text::isHan(m_text[i - 1]) && begins;
    };
    auto const goesBack = [&] {
        bool const ofThose = at >= m_begin + 2 && m_text[at - 1] == U'中' && m_text[at - 2] == U'其'; // 其中核心区
        if (at <= m_begin || ofThose || !text::isHan(m_text[at - 1]) || (among(nameStops, m_text[at - 1]) && !inName(at - 1))) { return false; }
        return std::none_of(m_hits.begin(), m_hits.end(), [&](RuleHit const& other) {
            return other.end == at && (other.kind == RuleWord::Stop || other.kind == RuleWord::Severity || other.kind == RuleWord::Leave || other.kind == RuleWord::Dispose ||
                                       other.kind == RuleWord::Around || other.kind == RuleWord::Soft);
        });
    };
    while (hit.begin - at < 10 && goesBack()) { --at; }
    if (auto const near = at; hit.begin - at == 10 && goesBack()) { // 桃源县沅水国家级水产种质资源保护区: not from the middle of a name
        while (hit.begin - at < 18 && goesBack() && !among(U"县市旗", m_text[at - 1])) { --at; }
        if (hit.begin - at == 18) { at = near; }
    }
    if (at > m_begin && at < hit.begin && among(U"该本全我", m_text[at - 1]) && among(U"县市区省镇乡", m_text[at])) { return at + 1; } // 该县饮用水水源保护区
    // 27项自然保护区: a counter is no name
    bool const counted = at > m_begin && at < hit.begin && text::isDigit(m_text[at - 1]);
    return counted ? at + 1 : at;
}

RuleObject Stretch::objectAt(RuleHit const& hit, std::size_t& end) const
{
    auto const& entry = m_words.objects[hit.entry];
    RuleObject object{.kind = entry.name, .zones = {}, .said = {}, .layer = entry.layer, .bounded = !entry.open};
    end = hit.end;
    if (auto const* const self = hitAt(RuleWord::Zone, hit.begin)) { object.zones.push_back(m_words.zones[self->entry].name); }
    for (auto at = end; at < m_end;) {
        if (among(closers, m_text[at])) { ++at; continue; }
        auto const* zone = hitAt(RuleWord::Zone, at);
        bool const linked = among(linkMarks, m_text[at]);
        if (zone == nullptr && linked && !object.zones.empty()) { zone = hitAt(RuleWord::Zone, at + 1); }
        if (zone == nullptr) { break; }
        object.zones.push_back(m_words.zones[zone->entry].name);
        at = end = zone->end;
    }
    object.said = passage(m_normal, nameBegin(hit), end);
    return object;
}

void Stretch::readRange(Anchor& anchor) const
{
    auto at = anchor.nameEnd;
    auto const list = [&](RuleWord kind) { return longestAt(m_text.substr(at, m_end - at), m_words.list(kind)).size(); };
    auto const quantity = [&]() -> FoundQuantity const* {
        for (auto const& found : m_quantities) {
            if (found.begin < at || found.begin > at + 4 || !inMetres(found.quantity)) { continue; }
            auto const between = m_text.substr(at, found.begin - at);
            for (View const word : {U"", U"约", U"各", U"不足", U"小于", U"不到", U"不小于", U"不少于", U"不低于", U"至少", U"外各", U"直线", U"上游", U"下游", U"上风向", U"下风向"}) {
                if (between == word) { return &found; }
            }
        }
        return nullptr;
    };
    while (at < m_end) {
        auto const rest = m_text.substr(at, m_end - at);
        if (among(closers, rest[0]) || rest.starts_with(U"等")) { ++at; continue; }
        if (rest[0] == U'（' && rest.substr(0, 12).find(U'）') != View::npos) { at += rest.find(U'）') + 1; continue; }
        if (rest[0] == U'及' && !longestAt(rest.substr(1), m_words.list(RuleWord::Around)).empty()) { ++at; continue; }
        auto const* const found = quantity();
        auto const behind = found == nullptr ? View{} : m_text.substr(found->end, m_end - found->end);
        bool const stretch = std::ranges::any_of(std::array<View, 9>{U"河段", U"河道", U"路段", U"岸线", U"沿线", U"两岸", U"两侧", U"沿岸", U"长"}, [&](View word) { return behind.starts_with(word); });
        if (auto const part = rest.substr(0, 5).find(U'段'); part != View::npos && part > 0 && std::ranges::all_of(rest.substr(0, part), text::isHan) && list(RuleWord::Around) == 0 && list(RuleWord::Inside) == 0) {
            at += part + 1; // 城区段, 上游段
            anchor.end = at;
            continue;
        }
        if (found != nullptr && stretch) { // 沿岸18公里河段内: how long it is
            at = found->end + (behind.starts_with(U'长') ? 1 : 2);
            if (behind.starts_with(U"长的")) { ++at; }
            anchor.around = true;
        } else if (found != nullptr) {
            anchor.distance = RuleParameter{.name = "distance", .value = inMetres(found->quantity), .comparator = found->quantity.comparator, .unit = "m", .said = found->quantity.said};
            at = found->end;
        } else if (auto const length = list(RuleWord::Unstated); length > 0) {
            anchor.distance = RuleParameter{.name = "distance", .value = std::nullopt, .comparator = "<=", .unit = "m", .said = passage(m_normal, at, at + length)};
            at += length;
        } else if (auto const near = list(RuleWord::Around); near > 0) {
            anchor.around = true;
            at += near;
        } else if (auto const out = list(RuleWord::Outside); out > 0) {
            anchor.outside = true;
            at += out;
        } else if (auto const in = list(RuleWord::Inside); in > 0) {
            anchor.inside = true;
            at += in;
        } else {
            break;
        }
        anchor.end = at;
    }
}

bool Stretch::goesOn(RuleHit const& hit, RuleHit const& other) const
{
    auto const& a = m_words.objects[hit.entry];
    auto const& b = m_words.objects[other.entry];
    return other.begin == hit.end && ((a.line && b.line) || (!a.zoned && b.zoned));
}

void Stretch::findAnchors()
{
    for (std::size_t i = 0; i < m_hits.size(); ++i) {
        if (m_hits[i].kind != RuleWord::Object || (!m_anchors.empty() && m_hits[i].begin < m_anchors.back().end)) { continue; }
        Anchor anchor;
        anchor.zoned = true;
        auto const* hit = &m_hits[i];
        auto nameOfLine = nameBegin(*hit);
        for (auto const& other : m_hits) { // 汾河 of 汾河干流岸线 is the beginning of a name
            if (other.kind == RuleWord::Object && goesOn(*hit, other)) { hit = &other; }
        }
        bool lineGoesOn = hit != &m_hits[i];
        while (hit != nullptr) {
            auto const& entry = m_words.objects[hit->entry];
            auto const from = lineGoesOn ? nameOfLine : nameBegin(*hit);
            if (anchor.objects.empty()) { anchor.begin = from; }
            anchor.objects.push_back(objectAt(*hit, anchor.nameEnd));
            if (lineGoesOn) { anchor.objects.back().said = passage(m_normal, from, anchor.nameEnd); }
            lineGoesOn = false;
            anchor.zoned = anchor.zoned && entry.zoned;
            anchor.group = anchor.group || countyGroup(m_text.substr(hit->begin, 4)) > 0;
            anchor.end = anchor.nameEnd;
            // The next object of a list: 禁煤区、建成区及城乡结合部
            auto next = anchor.nameEnd;
            while (next < m_end && among(closers, m_text[next])) { ++next; }
            hit = nullptr;
            bool const others = next < m_end && m_text[next] == U'等' && hitAt(RuleWord::Object, next + 1) != nullptr; // 甲河、乙河等主要河流
            if (next >= m_end || (!among(linkMarks, m_text[next]) && !others)) { break; }
            ++next;
            for (auto const& other : m_hits) {
                if (other.kind == RuleWord::Object && other.begin >= next && other.begin <= next + 6) {
                    auto const name = nameBegin(other);
                    bool const opens = next < m_end && (m_text[next] == U'“' || m_text[next] == U'"');
                    if (name <= next + (opens ? 1U : 0U)) { hit = &other; }
                    for (auto const& longer : m_hits) { // 主要支流河道管理范围
                        if (hit != nullptr && longer.kind == RuleWord::Object && goesOn(*hit, longer)) {
                            hit = &longer;
                            nameOfLine = name;
                            lineGoesOn = true;
                        }
                    }
                    break;
                }
            }
        }
        readRange(anchor);
        auto const before = m_text.substr(m_begin, anchor.begin - m_begin);
        anchor.placed = before.ends_with(U"在") || before.ends_with(U"于") || before.ends_with(U"在“") || before.ends_with(U"对") || before.ends_with(U"向");
        // What ends or begins in time is no place: 退出建成区范围前
        auto const behind = m_text.substr(anchor.end, m_end - anchor.end);
        bool const time = behind.starts_with(U"前") || behind.starts_with(U"后") || behind.starts_with(U"期间");
        bool const bare = !anchor.inside && !anchor.around && !anchor.outside && !anchor.distance;
        bool const single = anchor.objects.size() == 1 && anchor.nameEnd - anchor.begin < 2;
        if (time || single || (bare && !anchor.zoned && !anchor.placed && !anchor.group)) { continue; }
        m_anchors.push_back(std::move(anchor));
    }
}

std::vector<RuleSubject> Stretch::subjects(std::size_t from, std::size_t to, bool evenPlaces) const
{
    struct Found { std::size_t entry, begin, end; };
    std::vector<Found> found;
    for (auto const& hit : m_hits) {
        if (hit.kind != RuleWord::Subject || hit.begin < from || hit.end > to) { continue; }
        bool const inAnchor = !evenPlaces && std::any_of(m_anchors.begin(), m_anchors.end(), [&](Anchor const& anchor) { return hit.begin >= anchor.begin && hit.begin < anchor.nameEnd; });
        bool const covered = !found.empty() && hit.begin < found.back().end;
        if (inAnchor || covered) { continue; }
        auto const same = std::find_if(found.begin(), found.end(), [&](Found const& other) { return other.entry == hit.entry; });
        if (same == found.end()) {
            found.push_back({hit.entry, hit.begin, hit.end});
        } else if (hit.begin - same->end <= 12) {
            same->end = hit.end;
        }
    }
    bool const special = std::any_of(found.begin(), found.end(), [&](Found const& one) { return !m_words.subjects[one.entry].general; });
    std::vector<RuleSubject> list;
    for (auto const& one : found) {
        auto const& entry = m_words.subjects[one.entry];
        if (special && entry.general) { continue; }
        list.push_back({entry.name, passage(m_normal, one.begin, one.end)});
    }
    return list;
}

} // namespace zhengtu::plan
