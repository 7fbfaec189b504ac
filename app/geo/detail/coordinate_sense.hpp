#pragma once

#include "core/error.hpp"
#include "geo/vector_file.hpp"

#include <optional>
#include <string>

/// Whether the numbers of a file can be what its CRS says. Not for use outside app/geo.
namespace zhengtu::geo::detail {

/// What a CRS promises of its coordinates.
struct CrsForm {
    bool geographic = false;
    std::optional<int> zone; ///< of a transverse Mercator CRS: the number that its eastings begin with; 0 where they have none
};

/// A Crs error where nearly all positions speak against the CRS: latitude before longitude, metres for degrees or degrees for
/// metres, northing before easting, eastings that begin with the number of another zone or with none. The cure says what they
/// look like. Only positions in China are recognised; what is recognised as nothing is left alone.
[[nodiscard]] std::optional<Error> against(CrsForm const& crs, std::vector<Row> const& rows);

/// What to say of coordinates whose CRS nobody says: "they look like degrees: EPSG:4490". Empty where they look like nothing.
[[nodiscard]] std::string crsHint(std::vector<Row> const& rows);

} // namespace zhengtu::geo::detail
