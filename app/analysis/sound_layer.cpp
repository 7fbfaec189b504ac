#include "analysis/sound_layer.hpp"

#include "analysis/parallel.hpp"
#include "geo/ops.hpp"

#include <algorithm>

namespace zhengtu::analysis {

namespace {

struct Verdict {
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

Verdict mend(geo::Shape& shape, std::optional<geo::ShapeType> only)
{
    if (shape.empty()) { return {.repaired = {}, .refused = "has no geometry"}; }
    Verdict verdict;
    if (shape.type == geo::ShapeType::Line && mendLine(shape)) { verdict.repaired = "a line of zero length"; }
    if (only && shape.type != *only) {
        verdict.refused = std::string{"is a "} + geo::name(shape.type) + ", a " + geo::name(*only) + " is needed";
        return verdict;
    }
    auto const validity = geo::isValid(shape);
    if (validity.valid) { return verdict; }
    auto made = geo::makeValid(shape);
    if (!made) {
        verdict.refused = validity.reason + "; " + made.error().detail;
        return verdict;
    }
    shape = std::move(*made);
    verdict.repaired = validity.reason;
    return verdict;
}

} // namespace

Result<SoundLayer> soundLayer(std::vector<geo::Feature> features, std::optional<geo::ShapeType> only, Progress const& progress, unsigned threads)
{
    std::vector<Verdict> verdicts(features.size());
    if (!forEach(features.size(), threads, progress, [&](std::size_t i) { verdicts[i] = mend(features[i].shape, only); }, 4)) {
        return fail(ErrorCode::Cancelled, "the check of geometries was stopped");
    }
    SoundLayer sound;
    for (std::size_t i = 0; i < features.size(); ++i) {
        auto& feature = features[i];
        auto const note = [&](std::string const& reason) { return FeatureNote{i + 1, feature.id, feature.name, reason}; };
        if (!verdicts[i].refused.empty()) {
            sound.refused.push_back(note(verdicts[i].refused));
            continue;
        }
        if (!verdicts[i].repaired.empty()) { sound.repaired.push_back(note(verdicts[i].repaired)); }
        sound.features.push_back(std::move(feature));
    }
    return sound;
}

} // namespace zhengtu::analysis
