#pragma once

#include "core/span.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace zhengtu::plan {

/// The title of a document: its first line that reads as one; else the first line that is no sentence; else the beginning of the first.
[[nodiscard]] std::string findTitle(std::u32string_view text);

/// A line that ends as titles of documents end: …方案, …通知（征求意见稿）.
[[nodiscard]] bool endsAsTitle(std::u32string_view line) noexcept;

/// The first `count` lines that are not empty.
[[nodiscard]] std::vector<Span> firstLines(std::u32string_view text, std::size_t count);

} // namespace zhengtu::plan
