#pragma once

#include "plan/dictionary.hpp"
#include "plan/pieces.hpp"
#include "plan/plan.hpp"
#include "text/document.hpp"

#include <string_view>
#include <vector>

namespace zhengtu::plan {

/// Problems of a bulletin, a dispatch or a supervision letter, where nothing is labelled: numbered items (or, in a letter,
/// paragraphs) that say what is wrong, with the units and the demand in a sentence. Does nothing unless the title names such
/// a document and some item makes a demand.
void readBulletin(Plan& plan, text::NormalText const& normal, std::u32string_view source, std::vector<Piece> const& pieces, Dictionary const& dictionary);

} // namespace zhengtu::plan
