#include "geo/detail/position_columns.hpp"

#include <algorithm>
#include <array>
#include <format>
#include <optional>
#include <string_view>
#include <utility>

namespace zhengtu::geo::detail {

namespace {

enum class Role { None, Wkt, Lon, Lat, X, Y, Both, Shifted };

template <std::size_t size> bool hasAny(std::string_view name, std::array<std::string_view, size> const& parts)
{
    return std::ranges::any_of(parts, [&](auto part) { return name.contains(part); });
}

/// 坐标 and 中心坐标 when the word itself was taken out: most often two numbers, now and then the name of a datum.
bool isPlainCoordinates(std::string_view bare)
{
    constexpr std::array<std::string_view, 8> words{"坐标", "中心", "中心点", "点位", "位置", "地理", "地理位置", "拐点"};
    return std::ranges::contains(words, bare);
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

constexpr std::array<std::string_view, 9> shiftWords{"gcj02", "bd09ll", "bd09", "火星", "百度", "高德", "腾讯", "mars", "baidu"};

bool saysShifted(std::string_view name) { return hasAny(bareName(name), shiftWords); }

/// Whether a column holds longitude and latitude together.
bool jointly(std::string_view bare, bool bothNamed)
{
    constexpr std::array<std::string_view, 5> words{"lonlat", "lnglat", "latlon", "latlng", "latlong"};
    return bothNamed || bare.contains("经纬") || bare.contains("纬经") || std::ranges::contains(words, bare);
}

Role roleOf(std::string_view name, bool shifted)
{
    constexpr std::array<std::string_view, 6> wkt{"wkt", "geom", "geometry", "thegeom", "shapewkt", "geomwkt"};
    constexpr std::array<std::string_view, 4> lon{"lon", "lng", "long", "longitude"};
    constexpr std::array<std::string_view, 2> lat{"lat", "latitude"};
    constexpr std::array<std::string_view, 5> x{"x", "pointx", "coordx", "easting", "横"};
    constexpr std::array<std::string_view, 5> y{"y", "pointy", "coordy", "northing", "纵"};
    auto bare = bareName(name);
    if (isPlainCoordinates(bare)) { return name.contains("坐标") ? Role::Both : Role::None; }
    bool const moved = hasAny(bare, shiftWords);
    if (moved && shifted) {
        for (auto const word : shiftWords) {
            if (auto const at = bare.find(word); at != std::string::npos) { bare.erase(at, word.size()); }
        }
    }
    bool const east = bare.contains("经度") || bare.contains("东经") || std::ranges::contains(lon, bare);
    bool const north = bare.contains("纬度") || bare.contains("北纬") || std::ranges::contains(lat, bare);
    if (moved && !shifted) {
        constexpr std::array<std::string_view, 6> either{"lon", "lng", "lat", "经", "纬", "坐标"};
        return hasAny(bare, either) ? Role::Shifted : Role::None;
    }
    if (jointly(bare, east && north)) { return Role::Both; }
    if (east) { return Role::Lon; }
    if (north) { return Role::Lat; }
    if (std::ranges::contains(wkt, bare)) { return Role::Wkt; }
    if (std::ranges::contains(x, bare)) { return Role::X; }
    return std::ranges::contains(y, bare) ? Role::Y : Role::None;
}

/// The number of the first column of a role that `counts`; npos where there is none.
constexpr auto npos = static_cast<std::size_t>(-1);
template <class Counts> std::size_t columnOf(std::vector<std::string> const& columns, Role role, bool shifted, Counts const& counts)
{
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (counts(columns[i]) && roleOf(columns[i], shifted) == role) { return i; }
    }
    return npos;
}

template <class Counts> PositionColumns found(std::vector<std::string> const& columns, bool shifted, Counts const& counts)
{
    using enum PositionColumns::Kind;
    if (auto const wkt = columnOf(columns, Role::Wkt, shifted, counts); wkt != npos) { return {Wkt, wkt, 0}; }
    for (auto const& [east, north] : {std::pair{Role::Lon, Role::Lat}, std::pair{Role::X, Role::Y}}) {
        auto const x = columnOf(columns, east, shifted, counts);
        auto const y = columnOf(columns, north, shifted, counts);
        if (x != npos && y != npos) { return {Pair, x, y}; }
    }
    return {};
}

} // namespace

Error noPositions(std::vector<std::string> const& columns, std::string const& blamed, std::string const& why)
{
    std::string names;
    for (auto const& column : columns) { names += (names.empty() ? "" : ", ") + column; }
    return {.code = ErrorCode::FileFormat, .detail = std::format("column {} {}; the columns are {}", blamed, why, names), .where = {},
            .cure = "Give longitude and latitude as columns lon and lat in degrees of CGCS2000 or WGS 84, or shapes as a column wkt; of "
                    "shifted ones say what they are: gcj02 or bd09."};
}

Result<PositionColumns> positionColumns(std::vector<std::string> const& columns, bool shifted)
{
    auto const any = [](std::string const&) { return true; };
    if (shifted) {
        auto const said = found(columns, shifted, [](std::string const& column) { return saysShifted(column); });
        if (said.kind != PositionColumns::Kind::None) { return said; }
    }
    if (auto const all = found(columns, shifted, any); all.kind != PositionColumns::Kind::None) { return all; }
    if (auto const both = columnOf(columns, Role::Both, shifted, any); both != npos) {
        auto const bare = bareName(columns[both]);
        return PositionColumns{.kind = PositionColumns::Kind::Joint, .first = both, .latFirst = bare.starts_with("lat") || bare.starts_with("纬") || bare.starts_with("北纬"),
                               .doubtful = isPlainCoordinates(bare)};
    }
    constexpr std::array<std::pair<Role, char const*>, 3> faults{
        {{Role::Shifted, "is shifted for web maps (GCJ-02 or BD-09) and would lie up to a kilometre off"},
         {Role::Lon, "is a longitude, but no column is its latitude"},
         {Role::Lat, "is a latitude, but no column is its longitude"}}};
    for (auto const& [role, why] : faults) {
        if (auto const blamed = columnOf(columns, role, shifted, any); blamed != npos) { return std::unexpected{noPositions(columns, columns[blamed], why)}; }
    }
    return PositionColumns{};
}

} // namespace zhengtu::geo::detail
