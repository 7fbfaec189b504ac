#include "checks.hpp"

#include "geo/measure.hpp"
#include "geo/ops.hpp"

#include <algorithm>
#include <map>
#include <set>

using namespace zhengtu;

namespace checks {

namespace {

constexpr double beyondM = 3000; ///< rivers that leave the province end so far beyond its border

bool within(geo::Shape const& a, geo::Shape const& b, double metres)
{
    auto const away = geo::distanceM(a, b);
    return away && *away <= metres;
}

/// The numbers of the first and the last vertex of the line that lie in or near the county; nothing where none does.
std::pair<std::size_t, std::size_t> reach(std::vector<geo::LonLat> const& line, geo::Shape const& county, double slackM)
{
    std::size_t first = line.size(), last = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (!within(county, geo::Shape::point(line[i]), slackM)) { continue; }
        first = std::min(first, i);
        last = i;
    }
    return {first, last};
}

struct Checker {
    std::span<Course const> courses;
    std::map<std::string, geo::Feature const*> rivers, counties;
    Problems problems;

    void one(Course const& course)
    {
        auto const at = rivers.find(course.name);
        if (at == rivers.end()) { return; }
        auto const& river = *at->second;
        auto const note = std::ranges::find(river.more, std::string{"note"}, [](auto const& field) { return field.first; });
        bool const whole = note == river.more.end() || note->second.find("not drawn") == std::string::npos;
        order(course, river, whole);
        if (whole) { mouth(course, river); }
    }

    void order(Course const& course, geo::Feature const& river, bool whole)
    {
        auto const& line = river.shape.parts.front().outline;
        std::size_t before = 0;
        for (auto const& code : course.counties) {
            auto const county = counties.find(code);
            if (county == counties.end()) {
                problems.push_back(course.name + ": no county has the code " + code);
                continue;
            }
            if (!within(county->second->shape, river.shape, river.accuracyM)) {
                if (whole) { problems.push_back(course.name + " does not run through " + county->second->name); }
                continue;
            }
            auto const [first, last] = reach(line, county->second->shape, river.accuracyM);
            if (first == line.size()) { continue; } // crosses a corner of it between two vertices
            if (last < before) { problems.push_back(course.name + " does not come to " + county->second->name + " after the county before it"); }
            before = std::max(before, first);
        }
    }

    void mouth(Course const& course, geo::Feature const& river)
    {
        if (!rivers.contains(course.into)) { return; }
        auto const end = geo::Shape::point(river.shape.parts.back().outline.back());
        bool const meets = std::ranges::any_of(courses, [&](Course const& other) {
            bool const goal = other.name == course.into || (other.into == course.into && other.name != course.name && course.into != "黄河");
            auto const at = goal ? rivers.find(other.name) : rivers.end();
            return at != rivers.end() && within(end, at->second->shape, river.accuracyM);
        });
        if (!meets && !leaves(river.shape.parts.back().outline.back(), river.accuracyM)) {
            problems.push_back(course.name + " does not end at " + course.into);
        }
    }

    /// Whether a position lies outside all counties, or so near to the outside that a few kilometres further on it would.
    [[nodiscard]] bool leaves(geo::LonLat at, double slackM) const
    {
        double const step = (beyondM + slackM) / 111'000;
        for (auto const& [east, north] : {std::pair{0.0, 0.0}, {step, 0.0}, {-step, 0.0}, {0.0, step}, {0.0, -step}}) {
            auto const point = geo::Shape::point({at.lon + east, at.lat + north});
            if (std::ranges::none_of(counties, [&](auto const& county) { return geo::intersects(county.second->shape, point).value_or(true); })) { return true; }
        }
        return false;
    }
};

} // namespace

Problems courses(std::span<Course const> courses, Features rivers, Features counties)
{
    Checker checker{courses, {}, {}, {}};
    for (auto const& river : rivers) { checker.rivers.emplace(river.name, &river); }
    for (auto const& county : counties) { checker.counties.emplace(county.adcode, &county); }
    for (auto const& course : courses) { checker.one(course); }
    return checker.problems;
}

Problems circles(std::span<Course const> courses)
{
    Problems problems;
    std::map<std::string, std::string> into;
    for (auto const& course : courses) { into.emplace(course.name, course.into); }
    for (auto const& course : courses) {
        std::set<std::string> seen{course.name};
        for (auto at = into.find(course.into); at != into.end(); at = into.find(at->second)) {
            if (!seen.insert(at->first).second) {
                problems.push_back(course.name + " flows in a circle");
                break;
            }
        }
    }
    return problems;
}

} // namespace checks
