#pragma once

#include "plan/anchors.hpp"
#include "plan/plan.hpp"
#include "plan/rule_words.hpp"
#include "text/document.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

/// The claims of one sentence. Private to app/plan; claim_distances.cpp and claim_beside.cpp have how far, claim_near.cpp has how many near to what, claim_carried.cpp how many where an earlier clause says where, claim_antecedents.cpp which area 该保护区 is, claim_topics.cpp what a clause speaks of, claim_counts.cpp and claim_regions.cpp how many, claim_parts.cpp how many of them, claim_areas.cpp how large, claims.cpp what lies in what.
namespace zhengtu::plan {

/// Words that say that something has what is counted behind them.
inline constexpr std::array<std::u32string_view, 19> haveWords{U"涉及", U"分布有", U"分布着", U"聚集了", U"聚集着", U"聚集", U"集中了", U"遍布", U"仍存在", U"还存在", U"还有", U"仍有", U"建有", U"设有", U"存在", U"现有", U"共有", U"尚有", U"有"};

/// Counties as a plan counts them: 6个县（市、区）.
inline constexpr std::array<std::u32string_view, 8> countyGroups{U"县（市、区）", U"县(市、区)", U"县（区、市）", U"县（区）", U"县市区", U"区县", U"县区", U"区（县、市）"};

/// Where something lies: 甲厂位于乙自然保护区.
inline constexpr std::array<std::u32string_view, 19> lieVerbs{U"布设在", U"布置在", U"布局在", U"建设在", U"修建在", U"选址于", U"选址在", U"落入", U"坐落于", U"坐落在", U"分布在", U"位于", U"属于", U"处于", U"地处", U"建在", U"设在", U"落在", U"处在"};

/// What may stand between a place and what it has.
inline constexpr std::array<std::u32string_view, 111> countLeads{U"常年", U"长年", U"普遍", U"仍散布", U"散布着", U"散布", U"居住着", U"居住有", U"生活着", U"而", U"但", U"违规审批", U"违法审批", U"违规批准", U"违规出让", U"违规设立", U"非法堆存", U"非法堆放", U"非法倾倒", U"违规堆存", U"违规堆放", U"违规倾倒", U"非法设置", U"非法建设", U"长期", U"违规存在", U"停泊", U"仍", U"尚", U"还", U"仍存有", U"停放", U"停靠", U"饲养", U"违建", U"栽种", U"共形成", U"形成", U"堆放", U"堆存", U"建成", U"规划建设", U"开设", 
    U"的", U"共有", U"共计", U"总计", U"合计", U"共", U"现有", U"仍有", U"尚有", U"还有", U"另有", U"均有", U"建有", U"设有", U"已有", U"存有", U"分布有", U"分布着", U"分布", U"仍存在", U"存在", U"有", U"涉及",
    U"现存", U"留存", U"遗留", U"保留", U"排查出", U"排查", U"查出", U"发现", U"排查发现", U"检查发现", U"违规建设", U"违法建设", U"违规建有", U"违法建有", U"违规新建", U"违法新建", U"擅自建设", U"擅自新建", U"私自建设", U"违规设置", U"违法设置", U"私设",
    U"未批先建", U"搭建", U"违规搭建", U"修建", U"违规修建", U"违法修建", U"擅自修建", U"目前", U"被", U"聚集了", U"聚集", U"集中了", U"遍布", U"设置", U"布设", U"居住", U"先后", U"累计", U"截至目前", U"登记在册的", U"在册", U"规模以上", U"依然存在"};
/// Between what is counted and its number.
inline constexpr std::array<std::u32string_view, 18> numberLeads{U"高达", U"多达", U"达到", U"达", U"共有", U"共计", U"总计", U"合计", U"总数为", U"数量为", U"共", U"约", U"近", U"有", U"为", U"仅", U"只有", U"超过"};

/// How long the longest of `words` is that a text ends in; 0 for none.
[[nodiscard]] std::size_t endsWithLongest(std::u32string_view text, auto const& words)
{
    std::size_t longest = 0;
    for (std::u32string_view const word : words) {
        if (text.ends_with(word)) { longest = std::max(longest, word.size()); }
    }
    return longest;
}

[[nodiscard]] bool beginsWithAny(std::u32string_view text, auto const& words)
{
    return std::ranges::any_of(words, [&](std::u32string_view word) { return text.starts_with(word); });
}

/// What was, and is no more: 由2003年的 before a number.
[[nodiscard]] bool wasThen(std::u32string_view before) noexcept;
/// Whether a clause tells of work; what was built against the law is there.
[[nodiscard]] bool tellsWork(std::u32string_view clause);
/// 园区, 保护区: what an area is, without its name.
[[nodiscard]] bool isBareKind(std::u32string_view text) noexcept;
/// Gives the objects of the claims from number `first` on that are so called (该保护区核心区, 缓冲区) the name that their paragraph says before them.
void nameBareAreas(Plan& plan, std::size_t first, text::NormalText const& normal, RuleWords const& words);
/// Without the words at the end that stand between a place and how far it is.
[[nodiscard]] std::u32string_view trimmed(std::u32string_view text) noexcept;

/// Goes through the numbers of [begin, end) of the normalised text and adds what it states to the plan. In a sentence that demands (`ofRule`) only
/// how many lie in an area is a fact.
class SentenceClaims {
public:
    SentenceClaims(Plan& plan, text::NormalText const& normal, RuleWords const& words, std::size_t begin, std::size_t end, bool ofRule);
    void run();

private:
    using View = std::u32string_view;

    [[nodiscard]] std::size_t clauseBegin(std::size_t at) const;
    [[nodiscard]] std::size_t clauseEnd(std::size_t at) const;
    /// The clause before the one that begins at `at`; of a part (其中20个未修复) with the whole before it.
    [[nodiscard]] Passage clauseBefore(std::size_t at) const;
    [[nodiscard]] std::string objectKind(std::size_t begin, std::size_t end) const;
    [[nodiscard]] bool inProblem(FoundQuantity const& found) const;
    /// 要求“距居民区1000米以上”, 不得小于500米: what should be, no fact.
    [[nodiscard]] bool isDemand(FoundQuantity const& found) const;
    Claim& add(ClaimKind kind, RuleRelation relation, FoundQuantity const& found);

    /// 由批准的0.3平方公里扩大到: what was
    [[nodiscard]] bool becameOther(FoundQuantity const& found) const;
    /// Whether a number counts things that lie somewhere.
    [[nodiscard]] static bool isCounter(FoundQuantity const& found);
    /// The thing that [begin, end) speaks of first, without what leads to it and what is said of it: 甲厂 of 督察发现位于核心区的甲厂占地46亩. Nothing where it names none.
    [[nodiscard]] std::optional<Span> thingIn(std::size_t begin, std::size_t end) const;
    /// The same of the clauses before the one that begins at `at`, the nearest that names one.
    [[nodiscard]] std::optional<Span> topicBefore(std::size_t at) const;
    /// Whether [begin, end) is but a class of things (砂石厂), no name of one.
    [[nodiscard]] bool isOneOf(std::size_t begin, std::size_t end) const;

    /// A place that things are counted near to: 河道 of 距河道不足50米的养殖场12家.
    struct Near {
        Span object;
        double metres = 0; ///< 0: things in it, a stretch of that length
        std::size_t begin = 0, end = 0; ///< where the numbers of things stand
        std::size_t counted = 0;        ///< where the last one and its thing end
    };
    /// The place before a distance, without which way from it; where the clause says only that (下游3公里), what was spoken of before.
    [[nodiscard]] std::optional<Span> placeWithoutSide(std::size_t begin, std::size_t end) const;
    [[nodiscard]] FoundQuantity const* countBehind(std::size_t at) const;
    /// The place that [begin, end) ends in with 内: 避风塘 of 避风塘内. Nothing where that is a time (期限内).
    [[nodiscard]] std::optional<Span> insideEnding(std::size_t begin, std::size_t end) const;
    /// Whether [begin, end) reads as the name of a kind of things, one that the vocabulary does not know (餐馆, 小水电): for where the grammar leaves no doubt.
    [[nodiscard]] bool isPlainNoun(std::size_t begin, std::size_t end) const;
    /// The noun that [from, the number) is but for 约, 共 before the number, of whatever kind: where a verb leads to it.
    [[nodiscard]] std::optional<Span> nounBefore(FoundQuantity const& found, std::size_t from) const;
    /// What a number counts, behind it or before it from `from` on.
    [[nodiscard]] std::optional<Span> countedAround(FoundQuantity const& found, std::size_t from) const;
    /// 沿岸1公里范围内仍有化工企业17家: the distance; its number is nearCount's
    bool nearPlace(FoundQuantity const& found);
    bool nearCount(FoundQuantity const& found);
    /// 其中6家距岸线不足500米
    bool partNear(FoundQuantity const& found);
    /// 甲下游3公里处即为乙; 甲上游800米处设有乙
    bool thereIs(FoundQuantity const& found);

    bool distance(FoundQuantity const& found);
    /// 甲、乙距丙分别为1公里、2公里: each its own; false where they do not go in pairs.
    bool inTurn(FoundQuantity const& found, Span subject, Span object);
    Claim& addDistance(FoundQuantity const& found, Span subject, Span object);
    /// 甲距(离)乙…N米
    bool fromTo(FoundQuantity const& found);
    /// 甲距乙82米，丙120米: from the same
    bool alsoFrom(FoundQuantity const& found);
    /// 甲与乙相距N米
    bool between(FoundQuantity const& found);
    /// 甲设在乙上游，两者距离N公里
    bool bothApart(FoundQuantity const& found, std::size_t from);
    /// 甲毗邻乙，相距N米
    bool nextTo(FoundQuantity const& found, std::size_t from);
    /// 甲位于乙东南方向约N公里
    bool toOneSide(FoundQuantity const& found);
    /// 化工园区位于干流岸线1公里范围内
    bool inReach(FoundQuantity const& found);
    /// What the clause before `at` speaks of: 甲厂 of 甲厂建在乙村，.
    [[nodiscard]] Passage thingBefore(std::size_t at) const;
    /// 在监测点位2公里范围内有国省道
    bool within(FoundQuantity const& found);
    /// The subject of a clause: what stands in it up to `end`, behind the word that leads to it.
    [[nodiscard]] Passage subjectBefore(std::size_t begin, std::size_t end) const;

    /// 14个县中有13个…
    bool outOf(FoundQuantity const& found);
    /// The larger number of things of the same unit before, with what it counts: 11家砖瓦窑厂中，有9家…
    [[nodiscard]] std::optional<Claim> wholeBefore(FoundQuantity const& found) const;
    /// 全市医废暂存点中有37处超期存放
    bool someOf(FoundQuantity const& found, std::size_t from, View before);
    /// 11台风机位于候鸟通道: an area that the vocabulary does not know
    bool locatedElsewhere(FoundQuantity const& found);
    /// 3座铝土矿分布在乙保护区内
    bool located(FoundQuantity const& found);
    /// 泉域重点保护区涉及16家煤矿; 甲市涉及27项自然保护区的开发建设活动，其中乙区涉及9项
    bool count(FoundQuantity const& found);
    /// 甲市6个县（市、区）: how many counties the issuer has. Said once.
    bool counties(FoundQuantity const& found);
    /// 甲、乙、丙等9个县（市）
    bool countyList(FoundQuantity const& found);
    /// 甲自然保护区内违法开发问题，还有5个未整改，又新增违法开发项目16个: clauses that go on about the area that the sentence began with.
    bool carried(FoundQuantity const& found);
    /// 甲保护区内，违规建有养殖池塘31处
    bool inPlaceBefore(FoundQuantity const& found);
    /// 甲镇、乙镇 -> each of them; `begin` is where the text begins.
    [[nodiscard]] static std::vector<Span> piecesOf(View text, std::size_t begin);
    /// 甲镇、乙镇分别有养殖场12家、9家; 核心区、缓冲区分别有…
    bool countsInTurn(FoundQuantity const& found);
    /// 一级保护区内仍有居民点2处，共涉及住户46户: the place of the number before.
    bool goesOn(FoundQuantity const& found);
    /// 尾矿库42座，其中头顶库9座; 排污口386个，其中干流112个、支流274个
    bool partNamed(FoundQuantity const& found);
    /// 1326个排污口中，位于黄河干流的仅45个
    bool lyingOfWhole(FoundQuantity const& found);
    /// 全市36家球团企业; 甲市境内现有集运站39个
    bool inRegion(FoundQuantity const& found);
    /// 13家企业，涉及核心区4家、缓冲区3家: of the things counted before, how many are in a zone.
    bool inZone(FoundQuantity const& found);
    /// 涉及16家煤矿，目前甲矿、乙矿等10家仍在生产; 现有图斑46个，其中20个未修复
    bool part(FoundQuantity const& found);
    /// A number of the things of `whole`, of which `subject` says which; `of` stands before it.
    Claim& addPart(FoundQuantity const& found, Claim const& whole, Passage subject, std::string const& of = {});
    /// What is counted in [begin, end): without 的 before it and what is done about it.
    [[nodiscard]] Passage counted(std::size_t begin, std::size_t end) const;
    /// The region that [begin, end) names at its end (目前我市, 园区的): where it begins and ends; nothing where it names none.
    [[nodiscard]] std::optional<Span> regionIn(std::size_t begin, std::size_t end) const;
    struct Where {
        Span where;
        std::string kind;
        bool area = false; ///< of the vocabulary, no administrative region
        bool led = false;  ///< something leads from it to what it has: 内仍有
    };
    /// The place that stands before what is counted at `at`, what leads from one to the other (仍有, 内的, 违规建设) left out; nothing where none does.
    [[nodiscard]] std::optional<Where> placeBefore(std::size_t from, std::size_t at) const;
    /// Where the next thing of a list begins that goes on at the last count (居民住宅23处、养殖场2家) and ends at `end`; 0 where there is none.
    [[nodiscard]] std::size_t listedBegin(std::size_t from, std::size_t end) const;
    /// Where what [begin, end) begins with ends and what is said of it begins.
    [[nodiscard]] std::size_t nounEnd(std::size_t begin, std::size_t end) const;
    /// Where the words of a class end that `begin` leads to, at most `end`; `begin` itself where there is none.
    /// A general one (企业) counts alone only where `evenGeneral`.
    [[nodiscard]] std::size_t classEnd(std::size_t begin, std::size_t end, bool evenGeneral = false) const;

    /// 14个矸石场违法占地2435.127亩
    void area(FoundQuantity const& found);
    /// 甲林场、乙林场分别开垦林地2300亩、1750亩
    bool areasInTurn(FoundQuantity const& found);
    /// 围填海127.5公顷，其中61公顷至今闲置
    bool restOfWhole(FoundQuantity const& found, View before);
    /// 水源地二级保护区内有耕地1.3万亩
    void areaWithin(FoundQuantity const& found);
    /// Where the name of a part begins whose area follows that of its whole (其中水域98亩、林地20亩); 0 where it is none.
    [[nodiscard]] std::size_t partBegin(FoundQuantity const& found, View before) const;
    /// 甲片区属于禁煤区; 甲厂位于乙自然保护区实验区
    void memberships();
    /// 位于乙自然保护区核心区的甲厂: whether a thing with a name of its own follows
    bool memberBehind(Anchor const& anchor);

    Plan& m_plan;
    text::NormalText const& m_normal;
    RuleWords const& m_words;
    Stretch m_sentence;
    bool m_ofRule;
    std::size_t m_firstClaim; ///< of this sentence in the plan's claims
    std::vector<std::size_t> m_told; ///< where numbers begin that are said already
    std::string m_whole;             ///< what the last part was one of
    std::optional<Near> m_near;
    std::size_t m_counted = 0; ///< where the last number of things in a place ends
};

} // namespace zhengtu::plan
