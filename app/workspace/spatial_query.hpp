#pragma once

#include "workspace/task_filter.hpp"
#include "workspace/workspace.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Questions about where tasks are, as both programs ask and store them (docs/guide/queries.md, docs/formats/queries.md).
namespace zhengtu::workspace {

enum class Predicate : std::uint8_t { Within, Intersects, Touches, Near, Nearest };
[[nodiscard]] std::string_view name(Predicate predicate) noexcept; ///< "within" ... "nearest"
[[nodiscard]] std::optional<Predicate> predicateOf(std::string_view name) noexcept;

/// "2km", "500 m", "300", "2公里", "3里" (of 500 m): metres, zero or more; nothing for other texts, degrees and negatives.
[[nodiscard]] std::optional<double> metresOf(std::string_view text);

/// One condition: where the sites lie to a target.
struct QueryTerm {
    Predicate predicate = Predicate::Within;
    std::string target;    ///< as of `targets`: "reserve:天龙山", a WKT, a file
    std::string zoneRole;  ///< only zones of this role; may be empty
    double bufferM = 0;    ///< the target is grown by so much first; not for Near and Nearest
    double distanceM = 0;  ///< Near
    std::size_t count = 1; ///< Nearest: how many sites
    friend bool operator==(QueryTerm const&, QueryTerm const&) = default;
};

/// All terms must hold of the same site, and the filter of its task.
struct SpatialQuery {
    std::vector<QueryTerm> terms; ///< at least one
    TaskFilter filter;
    bool certainOnly = false; ///< only the answer yes
    friend bool operator==(SpatialQuery const&, SpatialQuery const&) = default;
};

/// What became of the features of files that were asked against.
struct TargetNotes {
    std::vector<std::string> words; ///< those left out or repaired, with number, id and reason
    std::size_t leftOut = 0;
};

/// What a question to a table of sites finds.
struct QueryFound {
    std::vector<QueryHit> hits;         ///< of the first term; answers and probabilities are those of all together
    std::vector<geo::Feature> targets;  ///< of the first term, zone by zone
    std::vector<std::uint32_t> asked;   ///< tasks for which the filter holds
    std::size_t others = 0;             ///< Nearest: sites that may be as near as those listed
    TargetNotes notes{};
};

/// The same with whole tasks.
struct QueryAnswer {
    std::vector<QueryRow> rows;
    std::vector<geo::Feature> targets;
    std::size_t tasks = 0; ///< that were asked about
    std::size_t others = 0;
    TargetNotes notes{};
};

/// Whether a query makes sense, before anything is looked up. Usage, with what is wrong.
[[nodiscard]] Result<void> check(SpatialQuery const& query);

/// Asks. `layers` is the stack of what ships and the ledger's own. A site's answer is the weakest of its terms, its probability that of
/// the least probable term (what all together have at most), and reasons are joined. Errors as of check, targets and the analysis. The table
/// has been read with the filter's text.
[[nodiscard]] Result<QueryFound> ask(ledger::SiteTable const& table, std::vector<geo::Layer> const& layers, SpatialQuery const& query, Date asOf,
                                     analysis::Progress const& progress = {});
/// The same of tasks at hand.
[[nodiscard]] Result<QueryAnswer> ask(std::vector<ledger::TaskRow> const& tasks, std::vector<geo::Layer> const& layers, SpatialQuery const& query,
                                      Date asOf, analysis::Progress const& progress = {});

/// A term in words: "within reserve:天龙山", "near air_station 2km", "nearest 河流 5", "touches county:晋源区". The last word of near is a
/// distance (m unless km), that of nearest a number. Usage, with an example.
[[nodiscard]] Result<QueryTerm> termOf(std::string_view words);
/// The way back, for lists: "near air_station 2000 m".
[[nodiscard]] std::string words(QueryTerm const& term);
/// All terms and what the filter keeps: "within reserve:天龙山 and near air_station 2000 m; county=晋源区; only certain".
[[nodiscard]] std::string words(SpatialQuery const& query);

/// The stored form, JSON: docs/formats/queries.md.
[[nodiscard]] std::string definitionOf(SpatialQuery const& query);
/// FileFormat when it is no query, or one of a newer version.
[[nodiscard]] Result<SpatialQuery> queryFrom(std::string_view definition);

/// Saves a query under a name; files among its targets become absolute paths. Usage: no name, or a query that makes no sense; NotFound:
/// a target that is not there (nothing is saved that could not be run); FileExists: the name is taken and `replace` is not said.
[[nodiscard]] Result<void> saveQuery(ledger::Ledger& ledger, std::vector<geo::Layer> const& layers, std::string const& name, SpatialQuery query,
                                     bool replace, std::string const& who, Date asOf);

} // namespace zhengtu::workspace
