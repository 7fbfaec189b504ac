#pragma once

#include "core/span.hpp"

#include <optional>
#include <string>

namespace zhengtu::plan {

/// A stretch of text: as it reads after normalising, and where it stands in the source (page marks inside included).
struct Passage {
    std::string text;
    Span span;
    friend bool operator==(Passage const&, Passage const&) = default;
};

/// A number with its unit as the text has it: "不足900米" is < 900 米.
struct Quantity {
    double value = 0;
    std::string unit;
    std::string comparator = "="; ///< "=", "<", "<=", ">", ">=", "~"
    std::optional<int> year;      ///< that its sentence names before it
    Passage said;
};

} // namespace zhengtu::plan
