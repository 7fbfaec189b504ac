#pragma once

#include <array>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>

namespace zhengtu::exchange {

/// The longest name that a field of a DBF file can have.
inline constexpr std::size_t longestShortName = 10;

constexpr char lowered(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// ASCII letters, digits and _, not beginning with a digit, at most 10 of them.
constexpr bool isShortName(std::string_view name) noexcept
{
    if (name.empty() || name.size() > longestShortName || (name[0] >= '0' && name[0] <= '9')) { return false; }
    for (char const c : name) {
        char const l = lowered(c);
        if (!((l >= 'a' && l <= 'z') || (c >= '0' && c <= '9') || c == '_')) { return false; }
    }
    return true;
}

/// DBF readers compare names without case.
constexpr bool sameShortName(std::string_view a, std::string_view b) noexcept
{
    if (a.size() != b.size()) { return false; }
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (lowered(a[i]) != lowered(b[i])) { return false; }
    }
    return true;
}

/// True when every field of a dictionary has a short name of its own: checked while compiling.
template <class FieldT, std::size_t count> constexpr bool shortNamesHold(std::array<FieldT, count> const& fields) noexcept
{
    for (std::size_t i = 0; i < count; ++i) {
        if (!isShortName(fields[i].shortName)) { return false; }
        for (std::size_t j = 0; j < i; ++j) {
            if (sameShortName(fields[i].shortName, fields[j].shortName)) { return false; }
        }
    }
    return true;
}

/// A short name for a field of a layer that the dictionary does not know, unlike all in `taken` (lower case), to which it is
/// added: the name itself if it can be, else its first characters with a number, "f_01" for a name that is not ASCII.
[[nodiscard]] std::string inventShortName(std::string_view name, std::set<std::string>& taken);

} // namespace zhengtu::exchange
