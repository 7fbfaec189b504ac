#include "plan/outcome_report.hpp"

#include "plan/bulletin_items.hpp"
#include "plan/fields.hpp"

#include <algorithm>

namespace zhengtu::plan {

void readOutcomes(Plan& plan, text::NormalText const& normal, std::vector<Piece> const& pieces, Dictionary const& dictionary)
{
    std::u32string_view const text{normal.text};
    BulletinItems const items{normal, pieces, dictionary};
    std::vector<Problem> best;
    for (auto const form : {zhengtu::text::NumberForm::CjkParen, zhengtu::text::NumberForm::ArabicDot, zhengtu::text::NumberForm::CjkComma}) {
        std::vector<Problem> problems;
        auto const all = items.ofForm(form);
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
