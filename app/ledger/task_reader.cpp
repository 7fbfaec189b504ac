#include "ledger/task_reader.hpp"

#include "ledger/geometry_column.hpp"
#include "ledger/schema.hpp"
#include "ledger/task_finder.hpp"
#include "ledger/task_pages.hpp"
#include "ledger/text_list.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>
#include <tuple>

namespace zhengtu::ledger {

using sqlite::Statement;

/// Tasks as they come, and where each belongs.
struct TaskReader::Tasks {
    using Place = std::tuple<std::int64_t, std::int64_t, std::int64_t, std::int64_t>; ///< plan, problem, task, row

    std::vector<TaskRow> rows;
    std::vector<Place> places;
    std::vector<std::vector<std::int64_t>> siteOrders; ///< by task
    StringPool ids;
    TaskFinder finder{ids};

    [[nodiscard]] TaskRow* find(std::string_view id)
    {
        auto const number = finder(id);
        return number ? &rows[*number] : nullptr;
    }

    /// The rows moved into the order of `key`, a projection of their number.
    template <class Key> [[nodiscard]] std::vector<TaskRow> ordered(Key const& key)
    {
        std::vector<std::size_t> order(rows.size());
        for (std::size_t i = 0; i < order.size(); ++i) { order[i] = i; }
        if (std::ranges::is_sorted(order, {}, key)) { return std::move(rows); }
        std::ranges::sort(order, {}, key);
        std::vector<TaskRow> sorted;
        sorted.reserve(rows.size());
        for (auto const number : order) { sorted.push_back(std::move(rows[number])); }
        return sorted;
    }
};

namespace {

Span span(Statement const& row, int column)
{
    return {row.size(column), row.size(column + 1)};
}

std::optional<int> whole(Statement const& row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional{static_cast<int>(row.integer(column))};
}

place::Site siteOf(Statement const& row)
{
    place::Site site;
    int i = 1; // after ord
    for (auto* const field : {&site.id, &site.taskId, &site.place}) { *field = row.text(i++); }
    site.kind = place::kindOf(row.view(i++)).value_or(place::Kind::Other);
    site.span = span(row, i);
    i += 2;
    for (auto* const field : {&site.county, &site.adcode}) { *field = row.text(i++); }
    site.precision = place::precisionOf(row.view(i++)).value_or(place::Precision::Unlocated);
    site.radiusM = row.real(i++);
    site.score = row.real(i++);
    for (auto* const field : {&site.featureId, &site.source}) { *field = row.text(i++); }
    site.schematic = row.integer(i++) != 0;
    site.figure = place::figureOf(row.view(i++)).value_or(place::Figure::Itself);
    site.reason = row.text(i);
    return site;
}

constexpr int geometryColumn = 17; ///< behind those of siteOf

void addSiteCounties(TaskRow& task)
{
    for (auto const& site : task.sites) {
        if (!site.county.empty() && !std::ranges::contains(task.counties, site.county)) { task.counties.push_back(site.county); }
    }
}

std::uint64_t hashOf(std::string_view id) noexcept { return std::hash<std::string_view>{}(id); }

} // namespace

void TaskReader::Choice::over(Statement& statement) const
{
    if (ids) { statement.query(*ids); }
}

std::string TaskReader::Choice::condition(std::string_view column) const
{
    return ids ? std::string{" WHERE "} + std::string{column} + " IN (SELECT value FROM json_each(?1))" : std::string{};
}

void TaskReader::readSections()
{
    if (m_sections) { return; }
    m_sections.emplace();
    auto rows = m_database.prepare("SELECT plan_id, ord, trim(no || title) FROM sections");
    while (rows.step()) { m_sections->try_emplace({rows.text(0), rows.integer(1)}, rows.text(2)); }
}

void TaskReader::readBare(Tasks& tasks, Choice const& choice)
{
    readSections();
    auto rows = m_database.prepare("SELECT t.task_id, t.plan_id, t.problem_id, p.title, b.no, t.no, b.feedback_no, b.problem, b.goals, t.measure, b.categories, t.counties, t.status, "
                                   "b.text_begin, b.text_end, t.text_begin, t.text_end, t.page, t.paragraph, b.section_ord, p.fid, b.ord, t.ord, t.fid "
                                   "FROM tasks t JOIN problems b ON b.problem_id = t.problem_id JOIN plans p ON p.plan_id = t.plan_id" + choice.condition("t.task_id"));
    choice.over(rows);
    while (rows.step()) {
        auto& task = tasks.rows.emplace_back();
        int i = 0;
        for (auto* const field : {&task.id, &task.planId, &task.problemId, &task.planTitle, &task.problemNo, &task.taskNo}) { *field = rows.text(i++); }
        task.feedbackNo = whole(rows, i++);
        for (auto* const field : {&task.problemText, &task.goals, &task.taskText}) { *field = rows.text(i++); }
        task.categories = split(rows.view(i++));
        task.counties = split(rows.view(i++));
        task.status = rows.text(i++);
        task.problemSpan = span(rows, i);
        task.taskSpan = span(rows, i + 2);
        task.page = whole(rows, i + 4);
        task.paragraph = whole(rows, i + 5);
        i += 6;
        if (!rows.isNull(i)) {
            if (auto const section = m_sections->find({task.planId, rows.integer(i)}); section != m_sections->end()) { task.section = section->second; }
        }
        tasks.places.emplace_back(rows.integer(i + 1), rows.integer(i + 2), rows.integer(i + 3), rows.integer(i + 4));
        tasks.ids.add(task.id);
    }
}

void TaskReader::readUnits(Tasks& tasks, Choice const& choice)
{
    auto const condition = choice.ids ? choice.condition("task_id") : std::string{" WHERE task_id IS NOT NULL"};
    auto rows = m_database.prepare("SELECT task_id, role, name, text_begin, text_end FROM units" + condition + " ORDER BY fid");
    choice.over(rows);
    while (rows.step()) {
        if (auto* const task = tasks.find(rows.view(0))) {
            task->units.push_back({plan::unitRole(rows.view(1)).value_or(plan::UnitRole::Responsible), {rows.text(2), span(rows, 3)}});
        }
    }
}

void addDeadline(plan::Deadline& deadline, std::string_view kind, std::string_view dates, bool longTerm)
{
    deadline.kind = plan::deadlineKind(kind).value_or(plan::DeadlineKind::None);
    for (auto const& text : split(dates)) {
        if (auto const date = parseIsoDate(text)) { deadline.dates.push_back(*date); }
    }
    deadline.longTerm = longTerm;
}

void TaskReader::readDeadlines(Tasks& tasks, Choice const& choice)
{
    auto const condition = choice.ids ? choice.condition("task_id") : std::string{" WHERE task_id IS NOT NULL"};
    auto rows = m_database.prepare("SELECT task_id, kind, dates, long_term, said, text_begin, text_end FROM deadlines" + condition + " ORDER BY fid");
    choice.over(rows);
    while (rows.step()) {
        auto* const task = tasks.find(rows.view(0));
        if (task == nullptr) { continue; }
        addDeadline(task->deadline, rows.view(1), rows.view(2), rows.integer(3) != 0);
        task->deadline.said = {rows.text(4), span(rows, 5)};
    }
}

Result<void> TaskReader::readSites(Tasks& tasks, Choice const& choice)
{
    tasks.siteOrders.resize(tasks.rows.size());
    for (auto const type : {geo::ShapeType::Point, geo::ShapeType::Line, geo::ShapeType::Polygon, geo::ShapeType::None}) {
        bool const located = type != geo::ShapeType::None;
        auto const table = schema::sitesTable(type);
        auto rows = m_database.prepare("SELECT ord, site_id, task_id, place, place_kind, text_begin, text_end, county, adcode, precision, radius_m, score, feature_id, source, schematic, " +
                                       std::string{schema::hasColumn(m_database, table, "figure") ? "figure" : "'itself'"} + ", reason" +
                                       std::string{located ? ", geom" : ""} + " FROM " + table + choice.condition("task_id") + " ORDER BY fid");
        choice.over(rows);
        while (rows.step()) {
            auto const task = tasks.finder(rows.view(2));
            if (!task) { continue; }
            auto site = siteOf(rows);
            if (located) {
                auto shape = geometryFrom(rows.bytes(geometryColumn));
                if (!shape) { return std::unexpected{std::move(shape.error()).at("site " + site.id)}; }
                site.shape = std::move(*shape);
            }
            auto& orders = tasks.siteOrders[*task];
            auto const at = std::ranges::upper_bound(orders, rows.integer(0)) - orders.begin(); // nearly always behind the last
            orders.insert(orders.begin() + at, rows.integer(0));
            auto& sites = tasks.rows[*task].sites;
            sites.insert(sites.begin() + at, std::move(site));
        }
    }
    return {};
}

void TaskReader::indexCandidates()
{
    if (m_candidates) { return; }
    m_candidates.emplace();
    auto rows = m_database.prepare("SELECT site_id, fid FROM candidates");
    while (rows.step()) { m_candidates->emplace_back(hashOf(rows.view(0)), rows.integer(1)); }
    std::ranges::sort(*m_candidates);
}

void TaskReader::readCandidates(Tasks& tasks, Choice const& choice)
{
    std::unordered_map<std::string_view, place::Site*> sites;
    auto const add = [&](Statement const& row) {
        auto const site = sites.find(row.view(0));
        if (site != sites.end()) { site->second->candidates.push_back({row.text(1), row.text(2), row.real(3), row.text(4)}); }
    };
    if (!choice.ids && !m_database.integer("SELECT 1 FROM candidates LIMIT 1")) { return; }
    for (auto& task : tasks.rows) {
        for (auto& site : task.sites) { sites.emplace(site.id, &site); }
    }
    constexpr std::string_view columns = "SELECT site_id, feature_id, name, score, reason FROM candidates";
    if (!choice.ids) {
        auto rows = m_database.prepare(std::string{columns} + " ORDER BY fid");
        while (rows.step()) { add(rows); }
        return;
    }
    indexCandidates(); // no index of the ledger knows them by site
    if (m_candidates->empty()) { return; }
    auto row = m_database.prepare(std::string{columns} + " WHERE fid = ?");
    for (auto const& [id, site] : sites) {
        for (auto const& [hash, fid] : std::ranges::equal_range(*m_candidates, hashOf(id), {}, [](auto const& one) { return one.first; })) {
            if (row.query(fid).step() && row.view(0) == id) { add(row); }
        }
    }
}

Result<void> TaskReader::read(Tasks& tasks, Choice const& choice)
{
    readBare(tasks, choice);
    readUnits(tasks, choice);
    readDeadlines(tasks, choice);
    if (auto const read = readSites(tasks, choice); !read) { return std::unexpected{read.error()}; }
    readCandidates(tasks, choice);
    for (auto& task : tasks.rows) { addSiteCounties(task); }
    return {};
}

Result<std::vector<TaskRow>> TaskReader::all()
{
    sqlite::Transaction transaction{m_database, sqlite::Transaction::Kind::Read};
    Tasks tasks;
    if (auto const done = read(tasks, {}); !done) { return std::unexpected{done.error()}; }
    if (auto const done = transaction.commit(); !done) { return std::unexpected{done.error()}; }
    return tasks.ordered([&](std::size_t number) { return tasks.places[number]; });
}

void TaskReader::watch() { m_version = m_database.integer("PRAGMA data_version"); }

Result<std::vector<TaskRow>> TaskReader::some(std::span<std::string_view const> ids)
{
    auto json = nlohmann::json::array();
    std::unordered_map<std::string_view, std::size_t> wanted;
    for (auto const id : ids) {
        json.push_back(id);
        wanted.try_emplace(id, wanted.size());
    }
    sqlite::Transaction transaction{m_database, sqlite::Transaction::Kind::Read};
    Tasks tasks;
    if (auto const done = read(tasks, {json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)}); !done) { return std::unexpected{done.error()}; }
    if (m_version && m_database.integer("PRAGMA data_version") != m_version) {
        return fail(ErrorCode::LedgerConflict, "the ledger was changed while it was read", "Try again.");
    }
    if (auto const done = transaction.commit(); !done) { return std::unexpected{done.error()}; }
    for (auto const& task : tasks.rows) { wanted.erase(task.id); }
    if (!wanted.empty()) { return fail(ErrorCode::NotFound, "the ledger has no task " + std::string{wanted.begin()->first}); }
    for (auto const id : ids) { wanted.try_emplace(id, wanted.size()); }
    return tasks.ordered([&](std::size_t number) { return wanted.at(tasks.ids[number]); });
}

TaskPages::TaskPages(std::unique_ptr<TaskReader> reader) noexcept : m_reader{std::move(reader)} {}
TaskPages::TaskPages(TaskPages&&) noexcept = default;
TaskPages& TaskPages::operator=(TaskPages&&) noexcept = default;
TaskPages::~TaskPages() = default;

Result<std::vector<TaskRow>> TaskPages::read(std::span<std::string_view const> ids) { return m_reader->some(ids); }

} // namespace zhengtu::ledger
