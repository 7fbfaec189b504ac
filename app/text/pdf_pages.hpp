#pragma once

#include <string>
#include <vector>

namespace zhengtu::text {

/// Of pages that are given line by line: which lines are not the document's text: page numbers, and headers and footers that recur on
/// most pages. The first time that such a line stands at the top it is none where no title stands below it, because it may be the title.
[[nodiscard]] std::vector<std::vector<bool>> runningLines(std::vector<std::vector<std::u32string>> const& pages);

} // namespace zhengtu::text
