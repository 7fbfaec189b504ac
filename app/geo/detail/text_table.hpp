#pragma once

#include "geo/detail/gdal.hpp"
#include "geo/vector_file.hpp"

#include <string>

/// Tables in text files: CSV, TSV. Not for use outside app/geo.
namespace zhengtu::geo::detail {

[[nodiscard]] bool isTextTable(std::string const& source); ///< by its ending

/// What the layer of a text table is called: its file without the ending.
[[nodiscard]] std::string textTableName(std::string const& source);

/// Reads all of it; coordinates stay as they stand in the file. `source` as of sourcesOf. FileMissing, FileFormat, Encoding.
[[nodiscard]] Result<VectorTable> readTextTable(GdalLog& log, std::string const& source, ReadOptions const& options);

} // namespace zhengtu::geo::detail
