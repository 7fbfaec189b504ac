#pragma once

#include "geo/vector_file.hpp"

#include <filesystem>
#include <string_view>

namespace zhengtu::geo::detail {

/// Fills the table of a shapefile in UTF-8 that has no rows yet, byte for byte as GDAL does (tests compare them), but with all cores: rows of a
/// DBF are equally long, so each thread puts some where they belong. `empty`: the bytes of that file, whose fields are those of `head`. False, with
/// an unfinished file, where a value does not fit its field or is of another kind: then GDAL is to say so. Errors: Storage; Cancelled.
[[nodiscard]] Result<bool> fillDbf(std::filesystem::path const& file, std::string_view empty, VectorTable const& head, RowSource const& rows,
                                   GoOn const& goOn);

} // namespace zhengtu::geo::detail
