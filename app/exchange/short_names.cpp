#include "exchange/short_names.hpp"

#include <algorithm>
#include <format>

namespace zhengtu::exchange {

std::string inventShortName(std::string_view name, std::set<std::string>& taken)
{
    auto const key = [](std::string text) {
        std::ranges::transform(text, text.begin(), lowered);
        return text;
    };
    if (isShortName(name) && taken.insert(key(std::string{name})).second) { return std::string{name}; }
    std::string stem;
    for (char const c : name) {
        if (stem.size() < longestShortName && isShortName("a" + std::string(1, c))) { stem += c; }
    }
    if (stem.empty() || (stem[0] >= '0' && stem[0] <= '9')) { stem = "f" + stem; }
    if (stem.size() > longestShortName) { stem.resize(longestShortName); }
    if (stem != "f" && taken.insert(key(stem)).second) { return stem; }
    for (int number = 1;; ++number) {
        auto const ending = std::format("_{:02}", number);
        auto const candidate = stem.substr(0, longestShortName - ending.size()) + ending;
        if (taken.insert(key(candidate)).second) { return candidate; }
    }
}

} // namespace zhengtu::exchange
