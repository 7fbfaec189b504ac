#include "core/utf.hpp"
#include "geo/detail/feature_values.hpp"
#include "geo/detail/gdal.hpp"
#include "geo/detail/open_layer.hpp"
#include "geo/detail/place_table.hpp"
#include "geo/detail/row_coordinates.hpp"
#include "geo/detail/text_decoder.hpp"
#include "geo/detail/text_table.hpp"
#include "geo/detail/thread_config.hpp"
#include "geo/shifted.hpp"
#include "geo/vector_file.hpp"

#include <algorithm>
#include <format>
#include <optional>
#include <utility>

namespace zhengtu::geo {

namespace {

using namespace detail;

class TableReader {
public:
    TableReader(GdalLog& log, OpenLayer const& open, ReadOptions const& options)
        : m_log{log}, m_open{open}, m_options{options}, m_decoder{options.encoding}
    {
    }

    Result<VectorTable> read()
    {
        m_table.driver = driverOf(m_open.dataset.get());
        m_table.name = readableName(layerNameOf(m_open.layer));
        readFields();
        if (auto ok = readRows(); !ok) { return std::unexpected{std::move(ok.error())}; }
        if (m_table.driver == "XLSX" || m_table.driver == "ODS") {
            if (auto ok = placeTable(m_table, shiftOf(m_options.crs).has_value(), Overhang::Columns); !ok) { return std::unexpected{std::move(ok.error())}; }
        }
        if (m_open.rawText) {
            if (auto ok = decodeTexts(); !ok) { return std::unexpected{std::move(ok.error())}; }
        } else if (auto ok = checkTexts(); !ok) {
            return std::unexpected{std::move(ok.error())};
        }
        sayEncoding();
        return std::move(m_table);
    }

private:
    void readFields()
    {
        auto* const definition = OGR_L_GetLayerDefn(m_open.layer);
        for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i) {
            auto* const field = OGR_FD_GetFieldDefn(definition, i);
            char const* const alias = OGR_Fld_GetAlternativeNameRef(field);
            m_table.fields.push_back({OGR_Fld_GetNameRef(field), typeOf(field), OGR_Fld_GetWidth(field),
                                      OGR_Fld_GetPrecision(field), alias != nullptr ? alias : ""});
        }
    }

    Result<void> readRows()
    {
        auto* const definition = OGR_L_GetLayerDefn(m_open.layer);
        OGR_L_ResetReading(m_open.layer);
        std::vector<OGRFieldDefnH> fields;
        for (int i = 0; i < static_cast<int>(m_table.fields.size()); ++i) { fields.push_back(OGR_FD_GetFieldDefn(definition, i)); }
        while (FeatureHandle const feature{OGR_L_GetNextFeature(m_open.layer)}) {
            Row row;
            row.values.reserve(m_table.fields.size());
            row.fid = OGR_F_GetFID(feature.get());
            for (std::size_t i = 0; i < fields.size(); ++i) {
                row.values.push_back(valueOf(feature.get(), fields[i], static_cast<int>(i)));
            }
            auto shape = shapeOf(OGR_F_GetGeometryRef(feature.get()), row.mended);
            if (shape) {
                row.shape = std::move(*shape);
            } else {
                blame(m_table, row, m_table.rows.size(), shape.error().detail);
            }
            if (row.shape.empty()) { row.shape = {}; }
            m_table.rows.push_back(std::move(row));
        }
        if (m_log.failed()) {
            return std::unexpected{
                m_log.error(ErrorCode::FileFormat, std::format("the file is broken after row {}", m_table.rows.size()))};
        }
        for (auto const& warning : m_log.warnings()) {
            bool const toldByRow = warning.contains("OGR_GEOMETRY_ACCEPT_UNCLOSED_RING"); // Row::mended
            if (m_table.notes.size() < 100 && !toldByRow) { m_table.notes.push_back(warning); }
        }
        return {};
    }

    static constexpr auto fieldName = static_cast<std::size_t>(-1);
    static std::string whereOf(std::size_t row) { return row == fieldName ? "field name" : std::format("row {}", row + 1); }

    /// With the number of the row, or fieldName.
    template <class Visit> void eachText(Visit const& visit)
    {
        for (auto& field : m_table.fields) {
            visit(field.name, fieldName);
        }
        for (std::size_t i = 0; i < m_table.rows.size(); ++i) {
            for (auto& value : m_table.rows[i].values) {
                if (auto* const text = std::get_if<std::string>(&value)) { visit(*text, i); }
            }
        }
    }

    Result<void> decodeTexts()
    {
        bool utf8 = true;
        std::size_t han = 0; // texts with a three-byte sequence, which other encodings do not make by chance
        eachText([&](std::string const& text, std::size_t) {
            utf8 = utf8 && isUtf8(text);
            han += std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0xE0U; }) ? 1 : 0;
        });
        auto const said = m_options.encoding.empty() ? m_open.encoding : m_options.encoding;
        bool const saysUtf8 = said == "UTF-8";
        auto& why = m_table.encodingReason;
        if (!m_options.encoding.empty()) {
            why = "as said";
        } else if (said.empty()) {
            why = "neither .cpg nor .dbf says it; ";
            why += utf8 ? "all texts are UTF-8" : "the texts are not UTF-8";
            m_decoder.decide(utf8);
        } else if (saysUtf8 != utf8 && (saysUtf8 || han >= 2)) { // a .cpg that lies
            why = std::format("{} says {}, but the texts are {}", m_open.encodingSource, said, saysUtf8 ? "not" : "UTF-8");
            m_table.notes.push_back("encoding: " + why);
            m_decoder.decide(utf8);
        } else {
            why = "by " + m_open.encodingSource;
            m_decoder = TextDecoder{said == "936" ? "CP936" : said};
        }
        m_table.encoding = m_decoder.encoding();
        Result<void> outcome;
        if (utf8 && m_decoder.encoding() == "UTF-8") { return outcome; }
        eachText([&](std::string& text, std::size_t row) {
            if (!outcome) { return; }
            auto decoded = m_decoder.decode(m_log, text);
            if (decoded) {
                text = std::move(*decoded);
            } else {
                outcome = std::unexpected{std::move(decoded.error()).at(whereOf(row))};
            }
        });
        m_log.clear();
        return outcome;
    }

    void sayEncoding()
    {
        if (!m_table.encodingReason.empty()) { return; }
        m_table.encoding = m_open.encoding.empty() ? "UTF-8" : m_open.encoding;
        m_table.encodingReason = m_open.encoding.empty() ? "by the format" : "by " + m_open.encodingSource;
    }

    Result<void> checkTexts()
    {
        Result<void> outcome;
        eachText([&](std::string const& text, std::size_t row) {
            if (outcome && !isUtf8(text)) {
                outcome = std::unexpected{Error{ErrorCode::Encoding, "a text is not in the encoding that the file says", whereOf(row),
                                                "Say the encoding of the file."}};
            }
        });
        return outcome;
    }

    GdalLog& m_log;
    OpenLayer const& m_open;
    ReadOptions const& m_options;
    TextDecoder m_decoder;
    VectorTable m_table;
};

void decideType(VectorTable& table)
{
    bool mixed = false;
    for (auto const& row : table.rows) {
        if (row.shape.empty()) { continue; }
        mixed = mixed || (table.shapeType != ShapeType::None && table.shapeType != row.shape.type);
        table.shapeType = row.shape.type;
    }
    if (mixed) { table.shapeType = ShapeType::None; }
}

/// The table of one source; nullopt where the source has no such layer.
Result<std::optional<VectorTable>> tableOf(GdalLog& log, std::string const& source, std::string const& layer, ReadOptions const& options)
{
    auto const finish = [&](VectorTable table, OGRSpatialReferenceH srs) -> Result<std::optional<VectorTable>> {
        decideType(table);
        if (auto ok = bringToCgcs2000(log, srs, options, table); !ok) { return std::unexpected{std::move(ok.error())}; }
        return std::optional{std::move(table)};
    };
    if (isTextTable(source)) {
        if (!layer.empty() && layer != textTableName(source)) { return std::nullopt; }
        auto table = readTextTable(log, source, options);
        if (!table) { return std::unexpected{std::move(table.error())}; }
        return finish(std::move(*table), nullptr);
    }
    // Which row is the header is decided here. GDAL 3.10 obeys open options on the first sheet alone.
    ThreadConfig const asText{isSpreadsheet(source) ? std::vector<std::string>{"OGR_XLSX_HEADERS=DISABLE", "OGR_XLSX_FIELD_TYPES=STRING",
                                                                               "OGR_ODS_HEADERS=DISABLE", "OGR_ODS_FIELD_TYPES=STRING"}
                                                    : std::vector<std::string>{}};
    auto const open = openSource(log, source, layer, options);
    if (!open) { return std::unexpected{open.error()}; }
    if (open->layer == nullptr) { return std::nullopt; }
    auto table = TableReader{log, *open, options}.read();
    if (!table) { return std::unexpected{std::move(table.error())}; }
    return finish(std::move(*table), OGR_L_GetSpatialRef(open->layer));
}

Result<VectorTable> tableOf(GdalLog& log, std::filesystem::path const& path, std::string const& layer, ReadOptions const& options)
{
    auto const sources = sourcesOf(log, path);
    if (!sources) { return std::unexpected{sources.error()}; }
    std::optional<Error> broken;
    for (auto const& source : *sources) {
        bool const byFile = sources->size() > 1 && layer == partName(source);
        auto table = tableOf(log, source, byFile ? std::string{} : layer, options);
        if (table && *table) { return std::move(**table); }
        if (!table && !broken) { broken = std::move(table.error()); }
    }
    if (broken) { return std::unexpected{std::move(*broken)}; }
    std::string names;
    if (auto const all = layerNames(path)) {
        for (auto const& name : *all) { names += (names.empty() ? "" : ", ") + name; }
    }
    if (layer.empty()) { return fail(ErrorCode::FileFormat, "the file has no layer"); }
    return fail(ErrorCode::NotFound, "no layer " + layer, "The file has: " + names);
}

} // namespace

std::size_t VectorTable::column(std::string_view field) const noexcept
{
    auto const same = [](char l, char r) {
        auto const low = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
        return low(l) == low(r);
    };
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (std::ranges::equal(fields[i].name, field, same)) { return i; }
    }
    return npos;
}

Result<VectorTable> readTable(std::filesystem::path const& path, std::string const& layer, ReadOptions const& options)
{
    GdalLog log;
    auto table = tableOf(log, path, layer, options);
    if (!table) { return std::unexpected{std::move(table.error()).at(path.filename().string())}; }
    return table;
}

Result<std::vector<std::string>> layerNames(std::filesystem::path const& path)
{
    GdalLog log;
    auto const sources = sourcesOf(log, path);
    if (!sources) { return std::unexpected{Error{sources.error()}.at(path.filename().string())}; }
    std::vector<std::string> names;
    for (auto const& source : *sources) {
        if (isTextTable(source)) {
            names.push_back(sources->size() > 1 ? partName(source) : textTableName(source));
            continue;
        }
        auto const dataset = openForReading(log, source);
        if (!dataset) {
            if (sources->size() > 1) { continue; } // something else in the zip
            return std::unexpected{Error{dataset.error()}.at(path.filename().string())};
        }
        int const count = GDALDatasetGetLayerCount(dataset->get());
        for (int i = 0; i < count; ++i) {
            bool const oneOfMany = sources->size() > 1 && count == 1;
            names.push_back(oneOfMany ? partName(source) : readableName(layerNameOf(GDALDatasetGetLayer(dataset->get(), i))));
        }
    }
    return names;
}

} // namespace zhengtu::geo
