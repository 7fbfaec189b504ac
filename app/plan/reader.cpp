#include "plan/reader.hpp"

#include "core/utf.hpp"
#include "plan/arithmetic.hpp"
#include "plan/builder.hpp"
#include "plan/bulletin.hpp"
#include "plan/checks.hpp"
#include "plan/dictionary.hpp"
#include "plan/front.hpp"
#include "plan/genre.hpp"
#include "plan/layout.hpp"
#include "plan/paired_chapters.hpp"
#include "plan/planning.hpp"
#include "plan/quantities.hpp"
#include "plan/rules.hpp"
#include "plan/tables.hpp"

#include <algorithm>
#include <utility>

namespace zhengtu::plan {

Layout layOut(text::NormalText const& normal, std::u32string_view source, Dictionary const& dictionary)
{
    Layout layout;
    if (auto table = findTable(normal, source, dictionary)) {
        layout.table = true;
        layout.tableSpan = Span{table->headBegin, std::max(table->headBegin, table->end)};
        layout.structure = std::move(table->structure);
        for (auto const& piece : splitPieces(normal, source, dictionary)) { // 责任单位：… above the table holds for its rows
            if (piece.end <= table->headBegin) { layout.pieces.push_back(piece); }
        }
        layout.structure.listBegin = layout.pieces.size();
        layout.structure.roles.insert(layout.structure.roles.begin(), layout.pieces.size(), Role::None);
        layout.pieces.insert(layout.pieces.end(), table->pieces.begin(), table->pieces.end());
        return layout;
    }
    layout.pieces = splitPieces(normal, source, dictionary);
    layout.structure = findStructure(normal.text, layout.pieces);
    pairChapters(normal, layout);
    return layout;
}

Result<Plan> readPlan(text::Document const& document, text::NormalText const& normal)
{
    auto const dictionary = shippedDictionary();
    if (!dictionary) { return std::unexpected{dictionary.error()}; }
    return readPlan(document, normal, **dictionary);
}

Plan readPlan(text::Document const& document, text::NormalText const& normal, Dictionary const& dictionary)
{
    Plan plan;
    auto const layout = layOut(normal, document.source, dictionary);
    auto const listBegin = layout.hasList() ? layout.pieces[layout.structure.listBegin].begin : normal.text.size();
    readFront(plan, normal, listBegin, layout.tableSpan);
    buildProblems(plan, normal, document.source, layout, dictionary);
    plan.notices.insert(plan.notices.end(), layout.notices.begin(), layout.notices.end());
    auto const refused = whyNoList(plan, normal, layout);
    if (refused) { // nothing is taken from a document that only looks like a list
        plan.sections.clear();
        plan.problems.clear();
        plan.notices.clear();
    }
    bool bulletin = false;
    if (plan.problems.empty() && !isOtherGenre(toUtf32(plan.title).value_or(std::u32string{}), normal.text)) {
        readBulletin(plan, normal, document.source, layout.pieces, dictionary);
        bulletin = plan.inSentences = !plan.problems.empty();
    }
    classify(plan, normal.text, bulletin);
    if (refused && plan.problems.empty()) { plan.kindReason += "; " + *refused; }
    std::vector<Span> lookBack;
    if (plan.kind == PlanKind::Planning) { lookBack = readPlanning(plan, normal, layout.pieces); }
    checkPages(plan, document.positions);
    selfCheck(plan, readDeclared(normal, listBegin, toUtf32(plan.region).value_or(std::u32string{})));
    readQuantities(plan, normal);
    checkArithmetic(plan, normal);
    numberPlan(plan);
    readRules(plan, normal, dictionary.rules, lookBack);
    readClaims(plan, normal, dictionary.rules);
    return plan;
}

} // namespace zhengtu::plan
