#pragma once

#include "core/error.hpp"
#include "geo/feature.hpp"
#include "place/site.hpp"
#include "plan/plan.hpp"
#include "text/positions.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace zhengtu::ledger {

/// One document with all that was read from it: what an import puts into the ledger at once.
struct PlanRecord {
    plan::Plan plan;
    std::string fileName, encoding, sha256;
    std::string sourceText;                               ///< UTF-8, unchanged: what spans count in
    text::Positions positions{};                          ///< pages and paragraphs of the source text
    std::vector<place::Mention> mentions;
    std::vector<place::Site> sites;                       ///< of all tasks, in task order
    /// Names of the counties that the units stand for: one row for each task in plan order, and one for each problem that
    /// lists no measure (it is a row of the ledger by itself, with its own id as task id; place::locate does the same).
    std::vector<std::vector<std::string>> taskCounties;
};

struct PlanRow {
    std::string id, title, region, kind, fileName, sha256;
    std::optional<int> year;
    std::size_t problems = 0, tasks = 0, located = 0;
    bool complete = true; ///< every self-check holds
};

/// A task as the ledger shows it, with its problem and what hangs on it.
struct TaskRow {
    std::string id, planId, problemId, planTitle;
    std::string section, problemNo, taskNo;
    std::optional<int> feedbackNo;
    std::string problemText, goals, taskText; ///< goals joined by '\n'
    std::vector<std::string> categories;
    std::vector<plan::Unit> units;
    std::vector<std::string> counties;        ///< of the units and the sites, no repeats
    plan::Deadline deadline;
    std::string status;                       ///< workflow state: "under-way" unless events or the text say otherwise
    Span problemSpan, taskSpan;               ///< in the source text of the plan
    std::optional<int> page, paragraph;       ///< of the document, where the measure (or the problem without one) begins
    std::vector<place::Site> sites;
};

struct Event {
    std::string id, when, who, subject, what, oldValue, newValue; ///< `when` ISO; subject: id of a plan, task or site
};

enum class ImportOutcome { Added, Replaced, Unchanged };

/// The store: one GeoPackage. Every change is one transaction; a kill at any moment leaves the state before or after it.
/// Not thread-safe: one object a thread.
class Ledger {
public:
    /// Opens a ledger. With `create` one that is not there is empty, and its file appears, whole or not at all, with the
    /// first change. LedgerConflict when the file is no ledger, of a newer version, or locked; FileMissing when it is not
    /// there or may not be read (or written).
    [[nodiscard]] static Result<Ledger> open(std::filesystem::path const& path, bool create);
    [[nodiscard]] static Result<Ledger> openReadOnly(std::filesystem::path const& path);
    Ledger(Ledger&&) noexcept;
    Ledger& operator=(Ledger&&) noexcept;
    ~Ledger();

    /// Puts plans in, all or none. The same document read the same way is Unchanged and writes nothing; one with the same plan
    /// id and other contents (or read better) replaces the old one, keeps its place and its events, and adds an event for
    /// each task that came, went or changed. `asOf` stamps the events.
    /// Errors: Usage (a record contradicts itself), LedgerConflict (locked), Storage (disk full); the ledger is then as before.
    [[nodiscard]] Result<std::vector<ImportOutcome>> import(std::vector<PlanRecord> const& records, Date asOf);

    [[nodiscard]] Result<std::vector<PlanRow>> plans() const;
    [[nodiscard]] Result<std::vector<TaskRow>> tasks() const; ///< in plan, problem, task order
    [[nodiscard]] Result<std::vector<Event>> events() const;
    [[nodiscard]] Result<std::string> sourceText(std::string const& planId) const;

    /// Layers that belong to the ledger (hotspots, query results, user layers).
    [[nodiscard]] Result<std::vector<geo::Layer>> layers() const;
    [[nodiscard]] Result<void> putLayer(geo::Layer const& layer, Date asOf); ///< replaces one of the same id

    /// Sets the workflow state of a task and writes the event; it survives a new import. Error: NotFound.
    [[nodiscard]] Result<void> setStatus(std::string const& taskId, std::string const& status, std::string const& who, Date asOf);

private:
    class Store;
    explicit Ledger(std::unique_ptr<Store> store);
    std::unique_ptr<Store> m_store;
};

} // namespace zhengtu::ledger
