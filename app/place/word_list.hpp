#pragma once

#include "place/word_index.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

/// For the tables of the lexicon: lists of words as one text with blanks between.
namespace zhengtu::place::lexicon {

using WordList = std::vector<std::u32string>;

/// Words separated by blanks.
[[nodiscard]] WordList words(std::u32string_view list);
[[nodiscard]] WordIndex indexOf(std::u32string_view list);
[[nodiscard]] inline bool oneOf(WordList const& list, std::u32string_view word) { return std::ranges::find(list, word) != list.end(); }

} // namespace zhengtu::place::lexicon
