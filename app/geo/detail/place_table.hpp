#pragma once

#include "core/error.hpp"
#include "geo/vector_file.hpp"

#include <cstdint>

/// Tables of texts (CSV, spreadsheets) that become rows with positions. Not for use outside app/geo.
namespace zhengtu::geo::detail {

/// What a row does that has cells behind the last column of the header.
enum class Overhang : std::uint8_t {
    Columns, ///< of a sheet: they are columns without a name
    Fault,   ///< of a text: a separator that was not quoted has moved its cells
};

/// Takes header and positions out of rows whose values are texts as they stand in the file. The header is the first of six rows that names columns of
/// positions, else the first with more than one cell, else the first; a name that the row above gives to merged cells counts where its own cell is
/// empty. Columns of positions stay as fields, but for WKT. Rows whose coordinates cannot be read are blamed. Errors as of positionColumns.
[[nodiscard]] Result<void> placeTable(VectorTable& table, bool shifted, Overhang overhang);

} // namespace zhengtu::geo::detail
