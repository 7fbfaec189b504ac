#pragma once

#include "plan/dictionary.hpp"
#include "plan/plan.hpp"

#include <string>
#include <vector>

namespace zhengtu::plan {

/// Why a problem has a category: a word of the dictionary and the sentence that it stands in.
struct CategoryReason {
    std::string category;
    std::string word;
    std::string sentence; ///< as read
    Span span;            ///< of the problem, goal or measure that the sentence is from, in the source
};

/// For each category of a problem up to three words, those in the problem itself first, then in its goals and measures.
[[nodiscard]] std::vector<CategoryReason> explainCategories(Problem const& problem, Dictionary const& dictionary);

} // namespace zhengtu::plan
