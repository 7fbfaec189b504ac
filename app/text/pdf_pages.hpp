#pragma once

#include <string>
#include <vector>

namespace zhengtu::text {

/// The pages of a document without what is not its text: page numbers, and headers and footers that recur on most pages. The
/// first time that such a line stands at the top it is kept where no title stands below it, because it may be the title.
[[nodiscard]] std::vector<std::u32string> withoutRunningLines(std::vector<std::u32string> pages);

} // namespace zhengtu::text
