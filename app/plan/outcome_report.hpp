#pragma once

#include "plan/dictionary.hpp"
#include "plan/pieces.hpp"
#include "plan/plan.hpp"
#include "text/document.hpp"

#include <vector>

namespace zhengtu::plan {

/// 某县人民政府整改情况的报告: numbered problems, each with what came of it. No measures, no demands. Does nothing unless most items of
/// one form of number tell a problem and its outcome, or the line above them tells it of all (以下问题已完成整改，同意销号：).
void readOutcomes(Plan& plan, text::NormalText const& normal, std::vector<Piece> const& pieces, Dictionary const& dictionary);

} // namespace zhengtu::plan
