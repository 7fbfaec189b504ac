#include "ledger/geometry_column.hpp"

#include "geo/codec.hpp"

#include <sqlite3.h>

#include <array>
#include <span>
#include <utility>

namespace zhengtu::ledger {

namespace {

Result<geo::Shape> parse(void const* data, std::size_t size)
{
    return geo::fromGpkgBlob(std::span{static_cast<std::byte const*>(data), size});
}

/// The extent of an SQL argument; nothing for NULL, an empty geometry and what is no geometry.
geo::Extent extentOfArgument(sqlite3_value* value)
{
    if (sqlite3_value_type(value) != SQLITE_BLOB) { return {}; }
    void const* const data = sqlite3_value_blob(value); // before its size, as SQLite asks
    auto const shape = parse(data, static_cast<std::size_t>(sqlite3_value_bytes(value)));
    return shape ? geo::extentOf(*shape) : geo::Extent{};
}

void isEmpty(sqlite3_context* context, int, sqlite3_value** values) noexcept
{
    if (sqlite3_value_type(values[0]) == SQLITE_NULL) { sqlite3_result_null(context); }
    else { sqlite3_result_int(context, extentOfArgument(values[0]).empty() ? 1 : 0); }
}

template <double geo::Extent::*side> void bound(sqlite3_context* context, int, sqlite3_value** values) noexcept
{
    auto const extent = extentOfArgument(values[0]);
    if (extent.empty()) { sqlite3_result_null(context); }
    else { sqlite3_result_double(context, extent.*side); }
}

} // namespace

std::string geometryBlob(geo::Shape const& shape)
{
    auto const bytes = geo::toGpkgBlob(shape);
    return {reinterpret_cast<char const*>(bytes.data()), bytes.size()};
}

Result<geo::Shape> geometryFrom(std::string_view blob)
{
    return parse(blob.data(), blob.size());
}

void addGeometryFunctions(sqlite::Database& database)
{
    using Function = void (*)(sqlite3_context*, int, sqlite3_value**);
    std::array<std::pair<char const*, Function>, 5> const functions{{{"ST_IsEmpty", isEmpty},
                                                                     {"ST_MinX", bound<&geo::Extent::minLon>},
                                                                     {"ST_MaxX", bound<&geo::Extent::maxLon>},
                                                                     {"ST_MinY", bound<&geo::Extent::minLat>},
                                                                     {"ST_MaxY", bound<&geo::Extent::maxLat>}}};
    for (auto const& [name, function] : functions) {
        sqlite3_create_function_v2(database.raw(), name, 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, nullptr, function,
                                   nullptr, nullptr, nullptr);
    }
}

} // namespace zhengtu::ledger
