#include "ledger/value_type.hpp"

#include <charconv>
#include <cmath>
#include <format>
#include <optional>

namespace zhengtu::ledger {

namespace {

template <class T> std::optional<T> parse(std::string_view text)
{
    T value{};
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) { return std::nullopt; }
    return value;
}

ValueType typeOf(std::string_view text)
{
    if (auto const whole = parse<std::int64_t>(text); whole && std::to_string(*whole) == text) { return ValueType::Integer; }
    if (text == "-0") { return ValueType::Text; } // a database makes 0 of it
    if (auto const real = parse<double>(text); real && std::isfinite(*real) && realText(*real) == text) { return ValueType::Real; }
    return ValueType::Text;
}

} // namespace

std::string realText(double value)
{
    return std::format("{}", value);
}

ValueType valueType(std::vector<std::string_view> const& values)
{
    std::optional<ValueType> common;
    bool exact = true; // every whole number among reals also survives as a real
    for (auto const value : values) {
        if (value.empty()) { continue; }
        auto const type = typeOf(value);
        if (type == ValueType::Text) { return ValueType::Text; }
        if (auto const real = parse<double>(value); !real || realText(*real) != value) { exact = false; }
        if (!common || type == ValueType::Real) { common = type; }
    }
    if (common == ValueType::Real && !exact) { return ValueType::Text; }
    return common.value_or(ValueType::Text);
}

} // namespace zhengtu::ledger
