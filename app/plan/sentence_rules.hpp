#pragma once

#include "plan/anchors.hpp"
#include "plan/rule.hpp"
#include "plan/rule_words.hpp"
#include "text/document.hpp"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The rules of one sentence. Private to app/plan; sentence_rules.cpp has the forms about a place, sentence_dispositions.cpp what is
/// done with what lies there, sentence_measures.cpp those that turn on a number.
namespace zhengtu::plan {

[[nodiscard]] inline bool startsWithAny(std::u32string_view text, std::initializer_list<std::u32string_view> words) noexcept
{
    return std::ranges::any_of(words, [&](std::u32string_view word) { return text.starts_with(word); });
}

/// Goes through the clauses of [begin, end) of the normalised text; the first form of rule that fits a clause takes it.
class SentenceRules {
public:
    /// `before`: what the last rule of the paragraph is about, for a sentence that goes on (对位于实验区的，…).
    SentenceRules(text::NormalText const& normal, RuleWords const& words, std::size_t begin, std::size_t end, std::vector<RuleSubject> before = {});
    std::vector<Rule> run();

private:
    Rule& add(Stretch const& clause, RuleRelation relation, RuleSeverity severity, std::string reason);
    [[nodiscard]] std::string words(std::size_t begin, std::size_t end) const;
    [[nodiscard]] std::string words(RuleHit const& hit) const;
    void place(Rule& rule, Anchor const& anchor) const;
    /// The clause's own place, or the one that the clause before it leads with (在…范围内，禁止…).
    [[nodiscard]] Anchor const* anchorFor(Stretch const& clause) const;
    /// 煤矿项目必须扣除重叠部分的井田范围，并外推一定距离的保护煤柱
    bool minus(Stretch const& clause);
    /// 不达标的县，新建项目污染物排放总量实行两倍削减量替代
    bool offset(Stretch const& clause);
    /// 每个区启用不少于3个渣土场; 在甲县、乙县至少新建一处公园
    bool countPer(Stretch const& clause);
    /// 每个区, 各县（市、区）, 在甲县、乙县: of what something is counted.
    [[nodiscard]] std::vector<RuleObject> eachOf(Stretch const& clause, std::size_t before) const;
    /// 在干流水岸线以外不小于一百米、支流不小于五十米，划定生态功能保护线
    bool buffer(Stretch const& clause);
    [[nodiscard]] Passage bandSaid() const;
    /// 养殖场距居民区不得小于500米
    bool minimumDistance(Stretch const& clause);
    /// The objects that a least distance is from: 铁路、高速公路.
    [[nodiscard]] static std::vector<RuleObject> objectsBetween(Stretch const& clause, std::size_t begin, std::size_t end);
    /// 城六区范围内禁止…; 严禁在禁煤区…; 限制泉域范围内…
    bool demanded(Stretch const& clause);
    /// 城区禁止燃放烟花爆竹: a built-up area right before the word that forbids
    [[nodiscard]] static std::optional<Anchor> areaAlone(Stretch const& clause, RuleHit const& severity);
    /// 新建化工类项目必须入园入区
    bool required(Stretch const& clause);
    /// 项目应布设在依法设立的产业园区: a park at the end
    bool requiredIn(Stretch const& clause);
    /// 主城区禁止新建钢铁项目，现有企业全部退城入园: what is there already, in the place of the rule before.
    bool existing(Stretch const& clause);
    /// 涉及生态保护红线的矿业权，2023年底前有序退出
    bool ofThoseIn(Stretch const& clause);
    /// 在供热管网覆盖范围内，逐步取缔分散燃煤锅炉
    bool disposedThere(Stretch const& clause);
    /// Whether a clause tells what was.
    [[nodiscard]] static bool isPast(Stretch const& clause);
    /// 自然保护地核心保护区外，: a clause that only says where not
    [[nodiscard]] static bool isOutside(Stretch const& clause);
    /// 园区外: only outside of a place.
    [[nodiscard]] static bool outOf(Stretch const& clause, Anchor const& anchor);
    /// 对位于核心区内的违法开发行为，限期恢复原状; 关停集中供热范围内的分散燃煤锅炉
    bool disposed(Stretch const& clause);
    /// 禁养区内现有养殖场，限期2年内全部关闭
    bool disposedNext(Stretch const& clause, Anchor const& anchor);
    /// 除防洪工程外: a clause that only excepts
    [[nodiscard]] static bool excepts(Stretch const& clause);
    /// Where, behind what the clause speaks of, it says what to do with it (…摊点依法依规查处).
    [[nodiscard]] static std::size_t demandIn(Stretch const& clause, Anchor const& anchor);
    /// Whether what lies in an area is all to be disposed of: a class of things, and a word like 全部, 一律 right before the verb that begins at `end`.
    [[nodiscard]] static bool demandsAll(Stretch const& clause, std::size_t begin, std::size_t end);
    void dispose(Stretch const& clause, Anchor const& anchor, std::vector<RuleSubject> subjects, std::string demand, std::string reason);
    /// 推动高耗水企业退出泉域重点保护区; 建成区重污染企业搬迁退出; 实现禁煤区散煤清零
    bool left(Stretch const& clause);
    /// Places beside a word; one that stands bare (市区重污染企业退出) counts here.
    [[nodiscard]] std::vector<Anchor> anchorsAround(Stretch const& clause, RuleHit const& word) const;

    text::NormalText const& m_normal;
    RuleWords const& m_words;
    std::u32string_view m_text; ///< all of the document
    std::size_t m_begin, m_end;
    std::vector<Stretch> m_clauses;
    std::vector<RuleSubject> m_before;
    std::size_t m_at = 0;       ///< the clause at work
    std::vector<Rule> m_rules;
};

} // namespace zhengtu::plan
