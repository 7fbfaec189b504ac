#include "ledger/correction_log.hpp"

#include "ledger/reader.hpp"

#include <algorithm>

namespace zhengtu::ledger {

namespace {

/// Takes a group from one stack to the other; a history that says otherwise (made by hand) is followed as far as it makes sense.
void move(std::vector<std::string>& from, std::vector<std::string>& to, std::string const& group)
{
    auto const found = std::ranges::find(from, group);
    if (found == from.end()) { return; }
    from.erase(found);
    to.push_back(group);
}

} // namespace

CorrectionLog readLog(sqlite::Database& database)
{
    CorrectionLog log;
    auto rows = database.prepare("SELECT " + eventColumns(database) + " FROM events ORDER BY fid");
    while (rows.step()) {
        auto event = eventFrom(rows);
        if (event.what == "undo") { move(log.done, log.undone, event.oldValue); }
        else if (event.what == "redo") { move(log.undone, log.done, event.newValue); }
        else if (isCorrection(event.what)) {
            auto anchor = anchorFrom(event.context);
            if (anchor.planId.empty()) { anchor.planId = event.subject.substr(0, event.subject.find('-')); }
            if (anchor.group.empty()) { anchor.group = event.id; }
            if (log.done.empty() || log.done.back() != anchor.group) { log.done.push_back(anchor.group); }
            log.undone.clear();
            log.all.push_back({std::move(event), std::move(anchor)});
        }
    }
    return log;
}

std::vector<LoggedCorrection const*> CorrectionLog::holding(std::string const& planId) const
{
    std::vector<LoggedCorrection const*> held;
    for (auto const& one : all) {
        if (one.anchor.planId == planId && std::ranges::contains(done, one.anchor.group)) { held.push_back(&one); }
    }
    return held;
}

std::vector<LoggedCorrection const*> CorrectionLog::group(std::string const& id) const
{
    std::vector<LoggedCorrection const*> members;
    for (auto const& one : all) {
        if (one.anchor.group == id) { members.push_back(&one); }
    }
    return members;
}

std::vector<std::string> CorrectionLog::plansOf(std::string const& group) const
{
    std::vector<std::string> plans;
    for (auto const* one : this->group(group)) {
        if (!std::ranges::contains(plans, one->anchor.planId)) { plans.push_back(one->anchor.planId); }
    }
    return plans;
}

} // namespace zhengtu::ledger
