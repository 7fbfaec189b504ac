#pragma once

#include "workspace/workspace.hpp"

/// Small made-up layers and tasks for the tests of the workspace.
namespace zhengtu::tests {

/// A square of `half` degrees round a centre.
inline geo::Shape square(double lon, double lat, double half)
{
    return {geo::ShapeType::Polygon,
            {geo::Part{{{lon - half, lat - half}, {lon + half, lat - half}, {lon + half, lat + half}, {lon - half, lat + half}, {lon - half, lat - half}},
                       {}}}};
}

inline geo::Feature feature(std::string id, std::string name, std::string kind, geo::Shape shape)
{
    geo::Feature made;
    made.id = std::move(id);
    made.name = std::move(name);
    made.kind = std::move(kind);
    made.shape = std::move(shape);
    return made;
}

/// A reserve of two zones that touch: core 0.1 degree, buffer the ring round it (as a square with a hole).
inline geo::Layer reserves()
{
    geo::Layer layer;
    layer.id = "reserves";
    layer.kind = "reserve";
    auto core = feature("1-core", "青山省级自然保护区核心区", "reserve", square(112, 38, 0.1));
    core.zone = "core";
    auto buffer = feature("1-buffer", "青山省级自然保护区缓冲区", "reserve", square(112, 38, 0.2));
    buffer.shape.parts.front().holes.push_back(square(112, 38, 0.1).parts.front().outline);
    buffer.zone = "buffer";
    for (auto* zone : {&core, &buffer}) {
        zone->parent = "青山省级自然保护区";
        zone->aliases = {"青山"};
    }
    layer.features = {core, buffer, feature("2", "青石省级自然保护区", "reserve", square(113, 38, 0.1))};
    return layer;
}

inline ledger::TaskRow taskAt(std::string id, geo::Shape shape, double radiusM, place::Precision precision = place::Precision::Exact)
{
    place::Site site;
    site.id = id + "-s1";
    site.taskId = id;
    site.place = "某地";
    site.shape = std::move(shape);
    site.radiusM = radiusM;
    site.precision = precision;
    ledger::TaskRow task;
    task.id = std::move(id);
    task.taskNo = "1.";
    task.sites = {site};
    return task;
}

} // namespace zhengtu::tests
