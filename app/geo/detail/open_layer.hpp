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

/// The layer of that name in one source (sourcesOf), or its first; without layer where there is none. FileMissing, FileFormat.
[[nodiscard]] Result<OpenLayer> openSource(GdalLog& log, std::string const& source, std::string const& layer, ReadOptions const& options);

} // namespace zhengtu::geo::detail
