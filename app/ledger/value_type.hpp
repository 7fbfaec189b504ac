#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zhengtu::ledger {

enum class ValueType : std::uint8_t { Text, Integer, Real };

/// How a column of texts can be kept as numbers and written again to the letter.
struct ValueForm {
    ValueType type = ValueType::Text;
    int decimals = -1; ///< of a Real: digits after the point that every value has; -1: as many as it needs
};

/// The narrowest form that holds all values and gives each of them back to the letter ("007" stays text; "1.50" and "2.00" are
/// reals of two decimals). Empty values are skipped; no value at all is Text.
[[nodiscard]] ValueForm valueForm(std::vector<std::string_view> const& values);

/// A Real as text: with that many decimals, or with the shortest digits that read back the same.
[[nodiscard]] std::string realText(double value, int decimals = -1);

/// The number that a text is; nothing if it is none, or not finite.
[[nodiscard]] std::optional<double> realOf(std::string_view text);

} // namespace zhengtu::ledger
