#pragma once

#include "plan/bulletin_items.hpp"

#include <optional>

namespace zhengtu::plan {

/// 将办理情况报送我办: a sentence that asks to be told the outcome.
[[nodiscard]] bool asksReport(std::u32string_view sentence) noexcept;

/// Of whom a bulletin or letter demands something, where the demand stands apart from the problems. Each reading of a demand adds what was
/// doubtful about its dates to `notices`. Private to app/plan.
class BulletinDemands {
public:
    BulletinDemands(text::NormalText const& normal, std::u32string_view source, std::optional<int> year, BulletinItems const& items, Dictionary const& dictionary);

    /// 郊区人民政府： at the head of a letter: who must do what it asks of "you".
    [[nodiscard]] std::vector<Unit> const& addressee() const noexcept { return m_addressee; }
    void address(std::vector<Unit> units) { m_addressee = std::move(units); }

    /// It is one in particular, not 各县.
    [[nodiscard]] bool addressesSomebody() const noexcept { return !m_addressee.empty() && !m_addressee.front().name.text.starts_with("各"); }

    /// 请你县立即…, 你单位要…
    [[nodiscard]] bool asksAddressee(std::u32string_view sentence) const noexcept;

    /// The paragraph with the demand on the addressee behind `from`; nothing if there is none.
    [[nodiscard]] std::optional<Span> common(std::size_t from) const noexcept;

    /// One of the numbered demands below 现责成你市人民政府：, as a task: the addressee's where it names nobody else.
    [[nodiscard]] Task ofAddressee(Task task, std::size_t begin, std::size_t end, std::vector<Notice>& notices) const;

    /// The numbered demands of a chapter, as tasks.
    [[nodiscard]] std::vector<Task> tasksOf(Item const& chapter, std::vector<Notice>& notices) const;

    /// Problems whose unit is the addressee, with the deadline that `demand` sets for all, or for some: 问题1、2于9月15日前….
    [[nodiscard]] std::vector<Problem> addressed(std::vector<Item> const& list, Span demand, std::vector<Notice>& notices) const;

    /// 文山县：… and, in the chapter of demands, 文山县政府要…: each demand is the problem's that begins with the name of its unit's place.
    /// Empty unless most problems find theirs.
    [[nodiscard]] std::vector<Problem> byPlace(std::vector<Item> const& list, Item const& wanted, std::vector<Notice>& notices) const;

    /// Several problems and one demand for all, in a sentence: whose it is, and the day where one alone is set.
    [[nodiscard]] std::vector<Problem> inCommon(std::vector<Item> const& list, Item const& wanted, std::vector<Notice>& notices) const;

    /// （一）… （二）… and a paragraph that demands something of the chapter's unit: the demand is all theirs where only the last has one. Not
    /// where the document is one list, for then the demand may be the last one's own. `chapters`: of each problem.
    void share(std::vector<Problem>& problems, std::vector<std::size_t> const& chapters) const;

private:
    void findAddressee();
    [[nodiscard]] bool concernsAll(std::vector<Problem> const& problems) const;
    [[nodiscard]] std::vector<std::size_t> naming(std::vector<Item> const& list, std::u32string_view name) const;
    [[nodiscard]] std::size_t sentenceEnd(std::size_t at, std::size_t end) const noexcept;
    [[nodiscard]] std::size_t daysIn(std::size_t begin, std::size_t end) const noexcept;
    [[nodiscard]] bool startsParagraph(std::size_t at) const noexcept;

    text::NormalText const& m_normal;
    std::u32string_view m_text, m_source;
    std::optional<int> m_year;
    BulletinItems const& m_items;
    Dictionary const& m_dictionary;
    std::vector<Unit> m_addressee;
};

} // namespace zhengtu::plan
