#include "workspace/river_courses.hpp"

#include "core/resources.hpp"
#include "geo/ops.hpp"
#include "geo/vector_file.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace zhengtu::workspace {

using geo::Feature;
using geo::ShapeType;

Result<Courses> Courses::read()
{
    auto const file = resource("geodata/tables/rivers.csv");
    if (!file) { return std::unexpected{file.error()}; }
    auto const table = geo::readTable(*file);
    if (!table) { return std::unexpected{table.error()}; }
    auto const name = table->column("name"), into = table->column("into");
    if (name == geo::VectorTable::npos || into == geo::VectorTable::npos) { return fail(ErrorCode::FileFormat, file->string() + " needs the columns name and into"); }
    Courses courses;
    std::set<std::string> twice; // two rivers of one name: which is meant is not known
    for (auto const& row : table->rows) {
        auto const* const river = std::get_if<std::string>(&row.values[name]);
        auto const* const mouth = std::get_if<std::string>(&row.values[into]);
        if (river == nullptr || mouth == nullptr || mouth->empty()) { continue; }
        auto const [at, added] = courses.m_into.try_emplace(*river, *mouth);
        if (!added && at->second != *mouth) { twice.insert(*river); }
    }
    for (auto const& river : twice) { courses.m_into.erase(river); }
    return courses;
}

void Courses::add(Feature const& feature)
{
    auto const said = std::ranges::find(feature.more, "tributary_of", [](auto const& pair) { return pair.first; });
    if (said != feature.more.end() && !said->second.empty()) { m_into[feature.name] = said->second; }
}

bool Courses::runsInto(std::string river, std::set<std::string> const& mains) const
{
    for (std::size_t step = 0; step <= m_into.size(); ++step) { // a circle in the data ends too
        auto const next = m_into.find(river);
        if (next == m_into.end()) { return false; }
        if (mains.contains(next->second)) { return true; }
        river = next->second;
    }
    return false;
}

bool isRiver(geo::Layer const& layer, Feature const& feature) { return (feature.kind.empty() ? layer.kind : feature.kind) == "river"; }

bool isWater(geo::Layer const& layer, Feature const& feature)
{
    constexpr std::array<std::string_view, 4> kinds{"lake", "reservoir", "water", "river"};
    return feature.shape.type == ShapeType::Polygon && std::ranges::contains(kinds, feature.kind.empty() ? layer.kind : feature.kind);
}

namespace {

/// Of a field 宽 or width_m; 0 where none says.
double widthM(Feature const& feature)
{
    for (auto const& [key, value] : feature.more) {
        bool const width = key == "width_m" || key == "width" || key == "河宽" || key == "宽度" || key == "河道宽度";
        char* end = nullptr;
        auto const metres = width ? std::strtod(value.c_str(), &end) : 0;
        if (width && end != value.c_str() && metres > 0 && metres < 5000) { return metres; }
    }
    return 0;
}

void takeWorse(Feature& known, Feature const& feature)
{
    known.accuracyM = std::max(known.accuracyM, feature.accuracyM);
    known.schematic = known.schematic || feature.schematic;
}

} // namespace

Result<void> DrawnRiver::take(Feature const& feature)
{
    takeWorse(known, feature);
    if (!known.source.contains(feature.source)) { known.source += (known.source.empty() ? "" : "; ") + feature.source; }
    if (feature.shape.type == ShapeType::Polygon) {
        takeWorse(knownWater, feature);
        waters.push_back(feature.shape);
        return {};
    }
    lines.push_back(feature.shape);
    auto const width = widthM(feature);
    if (width <= 0) { return {}; }
    auto water = geo::bufferM(feature.shape, width / 2);
    if (!water) { return std::unexpected{std::move(water.error()).at(feature.name)}; }
    takeWorse(knownWater, feature);
    waters.push_back(std::move(*water));
    return {};
}

Result<void> DrawnRiver::addWater(std::vector<Feature> const& all)
{
    for (auto const& water : all) {
        for (auto const& line : lines) {
            if (!geo::extentOf(line).intersects(geo::extentOf(water.shape))) { continue; }
            auto const meet = geo::intersects(line, water.shape);
            if (!meet) { return std::unexpected{Error{meet.error()}.at(water.id)}; }
            if (!*meet) { continue; }
            waters.push_back(water.shape);
            takeWorse(knownWater, water);
            if (!water.name.empty()) { waterNames.push_back(water.name); }
            break;
        }
    }
    return {};
}

Result<void> DrawnRiver::unite()
{
    auto centre = geo::unionAll(lines);
    if (!centre) { return std::unexpected{std::move(centre.error()).at(river.name)}; }
    auto water = geo::unionAll(waters);
    if (!water) { return std::unexpected{std::move(water.error()).at(river.name)}; }
    river.centre = std::move(*centre);
    river.water = std::move(*water);
    return {};
}

} // namespace zhengtu::workspace
