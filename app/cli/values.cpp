#include "cli/values.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace zhengtu::cli {

std::optional<std::pair<int, int>> parseSize(std::string_view text)
{
    auto const cross = text.find('x');
    if (cross == std::string_view::npos) { return std::nullopt; }
    auto const number = [](std::string_view digits) -> std::optional<int> {
        int value = 0;
        auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        bool const whole = error == std::errc{} && end == digits.data() + digits.size();
        return whole && value >= 16 && value <= 20000 ? std::optional{value} : std::nullopt;
    };
    auto const width = number(text.substr(0, cross));
    auto const height = number(text.substr(cross + 1));
    if (!width || !height) { return std::nullopt; }
    return std::pair{*width, *height};
}

std::optional<geo::Extent> parseExtent(std::string_view text)
{
    std::array<double, 4> numbers{};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), numbers[i]);
        if (error != std::errc{}) { return std::nullopt; }
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        bool const last = i + 1 == numbers.size();
        if (last ? !text.empty() : !text.starts_with(',')) { return std::nullopt; }
        if (!last) { text.remove_prefix(1); }
    }
    geo::Extent const extent{numbers[0], numbers[1], numbers[2], numbers[3]};
    bool const onGlobe = extent.minLon >= -180 && extent.maxLon <= 180 && extent.minLat >= -85 && extent.maxLat <= 85;
    return onGlobe && extent.minLon < extent.maxLon && extent.minLat < extent.maxLat ? std::optional{extent} : std::nullopt;
}

} // namespace zhengtu::cli
