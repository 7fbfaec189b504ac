#include "place/county_finder.hpp"
#include "place/lexicon.hpp"

#include <algorithm>

namespace zhengtu::place {

bool CountyFinder::byName(std::size_t i)
{
    auto& item = m_items[i];
    std::set<std::string> counties;
    for (auto j = i + 1; j < m_items.size() && m_items[j].begin < item.end; ++j) {
        if (m_items[j].kind == Kind::County && contains(item, m_items[j])) { counties.insert(m_items[j].adcode); }
    }
    if (counties.size() != 1 || counties.begin()->empty()) { return false; }
    return give(item, *counties.begin(), "its name contains " + label(*counties.begin()), true);
}

bool CountyFinder::bySide(std::size_t i)
{
    auto& item = m_items[i];
    auto begin = item.begin;
    for (Text const word : {Text{U"境内的"}, Text{U"境内"}, Text{U"辖区内的"}, Text{U"辖区内"}, Text{U"的"}, Text{U"出境"}, Text{U"范围内的"}}) {
        if (begin > word.size() && m_page.text(begin - word.size(), begin) == word && endingAt(begin - word.size(), i) != nullptr) {
            begin -= word.size();
            break;
        }
    }
    auto const* const side = endingAt(begin, i);
    // "甲县、乙县某河": the river is of both, or of neither.
    bool const shared = side != nullptr && isLong(item.kind) && side->kind == Kind::County && side->begin > 0 &&
                        joins(m_page.before(side->begin)) && previousIsCounty(static_cast<std::size_t>(side - m_items.data()));
    if (side != nullptr && !side->adcode.empty() && !shared) {
        bool const place = side->kind == Kind::County || side->kind == Kind::Town || side->kind == Kind::Village || side->kind == Kind::Road ||
                           side->kind == Kind::River;
        bool const elsewhere = item.kind == Kind::Town && side->kind != Kind::County && !fits(item, side->adcode); // 甲镇乙镇交界处, each of its own county
        if (place && !elsewhere && (side->kind == Kind::County || side->kind == Kind::Town || side->fromText)) {
            auto const what = side->kind == Kind::County ? label(side->adcode) : utf8(*side) + " of " + label(side->adcode);
            return give(item, side->adcode, what + " stands directly before it", side->fromText);
        }
    }
    // S210省道怀仁市…段, 汾河清徐县境内
    if (isLong(item.kind)) {
        for (auto j = i + 1; j < m_items.size() && m_items[j].begin <= item.end + 1; ++j) {
            if (m_items[j].begin == item.end && m_items[j].kind == Kind::County && !followsRiverName(m_items[j])) {
                return give(item, m_items[j].adcode, label(m_items[j].adcode) + " stands directly after it", true);
            }
        }
    }
    return false;
}

bool CountyFinder::byBracket(std::size_t i)
{
    auto& item = m_items[i];
    if (!isOneOf(U"（(", m_page.at(item.end))) { return false; }
    for (auto j = i + 1; j < m_items.size() && m_items[j].begin <= item.end + 3; ++j) {
        auto const& other = m_items[j];
        if (other.begin <= item.end || other.kind == Kind::City) { continue; }
        auto const adcode = other.kind == Kind::County ? other.adcode : countyInside(j);
        if (!adcode.empty()) { return give(item, adcode, label(adcode) + " is named in the brackets after it", true); }
    }
    return false;
}

std::string CountyFinder::countyInside(std::size_t i) const
{
    for (auto j = i + 1; j < m_items.size() && m_items[j].begin < m_items[i].end; ++j) {
        if (m_items[j].kind == Kind::County && contains(m_items[i], m_items[j])) { return m_items[j].adcode; }
    }
    return {};
}

bool CountyFinder::opensWithCity(Item const& item) const
{
    if (m_page.text().substr(item.begin).starts_with(U"山西")) { return true; }
    return m_cityBegins.contains(item.begin);
}

bool CountyFinder::byList(std::size_t i)
{
    auto& item = m_items[i];
    if (isLong(item.kind) || item.begin < 2 || !joins(m_page.before(item.begin)) || opensWithCity(item)) { return false; }
    auto const* const last = endingAt(item.begin - 1, i);
    if (last == nullptr || last->adcode.empty() || !last->fromText || last->kind == Kind::County || (isLong(last->kind) && isCompany(item.kind))) { return false; }
    bool const conjunction = m_page.before(item.begin) != U'、';
    if (isCompany(item.kind) && !conjunction) { return false; }
    if (isCompany(last->kind) && !isCompany(item.kind)) { return false; }
    bool const hamlets = item.kind == Kind::Village && last->kind == Kind::Village; // 鲍店镇北庄村、西韩村, though the register has a 西韩村 elsewhere only
    if (bearsCounty(*last) || (!hamlets && !fits(item, last->adcode))) { return false; }
    return give(item, last->adcode, "in one list with " + utf8(*last) + " of " + label(last->adcode), true);
}

bool CountyFinder::bearsCounty(Item const& item) const
{
    auto const end = m_page.adminEnd(item.begin);
    return end > item.begin && end < item.end && !isOneOf(U"县市区", m_page.before(end)) && m_page.adminBegin(item.begin) == item.begin;
}

bool CountyFinder::isSubject(std::size_t i, std::size_t verb) const
{
    auto end = m_items[i].end;
    for (auto j = i + 1; j < m_items.size() && m_items[j].begin <= end + 1; ++j) {
        if (m_items[j].begin == end + 1 && joins(m_page.at(end))) { end = m_items[j].end; }
    }
    constexpr std::size_t longest = 6;
    if (verb < end || verb - end > longest) { return false; }
    auto const between = m_page.text(end, verb);
    return between.empty() || isOneOf(U"，（(在均都分等共", between.front());
}

bool CountyFinder::byCue(std::size_t i)
{
    auto& item = m_items[i];
    auto const end = m_page.clauseEnd(item.end);
    for (auto j = i + 1; j < m_items.size() && m_items[j].begin < end; ++j) {
        auto const& other = m_items[j];
        auto const from = other.begin;
        auto const cue = [&](Text word) { return from >= word.size() && m_page.text(from - word.size(), from) == word; };
        auto const said = cue(U"位于") || cue(U"地处") ? 2U : cue(U"坐落于") || cue(U"坐落在") ? 3U : 0U;
        if (other.kind == Kind::County && said > 0 && !isLong(item.kind) && isSubject(i, from - said)) {
            return give(item, other.adcode, label(other.adcode) + " is where the sentence puts it", true);
        }
        if (item.kind == Kind::Road && (cue(U"距") || cue(U"离") || cue(U"距离")) && from <= item.end + 3) {
            auto const adcode = other.kind == Kind::County ? other.adcode : countyInside(j);
            // "A、B，距甲县、乙县": which is whose is not said.
            bool const listed = other.kind == Kind::County && joins(m_page.at(other.end));
            if (!adcode.empty() && !listed) { return give(item, adcode, "near a place of " + label(adcode), true); }
        }
    }
    return false;
}

namespace {

using Text = std::u32string_view;

/// Words between a county and a name that lead out of the county: carried to; and right behind the county upstream of it, near it.
bool leadsAway(Text between)
{
    for (Text const word : {Text{U"运往"}, Text{U"运至"}, Text{U"运到"}, Text{U"送往"}, Text{U"送至"}, Text{U"转运"}, Text{U"倾倒至"}, Text{U"倾倒到"}, Text{U"搬迁至"}, Text{U"迁至"},
                            Text{U"迁往"}, Text{U"流入"}, Text{U"汇入"}, Text{U"流向"}, Text{U"输送"}}) {
        if (between.find(word) != Text::npos) { return true; }
    }
    for (Text const word : {Text{U"上游"}, Text{U"下游"}, Text{U"以东"}, Text{U"以西"}, Text{U"以南"}, Text{U"以北"}, Text{U"附近"}, Text{U"周边"}, Text{U"交界"}, Text{U"接壤"},
                            Text{U"相邻"}, Text{U"以外"}}) {
        if (between.starts_with(word)) { return true; }
    }
    return false;
}

/// Words that name a company which works for others or elsewhere.
bool hires(Text before)
{
    for (Text const word : {Text{U"委托"}, Text{U"聘请"}, Text{U"邀请"}, Text{U"引进"}, Text{U"联合"}, Text{U"交由"}, Text{U"交"}, Text{U"由"}, Text{U"与"}, Text{U"向"}, Text{U"给"}, Text{U"借鉴"}, Text{U"采购"}, Text{U"依托"}}) {
        if (before.ends_with(word)) { return true; }
    }
    return false;
}

/// Words before a county that keep a name out of it: 距代县5公里的云岭煤矿.
bool keepsOff(Text before)
{
    for (Text const word : {Text{U"距"}, Text{U"距离"}, Text{U"离"}, Text{U"毗邻"}, Text{U"紧邻"}, Text{U"邻近"}, Text{U"靠近"}, Text{U"相邻的"}, Text{U"除"}, Text{U"运往"}, Text{U"流向"}}) {
        if (before.ends_with(word)) { return true; }
    }
    return false;
}

} // namespace

bool CountyFinder::byClause(std::size_t i)
{
    auto& item = m_items[i];
    if (isLong(item.kind) || item.kind == Kind::Other || opensWithCity(item) || item.kind == Kind::SpringZone) { return false; }
    bool const settlement = item.kind == Kind::Town || item.kind == Kind::Village || item.kind == Kind::MonitoringSection;
    auto const begin = m_page.clauseBegin(item.begin);
    for (auto j = i; j-- > 0 && m_items[j].begin >= begin;) {
        auto const& other = m_items[j];
        if (contains(other, item) || other.kind != Kind::County) { continue; }
        bool const scene = m_page.before(other.begin) == U'在' || m_page.text(other.begin - std::min<std::size_t>(2, other.begin), other.begin) == U"位于";
        auto const between = m_page.text(std::min(other.end, item.begin), item.begin);
        if (!homes(item).contains(other.adcode) && (leadsAway(between) || keepsOff(m_page.text(begin, other.begin)))) { return false; }
        bool const breath = between.find_first_of(U"，、：") == Text::npos;
        bool const confirmed = settlement && homes(item).contains(other.adcode);
        if (!confirmed && !breath && !(scene && between.find(U'、') == Text::npos)) { return false; }
        if (isInner(j) && isCompany(item.kind)) { return false; }
        if (isCompany(item.kind) && (between.ends_with(U"委托") || between.ends_with(U"聘请") || between.ends_with(U"引进") || between.ends_with(U"采购"))) { return false; }
        bool const listed = joins(m_page.at(other.end)) || (other.begin > 0 && joins(m_page.before(other.begin)) && previousIsCounty(j));
        if (listed || !fits(item, other.adcode)) { return false; }
        return give(item, other.adcode, label(other.adcode) + " is named before it in the same sentence", true);
    }
    return false;
}

bool CountyFinder::isHired(std::size_t begin) const { return hires(m_page.text(begin - std::min<std::size_t>(2, begin), begin)); }

bool CountyFinder::byOpening(std::size_t i)
{
    auto& item = m_items[i];
    bool const standing = item.kind == Kind::Lake || item.kind == Kind::Reservoir || item.kind == Kind::Park || item.kind == Kind::Wwtp ||
                          item.kind == Kind::Site || item.kind == Kind::MonitoringSection || item.kind == Kind::Mine;
    bool const brook = item.kind == Kind::River && item.entries.empty(); // no layer and no table has it: a small one
    bool const unlisted = (item.kind == Kind::Town || item.kind == Kind::Village) && homes(item).empty(); // "灵丘县清退…；对某镇某村…"
    bool const works = isCompany(item.kind) && !isHired(item.begin) && homes(item).empty();
    if ((!standing && !brook && !unlisted && !works) || opensWithCity(item)) { return false; }
    auto const begin = unlisted ? m_page.sentenceBegin(item.begin) : m_page.clauseBegin(item.begin);
    if (opens(i, begin, m_page.clauseEnd(item.end), !unlisted)) { return true; }
    // 一、平定县完成…。某煤业落实主体责任: a numbered paragraph about one county.
    auto const line = m_page.lineBegin(item.begin);
    return line < begin && lexicon::isNumeral(m_page.at(line + (isOneOf(U"（(", m_page.at(line)) ? 1 : 0))) && opens(i, line, m_page.lineEnd(item.end), false);
}

bool CountyFinder::opens(std::size_t i, std::size_t begin, std::size_t end, bool placesOnly)
{
    auto& item = m_items[i];
    Item const* county = nullptr;
    for (auto j = i; j-- > 0 && m_items[j].begin >= begin;) {
        if (m_items[j].kind == Kind::County || m_items[j].kind == Kind::City) { county = &m_items[j]; }
    }
    if (county == nullptr || county->kind != Kind::County || county->adcode.empty()) { return false; }
    auto front = m_page.text(begin, county->begin);
    if (auto const label = front.rfind(U'：'); label != Text::npos) { front.remove_prefix(label); } // 反映情况：|介休市
    if (!std::ranges::all_of(front, [](char32_t c) { return lexicon::isMark(c) || lexicon::isNumeral(c) || isOneOf(U"十是", c); })) { return false; }
    if (isCompany(item.kind) && item.kind != Kind::Mine && std::ranges::none_of(front, lexicon::isNumeral)) { return false; } // 1.代县…: an item of a list is of one county, a sentence may not be
    auto const between = m_page.text(county->end, item.begin);
    constexpr std::size_t verb = 3; // 古交市|对|屯兰河
    bool located = between.size() <= verb; // 长子县|申村水库: it is said of places, not of a road through the county
    for (auto j = static_cast<std::size_t>(county - m_items.data()) + 1; j < m_items.size() && m_items[j].begin < end; ++j) {
        auto const& other = m_items[j];
        located = located || (other.begin == county->end && !isLong(other.kind));
        if (other.kind == Kind::City || (other.kind == Kind::County && other.adcode != county->adcode)) { return false; }
    }
    if ((placesOnly && !located) || leadsAway(between) || !fits(item, county->adcode)) { return false; }
    return give(item, county->adcode, label(county->adcode) + " opens the sentence and is the only one in it", true);
}

bool CountyFinder::byScene(std::size_t i)
{
    auto& item = m_items[i];
    if (item.scene.empty() || item.kind == Kind::Other || item.kind == Kind::SpringZone) { return false; }
    auto const last = m_page.before(item.end);
    bool const small = item.entries.empty() && (item.kind == Kind::River || (item.kind == Kind::Road && isOneOf(U"路街巷", last))); // a brook, a street
    if ((isLong(item.kind) && !small) || (opensWithCity(item) && !isCompany(item.kind))) { return false; }
    auto const& scene = item.scene;
    auto const begin = m_page.clauseBegin(item.begin), end = m_page.clauseEnd(item.end);
    auto const leads = [&](Item const& other) {
        bool const otherCity = other.kind == Kind::City && (other.entries.empty() || entry(other.entries.front()).adcode != m_page.scope().cityAdcode);
        return otherCity || (other.kind == Kind::County && other.adcode != scene);
    };
    for (auto j = i; j-- > 0 && m_items[j].begin >= begin;) {
        if (leads(m_items[j])) { return false; }
    }
    for (auto j = i + 1; j < m_items.size() && m_items[j].begin < end; ++j) {
        if (leads(m_items[j])) { return false; }
    }
    if (item.kind != Kind::Village && !fits(item, scene)) { return false; }
    return give(item, scene, label(scene) + " is the county of its heading, row or letter", true);
}

bool CountyFinder::byCountedList(std::size_t i)
{
    auto& item = m_items[i];
    if (item.list == 0 || opensWithCity(item)) { return false; }
    std::string county;
    for (auto const j : m_lists[item.list]) {
        if (m_items[j].adcode.empty()) { continue; }
        if (!county.empty() || !m_items[j].fromText) { return false; }
        county = m_items[j].adcode;
    }
    return give(item, county, label(county) + " opens the list", true);
}

bool CountyFinder::previousIsCounty(std::size_t j) const
{
    auto const* const last = endingAt(m_items[j].begin - 1, j);
    return last != nullptr && last->kind == Kind::County;
}

} // namespace zhengtu::place
