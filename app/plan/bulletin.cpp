#include "plan/bulletin.hpp"

#include "core/utf.hpp"
#include "plan/bulletin_demands.hpp"
#include "plan/bulletin_items.hpp"
#include "plan/bulletin_places.hpp"
#include "plan/bulletin_title.hpp"
#include "plan/demands.hpp"
#include "plan/feedback.hpp"
#include "plan/fields.hpp"
#include "plan/outcome_report.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

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

class BulletinReader {
public:
    BulletinReader(Plan& plan, text::NormalText const& normal, View source, std::vector<Piece> const& pieces, Dictionary const& dictionary)
        : m_plan{plan}, m_normal{normal}, m_text{normal.text}, m_source{source}, m_dictionary{dictionary}, m_items{normal, pieces, dictionary},
          m_demands{normal, source, plan.year, m_items, dictionary}
    {
    }

    /// `strict`: every problem is told before its demand, and has one.
    void run(bool strict)
    {
        auto problems = chapters();
        if (problems.empty()) { problems = numbered(); }
        if (problems.empty()) { problems = listed(); }
        // Each is the addressee's, with the day that the chapter of demands sets for it or for all; 各县 is nobody in particular.
        if (problems.empty() && m_demands.addressesSomebody()) { problems = commonTo(m_several, m_wanted); }
        if (problems.empty()) { problems = counted(); }
        if (problems.empty()) { problems = belowNames(); }
        if (problems.empty()) { problems = paragraphs(); }
        if (problems.empty()) { problems = letter(); }
        bool const ours = concernsEnvironment(m_plan.title, m_dictionary) || std::any_of(problems.begin(), problems.end(), [&](Problem const& problem) {
            return concernsEnvironment(problem.body.text, m_dictionary) ||
                   std::any_of(problem.tasks.begin(), problem.tasks.end(), [&](Task const& task) { return concernsEnvironment(task.body.text, m_dictionary); });
        });
        bool const told = !strict || ordered(problems);
        if (!ours || !told) { return; }
        m_plan.problems.insert(m_plan.problems.end(), problems.begin(), problems.end());
        m_plan.notices.insert(m_plan.notices.end(), m_kept.begin(), m_kept.end());
    }

private:
    /// Every problem is told before a demand of its own, and most tell how something is wrong.
    [[nodiscard]] bool ordered(std::vector<Problem> const& problems) const
    {
        std::size_t wrong = 0;
        for (auto const& problem : problems) {
            auto const body = toUtf32(problem.body.text).value_or(std::u32string{});
            if (problem.tasks.empty() || !statesProblem(body, m_dictionary) || problem.body.span.end > problem.tasks.front().body.span.begin) { return false; }
            wrong += tellsWrong(body, m_dictionary) ? 1U : 0U;
        }
        return wrong * 2 > problems.size();
    }

    /// Problems that stand, with what was noticed while they were read.
    std::vector<Problem> keep(std::vector<Problem> problems)
    {
        m_kept = m_notices;
        return problems;
    }

    /// Those of the addressee, with one demand for all.
    std::vector<Problem> commonTo(std::vector<Item> const& list, Span demand)
    {
        m_notices.clear();
        return keep(m_demands.addressed(list, demand, m_notices));
    }

    /// 一、主要问题 … 二、有关要求 （一）…（二）…: one chapter says what is wrong, another what must be done.
    std::vector<Problem> chapters()
    {
        std::optional<Item> wrong, wanted;
        for (auto const& item : m_items.ofForm(text::NumberForm::CjkComma)) {
            auto const title = m_text.substr(item.content, std::min(m_text.substr(0, item.end).find_first_of(U"。\n", item.content), item.end) - item.content);
            bool const short_ = title.size() <= 14;
            if (!wanted && short_ && (title.find(U"要求") != View::npos || title.find(U"整改措施") != View::npos || title.find(U"下一步") != View::npos)) { wanted = item; }
            else if (!wrong && short_ && (title.find(U"问题") != View::npos || title.find(U"事项") != View::npos)) { wrong = item; }
            else if (wanted && short_ && title.find(U"单位") != View::npos) { // 四、责任单位 and the names below it
                auto const from = std::min(item.content + title.size() + 1, m_text.size());
                auto units = readUnits(m_normal, m_source, from, std::min(m_text.find(U'\n', from), m_text.size()), UnitRole::Responsible, m_dictionary);
                if (!units.empty()) { m_demands.address(std::move(units)); }
            }
        }
        if (!wrong || !wanted || wrong->begin > wanted->begin) { return {}; }
        auto const inner = m_items.below(*wrong);
        m_notices.clear();
        if (auto problems = m_demands.byPlace(inner, *wanted, m_notices); !problems.empty()) { return keep(std::move(problems)); }
        m_notices.clear();
        auto demands = m_demands.tasksOf(*wanted, m_notices);
        if (demands.empty()) {
            bool const apart = inner.size() > 1 && m_demands.addressee().empty();
            return apart ? keep(m_demands.inCommon(inner, *wanted, m_notices)) : std::vector<Problem>{};
        }
        if (inner.size() > 1) { // several problems: they may hold demands of their own
            m_several = inner;
            m_wanted = {wanted->content, wanted->end};
            return {};
        }
        auto const first = inner.empty() ? std::min(m_text.find(U'\n', wrong->content) + 1, wrong->end) : inner.front().content;
        auto problem = problemOf(m_normal, m_dictionary, {wrong->no, wrong->begin, first, wanted->end}, first, wrong->end);
        problem.tasks = std::move(demands);
        return keep({std::move(problem)});
    }

    /// Numbered problems and one demand behind them for all: 请你县…，于9月25日前….
    std::vector<Problem> listed()
    {
        if (m_demands.addressee().empty()) { return {}; }
        for (auto const form : {text::NumberForm::ArabicDot, text::NumberForm::CjkParen, text::NumberForm::CjkComma, text::NumberForm::ArabicParen}) {
            auto const all = m_items.ofForm(form);
            std::vector<Item> wrong;
            for (auto const& item : all) {
                if (item.topic == Topic::Wrong || (item.topic == Topic::Open && statesProblem(m_text.substr(item.content, item.end - item.content), m_dictionary))) { wrong.push_back(item); }
            }
            if (wrong.empty() || wrong.size() * 2 < all.size()) { continue; }
            auto const demand = m_demands.common(all.back().end);
            if (!demand) { continue; }
            return commonTo(wrong, *demand);
        }
        return {};
    }

    /// The items of the form of number under which most demands stand.
    std::vector<Problem> numbered()
    {
        std::vector<Problem> best;
        std::size_t bestDemands = 0;
        for (auto const form : {text::NumberForm::CjkComma, text::NumberForm::CjkParen, text::NumberForm::Item, text::NumberForm::ArabicDot, text::NumberForm::ArabicParen}) {
            std::vector<Problem> problems;
            std::size_t demands = 0;
            m_notices.clear();
            auto const all = m_items.ofForm(form);
            bool const list = m_items.listProblems(all);
            std::vector<std::size_t> chapters;
            auto const last = std::find_if(all.rbegin(), all.rend(), [&](Item const& item) { return m_items.wrong(item); });
            for (auto const& item : all) {
                auto problem = read(item, list);
                bool const among = list && last != all.rend() && item.begin < last->begin; // 雨水沟内积存废水 in a list of what is wrong
                if (!problem || (problem->tasks.empty() && !among && !m_items.wrong(item))) { continue; }
                demands += problem->tasks.empty() ? 0U : 1U;
                problems.push_back(std::move(*problem));
                chapters.push_back(item.chapter);
            }
            m_demands.share(problems, chapters);
            if (demands > bestDemands || (demands == bestDemands && demands > 0 && problems.size() > best.size())) {
                bestDemands = demands;
                best = std::move(problems);
                m_kept = m_notices;
            }
        }
        return best;
    }

    /// 一是…。二是…: what is wrong told in a row that counts in words, each with a demand of its own, or with one behind it for all.
    std::vector<Problem> counted()
    {
        auto const list = m_items.countedInWords();
        if (list.size() < 2 || !m_items.listProblems(list)) { return {}; }
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
            auto const demand = m_demands.addressesSomebody() ? m_demands.common(list.back().end) : std::nullopt;
            return demand ? commonTo(list, *demand) : std::vector<Problem>{};
        }
        return keep(std::move(problems));
    }

    /// 一、江陵区 / 1.… / 2.…, or 赵集镇：…, and one demand for all.
    std::vector<Problem> belowNames()
    {
        m_notices.clear();
        return keep(problemsBelowNames(m_normal, m_source, m_plan.year, m_items, m_dictionary, m_notices));
    }

    /// Paragraphs without numbers, at least two of which first tell what is wrong and then demand something.
    std::vector<Problem> paragraphs()
    {
        m_notices.clear();
        std::vector<Problem> problems;
        for (auto const& piece : m_items.pieces()) {
            if (piece.kind == PieceKind::Head) { return {}; }
            auto const line = m_text.substr(piece.begin, piece.end - piece.begin);
            if (piece.kind != PieceKind::Text || line.find(U'。') == View::npos || m_items.isClosing(piece)) { continue; }
            auto problem = read({{}, piece.begin, piece.begin, piece.end, 0, Topic::Open});
            bool const both = problem && problem->tasks.size() == 1 && problem->body.span.end <= problem->tasks.front().body.span.begin;
            if (both) { problems.push_back(std::move(*problem)); }
        }
        if (problems.size() < 2) { return {}; }
        return keep(std::move(problems));
    }

    /// A letter without numbers: one problem, its paragraphs down to the last demand.
    std::vector<Problem> letter()
    {
        Item item;
        for (auto const& piece : m_items.pieces()) {
            auto const line = m_text.substr(piece.begin, piece.end - piece.begin);
            if (line.find(U'。') == View::npos) { continue; }
            bool const states = statesProblem(line, m_dictionary);
            if (item.end == 0 && !states) { continue; }
            if (item.end == 0) { item.begin = item.content = piece.begin; }
            item.end = piece.end;
        }
        if (item.end == 0) { return {}; }
        m_notices.clear();
        auto problem = read(item);
        if (!problem || problem->tasks.empty()) { return {}; }
        return keep({std::move(*problem)});
    }

    /// What is wrong up to the first demand, then a task for each paragraph that demands something.
    /// `listed`: it stands in a list of what is wrong.
    std::optional<Problem> read(Item const& item, bool listed = false)
    {
        auto const said = m_text.substr(item.content, item.end - item.content);
        auto const heading = said.substr(0, said.find_first_of(U"。\n"));
        if (item.topic == Topic::Wanted || (heading.size() <= 14 && topicOf(heading, m_dictionary.sentences) == Topic::Wanted)) { return std::nullopt; }
        if (!listed && item.topic != Topic::Wrong && !statesProblem(said, m_dictionary)) { return std::nullopt; }
        std::vector<Task> tasks;
        std::size_t bodyEnd = 0;
        bool announced = false; // 现责成你市人民政府： and a numbered list
        for (auto paragraph = item.content; paragraph < item.end;) {
            auto const stop = std::min(m_text.substr(0, item.end).find(U'\n', paragraph), item.end);
            std::optional<std::size_t> demandBegin;
            Task task;
            auto const start = paragraph + m_items.numberLength(paragraph, stop);
            if (start > paragraph) { task.no = passage(m_normal, paragraph, start).text; }
            if (announced && start == paragraph) { announced = false; }
            if (announced) {
                tasks.push_back(m_demands.ofAddressee(std::move(task), start, stop, m_notices));
                paragraph = stop + 1;
                continue;
            }
            for (auto at = start; at < stop;) {
                auto const dot = std::min(m_text.substr(0, stop).find_first_of(U"。；", at), stop);
                auto const end = std::min(dot + 1, stop);
                if (auto const demand = readDemand(m_normal, m_source, at, end, m_plan.year, m_dictionary, m_notices)) {
                    if (!demandBegin) { demandBegin = at; } // a number before it is not the unit's
                    task.units.insert(task.units.end(), demand->units.begin(), demand->units.end());
                    if (demand->deadline && task.deadline.kind == DeadlineKind::None) { task.deadline = *demand->deadline; }
                } else if (m_demands.asksAddressee(m_text.substr(at, end - at))) {
                    announced = end == stop && m_text[end - 1] == U'：';
                    bool const report = !tasks.empty() && asksReport(m_text.substr(at, end - at));
                    if (announced || report) {
                        if (bodyEnd == 0) { bodyEnd = announced ? end : at; }
                        at = end;
                        continue;
                    }
                    if (!demandBegin) { demandBegin = at; }
                    task.units.insert(task.units.end(), m_demands.addressee().begin(), m_demands.addressee().end());
                    if (auto due = readDue(m_normal, at, end, m_plan.year, m_dictionary, m_notices)) { task.deadline = std::move(*due); }
                }
                at = end;
            }
            if (demandBegin) {
                task.body = passage(m_normal, *demandBegin, stop);
                tasks.push_back(std::move(task));
                auto const before = *demandBegin == start ? paragraph : *demandBegin; // the number is the demand's
                if (bodyEnd == 0) { bodyEnd = before > item.content ? before : stop; }
            }
            paragraph = stop + 1;
        }
        if (bodyEnd == 0) { bodyEnd = item.end; }
        auto const mark = feedbackMark(m_text.substr(item.content, bodyEnd - item.content));
        auto problem = problemOf(m_normal, m_dictionary, item, item.content + (mark && mark->begin == 0 ? mark->end : 0), bodyEnd);
        if (mark) { problem.feedbackNo = mark->number; }
        problem.tasks = std::move(tasks);
        return problem;
    }

    Plan& m_plan;
    text::NormalText const& m_normal;
    View m_text, m_source;
    Dictionary const& m_dictionary;
    BulletinItems m_items;
    BulletinDemands m_demands;
    std::vector<Item> m_several; ///< the problems of a chapter, where another has the demands
    Span m_wanted;               ///< that chapter
    std::vector<Notice> m_notices, m_kept; ///< of the attempt under way, and of the one that stands
};

} // namespace

void readBulletin(Plan& plan, text::NormalText const& normal, View source, std::vector<Piece> const& pieces, Dictionary const& dictionary)
{
    View const text{normal.text};
    auto const title = toUtf32(plan.title).value_or(std::u32string{});
    if (namesReport(title, dictionary.sentences)) {
        readOutcomes(plan, normal, pieces, dictionary);
        if (!plan.problems.empty()) { return; }
    }
    auto const kind = bulletinTitle(title, text.substr(0, text.find(U'\n')), dictionary.sentences);
    if (kind == BulletinTitle::None || containsAny(text.substr(0, 1500), dictionary.sentences.meetings)) { return; }
    BulletinReader{plan, normal, source, pieces, dictionary}.run(kind == BulletinTitle::Order);
}

} // namespace zhengtu::plan
