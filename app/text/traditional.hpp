#pragma once

#include <string>

/// One step of normalise(). Private to app/text.
namespace zhengtu::text {

/// Replaces traditional characters by simplified ones, each by one, so that every character keeps its place.
///
/// A character that simplified text never has (one outside GB 2312 for which OpenCC knows a simplified form) is always replaced,
/// but for those that names keep (昇, 喆). Characters that both scripts have (乾, 著, 於) are replaced only where the document as
/// a whole is in traditional script, and then by OpenCC's phrases (乾淨 -> 干净, but 乾隆).
void simplify(std::u32string& text);

} // namespace zhengtu::text
