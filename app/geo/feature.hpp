#pragma once

#include "core/error.hpp"
#include "geo/shape.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace zhengtu::geo {

struct Surface;
struct VectorTable;

/// One feature of a layer, with the fields that every layer of Zhengtu has (docs/formats/geodata.md). What a source has
/// besides stays in `more`, in its order.
struct Feature {
    std::string id;   ///< unique in its layer
    std::string name; ///< 名称
    std::vector<std::string> aliases;
    std::string kind; ///< county, city, river, lake, reservoir, reserve, spring_zone, mine, air_station, monitoring_section ...
    std::string zone; ///< core, buffer, experimental; domain, key; else empty
    std::string parent; ///< what it is part of: the reserve of a zone, the spring of a key zone
    std::string adcode; ///< of the county or city that it lies in
    std::string county;
    std::string city;
    std::string source;
    std::string licence;
    std::string date;     ///< as of, ISO or a year
    double accuracyM = 0; ///< metres; 0 where unknown
    bool schematic = false;
    std::vector<std::pair<std::string, std::string>> more;
    Shape shape;
};

/// Whose a layer is, and what it does to those that ship.
enum class LayerOrigin : std::uint8_t {
    Program,      ///< shipped, or worked out: hotspots, results
    User,         ///< a user's own; its features stand for shipped ones of the same kind, name and county
    UserReplaces, ///< a user's own; all shipped features of its kind give way
};

/// A layer of the map: a name, what it is, and its features.
struct Layer {
    std::string id;    ///< "counties", "reserves" ...
    std::string title; ///< 县（市、区）
    std::string titleEn;
    std::string kind;  ///< kind of its features
    std::string style; ///< key in styles/zhengtu.toml
    std::string source, licence, date, note;
    bool schematic = false;
    LayerOrigin origin = LayerOrigin::Program;
    std::string provenance{}; ///< of a user's layer: file, format, encoding and CRS with reasons, counts; one a line
    std::vector<Feature> features;
    std::shared_ptr<Surface const> surface{}; ///< drawn below the features (surface.hpp); mostly none

    [[nodiscard]] bool ofUser() const noexcept { return origin != LayerOrigin::Program; }
};

/// Reads a vector file (GeoJSON, GeoPackage, shapefile also zipped, KML, CSV with WKT) whose fields are those of Feature,
/// transformed to CGCS2000. `layerName` empty: the first layer. Errors: FileMissing, FileFormat, Crs.
[[nodiscard]] Result<std::vector<Feature>> readFeatures(std::filesystem::path const& path, std::string const& layerName = {});

/// The rows of a table as features, one each in their order, with ids of their own.
[[nodiscard]] std::vector<Feature> featuresOf(VectorTable table);

} // namespace zhengtu::geo
