#include "analysis/forms.hpp"

#include "geo/ops.hpp"

#include <bit>
#include <cmath>
#include <cstdint>
#include <unordered_map>

namespace zhengtu::analysis {

namespace {

std::uint64_t hashOf(geo::Shape const& shape) noexcept
{
    std::uint64_t hash = static_cast<std::uint64_t>(shape.type) + 0x9e3779b97f4a7c15ULL;
    auto const mix = [&](double value) {
        hash ^= std::bit_cast<std::uint64_t>(value + 0.0); // -0 is 0
        hash *= 0xff51afd7ed558ccdULL;
        hash ^= hash >> 32U;
    };
    for (auto const& part : shape.parts) {
        for (auto const at : part.outline) {
            mix(at.lon);
            mix(at.lat);
        }
        mix(static_cast<double>(part.holes.size()));
    }
    return hash;
}

Result<geo::Shape> sound(geo::Shape const& shape)
{
    if (auto const validity = geo::isValid(shape); validity.valid) { return shape; }
    return geo::makeValid(shape);
}

Result<Form> formOf(geo::Shape const& shape)
{
    return sound(shape).transform([](geo::Shape valid) {
        auto const extent = geo::extentOf(valid);
        return Form{std::move(valid), extent, {}, 0};
    });
}

bool plainPoint(geo::Shape const& shape) noexcept
{
    if (shape.type != geo::ShapeType::Point || shape.parts.size() != 1 || shape.parts.front().outline.size() != 1) { return false; }
    auto const at = shape.parts.front().outline.front();
    return std::abs(at.lat) <= 90 && std::abs(at.lon) <= 360; // NaN is neither
}

} // namespace

bool isArea(place::Site const& site) noexcept
{
    return site.shape.type != geo::ShapeType::Point && site.precision >= place::Precision::Township;
}

double radiusM(place::Site const& site) noexcept
{
    return isArea(site) || !(site.radiusM > 0) ? 0 : site.radiusM;
}

Result<std::vector<Form>> formsOf(std::vector<place::Site> const& sites)
{
    std::vector<Form> forms;
    std::unordered_multimap<std::uint64_t, std::pair<std::size_t, std::size_t>> known; // hash: form, first site
    for (std::size_t i = 0; i < sites.size(); ++i) {
        auto const& site = sites[i];
        if (site.shape.empty() || site.precision == place::Precision::Unlocated) { continue; }
        if (plainPoint(site.shape)) {
            forms.push_back({site.shape, geo::extentOf(site.shape), {i}, radiusM(site)});
            continue;
        }
        auto const hash = hashOf(site.shape);
        Form* form = nullptr;
        for (auto [at, end] = known.equal_range(hash); at != end; ++at) {
            if (sites[at->second.second].shape == site.shape) { form = &forms[at->second.first]; }
        }
        if (form == nullptr) {
            auto made = formOf(site.shape);
            if (!made) { return std::unexpected{std::move(made.error()).at("site " + site.id)}; }
            known.emplace(hash, std::pair{forms.size(), i});
            forms.push_back(std::move(*made));
            form = &forms.back();
        }
        form->sites.push_back(i);
        form->largestRadiusM = std::max(form->largestRadiusM, radiusM(site));
    }
    return forms;
}

Result<std::vector<Zone>> zonesOf(std::vector<geo::Feature> const& features, bool withAccuracy)
{
    std::vector<Zone> zones;
    for (std::size_t i = 0; i < features.size(); ++i) {
        auto const& feature = features[i];
        if (feature.shape.empty()) { continue; }
        auto shape = feature.shape;
        auto prepared = geo::PreparedZone::create(shape);
        if (!prepared) {
            auto repaired = sound(feature.shape);
            if (repaired) {
                shape = std::move(*repaired);
                prepared = geo::PreparedZone::create(shape);
            }
        }
        if (!prepared) { return std::unexpected{std::move(prepared.error()).at("zone " + (feature.name.empty() ? feature.id : feature.name))}; }
        zones.push_back({i, std::move(*prepared), std::move(shape), withAccuracy && feature.accuracyM > 0 ? feature.accuracyM : 0});
    }
    return zones;
}

} // namespace zhengtu::analysis
