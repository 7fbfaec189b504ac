#pragma once

#include <vector>

namespace zhengtu::map {

/// The sentences that places, answers, findings and files are explained with below, in English as they come; %1 to %4 stand for a name or a number.
/// The first that fits is taken, so the special stand before the general. Those of overlays and hotspots are in result_words.hpp.
[[nodiscard]] std::vector<char const*> reasonSentences();

/// What the coordinates of a file are, and what can be done about an error.
[[nodiscard]] std::vector<char const*> errorSentences();

} // namespace zhengtu::map
