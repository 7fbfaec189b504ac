#pragma once

#include "plan/dictionary.hpp"
#include "plan/plan.hpp"
#include "text/document.hpp"

#include <string_view>
#include <vector>

/// What stands behind a label, read on its own. Private to app/plan.
namespace zhengtu::plan {

/// A stretch of normalised text as a passage: trimmed of white space and, where asked, of the full stop at its end.
[[nodiscard]] Passage passage(text::NormalText const& normal, std::size_t begin, std::size_t end, bool dropStop = false);

/// The units in [begin, end), as printed, each with its role (a name marked 牵头 or 配合 leaves the role of its field).
/// A list with a shared ending stays one unit.
[[nodiscard]] std::vector<Unit> readUnits(text::NormalText const& normal, std::u32string_view source, std::size_t begin, std::size_t end, UnitRole role,
                                          Dictionary const& dictionary);

/// The deadline in [begin, end). `year` fills dates that name none (the year of the document), if known.
/// An impossible date is left out and noticed.
[[nodiscard]] Deadline readDeadline(text::NormalText const& normal, std::size_t begin, std::size_t end, std::optional<int> year,
                                    Dictionary const& dictionary, std::vector<Notice>& notices);

/// The first status in the dictionary's order that the text states; empty if none.
[[nodiscard]] std::string readStatus(std::u32string_view text, Dictionary const& dictionary);

/// What a problem is about: names of categories, the strongest first.
[[nodiscard]] std::vector<std::string> categorise(std::u32string_view title, std::u32string_view all, Dictionary const& dictionary);

} // namespace zhengtu::plan
