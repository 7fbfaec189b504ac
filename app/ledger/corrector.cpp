#include "ledger/corrector.hpp"

#include "core/utf.hpp"
#include "ledger/anchor.hpp"
#include "ledger/apply.hpp"
#include "ledger/as_read.hpp"
#include "ledger/correction_log.hpp"
#include "ledger/history.hpp"
#include "ledger/plan_writer.hpp"

#include <algorithm>
#include <charconv>

namespace zhengtu::ledger {

namespace {

using sqlite::Database;

std::unexpected<Error> unknown(Database& database, std::string const& id)
{
    std::string near;
    for (auto const& other : nearIds(database, id)) { near += (near.empty() ? "" : ", ") + other; }
    return fail(ErrorCode::NotFound, "the ledger has no task, problem, goal or site " + id,
                near.empty() ? "The ledger is empty: import a plan first." : "Near ids: " + near);
}

/// Chooses the ids that a correction gives; they are then part of it.
Change withNewIds(Database& database, std::string const& subject, Change change)
{
    if (auto* const split = std::get_if<Split>(&change); split != nullptr && split->newId.empty()) { split->newId = newTaskId(database, subject); }
    if (auto* const relabel = std::get_if<Relabel>(&change)) {
        auto const goal = goalOf(subject);
        if (goal && relabel->as == PassageKind::Measure && relabel->newId.empty()) { relabel->newId = newTaskId(database, goal->first); }
    }
    return change;
}

/// The text that a passage has now.
std::string textOf(Anchor const& anchor)
{
    return !anchor.goal.empty() ? anchor.goal : anchor.taskText.empty() ? anchor.problemText : anchor.taskText;
}

/// Where a text was split, in a text that a corrected document has instead: before the same words.
Result<std::size_t> splitPlace(std::string const& before, std::string const& now, std::size_t at)
{
    if (before == now) { return at; }
    constexpr std::size_t enough = 8;
    auto const old = toUtf32(before).value_or(std::u32string{});
    auto const text = toUtf32(now).value_or(std::u32string{});
    auto const words = old.substr(std::min(at, old.size()), enough);
    auto const found = text.find(words);
    if (words.empty() || found == std::u32string::npos || found == 0 || text.find(words, found + 1) != std::u32string::npos) {
        return fail(ErrorCode::NotFound, "the text is another one where it was split");
    }
    return found;
}

/// A change as it reads on what the subject is today.
Result<Change> adapted(Database& database, Change change, Anchor const& made, std::string const& subject)
{
    if (auto* const split = std::get_if<Split>(&change)) {
        auto const at = splitPlace(made.taskText, anchorOf(database, subject).taskText, split->at);
        if (!at) { return std::unexpected{at.error()}; }
        split->at = *at;
    } else if (auto* const merge = std::get_if<Merge>(&change)) {
        Anchor other{.planId = made.planId, .problemNo = made.problemNo, .problemText = made.problemText, .taskNo = made.otherNo,
                     .taskText = made.otherText, .goal = {}, .place = {}, .nth = 0, .otherNo = {}, .otherText = {}, .group = {}};
        auto found = findSubject(database, merge->other, other);
        if (!found) { return std::unexpected{std::move(found.error()).at(merge->other)}; }
        merge->other = *found;
    } else if (std::holds_alternative<TextChange>(change) && textOf(anchorOf(database, subject)) != textOf(made)) {
        // A text laid over another one would hide what the new document says.
        return fail(ErrorCode::NotFound, "the document itself has another text there now");
    }
    return change;
}

struct Applied {
    std::string subject;
    Result<void> outcome;
};

Applied applyAgain(Database& database, LoggedCorrection const& logged)
{
    auto const& [event, anchor] = logged;
    auto const subject = findSubject(database, event.subject, anchor);
    if (!subject) { return {{}, std::unexpected{subject.error()}}; }
    auto const done = changeFrom(event.what, event.newValue)
                          .and_then([&](Change&& change) { return adapted(database, std::move(change), anchor, *subject); })
                          .and_then([&](Change const& change) { return apply(database, *subject, change); })
                          .transform([](auto const&) {});
    return {*subject, done};
}

void note(Database& database, LoggedCorrection const& logged, std::string const& now, std::string const& why)
{
    std::int64_t number = 0;
    auto const& id = logged.event.id;
    std::from_chars(id.data() + 1, id.data() + id.size(), number);
    database.prepare(insertInto("corrections", "fid, event_id, plan_id, subject, subject_now, what, why"))
        .run(number, id, logged.anchor.planId, logged.event.subject, why.empty() ? now : std::string{}, logged.event.what, why);
}

/// Events whose corrections could not be applied.
std::vector<std::string> failing(Database& database, std::string const& planId)
{
    std::vector<std::string> events;
    auto rows = database.prepare("SELECT event_id FROM corrections WHERE plan_id = ? AND why <> ''");
    rows.query(planId);
    while (rows.step()) { events.push_back(rows.text(0)); }
    return events;
}

/// The plan as read, and then what holds, in order.
void rebuild(Database& database, std::string const& planId, CorrectionLog const& log)
{
    restoreAsRead(database, planId);
    database.prepare("DELETE FROM corrections WHERE plan_id = ?").run(planId);
    auto const holding = log.holding(planId);
    if (holding.empty()) {
        forgetAsRead(database, planId);
        return;
    }
    keepAsRead(database, planId);
    for (auto const* logged : holding) {
        auto const [subject, outcome] = applyAgain(database, *logged);
        note(database, *logged, subject, outcome ? std::string{} : outcome.error().detail);
    }
    refreshSites(database, planId);
}

Result<std::vector<Event>> step(Database& database, std::string const& what, std::string const& who, Date asOf)
{
    bool const back = what == "undo";
    auto const log = readLog(database);
    auto const& stack = back ? log.done : log.undone;
    if (stack.empty()) { return fail(ErrorCode::NotFound, "there is nothing to " + what, "`zhengtu history` lists what was corrected."); }
    auto const group = stack.back();
    auto const members = log.group(group);
    auto const& first = members.front()->event;
    Anchor about{};
    about.planId = members.front()->anchor.planId;
    appendEvent(database, {{}, {}, who, first.subject, what, back ? group : "", back ? "" : group, contextJson(about)}, asOf);
    auto const after = readLog(database);
    for (auto const& plan : log.plansOf(group)) { rebuild(database, plan, after); }
    if (auto const state = database.outcome(); !state) { return std::unexpected{state.error()}; }
    std::vector<Event> events;
    for (auto const* member : members) { events.push_back(member->event); }
    return events;
}

} // namespace

Result<std::vector<Event>> makeCorrections(Database& database, std::vector<Correction> const& corrections, std::string const& who, Date asOf)
{
    std::vector<Event> events;
    std::vector<std::string> plans;
    for (auto const& [subject, wanted] : corrections) {
        if (subjectKind(database, subject) == SubjectKind::None) { return unknown(database, subject); }
        auto anchor = anchorOf(database, subject);
        auto const change = withNewIds(database, subject, wanted);
        if (auto const* const merge = std::get_if<Merge>(&change)) {
            if (subjectKind(database, merge->other) == SubjectKind::None) { return unknown(database, merge->other); }
            auto const other = anchorOf(database, merge->other);
            anchor.otherNo = other.taskNo;
            anchor.otherText = other.taskText;
        }
        keepAsRead(database, anchor.planId);
        auto const old = apply(database, subject, change);
        if (!old) { return std::unexpected{old.error()}; }
        if (isIdle(change, *old)) { continue; }
        auto const id = nextEventId(database);
        anchor.group = events.empty() ? id : events.front().id;
        Event const event{id, isoDate(asOf), who, subject, std::string{what(change)}, *old, newValue(change), contextJson(anchor)};
        appendEvent(database, event, asOf);
        note(database, {event, anchor}, subject, {});
        events.push_back(event);
        if (!std::ranges::contains(plans, anchor.planId)) { plans.push_back(anchor.planId); }
    }
    for (auto const& plan : plans) { refreshSites(database, plan); }
    if (auto const state = database.outcome(); !state) { return std::unexpected{state.error()}; }
    return events;
}

Result<std::vector<Event>> undoCorrections(Database& database, std::string const& who, Date asOf) { return step(database, "undo", who, asOf); }
Result<std::vector<Event>> redoCorrections(Database& database, std::string const& who, Date asOf) { return step(database, "redo", who, asOf); }

Result<UndoState> readUndoState(Database& database)
{
    auto const log = readLog(database);
    if (auto const state = database.outcome(); !state) { return std::unexpected{state.error()}; }
    UndoState state;
    auto const fill = [&](std::vector<std::string> const& stack, std::vector<Event>& events) {
        if (stack.empty()) { return; }
        for (auto const* member : log.group(stack.back())) { events.push_back(member->event); }
    };
    fill(log.done, state.undo);
    fill(log.undone, state.redo);
    return state;
}

void reapply(Database& database, std::string const& planId, Date asOf)
{
    auto const before = failing(database, planId);
    auto const log = readLog(database);
    rebuild(database, planId, log);
    for (auto const* logged : log.holding(planId)) {
        auto row = database.prepare("SELECT why FROM corrections WHERE event_id = ? AND why <> ''");
        if (!row.query(logged->event.id).step() || std::ranges::contains(before, logged->event.id)) { continue; }
        appendEvent(database, {{}, {}, "import", logged->event.subject, "not-reapplied", logged->event.id, row.text(0), {}}, asOf);
    }
}

} // namespace zhengtu::ledger
