#include "plan/bulletin.hpp"

#include "core/utf.hpp"
#include "plan/demands.hpp"
#include "plan/feedback.hpp"
#include "plan/fields.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

bool namesBulletin(std::string const& title)
{
    auto const wide = toUtf32(title).value_or(std::u32string{});
    for (View const word : {U"通报", U"督办", U"交办", U"调度", U"提醒函", U"专报", U"督查", U"整改通知", U"整改的通知", U"预警", U"问题的函", U"督察发现"}) {
        if (View{wide}.find(word) != View::npos) { return true; }
    }
    return false;
}

/// Words of something being wrong.
bool statesProblem(View text) noexcept
{
    static constexpr std::array<View, 26> words{U"问题", U"未", U"不到位", U"不彻底", U"不规范", U"不足", U"超标", U"直排", U"污染", U"违法", U"违规", U"露天", U"反弹", U"滞后", U"缓慢",
                                                U"扬尘", U"倾倒", U"堆放", U"焚烧", U"偷排", U"积尘", U"裸露", U"破损", U"渗漏", U"异味", U"不正常"};
    return std::any_of(words.begin(), words.end(), [&](View word) { return text.find(word) != View::npos; });
}

/// An item: a numbered heading with what belongs to it, or a paragraph.
struct Item {
    std::string no;
    std::size_t begin = 0, content = 0, end = 0;
};

class BulletinReader {
public:
    BulletinReader(Plan& plan, text::NormalText const& normal, View source, std::vector<Piece> const& pieces, Dictionary const& dictionary)
        : m_plan{plan}, m_normal{normal}, m_text{normal.text}, m_source{source}, m_pieces{pieces}, m_dictionary{dictionary}
    {
    }

    void run()
    {
        auto problems = numbered();
        if (problems.empty()) { problems = letter(); }
        m_plan.problems.insert(m_plan.problems.end(), problems.begin(), problems.end());
        m_plan.notices.insert(m_plan.notices.end(), m_kept.begin(), m_kept.end());
    }

private:
    /// The items of the form of number under which most demands stand.
    std::vector<Problem> numbered()
    {
        std::vector<Problem> best;
        std::size_t bestDemands = 0;
        for (auto const form : {text::NumberForm::CjkComma, text::NumberForm::CjkParen, text::NumberForm::ArabicDot, text::NumberForm::ArabicParen}) {
            std::vector<Problem> problems;
            std::size_t demands = 0;
            m_notices.clear();
            for (auto const& item : items(form)) {
                auto problem = read(item);
                if (!problem) { continue; }
                demands += problem->tasks.empty() ? 0U : 1U;
                problems.push_back(std::move(*problem));
            }
            if (demands > bestDemands || (demands == bestDemands && demands > 0 && problems.size() > best.size())) {
                bestDemands = demands;
                best = std::move(problems);
                m_kept = m_notices;
            }
        }
        return best;
    }

    /// Numbered pieces of one form, each to the next of its form or of a higher one.
    std::vector<Item> items(text::NumberForm form) const
    {
        std::vector<Item> list;
        bool open = false;
        for (auto const& piece : m_pieces) {
            if (piece.kind == PieceKind::Head && piece.number.form == form) {
                list.push_back({passage(m_normal, piece.begin, piece.begin + piece.number.length).text, piece.begin, piece.content, piece.end});
                open = true;
            } else if (piece.kind == PieceKind::Head && piece.number.form < form) {
                open = false;
            } else if (open && !isClosing(piece)) {
                list.back().end = piece.end;
            } else {
                open = false;
            }
        }
        return list;
    }

    /// Signatures, dates and copies to are no part of the last item.
    [[nodiscard]] bool isClosing(Piece const& piece) const noexcept
    {
        auto const line = m_text.substr(piece.begin, piece.end - piece.begin);
        return line.starts_with(U"附件") || line.starts_with(U"抄送") || line.starts_with(U"主送") || (line.size() <= 30 && line.find_first_of(U"，。；：") == View::npos);
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

    /// What is wrong up to the first demand, then a task for each paragraph that demands something.
    std::optional<Problem> read(Item const& item)
    {
        if (!statesProblem(m_text.substr(item.content, item.end - item.content))) { return std::nullopt; }
        Problem problem;
        problem.no = item.no;
        std::size_t bodyEnd = 0;
        for (auto paragraph = item.content; paragraph < item.end;) {
            auto const stop = std::min(m_text.substr(0, item.end).find(U'\n', paragraph), item.end);
            std::optional<std::size_t> demandBegin;
            Task task;
            for (auto at = paragraph; at < stop;) {
                auto const dot = std::min(m_text.substr(0, stop).find_first_of(U"。；", at), stop);
                auto const end = std::min(dot + 1, stop);
                if (auto const demand = readDemand(m_normal, m_source, at, end, m_plan.year, m_dictionary, m_notices)) {
                    if (!demandBegin) { demandBegin = at; }
                    task.units.insert(task.units.end(), demand->units.begin(), demand->units.end());
                    if (demand->deadline && task.deadline.kind == DeadlineKind::None) { task.deadline = *demand->deadline; }
                }
                at = end;
            }
            if (demandBegin) {
                task.body = passage(m_normal, *demandBegin, stop);
                problem.tasks.push_back(std::move(task));
                if (bodyEnd == 0) { bodyEnd = *demandBegin > item.content ? *demandBegin : stop; }
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
        problem.span = m_normal.sourceSpan(item.begin, item.end);
        problem.categories = categorise(m_text.substr(content, std::min(m_text.find_first_of(U"。\n", content), bodyEnd) - content),
                                        m_text.substr(item.begin, item.end - item.begin), m_dictionary);
        return problem;
    }

    Plan& m_plan;
    text::NormalText const& m_normal;
    View m_text, m_source;
    std::vector<Piece> const& m_pieces;
    Dictionary const& m_dictionary;
    std::vector<Notice> m_notices, m_kept; ///< of the attempt under way, and of the one that stands
};

} // namespace

void readBulletin(Plan& plan, text::NormalText const& normal, View source, std::vector<Piece> const& pieces, Dictionary const& dictionary)
{
    if (!namesBulletin(plan.title)) { return; }
    BulletinReader{plan, normal, source, pieces, dictionary}.run();
}

} // namespace zhengtu::plan
