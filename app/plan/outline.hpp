#pragma once

#include "plan/pieces.hpp"
#include "text/numbering.hpp"

#include <array>
#include <optional>
#include <vector>

namespace zhengtu::plan {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

/// How high a form of number usually stands: chapters above 一、 above （一） above 1. above （1）.
[[nodiscard]] int rank(text::NumberForm form) noexcept;

/// Where the labels of a document stand, in groups, and what its forms of numbers mean: found by vote, from which headings
/// stand before the labels that open a record. Private to app/plan.
class Outline {
public:
    explicit Outline(std::vector<Piece> const& pieces);

    /// Labels with nothing between them; first and last are indices into labels().
    struct Group { std::size_t first = 0, last = 0; };

    [[nodiscard]] std::vector<std::size_t> const& labels() const noexcept { return m_labels; } ///< pieces
    [[nodiscard]] std::vector<Group> const& groups() const noexcept { return m_groups; }
    [[nodiscard]] std::size_t nextLabel(std::size_t piece) const noexcept { return m_nextLabel[piece]; } ///< at or behind it; or nowhere
    [[nodiscard]] std::optional<text::NumberForm> problemForm() const noexcept { return m_problemForm; }
    [[nodiscard]] std::optional<text::NumberForm> measureForm() const noexcept { return m_measureForm; }

    [[nodiscard]] bool isHead(std::size_t i) const noexcept { return m_pieces[i].kind == PieceKind::Head; }
    [[nodiscard]] bool isLabel(std::size_t i) const noexcept { return m_pieces[i].kind == PieceKind::Label; }
    [[nodiscard]] text::NumberForm form(std::size_t i) const noexcept { return m_pieces[i].number.form; }
    [[nodiscard]] bool isHeadOf(std::size_t i, std::optional<text::NumberForm> wanted) const noexcept { return isHead(i) && wanted && form(i) == *wanted; }
    [[nodiscard]] bool isSectionForm(text::NumberForm form) const noexcept { return m_isSection[static_cast<std::size_t>(form)]; }
    [[nodiscard]] bool isSectionHead(std::size_t i) const noexcept { return isHead(i) && isSectionForm(form(i)); }

    /// Whether a group is the first of a record (a problem with its fields).
    [[nodiscard]] bool opensRecord(std::size_t group) const noexcept;

    /// The piece that the record opened by a group begins with, or nowhere.
    [[nodiscard]] std::size_t problemBefore(std::size_t group) const noexcept;

private:
    void findLabels();
    [[nodiscard]] bool numbersFields() const noexcept;
    [[nodiscard]] bool hasOwnNumber(std::size_t piece) const noexcept { return m_pieces[piece].hasNumber() && !m_fieldsNumbered; }
    [[nodiscard]] bool isAdjacent(std::size_t label, std::size_t next) const noexcept;
    [[nodiscard]] bool has(Group const& group, Field field) const noexcept;
    [[nodiscard]] Field before(Group const& group) const noexcept; ///< the label before the group
    [[nodiscard]] bool isRunOfMeasures(std::size_t group) const noexcept;
    [[nodiscard]] bool isNextMeasure(std::size_t piece) const noexcept;
    [[nodiscard]] bool headBetween(std::size_t after, std::size_t before) const noexcept;
    [[nodiscard]] std::size_t gapBegin(std::size_t group) const noexcept;
    [[nodiscard]] std::size_t gapEnd(std::size_t group) const noexcept { return m_labels[m_groups[group].first]; }
    void findGoalsLast();
    void findRepeats();
    void findUnnumbered();
    [[nodiscard]] std::size_t lastHeadIn(std::size_t group) const noexcept;
    void vote();
    [[nodiscard]] std::optional<text::NumberForm> formAbovePoints() const;
    void findSections();

    std::vector<Piece> const& m_pieces;
    std::vector<std::size_t> m_labels, m_nextLabel;
    std::vector<Group> m_groups;
    std::optional<text::NumberForm> m_problemForm, m_measureForm;
    std::array<bool, 9> m_isSection{};
    bool m_hasStarters = false; ///< some label is a goal or measures
    bool m_goalsLast = false;   ///< goals stand behind the measures of their problem
    std::vector<char> m_repeats; ///< by group: its goal is the second since the record before began, a paragraph behind the measures its problem
    bool m_unnumbered = false;  ///< problems are plain paragraphs; the headings above some of them are sections
    bool m_fieldsNumbered = false; ///< 1.存在问题 2.整改目标 …: the number of a problem's label counts the fields below its heading
    bool m_titledProblems = false; ///< every label of a problem has a number or a heading of its own above it
};

} // namespace zhengtu::plan
