#include "analysis/sound_layer.hpp"

#include "analysis/parallel.hpp"
#include "geo/ops.hpp"

#include <algorithm>
#include <cmath>

namespace zhengtu::analysis {

namespace {

struct Mending {
    std::string repaired, refused; ///< why
};

bool isWithoutLength(geo::Part const& part)
{
    auto const& path = part.outline;
    return !path.empty() && std::ranges::all_of(path, [&](geo::LonLat at) { return at == path.front(); });
}

/// Stretches of zero length have no share in a line; a line of nothing else is the point that it stands on.
bool mendLine(geo::Shape& shape)
{
    auto const empty = std::ranges::count_if(shape.parts, isWithoutLength);
    if (empty == 0) { return false; }
    if (static_cast<std::size_t>(empty) < shape.parts.size()) {
        std::erase_if(shape.parts, isWithoutLength);
        return true;
    }
    shape.type = geo::ShapeType::Point;
    for (auto& part : shape.parts) { part.outline.resize(1); }
    return true;
}

Mending mend(geo::Shape& shape, std::optional<geo::ShapeType> only)
{
    if (shape.empty()) { return {.repaired = {}, .refused = "has no geometry"}; }
    Mending mending;
    if (shape.type == geo::ShapeType::Line && mendLine(shape)) { mending.repaired = "a line of zero length"; }
    if (only && shape.type != *only) {
        mending.refused = std::string{"is a "} + geo::name(shape.type) + ", a " + geo::name(*only) + " is needed";
        return mending;
    }
    auto const validity = geo::isValid(shape);
    if (validity.valid && goesRound(shape)) {
        mending.refused = whyNotRound;
        return mending;
    }
    if (validity.valid) { return mending; }
    auto made = geo::makeValid(shape);
    if (!made) {
        mending.refused = validity.reason + "; " + made.error().detail;
        return mending;
    }
    shape = std::move(*made);
    mending.repaired = validity.reason;
    return mending;
}

} // namespace

bool goesRound(geo::Shape const& shape)
{
    auto const extent = geo::extentOf(shape);
    double const wide = extent.maxLon - extent.minLon;
    if (!(wide > 180) || wide >= 360) { return false; }
    auto const longEdge = [](geo::Path const& path) {
        return std::ranges::adjacent_find(path, [](geo::LonLat a, geo::LonLat b) { return std::abs(a.lon - b.lon) > 180; }) != path.end();
    };
    return shape.type != geo::ShapeType::Point &&
           std::ranges::any_of(shape.parts, [&](geo::Part const& part) { return longEdge(part.outline) || std::ranges::any_of(part.holes, longEdge); });
}

Result<SoundLayer> soundLayer(std::vector<geo::Feature> features, std::optional<geo::ShapeType> only, Progress const& progress, unsigned threads)
{
    std::vector<Mending> mendings(features.size());
    if (!forEach(features.size(), threads, progress, [&](std::size_t i) { mendings[i] = mend(features[i].shape, only); }, 4)) {
        return fail(ErrorCode::Cancelled, "the check of geometries was stopped");
    }
    SoundLayer sound;
    for (std::size_t i = 0; i < features.size(); ++i) {
        auto& feature = features[i];
        auto const note = [&](std::string const& reason) { return FeatureNote{i + 1, feature.id, feature.name, reason}; };
        if (!mendings[i].refused.empty()) {
            sound.refused.push_back(note(mendings[i].refused));
            continue;
        }
        if (!mendings[i].repaired.empty()) { sound.repaired.push_back(note(mendings[i].repaired)); }
        sound.features.push_back(std::move(feature));
    }
    return sound;
}

} // namespace zhengtu::analysis
