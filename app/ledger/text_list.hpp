#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace zhengtu::ledger {

/// "a;b": how short lists are kept in one column.
[[nodiscard]] std::string joined(std::vector<std::string> const& parts, std::string_view separator = ";");
/// The way back; an empty text is an empty list.
[[nodiscard]] std::vector<std::string> split(std::string_view text, char separator = ';');

} // namespace zhengtu::ledger
