#include "geo/detail/feature_values.hpp"

#include "geo/codec.hpp"

#include <charconv>
#include <cmath>
#include <format>

namespace zhengtu::geo::detail {

namespace {

std::string listText(char** list)
{
    std::string text;
    for (char** item = list; item != nullptr && *item != nullptr; ++item) {
        text += (text.empty() ? "" : ";") + std::string{*item};
    }
    return text;
}

} // namespace

FieldType typeOf(OGRFieldDefnH field)
{
    switch (OGR_Fld_GetType(field)) {
    case OFTInteger:
    case OFTInteger64: return FieldType::Integer;
    case OFTReal: return FieldType::Real;
    case OFTDate: return FieldType::Date;
    default: return FieldType::Text;
    }
}

Value valueOf(OGRFeatureH feature, OGRFieldDefnH field, int index)
{
    if (OGR_F_IsFieldSetAndNotNull(feature, index) == 0) { return {}; }
    switch (OGR_Fld_GetType(field)) {
    case OFTInteger:
    case OFTInteger64: return std::int64_t{OGR_F_GetFieldAsInteger64(feature, index)};
    case OFTReal: return OGR_F_GetFieldAsDouble(feature, index);
    case OFTStringList: return listText(OGR_F_GetFieldAsStringList(feature, index));
    case OFTDate: {
        int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, zone = 0;
        OGR_F_GetFieldAsDateTime(feature, index, &year, &month, &day, &hour, &minute, &second, &zone);
        return std::format("{:04}-{:02}-{:02}", year, month, day);
    }
    case OFTDateTime: return std::string{OGR_F_GetFieldAsISO8601DateTime(feature, index, nullptr)};
    default: return std::string{OGR_F_GetFieldAsString(feature, index)};
    }
}

std::optional<Day> dayOf(std::string_view iso)
{
    if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-') { return std::nullopt; }
    auto const number = [&](std::size_t from, std::size_t size, int& value) {
        return std::from_chars(iso.data() + from, iso.data() + from + size, value).ptr == iso.data() + from + size;
    };
    Day day{};
    if (!number(0, 4, day.year) || !number(5, 2, day.month) || !number(8, 2, day.day)) { return std::nullopt; }
    return day;
}

bool hasValue(OGRFeatureH feature, OGRFieldDefnH field, int index, Cell const& value, int precision)
{
    auto const* const text = std::get_if<std::string_view>(&value);
    bool const nothing = std::holds_alternative<std::monostate>(value) || (text != nullptr && text->empty());
    if (OGR_F_IsFieldSetAndNotNull(feature, index) == 0) { return nothing; }
    if (text != nullptr && OGR_Fld_GetType(field) == OFTDate) {
        auto const day = dayOf(*text);
        int year = 0, month = 0, date = 0, hour = 0, minute = 0, second = 0, zone = 0;
        OGR_F_GetFieldAsDateTime(feature, index, &year, &month, &date, &hour, &minute, &second, &zone);
        return day && day->year == year && day->month == month && day->day == date;
    }
    if (text != nullptr || nothing) {
        auto const type = OGR_Fld_GetType(field);
        if (text != nullptr && type != OFTString) { return valueOf(feature, field, index) == kept(value); }
        return std::string_view{OGR_F_GetFieldAsString(feature, index)} == (text == nullptr ? std::string_view{} : *text);
    }
    auto const* const whole = std::get_if<std::int64_t>(&value);
    if (whole != nullptr && OGR_Fld_GetType(field) != OFTReal) { return OGR_F_GetFieldAsInteger64(feature, index) == *whole; }
    double const given = whole != nullptr ? static_cast<double>(*whole) : std::get<double>(value);
    double const step = precision > 0 ? 0.51 * std::pow(10.0, -precision) : 0;
    return std::abs(OGR_F_GetFieldAsDouble(feature, index) - given) <= std::max(step, 1e-12 * std::abs(given));
}

namespace {

Result<Shape> plainShapeOf(OGRGeometryH geometry)
{
    auto const size = OGR_G_WkbSizeEx(geometry);
    std::vector<std::byte> wkb(size);
    if (OGR_G_ExportToIsoWkb(geometry, wkbNDR, reinterpret_cast<unsigned char*>(wkb.data())) != OGRERR_NONE) {
        return fail(ErrorCode::GeometryInvalid, "a geometry cannot be read");
    }
    return fromWkb(wkb);
}

} // namespace

Result<Shape> shapeOf(OGRGeometryH geometry, std::string& mended)
{
    if (geometry == nullptr) { return Shape{}; }
    OgrGeometry linear;
    if (OGR_G_HasCurveGeometry(geometry, 1) != 0) {
        linear.reset(OGR_G_GetLinearGeometry(geometry, 0, nullptr));
        geometry = linear.get();
        if (geometry == nullptr) { return fail(ErrorCode::GeometryInvalid, "a curve cannot be drawn with straight edges"); }
    }
    auto shape = plainShapeOf(geometry);
    if (shape) { return shape; }
    OgrGeometry const closed{OGR_G_Clone(geometry)};
    OGR_G_CloseRings(closed.get());
    auto whole = plainShapeOf(closed.get());
    if (!whole) { return shape; } // why it could not be read as it stands
    mended = "a ring was not closed";
    return whole;
}

} // namespace zhengtu::geo::detail
