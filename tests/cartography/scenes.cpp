#include "scenes.hpp"

#include <catch2/catch_test_macros.hpp>

#include <cmath>
#include <random>

namespace zhengtu::cartography::test {

StyleRef style()
{
    static auto const read = defaultStyle();
    INFO((read ? std::string{} : describe(read.error())));
    REQUIRE(read.has_value());
    return *read;
}

geo::Shape box(double lon, double lat, double w, double h)
{
    return {geo::ShapeType::Polygon, {{{{lon - w, lat - h}, {lon + w, lat - h}, {lon + w, lat + h}, {lon - w, lat + h}, {lon - w, lat - h}}, {}}}};
}

geo::Shape line(geo::Path path) { return {geo::ShapeType::Line, {{std::move(path), {}}}}; }

geo::Feature feature(std::string name, geo::Shape shape, std::string zone, bool schematic)
{
    geo::Feature made;
    made.id = "f-" + name + zone;
    made.name = std::move(name);
    made.zone = std::move(zone);
    made.schematic = schematic;
    made.shape = std::move(shape);
    return made;
}

MapLayer layer(std::string id, std::string styleId, std::vector<geo::Feature> features)
{
    MapLayer made;
    made.layer.id = id;
    made.layer.title = std::move(id);
    made.layer.features = std::move(features);
    made.styleId = std::move(styleId);
    return made;
}

Symbol symbol(std::string siteId, geo::LonLat at, Status status, std::string category)
{
    Symbol made;
    made.taskId = "task-" + siteId;
    made.label = siteId + ". 测点";
    made.siteId = std::move(siteId);
    made.category = std::move(category);
    made.status = status;
    made.shape = geo::Shape::point(at);
    return made;
}

Scene baseScene()
{
    Scene scene;
    scene.layers.push_back(layer("counties", "county", {feature("甲县", box(112.25, 38.15, 0.25, 0.15)), feature("乙县", box(112.75, 38.15, 0.25, 0.15)),
                                                        feature("丙区", box(112.25, 37.85, 0.25, 0.15)), feature("丁市", box(112.75, 37.85, 0.25, 0.15))}));
    scene.layers.push_back(layer("cities", "city", {feature("", box(112.5, 38, 0.5, 0.3))}));
    geo::Path winding;
    for (int i = 0; i <= 80; ++i) { winding.push_back({112.0 + i / 80.0, 38.0 + 0.05 * std::sin(i / 9.0) + 0.12 * (i - 40) / 40.0}); }
    scene.layers.push_back(layer("rivers", "river", {feature("清源河", line(winding))}));
    scene.layers.push_back(layer("water", "water", {feature("东湖", box(112.62, 37.92, 0.05, 0.03))}));
    scene.layers.push_back(layer("roads", "road", {feature("", line({{112.05, 37.75}, {112.4, 37.95}, {112.95, 38.0}}))}));
    return scene;
}

Scene symbolTable()
{
    static std::vector<std::string> const categories{"air", "water", "soil", "solid-waste", "mines-ecology",
                                                     "nature-reserve", "noise", "capacity", "duty", "default"};
    Scene scene;
    for (int row = 0; row < 6; ++row) {
        for (std::size_t column = 0; column < categories.size(); ++column) {
            auto made = symbol(std::to_string(row) + "-" + std::to_string(column),
                               {112.0 + 0.1 * static_cast<double>(column), 38.3 - 0.06 * row}, static_cast<Status>(row), categories[column]);
            made.label.clear();
            made.approximate = column >= 7;
            made.schematic = column == 5 || column == 6;
            scene.symbols.push_back(std::move(made));
        }
    }
    for (int i = 0; i < 4; ++i) {
        auto made = symbol("u" + std::to_string(i), {112.1 + 0.25 * i, 37.9}, Status::DueSoon, "soil");
        made.label.clear();
        made.radiusM = 1500.0 * (i + 1);
        scene.symbols.push_back(std::move(made));
    }
    auto along = symbol("line", {0, 0}, Status::Overdue, "water");
    along.shape = line({{112.0, 37.8}, {112.3, 37.82}, {112.5, 37.79}});
    scene.symbols.push_back(along);
    auto area = symbol("area", {0, 0}, Status::LongTerm, "mines-ecology");
    area.shape = box(112.75, 37.8, 0.12, 0.025);
    area.schematic = true;
    scene.symbols.push_back(area);
    return scene;
}

Scene zoneScene()
{
    Scene scene;
    scene.layers.push_back(layer("spring_zones", "spring_zone", {feature("北泉泉域", box(112.25, 38.1, 0.2, 0.16), "domain"),
                                                                 feature("北泉", box(112.3, 38.06, 0.07, 0.05), "key", true)}));
    scene.layers.push_back(layer("reserves", "reserve",
                                 {feature("青岭", box(112.72, 38.12, 0.2, 0.14), "experimental"), feature("青岭", box(112.72, 38.12, 0.13, 0.09), "buffer"),
                                  feature("青岭", box(112.72, 38.12, 0.06, 0.04), "core"),
                                  feature("白崖", box(112.7, 37.86, 0.14, 0.05), "core", true)}));
    std::vector<geo::Feature> spots;
    for (int rank : {1, 3, 5, 9}) {
        auto spot = feature("热点" + std::to_string(rank), box(112.08 + 0.04 * rank, 37.85, 0.035, 0.05));
        spot.more = {{"rank", std::to_string(rank)}};
        spots.push_back(std::move(spot));
    }
    scene.layers.push_back(layer("hotspots", "hotspot", std::move(spots)));
    int i = 0;
    for (auto const* kind : {"mine", "section", "air_station", "spring", "result", "user"}) {
        double const lat = 37.76 + 0.01 * (i % 2);
        scene.layers.push_back(layer(kind, kind, {feature("点", geo::Shape::point({112.1 + 0.14 * i, lat})),
                                                  feature("点二", geo::Shape::point({112.16 + 0.14 * i, lat}), "", true)}));
        ++i;
    }
    return scene;
}

Scene crowd(std::size_t count, unsigned seed)
{
    std::mt19937 random{seed};
    auto const unit = [&random] { return static_cast<double>(random()) / 4294967296.0; }; // the same with every library
    Scene scene;
    for (std::size_t i = 0; i < count; ++i) {
        auto made = symbol(std::to_string(i), {112.1 + 0.8 * unit(), 37.75 + 0.5 * unit()}, static_cast<Status>(random() % 6));
        made.taskId = "t" + std::to_string(i / 2);
        scene.symbols.push_back(std::move(made));
    }
    return scene;
}

Renderer rendererOf(Scene scene) { return Renderer{std::make_shared<Scene const>(std::move(scene)), style()}; }

View viewAt(geo::LonLat centre, double metresPerPixel, QSize pixels, double dpi) { return {{centre, metresPerPixel}, pixels, dpi}; }

} // namespace zhengtu::cartography::test
