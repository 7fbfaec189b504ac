#pragma once

#include "geo/shape.hpp"

#include <filesystem>
#include <memory>
#include <vector>

namespace zhengtu::bench {

/// A hundred thousand tasks, or as many as there are points: one site each, texts of the length of real ones.
class ExportOfTasks {
public:
    explicit ExportOfTasks(std::vector<geo::LonLat> const& points);
    ~ExportOfTasks();
    /// The shapefile alone, written and read back value by value, with its report (`zhengtu export --no-companions`).
    void asShapefile(std::filesystem::path const& folder) const;
    /// The export as a user has it if he says nothing: GeoPackage, whole texts and list of fields beside it, each read back, too.
    void whole(std::filesystem::path const& folder) const;
    /// The same rows as one GeoPackage, for the peer to read.
    void asGeoPackage(std::filesystem::path const& folder) const;

private:
    struct Tasks;
    std::unique_ptr<Tasks> m_tasks;
};

} // namespace zhengtu::bench
