#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace zhengtu::text {

/// The pages that `pdftotext -tsv` wrote, a printed line each line, flows parted by a blank line. Where geometry says that a paragraph
/// begins - the line is indented, or stands further below than the lines of one paragraph do - two ideographic spaces say so, as they
/// would in a typed text. Rows that are not as they should be are left out: the program that wrote them is trusted with nothing.
[[nodiscard]] std::vector<std::u32string> pagesOfTsv(std::u32string_view tsv);

} // namespace zhengtu::text
