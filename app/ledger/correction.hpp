#pragma once

#include "core/date.hpp"
#include "place/site.hpp"
#include "plan/plan.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// What a person changes of what was read. A correction is kept as an event and never rewrites the source text: the current
/// state of a plan is what was read of it with its corrections applied in order (docs/formats/ledger.md).
namespace zhengtu::ledger {

/// Workflow state of a task: "under-way", "accepted" or "closed".
struct StatusChange {
    std::string status;
};

/// Another kind of deadline, or other dates; the words as printed stay.
struct DeadlineChange {
    plan::DeadlineKind kind = plan::DeadlineKind::None;
    std::vector<Date> dates; ///< ascending; given if and only if the kind is Date or Dates
    bool longTerm = false;
};

struct UnitName {
    plan::UnitRole role = plan::UnitRole::Responsible;
    std::string name;
    friend bool operator==(UnitName const&, UnitName const&) = default;
};

/// Both: the unit has another role or name. Only `to`: it was missing. Only `from`: it is none.
struct UnitChange {
    std::optional<UnitName> from, to;
    std::optional<std::vector<std::string>> counties{}; ///< what the task's units stand for then, where that is known
};

/// Categories of a problem (a task stands for its problem), the strongest first.
struct CategoryChange {
    std::vector<std::string> categories;
};

/// The text of a measure, problem or goal; laid over the printed one, which the source text and the event keep.
struct TextChange {
    std::string text;
};

/// One task becomes two; the first keeps the id.
struct Split {
    std::size_t at = 0; ///< where the second begins, in characters of the measure's text
    std::string newId;  ///< of the second; chosen when the correction is made, and then kept
};

/// Another task of the same problem is part of this one.
struct Merge {
    std::string other;
};

enum class PassageKind : std::uint8_t { Measure, Goal, Note };

/// What a passage is: a measure is a goal or a note, a goal is a measure or a note.
struct Relabel {
    PassageKind as = PassageKind::Note;
    std::string newId; ///< of the task that a goal becomes; chosen when the correction is made
};

/// Where a site is: all of `to` but its ids, name, kind, span and candidates. A site without shape is not a place, or not known.
struct PlaceChange {
    place::Site to;
    std::string how; ///< candidate, pin, line, area, county, not-a-place
};

/// The site as it was read.
struct PlaceReset {};

using Change = std::variant<StatusChange, DeadlineChange, UnitChange, CategoryChange, TextChange, Split, Merge, Relabel, PlaceChange, PlaceReset>;

/// A change of one task, problem, goal ("<problem id>-g2") or site, named by its id.
struct Correction {
    std::string subject;
    Change change;
};

/// A correction that holds, and whether it could be applied to what was read last.
struct StandingCorrection {
    std::string event;   ///< id of the event that holds it
    std::string planId;
    std::string subject; ///< as it was when the correction was made
    std::string now;     ///< id of what it applies to today; empty where it does not
    std::string what;    ///< as of the event
    std::string why;     ///< why it could not be applied; empty where it is

    [[nodiscard]] bool applied() const noexcept { return why.empty(); }
};

[[nodiscard]] std::string_view name(PassageKind kind) noexcept; ///< "measure", "goal", "note"
[[nodiscard]] std::optional<PassageKind> passageKind(std::string_view name) noexcept;

/// `what` of the event that holds a change: "status", "correct-deadline", "correct-unit", "correct-categories", "correct-text",
/// "split", "merge", "relabel", "place", "place-reset".
[[nodiscard]] std::string_view what(Change const& change) noexcept;
/// Whether an event of that kind is a correction by a person.
[[nodiscard]] bool isCorrection(std::string_view what) noexcept;

} // namespace zhengtu::ledger
