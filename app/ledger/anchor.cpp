#include "ledger/anchor.hpp"

#include "core/utf.hpp"

#include <algorithm>
#include <charconv>
#include <map>

namespace zhengtu::ledger {

namespace {

using sqlite::Database;
using sqlite::Statement;

constexpr double sameId = 0.75;     ///< an id that says the same is of the same passage, even if a clause was corrected
constexpr double sameNumber = 0.75; ///< so is a number
constexpr double onlyText = 0.85;   ///< text alone must be nearly the same
constexpr double apart = 0.05;      ///< and no other as near

struct Row {
    std::string id, no, text, problemNo, problemText;
};

/// Tasks (or problems) of a plan as they can be told apart.
std::vector<Row> rowsOf(Database& database, std::string const& planId, bool tasks)
{
    auto select = database.prepare(
        tasks ? "SELECT t.task_id, t.no, t.measure, b.no, b.problem FROM tasks t JOIN problems b ON b.problem_id = t.problem_id WHERE t.plan_id = ? "
                "ORDER BY b.ord, t.ord, t.fid"
              : "SELECT problem_id, '', '', no, problem FROM problems WHERE plan_id = ? ORDER BY ord");
    select.query(planId);
    std::vector<Row> rows;
    while (select.step()) { rows.push_back({select.text(0), select.text(1), select.text(2), select.text(3), select.text(4)}); }
    return rows;
}

struct Likeness {
    double own = 0, all = 0; ///< of the passage itself, and of it with its problem
};

Likeness likeness(Row const& row, Anchor const& anchor, bool task)
{
    auto const problem = similarity(row.problemText, anchor.problemText);
    if (!task || (row.text.empty() && anchor.taskText.empty())) { return {problem, problem}; }
    auto const own = similarity(row.text, anchor.taskText);
    return {own, (own + problem) / 2};
}

Result<std::string> findRow(Database& database, std::string const& id, Anchor const& anchor, bool task)
{
    auto const rows = rowsOf(database, anchor.planId, task);
    if (auto const same = std::ranges::find(rows, id, &Row::id); same != rows.end()) {
        auto const like = likeness(*same, anchor, task);
        if (like.own >= sameId && like.all >= sameId) { return id; }
    }
    std::vector<std::pair<Likeness, Row const*>> numbered, alike;
    for (auto const& row : rows) {
        auto const like = likeness(row, anchor, task);
        bool const same = row.no == anchor.taskNo && row.problemNo == anchor.problemNo;
        if (same && like.own >= sameNumber) { numbered.emplace_back(like, &row); }
        if (like.own >= onlyText) { alike.emplace_back(like, &row); }
    }
    for (auto* const found : {&numbered, &alike}) {
        if (found->empty()) { continue; }
        std::ranges::stable_sort(*found, std::ranges::greater{}, [](auto const& one) { return one.first.all; });
        if (found->size() == 1 || (*found)[0].first.all - (*found)[1].first.all >= apart) { return (*found)[0].second->id; }
        return fail(ErrorCode::NotFound, "several passages of the plan may be meant: " + (*found)[0].second->id + ", " + (*found)[1].second->id);
    }
    return fail(ErrorCode::NotFound, "the plan has no passage like it any more");
}

Result<std::string> findGoal(Database& database, Anchor const& anchor, std::string const& id)
{
    auto const old = goalOf(id);
    auto const problem = findRow(database, old ? old->first : id, anchor, false);
    if (!problem) { return problem; }
    auto goals = database.prepare("SELECT ord, goal FROM goals WHERE problem_id = ? ORDER BY ord");
    goals.query(*problem);
    std::string found;
    double best = sameNumber;
    while (goals.step()) {
        if (auto const like = similarity(goals.text(1), anchor.goal); like >= best && (found.empty() || like > best)) {
            best = like;
            found = *problem + "-g" + std::to_string(goals.integer(0) + 1);
        }
    }
    if (found.empty()) { return fail(ErrorCode::NotFound, "problem " + *problem + " has no goal like it any more"); }
    return found;
}

/// Where a measure was written anew, its problem still says which places are its: the site of that name in the measure of the same number,
/// else in the only measure of the problem that has one.
Result<std::string> findSiteInProblem(Database& database, std::string const& taskId, Anchor const& anchor)
{
    auto const problem = findRow(database, taskId.substr(0, taskId.rfind('-')), anchor, false);
    if (!problem) { return problem; }
    auto sites = database.prepare("SELECT s.site_id, t.task_id, t.no FROM sites s JOIN tasks t ON t.task_id = s.task_id WHERE t.problem_id = ? AND s.place = ? "
                                  "ORDER BY t.ord, s.ord, s.site_id");
    sites.query(*problem, anchor.place);
    std::map<std::string, std::vector<std::string>> all, numbered; // by task
    while (sites.step()) {
        all[sites.text(1)].push_back(sites.text(0));
        if (sites.text(2) == anchor.taskNo) { numbered[sites.text(1)].push_back(sites.text(0)); }
    }
    for (auto const* const found : {&numbered, &all}) {
        if (found->size() == 1 && anchor.nth < found->begin()->second.size()) { return found->begin()->second[anchor.nth]; }
    }
    return fail(ErrorCode::NotFound, "problem " + *problem + (all.empty() ? " names no " : " has several measures that name ") + anchor.place);
}

Result<std::string> findSite(Database& database, std::string const& id, Anchor const& anchor)
{
    auto held = database.prepare("SELECT task_id FROM sites WHERE site_id = ?");
    auto const was = held.query(id).step() ? held.text(0) : id.substr(0, id.rfind("-s"));
    auto const task = findRow(database, was, anchor, true);
    if (!task) { return anchor.place.empty() ? task : findSiteInProblem(database, was, anchor); }
    auto sites = database.prepare("SELECT site_id FROM sites WHERE task_id = ? AND place = ? ORDER BY ord, site_id");
    sites.query(*task, anchor.place);
    std::vector<std::string> ids;
    while (sites.step()) { ids.push_back(sites.text(0)); }
    if (std::ranges::contains(ids, id) && *task == was) { return id; }
    if (anchor.nth < ids.size()) { return ids[anchor.nth]; }
    return fail(ErrorCode::NotFound, "task " + *task + " names no " + (anchor.place.empty() ? std::string{"such place"} : anchor.place) + " any more");
}

std::map<std::pair<char32_t, char32_t>, int> pairsOf(std::string_view utf8, std::size_t& count)
{
    std::map<std::pair<char32_t, char32_t>, int> pairs;
    auto text = toUtf32(utf8).value_or(std::u32string{});
    std::erase_if(text, [](char32_t c) { return c <= U' ' || c == U'\u3000' || c == U'\u00A0'; });
    text.insert(text.begin(), U'\0'); // so that a single character has a pair
    for (std::size_t i = 1; i < text.size(); ++i) { ++pairs[{text[i - 1], text[i]}]; }
    count = text.size() - 1;
    return pairs;
}

} // namespace

double similarity(std::string_view a, std::string_view b)
{
    if (a == b) { return 1; }
    std::size_t countA = 0;
    std::size_t countB = 0;
    auto const pairsA = pairsOf(a, countA);
    auto const pairsB = pairsOf(b, countB);
    if (countA + countB == 0) { return 1; }
    int shared = 0;
    for (auto const& [pair, times] : pairsA) {
        if (auto const other = pairsB.find(pair); other != pairsB.end()) { shared += std::min(times, other->second); }
    }
    return 2.0 * shared / static_cast<double>(countA + countB);
}

std::optional<std::pair<std::string, std::size_t>> goalOf(std::string const& id)
{
    auto const mark = id.rfind("-g");
    if (mark == std::string::npos) { return std::nullopt; }
    std::size_t number = 0;
    auto const* const end = id.data() + id.size();
    auto const [stopped, error] = std::from_chars(id.data() + mark + 2, end, number);
    if (error != std::errc{} || stopped != end || number == 0) { return std::nullopt; }
    return std::pair{id.substr(0, mark), number - 1};
}

SubjectKind subjectKind(Database& database, std::string const& id)
{
    // A problem that lists no measure is a task of the same id: what is asked of it is mostly asked of the task.
    auto const there = [&](char const* sql) { return database.prepare(sql).query(id).step(); };
    if (there("SELECT 1 FROM tasks WHERE task_id = ?")) { return SubjectKind::Task; }
    if (there("SELECT 1 FROM problems WHERE problem_id = ?")) { return SubjectKind::Problem; }
    if (there("SELECT 1 FROM sites WHERE site_id = ?")) { return SubjectKind::Site; }
    if (auto const goal = goalOf(id)) {
        auto find = database.prepare("SELECT 1 FROM goals WHERE problem_id = ? AND ord = ?");
        if (find.query(goal->first, goal->second).step()) { return SubjectKind::Goal; }
    }
    return SubjectKind::None;
}

Anchor anchorOf(Database& database, std::string const& id)
{
    Anchor anchor;
    auto const kind = subjectKind(database, id);
    std::string task;
    std::string problem;
    if (kind == SubjectKind::Site) {
        auto site = database.prepare("SELECT task_id, place, ord FROM sites WHERE site_id = ?");
        if (site.query(id).step()) {
            task = site.text(0);
            anchor.place = site.text(1);
            auto before = database.prepare("SELECT count(*) FROM sites WHERE task_id = ?1 AND place = ?2 AND (ord < ?3 OR (ord = ?3 AND site_id < ?4))");
            if (before.query(task, anchor.place, site.integer(2), id).step()) { anchor.nth = before.size(0); }
        }
    } else if (kind == SubjectKind::Task) {
        task = id;
    } else if (auto const goal = goalOf(id); kind == SubjectKind::Goal && goal) {
        problem = goal->first;
        auto text = database.prepare("SELECT goal FROM goals WHERE problem_id = ? AND ord = ?");
        if (text.query(goal->first, goal->second).step()) { anchor.goal = text.text(0); }
    } else {
        problem = id;
    }
    if (!task.empty()) {
        auto row = database.prepare("SELECT no, measure, problem_id FROM tasks WHERE task_id = ?");
        if (row.query(task).step()) {
            anchor.taskNo = row.text(0);
            anchor.taskText = row.text(1);
            problem = row.text(2);
        }
    }
    auto row = database.prepare("SELECT plan_id, no, problem FROM problems WHERE problem_id = ?");
    if (row.query(problem).step()) {
        anchor.planId = row.text(0);
        anchor.problemNo = row.text(1);
        anchor.problemText = row.text(2);
    }
    return anchor;
}

Result<std::string> findSubject(Database& database, std::string const& id, Anchor const& anchor)
{
    if (anchor.problemText.empty() && anchor.taskText.empty()) { // of an older ledger: only the id is known
        if (subjectKind(database, id) == SubjectKind::None) { return fail(ErrorCode::NotFound, "the plan has no " + id + " any more"); }
        return id;
    }
    if (!anchor.goal.empty()) { return findGoal(database, anchor, id); }
    if (!anchor.place.empty() || id.contains("-s")) { return findSite(database, id, anchor); }
    auto const planId = anchor.planId;
    auto known = database.prepare("SELECT 1 FROM plans WHERE plan_id = ?");
    if (!known.query(planId).step()) { return fail(ErrorCode::NotFound, "the ledger has no plan " + planId); }
    return findRow(database, id, anchor, !anchor.taskText.empty() || !anchor.taskNo.empty() || subjectKind(database, id) == SubjectKind::Task);
}

std::vector<std::string> nearIds(Database& database, std::string const& id)
{
    std::vector<std::pair<std::size_t, std::string>> near;
    auto rows = database.prepare("SELECT task_id FROM tasks UNION SELECT problem_id FROM problems UNION SELECT site_id FROM sites");
    while (rows.step()) {
        auto const other = rows.text(0);
        auto const [mine, its] = std::ranges::mismatch(id, other);
        near.emplace_back(static_cast<std::size_t>(mine - id.begin()), other);
    }
    // The longest common beginning, and among those the shortest id: a task before its sites.
    std::ranges::sort(near, [](auto const& a, auto const& b) {
        if (a.first != b.first) { return a.first > b.first; }
        return a.second.size() != b.second.size() ? a.second.size() < b.second.size() : a.second < b.second;
    });
    std::vector<std::string> ids;
    for (auto const& [same, other] : near) {
        if (ids.size() == 5) { break; }
        ids.push_back(other);
    }
    return ids;
}

} // namespace zhengtu::ledger
