#include "checks.hpp"

#include "geo/measure.hpp"
#include "geo/ops.hpp"
#include "shipped.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace zhengtu;

namespace checks {

namespace {

constexpr double provinceKm2 = 156'700, provinceSlackKm2 = 400; // official area
constexpr double crumbM2 = 1e4;

std::map<std::string, geo::Feature const*> byCode(Features counties)
{
    std::map<std::string, geo::Feature const*> codes;
    for (auto const& county : counties) { codes.emplace(county.adcode, &county); }
    return codes;
}

} // namespace

Problems coverage(Features counties)
{
    Problems problems;
    std::vector<geo::Shape> shapes;
    double sum = 0;
    for (auto const& county : counties) {
        shapes.push_back(county.shape);
        sum += geo::areaM2(county.shape);
    }
    auto const whole = geo::unionAll(shapes);
    if (!whole) { return {"the counties cannot be joined: " + describe(whole.error())}; }
    auto const area = geo::areaM2(*whole);
    if (sum - area > 10 * crumbM2) { problems.push_back("counties overlap by " + std::to_string((sum - area) / 1e6) + " km2"); }
    if (std::abs(area / 1e6 - provinceKm2) > provinceSlackKm2) { problems.push_back("the counties have " + std::to_string(area / 1e6) + " km2 together"); }
    for (auto const& part : whole->parts) {
        if (!part.holes.empty()) { problems.push_back(std::to_string(part.holes.size()) + " gaps between counties"); }
    }
    return problems;
}

Problems validity(Features features)
{
    Problems problems;
    for (auto const& feature : features) {
        auto const answer = geo::isValid(feature.shape);
        if (feature.shape.empty() || !answer.valid) { problems.push_back(feature.id + " " + feature.name + ": " + answer.reason); }
    }
    return problems;
}

Problems duplicates(Features features)
{
    Problems problems;
    std::set<std::string> ids, codes;
    for (auto const& feature : features) {
        auto const code = shipped::more(feature, "code");
        if (!ids.insert(feature.id).second) { problems.push_back("id " + feature.id + " twice"); }
        if (!code.empty() && !codes.insert(code).second) { problems.push_back("code " + code + " twice"); }
    }
    return problems;
}

Problems homes(Features features, Features counties)
{
    Problems problems;
    auto const codes = byCode(counties);
    for (auto const& feature : features) {
        if (feature.adcode.empty() || feature.adcode.ends_with("00")) { continue; }
        auto const home = codes.find(feature.adcode);
        if (home == codes.end()) {
            problems.push_back(feature.id + ": no county has the code " + feature.adcode);
            continue;
        }
        bool const point = feature.shape.type == geo::ShapeType::Point;
        double const allowed = !point ? 0 : feature.schematic ? feature.accuracyM : 50;
        if (auto const away = geo::distanceM(home->second->shape, feature.shape); !away || *away > allowed) {
            problems.push_back(feature.id + " " + feature.name + " lies outside " + home->second->name);
        }
    }
    return problems;
}

Problems through(Features lines, std::string const& field, double leastM, Features counties)
{
    Problems problems;
    for (auto const& line : lines) {
        std::set<std::string> runs;
        for (auto const& county : counties) {
            if (!geo::intersects(county.shape, line.shape).value_or(false)) { continue; }
            auto const inside = geo::intersection(line.shape, county.shape);
            if (leastM <= 0 || (inside && geo::lengthM(*inside) >= leastM)) { runs.insert(county.adcode); }
        }
        auto const said = shipped::split(shipped::more(line, field), ';');
        std::set<std::string> const says{said.begin(), said.end()};
        for (auto const& code : runs) {
            if (!says.contains(code)) { problems.push_back(line.name + " runs through " + code + " and does not say so"); }
        }
        for (auto const& code : says) {
            if (!runs.contains(code)) { problems.push_back(line.name + " does not run through " + code); }
        }
    }
    return problems;
}

} // namespace checks
