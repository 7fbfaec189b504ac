#include "plan/claim_sentence.hpp"

#include "core/utf.hpp"
#include "plan/fields.hpp"
#include "text/characters.hpp"

#include <algorithm>
#include <string>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

/// What a region ends in, as people name it.
constexpr std::array<View, 14> regionEnds{U"街道办事处", U"街道", U"流域", U"园区", U"开发区", U"示范区", U"保护区", U"矿区", U"镇", U"乡", U"县", U"市", U"区", U"旗"};
/// Between a region and what it has.
constexpr std::array<View, 17> connectors{U"境内", U"辖区内", U"范围内", U"目前", U"现有", U"共计", U"总计", U"共有", U"共", U"仍有", U"尚有", U"已有", U"设有", U"有", U"内", U"的", U"中"};
/// A clause with one of these tells of work, its numbers are not those of what is there.
constexpr std::array<View, 18> workWords{U"完成", U"建设", U"新建", U"实施", U"推进", U"开展", U"力争", U"确保", U"计划", U"要求", U"责令", U"淘汰", U"关停", U"取缔", U"组织", U"新增", U"查处", U"检查"};
/// Where what is counted ends and what is said of it begins.
constexpr std::array<View, 22> sayingWords{U"的", U"存在", U"均", U"都", U"已", U"仍", U"未", U"全部", U"运行", U"普遍", U"进行", U"不", U"需", U"应", U"要", U"被", U"正在", U"目前", U"中", U"有", U"没", U"尚"};

} // namespace

bool SentenceClaims::countyList(FoundQuantity const& found)
{
    auto const from = clauseBegin(found.begin);
    auto before = m_sentence.text(from, found.begin);
    auto const behind = m_sentence.text(found.end, m_sentence.end());
    bool const counties = found.quantity.unit == "个" && !behind.empty() && View{U"县市区"}.find(behind.front()) != View::npos && !behind.substr(1).starts_with(U"级");
    if (!counties) { return false; }
    if (before.ends_with(U"等")) { before.remove_suffix(1); }
    std::size_t begin = 0;
    for (View const lead : {U"涉及", U"包括", U"分别为", U"分别是", U"为", U"有", U"在", U"对", U"其中"}) {
        if (auto const at = before.rfind(lead); at != View::npos) { begin = std::max(begin, at + lead.size()); }
    }
    if (before.substr(begin).find(U'、') == View::npos) { return false; }
    auto& claim = add(ClaimKind::Count, RuleRelation::Within, found);
    claim.object = passage(m_normal, from + begin, from + before.size());
    claim.objectKind = "county-group";
    auto stop = found.end;
    while (stop < m_sentence.end() && View{U"县市区（）、()"}.find(m_sentence.text(stop, stop + 1).front()) != View::npos) { ++stop; }
    claim.subject = passage(m_normal, found.end, stop);
    return true;
}

std::size_t SentenceClaims::classEnd(std::size_t begin, std::size_t end) const
{
    auto stop = end;
    auto const text = m_sentence.text(begin, end);
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (View{U"，（(；、。“及"}.find(text[i]) == View::npos && !text::isDigit(text[i]) && !beginsWithAny(text.substr(i), sayingWords)) { continue; }
        stop = begin + i;
        break;
    }
    auto best = begin;
    for (auto const& hit : m_sentence.hits()) {
        if ((hit.kind != RuleWord::Subject && hit.kind != RuleWord::Object) || hit.begin < begin || hit.end != stop) { continue; }
        bool const general = hit.kind == RuleWord::Subject && m_words.subjects[hit.entry].general;
        if (!general || hit.begin >= begin + 2) { best = stop; }
    }
    return best;
}

std::optional<Span> SentenceClaims::regionIn(std::size_t begin, std::size_t end) const
{
    for (bool again = true; again;) {
        again = false;
        for (auto const word : connectors) {
            if (!m_sentence.text(begin, end).ends_with(word)) { continue; }
            end -= word.size();
            again = true;
        }
    }
    auto const text = m_sentence.text(begin, end);
    auto const region = toUtf32(m_plan.region).value_or(std::u32string{});
    auto const bare = View{region}.substr(0, region.size() > 2 ? region.size() - 1 : 0);
    for (View const word : {View{region}, bare, View{U"全市"}, View{U"我市"}, View{U"全县"}, View{U"我县"}, View{U"全区"}, View{U"我区"}}) {
        if (!word.empty() && text.ends_with(word)) { return Span{end - word.size(), end}; }
    }
    if (region.size() > 2 && text.size() >= 2 && region.ends_with(text.substr(text.size() - 2)) && text.ends_with(U"区")) { return Span{end - 2, end}; } // 城区 of 某市城区
    if (!std::ranges::any_of(regionEnds, [&](View word) { return text.ends_with(word) && text.size() > word.size() + 1; })) { return std::nullopt; }
    auto at = end;
    while (at > begin && end - at < 20) {
        auto const previous = m_sentence.text(at - 1, at).front();
        bool const part = text::isHan(previous) || previous == U'、';
        if (!part || View{U"在对于将从向由为以被把该其的"}.find(previous) != View::npos) { break; }
        --at;
    }
    return end - at >= 3 ? std::optional{Span{at, end}} : std::nullopt;
}

bool SentenceClaims::inRegion(FoundQuantity const& found)
{
    constexpr std::array<std::string_view, 8> units{"个", "家", "座", "处", "眼", "条", "口", "宗"};
    if (!std::ranges::contains(units, found.quantity.unit) || (!m_ofRule && !inProblem(found))) { return false; }
    auto const from = clauseBegin(found.begin);
    auto const before = m_sentence.text(from, found.begin);
    if (!m_ofRule && std::ranges::any_of(workWords, [&](View word) { return before.find(word) != View::npos; })) { return false; }
    auto const take = [&](Span region, std::string kind, Span what) {
        auto& claim = add(ClaimKind::Count, RuleRelation::Within, found);
        claim.object = passage(m_normal, region.begin, region.end);
        claim.objectKind = std::move(kind);
        claim.subject = passage(m_normal, what.begin, what.end);
        return true;
    };
    auto const kindOf = [&](Span region) {
        auto const said = passage(m_normal, region.begin, region.end).text;
        auto const own = m_plan.region.ends_with(said) || m_plan.region.starts_with(said) || said == "全市" || said == "我市" || said == "全县" || said == "我县" || said == "全区" || said == "我区";
        return own ? std::string{"county-group"} : objectKind(region.begin, region.end);
    };
    if (!m_ofRule) { // 全市36家独立球团企业
        auto const end = classEnd(found.end, m_sentence.end());
        if (end > found.end && !m_sentence.text(end, m_sentence.end()).starts_with(U"中")) {
            if (auto const region = regionIn(from, found.begin)) { return take(*region, kindOf(*region), {found.end, end}); }
        }
    }
    // 甲市境内现有煤炭集运站（装车站）39个: what is counted stands before its number, and nothing of it behind
    auto const behind = m_sentence.text(found.end, m_sentence.end());
    if (!behind.empty() && View{U"，（(；。）"}.find(behind.front()) == View::npos) { return false; }
    auto what = found.begin;
    for (View const word : {U"达到", U"达", U"共有", U"共计", U"共", U"约", U"有"}) {
        if (m_sentence.text(from, what).ends_with(word)) { what -= word.size(); }
    }
    if (m_sentence.text(from, what).ends_with(U"）")) {
        if (auto const open = m_sentence.text(from, what).rfind(U'（'); open != View::npos) { what = from + open; }
    }
    for (auto const& anchor : m_sentence.anchors()) { // 管网覆盖范围内的自备水井3眼
        auto const begin = anchor.end + (m_sentence.text(anchor.end, what).starts_with(U"的") ? 1U : 0U);
        if (anchor.begin < from || begin >= what || !anchor.inside || classEnd(begin, what) != what) { continue; }
        return take({anchor.begin, anchor.nameEnd}, anchor.objects.front().kind, {begin, what});
    }
    if (m_ofRule) { return false; }
    auto const text = m_sentence.text(from, what);
    for (View const word : {U"现有", U"共有", U"仍有", U"尚有", U"有", U"境内", U"的"}) {
        auto const at = text.rfind(word);
        if (at == View::npos || at < 2 || at + word.size() + 2 > text.size()) { continue; }
        auto const begin = from + at + word.size();
        auto const region = regionIn(from, from + at);
        if (region && classEnd(begin, what) == what) { return take(*region, kindOf(*region), {begin, what}); }
    }
    return false;
}

} // namespace zhengtu::plan
