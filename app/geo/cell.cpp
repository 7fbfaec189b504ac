#include "geo/vector_file.hpp"

namespace zhengtu::geo {

Cell lent(Value const& value)
{
    return std::visit([](auto const& held) -> Cell { return held; }, value);
}

Value kept(Cell const& cell)
{
    if (auto const* const text = std::get_if<std::string_view>(&cell)) { return std::string{*text}; }
    if (auto const* const whole = std::get_if<std::int64_t>(&cell)) { return *whole; }
    if (auto const* const real = std::get_if<double>(&cell)) { return *real; }
    return {};
}

} // namespace zhengtu::geo
