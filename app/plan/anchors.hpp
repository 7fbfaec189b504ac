#pragma once

#include "plan/quantities.hpp"
#include "plan/rule.hpp"
#include "plan/rule_words.hpp"
#include "text/document.hpp"

#include <optional>
#include <string_view>
#include <vector>

/// Where a sentence says "where": an object of the vocabulary, or a list of them, with what follows it (范围内, 周边500米).
/// Private to app/plan.
namespace zhengtu::plan {

struct Anchor {
    std::size_t begin = 0, end = 0; ///< from the name of the first object to the end of what follows the last
    std::size_t nameEnd = 0;        ///< of the last object
    std::vector<RuleObject> objects;
    bool inside = false, around = false, outside = false;
    bool zoned = false;             ///< every object is an area with rules of its own
    bool group = false;             ///< counties by number: 两县一市
    bool placed = false;            ///< 在, 位于 stands before it
    std::optional<RuleParameter> distance; ///< in metres; without a value where the text leaves it open (规定范围)
};

/// A clause (between commas) or sentence of normalised text with all that the rules look for. Titles in 《》 are not looked into.
class Stretch {
public:
    Stretch(text::NormalText const& normal, RuleWords const& words, std::size_t begin, std::size_t end);

    [[nodiscard]] std::size_t begin() const noexcept { return m_begin; }
    [[nodiscard]] std::size_t end() const noexcept { return m_end; }
    [[nodiscard]] std::u32string_view text() const noexcept { return m_text.substr(m_begin, m_end - m_begin); }
    [[nodiscard]] std::u32string_view text(std::size_t from, std::size_t to) const noexcept { return to > from ? m_text.substr(from, to - from) : std::u32string_view{}; }
    [[nodiscard]] std::vector<RuleHit> const& hits() const noexcept { return m_hits; }
    [[nodiscard]] std::vector<FoundQuantity> const& quantities() const noexcept { return m_quantities; }
    [[nodiscard]] std::vector<Anchor> const& anchors() const noexcept { return m_anchors; }

    [[nodiscard]] RuleHit const* first(RuleWord kind, std::size_t from = 0) const noexcept;
    [[nodiscard]] bool has(RuleWord kind) const noexcept { return first(kind) != nullptr; }

    /// The classes of subjects in [from, to), outside of anchors (森林公园 is a place, but may be what is to be built:
    /// `evenPlaces`); those that say little only where there is no other.
    [[nodiscard]] std::vector<RuleSubject> subjects(std::size_t from, std::size_t to, bool evenPlaces = false) const;

    /// One object as it stands at a hit, its name before it and its zones behind it included; `end` is set behind them.
    [[nodiscard]] RuleObject objectAt(RuleHit const& hit, std::size_t& end) const;

private:
    void maskTitles();
    void addCounties();
    void findAnchors();
    /// Whether the first object is but the beginning of the second's name: 汾河 of 汾河干流岸线, 水库 of 甲水库二级保护区.
    [[nodiscard]] bool goesOn(RuleHit const& hit, RuleHit const& other) const;
    void readRange(Anchor& anchor) const;
    [[nodiscard]] std::size_t nameBegin(RuleHit const& hit) const;
    [[nodiscard]] RuleHit const* hitAt(RuleWord kind, std::size_t at) const noexcept;

    text::NormalText const& m_normal;
    RuleWords const& m_words;
    std::u32string_view m_text; ///< all of the document
    std::size_t m_begin, m_end;
    std::vector<RuleHit> m_hits;
    std::vector<FoundQuantity> m_quantities;
    std::vector<Anchor> m_anchors;
};

/// A quantity of length in metres; nothing for other units.
[[nodiscard]] std::optional<double> inMetres(Quantity const& quantity) noexcept;
/// An area in square metres; nothing for other units. 1 亩 = 10000/15 m2.
[[nodiscard]] std::optional<double> inSquareMetres(Quantity const& quantity) noexcept;

} // namespace zhengtu::plan
