#pragma once

#include "plan/dictionary.hpp"
#include "plan/pieces.hpp"
#include "plan/plan.hpp"
#include "text/document.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zhengtu::plan {

/// The role of the units of a field.
[[nodiscard]] UnitRole roleOf(Field field) noexcept;

/// What is printed at [begin, end) of the normalised text, without white space.
[[nodiscard]] std::string printed(text::NormalText const& normal, std::u32string_view source, std::size_t begin, std::size_t end);

/// How a list of problems is printed.
struct ListHabits {
    bool apart = false;     ///< the measures stand in another chapter: the span of a problem is that of what it says alone
    bool dueInText = false; ///< no field says a deadline: what a measure itself says is its own (于6月底前建成)
};

/// One problem while its pieces come in, in the order of the text: gives what stands behind each label its meaning, and units and
/// deadlines to the measures that they are printed for. Private to app/plan.
class ProblemDraft {
public:
    /// `plan`: for its year, and for what is noticed. `first` is the piece that the problem begins with; `problem` has its number and section.
    ProblemDraft(Plan& plan, text::NormalText const& normal, std::u32string_view source, Dictionary const& dictionary, Problem problem, Piece const& first,
                 ListHabits habits);

    void field(Piece const& piece);       ///< a label and what stands on its line
    void content(Piece const& piece);     ///< goes on with the field that is open
    void measure(Piece const& piece);     ///< one more measure, behind the fields of others

    /// Units and deadline at the head of a letter hold where the problem names none.
    [[nodiscard]] Problem finish(std::vector<Unit> const& headUnits, std::optional<Deadline> const& headDeadline);

private:
    struct OpenTask { Task task; Span body; bool hasDeadline = false; };
    struct Stretch { std::size_t begin = 0, content = 0, end = 0; bool numbered = false; text::NumberForm form = text::NumberForm::ArabicDot; int value = 0; };

    [[nodiscard]] static Stretch stretchOf(Piece const& piece) noexcept
    {
        return {piece.begin, piece.content, piece.end, piece.kind == PieceKind::Head, piece.number.form, piece.number.value};
    }
    void reach(std::size_t end) noexcept;
    void fill(Piece const& piece, Stretch const& stretch);
    [[nodiscard]] Stretch withoutStrayBracket(Stretch stretch) const noexcept;
    void goal(Stretch const& stretch);
    void measure(Stretch const& stretch, bool fresh);
    [[nodiscard]] bool headsGroup() const noexcept;
    void addTask(Stretch const& stretch);
    void extendTask(Stretch const& stretch);
    void dropIntroduction();
    void units(Stretch const& stretch);
    [[nodiscard]] bool joinScrap(Stretch const& stretch);
    [[nodiscard]] std::size_t sharersFrom(std::size_t first, std::vector<Unit> const& units);
    void deadline(Stretch const& stretch);
    void status(Stretch const& stretch);
    void readBody();
    void handDown();

    Plan& m_plan;
    text::NormalText const& m_normal;
    std::u32string_view m_text, m_source;
    Dictionary const& m_dictionary;

    Problem m_problem;
    std::size_t m_begin, m_end;
    ListHabits m_habits;
    Span m_body;
    std::vector<Span> m_goals, m_handling, m_reports;
    std::vector<OpenTask> m_tasks;
    std::size_t m_blockBegin = 0;
    std::size_t m_dated = 0;      ///< measures that have a deadline: these come first
    std::array<std::size_t, 2> m_without{}; ///< the first measure that no acceptance unit, no person holds for yet
    std::size_t m_copies = 0;     ///< units given to measures
    bool m_tailSeen = false;      ///< units or a deadline stood behind the last measure
    Field m_field = Field::Problem;
    bool m_open = true;           ///< the field still takes what follows
    bool m_where = false;         ///< the field is not read but for places
    std::optional<text::NumberForm> m_form; ///< of the measures of the list that is open
    bool m_numbered = false, m_goalNumbered = false;
};

} // namespace zhengtu::plan
