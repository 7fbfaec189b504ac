#include "geo/detail/exact_turn.hpp"

#include "geo/detail/sides.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <span>

namespace zhengtu::geo::detail {

namespace {

/// A number as what floating point makes of it and what that leaves out.
struct Exactly {
    double value, rest;
};

Exactly sum(double a, double b) noexcept
{
    double const value = a + b, ofB = value - a;
    return {value, (a - (value - ofB)) + (b - ofB)};
}
Exactly difference(double a, double b) noexcept
{
    return sum(a, -b);
}
Exactly product(double a, double b) noexcept
{
    double const value = a * b;
    return {value, std::fma(a, b, -value)};
}

/// A sum of which nothing is lost: its members do not overlap and ascend, so the last that is not zero has its sign.
class Expansion {
public:
    void add(double number) noexcept
    {
        for (auto& member : std::span{m_members}.first(m_count)) {
            auto const [value, rest] = sum(number, member);
            member = rest;
            number = value;
        }
        m_members[m_count++] = number;
    }
    void addProduct(Exactly const& a, Exactly const& b, double sign) noexcept
    {
        for (auto const& [x, y] : {std::array{a.rest, b.rest}, std::array{a.rest, b.value}, std::array{a.value, b.rest}, std::array{a.value, b.value}}) {
            auto const [value, rest] = product(x, y);
            add(sign * rest);
            add(sign * value);
        }
    }
    [[nodiscard]] double total() const noexcept
    {
        double all = 0;
        for (auto const member : std::span{m_members}.first(m_count)) { all += member; }
        return all;
    }

private:
    std::array<double, 16> m_members{};
    std::size_t m_count = 0;
};

} // namespace

double exactTurn(LonLat a, LonLat b, LonLat c) noexcept
{
    Expansion twice;
    twice.addProduct(difference(a.lon, c.lon), difference(b.lat, c.lat), 1);
    twice.addProduct(difference(a.lat, c.lat), difference(b.lon, c.lon), -1);
    return twice.total();
}

int sideOfMoved(LonLat a, LonLat b, LonLat c, int moved) noexcept
{
    int const side = surelySide(a, b, c);
    return side != 0 ? side : sideOfMoved(exactTurn(a, b, c), a, b, moved);
}

} // namespace zhengtu::geo::detail
