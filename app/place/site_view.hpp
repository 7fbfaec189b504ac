#pragma once

#include "place/site.hpp"

#include <initializer_list>
#include <string_view>
#include <vector>

namespace zhengtu::place {

/// Where a site is and how exactly that is known: all that a question about places asks of it. Shape and names stay their owner's, who
/// outlives the view.
struct SiteView {
    std::string_view id, county, adcode;
    geo::Shape const& shape; ///< degrees, longitude first, EPSG:4490; empty where unlocated
    double radiusM = 0;      ///< as of Site
    Precision precision = Precision::Unlocated;
    Figure figure = Figure::Itself;

    SiteView(std::string_view siteId, std::string_view countyName, std::string_view countyCode, geo::Shape const& where, double radius, Precision known, Figure what) noexcept
        : id{siteId}, county{countyName}, adcode{countyCode}, shape{where}, radiusM{radius}, precision{known}, figure{what}
    {
    }
    SiteView(Site const& site) noexcept // NOLINT(google-explicit-constructor): a site is looked at wherever a view is asked for
        : SiteView{site.id, site.county, site.adcode, site.shape, site.radiusM, site.precision, site.figure}
    {
    }
};

/// Views of several sites in their order.
class SiteViews {
public:
    SiteViews() = default;
    explicit SiteViews(std::vector<SiteView> views) noexcept : m_views{std::move(views)} {}
    SiteViews(std::vector<Site> const& sites) : m_views{sites.begin(), sites.end()} {}     // NOLINT(google-explicit-constructor)
    SiteViews(std::initializer_list<Site> sites) : m_views{sites.begin(), sites.end()} {} // NOLINT(google-explicit-constructor)

    [[nodiscard]] std::size_t size() const noexcept { return m_views.size(); }
    [[nodiscard]] SiteView const& operator[](std::size_t number) const noexcept { return m_views[number]; }
    [[nodiscard]] auto begin() const noexcept { return m_views.begin(); }
    [[nodiscard]] auto end() const noexcept { return m_views.end(); }

private:
    std::vector<SiteView> m_views;
};

/// Whether the place lies somewhere in the shape, as against being a thing of that shape or a point.
[[nodiscard]] inline bool isSomewhereIn(SiteView const& site) noexcept
{
    bool const wide = site.shape.type != geo::ShapeType::Point && site.shape.type != geo::ShapeType::None;
    return wide && (site.precision >= Precision::Township || site.figure >= Figure::Near);
}

} // namespace zhengtu::place
