#include "plan/builder.hpp"

#include "core/identity.hpp"
#include "core/utf.hpp"
#include "plan/demands.hpp"
#include "plan/feedback.hpp"
#include "plan/fields.hpp"
#include "plan/handling.hpp"

#include <algorithm>
#include <array>
#include <format>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;
using text::NumberForm;

UnitRole roleOf(Field field) noexcept
{
    switch (field) {
    case Field::Lead: return UnitRole::Lead;
    case Field::Cooperating: return UnitRole::Cooperating;
    case Field::Acceptance: return UnitRole::Acceptance;
    case Field::Person: return UnitRole::Person;
    default: return UnitRole::Responsible;
    }
}

/// How high a form stands, for lists inside measures.
int depth(NumberForm form) noexcept
{
    switch (form) {
    case NumberForm::CjkComma: return 1;
    case NumberForm::CjkParen: return 2;
    case NumberForm::ArabicDot: return 4;
    case NumberForm::ArabicParen: return 5;
    case NumberForm::HalfParen: return 6;
    case NumberForm::Circled: return 7;
    default: return 3;
    }
}

class Builder {
public:
    Builder(Plan& plan, text::NormalText const& normal, View source, std::vector<Piece> const& pieces, Structure const& structure, Dictionary const& dictionary)
        : m_plan{plan}, m_normal{normal}, m_text{normal.text}, m_source{source}, m_pieces{pieces}, m_structure{structure}, m_dictionary{dictionary}
    {
    }

    void run()
    {
        readHead();
        for (auto i = m_structure.listBegin; i < m_pieces.size(); ++i) {
            auto const& piece = m_pieces[i];
            switch (m_structure.roles[i]) {
            case Role::None: break;
            case Role::Section: section(piece); break;
            case Role::Problem: problem(piece); break;
            case Role::Field: field(piece); break;
            case Role::Content: content(piece); break;
            case Role::Measure: m_field = Field::Measure; m_open = true; measure(piece, true); break;
            }
        }
        finishProblem();
    }

private:
    struct OpenTask { Task task; Span body; bool hasDeadline = false; };
    struct Stretch { std::size_t begin = 0, content = 0, end = 0; bool numbered = false; NumberForm form = NumberForm::ArabicDot; };

    [[nodiscard]] std::string printed(std::size_t begin, std::size_t end) const
    {
        auto const span = m_normal.sourceSpan(begin, end);
        std::u32string text;
        for (char32_t const c : m_source.substr(span.begin, span.size())) {
            if (c != U' ' && c != U'\n' && c != U'\r' && c != 0x3000) { text.push_back(c); }
        }
        return toUtf8(text);
    }

    [[nodiscard]] std::string numberOf(Piece const& piece) const
    {
        return piece.hasNumber() ? printed(piece.begin, piece.begin + piece.number.length) : std::string{};
    }

    /// 承办单位, 办理时限 above 交办问题: fields at the head of a letter hold for the problems that name none of their own. Only where the list
    /// begins with the label of a problem. 交办单位 beside 承办单位 is who sends it.
    void readHead()
    {
        auto const begin = m_structure.listBegin;
        if (begin >= m_pieces.size() || m_pieces[begin].kind != PieceKind::Label || m_pieces[begin].field != Field::Problem) { return; }
        auto const sender = [&](Piece const& piece) { return m_text.substr(piece.begin, piece.content - piece.begin).find(U"交办单位") != View::npos; };
        std::vector<Piece const*> units;
        for (std::size_t i = 0; i < begin; ++i) {
            auto const& piece = m_pieces[i];
            if (piece.kind != PieceKind::Label || piece.weak || piece.empty()) { continue; }
            if (piece.field == Field::Deadline) { m_headDeadline = readDeadline(m_normal, piece.content, piece.end, m_plan.year, m_dictionary, m_plan.notices); }
            if (isUnitField(piece.field)) { units.push_back(&piece); }
        }
        for (auto const* const piece : units) {
            if (units.size() > 1 && sender(*piece)) { continue; }
            auto read = readUnits(m_normal, m_source, piece->content, piece->end, roleOf(piece->field), m_dictionary);
            m_headUnits.insert(m_headUnits.end(), read.begin(), read.end());
        }
    }

    void section(Piece const& piece)
    {
        finishProblem();
        auto const top = !m_structure.topForm || piece.number.form == *m_structure.topForm;
        if (top) {
            m_plan.sections.push_back({numberOf(piece), passage(m_normal, piece.content, piece.end), m_normal.sourceSpan(piece.begin, piece.end)});
            m_subsection.clear();
        } else {
            m_subsection = toUtf8(m_text.substr(piece.begin, piece.end - piece.begin));
            extendSection(piece);
        }
    }

    void extendSection(Piece const& piece)
    {
        if (!m_plan.sections.empty()) { m_plan.sections.back().span.end = m_normal.sourceSpan(piece.begin, piece.end).end; }
    }

    void problem(Piece const& piece)
    {
        finishProblem();
        bool const isSection = piece.kind == PieceKind::Head && m_structure.topForm && piece.number.form == *m_structure.topForm &&
                               m_structure.problemForm != m_structure.topForm;
        if (isSection) {
            m_plan.sections.push_back({numberOf(piece), passage(m_normal, piece.content, piece.end), m_normal.sourceSpan(piece.begin, piece.end)});
            m_subsection.clear();
        }
        m_problem.emplace();
        m_problem->no = numberOf(piece);
        m_problem->section = m_plan.sections.empty() ? Problem::npos : m_plan.sections.size() - 1;
        m_problem->subsection = m_subsection;
        bool const feedback = m_text.substr(piece.begin, piece.number.length).find(U"反馈") != View::npos;
        if (piece.kind == PieceKind::Head && piece.number.form == NumberForm::Item && feedback) { m_problem->feedbackNo = piece.number.value; }
        m_begin = piece.begin;
        m_end = piece.end;
        m_body = {piece.content, piece.end};
        m_field = Field::Problem;
        m_open = true;
    }

    void field(Piece const& piece)
    {
        if (!m_problem) { return; }
        m_end = std::max(m_end, piece.end);
        m_field = piece.field;
        m_open = true;
        m_numbered = false;
        if (piece.field == Field::Measure) { m_form.reset(); }
        if (piece.field == Field::Goal) { m_goalNumbered = false; }
        if (piece.field == Field::Problem && m_body.begin >= m_body.end) { m_body = {piece.content, piece.content}; } // 第17项 / 反馈问题 / …
        if (!piece.empty()) { fill(piece, Stretch{piece.content, piece.content, piece.end}); }
    }

    void content(Piece const& piece)
    {
        if (!m_problem) {
            extendSection(piece);
            return;
        }
        fill(piece, Stretch{piece.begin, piece.content, piece.end, piece.kind == PieceKind::Head, piece.number.form});
    }

    /// Puts a stretch into the field that is open.
    void fill(Piece const& piece, Stretch const& stretch)
    {
        switch (m_field) {
        case Field::Problem:
            if (m_body.begin >= m_body.end) { m_body.begin = stretch.begin; }
            m_body.end = stretch.end;
            break;
        case Field::Goal: goal(stretch); break;
        case Field::Measure: measure(piece, false, &stretch); break;
        case Field::Handling: m_handling.push_back({stretch.begin, stretch.end}); status(stretch); break;
        case Field::Status: status(stretch); break;
        case Field::Other: break;
        case Field::Deadline:
            if (m_open) { deadline(withoutStrayBracket(stretch)); }
            m_open = false;
            break;
        default:
            if (m_open) { units(withoutStrayBracket(stretch)); }
            m_open = piece.kind != PieceKind::Label; // lines below an empty label; nothing below a filled one
            break;
        }
        m_end = std::max(m_end, stretch.end);
    }

    /// （责任单位：市住建局）: the bracket that closes behind a field opened before its label.
    [[nodiscard]] Stretch withoutStrayBracket(Stretch stretch) const noexcept
    {
        auto end = stretch.end;
        while (end > stretch.content && (m_text[end - 1] == U'。' || m_text[end - 1] == U'；')) { --end; }
        auto const said = m_text.substr(stretch.content, end - stretch.content);
        if (said.ends_with(U'）') && std::count(said.begin(), said.end(), U'（') < std::count(said.begin(), said.end(), U'）')) { stretch.end = end - 1; }
        return stretch;
    }

    void goal(Stretch const& stretch)
    {
        if (!stretch.numbered && m_goalNumbered && !m_goals.empty()) {
            m_goals.back().end = stretch.end;
            return;
        }
        m_goalNumbered = m_goalNumbered || stretch.numbered;
        m_goals.push_back({stretch.content, stretch.end});
    }

    void measure(Piece const& piece, bool fresh, Stretch const* given = nullptr)
    {
        Stretch const stretch = given != nullptr ? *given : Stretch{piece.begin, piece.content, piece.end, piece.kind == PieceKind::Head, piece.number.form};
        m_end = std::max(m_end, stretch.end);
        if (fresh && !m_form && stretch.numbered) { m_form = stretch.form; }
        if (stretch.numbered) {
            if (!m_form || depth(stretch.form) < depth(*m_form)) {
                // What stood before the first number introduced the list.
                if (!m_form) { dropIntroduction(); }
                m_form = stretch.form;
            }
            if (stretch.form == *m_form || fresh) {
                addTask(stretch);
            } else if (headsGroup()) { // （一）近期措施 above 1. 2. 3.
                m_tasks.pop_back();
                m_dated = std::min(m_dated, m_tasks.size());
                m_form = stretch.form;
                addTask(stretch);
            } else {
                extendTask(stretch);
            }
            m_numbered = true;
        } else if (m_numbered) {
            extendTask(stretch);
        } else if (!fresh && m_text[stretch.end - 1] == U'：') {
            return; // "具体措施如下：" announces measures
        } else {
            addTask(stretch);
        }
    }

    /// The last measure is no more than a name for those below it.
    [[nodiscard]] bool headsGroup() const noexcept
    {
        constexpr std::size_t longest = 12;
        if (m_tasks.empty() || m_tasks.back().task.no.empty()) { return false; }
        auto said = m_text.substr(m_tasks.back().body.begin, m_tasks.back().body.end - m_tasks.back().body.begin);
        while (!said.empty() && (said.back() == U'。' || said.back() == U'：' || said.back() == U'\n')) { said.remove_suffix(1); }
        if (said.size() < 2 || said.size() > longest || said.find_first_of(U"，。；：\n") != View::npos) { return false; }
        return said.ends_with(U"措施") || said.ends_with(U"阶段") || said.ends_with(U"方面") || said.ends_with(U"整改") || said.ends_with(U"任务");
    }

    void addTask(Stretch const& stretch)
    {
        if (m_tailSeen) {
            m_blockBegin = m_tasks.size();
            m_tailSeen = false;
        }
        Task task;
        if (stretch.numbered) { task.no = printed(stretch.begin, stretch.content); }
        m_tasks.push_back({std::move(task), {stretch.content, stretch.end}});
    }

    void extendTask(Stretch const& stretch)
    {
        if (m_tasks.empty()) {
            addTask(stretch);
        } else {
            m_tasks.back().body.end = stretch.end;
        }
    }

    void dropIntroduction()
    {
        while (m_tasks.size() > m_blockBegin && m_tasks.back().task.no.empty() && !m_tailSeen) { m_tasks.pop_back(); }
        m_dated = std::min(m_dated, m_tasks.size());
    }

    void units(Stretch const& stretch)
    {
        auto const role = roleOf(m_field);
        auto units = readUnits(m_normal, m_source, stretch.content, stretch.end, role, m_dictionary);
        m_tailSeen = !m_tasks.empty();
        if (m_tasks.empty()) {
            m_problem->units.insert(m_problem->units.end(), units.begin(), units.end());
            return;
        }
        if (units.empty()) { return; }
        bool const shared = role == UnitRole::Acceptance || role == UnitRole::Person;
        auto& without = m_without[role == UnitRole::Person ? 1 : 0];
        for (auto i = sharersFrom(shared ? std::min(m_blockBegin, without) : m_blockBegin, units); i < m_tasks.size(); ++i) {
            auto& mine = m_tasks[i].task.units;
            bool const has = std::any_of(mine.begin(), mine.end(), [&](Unit const& unit) { return unit.role == role; });
            if (i >= m_blockBegin || (shared && !has)) { mine.insert(mine.end(), units.begin(), units.end()); }
        }
        if (shared) { without = m_tasks.size(); }
    }

    /// The first measure that takes `units`: all from `first` on, unless so many units stood behind so many measures that no list is meant;
    /// then the last alone takes them, and it is noticed.
    std::size_t sharersFrom(std::size_t first, std::vector<Unit> const& units)
    {
        constexpr std::size_t most = 20'000;
        auto const copies = (m_tasks.size() - first) * units.size();
        if (m_copies + copies <= most) {
            m_copies += copies;
            return first;
        }
        if (m_copies <= most) {
            m_copies = most + 1;
            m_plan.notices.push_back({"too-many-units", "shared by too many measures; given to the last alone", units.front().name.span});
        }
        return m_tasks.size() - 1;
    }

    void deadline(Stretch const& stretch)
    {
        auto const deadline = readDeadline(m_normal, stretch.content, stretch.end, m_plan.year, m_dictionary, m_plan.notices);
        // 按计划完成整改 says what is to be; only 已…, 未… say what is, and only where no day is set.
        auto const said = m_text.substr(stretch.content, stretch.end - stretch.content);
        bool const states = deadline.dates.empty() && (said.find(U'已') != View::npos || said.find(U'未') != View::npos);
        auto const status = states ? readStatus(said, m_dictionary) : std::string{};
        m_tailSeen = !m_tasks.empty();
        if (m_tasks.empty()) {
            m_problem->deadline = deadline;
            if (!status.empty()) { m_problem->status = status; }
            return;
        }
        for (; m_dated < m_tasks.size(); ++m_dated) {
            auto& entry = m_tasks[m_dated];
            entry.task.deadline = deadline;
            if (!status.empty()) { entry.task.status = status; }
        }
    }

    void status(Stretch const& stretch)
    {
        auto const stated = readStatus(m_text.substr(stretch.content, stretch.end - stretch.content), m_dictionary);
        // 已全部完成 … 同意销号: what came of it in the end.
        if (m_problem->status.empty() || (stated == "closed" && m_problem->status == "done")) { m_problem->status = stated; }
    }

    void finishProblem()
    {
        if (!m_problem) { return; }
        auto body = m_text.substr(m_body.begin, m_body.end - m_body.begin);
        if (auto const mark = feedbackMark(body)) {
            m_problem->feedbackNo = mark->number;
            if (mark->begin == 0) { m_body.begin += mark->end; }
        } else if (auto const colon = body.substr(0, 8).find(U'：'); colon != View::npos) { // 1.问题：…
            auto const word = m_dictionary.labels.find(body.substr(0, colon));
            if (word != m_dictionary.labels.end() && word->second.field == Field::Problem) { m_body.begin += colon + 1; }
        }
        m_problem->body = passage(m_normal, m_body.begin, m_body.end);
        for (auto const& goal : m_goals) { m_problem->goals.push_back(passage(m_normal, goal.begin, goal.end)); }
        if (m_tasks.empty() && !m_handling.empty()) {
            m_problem->tasks = readHandling(m_normal, m_source, m_handling, m_plan.year, m_dictionary, m_plan.notices);
            for (auto& task : m_problem->tasks) {
                if (task.status.empty()) { task.status = m_problem->status; }
            }
        }
        bool const unitsNamed = !m_problem->units.empty() || std::any_of(m_tasks.begin(), m_tasks.end(), [](OpenTask const& entry) { return !entry.task.units.empty(); });
        for (auto& entry : m_tasks) {
            if (!unitsNamed) { readDoers(entry); }
            entry.task.body = passage(m_normal, entry.body.begin, entry.body.end);
            if (entry.task.status.empty()) { entry.task.status = m_problem->status; }
            m_problem->tasks.push_back(std::move(entry.task));
        }
        auto const& done = m_problem->tasks;
        bool const named = unitsNamed || std::any_of(done.begin(), done.end(), [](Task const& task) { return !task.units.empty(); });
        bool const dated = m_problem->deadline || std::any_of(done.begin(), done.end(), [](Task const& task) { return task.deadline.kind != DeadlineKind::None; });
        if (!named) { m_problem->units = m_headUnits; }
        if (!dated) { m_problem->deadline = m_headDeadline; }
        if (!m_problem->tasks.empty()) { handDown(); }
        m_problem->span = m_normal.sourceSpan(m_begin, m_end);
        auto const title = m_text.substr(m_body.begin, m_body.end - m_body.begin);
        m_problem->categories = categorise(title.substr(0, std::min(title.find_first_of(U"。\n"), title.size())), m_text.substr(m_begin, m_end - m_begin), m_dictionary);
        m_plan.problems.push_back(std::move(*m_problem));
        m_problem.reset();
        m_goals.clear();
        m_handling.clear();
        m_tasks.clear();
        m_form.reset();
        m_numbered = m_goalNumbered = m_tailSeen = m_open = false;
        m_blockBegin = m_dated = m_copies = 0;
        m_without = {};
    }

    /// Where no field names a unit, a measure may: …（市住建局牵头，市公安局配合，6月底前完成）; 由市水利局牵头，….
    void readDoers(OpenTask& entry)
    {
        auto const [begin, last] = entry.body;
        auto end = last;
        while (end > begin && (m_text[end - 1] == U'。' || m_text[end - 1] == U'；')) { --end; }
        auto const open = openingBracket(begin, end);
        bool const bracket = open != View::npos && open > 0;
        auto const from = bracket ? begin + open + 1 : begin;
        auto const to = bracket ? end - 1 : last;
        auto demand = readDemand(m_normal, m_source, from, to, m_plan.year, m_dictionary, m_plan.notices);
        if (demand) { entry.task.units = std::move(demand->units); }
        if (!bracket) { return; }
        if (!demand) { // （市市场监管局、各县人民政府）
            auto units = readUnits(m_normal, m_source, from, to, UnitRole::Responsible, m_dictionary);
            bool const all = std::all_of(units.begin(), units.end(), [&](Unit const& unit) {
                auto const name = toUtf32(unit.name.text).value_or(std::u32string{});
                return name.size() >= 3 && (endsWithAny(name, m_dictionary.unitEndings) || endsWithAny(name, m_dictionary.territorialEndings));
            });
            if (!all) { return; }
            entry.task.units = std::move(units);
        }
        if (!entry.hasDeadline && !entry.task.units.empty()) {
            std::vector<Notice> notices;
            auto const due = readDeadline(m_normal, deadlinePart(from, to), to, m_plan.year, m_dictionary, notices);
            if (due.kind == DeadlineKind::None) { return; }
            entry.task.deadline = due;
            entry.hasDeadline = true;
            m_plan.notices.insert(m_plan.notices.end(), notices.begin(), notices.end());
        }
    }

    /// Where the bracket that closes [begin, end) opens, counted from `begin`; npos if it ends with none.
    [[nodiscard]] std::size_t openingBracket(std::size_t begin, std::size_t end) const noexcept
    {
        if (end <= begin || m_text[end - 1] != U'）') { return View::npos; }
        int depth = 0;
        for (auto i = end; i-- > begin;) {
            depth += m_text[i] == U'）' ? 1 : (m_text[i] == U'（' ? -1 : 0);
            if (depth == 0) { return i - begin; }
        }
        return View::npos;
    }

    /// Where the last part of a list in [from, to) begins: （…牵头，2023年6月底前完成）
    [[nodiscard]] std::size_t deadlinePart(std::size_t from, std::size_t to) const noexcept
    {
        auto const comma = m_text.substr(from, to - from).find_last_of(U"，；");
        return comma == View::npos ? from : from + comma + 1;
    }

    /// Units and deadlines that were printed before the measures hold for those that have none of their own.
    void handDown()
    {
        for (auto& task : m_problem->tasks) {
            auto const own = task.units;
            for (auto const& unit : m_problem->units) {
                if (std::none_of(own.begin(), own.end(), [&](Unit const& mine) { return mine.role == unit.role; })) { task.units.push_back(unit); }
            }
            if (task.deadline.kind == DeadlineKind::None && task.deadline.said.text.empty() && m_problem->deadline) { task.deadline = *m_problem->deadline; }
        }
        m_problem->units.clear();
        m_problem->deadline.reset();
    }

    Plan& m_plan;
    text::NormalText const& m_normal;
    View m_text, m_source;
    std::vector<Piece> const& m_pieces;
    Structure const& m_structure;
    Dictionary const& m_dictionary;

    std::optional<Problem> m_problem;
    std::string m_subsection;
    std::vector<Unit> m_headUnits;          ///< named above the list, for all of it
    std::optional<Deadline> m_headDeadline; ///< likewise
    std::size_t m_begin = 0, m_end = 0;
    Span m_body;
    std::vector<Span> m_goals, m_handling;
    std::vector<OpenTask> m_tasks;
    std::size_t m_blockBegin = 0;
    std::size_t m_dated = 0;      ///< measures that have a deadline: these come first
    std::array<std::size_t, 2> m_without{}; ///< the first measure that no acceptance unit, no person holds for yet
    std::size_t m_copies = 0;     ///< units given to measures in this problem
    bool m_tailSeen = false;      ///< units or a deadline stood behind the last measure
    Field m_field = Field::Problem;
    bool m_open = false;          ///< the field still takes what follows
    std::optional<NumberForm> m_form; ///< of the measures of the list that is open
    bool m_numbered = false, m_goalNumbered = false;
};

} // namespace

void buildProblems(Plan& plan, text::NormalText const& normal, View source, std::vector<Piece> const& pieces, Structure const& structure,
                   Dictionary const& dictionary)
{
    Builder{plan, normal, source, pieces, structure, dictionary}.run();
}

void numberPlan(Plan& plan)
{
    plan.id = stableId("p", plan.title + "|" + plan.region + "|" + (plan.year ? std::to_string(*plan.year) : std::string{}));
    for (std::size_t i = 0; i < plan.problems.size(); ++i) {
        auto& problem = plan.problems[i];
        problem.id = std::format("{}-{:02}", plan.id, i + 1);
        for (std::size_t j = 0; j < problem.tasks.size(); ++j) { problem.tasks[j].id = std::format("{}-{:02}", problem.id, j + 1); }
    }
}

} // namespace zhengtu::plan
