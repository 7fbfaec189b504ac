#include "workspace/overlay_question.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>

namespace zhengtu::workspace {

namespace {

constexpr std::array<std::string_view, 7> names{"intersection", "difference", "union", "mining", "ring", "bank", "coverage"};

using Layers = std::vector<geo::Layer>;

/// None where nothing is said.
Result<std::optional<Selection>> maybe(Layers const& layers, std::string const& said, std::optional<geo::ShapeType> only)
{
    if (said.empty()) { return std::nullopt; }
    return select(layers, said, only).transform([](Selection selection) { return std::optional{std::move(selection)}; });
}

Result<OverlayOutcome> pairOf(Layers const& layers, OverlayQuestion const& question, OverlayWish const& wish)
{
    auto const kind = question.kind == OverlayKind::Intersection ? analysis::Overlay::Intersection
                      : question.kind == OverlayKind::Difference ? analysis::Overlay::Difference
                                                                 : analysis::Overlay::Union;
    return select(layers, question.a, {}, wish.progress).and_then([&](Selection a) {
        return select(layers, question.b, {}, wish.progress).and_then([&](Selection b) { return overlayOf(kind, std::move(a), std::move(b), wish); });
    });
}

Result<OverlayOutcome> miningFor(Layers const& layers, OverlayQuestion const& question, OverlayWish const& wish)
{
    return select(layers, question.mines, geo::ShapeType::Polygon, wish.progress).and_then([&](Selection mines) {
        return selectAll(layers, question.zones, geo::ShapeType::Polygon, wish.progress).and_then([&](Selection zones) {
            return miningOf(std::move(mines), std::move(zones), question.pillarM, wish);
        });
    });
}

Result<OverlayOutcome> ringFor(Layers const& layers, OverlayQuestion const& question, OverlayWish const& wish)
{
    return maybe(layers, question.within, geo::ShapeType::Polygon).and_then([&](std::optional<Selection> const& clip) {
        return select(layers, question.a).and_then([&](Selection target) { return ringOf(std::move(target), question.distanceM, clip, wish); });
    });
}

Result<OverlayOutcome> bankFor(Layers const& layers, OverlayQuestion const& question, OverlayWish const& wish)
{
    auto const clip = maybe(layers, question.within, geo::ShapeType::Polygon);
    if (!clip) { return std::unexpected{clip.error()}; }
    auto tributaries = maybe(layers, question.tributaries, {});
    if (!tributaries) { return std::unexpected{std::move(tributaries.error())}; }
    return select(layers, question.a).and_then([&](Selection rivers) {
        return banksOf(layers, std::move(rivers), std::move(*tributaries), question.mainM, question.tributaryM, *clip, wish);
    });
}

Result<OverlayOutcome> coverageFor(Layers const& layers, OverlayQuestion const& question, OverlayWish const& wish)
{
    return maybe(layers, question.within, geo::ShapeType::Polygon).and_then([&](std::optional<Selection> const& within) {
        return select(layers, question.a, geo::ShapeType::Polygon, wish.progress).and_then([&](Selection grid) { return coverageOf(std::move(grid), within, wish); });
    });
}

} // namespace

std::string_view name(OverlayKind kind) noexcept { return names[static_cast<std::size_t>(kind)]; }

Result<void> check(OverlayQuestion const& question)
{
    auto const missing = [](std::string const& what) { return fail(ErrorCode::Usage, what + " must be said", "Example: spring_zone:晋祠:key, mine, river:汾河."); };
    for (auto const metres : {question.pillarM, question.distanceM, question.mainM, question.tributaryM}) {
        if (!(metres >= 0) || !std::isfinite(metres)) { return fail(ErrorCode::Usage, "a distance must be zero or more metres"); }
    }
    switch (question.kind) {
    case OverlayKind::Intersection:
    case OverlayKind::Difference:
    case OverlayKind::Union:
        if (question.a.empty()) { return missing("the first side"); }
        return question.b.empty() ? missing("the second side") : Result<void>{};
    case OverlayKind::Mining:
        if (question.mines.empty()) { return missing("which mines"); }
        return question.zones.empty() ? missing("what is taken off") : Result<void>{};
    case OverlayKind::Ring:
        if (question.a.empty()) { return missing("the middle of the ring"); }
        return question.distanceM > 0 ? Result<void>{} : missing("the distance");
    case OverlayKind::Bank:
        if (question.a.empty()) { return missing("the rivers"); }
        return question.mainM > 0 || question.tributaryM > 0 ? Result<void>{} : missing("the width");
    case OverlayKind::Coverage: return question.a.empty() ? missing("the grid") : Result<void>{};
    }
    return {};
}

Result<OverlayOutcome> overlayFor(Layers const& layers, OverlayQuestion const& question, OverlayWish const& wish)
{
    if (auto const whole = check(question); !whole) { return std::unexpected{whole.error()}; }
    switch (question.kind) {
    case OverlayKind::Mining: return miningFor(layers, question, wish);
    case OverlayKind::Ring: return ringFor(layers, question, wish);
    case OverlayKind::Bank: return bankFor(layers, question, wish);
    case OverlayKind::Coverage: return coverageFor(layers, question, wish);
    case OverlayKind::Intersection:
    case OverlayKind::Difference:
    case OverlayKind::Union: break;
    }
    return pairOf(layers, question, wish);
}

Result<void> checkResultId(Layers const& layers, std::string const& id)
{
    auto const taken = std::ranges::find(layers, id, &geo::Layer::id);
    if (taken == layers.end() || taken->kind == "overlay" || taken->kind == "hotspot") { return {}; }
    return fail(ErrorCode::Usage, "\"" + id + "\" is the id of another layer (" + taken->title + ")", "Choose another id.");
}

} // namespace zhengtu::workspace
