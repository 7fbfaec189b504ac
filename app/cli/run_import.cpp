#include "cli/console.hpp"
#include "cli/exit_code.hpp"
#include "cli/json.hpp"
#include "cli/long_work.hpp"
#include "cli/options.hpp"
#include "workspace/relocation.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <format>

namespace zhengtu::cli {

namespace {

namespace fs = std::filesystem;

/// What became of one file: a row of the status table.
struct Status {
    std::string file, outcome, detail;
    ledger::PlanRecord const* record = nullptr;
};

/// Files as given; of a directory its plan files, by name.
std::vector<std::string> expanded(std::vector<std::string> const& given)
{
    std::vector<std::string> files;
    std::error_code ignored;
    for (auto const& file : given) {
        if (!fs::is_directory(file, ignored)) {
            files.push_back(file);
            continue;
        }
        std::vector<std::string> inside;
        for (auto const& entry : fs::directory_iterator{file, ignored}) {
            if (entry.is_regular_file(ignored)) { inside.push_back(entry.path().string()); }
        }
        std::ranges::sort(inside);
        files.insert(files.end(), inside.begin(), inside.end());
    }
    return files;
}

bool isComplete(ledger::PlanRecord const& record) { return plan::complete(record.plan); }

/// Whether the document was read completely *and* its own numbers agree with each other.
bool addsUp(ledger::PlanRecord const& record)
{
    return std::ranges::all_of(record.plan.checks, [](plan::Check const& check) { return check.ok; });
}

std::string failedChecks(ledger::PlanRecord const& record)
{
    std::string text;
    for (auto const& check : record.plan.checks) {
        if (check.ok) { continue; }
        text += std::format("{}{}: stated {:g}, {} {:g}", text.empty() ? "" : "; ", check.what, check.stated, check.decisive ? "found" : "its own numbers give", check.found);
    }
    return text;
}

char const* word(ledger::ImportOutcome outcome)
{
    switch (outcome) {
    case ledger::ImportOutcome::Added: return "added";
    case ledger::ImportOutcome::Replaced: return "replaced";
    case ledger::ImportOutcome::Unchanged: return "unchanged";
    }
    return "?";
}

std::size_t locatedTasks(ledger::PlanRecord const& record)
{
    std::vector<std::string> ids;
    for (auto const& site : record.sites) {
        if (!site.shape.empty()) { ids.push_back(site.taskId); }
    }
    std::ranges::sort(ids);
    auto const repeats = std::ranges::unique(ids);
    return ids.size() - repeats.size();
}

std::size_t taskCount(plan::Plan const& plan)
{
    std::size_t count = 0;
    for (auto const& problem : plan.problems) { count += problem.tasks.size(); }
    return count;
}

void printStatus(std::vector<Status> const& rows, ImportOptions const& options)
{
    if (options.json) {
        auto json = nlohmann::ordered_json::array();
        for (auto const& row : rows) {
            nlohmann::ordered_json one{{"file", row.file}, {"outcome", row.outcome}, {"detail", row.detail}};
            if (row.record != nullptr) {
                auto const& plan = row.record->plan;
                one.update({{"plan", plan.id}, {"kind", plan::name(plan.kind)}, {"encoding", row.record->encoding},
                            {"sections", plan.sections.size()}, {"problems", plan.problems.size()}, {"tasks", taskCount(plan)},
                            {"located", locatedTasks(*row.record)}, {"complete", isComplete(*row.record)}});
            }
            json.push_back(std::move(one));
        }
        print(json);
        return;
    }
    Table table{{"file", "outcome", "kind", "problems", "tasks", "located", "detail"}};
    for (auto const& row : rows) {
        auto const number = [&](auto const& count) { return row.record == nullptr ? std::string{} : std::to_string(count(*row.record)); };
        table.add({row.file, row.outcome, row.record == nullptr ? "" : plan::name(row.record->plan.kind),
                   number([](auto const& record) { return record.plan.problems.size(); }),
                   number([](auto const& record) { return taskCount(record.plan); }),
                   number([](auto const& record) { return locatedTasks(record); }), row.detail});
    }
    table.print();
}

} // namespace

int runImport(ImportOptions const& options)
{
    LongWork const work{"import", options.quiet};
    auto const going = work.progress();
    auto const files = expanded(options.files);
    if (files.empty()) {
        return report({.code = ErrorCode::FileMissing, .detail = "no file to import", .where = options.files.front(), .cure = "Name plan files."});
    }
    auto const atlas = workspace::atlasFor(options.ledger);
    if (!atlas) { return report(atlas.error()); }

    // A bad file has its row and stops no other; what could be read goes into the ledger in one transaction.
    std::vector<ledger::PlanRecord> records;
    records.reserve(files.size()); // the rows point into it
    std::vector<Status> rows;
    std::vector<std::size_t> rowOf;
    bool bad = false;
    bool incomplete = false;
    for (auto const& file : files) {
        if (!going(static_cast<double>(rows.size()) / static_cast<double>(files.size()))) { break; }
        progress(std::format("reading {}/{} {}", rows.size() + 1, files.size(), file));
        auto record = atlas->read(file);
        if (!record) {
            bad = true;
            rows.push_back({file, "error", describe(record.error())});
            continue;
        }
        records.push_back(std::move(*record));
        incomplete = incomplete || !addsUp(records.back());
        rowOf.push_back(rows.size());
        rows.push_back({file, "read", failedChecks(records.back()), &records.back()});
        if (records.back().plan.problems.empty() && rows.back().detail.empty()) {
            rows.back().detail = std::format("no rectification ledger here: {}", records.back().plan.kindReason);
        }
    }
    bool const write = !records.empty() && !(options.strict && (bad || incomplete));
    if (write) {
        auto ledger = ledger::Ledger::open(options.ledger, true);
        if (!ledger) { return report(ledger.error()); }
        ledger->askBeforeChange(work.progressAndWriting());
        auto const outcomes = ledger->import(records, options.asOf);
        if (!outcomes) { return report(outcomes.error()); }
        for (std::size_t i = 0; i < outcomes->size(); ++i) { rows[rowOf[i]].outcome = word((*outcomes)[i]); }
        auto const standing = ledger->corrections();
        if (!standing) { return report(standing.error()); }
        for (std::size_t i = 0; i < outcomes->size(); ++i) {
            auto const lost = std::ranges::count_if(*standing, [&](auto const& one) { return one.planId == records[i].plan.id && !one.applied(); });
            if (lost == 0) { continue; }
            auto& detail = rows[rowOf[i]].detail;
            detail += std::format("{}{} corrections could not be applied; they are kept: zhengtu history --pending", detail.empty() ? "" : "; ", lost);
            incomplete = true;
        }
    }
    if (auto const go = work.startWriting(); !go) { return report(go.error()); }
    if (!options.quiet) { printStatus(rows, options); }
    if (bad) { return records.empty() || options.strict ? Failed : Incomplete; }
    return incomplete ? Incomplete : Ok;
}

} // namespace zhengtu::cli
