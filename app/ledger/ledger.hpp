#pragma once

#include "core/error.hpp"
#include "core/go_on.hpp"
#include "geo/feature.hpp"
#include "ledger/correction.hpp"
#include "place/site.hpp"
#include "plan/plan.hpp"
#include "text/positions.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
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

/// The text of a plan and what was known of its file.
struct StoredDocument {
    std::string name, encoding, text; ///< text: UTF-8, unchanged
};

struct Event {
    std::string id, when, who, subject, what, oldValue, newValue; ///< `when` ISO; subject: id of a plan, task or site
    std::string context; ///< of a correction: what it was made on, to find it again (docs/formats/ledger.md)
};

/// The corrections that undo would take back and redo would do again; empty where there are none.
struct UndoState {
    std::vector<Event> undo, redo;
};

/// A spatial rule of a plan with what people decided about it.
struct RuleRow {
    std::string planId, planTitle;
    plan::Rule rule;
};

struct ClaimRow {
    std::string planId, planTitle;
    plan::Claim claim;
};

/// A question that somebody saved under a name. What it asks is for app/workspace to say; here it is a text.
struct SavedQuery {
    std::string name, definition; ///< definition: docs/formats/queries.md
    std::string saved{}, who{};   ///< date, and by whom
};

/// What to tell somebody who names a query that is not there: "Saved: a, b".
[[nodiscard]] std::string knownQueries(std::vector<SavedQuery> const& queries);

/// A change of the layers that a user brings, with what it does to the plans.
struct LayerChange {
    std::optional<geo::Layer> put;   ///< added, or replaces one of the same id
    std::string remove;              ///< id of one that goes; empty: none
    std::vector<PlanRecord> records; ///< the ledger's plans, read with the layers as they will be
    std::string who;                 ///< for the history
};

enum class ImportOutcome { Added, Replaced, Unchanged };

class SiteTable; // ledger/site_table.hpp
class TaskPages; // ledger/task_pages.hpp

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

    /// Every change from now on asks `goOn` now and then, in its own thread, and tells it of 1 just before it comes to stand; when it says no, the
    /// ledger is as before and the change is Cancelled. It must live as long as changes are made; empty: nobody is asked.
    void askBeforeChange(GoOn goOn);

    /// Puts plans in, all or none. The same document read the same way is Unchanged and writes nothing; one with the same plan
    /// id and other contents (or read better) replaces the old one, keeps its place and its events, and adds an event for
    /// each task that came, went or changed. `asOf` stamps the events.
    /// Errors: Usage (a record contradicts itself), LedgerConflict (locked), Storage (disk full); the ledger is then as before.
    [[nodiscard]] Result<std::vector<ImportOutcome>> import(std::vector<PlanRecord> const& records, Date asOf);

    [[nodiscard]] Result<std::vector<PlanRow>> plans() const;
    [[nodiscard]] Result<std::vector<TaskRow>> tasks() const; ///< in plan, problem, task order; of a large ledger too much at once
    /// All tasks and their sites without their texts. `text`: what SiteTable::speaksOfIt is asked of.
    [[nodiscard]] Result<SiteTable> sites(std::string_view text = {}) const;
    /// Whole tasks by and by, of the state that the ledger has now.
    [[nodiscard]] Result<TaskPages> taskPages() const;
    [[nodiscard]] Result<std::vector<Event>> events() const;
    [[nodiscard]] Result<std::string> sourceText(std::string const& planId) const;
    [[nodiscard]] Result<StoredDocument> document(std::string const& planId) const; ///< Error: NotFound

    /// In plan order, then as they stand in the text. Empty in a ledger of before they were stored.
    [[nodiscard]] Result<std::vector<RuleRow>> rules() const;
    [[nodiscard]] Result<std::vector<ClaimRow>> claims() const;
    /// Confirms or rejects a rule, or takes that back (Proposed), with the parameters that the plan leaves open (metres or plain
    /// numbers). One event; it survives every new import in which the rule reads the same. NotFound: no such rule. Usage: an unknown
    /// parameter, or one that is still missing when it is confirmed.
    [[nodiscard]] Result<void> decideRule(std::string const& ruleId, plan::RuleState state, std::map<std::string, double> const& parameters, std::string const& who, Date asOf);

    /// In the order of their first saving.
    [[nodiscard]] Result<std::vector<SavedQuery>> queries() const;
    /// One event; nothing when it is saved so already. Usage: no name. FileExists: the name is taken and `replace` is not said.
    [[nodiscard]] Result<void> putQuery(SavedQuery const& query, bool replace, std::string const& who, Date asOf);
    [[nodiscard]] Result<void> removeQuery(std::string const& name, std::string const& who, Date asOf); ///< NotFound lists the others

    /// Layers that belong to the ledger (hotspots, query results, user layers).
    [[nodiscard]] Result<std::vector<geo::Layer>> layers() const;
    /// Replaces one of the same id, which keeps its place, and a title or a colouring by field that a person gave it.
    [[nodiscard]] Result<void> putLayer(geo::Layer const& layer, Date asOf);

    /// Gives a layer another title (its id stays), with one event; nothing where it has that title. Errors: NotFound, Usage (no title).
    [[nodiscard]] Result<void> renameLayer(std::string const& layerId, std::string const& title, std::string const& who, Date asOf);
    /// How a layer is drawn: a key of the style, or by one of its fields (docs/formats/ledger.md). No event: no answer depends on it. NotFound.
    [[nodiscard]] Result<void> restyleLayer(std::string const& layerId, std::string const& style, Date asOf);
    /// The order in which the layers are drawn, the lowest first. Usage where it does not name each of them once.
    [[nodiscard]] Result<void> orderLayers(std::vector<std::string> const& ids, Date asOf);
    /// Takes a layer out that names no places (hotspots, results), with one event; a user's goes by changeLayers. Errors: NotFound, Usage.
    [[nodiscard]] Result<void> removeResult(std::string const& layerId, std::string const& who, Date asOf);

    /// Puts a result back as it was before removeResult, with one event; `order` as orderLayers, empty: on top. FileExists: there is one of that id again.
    [[nodiscard]] Result<void> restoreResult(geo::Layer const& layer, std::vector<std::string> const& order, std::string const& who, Date asOf);

    /// Applies corrections, all or none, as one step of undo; gives their events, in order, without those that change nothing.
    /// They survive every new import; where a corrected document has their subject no more they are kept and listed.
    /// Errors, the ledger is then as before: NotFound (no such subject; the cure lists near ids), Usage (it makes no sense).
    [[nodiscard]] Result<std::vector<Event>> correct(std::vector<Correction> const& corrections, std::string const& who, Date asOf);
    /// The last step is taken back, or done again, by a further event; gives the events of that step. NotFound: there is none.
    [[nodiscard]] Result<std::vector<Event>> undo(std::string const& who, Date asOf);
    [[nodiscard]] Result<std::vector<Event>> redo(std::string const& who, Date asOf);
    [[nodiscard]] Result<UndoState> undoState() const;
    /// Those that hold, in order, also the ones that could not be applied to what was read last.
    [[nodiscard]] Result<std::vector<StandingCorrection>> corrections() const;

    /// Changes a user's layers and puts the plans in as import does, all or none, with events layer-added, layer-replaced,
    /// layer-removed, and relocated for each site that moved. Errors: NotFound (no layer to remove), as import and putLayer.
    [[nodiscard]] Result<void> changeLayers(LayerChange const& change, Date asOf);

    /// Sets the workflow state of a task, a correction like the others, and writes the event; it survives a new import. Error: NotFound.
    [[nodiscard]] Result<void> setStatus(std::string const& taskId, std::string const& status, std::string const& who, Date asOf);

private:
    class Store;
    explicit Ledger(std::unique_ptr<Store> store);
    [[nodiscard]] Result<std::vector<Event>> step(bool back, std::string const& who, Date asOf);
    std::unique_ptr<Store> m_store;
};

} // namespace zhengtu::ledger
