#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Words compared. Not for use outside app/workspace.
namespace zhengtu::workspace {

/// The longest stretch of characters that both texts have; the first of those that are as long.
[[nodiscard]] std::string commonPart(std::string_view a, std::string_view b);
[[nodiscard]] std::size_t characters(std::string_view text); ///< how many

} // namespace zhengtu::workspace
