#include "ledger/geometry_column.hpp"
#include "ledger/reader.hpp"
#include "ledger/schema.hpp"
#include "ledger/site_table_maker.hpp"
#include "ledger/task_finder.hpp"
#include "ledger/task_reader.hpp"
#include "ledger/text_list.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <tuple>
#include <unordered_map>

namespace zhengtu::ledger {

namespace {

using sqlite::Database;

struct PlanNames {
    std::size_t rank;
    std::uint32_t id, title;
};

struct Problem {
    std::int64_t ord;
    std::uint32_t number, categories;
    bool speaks;
};

/// A task and where it stands.
struct RawTask {
    std::tuple<std::size_t, std::int64_t, std::int64_t, std::int64_t> place; ///< plan, problem, task, row
    std::size_t id;                                                          ///< in the pool of ids as they came
    SiteTableMaker::Task task;
};

struct RawSite {
    std::uint32_t task;
    std::int64_t ord;
    std::size_t id;
    SiteTableMaker::Site site;
};

/// Reads the tables of a ledger one after another and puts together what belongs together.
class Reader {
public:
    Reader(Database& database, std::string_view text) : m_database{database}, m_text{text} {}

    Result<SiteTable> run()
    {
        readProblems();
        readTasks();
        readUnits();
        readDeadlines();
        if (auto const read = readSites(); !read) { return std::unexpected{read.error()}; }
        m_make.reserve(m_tasks.size(), m_sites.size());
        auto site = m_sites.begin();
        for (std::uint32_t i = 0; i < m_tasks.size(); ++i) {
            m_make.add(m_ids[i], m_tasks[i].task);
            for (; site != m_sites.end() && site->task == i; ++site) { m_make.add(m_siteIds[site->id], m_places[site->id], site->site); }
            m_make.addSiteCounties();
        }
        return m_make.take();
    }

private:
    void readProblems()
    {
        auto plans = m_database.prepare("SELECT plan_id, title FROM plans ORDER BY fid");
        while (plans.step()) { m_plans.try_emplace(plans.text(0), PlanNames{m_plans.size(), m_make.word(plans.view(0)), m_make.word(plans.view(1))}); }
        auto rows = m_database.prepare(m_text.empty() ? "SELECT problem_id, ord, categories FROM problems" : "SELECT problem_id, ord, categories, problem FROM problems");
        while (rows.step()) {
            auto const number = m_make.problem(rows.view(0));
            m_problems.resize(std::max<std::size_t>(m_problems.size(), number + 1));
            m_problems[number] = {rows.integer(1), number, listOf(rows.view(2)), m_text.empty() || rows.view(3).contains(m_text)};
        }
    }

    void readTasks()
    {
        auto rows = m_database.prepare(m_text.empty() ? "SELECT fid, task_id, plan_id, problem_id, ord, no, status, counties FROM tasks"
                                                      : "SELECT fid, task_id, plan_id, problem_id, ord, no, status, counties, measure FROM tasks");
        StringPool ids;
        std::string problemId; // of the task before: most have the same
        std::uint32_t number = 0;
        while (rows.step()) {
            if (ids.size() == 0 || rows.view(3) != problemId) {
                problemId = rows.text(3);
                number = m_make.problem(problemId);
            }
            auto const at = m_plans.find(rows.view(2));
            if (number >= m_problems.size() || at == m_plans.end()) { continue; } // as a join does
            auto const& problem = m_problems[number];
            auto const& plan = at->second;
            ids.add(rows.view(1));
            m_tasks.push_back({{plan.rank, problem.ord, rows.integer(4), rows.integer(0)}, ids.size() - 1,
                               {.no = m_make.word(rows.view(5)), .planId = plan.id, .planTitle = plan.title, .status = m_make.word(rows.view(6)), .problem = problem.number,
                                .categories = problem.categories, .counties = listOf(rows.view(7)), .speaks = problem.speaks || rows.view(8).contains(m_text)}});
        }
        std::ranges::sort(m_tasks, {}, &RawTask::place);
        for (auto const& task : m_tasks) { m_ids.add(ids[task.id]); }
    }

    void readUnits()
    {
        std::vector<std::pair<std::uint32_t, std::uint64_t>> units; // task; role and name
        auto rows = m_database.prepare("SELECT task_id, role, name FROM units WHERE task_id IS NOT NULL ORDER BY fid");
        while (rows.step()) {
            auto const task = m_find(rows.view(0));
            if (!task) { continue; }
            auto const role = plan::unitRole(rows.view(1)).value_or(plan::UnitRole::Responsible);
            units.emplace_back(static_cast<std::uint32_t>(*task), (static_cast<std::uint64_t>(role) << 32U) | m_make.word(rows.view(2)));
        }
        std::ranges::stable_sort(units, {}, &std::pair<std::uint32_t, std::uint64_t>::first);
        std::map<std::vector<std::uint64_t>, std::uint32_t> known;
        for (std::size_t i = 0; i < units.size();) {
            auto const task = units[i].first;
            std::vector<std::uint64_t> list;
            for (; i < units.size() && units[i].first == task; ++i) { list.push_back(units[i].second); }
            auto const [at, fresh] = known.try_emplace(std::move(list), 0);
            if (fresh) {
                SiteTable::UnitNames names;
                for (auto const unit : at->first) { names.emplace_back(static_cast<plan::UnitRole>(unit >> 32U), m_make.wordNo(static_cast<std::uint32_t>(unit))); }
                at->second = m_make.units(names);
            }
            m_tasks[task].task.units = at->second;
        }
    }

    void readDeadlines()
    {
        auto rows = m_database.prepare("SELECT task_id, kind, dates, long_term FROM deadlines WHERE task_id IS NOT NULL");
        while (rows.step()) {
            auto const task = m_find(rows.view(0));
            if (!task) { continue; }
            auto& number = m_tasks[*task].task.deadline;
            auto deadline = m_make.deadlineNo(number);
            addDeadline(deadline, rows.view(1), rows.view(2), rows.integer(3) != 0);
            number = m_make.deadline(deadline);
        }
    }

    Result<void> readSites()
    {
        std::unordered_map<std::string, geo::Shape const*> outlines; // of counties and rivers, which many sites have
        for (auto const type : {geo::ShapeType::Point, geo::ShapeType::Line, geo::ShapeType::Polygon, geo::ShapeType::None}) {
            bool const located = type != geo::ShapeType::None;
            auto const table = schema::sitesTable(type);
            auto rows = m_database.prepare("SELECT task_id, ord, site_id, place, place_kind, county, adcode, precision, radius_m, " +
                                           std::string{schema::hasColumn(m_database, table, "figure") ? "figure" : "'itself'"} + (located ? ", geom" : "") + " FROM " + table);
            while (rows.step()) {
                auto const task = m_find(rows.view(0));
                if (!task) { continue; }
                m_siteIds.add(rows.view(2));
                m_places.add(rows.view(3));
                SiteTableMaker::Site site{.radiusM = rows.real(8), .county = m_make.word(rows.view(5)), .adcode = m_make.word(rows.view(6)),
                                     .kind = place::kindOf(rows.view(4)).value_or(place::Kind::Other),
                                     .precision = place::precisionOf(rows.view(7)).value_or(place::Precision::Unlocated),
                                     .figure = place::figureOf(rows.view(9)).value_or(place::Figure::Itself)};
                if (located) {
                    auto const shape = shapeOf(rows.bytes(10), type, outlines);
                    if (!shape) { return std::unexpected{Error{shape.error()}.at("site " + rows.text(2))}; }
                    site.shape = *shape;
                }
                m_sites.push_back({static_cast<std::uint32_t>(*task), rows.integer(1), m_siteIds.size() - 1, site});
            }
        }
        std::ranges::stable_sort(m_sites, {}, [](RawSite const& site) { return std::pair{site.task, site.ord}; });
        return m_database.outcome();
    }

    Result<geo::Shape const*> shapeOf(sqlite::Bytes blob, geo::ShapeType type, std::unordered_map<std::string, geo::Shape const*>& outlines)
    {
        auto const parsed = [&] { return geometryFrom(blob).transform([&](geo::Shape shape) { return m_make.keep(std::move(shape)); }); };
        if (type == geo::ShapeType::Point) { return parsed(); }
        auto const [known, fresh] = outlines.try_emplace(std::string{blob}, nullptr);
        if (fresh) {
            auto const shape = parsed();
            if (!shape) { return shape; }
            known->second = *shape;
        }
        return known->second;
    }

    std::uint32_t listOf(std::string_view text)
    {
        if (text.empty()) { return 0; }
        auto const known = m_lists.find(text);
        return known != m_lists.end() ? known->second : m_lists.emplace(text, m_make.list(split(text))).first->second;
    }

    Database& m_database;
    std::string_view m_text;
    SiteTableMaker m_make;
    std::map<std::string, PlanNames, std::less<>> m_plans;
    std::map<std::string, std::uint32_t, std::less<>> m_lists; ///< as they are stored
    std::vector<Problem> m_problems;
    std::vector<RawTask> m_tasks;
    StringPool m_ids, m_siteIds, m_places;
    TaskFinder m_find{m_ids};
    std::vector<RawSite> m_sites;
};

} // namespace

Result<SiteTable> readSiteTable(Database& database, std::string_view text)
{
    sqlite::Transaction transaction{database, sqlite::Transaction::Kind::Read};
    auto table = Reader{database, text}.run();
    if (!table) { return table; }
    if (auto const done = transaction.commit(); !done) { return std::unexpected{done.error()}; }
    return table;
}

} // namespace zhengtu::ledger
