#include "geo/crs.hpp"
#include "geo/detail/feature_values.hpp"
#include "geo/detail/open_layer.hpp"
#include "geo/detail/text_decoder.hpp"
#include "geo/vector_file.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <format>
#include <future>
#include <optional>

namespace zhengtu::geo {

namespace {

using namespace detail;

/// Shapes may come back this much moved, in degrees (1 cm): projecting there and back costs less.
constexpr double toleranceDegrees = 1e-7;
constexpr std::size_t rowsAtOnce = 500; // between two looks whether to go on

std::unexpected<Error> differs(std::string const& what)
{
    return fail(ErrorCode::Storage, "reading the file back shows another content: " + what, "Check the disk and try again; nothing was left behind.");
}

bool near(double a, double b) { return std::abs(a - b) <= toleranceDegrees; }

std::size_t vertices(Shape const& shape)
{
    std::size_t count = 0;
    for (auto const& part : shape.parts) {
        count += part.outline.size();
        for (auto const& hole : part.holes) { count += hole.size(); }
    }
    return count;
}

bool alike(Shape const& read, Shape const& given)
{
    auto const a = extentOf(read);
    auto const b = extentOf(given);
    return read.type == given.type && vertices(read) == vertices(given) && near(a.minLon, b.minLon) && near(a.maxLon, b.maxLon) &&
           near(a.minLat, b.minLat) && near(a.maxLat, b.maxLat);
}

/// One reader of a file: opens it for itself, so that several may read at once.
class Reader {
public:
    Reader(std::filesystem::path const& path, std::string const& layer, VectorTable const& head, RowSource const& rows)
        : m_path{path}, m_layer{layer}, m_head{head}, m_rows{rows}
    {
    }

    Result<void> open()
    {
        auto open = openSource(m_log, m_path.string(), m_layer, {});
        if (!open) { return std::unexpected{std::move(open.error())}; }
        if (open->layer == nullptr) { return differs("layer " + m_layer + " is missing"); }
        m_open.emplace(std::move(*open));
        if (m_open->rawText && m_open->encoding != "UTF-8") { m_decoder.emplace(m_open->encoding); }
        auto transform = Transform::create(m_head.epsg, 4490);
        if (!transform) { return std::unexpected{std::move(transform.error())}; }
        m_transform.emplace(std::move(*transform));
        return findFields();
    }

    /// What is asked of the whole file.
    Result<void> checkWhole()
    {
        if (m_head.shapeType != ShapeType::None) {
            auto* const srs = OGR_L_GetSpatialRef(m_open->layer);
            int const epsg = srs == nullptr ? 0 : epsgOf(srs);
            if (epsg != m_head.epsg) { return differs(std::format("EPSG:{} instead of EPSG:{}", epsg, m_head.epsg)); }
        }
        auto const count = OGR_L_GetFeatureCount(m_open->layer, 1);
        if (count != static_cast<long long>(m_rows.size())) { return differs(std::format("{} rows instead of {}", count, m_rows.size())); }
        return {};
    }

    /// Rows from one number up to another. `stopped`, `done`: shared with the other readers.
    Result<void> compare(std::size_t begin, std::size_t end, std::atomic<bool> const& stopped, std::atomic<std::size_t>& done)
    {
        OGR_L_ResetReading(m_open->layer);
        if (begin > 0 && OGR_L_SetNextByIndex(m_open->layer, static_cast<long long>(begin)) != OGRERR_NONE) { return differs("row " + std::to_string(begin + 1)); }
        for (auto row = begin; row < end; ++row) {
            if (row % rowsAtOnce == 0 && stopped) { return fail(ErrorCode::Cancelled, "reading back was stopped"); }
            FeatureHandle const feature{OGR_L_GetNextFeature(m_open->layer)};
            if (feature == nullptr) { return std::unexpected{m_log.error(ErrorCode::Storage, std::format("reading the file back ends before row {}", row + 1))}; }
            if (auto same = compareRow(feature.get(), row); !same) { return same; }
            done.fetch_add(1, std::memory_order_relaxed);
        }
        if (m_log.failed()) { return std::unexpected{m_log.error(ErrorCode::Storage, "reading the file back failed")}; }
        return {};
    }

private:
    Result<void> findFields()
    {
        auto* const definition = OGR_L_GetLayerDefn(m_open->layer);
        for (auto const& field : m_head.fields) {
            int const index = OGR_FD_GetFieldIndex(definition, field.name.c_str());
            if (index < 0) { return differs("field " + field.name + " is missing"); }
            auto* const found = OGR_FD_GetFieldDefn(definition, index);
            if ((field.type == FieldType::Date) != (typeOf(found) == FieldType::Date)) { return differs("field " + field.name + " has another type"); }
            m_fields.push_back({index, found});
        }
        return {};
    }

    Result<void> compareRow(OGRFeatureH feature, std::size_t row)
    {
        for (std::size_t i = 0; i < m_fields.size(); ++i) {
            auto const value = m_rows.cell(row, i, m_room);
            auto const& [index, field] = m_fields[i];
            auto const same = m_decoder && std::holds_alternative<std::string_view>(value) ? decodedIs(feature, index, field, value)
                                                                                     : hasValue(feature, field, index, value, m_head.fields[i].precision);
            if (!same) { return differs(std::format("field {} of row {}", m_head.fields[i].name, row + 1)); }
        }
        auto const same = compareShape(OGR_F_GetGeometryRef(feature), m_rows.shape(row));
        if (!same) { return std::unexpected{same.error()}; }
        if (!*same) { return differs(std::format("the geometry of row {}", row + 1)); }
        return {};
    }

    bool decodedIs(OGRFeatureH feature, int index, OGRFieldDefnH field, Cell const& value)
    {
        auto const text = std::get<std::string_view>(value);
        bool const ascii = std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
        if (ascii || OGR_Fld_GetType(field) != OFTString) { return hasValue(feature, field, index, value, 0); }
        if (OGR_F_IsFieldSetAndNotNull(feature, index) == 0) { return false; }
        auto const decoded = m_decoder->decode(m_log, OGR_F_GetFieldAsString(feature, index));
        m_log.clear();
        return decoded && *decoded == text;
    }

    Result<bool> compareShape(OGRGeometryH geometry, Shape const& given)
    {
        if (geometry == nullptr || given.empty()) { return geometry == nullptr && given.empty(); }
        if (given.type == ShapeType::Point && given.parts.size() == 1 && OGR_G_GetGeometryType(geometry) == wkbPoint) {
            auto const expected = given.parts.front().outline.front();
            return (*m_transform)(LonLat{OGR_G_GetX(geometry, 0), OGR_G_GetY(geometry, 0)}).transform([&](LonLat at) {
                return near(at.lon, expected.lon) && near(at.lat, expected.lat);
            });
        }
        std::string mended;
        return shapeOf(geometry, mended).and_then([&](Shape shape) { return (*m_transform)(std::move(shape)); }).transform([&](Shape const& read) {
            return alike(read, given);
        });
    }

    struct Column {
        int index;
        OGRFieldDefnH field;
    };
    std::filesystem::path const& m_path;
    std::string const& m_layer;
    VectorTable const& m_head;
    RowSource const& m_rows;
    GdalLog m_log; // of the thread that made it; outlives the dataset
    std::optional<OpenLayer> m_open;
    std::optional<TextDecoder> m_decoder; ///< where the file is not in UTF-8
    std::optional<Transform> m_transform;
    std::vector<Column> m_fields;
    std::string m_room;
};

} // namespace

Result<void> readBack(std::filesystem::path const& path, std::string const& layer, VectorTable const& head, RowSource const& rows,
                      ReadBackOptions const& options)
{
    std::atomic<bool> stopped{false};
    std::atomic<std::size_t> done{0};
    auto const count = rows.size();
    auto const readers = std::clamp<std::size_t>(count / 1000, 1, std::max(1U, options.threads));
    auto const work = [&](std::size_t number) -> Result<void> {
        Reader reader{path, layer, head, rows};
        return reader.open()
            .and_then([&] { return number == 0 ? reader.checkWhole() : Result<void>{}; })
            .and_then([&] { return reader.compare(count * number / readers, count * (number + 1) / readers, stopped, done); });
    };
    std::vector<std::future<Result<void>>> parts;
    for (std::size_t i = 0; i < readers; ++i) { parts.push_back(std::async(std::launch::async, work, i)); }
    Result<void> first;
    for (auto& part : parts) {
        while (part.wait_for(std::chrono::milliseconds{20}) != std::future_status::ready) {
            if (options.goOn && !options.goOn(static_cast<double>(done) / static_cast<double>(std::max<std::size_t>(1, count)))) { stopped = true; }
        }
        auto result = part.get();
        if (!result && first) { first = std::move(result); }
    }
    if (!first) { return std::unexpected{std::move(first.error()).at(path.filename().string())}; }
    return {};
}

} // namespace zhengtu::geo
