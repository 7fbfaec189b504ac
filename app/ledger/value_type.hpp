#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zhengtu::ledger {

enum class ValueType : std::uint8_t { Text, Integer, Real };

/// The narrowest type that holds all values and gives each of them back to the letter ("007" and "1.50" stay text). Empty
/// values are skipped; no value at all is Text.
[[nodiscard]] ValueType valueType(std::vector<std::string_view> const& values);

/// Shortest digits that read back the same: how a Real column becomes text again.
[[nodiscard]] std::string realText(double value);

} // namespace zhengtu::ledger
