#pragma once

#include "workspace/workspace.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// What a person wants changed, as it is typed or clicked, made into corrections of the ledger. Both programs call it.
namespace zhengtu::workspace {

/// Wishes for a task (or, where it makes sense, a problem or goal); what is not given stays.
struct TaskWish {
    std::optional<std::string> status;   ///< under-way, accepted, closed
    std::optional<std::string> deadline; ///< "2024-06-30", "2024-06-30,2025-12-31", "long-term", "2024-06-30,long-term", "none" ...
    std::optional<std::vector<std::string>> categories;
    std::optional<std::string> text;
    std::optional<std::string> split;    ///< how many characters stay, or the words that the second task begins with
    std::optional<std::string> merge;    ///< id of another task of the problem
    std::optional<std::string> as;       ///< measure, goal, note
    std::vector<std::pair<std::string, std::string>> roles;   ///< unit, role
    std::vector<std::pair<std::string, std::string>> renames; ///< unit, new name
    std::vector<std::pair<std::string, std::string>> added;   ///< unit, role
    std::vector<std::string> dropped;
};

/// Corrections of a task's units tell the counties that the units stand for then. Errors: Usage (nothing or nonsense is wished),
/// NotFound (a unit or words that are not there), Ambiguous (words that occur twice).
[[nodiscard]] Result<std::vector<ledger::Correction>> taskCorrections(ledger::Ledger const& ledger, Atlas const& atlas, std::string const& subject, TaskWish const& wish);

/// "2024-06-30", several with commas, or the name of a kind; with "long-term" beside dates. Error: Usage.
[[nodiscard]] Result<ledger::DeadlineChange> deadlineFrom(std::string const& text);

/// One wish for a site.
struct SiteWish {
    enum class How : std::uint8_t { None, Candidate, Drawn, County, NotAPlace, Reset };
    How how = How::None;
    std::size_t candidate = 0;                 ///< which of its candidates, from 1
    geo::Shape shape;                          ///< Drawn: a pin, line or area
    std::string county;                        ///< name, as the plan's region has it
    std::optional<double> radiusM;             ///< else 50 m round what is drawn
    std::optional<place::Precision> precision; ///< else exact for what is drawn
};

constexpr double drawnRadiusM = 50; ///< what a hand on a map is taken to be exact to

/// The other sites of the same name and kind that the same correction may be meant for: of the same county, or, where one of
/// them has none, of a plan of the same region. A village of that name in another county is another village. The counties are
/// those before any correction (`events`): a pin that was dropped on one of them does not part it from the others.
[[nodiscard]] std::vector<std::string> namesakes(std::vector<ledger::TaskRow> const& tasks, std::vector<ledger::PlanRow> const& plans,
                                                 std::vector<ledger::Event> const& events, std::string const& siteId);

/// Errors: NotFound (no such site, candidate or county), Usage (a shape that is none, or coordinates that look exchanged).
[[nodiscard]] Result<std::vector<ledger::Correction>> siteCorrections(ledger::Ledger const& ledger, Atlas const& atlas, std::string const& siteId,
                                                                      SiteWish const& wish, bool everywhere, std::string const& who);

/// The name of who uses the machine, for the history.
[[nodiscard]] std::string currentUser();

} // namespace zhengtu::workspace
