#include "analysis/river_banks.hpp"

#include "analysis/parallel.hpp"
#include "geo/measure.hpp"
#include "geo/ops.hpp"

#include <algorithm>
#include <cmath>
#include <format>

namespace zhengtu::analysis {

namespace {

using geo::Shape;

/// A shape without others, of which only those near it count.
Result<Shape> without(Shape shape, std::span<Shape const> others)
{
    for (auto const& other : others) {
        if (shape.empty()) { break; }
        if (other.empty() || !geo::extentOf(shape).intersects(geo::extentOf(other))) { continue; }
        auto left = geo::difference(shape, other);
        if (!left) { return left; }
        shape = std::move(*left);
    }
    return shape;
}

/// The two strips of one river before they are told apart from those of others.
Result<std::vector<BankStrip>> stripsOf(River const& river, std::size_t number, double metres, std::span<Shape const> waters)
{
    std::vector<BankStrip> strips;
    auto const add = [&](Shape const& from, bool isWater) -> Result<void> {
        if (from.empty()) { return {}; }
        return geo::bufferM(from, metres)
            .and_then([&](Shape grown) { return without(std::move(grown), waters); })
            .transform([&](Shape strip) { strips.push_back({number, isWater, std::move(strip), 0, geo::lengthM(from)}); });
    };
    auto const ofWater = add(river.water, true);
    if (!ofWater) { return std::unexpected{ofWater.error()}; }
    auto const line = without(river.centre, waters);
    if (!line) { return std::unexpected{line.error()}; }
    auto const ofLine = add(*line, false);
    if (!ofLine) { return std::unexpected{ofLine.error()}; }
    return strips;
}

} // namespace

Result<std::vector<BankStrip>> bankStrips(std::span<River const> rivers, double mainM, double tributaryM, Progress const& progress, unsigned threads)
{
    for (double const metres : {mainM, tributaryM}) {
        if (!(metres > 0) || !std::isfinite(metres)) {
            return fail(ErrorCode::Usage, std::format("a strip of {} m along a bank", metres), "Choose a distance above zero for main stems and for tributaries.");
        }
    }
    std::vector<Shape> waters;
    for (auto const& river : rivers) { waters.push_back(river.water); }
    std::vector<Result<std::vector<BankStrip>>> made(rivers.size());
    auto const work = [&](std::size_t i) { made[i] = stripsOf(rivers[i], i, rivers[i].main ? mainM : tributaryM, waters); };
    if (!forEach(rivers.size(), threads, part(progress, 0, 0.7), work, 1)) { return fail(ErrorCode::Cancelled, "the strips along banks were stopped"); }
    std::vector<BankStrip> strips;
    for (std::size_t i = 0; i < made.size(); ++i) {
        if (!made[i]) { return std::unexpected{std::move(made[i].error()).at(rivers[i].name)}; }
        std::ranges::move(*made[i], std::back_inserter(strips));
    }
    auto const rank = [&](BankStrip const& strip) { return std::pair{!rivers[strip.river].main, !strip.fromWater}; };
    std::ranges::stable_sort(strips, {}, rank);
    std::vector<Shape> before;
    for (std::size_t i = 0; i < strips.size(); ++i) {
        if (progress && !progress(0.7 + 0.3 * static_cast<double>(i) / static_cast<double>(strips.size()))) {
            return fail(ErrorCode::Cancelled, "the strips along banks were stopped");
        }
        auto left = without(std::move(strips[i].shape), before);
        if (!left) { return std::unexpected{std::move(left.error()).at(rivers[strips[i].river].name)}; }
        strips[i].shape = std::move(*left);
        strips[i].areaM2 = geo::areaM2(strips[i].shape);
        before.push_back(strips[i].shape);
    }
    std::erase_if(strips, [](BankStrip const& strip) { return strip.shape.empty(); });
    return strips;
}

} // namespace zhengtu::analysis
