#include "ledger/plan_writer.hpp"

#include "ledger/status.hpp"
#include "ledger/text_list.hpp"

#include <format>
#include <algorithm>

namespace zhengtu::ledger {

namespace {

using sqlite::Database;
using sqlite::Statement;

std::optional<std::int64_t> ordinal(std::size_t index)
{
    return index == plan::Problem::npos ? std::nullopt : std::optional{static_cast<std::int64_t>(index)};
}

/// A problem that lists no measure is a row of the ledger by itself.
plan::Task itself(plan::Problem const& problem)
{
    plan::Task task;
    task.id = problem.id;
    task.units = problem.units;
    task.deadline = problem.deadline.value_or(plan::Deadline{});
    return task;
}

/// The statements of one import, prepared once.
class Writer {
public:
    Writer(Database& database, PlanRecord const& record) : m_database{database}, m_record{record}, m_id{record.plan.id} {}

    void plan(std::string const& digest, std::optional<std::int64_t> fid, Date asOf)
    {
        auto const& plan = m_record.plan;
        m_database
            .prepare(insertInto("plans", "fid, plan_id, title, region, year, kind, kind_reason, declared_sections, declared_problems, "
                                         "declared_tasks, file_name, sha256, record_sha256, imported"))
            .run(fid, m_id, plan.title, plan.region, plan.year, plan::name(plan.kind), plan.kindReason, plan.declared.sections,
                 plan.declared.problems, plan.declared.tasks, m_record.fileName, m_record.sha256, digest, isoDate(asOf));
        m_database.prepare(insertInto("source_text", "plan_id, file_name, encoding, sha256, content"))
            .run(m_id, m_record.fileName, m_record.encoding, m_record.sha256, m_record.sourceText);
    }

    void sections()
    {
        auto insert = m_database.prepare(
            insertInto("sections", "plan_id, ord, no, title, title_begin, title_end, span_begin, span_end"));
        std::size_t ord = 0;
        for (auto const& section : m_record.plan.sections) {
            insert.run(m_id, ord++, section.no, section.title.text, section.title.span.begin, section.title.span.end,
                       section.span.begin, section.span.end);
        }
    }

    void problems()
    {
        std::size_t ord = 0;
        for (auto const& problem : m_record.plan.problems) {
            if (m_database.failed()) { return; }
            this->problem(problem, ord++);
        }
    }

    void planning()
    {
        auto keyTask = m_database.prepare(
            insertInto("key_tasks", "plan_id, ord, no, title, title_begin, title_end, body, body_begin, body_end"));
        std::size_t ord = 0;
        for (auto const& task : m_record.plan.keyTasks) {
            keyTask.run(m_id, ord++, task.no, task.title.text, task.title.span.begin, task.title.span.end, task.body.text,
                        task.body.span.begin, task.body.span.end);
        }
        auto insert = m_database.prepare(
            insertInto("targets", "plan_id, ord, indicator, comparator, value, unit, year, said, text_begin, text_end"));
        ord = 0;
        for (auto const& target : m_record.plan.targets) {
            insert.run(m_id, ord++, target.indicator, target.comparator, target.value, target.unit, target.year, target.said.text,
                       target.said.span.begin, target.said.span.end);
        }
    }

    void findings()
    {
        auto insertCheck =
            m_database.prepare(insertInto("checks", "plan_id, ord, what, stated, found, ok, quote, text_begin, text_end"));
        std::size_t ord = 0;
        for (auto const& check : m_record.plan.checks) {
            if (!check.decisive) { continue; } // every row of the table decides whether the plan is complete
            insertCheck.run(m_id, ord++, check.what, check.stated, check.found, check.ok, check.quote.text, check.quote.span.begin,
                            check.quote.span.end);
        }
        auto insertNotice = m_database.prepare(insertInto("notices", "plan_id, ord, what, detail, text_begin, text_end"));
        ord = 0;
        for (auto const& notice : m_record.plan.notices) {
            insertNotice.run(m_id, ord++, notice.what, notice.detail, notice.span.begin, notice.span.end);
        }
        for (auto const& check : m_record.plan.checks) {
            if (check.decisive || check.ok) { continue; }
            insertNotice.run(m_id, ord++, check.what + "-differs", std::format("stated {:g}, found {:g}: {}", check.stated, check.found, check.quote.text),
                             check.quote.span.begin, check.quote.span.end);
        }
    }

private:
    void problem(plan::Problem const& problem, std::size_t ord)
    {
        std::vector<std::string> goals;
        for (auto const& goal : problem.goals) { goals.push_back(goal.text); }
        m_problem.run(problem.id, m_id, ord, ordinal(problem.section), problem.no, problem.feedbackNo, problem.body.text,
                      joined(goals, "\n"), joined(problem.categories), problem.body.span.begin, problem.body.span.end,
                      problem.span.begin, problem.span.end, page(problem.span), paragraph(problem.span));
        std::size_t goalOrd = 0;
        for (auto const& goal : problem.goals) {
            m_goal.run(m_id, problem.id, goalOrd++, goal.text, goal.span.begin, goal.span.end);
        }
        units(problem.units, problem.id, std::nullopt);
        if (problem.deadline) { deadline(*problem.deadline, problem.id, std::nullopt); }
        std::size_t taskOrd = 0;
        for (auto const& task : problem.tasks) { this->task(task, problem.id, problem.span, taskOrd++); }
        if (problem.tasks.empty()) { task(itself(problem), problem.id, problem.span, 0); }
    }

    using Ordinal = std::optional<std::int64_t>;
    [[nodiscard]] static Ordinal counted(std::optional<std::size_t> number) { return number ? Ordinal{static_cast<std::int64_t>(*number)} : std::nullopt; }
    [[nodiscard]] Ordinal page(Span span) const { return counted(m_record.positions.page(span.begin)); }
    [[nodiscard]] Ordinal paragraph(Span span) const { return counted(m_record.positions.paragraph(span.begin)); }

    void task(plan::Task const& task, std::string const& problemId, Span problem, std::size_t ord)
    {
        auto const counties = m_taskIndex < m_record.taskCounties.size() ? joined(m_record.taskCounties[m_taskIndex]) : std::string{};
        ++m_taskIndex;
        auto const where = task.body.text.empty() ? problem : task.body.span;
        m_task.run(task.id, m_id, problemId, ord, task.no, task.body.text, workflowStatus(task.status), task.status,
                   counties, task.body.span.begin, task.body.span.end, page(where), paragraph(where));
        units(task.units, problemId, task.id);
        deadline(task.deadline, problemId, task.id);
    }

    void units(std::vector<plan::Unit> const& units, std::string const& problemId, std::optional<std::string> const& taskId)
    {
        std::size_t ord = 0;
        for (auto const& unit : units) {
            m_unit.run(m_id, problemId, taskId, ord++, plan::name(unit.role), unit.name.text, unit.name.span.begin, unit.name.span.end);
        }
    }

    void deadline(plan::Deadline const& deadline, std::string const& problemId, std::optional<std::string> const& taskId)
    {
        std::vector<std::string> dates;
        for (Date const date : deadline.dates) { dates.push_back(isoDate(date)); }
        auto const first = dates.empty() ? std::nullopt : std::optional{dates.front()};
        auto const last = dates.empty() ? std::nullopt : std::optional{dates.back()};
        m_deadline.run(m_id, problemId, taskId, plan::name(deadline.kind), first, last, joined(dates), deadline.longTerm,
                       deadline.said.text, deadline.said.span.begin, deadline.said.span.end);
    }

    Database& m_database;
    PlanRecord const& m_record;
    std::string const& m_id;
    std::size_t m_taskIndex = 0;
    Statement m_problem = m_database.prepare(insertInto("problems", "problem_id, plan_id, ord, section_ord, no, feedback_no, problem, goals, "
                                                                    "categories, text_begin, text_end, span_begin, span_end, page, paragraph"));
    Statement m_goal = m_database.prepare(insertInto("goals", "plan_id, problem_id, ord, goal, text_begin, text_end"));
    Statement m_task = m_database.prepare(insertInto(
        "tasks", "task_id, plan_id, problem_id, ord, no, measure, status, status_said, counties, text_begin, text_end, page, paragraph"));
    Statement m_unit = m_database.prepare(insertInto("units", "plan_id, problem_id, task_id, ord, role, name, text_begin, text_end"));
    Statement m_deadline = m_database.prepare(insertInto(
        "deadlines", "plan_id, problem_id, task_id, kind, first_date, last_date, dates, long_term, said, text_begin, text_end"));
};

} // namespace

std::string insertInto(std::string const& table, std::string const& columns)
{
    std::string marks = "?";
    for (auto count = std::ranges::count(columns, ','); count > 0; --count) { marks += ", ?"; }
    return "INSERT INTO " + table + " (" + columns + ") VALUES (" + marks + ")";
}

void writePlan(Database& database, PlanRecord const& record, std::string const& digest, std::optional<std::int64_t> fid, Date asOf)
{
    Writer writer{database, record};
    writer.plan(digest, fid, asOf);
    writer.sections();
    writer.problems();
    writer.planning();
    writer.findings();
}

} // namespace zhengtu::ledger
