#include "geo/detail/csv_columns.hpp"

#include "core/utf.hpp"
#include "geo/detail/text_decoder.hpp"

#include <algorithm>
#include <array>
#include <format>
#include <string_view>
#include <utility>

namespace zhengtu::geo::detail {

namespace {

enum class Role { None, Wkt, Lon, Lat, X, Y, Both, Shifted };

template <std::size_t size> bool hasAny(std::string_view name, std::array<std::string_view, size> const& parts)
{
    return std::ranges::any_of(parts, [&](auto part) { return name.contains(part); });
}

/// Lower case, without what separates words and without the names of datums and units that leave the meaning as it is.
std::string bareName(std::string_view name)
{
    std::string bare;
    for (char const c : name) {
        if (c >= 'A' && c <= 'Z') {
            bare.push_back(static_cast<char>(c - 'A' + 'a'));
        } else if (std::string_view{" _-.()[]:/"}.find(c) == std::string_view::npos) {
            bare.push_back(c);
        }
    }
    constexpr std::array<std::string_view, 10> qualifiers{"cgcs2000", "wgs1984", "wgs84", "epsg4490", "epsg4326",
                                                          "degrees",  "degree",  "deg",   "坐标",     "coordinate"};
    for (auto const word : qualifiers) {
        if (auto const at = bare.find(word); at != std::string::npos && bare != word) { bare.erase(at, word.size()); }
    }
    return bare;
}

Role roleOf(std::string_view name)
{
    constexpr std::array<std::string_view, 6> wkt{"wkt", "geom", "geometry", "thegeom", "shapewkt", "geomwkt"};
    constexpr std::array<std::string_view, 4> lon{"lon", "lng", "long", "longitude"};
    constexpr std::array<std::string_view, 2> lat{"lat", "latitude"};
    constexpr std::array<std::string_view, 3> x{"x", "pointx", "coordx"};
    constexpr std::array<std::string_view, 3> y{"y", "pointy", "coordy"};
    constexpr std::array<std::string_view, 7> shifted{"gcj02", "bd09", "mars", "火星", "百度", "高德", "腾讯"};
    auto const bare = bareName(name);
    bool const east = bare.contains("经度") || bare.contains("东经") || std::ranges::contains(lon, bare);
    bool const north = bare.contains("纬度") || bare.contains("北纬") || std::ranges::contains(lat, bare);
    if (hasAny(bare, shifted)) {
        constexpr std::array<std::string_view, 6> either{"lon", "lng", "lat", "经", "纬", "坐标"};
        return hasAny(bare, either) ? Role::Shifted : Role::None;
    }
    if (bare.contains("经纬") || (east && north) || bare == "lonlat" || bare == "lnglat" || bare == "latlon" || bare == "latlng") {
        return Role::Both;
    }
    if (east) { return Role::Lon; }
    if (north) { return Role::Lat; }
    if (std::ranges::contains(wkt, bare)) { return Role::Wkt; }
    if (std::ranges::contains(x, bare)) { return Role::X; }
    return std::ranges::contains(y, bare) ? Role::Y : Role::None;
}

/// The first column of a role.
CsvColumn const* columnOf(std::vector<CsvColumn> const& columns, Role role)
{
    auto const at = std::ranges::find(columns, role, [](CsvColumn const& column) { return roleOf(column.name); });
    return at == columns.end() ? nullptr : &*at;
}

std::unexpected<Error> cannotTell(std::vector<CsvColumn> const& columns, CsvColumn const& blamed, std::string_view why)
{
    std::string names;
    for (auto const& column : columns) { names += (names.empty() ? "" : ", ") + column.name; }
    return fail(ErrorCode::FileFormat, std::format("column {} {}; the columns are {}", blamed.name, why, names),
                "Give longitude and latitude as columns lon and lat in degrees of CGCS2000 or WGS 84, or shapes as a column wkt.");
}

} // namespace

Result<std::vector<CsvColumn>> csvColumns(GdalLog& log, std::string const& source)
{
    auto const dataset = openForReading(log, source);
    if (!dataset) { return std::unexpected{dataset.error()}; }
    std::vector<CsvColumn> columns;
    auto* const layer = GDALDatasetGetLayer(dataset->get(), 0);
    if (layer == nullptr) { return columns; }
    auto* const definition = OGR_L_GetLayerDefn(layer);
    TextDecoder const older{"GB18030"};
    for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i) {
        std::string const raw = OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, i));
        columns.push_back({raw, toUtf32(raw) ? raw : older.decode(log, raw).value_or(raw)});
    }
    log.clear(); // what is wrong is said when the rows are read
    return columns;
}

Result<std::vector<std::string>> csvOpenOptions(std::vector<CsvColumn> const& columns)
{
    if (auto const* const wkt = columnOf(columns, Role::Wkt)) {
        return std::vector<std::string>{"GEOM_POSSIBLE_NAMES=" + wkt->raw, "KEEP_GEOM_COLUMNS=NO"};
    }
    for (auto const& [east, north] : {std::pair{Role::Lon, Role::Lat}, std::pair{Role::X, Role::Y}}) {
        auto const* const x = columnOf(columns, east);
        auto const* const y = columnOf(columns, north);
        if (x != nullptr && y != nullptr) {
            return std::vector<std::string>{"X_POSSIBLE_NAMES=" + x->raw, "Y_POSSIBLE_NAMES=" + y->raw, "KEEP_GEOM_COLUMNS=NO"};
        }
    }
    constexpr std::array<std::pair<Role, std::string_view>, 4> faults{
        {{Role::Shifted, "is shifted for web maps (GCJ-02 or BD-09) and would lie up to a kilometre off"},
         {Role::Both, "seems to hold longitude and latitude together"},
         {Role::Lon, "is a longitude, but no column is its latitude"},
         {Role::Lat, "is a latitude, but no column is its longitude"}}};
    for (auto const& [role, why] : faults) {
        if (auto const* const blamed = columnOf(columns, role)) { return cannotTell(columns, *blamed, why); }
    }
    return std::vector<std::string>{};
}

} // namespace zhengtu::geo::detail
