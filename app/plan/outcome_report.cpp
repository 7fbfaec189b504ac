#include "plan/outcome_report.hpp"

#include "plan/bulletin_items.hpp"
#include "plan/feedback.hpp"
#include "plan/fields.hpp"

#include <algorithm>
#include <string>

namespace zhengtu::plan {

namespace {

/// 以下问题已完成整改，同意销号： above the first of a list, all of which is one chapter: what came of each.
std::string announced(std::u32string_view text, std::vector<Item> const& list, Dictionary const& dictionary)
{
    if (list.size() < 2 || list.front().begin < 2 || list.front().chapter != list.back().chapter || list.front().value != 1) { return {}; }
    auto const end = list.front().begin - 1;
    auto const before = text.rfind(U'\n', end - 1);
    auto const from = before == std::u32string_view::npos ? 0 : before + 1;
    auto const above = text.substr(from, end - from);
    if (!above.ends_with(U'：') || above.find(U"问题") == std::u32string_view::npos) { return {}; }
    auto status = readStatus(above, dictionary);
    return status == "closed" || status == "done" ? status : std::string{};
}

} // namespace

void readOutcomes(Plan& plan, text::NormalText const& normal, std::vector<Piece> const& pieces, Dictionary const& dictionary)
{
    std::u32string_view const text{normal.text};
    BulletinItems const items{normal, pieces, dictionary};
    std::vector<Problem> best;
    for (auto const form : {zhengtu::text::NumberForm::CjkParen, zhengtu::text::NumberForm::ArabicDot, zhengtu::text::NumberForm::CjkComma}) {
        std::vector<Problem> problems;
        auto const all = items.ofForm(form);
        if (auto const closed = announced(text, all, dictionary); !closed.empty() && all.size() > best.size()) {
            best.clear();
            for (auto const& item : all) {
                auto const stop = std::min(text.substr(0, item.end).find_first_of(U"。\n", item.content), item.end);
                best.push_back(problemOf(normal, dictionary, item, item.content, std::min(stop + 1, item.end)));
                best.back().status = closed;
                if (auto const mark = feedbackMark(text.substr(item.content, stop - item.content))) { best.back().feedbackNo = mark->number; }
            }
            continue;
        }
        for (auto const& item : all) {
            auto const stop = std::min(text.substr(0, item.end).find_first_of(U"。\n", item.content), item.end);
            auto const outcome = text.substr(stop, item.end - stop);
            bool const reports = outcome.find(U"整改") != std::u32string_view::npos || outcome.find(U"该问题") != std::u32string_view::npos;
            auto status = readStatus(outcome, dictionary);
            bool const ofProblem = outcome.find(U"该问题") != std::u32string_view::npos || statesProblem(text.substr(item.content, stop - item.content), dictionary);
            if (!reports || status.empty() || !ofProblem) { continue; }
            auto problem = problemOf(normal, dictionary, item, item.content, std::min(stop + 1, item.end));
            problem.status = std::move(status);
            problems.push_back(std::move(problem));
        }
        if (problems.size() >= 2 && problems.size() * 2 > all.size() && problems.size() > best.size()) { best = std::move(problems); }
    }
    plan.problems.insert(plan.problems.end(), best.begin(), best.end());
}

} // namespace zhengtu::plan
