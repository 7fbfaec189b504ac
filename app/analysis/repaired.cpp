#include "analysis/repaired.hpp"

#include "analysis/parallel.hpp"
#include "geo/ops.hpp"

#include <algorithm>
#include <format>
#include <optional>

namespace zhengtu::analysis {

namespace {

/// Nothing where the shape is fit as it is.
Result<std::optional<geo::Shape>> repairIfBroken(geo::Shape const& shape)
{
    if (shape.empty()) { return std::nullopt; }
    if (shape.type != geo::ShapeType::Polygon) {
        return fail(ErrorCode::GeometryInvalid, std::string{"a "} + geo::name(shape.type) + " where a polygon is needed");
    }
    if (geo::isValid(shape).valid) { return std::nullopt; }
    return geo::makeValid(shape).transform([](geo::Shape made) { return std::optional{std::move(made)}; });
}

} // namespace

geo::Shape const& Repaired::operator[](std::size_t i) const
{
    auto const at = std::ranges::lower_bound(numbers, i);
    return at != numbers.end() && *at == i ? repaired[static_cast<std::size_t>(at - numbers.begin())] : given[i];
}

Result<Repaired> repairedPolygons(std::span<geo::Shape const> polygons, std::string_view layer, Progress const& progress,
                                  unsigned threads)
{
    std::vector<Result<std::optional<geo::Shape>>> made(polygons.size());
    if (!forEach(polygons.size(), threads, progress, [&](std::size_t i) { made[i] = repairIfBroken(polygons[i]); }, 4)) {
        return fail(ErrorCode::Cancelled, "the repair of polygons was stopped");
    }
    Repaired all{polygons, {}, {}};
    for (std::size_t i = 0; i < made.size(); ++i) {
        if (!made[i]) { return std::unexpected{std::move(made[i].error()).at(std::format("{} {}", layer, i + 1))}; }
        if (!*made[i]) { continue; }
        all.numbers.push_back(static_cast<std::uint32_t>(i));
        all.repaired.push_back(std::move(**made[i]));
    }
    return all;
}

} // namespace zhengtu::analysis
