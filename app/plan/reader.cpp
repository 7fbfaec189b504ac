#include "plan/reader.hpp"

#include "plan/builder.hpp"
#include "plan/bulletin.hpp"
#include "plan/checks.hpp"
#include "plan/dictionary.hpp"
#include "plan/front.hpp"
#include "plan/pieces.hpp"
#include "plan/planning.hpp"
#include "plan/structure.hpp"
#include "plan/tables.hpp"

namespace zhengtu::plan {

Result<Plan> readPlan(text::Document const& document, text::NormalText const& normal)
{
    auto const dictionary = shippedDictionary();
    if (!dictionary) { return std::unexpected{dictionary.error()}; }
    return readPlan(document, normal, **dictionary);
}

Plan readPlan(text::Document const& document, text::NormalText const& normal, Dictionary const& dictionary)
{
    Plan plan;
    auto table = findTable(normal, document.source, dictionary);
    bool const isTable = table.has_value();
    auto const pieces = table ? std::move(table->pieces) : splitPieces(normal, document.source, dictionary);
    auto const structure = table ? std::move(table->structure) : findStructure(normal.text, pieces);
    bool const hasList = structure.listBegin < pieces.size();
    auto const listBegin = hasList ? pieces[structure.listBegin].begin : normal.text.size();
    readFront(plan, normal, listBegin, isTable);
    buildProblems(plan, normal, document.source, pieces, structure, dictionary);
    if (plan.problems.empty()) { readBulletin(plan, normal, document.source, pieces, dictionary); }
    classify(plan, normal.text);
    if (plan.kind == PlanKind::Planning) { readPlanning(plan, normal, pieces); }
    selfCheck(plan, readDeclared(normal, listBegin));
    numberPlan(plan);
    return plan;
}

} // namespace zhengtu::plan
