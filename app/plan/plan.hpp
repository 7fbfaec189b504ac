#pragma once

#include "core/date.hpp"
#include "core/span.hpp"
#include "plan/passage.hpp"
#include "plan/rule.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What a plan says, as read. Text is UTF-8 and normalised; every span counts characters of the *source* text.
namespace zhengtu::plan {

enum class PlanKind : std::uint8_t { Rectification, Planning, Complaints, Bulletin, CloseOut, Other };

/// InlineLead: named as the one that leads only inside a measure's sentence (由市能源局牵头…), beside units that a label lists.
enum class UnitRole : std::uint8_t { Lead, Responsible, Cooperating, Acceptance, Person, InlineLead };

[[nodiscard]] constexpr bool leads(UnitRole role) noexcept { return role == UnitRole::Lead || role == UnitRole::InlineLead; }
/// Whether a unit of that role is meant by who asks for units `asked` as: a lead is one by a label or by the measure's own words.
[[nodiscard]] constexpr bool answersTo(UnitRole role, UnitRole asked) noexcept { return role == asked || (asked == UnitRole::Lead && leads(role)); }

/// One unit as printed; a list with a shared ending ("代县、繁峙、原平、五台县（市、区）党委、政府") is one unit.
struct Unit {
    UnitRole role = UnitRole::Responsible;
    Passage name;
    friend bool operator==(Unit const&, Unit const&) = default;
};

enum class DeadlineKind : std::uint8_t { None, Date, Dates, Immediate, LongTerm, ByPlan, Referenced };

/// When something must be done. `dates` ascend and are empty unless a date is fixed by the text; never faked.
struct Deadline {
    DeadlineKind kind = DeadlineKind::None;
    std::vector<Date> dates;
    bool longTerm = false; ///< 立行立改, 长期坚持
    Passage said;          ///< the text as printed
    friend bool operator==(Deadline const&, Deadline const&) = default;
};

/// One measure: the row of the ledger.
struct Task {
    std::string id;   ///< stable: plan id, problem ordinal, task ordinal ("p1f2e3d4c5-07-03")
    std::string no;   ///< as printed ("12.", "（1）"); empty where the measure has none
    Passage body;     ///< the measure, after its number
    std::vector<Unit> units;
    Deadline deadline;
    std::string status; ///< 已完成, 未完成 ... where the text states it; else empty
    std::vector<Quantity> quantities;
};

struct Problem {
    std::string id;    ///< "p1f2e3d4c5-07"
    std::string no;    ///< as printed: "（一）", "5."
    std::optional<int> feedbackNo; ///< N of 反馈问题N
    std::size_t section = npos;    ///< index into Plan::sections
    std::string subsection;        ///< heading between section and problem ("（一）工业围城问题突出"), if any
    Passage body;      ///< the problem as printed, after its number
    std::vector<Passage> goals;
    std::vector<Unit> units;              ///< for a problem that lists no measure
    std::optional<Deadline> deadline;     ///< likewise
    std::vector<Task> tasks;
    std::vector<std::string> categories;  ///< air, water, soil, solid-waste, mines-ecology, nature-reserve, noise, capacity, duty
    std::string status;                   ///< as of a task, where it is stated for the whole problem
    std::vector<Quantity> quantities;     ///< of the problem's text and goals
    Span span;                            ///< from the number to the end of the last field; of the body where the measures stand in another chapter
    std::vector<Span> reports;            ///< where else it speaks of places: what came of it, what was found on the spot, where it is
    static constexpr std::size_t npos = static_cast<std::size_t>(-1);
};

struct Section {
    std::string no;   ///< "一、"
    Passage title;
    Span span;        ///< heading and preamble, up to the first problem
};

/// A quantified target of a planning document.
struct Target {
    std::string indicator, comparator, unit; ///< comparator: "=", "<", "<=", ">", ">=", "~"
    double value = 0;
    std::optional<int> year;
    Passage said;
};

/// A key task of a planning document, by its heading. Never a rectification task.
struct KeyTask {
    std::string no;
    Passage title;
    Passage body;
};

/// A self-check of the document: what it declares against what was found or what its numbers give.
struct Check {
    std::string what; ///< "declared problems"
    double stated = 0, found = 0;
    bool ok = false;
    Passage quote;
    /// Declared totals and rows of numbers decide whether the document was read completely; arithmetic in the text informs.
    bool decisive = true;
};

/// Something the reader was not sure of or refused, for a person to look at.
struct Notice {
    std::string what; ///< a stable key: "impossible-date", "number-gap" ...
    std::string detail;
    Span span;
};

struct Declared {
    std::optional<int> sections, problems, tasks;
};

struct Plan {
    std::string id;     ///< "p" + 10 hex digits of title, region and year: the same for a corrected copy of the document
    std::string title;
    std::string region; ///< the issuing city or county as named ("忻州市", "晋城市城区"); empty if unknown
    std::optional<int> year;
    PlanKind kind = PlanKind::Other;
    std::string kindReason; ///< why it was taken for that kind
    bool inSentences = false; ///< problems were read from sentences; labels in the document were no list
    Declared declared;
    std::vector<Section> sections;
    std::vector<Problem> problems;
    std::vector<KeyTask> keyTasks;
    std::vector<Target> targets;
    std::vector<Rule> rules;   ///< in the order of the text
    std::vector<Claim> claims; ///< likewise
    std::vector<Check> checks;
    std::vector<Notice> notices;
};

/// Whether every decisive self-check holds.
[[nodiscard]] bool complete(Plan const& plan) noexcept;

[[nodiscard]] char const* name(PlanKind kind) noexcept;         ///< "rectification", "planning" ...
[[nodiscard]] char const* name(UnitRole role) noexcept;         ///< "lead", "responsible" ...
[[nodiscard]] char const* name(DeadlineKind kind) noexcept;     ///< "date", "dates", "immediate", "long-term", "by-plan", "referenced", "none"
[[nodiscard]] std::optional<PlanKind> planKind(std::string_view name) noexcept;
[[nodiscard]] std::optional<UnitRole> unitRole(std::string_view name) noexcept;
[[nodiscard]] std::optional<DeadlineKind> deadlineKind(std::string_view name) noexcept;

} // namespace zhengtu::plan
