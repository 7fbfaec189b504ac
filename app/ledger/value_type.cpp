#include "ledger/value_type.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <format>

namespace zhengtu::ledger {

namespace {

bool isWhole(std::string_view text)
{
    std::int64_t value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() && std::to_string(value) == text;
}

bool survives(std::string_view text, int decimals)
{
    if (text.starts_with("-0") && realOf(text) == 0.0) { return false; } // a database makes 0 of it
    auto const value = realOf(text);
    return value && realText(*value, decimals) == text;
}

/// Digits after the point; 0 where there is no point.
int decimalsOf(std::string_view text)
{
    auto const point = text.find('.');
    return point == std::string_view::npos ? 0 : static_cast<int>(text.size() - point - 1);
}

} // namespace

std::string realText(double value, int decimals)
{
    return decimals < 0 ? std::format("{}", value) : std::format("{:.{}f}", value, decimals);
}

std::optional<double> realOf(std::string_view text)
{
    double value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) { return std::nullopt; }
    return value;
}

ValueForm valueForm(std::vector<std::string_view> const& values)
{
    std::vector<std::string_view> given;
    std::ranges::copy_if(values, std::back_inserter(given), [](auto value) { return !value.empty(); });
    if (given.empty()) { return {}; }
    if (std::ranges::all_of(given, isWhole)) { return {ValueType::Integer, -1}; }
    int const decimals = decimalsOf(given.front());
    for (int const form : {-1, decimals}) {
        if (form != 0 && form <= 15 && std::ranges::all_of(given, [&](auto value) { return survives(value, form); })) {
            return {ValueType::Real, form};
        }
    }
    return {};
}

} // namespace zhengtu::ledger
