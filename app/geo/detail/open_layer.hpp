#pragma once

#include "geo/detail/gdal.hpp"
#include "geo/vector_file.hpp"

namespace zhengtu::geo::detail {

/// A layer and the dataset that owns it.
struct OpenLayer {
    Dataset dataset;
    OGRLayerH layer = nullptr;
    bool rawText = false; ///< texts come as the bytes of the file
    std::string encoding;       ///< what the file says that its texts are in; empty where it says nothing
    std::string encodingSource; ///< and where it says so: "its .cpg"
};

[[nodiscard]] bool isSpreadsheet(std::string const& source); ///< by its ending
[[nodiscard]] std::string driverOf(GDALDatasetH dataset); ///< GDAL's short name
[[nodiscard]] std::string layerNameOf(OGRLayerH layer);

/// The layer of that name, or the first. FileMissing, FileFormat (also a CSV whose coordinates cannot be told), NotFound.
[[nodiscard]] Result<OpenLayer> openLayer(GdalLog& log, std::filesystem::path const& path, std::string const& layer,
                                          ReadOptions const& options);

} // namespace zhengtu::geo::detail
