#pragma once

#include "plan/layout.hpp"
#include "text/document.hpp"

namespace zhengtu::plan {

/// 一、存在问题 with items 1 to N, and 二、整改措施 with items 1 to N that alone have fields: item k of the second tells what is done about item k
/// of the first. Puts each measure behind its problem; the pieces then stand in the order of reading, and the layout is `apart`. Where the two
/// do not count alike it is not known which measure belongs to which problem: all stays as it was, with a notice. Private to app/plan.
void pairChapters(text::NormalText const& normal, Layout& layout);

} // namespace zhengtu::plan
