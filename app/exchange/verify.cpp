#include "exchange/verify.hpp"

#include <cmath>
#include <format>

namespace zhengtu::exchange {

namespace {

using geo::FieldType;
using geo::Row;
using geo::Value;
using geo::VectorTable;

/// Shapes may come back this much moved, in degrees (1 cm): projecting there and back costs less.
constexpr double toleranceDegrees = 1e-7;

bool isEmpty(Value const& value)
{
    auto const* const text = std::get_if<std::string>(&value);
    return std::holds_alternative<std::monostate>(value) || (text != nullptr && text->empty());
}

double numberOf(Value const& value)
{
    if (auto const* const whole = std::get_if<std::int64_t>(&value)) { return static_cast<double>(*whole); }
    auto const* const real = std::get_if<double>(&value);
    return real == nullptr ? std::nan("") : *real;
}

/// Formats do not tell an empty text from null (a shapefile cannot).
bool same(Value const& read, Value const& given, geo::Field const& field)
{
    if (isEmpty(read) || isEmpty(given)) { return isEmpty(read) && isEmpty(given); }
    if (auto const* const text = std::get_if<std::string>(&given)) {
        auto const* const other = std::get_if<std::string>(&read);
        return other != nullptr && *other == *text;
    }
    double const a = numberOf(read);
    double const b = numberOf(given);
    double const step = field.precision > 0 ? 0.51 * std::pow(10.0, -field.precision) : 0;
    return std::abs(a - b) <= std::max(step, 1e-12 * std::abs(b));
}

std::size_t vertices(geo::Shape const& shape)
{
    std::size_t count = 0;
    for (auto const& part : shape.parts) {
        count += part.outline.size();
        for (auto const& hole : part.holes) { count += hole.size(); }
    }
    return count;
}

bool same(geo::Shape const& read, geo::Shape const& given)
{
    if (read.empty() || given.empty()) { return read.empty() && given.empty(); }
    auto const a = geo::extentOf(read);
    auto const b = geo::extentOf(given);
    auto const near = [](double x, double y) { return std::abs(x - y) <= toleranceDegrees; };
    return read.type == given.type && vertices(read) == vertices(given) && near(a.minLon, b.minLon) && near(a.maxLon, b.maxLon) &&
           near(a.minLat, b.minLat) && near(a.maxLat, b.maxLat);
}

std::unexpected<Error> differs(std::string const& what)
{
    return fail(ErrorCode::Storage, "reading the file back shows another content: " + what, "Check the disk and try again; nothing was left behind.");
}

Result<void> compareRow(Row const& read, Row const& given, VectorTable const& expected, std::vector<std::size_t> const& columns, std::size_t number)
{
    for (std::size_t i = 0; i < expected.fields.size(); ++i) {
        if (!same(read.values[columns[i]], given.values[i], expected.fields[i])) {
            return differs(std::format("field {} of row {}", expected.fields[i].name, number));
        }
    }
    if (!same(read.shape, given.shape)) { return differs(std::format("the geometry of row {}", number)); }
    return {};
}

} // namespace

Result<void> verify(std::filesystem::path const& file, std::string const& layer, VectorTable const& expected)
{
    auto const where = file.filename().string();
    auto const read = geo::readTable(file, layer);
    if (!read) { return std::unexpected{Error{read.error()}.at(where)}; }
    std::vector<std::size_t> columns;
    for (auto const& field : expected.fields) {
        auto const column = read->column(field.name);
        if (column == VectorTable::npos) { return std::unexpected{differs("field " + field.name + " is missing").error().at(where)}; }
        bool const date = field.type == FieldType::Date;
        if (date != (read->fields[column].type == FieldType::Date)) {
            return std::unexpected{differs("field " + field.name + " has another type").error().at(where)};
        }
        columns.push_back(column);
    }
    if (expected.shapeType != geo::ShapeType::None && read->epsg != expected.epsg) {
        return std::unexpected{differs(std::format("EPSG:{} instead of EPSG:{}", read->epsg, expected.epsg)).error().at(where)};
    }
    if (read->rows.size() != expected.rows.size()) {
        return std::unexpected{differs(std::format("{} rows instead of {}", read->rows.size(), expected.rows.size())).error().at(where)};
    }
    for (std::size_t i = 0; i < expected.rows.size(); ++i) {
        if (auto same = compareRow(read->rows[i], expected.rows[i], expected, columns, i + 1); !same) {
            return std::unexpected{std::move(same.error()).at(where)};
        }
    }
    return {};
}

} // namespace zhengtu::exchange
