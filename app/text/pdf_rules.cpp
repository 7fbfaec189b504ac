#include "text/pdf_rules.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <optional>

namespace zhengtu::text {

namespace {

constexpr int shortestRule = 14;        ///< points: a cell is not smaller
constexpr int asideRule = 3;            ///< how far from a pixel the ground beside a rule is looked at
constexpr int contrast = 40;        ///< of 255
constexpr double nearEnd = 4;          ///< points
constexpr std::size_t mostRules = 800;   ///< rules of a page; a picture may have more

struct Picture {
    int width = 0, height = 0;
    std::string_view pixels;

    /// Outside of the page it is white.
    [[nodiscard]] int gray(int x, int y) const noexcept
    {
        if (x < 0 || y < 0 || x >= width || y >= height) { return 255; }
        return static_cast<unsigned char>(pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)]);
    }
};

/// Takes the first picture off.
std::optional<Picture> take(std::string_view& graymaps)
{
    auto const number = [&]() -> std::optional<int> {
        auto const begin = graymaps.find_first_not_of(" \n");
        if (begin == std::string_view::npos) { return std::nullopt; }
        graymaps.remove_prefix(begin);
        int value = 0;
        auto const [end, error] = std::from_chars(graymaps.data(), graymaps.data() + graymaps.size(), value);
        if (error != std::errc{} || value <= 0 || value > 20'000) { return std::nullopt; }
        graymaps.remove_prefix(static_cast<std::size_t>(end - graymaps.data()));
        return value;
    };
    if (!graymaps.starts_with("P5")) { return std::nullopt; }
    graymaps.remove_prefix(2);
    auto const width = number(), height = width ? number() : std::nullopt, white = height ? number() : std::nullopt;
    if (!white || *white != 255 || graymaps.empty()) { return std::nullopt; }
    graymaps.remove_prefix(1);
    auto const size = static_cast<std::size_t>(*width) * static_cast<std::size_t>(*height);
    if (graymaps.size() < size) { return std::nullopt; }
    Picture const picture{*width, *height, graymaps.substr(0, size)};
    graymaps.remove_prefix(size);
    return picture;
}

/// The rules in one direction; `gray(along, at)` reads a pixel.
template <typename Gray> std::vector<Rule> runs(int length, int lines, Gray const& gray)
{
    std::vector<Rule> found;
    std::size_t recent = 0; // rules before this one are too far off to be met again
    for (int at = 0; at < lines; ++at) {
        for (int begin = 0; begin < length;) {
            int end = begin, clear = 0;
            for (; end < length && gray(end, at) < 255 - contrast; ++end) {
                clear += gray(end, at) + contrast <= std::max(gray(end, at - asideRule), gray(end, at + asideRule)) ? 1 : 0;
            }
            if (end - begin >= shortestRule && clear * 2 >= end - begin) {
                while (recent < found.size() && found[recent].at < at - 2) { ++recent; }
                auto const same = std::find_if(found.begin() + static_cast<std::ptrdiff_t>(recent), found.end(), [&](Rule const& rule) {
                    return rule.from <= end + nearEnd && begin <= rule.to + nearEnd;
                });
                if (same == found.end()) {
                    if (found.size() >= mostRules) { return {}; }
                    found.push_back({static_cast<double>(at), static_cast<double>(begin), static_cast<double>(end)});
                } else {
                    same->from = std::min(same->from, static_cast<double>(begin));
                    same->to = std::max(same->to, static_cast<double>(end));
                }
            }
            begin = std::max(end, begin + 1);
        }
    }
    return found;
}

/// Drops the rules that do not end at one of the others.
void dropLoose(std::vector<Rule>& rules, std::vector<Rule> const& others)
{
    auto const touches = [&](double end, double at) {
        return std::any_of(others.begin(), others.end(), [&](Rule const& other) {
            return std::abs(other.at - end) <= nearEnd && other.from - nearEnd <= at && at <= other.to + nearEnd;
        });
    };
    std::erase_if(rules, [&](Rule const& rule) { return !touches(rule.from, rule.at) || !touches(rule.to, rule.at); });
}

/// A row that a page end cuts may be open there: the rules down the page end at one height with nothing across.
void closeAtPageEnds(Rules& rules)
{
    std::vector<Rule> closing;
    for (auto const end : {&Rule::from, &Rule::to}) {
        for (auto const& rule : rules.down) {
            auto const y = rule.*end;
            Rule across{y, rule.at, rule.at};
            std::size_t ends = 0;
            for (auto const& other : rules.down) {
                if (std::abs(other.*end - y) > nearEnd) { continue; }
                ++ends;
                across.from = std::min(across.from, other.at);
                across.to = std::max(across.to, other.at);
            }
            auto const covers = [&](Rule const& known) { return std::abs(known.at - y) <= nearEnd && known.from <= across.from + nearEnd && across.to <= known.to + nearEnd; };
            if (ends >= 3 && std::none_of(rules.across.begin(), rules.across.end(), covers) && std::none_of(closing.begin(), closing.end(), covers)) { closing.push_back(across); }
        }
    }
    rules.across.insert(rules.across.end(), closing.begin(), closing.end());
}

} // namespace

std::vector<Rules> rulesOf(std::string_view graymaps)
{
    std::vector<Rules> pages;
    while (auto const picture = take(graymaps)) {
        auto& rules = pages.emplace_back();
        rules.across = runs(picture->width, picture->height, [&](int along, int at) { return picture->gray(along, at); });
        rules.down = runs(picture->height, picture->width, [&](int along, int at) { return picture->gray(at, along); });
        auto const marks = std::count_if(picture->pixels.begin(), picture->pixels.end(), [](char gray) { return static_cast<unsigned char>(gray) < 255 - contrast; });
        rules.blank = static_cast<std::size_t>(marks) * 250 < picture->pixels.size(); // specks, running lines
        closeAtPageEnds(rules);
        for (int round = 0; round < 2; ++round) {
            dropLoose(rules.across, rules.down);
            dropLoose(rules.down, rules.across);
        }
    }
    return pages;
}

} // namespace zhengtu::text
