#include "geo/detail/coordinate_text.hpp"

#include "core/utf.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <string>

namespace zhengtu::geo::detail {

namespace {

using Axis = WrittenCoordinate::Axis;

// What the many marks are written as before they are read. None of them can stand in a number.
constexpr char degrees = '*', minutes = '\'', seconds = '"', east = 'E', west = 'W', north = 'N', south = 'S', comma = ',';

char plain(char32_t c)
{
    switch (c) {
    case U'°': case U'º': case U'˚': case U'度': return degrees;
    case U'′': case U'’': case U'‘': case U'´': case U'`': case U'分': return minutes;
    case U'″': case U'”': case U'“': case U'秒': return seconds;
    case U'东': case U'e': return east;
    case U'西': case U'w': return west;
    case U'北': case U'n': return north;
    case U'南': case U's': return south;
    case U'、': case U'；': case U';': case U'/': case U'|': case U'，': return comma;
    case U'（': case U'）': case U'【': case U'】': case U'[': case U']': case U'(': case U')': return ' ';
    case U'　': case U'\u00A0': case U'\t': case U'\r': case U'\n': return ' ';
    case U'−': case U'–': return '-';
    default: return c < 0x80 ? static_cast<char>(c) : '\0';
    }
}

std::string trimmed(std::string_view text)
{
    auto const begin = text.find_first_not_of(' ');
    return begin == std::string_view::npos ? std::string{} : std::string{text.substr(begin, text.find_last_not_of(' ') - begin + 1)};
}

/// In the signs above; nullopt where a character has no place in a coordinate.
std::optional<std::string> written(std::string_view utf8)
{
    auto const characters = toUtf32(utf8);
    if (!characters) { return std::nullopt; }
    std::string text;
    for (auto c : *characters) {
        if (c >= 0xFF01 && c <= 0xFF5E) { c -= 0xFEE0; } // full-width
        if (c == U'经' || c == U'纬') { continue; }     // of 东经 and 北纬, whose first character says it all
        auto const sign = plain(c);
        if (sign == '\0') { return std::nullopt; }
        text.push_back(sign);
    }
    for (auto at = text.find("''"); at != std::string::npos; at = text.find("''", at)) { text.replace(at, 2, 1, seconds); }
    return trimmed(text);
}

std::optional<double> number(std::string_view text)
{
    if (text.starts_with('+')) { text.remove_prefix(1); }
    double value = 0;
    auto const [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    bool const whole = failed == std::errc{} && end == text.data() + text.size();
    return whole && std::isfinite(value) ? std::optional{value} : std::nullopt;
}

/// "112*18'36.5"" and "112:18:36": one to three numbers, each with its mark behind it, the last one perhaps without.
std::optional<double> angle(std::string text)
{
    if (!text.contains(degrees) && text.contains(':')) {
        std::ranges::replace(text, ':', degrees);
        if (auto const second = text.find(degrees, text.find(degrees) + 1); second != std::string::npos) { text[second] = minutes; }
    }
    constexpr std::array marks{degrees, minutes, seconds};
    double value = 0, unit = 1;
    bool ended = false;
    std::string_view rest{text};
    for (std::size_t i = 0; i < marks.size() && !rest.empty(); ++i, unit /= 60) {
        auto const at = rest.find(marks[i]);
        if (i == 0 && at == std::string_view::npos) { return std::nullopt; }
        auto const part = trimmed(rest.substr(0, at));
        auto const digits = number(part);
        bool const signless = digits && part.find_first_not_of("0123456789.") == std::string::npos;
        if (!signless || ended || (i > 0 && *digits > 60)) { return std::nullopt; }
        ended = part.contains('.'); // nothing smaller can follow a fraction
        value += *digits * unit;
        rest = at == std::string_view::npos ? std::string_view{} : rest.substr(at + 1);
        rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    }
    return rest.empty() && !text.empty() ? std::optional{value} : std::nullopt;
}

std::optional<WrittenCoordinate> one(std::string text)
{
    text = trimmed(text);
    if (auto const value = number(text)) { return WrittenCoordinate{*value, Axis::Unsaid}; }
    constexpr std::string_view letters{"EWNS"};
    char side = '\0';
    if (!text.empty() && letters.contains(text.front())) {
        side = text.front();
        text.erase(0, 1);
        if (text.starts_with(':')) { text.erase(0, 1); }
    } else if (!text.empty() && letters.contains(text.back())) {
        side = text.back();
        text.pop_back();
    }
    text = trimmed(text);
    bool const negative = side == '\0' && text.starts_with('-');
    if (negative) { text.erase(0, 1); }
    auto value = angle(text);
    if (!value && side != '\0') { value = number(text); }
    if (!value) { return std::nullopt; }
    auto const axis = side == '\0' ? Axis::Unsaid : side == east || side == west ? Axis::Longitude : Axis::Latitude;
    return WrittenCoordinate{negative || side == west || side == south ? -*value : *value, axis};
}

} // namespace

std::optional<WrittenCoordinate> coordinateIn(std::string_view utf8)
{
    return written(utf8).and_then(one);
}

std::optional<std::pair<WrittenCoordinate, WrittenCoordinate>> coordinatesIn(std::string_view utf8)
{
    auto const text = written(utf8);
    if (!text) { return std::nullopt; }
    std::optional<std::pair<WrittenCoordinate, WrittenCoordinate>> found;
    auto const halves = [&](std::size_t at, std::size_t size) {
        auto const first = one(text->substr(0, at)), second = one(text->substr(at + size));
        if (!first || !second || (first->axis == second->axis && first->axis != Axis::Unsaid)) { return; }
        bool const swapped = first->axis == Axis::Latitude || second->axis == Axis::Longitude;
        found = swapped ? std::pair{*second, *first} : std::pair{*first, *second};
    };
    if (auto const at = text->find(comma); at != std::string::npos) {
        halves(at, 1);
        return found;
    }
    for (auto at = text->find(' '); at != std::string::npos && !found; at = text->find(' ', at + 1)) { halves(at, 1); }
    for (std::size_t at = 1; at < text->size() && !found; ++at) { // E112*18'N37*36'
        if (std::string_view{"EWNS"}.contains((*text)[at])) { halves(at, 0); }
    }
    return found;
}

} // namespace zhengtu::geo::detail
