#include "analysis/forms.hpp"

#include "analysis/parallel.hpp"
#include "geo/ops.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <format>
#include <memory>
#include <optional>
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

/// Which form has a shape: a hash table of numbers in one piece of memory, with room for all sites.
class KnownShapes {
public:
    KnownShapes(std::vector<Form> const& forms, std::size_t most) : m_forms{forms}, m_slots(std::bit_ceil(2 * most + 1), none) {}

    /// The number of the form that has the shape; the next number, which the caller gives to a new form, where none has.
    [[nodiscard]] std::size_t operator()(geo::Shape const& shape)
    {
        auto const mask = m_slots.size() - 1;
        for (auto at = hashOf(shape) & mask;; at = (at + 1) & mask) {
            if (m_slots[at] == none) { m_slots[at] = static_cast<std::uint32_t>(m_forms.size()); }
            if (m_slots[at] == m_forms.size() || *m_forms[m_slots[at]].drawn == shape) { return m_slots[at]; }
        }
    }

private:
    static constexpr std::uint32_t none = UINT32_MAX;
    std::vector<Form> const& m_forms;
    std::vector<std::uint32_t> m_slots;
};

Result<geo::Shape> sound(geo::Shape const& shape)
{
    if (auto const validity = geo::isValid(shape); validity.valid) { return shape; }
    return geo::makeValid(shape);
}

bool plainPoint(geo::Shape const& shape) noexcept
{
    if (shape.type != geo::ShapeType::Point || shape.parts.size() != 1 || shape.parts.front().outline.size() != 1) {
        return false;
    }
    auto const at = shape.parts.front().outline.front();
    return std::abs(at.lat) <= 90 && std::abs(at.lon) <= 360; // NaN is neither
}

Result<Form> formOf(geo::Shape const& shape)
{
    if (plainPoint(shape) || geo::isValid(shape).valid) { return Form{&shape, nullptr, geo::extentOf(shape), {}, 0}; }
    return geo::makeValid(shape).transform([&](geo::Shape valid) {
        auto const extent = geo::extentOf(valid);
        return Form{&shape, std::make_unique<geo::Shape const>(std::move(valid)), extent, {}, 0};
    });
}

Result<Zone> zoneOf(geo::Feature const& feature, std::size_t number, bool withAccuracy)
{
    double const accuracyM = withAccuracy && feature.accuracyM > 0 ? feature.accuracyM : 0;
    if (auto prepared = geo::PreparedZone::create(feature.shape)) {
        return Zone{number, std::move(*prepared), feature.shape, accuracyM, feature.kind};
    }
    auto repaired = sound(feature.shape);
    if (!repaired) { return std::unexpected{std::move(repaired.error())}; }
    return geo::PreparedZone::create(*repaired).transform(
        [&](geo::PreparedZone prepared) { return Zone{number, std::move(prepared), std::move(*repaired), accuracyM, feature.kind}; });
}

} // namespace

bool isArea(place::SiteView const& site) noexcept
{
    return place::isSomewhereIn(site);
}

double radiusM(place::SiteView const& site) noexcept
{
    // A strip along a line is off by as much as the line; the area of a county that a place lies somewhere in is what it is.
    bool const area = isArea(site) && site.figure < place::Figure::Near;
    return area || !(site.radiusM > 0) ? 0 : site.radiusM;
}

Result<std::vector<Form>> formsOf(place::SiteViews const& sites)
{
    std::vector<Form> forms;
    KnownShapes known{forms, sites.size()};
    std::unordered_map<geo::Shape const*, std::size_t> sharedOnes; // a county that is kept once for all its sites is looked at once
    for (std::size_t i = 0; i < sites.size(); ++i) {
        auto const& site = sites[i];
        if (site.shape.empty() || site.precision == place::Precision::Unlocated) { continue; }
        bool const wide = site.shape.type != geo::ShapeType::Point;
        auto const shared = wide ? sharedOnes.find(&site.shape) : sharedOnes.end();
        Form* form = shared == sharedOnes.end() ? nullptr : &forms[shared->second];
        if (form == nullptr) {
            auto const number = known(site.shape);
            if (number == forms.size()) {
                auto made = formOf(site.shape);
                if (!made) { return std::unexpected{std::move(made.error()).at(std::format("site {}", site.id))}; }
                forms.push_back(std::move(*made));
            }
            if (wide) { sharedOnes.emplace(&site.shape, number); }
            form = &forms[number];
        }
        form->sites.push_back(i);
        form->largestRadiusM = std::max(form->largestRadiusM, radiusM(site));
    }
    return forms;
}

Result<std::vector<Zone>> zonesOf(std::vector<geo::Feature> const& features, bool withAccuracy, unsigned threads)
{
    std::vector<std::optional<Result<Zone>>> made(features.size());
    static_cast<void>(forEach(features.size(), threads, {}, [&](std::size_t i) { // without progress it is never stopped
        if (!features[i].shape.empty()) { made[i] = zoneOf(features[i], i, withAccuracy); }
    }));
    std::vector<Zone> zones;
    for (std::size_t i = 0; i < features.size(); ++i) {
        if (!made[i]) { continue; }
        if (!made[i]->has_value()) {
            return std::unexpected{
                std::move(made[i]->error()).at("zone " + (features[i].name.empty() ? features[i].id : features[i].name))};
        }
        zones.push_back(std::move(**made[i]));
    }
    return zones;
}

} // namespace zhengtu::analysis
