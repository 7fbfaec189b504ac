#include "place/said/in_words.hpp"

#include <cmath>
#include <format>

namespace zhengtu::place::said {

std::string metresInWords(double metres) { return metres < 1000 ? std::format("{:.0f} m", metres) : std::format("{:g} km", std::round(metres / 100) / 10); }

std::string boundInWords(Words const& words)
{
    auto const length = metresInWords(words.distanceM);
    switch (words.bound) {
    case Bound::About: return "about " + length;
    case Bound::AtMost: return "less than " + length;
    case Bound::AtLeast: return "more than " + length;
    case Bound::Exactly: break;
    }
    return length;
}

std::string directionInWords(Words const& words)
{
    std::string text = words.north > 0 ? "north" : words.north < 0 ? "south" : "";
    return text + (words.east > 0 ? "east" : words.east < 0 ? "west" : "");
}

} // namespace zhengtu::place::said
