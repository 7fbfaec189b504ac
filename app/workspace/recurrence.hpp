#pragma once

#include "analysis/query.hpp"
#include "workspace/survey.hpp"

#include <optional>
#include <string>
#include <vector>

/// Places that come back: named by plans of different years, or a new problem near one that was closed.
namespace zhengtu::workspace {

struct RecurrenceOptions {
    double distanceM = 500;  ///< how near two different places must be
    bool closedOnly = false; ///< only where all tasks of the earlier plan there are accepted or closed
};

enum class RecurrenceKind : std::uint8_t {
    SamePlace, ///< one place, named by both
    Near,      ///< two places, no farther apart than the distance
};
[[nodiscard]] char const* name(RecurrenceKind kind) noexcept; ///< "same-place", "near"

/// What one plan says of the place.
struct Told {
    std::string planId, planTitle;
    std::optional<int> year;
    std::string place;                ///< as it says it
    std::vector<std::string> owners;  ///< tasks and problems that name it; empty where a planning document does
    std::vector<std::string> tasks;   ///< the tasks among them and those of the problems
    std::string quote;                ///< the sentence: of a task before that of a problem, of a problem before any other
    Span span;                        ///< of the name in it
    std::size_t mentions = 0;
    bool closed = false;              ///< its tasks are all accepted or closed
};

struct Recurrence {
    RecurrenceKind kind = RecurrenceKind::SamePlace;
    place::Kind placeKind = place::Kind::Other;
    Told earlier, later;
    std::string county;
    analysis::Answer answer = analysis::Answer::Yes;
    std::optional<double> distanceM;  ///< geodesic, as the two are known; 0 of one feature; nothing where one is known to a county alone
    std::optional<double> atMostM;    ///< then: no farther apart than that, wherever in it both lie
    std::string reason;
    bool schematic = false;
    geo::Shape shape;                 ///< of the later; may be empty
};

struct Recurrences {
    std::vector<Recurrence> found;
    std::size_t leftOut = 0; ///< pairs of different places that may be as near, but are known too vaguely to say: to more than 2 km and four times the distance
};

/// By weight: closed ones first, certain before possible, things before rivers and zones, then by distance. Counties, cities and townships are no place that
/// comes back. Every two plans are compared, the one of the earlier year (else that imported first) being the earlier. Usage for a distance below 0
/// or none; Cancelled.
[[nodiscard]] Result<Recurrences> recurrences(Survey const& survey, RecurrenceOptions const& options, analysis::Progress const& progress = {});

/// Whether two names are made of the same characters, at least four, in another order (白石南河, 南白石河): one of them may be a slip.
[[nodiscard]] bool sameCharacters(std::string_view a, std::string_view b);

/// Layer "recurrences" of the ledger.
[[nodiscard]] geo::Layer asLayer(std::vector<Recurrence> const& found);

} // namespace zhengtu::workspace
