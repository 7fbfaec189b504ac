#include "plan/claim_sentence.hpp"

#include "core/utf.hpp"
#include "plan/fields.hpp"
#include "plan/quantities.hpp"
#include "text/characters.hpp"

#include <algorithm>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

/// What leads to the thing that a clause speaks of.
constexpr std::array<View, 32> topicLeads{U"影响最大的", U"督察进驻期间", U"督察期间", U"检查时", U"现场检查时", U"现场检查", U"检查发现", U"督察发现", U"督察组发现", U"抽查发现", U"排查发现", U"经现场核查", U"经核查", U"经核实", U"经查", U"群众反映", U"群众举报",
                                     U"截至目前", U"目前", U"其中", U"此外", U"另外", U"同时", U"尤其是", U"特别是", U"例如", U"如", U"但", U"且", U"而", U"以及", U"，"};
/// Where the thing ends and what is said of it begins.
constexpr std::array<View, 80> topicSayings{U"卫生防护", U"大气防护", U"环境防护", U"大气环境防护", U"安全防护", U"有", U"重叠", U"至今", U"总占地", U"臭味", U"异味", U"噪声", U"扬尘", U"占地", U"占用", U"侵占", U"压占", U"压覆", U"堆存", U"堆放", U"贮存", U"距", U"离", U"相距", U"紧邻", U"毗邻", U"紧挨", U"紧靠", U"邻近", U"临近", U"靠近", U"违规", U"违法", U"擅自", U"非法", U"私自", U"未", U"仍", U"尚", U"长期", U"存在",
                                       U"建成", U"始建", U"建于", U"成立", U"投产", U"投运", U"属于", U"位于", U"坐落", U"地处", U"建在", U"设在", U"处于", U"选址", U"总面积", U"面积", U"总投资", U"设计", U"年产", U"总库容", U"库容", U"规模", U"已", U"均", U"因", U"由于",
                                       U"露天", U"直排", U"排放", U"超标", U"没有", U"无", U"应", U"须", U"沿", U"流经", U"被", U"最近", U"还"};
/// Begin with the character of a saying and are none: 分离, 撤离, 隔离; 无害化, 沿线.
constexpr std::array<View, 29> partsOfWords{U"规模化", U"规模以上", U"规模养殖", U"堆放点", U"堆放场", U"堆存点", U"堆存场", U"贮存场", U"贮存库", U"有限", U"有色", U"有机", U"国有", U"所有", U"有害", U"排放口", U"隔离", U"分离", U"脱离", U"撤离", U"无害化", U"无煤区", U"无燃煤区", U"反应", U"供应", U"相应", U"适应", U"沿线", U"沿岸"};

bool isPart(View text, std::size_t at) noexcept
{
    return std::ranges::any_of(partsOfWords, [&](View part) { return text.substr(at).starts_with(part) || (at > 0 && text.substr(at - 1).starts_with(part)); });
}

/// 甲与乙相距…: the thing ends before what it is told apart from.
bool tellsApart(View text, std::size_t at) noexcept
{
    if (View{U"与和跟"}.find(text[at]) == View::npos) { return false; }
    auto const rest = text.substr(at + 1);
    return std::ranges::any_of(std::array<View, 6>{U"相距", U"间距", U"距离", U"相隔", U"重叠", U"交界"}, [&](View word) { return rest.find(word) != View::npos; });
}

/// 2021年, 2020年以来: when.
std::size_t whenLength(View text) noexcept
{
    std::size_t i = 0;
    while (i < text.size() && text::isDigit(text[i])) { ++i; }
    if (i != 4 || i >= text.size() || text[i] != U'年') { return 0; }
    for (++i; i < text.size() && (text::isDigit(text[i]) || View{U"月日底末初至以来起"}.find(text[i]) != View::npos); ++i) {}
    return i;
}

} // namespace

std::optional<Span> SentenceClaims::thingIn(std::size_t begin, std::size_t end) const
{
    for (bool again = true; again;) {
        again = false;
        auto const text = m_sentence.text(begin, end);
        auto const skip = [&](std::size_t length) {
            begin += length;
            again = again || length > 0;
        };
        skip(whenLength(text));
        if (again) { continue; }
        for (auto const lead : topicLeads) {
            if (!text.starts_with(lead) || text.size() < lead.size()) { continue; }
            skip(lead.size());
            break;
        }
        if (again) { continue; }
        if (text.starts_with(U"的") && text.size() > 3) { // 群众反映的甲厂
            skip(1);
            continue;
        }
        auto const found = text.substr(0, 16).find(U"发现");
        if (found != View::npos) { skip(found + 2); }
    }
    auto text = m_sentence.text(begin, end);
    if (beginsWithAny(text, lieVerbs) || text.starts_with(U"在")) { // 位于核心区的甲厂
        auto const of = text.rfind(U'的');
        if (of == View::npos) { return std::nullopt; }
        begin += of + 1;
        text = m_sentence.text(begin, end);
    }
    if (!text.empty() && (text::isDigit(text.front()) || beginsWithAny(text, topicSayings)) && !isPart(text, 0)) { return std::nullopt; }
    for (View const where : {U"违法建设的", U"违规建设的", U"擅自建设的", U"非法建设的", U"违法修建的", U"内的", U"上方的", U"下方的", U"附近的", U"周边的", U"旁的"}) { // 森林公园内的甲度假村
        auto const of = text.rfind(where);
        if (of == View::npos || of + where.size() + 2 > text.size()) { continue; }
        begin += of + where.size();
        text.remove_prefix(of + where.size());
    }
    for (std::size_t i = 1; i < text.size(); ++i) {
        bool const counted = std::ranges::any_of(m_sentence.quantities(), [&](FoundQuantity const& one) { return one.begin == begin + i && isCounter(one) && classEnd(one.end, end, true) == one.end; }); // 违建别墅38栋, not 3个码头
        bool const number = counted || text[i] == U'（' || (text[i] == U'约' && i + 1 < text.size() && text::isDigit(text[i + 1]));
        bool const says = number || (beginsWithAny(text.substr(i), topicSayings) && !isPart(text, i)) || tellsApart(text, i);
        if (!says || i < 2) { continue; }
        end = begin + i;
        break;
    }
    text = m_sentence.text(begin, end);
    for (View const word : {U"的", U"也", U"都", U"，"}) {
        if (text.ends_with(word)) { --end; text.remove_suffix(1); }
    }
    bool const direction = text.find_first_not_of(U"东南西北角侧面部中") == View::npos;
    if (text.size() <= 6 && text.starts_with(U"经") && beginsWithAny(text.substr(1), std::array<View, 6>{U"比对", U"核", U"调查", U"查", U"测", U"排查"})) { return std::nullopt; } // 经比对
    if (text.ends_with(U"之隔") || text.ends_with(U"内") || text.ends_with(U"外")) { return std::nullopt; } // where, not what
    bool const share = text.size() <= 5 && text.ends_with(U"成"); // 近三成
    bool const some = share || beginsWithAny(text, std::array<View, 9>{U"过半", U"半数", U"一半", U"大部分", U"部分", U"多数", U"其余", U"最近的", U"有的"});
    bool const pronoun = some || (beginsWithAny(text, std::array<View, 5>{U"其", U"该区域", U"厂界", U"周边", U"附近"}) && text.size() < 4);
    if (text.size() < 2 || text.size() > 40 || direction || pronoun) { return std::nullopt; }
    return Span{begin, end};
}

std::optional<Span> SentenceClaims::topicBefore(std::size_t at) const
{
    while (at > m_sentence.begin()) {
        auto const begin = clauseBegin(at - 1);
        if (m_plan.claims.size() > m_firstClaim && m_plan.claims.back().kind == ClaimKind::Count) { // what was counted there
            auto const counted = normalSpan(m_normal, m_plan.claims.back().subject.span);
            if (counted.begin >= begin && counted.end <= at) { return counted; }
        }
        auto const thing = thingIn(begin, at - 1);
        bool const bare = thing && m_sentence.text(begin, at - 1).size() > 0 && m_sentence.text(thing->begin, thing->end) == m_sentence.text(begin, at - 1) && thing->end - thing->begin < 3;
        if (thing && !bare) { return thing; }
        at = begin;
    }
    return std::nullopt;
}

bool SentenceClaims::isOneOf(std::size_t begin, std::size_t end) const
{
    auto const text = m_sentence.text(begin, end);
    return std::ranges::any_of(m_sentence.hits(), [&](RuleHit const& hit) { return (hit.kind == RuleWord::Subject || hit.kind == RuleWord::Object) && hit.begin == begin && hit.end == end; }) ||
           text.ends_with(U"企业") || text.ends_with(U"项目") || text.ends_with(U"行为") || text.ends_with(U"问题") || text.ends_with(U"活动");
}

} // namespace zhengtu::plan
