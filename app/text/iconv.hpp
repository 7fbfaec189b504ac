#pragma once

#include "core/error.hpp"

#include <string>
#include <string_view>

namespace zhengtu::text {

/// Bytes of `charset` (a name that iconv knows) as characters. Strict: one invalid byte is an Encoding error that says where.
[[nodiscard]] Result<std::u32string> iconvToUtf32(std::string_view bytes, char const* charset);

} // namespace zhengtu::text
