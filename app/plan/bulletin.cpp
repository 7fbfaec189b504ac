#include "plan/bulletin.hpp"

#include "core/utf.hpp"
#include "plan/bulletin_title.hpp"
#include "plan/demands.hpp"
#include "plan/feedback.hpp"
#include "plan/shares.hpp"
#include "plan/fields.hpp"
#include "text/characters.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <unordered_map>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

/// Words that tell how something is wrong.
bool tellsWrong(View text) noexcept
{
    static constexpr std::array<View, 27> words{U"未", U"不到位", U"不彻底", U"不规范", U"不足", U"超标", U"直排", U"违法", U"违规", U"露天", U"反弹", U"滞后", U"缓慢", U"倾倒",
                                                U"堆放", U"焚烧", U"偷排", U"积尘", U"裸露", U"破损", U"渗漏", U"不正常", U"不力", U"缺失", U"闲置", U"停运", U"外溢"};
    return std::any_of(words.begin(), words.end(), [&](View word) { return text.find(word) != View::npos; });
}

/// Those, and words of what is wrong: 推进扬尘治理 has one too, though nothing is said to be wrong.
bool statesProblem(View text) noexcept
{
    static constexpr std::array<View, 4> words{U"问题", U"污染", U"扬尘", U"异味"};
    return tellsWrong(text) || std::any_of(words.begin(), words.end(), [&](View word) { return text.find(word) != View::npos; });
}

/// A word of some category but duty and capacity: bulletins of party inspections, audits and safety have only those.
bool concernsEnvironment(std::string const& text, Dictionary const& dictionary)
{
    auto const wide = toUtf32(text).value_or(std::u32string{});
    bool found = false;
    dictionary.categoryIndex.search(wide, [&](CategoryIndex::Word const& word) {
        auto const& category = dictionary.categories[word.category].name;
        found = found || (category != "duty" && category != "capacity");
    });
    return found;
}

/// What a heading says that its chapter is about.
enum class Topic : std::uint8_t { Open, Wrong, Wanted };

Topic topicOf(View heading) noexcept
{
    auto const has = [&](std::initializer_list<View> words) { return std::any_of(words.begin(), words.end(), [&](View word) { return heading.find(word) != View::npos; }); };
    if (heading.size() > 24) { return Topic::Open; }
    if (has({U"问题", U"不足", U"短板"})) { return has({U"问题整改", U"整改要求", U"工作要求", U"有关要求"}) ? Topic::Wanted : Topic::Wrong; }
    return has({U"要求", U"下一步", U"下步", U"建议", U"成效", U"做法", U"总体情况", U"基本情况", U"保障措施"}) ? Topic::Wanted : Topic::Open;
}

/// 存在以下问题：1.…；2.…；3.…。: lists within a paragraph, from one, each number behind the end of a clause.
std::vector<Piece> withLists(View text, std::vector<Piece> const& pieces)
{
    std::vector<Piece> all;
    all.reserve(pieces.size());
    for (auto const& piece : pieces) {
        std::vector<Piece> list;
        for (auto i = piece.content + 1; piece.kind == PieceKind::Text && i < piece.end; ++i) {
            bool const bounded = list.empty() ? text[i - 1] == U'：' : text::isTerminal(text[i - 1]);
            auto const number = bounded ? text::leadingNumber(text.substr(i, std::min<std::size_t>(piece.end - i, 8))) : std::nullopt;
            bool const next = number && (list.empty() ? number->value == 1 : number->form == list.back().number.form && number->value == list.back().number.value + 1);
            if (!next || number->form == text::NumberForm::Ordinal || number->form == text::NumberForm::Item) { continue; }
            if (!list.empty()) { list.back().end = i; }
            list.push_back({.kind = PieceKind::Head, .begin = i, .content = i + number->length, .end = piece.end, .number = *number, .ownLine = false});
        }
        if (list.size() < 2) {
            all.push_back(piece);
            continue;
        }
        auto before = piece;
        before.end = list.front().begin;
        all.push_back(before);
        all.insert(all.end(), list.begin(), list.end());
    }
    return all;
}

/// An item: a numbered heading with what belongs to it, or a paragraph.
struct Item {
    std::string no;
    std::size_t begin = 0, content = 0, end = 0;
    int value = 0;               ///< its number
    Topic topic = Topic::Open;   ///< of the chapter that it stands in
    std::size_t chapter = 0;     ///< which one
};

class BulletinReader {
public:
    BulletinReader(Plan& plan, text::NormalText const& normal, View source, std::vector<Piece> const& pieces, Dictionary const& dictionary)
        : m_plan{plan}, m_normal{normal}, m_text{normal.text}, m_source{source}, m_pieces{withLists(normal.text, pieces)}, m_dictionary{dictionary}
    {
    }

    /// `strict`: every problem is told before its demand, and has one.
    void run(bool strict)
    {
        findAddressee();
        auto problems = chapters();
        if (problems.empty()) { problems = numbered(); }
        if (problems.empty()) { problems = listed(); }
        // Each is the addressee's, with the day that the chapter of demands sets for it or for all; 各县 is nobody in particular.
        if (problems.empty() && !m_addressee.empty() && !m_addressee.front().name.text.starts_with("各")) { problems = addressed(m_several, m_wanted); }
        if (problems.empty()) { problems = counted(); }
        if (problems.empty()) { problems = paragraphs(); }
        if (problems.empty()) { problems = letter(); }
        bool const ours = concernsEnvironment(m_plan.title, m_dictionary) || std::any_of(problems.begin(), problems.end(), [&](Problem const& problem) {
            return concernsEnvironment(problem.body.text, m_dictionary) ||
                   std::any_of(problem.tasks.begin(), problem.tasks.end(), [&](Task const& task) { return concernsEnvironment(task.body.text, m_dictionary); });
        });
        bool const told = !strict || std::all_of(problems.begin(), problems.end(), [](Problem const& problem) {
            return !problem.tasks.empty() && tellsWrong(toUtf32(problem.body.text).value_or(std::u32string{})) && problem.body.span.end <= problem.tasks.front().body.span.begin;
        });
        if (!ours || !told) { return; }
        m_plan.problems.insert(m_plan.problems.end(), problems.begin(), problems.end());
        m_plan.notices.insert(m_plan.notices.end(), m_kept.begin(), m_kept.end());
    }

    /// 某县人民政府整改情况的报告: numbered problems, each with what came of it. No measures, no demands.
    void runReport()
    {
        std::vector<Problem> best;
        for (auto const form : {text::NumberForm::CjkParen, text::NumberForm::ArabicDot, text::NumberForm::CjkComma}) {
            std::vector<Problem> problems;
            auto const all = items(form);
            for (auto const& item : all) {
                auto const stop = std::min({m_text.find_first_of(U"。\n", item.content), item.end});
                auto const outcome = m_text.substr(stop, item.end - stop);
                bool const reports = outcome.find(U"整改") != View::npos || outcome.find(U"该问题") != View::npos;
                auto status = readStatus(outcome, m_dictionary);
                bool const ofProblem = outcome.find(U"该问题") != View::npos || statesProblem(m_text.substr(item.content, stop - item.content));
                if (!reports || status.empty() || !ofProblem) { continue; }
                Problem problem;
                problem.no = item.no;
                problem.body = passage(m_normal, item.content, std::min(stop + 1, item.end));
                problem.status = std::move(status);
                finish(problem, item, item.content, stop);
                problems.push_back(std::move(problem));
            }
            if (problems.size() >= 2 && problems.size() * 2 > all.size() && problems.size() > best.size()) { best = std::move(problems); }
        }
        m_plan.problems.insert(m_plan.problems.end(), best.begin(), best.end());
    }

private:
    /// 郊区人民政府： at the head of a letter: who must do what it asks of "you".
    void findAddressee()
    {
        std::size_t seen = 0;
        for (auto const& piece : m_pieces) {
            if (++seen > 8) { return; }
            auto const line = m_text.substr(piece.begin, piece.end - piece.begin);
            if (line.size() < 4 || line.size() > 60 || line.back() != U'：' || line.find_first_of(U"。；") != View::npos) { continue; }
            auto const name = line.substr(0, line.size() - 1);
            if (!endsWithAny(name, m_dictionary.unitEndings) && !endsWithAny(name, m_dictionary.territorialEndings)) { continue; }
            m_addressee = readUnits(m_normal, m_source, piece.begin, piece.end - 1, UnitRole::Responsible, m_dictionary);
            return;
        }
    }

    /// 一、主要问题 … 二、有关要求 （一）…（二）…: one chapter says what is wrong, another what must be done.
    std::vector<Problem> chapters()
    {
        std::optional<Item> wrong, wanted;
        for (auto const& item : items(text::NumberForm::CjkComma)) {
            auto const title = m_text.substr(item.content, std::min(m_text.find_first_of(U"。\n", item.content), item.end) - item.content);
            bool const short_ = title.size() <= 14;
            if (!wanted && short_ && (title.find(U"要求") != View::npos || title.find(U"整改措施") != View::npos || title.find(U"下一步") != View::npos)) { wanted = item; }
            else if (!wrong && short_ && (title.find(U"问题") != View::npos || title.find(U"事项") != View::npos)) { wrong = item; }
            else if (wanted && short_ && title.find(U"单位") != View::npos) { // 四、责任单位 and the names below it
                auto const from = std::min(item.content + title.size() + 1, m_text.size());
                auto units = readUnits(m_normal, m_source, from, std::min(m_text.find(U'\n', from), m_text.size()), UnitRole::Responsible, m_dictionary);
                if (!units.empty()) { m_addressee = std::move(units); }
            }
        }
        if (!wrong || !wanted || wrong->begin > wanted->begin) { return {}; }
        auto const inner = below(*wrong);
        if (auto problems = byName(inner, *wanted); !problems.empty()) { return problems; }
        m_notices.clear();
        auto demands = demandsOf(*wanted);
        if (demands.empty()) { return inner.size() > 1 && m_addressee.empty() ? inCommon(inner, *wanted) : std::vector<Problem>{}; }
        if (inner.size() > 1) { // several problems: they may hold demands of their own
            m_several = inner;
            m_wanted = {wanted->content, wanted->end};
            return {};
        }
        auto const first = inner.empty() ? std::min(m_text.find(U'\n', wrong->content) + 1, wrong->end) : inner.front().content;
        Problem problem;
        problem.no = wrong->no;
        problem.body = passage(m_normal, first, wrong->end);
        problem.tasks = std::move(demands);
        finish(problem, {wrong->no, wrong->begin, first, wanted->end}, first, wrong->end);
        m_kept = m_notices;
        return {std::move(problem)};
    }

    /// 文山县：… and, in the chapter of demands, 文山县政府要…: each demand is the problem's that begins with the name of its unit's place.
    std::vector<Problem> byName(std::vector<Item> const& list, Item const& wanted)
    {
        if (list.size() < 2) { return {}; }
        std::vector<Problem> problems;
        for (auto const& item : list) {
            Problem problem;
            problem.no = item.no;
            problem.body = passage(m_normal, item.content, item.end);
            finish(problem, item, item.content, item.end);
            problems.push_back(std::move(problem));
        }
        std::unordered_map<std::u32string, std::vector<std::size_t>> byPlace;
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (auto place = placeOf(m_text.substr(list[i].content, 10)); !place.empty()) { byPlace[std::move(place)].push_back(i); }
        }
        constexpr std::size_t most = 20'000; // a demand on a place is of all its problems; so many is no bulletin
        std::size_t given = 0;
        m_notices.clear();
        for (auto at = wanted.content; at < wanted.end;) {
            at += numberLength(at, wanted.end);
            auto const end = std::min(m_text.substr(0, wanted.end).find_first_of(U"。；\n", at), wanted.end - 1) + 1;
            auto const demand = readDemand(m_normal, m_source, at, end, m_plan.year, m_dictionary, m_notices);
            for (std::size_t k = 0; demand && k < demand->units.size(); ++k) {
                auto const& unit = demand->units[k];
                auto const found = byPlace.find(placeOf(toUtf32(unit.name.text).value_or(std::u32string{})));
                if (found == byPlace.end()) { continue; }
                for (auto const i : found->second) {
                    if (++given > most) { return {}; }
                    auto const body = passage(m_normal, at, end);
                    auto& tasks = problems[i].tasks;
                    if (tasks.empty() || tasks.back().body.span != body.span) { tasks.push_back({.id = {}, .no = {}, .body = body, .units = {}, .deadline = demand->deadline.value_or(Deadline{}), .status = {}, .quantities = {}}); }
                    tasks.back().units.push_back(unit);
                    problems[i].span.end = std::max(problems[i].span.end, body.span.end);
                }
            }
            at = end;
        }
        auto const held = std::count_if(problems.begin(), problems.end(), [](Problem const& problem) { return !problem.tasks.empty(); });
        if (static_cast<std::size_t>(held) * 2 <= problems.size()) { return {}; }
        m_kept = m_notices;
        return problems;
    }

    /// 文山县 of 文山县政府; empty where the name begins with no place.
    [[nodiscard]] static std::u32string placeOf(View name)
    {
        auto const mark = name.find_first_of(U"县区市旗镇乡", 1);
        return mark == View::npos || mark > 8 ? std::u32string{} : std::u32string{name.substr(0, mark + 1)};
    }

    /// Several problems and one demand for all, in a sentence: whose it is, and the day where one alone is set.
    std::vector<Problem> inCommon(std::vector<Item> const& list, Item const& wanted)
    {
        m_kept.clear();
        std::vector<Unit> units;
        std::vector<Deadline> due;
        for (auto at = wanted.content; at < wanted.end;) {
            auto const end = std::min(m_text.substr(0, wanted.end).find_first_of(U"。；\n", at), wanted.end - 1) + 1;
            if (auto demand = readDemand(m_normal, m_source, at, end, m_plan.year, m_dictionary, m_kept)) {
                for (auto& unit : demand->units) {
                    bool const known = std::any_of(units.begin(), units.end(), [&](Unit const& other) { return other.name.text == unit.name.text; });
                    if (!known) { units.push_back(std::move(unit)); }
                    if (units.size() > 1) { return {}; }
                }
                if (auto const days = daysIn(at, end); days == 1 && demand->deadline) { due.push_back(std::move(*demand->deadline)); }
                else if (days > 1) { due.resize(due.size() + 2); }
            }
            at = end;
        }
        if (units.size() != 1) { return {}; }
        std::vector<Problem> problems;
        for (auto const& item : list) {
            Problem problem;
            problem.no = item.no;
            problem.body = passage(m_normal, item.content, item.end);
            problem.units = units;
            if (due.size() == 1) { problem.deadline = due.front(); }
            finish(problem, item, item.content, item.end);
            problems.push_back(std::move(problem));
        }
        return problems;
    }

    /// How many times something is due by in a sentence: 9月底前…，12月底前….
    [[nodiscard]] std::size_t daysIn(std::size_t begin, std::size_t end) const noexcept
    {
        std::size_t days = 0;
        for (auto i = begin + 1; i < end; ++i) { days += m_text[i] == U'前' && View{U"年月日底旬末"}.find(m_text[i - 1]) != View::npos ? 1U : 0U; }
        return days;
    }

    /// The numbered items inside a chapter.
    std::vector<Item> below(Item const& chapter) const
    {
        std::vector<Item> list;
        for (auto const& piece : m_pieces) {
            if (piece.begin < chapter.content || piece.begin >= chapter.end) { continue; }
            bool const head = piece.kind == PieceKind::Head && (list.empty() || piece.number.form == m_lastForm);
            if (head) {
                m_lastForm = piece.number.form;
                list.push_back({passage(m_normal, piece.begin, piece.begin + piece.number.length).text, piece.begin, piece.content, piece.end, piece.number.value, Topic::Open});
            } else if (!list.empty()) {
                list.back().end = piece.end;
            }
        }
        return list;
    }

    std::vector<Task> demandsOf(Item const& chapter)
    {
        std::vector<Task> tasks;
        for (auto const& item : below(chapter)) {
            Task task;
            task.no = item.no;
            task.body = passage(m_normal, item.content, item.end);
            auto demand = readDemand(m_normal, m_source, item.content, item.end, m_plan.year, m_dictionary, m_notices);
            if (demand) { task.units = std::move(demand->units); }
            if (task.units.empty()) { task.units = m_addressee; }
            if (demand && demand->deadline) { task.deadline = *demand->deadline; }
            else if (auto due = readDue(m_normal, item.content, item.end, m_plan.year, m_dictionary, m_notices)) { task.deadline = std::move(*due); }
            tasks.push_back(std::move(task));
        }
        return tasks;
    }

    /// Numbered problems and one demand behind them for all: 请你县…，于9月25日前….
    std::vector<Problem> listed()
    {
        if (m_addressee.empty()) { return {}; }
        for (auto const form : {text::NumberForm::ArabicDot, text::NumberForm::CjkParen, text::NumberForm::CjkComma, text::NumberForm::ArabicParen}) {
            auto const all = items(form);
            std::vector<Item> wrong;
            for (auto const& item : all) {
                if (item.topic == Topic::Wrong || (item.topic == Topic::Open && statesProblem(m_text.substr(item.content, item.end - item.content)))) { wrong.push_back(item); }
            }
            if (wrong.empty() || wrong.size() * 2 < all.size()) { continue; }
            auto const demand = commonDemand(all.back().end);
            if (!demand) { continue; }
            return addressed(wrong, *demand);
        }
        return {};
    }

    /// Problems whose unit is the addressee, with the deadline that `demand` sets for all, or for some: 问题1、2于9月15日前….
    std::vector<Problem> addressed(std::vector<Item> const& list, Span demand)
    {
        m_kept.clear();
        auto const due = readDue(m_normal, demand.begin, demand.end, m_plan.year, m_dictionary, m_kept).value_or(Deadline{});
        std::vector<Problem> problems;
        for (auto const& item : list) {
            Problem problem;
            problem.no = item.no;
            problem.body = passage(m_normal, item.content, item.end);
            problem.units = m_addressee;
            problem.deadline = due;
            finish(problem, item, item.content, item.end);
            problems.push_back(std::move(problem));
        }
        for (auto const& share : sharesOf(m_text, demand.begin, demand.end)) {
            std::vector<Notice> notices; // of dates that were noticed above
            auto const own = readDue(m_normal, share.begin, share.end, m_plan.year, m_dictionary, notices);
            for (std::size_t i = 0; own && i < list.size(); ++i) {
                if (share.concerns(list[i].value)) { problems[i].deadline = *own; }
            }
        }
        return problems;
    }

    /// 请你县立即…, 你单位要…
    [[nodiscard]] bool asksAddressee(View sentence) const noexcept
    {
        static constexpr std::array<View, 10> words{U"请你", U"请贵", U"要求你", U"限你", U"责成你", U"责令你", U"你县要", U"你区要", U"你市要", U"你单位要"};
        return !m_addressee.empty() && std::any_of(words.begin(), words.end(), [&](View word) { return sentence.find(word) != View::npos; });
    }

    /// The paragraph with the demand on the addressee behind the list; nothing if there is none.
    std::optional<Span> commonDemand(std::size_t from) const
    {
        for (auto const& piece : m_pieces) {
            if (piece.begin < from) { continue; }
            auto const line = m_text.substr(piece.begin, piece.end - piece.begin);
            bool const asks = line.find(U"请你") != View::npos || line.find(U"请贵") != View::npos || line.find(U"要求你") != View::npos || line.starts_with(U"请") ||
                              line.find(U"你单位") != View::npos || line.find(U"限你") != View::npos || line.find(U"责令你") != View::npos || line.find(U"责成你") != View::npos;
            if (!asks) { continue; }
            return Span{piece.begin, piece.end};
        }
        return std::nullopt;
    }

    /// Span and categories.
    void finish(Problem& problem, Item const& item, std::size_t content, std::size_t bodyEnd) const
    {
        problem.span = m_normal.sourceSpan(item.begin, item.end);
        problem.categories = categorise(m_text.substr(content, std::min(m_text.find_first_of(U"。\n", content), bodyEnd) - content),
                                        m_text.substr(item.begin, item.end - item.begin), m_dictionary);
    }

    /// The items of the form of number under which most demands stand.
    std::vector<Problem> numbered()
    {
        std::vector<Problem> best;
        std::size_t bestDemands = 0;
        for (auto const form : {text::NumberForm::CjkComma, text::NumberForm::CjkParen, text::NumberForm::ArabicDot, text::NumberForm::ArabicParen}) {
            std::vector<Problem> problems;
            std::size_t demands = 0;
            m_notices.clear();
            auto const all = items(form);
            bool const list = listsProblems(all);
            std::vector<std::size_t> chapters;
            for (auto const& item : all) {
                auto problem = read(item, list);
                if (!problem || (problem->tasks.empty() && !wrong(item))) { continue; }
                demands += problem->tasks.empty() ? 0U : 1U;
                problems.push_back(std::move(*problem));
                chapters.push_back(item.chapter);
            }
            shareDemands(problems, chapters);
            if (demands > bestDemands || (demands == bestDemands && demands > 0 && problems.size() > best.size())) {
                bestDemands = demands;
                best = std::move(problems);
                m_kept = m_notices;
            }
        }
        return best;
    }

    /// （一）… （二）… and a paragraph that demands something of the chapter's unit: the demand is all theirs where only the last has one. Not
    /// where the document is one list, for then the demand may be the last one's own.
    void shareDemands(std::vector<Problem>& problems, std::vector<std::size_t> const& chapters) const
    {
        constexpr std::size_t most = 20'000;
        std::size_t copies = 0;
        if (chapters.empty() || chapters.front() == chapters.back()) { return; }
        for (std::size_t first = 0; first < problems.size();) {
            auto last = first;
            std::size_t held = problems[first].tasks.empty() ? 0 : 1;
            while (last + 1 < problems.size() && chapters[last + 1] == chapters[first]) { held += problems[++last].tasks.empty() ? 0U : 1U; }
            auto const& tasks = problems[last].tasks;
            bool const own = last > first && held == 1 && tasks.size() == 1 && startsParagraph(tasks.front().body.span.begin) && tasks.front().no.empty();
            for (auto i = first; own && i < last && (copies += tasks.front().units.size() + 1) <= most; ++i) {
                problems[i].tasks = tasks;
                problems[i].span.end = std::max(problems[i].span.end, tasks.front().body.span.end);
            }
            first = last + 1;
        }
    }

    /// A line of the source begins at `at`, but for blanks.
    [[nodiscard]] bool startsParagraph(std::size_t at) const noexcept
    {
        while (at > 0 && text::isBlank(m_source[at - 1])) { --at; }
        return at == 0 || text::isLineEnd(m_source[at - 1]);
    }

    [[nodiscard]] bool wrong(Item const& item) const noexcept
    {
        return item.topic == Topic::Wrong || statesProblem(m_text.substr(item.content, item.end - item.content));
    }

    /// Most items of a list tell what is wrong: then one that demands something does too, in whatever words.
    [[nodiscard]] bool listsProblems(std::vector<Item> const& list) const
    {
        return static_cast<std::size_t>(std::count_if(list.begin(), list.end(), [&](Item const& item) { return item.topic != Topic::Wanted && wrong(item); })) * 2 > list.size();
    }

    /// 一是…。二是…: what is wrong told in a row of sentences or paragraphs that count from one, each with a demand of its own.
    std::vector<Problem> counted()
    {
        std::vector<Item> list;
        for (auto at = m_text.find(U'是'); at != View::npos; at = m_text.find(U'是', at + 1)) {
            auto begin = at;
            while (begin > 0 && at - begin < 2 && text::numeralLength(m_text.substr(begin - 1, 1)) == 1 && !text::isDigit(m_text[begin - 1])) { --begin; }
            auto const value = text::numeral(m_text.substr(begin, at - begin)).value_or(0);
            bool const bounded = begin == 0 || m_text[begin - 1] == U'\n' || m_text[begin - 1] == U'：' || text::isTerminal(m_text[begin - 1]);
            if (!bounded || value != static_cast<int>(list.size()) + 1) { continue; }
            if (!list.empty()) { list.back().end = begin - (m_text[begin - 1] == U'\n' ? 1U : 0U); }
            auto const stop = std::min(m_text.find(U'\n', at), m_text.size());
            list.push_back({passage(m_normal, begin, at + 1).text, begin, at + 1, stop, value, Topic::Open});
        }
        if (list.size() < 2 || !listsProblems(list)) { return {}; }
        m_notices.clear();
        std::vector<Problem> problems;
        std::size_t demands = 0;
        for (auto const& item : list) {
            auto problem = read(item, true);
            if (!problem) { return {}; }
            demands += problem->tasks.empty() ? 0U : 1U;
            problems.push_back(std::move(*problem));
        }
        if (demands * 2 <= problems.size()) { // feedback of an inspection demands nothing of anybody in particular
            auto const demand = m_addressee.empty() || m_addressee.front().name.text.starts_with("各") ? std::nullopt : commonDemand(list.back().end);
            return demand ? addressed(list, *demand) : std::vector<Problem>{};
        }
        m_kept = m_notices;
        return problems;
    }

    /// Paragraphs without numbers, at least two of which first tell what is wrong and then demand something.
    std::vector<Problem> paragraphs()
    {
        m_notices.clear();
        std::vector<Problem> problems;
        for (auto const& piece : m_pieces) {
            if (piece.kind == PieceKind::Head) { return {}; }
            auto const line = m_text.substr(piece.begin, piece.end - piece.begin);
            if (piece.kind != PieceKind::Text || line.find(U'。') == View::npos || isClosing(piece)) { continue; }
            auto problem = read({{}, piece.begin, piece.begin, piece.end, 0, Topic::Open});
            bool const both = problem && problem->tasks.size() == 1 && problem->body.span.end <= problem->tasks.front().body.span.begin;
            if (both) { problems.push_back(std::move(*problem)); }
        }
        if (problems.size() < 2) { return {}; }
        m_kept = m_notices;
        return problems;
    }

    /// What the line above a list says that it holds: 现要求： demands, …发现以下问题： what is wrong.
    static Topic announced(View line, Topic otherwise) noexcept
    {
        if (line.find(U"问题") != View::npos) { return Topic::Wrong; }
        constexpr std::size_t short_ = 20; // 要求 in a long sentence is somebody's earlier demand
        return line.size() <= short_ && line.find(U"要求") != View::npos ? Topic::Wanted : otherwise;
    }

    /// Numbered pieces of one form, each to the next of its form or of a higher one.
    std::vector<Item> items(text::NumberForm form) const
    {
        std::vector<Item> list;
        bool open = false;
        auto topic = Topic::Open;
        std::size_t chapter = 0;
        View above; // the paragraph before
        for (auto const& piece : m_pieces) {
            auto const line = m_text.substr(piece.content, piece.end - piece.content);
            if (piece.kind == PieceKind::Head && piece.number.form == form) {
                if (piece.number.value == 1 && above.ends_with(U'：')) { topic = announced(above, topic); }
                list.push_back({passage(m_normal, piece.begin, piece.begin + piece.number.length).text, piece.begin, piece.content, piece.end, piece.number.value, topic, chapter});
                open = true;
            } else if (piece.kind == PieceKind::Head && piece.number.form < form) {
                topic = topicOf(line);
                ++chapter;
                open = false;
            } else if (open && !isClosing(piece)) {
                list.back().end = piece.end;
            } else {
                open = false;
            }
            above = piece.kind == PieceKind::Label ? m_text.substr(piece.begin, piece.end - piece.begin) : line;
        }
        return list;
    }

    /// Signatures, dates and copies to are no part of the last item.
    [[nodiscard]] bool isClosing(Piece const& piece) const noexcept
    {
        auto const line = m_text.substr(piece.begin, piece.end - piece.begin);
        for (View const word : {U"各", U"以上", U"上述", U"请各", U"请有关", U"请相关", U"请你", U"请贵", U"请于", U"现责令你", U"责令你", U"现要求你", U"特此", U"希望", U"附件", U"对整改不力"}) { // speaks of the whole
            if (piece.kind == PieceKind::Text && line.starts_with(word)) { return true; }
        }
        constexpr std::size_t short_ = 12;
        bool const announces = line.size() <= short_ && line.ends_with(U'：') && line.find_first_of(U"，。；") == View::npos; // 整改要求：
        return announces || line.starts_with(U"附件") || line.starts_with(U"抄送") || line.starts_with(U"主送") || (line.size() <= 30 && line.find_first_of(U"，。；：") == View::npos);
    }

    /// A letter without numbers: one problem, its paragraphs down to the last demand.
    std::vector<Problem> letter()
    {
        Item item;
        for (auto const& piece : m_pieces) {
            auto const line = m_text.substr(piece.begin, piece.end - piece.begin);
            if (line.find(U'。') == View::npos) { continue; }
            bool const states = statesProblem(line);
            if (item.end == 0 && !states) { continue; }
            if (item.end == 0) { item.begin = item.content = piece.begin; }
            item.end = piece.end;
        }
        if (item.end == 0) { return {}; }
        m_notices.clear();
        auto problem = read(item);
        if (!problem || problem->tasks.empty()) { return {}; }
        m_kept = m_notices;
        return {std::move(*problem)};
    }

    [[nodiscard]] std::size_t numberLength(std::size_t begin, std::size_t end) const noexcept
    {
        auto const number = text::leadingNumber(m_text.substr(begin, end - begin));
        return number && number->form != text::NumberForm::Ordinal && number->form != text::NumberForm::Item ? number->length : 0;
    }

    /// What is wrong up to the first demand, then a task for each paragraph that demands something.
    /// `listed`: it stands in a list of what is wrong.
    std::optional<Problem> read(Item const& item, bool listed = false)
    {
        auto const said = m_text.substr(item.content, item.end - item.content);
        auto const heading = said.substr(0, said.find_first_of(U"。\n"));
        if (item.topic == Topic::Wanted || (heading.size() <= 14 && topicOf(heading) == Topic::Wanted)) { return std::nullopt; }
        if (!listed && item.topic != Topic::Wrong && !statesProblem(said)) { return std::nullopt; }
        Problem problem;
        problem.no = item.no;
        std::size_t bodyEnd = 0;
        for (auto paragraph = item.content; paragraph < item.end;) {
            auto const stop = std::min(m_text.substr(0, item.end).find(U'\n', paragraph), item.end);
            std::optional<std::size_t> demandBegin;
            Task task;
            auto const start = paragraph + numberLength(paragraph, stop);
            if (start > paragraph) { task.no = passage(m_normal, paragraph, start).text; }
            for (auto at = start; at < stop;) {
                auto const dot = std::min(m_text.substr(0, stop).find_first_of(U"。；", at), stop);
                auto const end = std::min(dot + 1, stop);
                if (auto const demand = readDemand(m_normal, m_source, at, end, m_plan.year, m_dictionary, m_notices)) {
                    if (!demandBegin) { demandBegin = at; } // a number before it is not the unit's
                    task.units.insert(task.units.end(), demand->units.begin(), demand->units.end());
                    if (demand->deadline && task.deadline.kind == DeadlineKind::None) { task.deadline = *demand->deadline; }
                } else if (asksAddressee(m_text.substr(at, end - at))) {
                    if (!demandBegin) { demandBegin = at; }
                    task.units.insert(task.units.end(), m_addressee.begin(), m_addressee.end());
                    if (auto due = readDue(m_normal, at, end, m_plan.year, m_dictionary, m_notices)) { task.deadline = std::move(*due); }
                }
                at = end;
            }
            if (demandBegin) {
                task.body = passage(m_normal, *demandBegin, stop);
                problem.tasks.push_back(std::move(task));
                auto const before = *demandBegin == start ? paragraph : *demandBegin; // the number is the demand's
                if (bodyEnd == 0) { bodyEnd = before > item.content ? before : stop; }
            }
            paragraph = stop + 1;
        }
        if (bodyEnd == 0) { bodyEnd = item.end; }
        auto content = item.content;
        if (auto const mark = feedbackMark(m_text.substr(content, bodyEnd - content))) {
            problem.feedbackNo = mark->number;
            if (mark->begin == 0) { content += mark->end; }
        }
        problem.body = passage(m_normal, content, bodyEnd);
        finish(problem, item, content, bodyEnd);
        return problem;
    }

    Plan& m_plan;
    text::NormalText const& m_normal;
    View m_text, m_source;
    std::vector<Piece> m_pieces;
    Dictionary const& m_dictionary;
    std::vector<Unit> m_addressee;
    std::vector<Item> m_several; ///< the problems of a chapter, where another has the demands
    Span m_wanted;               ///< that chapter
    mutable text::NumberForm m_lastForm = text::NumberForm::CjkParen;
    std::vector<Notice> m_notices, m_kept; ///< of the attempt under way, and of the one that stands
};

} // namespace

void readBulletin(Plan& plan, text::NormalText const& normal, View source, std::vector<Piece> const& pieces, Dictionary const& dictionary)
{
    View const text{normal.text};
    auto const title = toUtf32(plan.title).value_or(std::u32string{});
    if (namesReport(title)) {
        BulletinReader{plan, normal, source, pieces, dictionary}.runReport();
        if (!plan.problems.empty()) { return; }
    }
    auto const kind = bulletinTitle(title, text.substr(0, text.find(U'\n')));
    if (kind == BulletinTitle::None) { return; }
    BulletinReader{plan, normal, source, pieces, dictionary}.run(kind == BulletinTitle::Order);
}

} // namespace zhengtu::plan
