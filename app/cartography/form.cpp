#include "cartography/form.hpp"

#include <iterator>

namespace zhengtu::cartography {

namespace {

constexpr std::size_t worthThinning = 32; // vertices
constexpr double visiblePixels = 0.5;     // a copy may differ by this much

Outline outlineOf(geo::Path const& path)
{
    Outline outline;
    outline.points.reserve(path.size());
    for (auto const& at : path) {
        if (!std::isfinite(at.lon) || !std::isfinite(at.lat)) { continue; }
        outline.points.push_back(project(at));
        outline.box.include(outline.points.back());
    }
    return outline;
}

Outline thinned(Outline const& from, double tolerance)
{
    Outline outline{{}, from.box};
    for (std::size_t i = 0; i < from.points.size(); ++i) {
        auto const at = from.points[i];
        bool const end = i == 0 || i + 1 == from.points.size();
        if (end || std::hypot(at.x - outline.points.back().x, at.y - outline.points.back().y) >= tolerance) {
            outline.points.push_back(at);
        }
    }
    return outline;
}

std::size_t countOf(std::vector<Outline> const& outlines)
{
    std::size_t count = 0;
    for (auto const& outline : outlines) { count += outline.points.size(); }
    return count;
}

void addLevels(Form& form)
{
    for (double tolerance = 40; countOf(form.levels.back().outlines) > worthThinning && tolerance < 50'000; tolerance *= 4) {
        Form::Level level{tolerance, {}};
        for (auto const& outline : form.levels.front().outlines) {
            auto const size = std::max(outline.box.width(), outline.box.height());
            if (size >= tolerance) { level.outlines.push_back(thinned(outline, tolerance)); }
        }
        if (level.outlines.empty()) { break; }
        form.levels.push_back(std::move(level));
    }
}

double areaOf(std::vector<Outline> const& rings) noexcept
{
    double sum = 0; // holes turn the other way or not at all: take the outermost rings' sum as a size, not as a survey
    for (auto const& ring : rings) {
        double twice = 0;
        for (std::size_t i = 1; i < ring.points.size(); ++i) {
            auto const a = ring.points[i - 1], b = ring.points[i];
            twice += (a.x - ring.box.minX) * (b.y - ring.box.minY) - (b.x - ring.box.minX) * (a.y - ring.box.minY);
        }
        sum += std::abs(twice) / 2;
    }
    return sum;
}

World halfway(std::vector<Outline> const& lines)
{
    Outline const* longest = nullptr;
    double most = -1;
    auto const lengthOf = [](Outline const& line) {
        double length = 0;
        for (std::size_t i = 1; i < line.points.size(); ++i) {
            length += std::hypot(line.points[i].x - line.points[i - 1].x, line.points[i].y - line.points[i - 1].y);
        }
        return length;
    };
    for (auto const& line : lines) {
        if (auto const length = lengthOf(line); length > most) { most = length; longest = &line; }
    }
    double left = most / 2;
    for (std::size_t i = 1; i < longest->points.size(); ++i) {
        auto const a = longest->points[i - 1], b = longest->points[i];
        double const length = std::hypot(b.x - a.x, b.y - a.y);
        if (length >= left && length > 0) { return {a.x + (b.x - a.x) * left / length, a.y + (b.y - a.y) * left / length}; }
        left -= length;
    }
    return longest->points.front();
}

} // namespace

World insideOf(std::vector<Outline> const& rings, Box const& box)
{
    World best{(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2};
    double bestScore = -1;
    constexpr int chords = 15;
    std::vector<double> crossings;
    for (int i = 1; i <= chords; ++i) {
        double const y = box.minY + box.height() * (i - 0.37) / chords; // off the round numbers that vertices like to have
        crossings.clear();
        for (auto const& ring : rings) {
            for (std::size_t k = 1; k < ring.points.size(); ++k) {
                auto const a = ring.points[k - 1], b = ring.points[k];
                if ((a.y <= y) != (b.y <= y)) { crossings.push_back(a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y)); }
            }
        }
        std::ranges::sort(crossings);
        double const middling = 1 - 0.6 * std::abs(2 * (i - 0.37) / chords - 1); // a chord near the middle looks better
        for (std::size_t k = 1; k < crossings.size(); k += 2) {
            double const score = (crossings[k] - crossings[k - 1]) * middling;
            if (score > bestScore) { bestScore = score; best = {(crossings[k] + crossings[k - 1]) / 2, y}; }
        }
    }
    return best;
}

bool holds(std::vector<Outline> const& rings, World at) noexcept
{
    bool inside = false;
    for (auto const& ring : rings) {
        if (!ring.box.holds(at)) { continue; }
        for (std::size_t i = 1; i < ring.points.size(); ++i) {
            auto const a = ring.points[i - 1], b = ring.points[i];
            if ((a.y > at.y) != (b.y > at.y) && at.x < a.x + (b.x - a.x) * (at.y - a.y) / (b.y - a.y)) { inside = !inside; }
        }
    }
    return inside;
}

std::vector<Outline> const& Form::at(double metresPerPixel) const
{
    auto const* best = &levels.front();
    for (auto const& level : levels) {
        if (level.tolerance <= metresPerPixel * visiblePixels) { best = &level; }
    }
    return best->outlines;
}

Form formOf(geo::Shape const& shape)
{
    Form form;
    form.levels.emplace_back();
    auto& outlines = form.levels.front().outlines;
    auto const least = shape.type == geo::ShapeType::Polygon ? 4U : shape.type == geo::ShapeType::Line ? 2U : 1U;
    auto const add = [&](geo::Path const& path) {
        auto outline = outlineOf(path);
        if (outline.points.size() < least) { return; }
        if (shape.type == geo::ShapeType::Polygon && outline.points.front() != outline.points.back()) {
            outline.points.push_back(outline.points.front());
        }
        form.box.include(outline.box);
        outlines.push_back(std::move(outline));
    };
    for (auto const& part : shape.parts) {
        add(part.outline);
        for (auto const& hole : part.holes) { add(hole); }
    }
    if (outlines.empty() || shape.type == geo::ShapeType::None) { return form; }
    form.type = shape.type;
    switch (shape.type) {
    case geo::ShapeType::Polygon:
        form.area = areaOf(outlines);
        form.anchor = insideOf(outlines, form.box);
        break;
    case geo::ShapeType::Line: form.anchor = halfway(outlines); break;
    default: form.anchor = outlines.front().points.front(); break;
    }
    if (shape.type != geo::ShapeType::Point) { addLevels(form); }
    return form;
}

} // namespace zhengtu::cartography
