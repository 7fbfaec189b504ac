#include "geo/detail/row_coordinates.hpp"

#include "geo/crs.hpp"
#include "geo/detail/coordinate_sense.hpp"
#include "geo/shifted.hpp"

#include <algorithm>
#include <cmath>
#include <format>
#include <optional>
#include <utility>

namespace zhengtu::geo::detail {

namespace {

class RowCoordinates {
public:
    RowCoordinates(GdalLog& log, OGRSpatialReferenceH srs, ReadOptions const& options, VectorTable& table)
        : m_log{log}, m_srs{srs}, m_options{options}, m_table{table}
    {
    }

    Result<void> transform()
    {
        if (std::ranges::all_of(m_table.rows, [](Row const& row) { return row.shape.empty(); }) &&
            m_srs == nullptr) {
            m_table.epsg = 0;
            m_table.crsName = "none";
            m_table.crsReason = "it holds no coordinates";
            return {};
        }
        if (m_options.swapAxes) { swapAxes(); }
        auto const from = definition();
        if (!from) { return std::unexpected{from.error()}; }
        if (m_options.keepCoordinates) { return {}; }
        if (auto wrong = against(m_form, m_table.rows)) { return std::unexpected{std::move(*wrong)}; }
        if (m_form.geographic) { blameOffGlobe(); }
        auto const transform = Transform::create(*from, "EPSG:4490");
        if (!transform) { return std::unexpected{transform.error()}; }
        if (!transform->warning().empty()) {
            m_table.notes.push_back(transform->warning());
            m_table.inexactM = Transform::inexactM;
        }
        auto const shift = shiftOf(m_options.crs);
        std::size_t moved = 0;
        std::optional<Error> failed;
        for (std::size_t i = 0; i < m_table.rows.size(); ++i) {
            auto& row = m_table.rows[i];
            if (row.shape.empty()) { continue; }
            auto shape = (*transform)(std::move(row.shape));
            if (shape) {
                row.shape = shift ? unshifted(std::move(*shape), *shift) : std::move(*shape);
                ++moved;
            } else {
                blame(m_table, row, i, shape.error().detail);
                if (!failed) { failed = std::move(shape.error()).at(std::format("row {}", i + 1)); }
            }
        }
        if (failed && moved == 0) { return std::unexpected{std::move(*failed)}; }
        return {};
    }

private:
    [[nodiscard]] bool isSheet() const { return m_table.driver == "XLSX" || m_table.driver == "ODS"; }

    void identify(OGRSpatialReferenceH srs)
    {
        m_form.geographic = OSRIsGeographic(srs) != 0;
        char const* const method = OSRGetAttrValue(srs, "PROJECTION", 0);
        if (method != nullptr && std::string_view{method} == SRS_PT_TRANSVERSE_MERCATOR) {
            m_form.zone = static_cast<int>(OSRGetProjParm(srs, SRS_PP_FALSE_EASTING, 0, nullptr) / 1e6);
        }
        if (char const* const name = OSRGetName(srs)) { m_table.crsName = name; }
        m_table.epsg = epsgOf(srs);
    }

    /// What the file's coordinates are in, as PROJ reads it; empty where there is no coordinate.
    Result<std::string> definition()
    {
        if (auto const shift = shiftOf(m_options.crs)) {
            m_table.crsName = name(*shift);
            m_table.crsReason = "as said; converted";
            m_form = {.geographic = true, .zone = {}};
            return "EPSG:4490";
        }
        if (!m_options.crs.empty()) {
            Srs const said{OSRNewSpatialReference(nullptr)};
            if (OSRSetFromUserInput(said.get(), m_options.crs.c_str()) != OGRERR_NONE) {
                return std::unexpected{m_log.error(ErrorCode::Crs, "unknown coordinate reference system " + m_options.crs,
                                                   "Name it by its EPSG code, such as EPSG:4490.")};
            }
            identify(said.get());
            m_table.crsReason = "as said";
            return m_options.crs;
        }
        if (!m_log.unknownCrs().empty()) {
            return fail(ErrorCode::Crs, "the file names a coordinate reference system that is not known: " + m_log.unknownCrs(),
                        "Say which one it is (for example EPSG:4490 or EPSG:4547), as its makers know.");
        }
        if (m_srs != nullptr) {
            identify(m_srs);
            m_table.crsReason = "by the file";
            char* wkt = nullptr;
            Options const format{{"FORMAT=WKT2_2019"}};
            OSRExportToWktEx(m_srs, &wkt, format.get());
            std::unique_ptr<char, void (*)(void*)> const owned{wkt, VSIFree};
            return std::string{wkt != nullptr ? wkt : ""};
        }
        if ((m_table.driver == "CSV" || isSheet()) && areDegrees()) {
            m_table.crsName = "CGCS2000";
            m_table.crsReason = "a table of degrees; nothing says that they are shifted";
            m_form = {.geographic = true, .zone = {}};
            return "EPSG:4490";
        }
        m_table.epsg = 0;
        auto const hint = crsHint(m_table.rows);
        auto const off = std::ranges::find_if_not(m_table.rows, isOnGlobe);
        auto const why = hint.empty() && off != m_table.rows.end() ? std::format(", and row {}: {}", off - m_table.rows.begin() + 1, noPosition(*offGlobe(off->shape))) : std::string{};
        return fail(ErrorCode::Crs, "the file does not say its coordinate reference system" + why,
                    hint.empty() ? "Say it (for example EPSG:4490 or EPSG:4547), or add the .prj that belongs to it." : hint);
    }

    /// The first vertex of a shape that is not on the globe, or no number.
    static std::optional<LonLat> offGlobe(Shape const& shape)
    {
        auto const within = [](LonLat at) { return std::abs(at.lon) <= 180 && std::abs(at.lat) <= 90; };
        auto const firstOff = [&](Path const& path) -> std::optional<LonLat> {
            auto const found = std::ranges::find_if_not(path, within);
            return found == path.end() ? std::nullopt : std::optional{*found};
        };
        for (auto const& part : shape.parts) {
            if (auto const at = firstOff(part.outline)) { return at; }
            for (auto const& hole : part.holes) {
                if (auto const at = firstOff(hole)) { return at; }
            }
        }
        return std::nullopt;
    }
    static bool isOnGlobe(Row const& row) { return !offGlobe(row.shape); }
    static std::string noPosition(LonLat at) { return std::format("longitude {:g}, latitude {:g} is no position", at.lon, at.lat); }

    /// Nine of ten rows, and all but one of few: a slip in one row does not make the others metres.
    [[nodiscard]] bool areDegrees() const
    {
        auto const all = static_cast<std::size_t>(std::ranges::count_if(m_table.rows, [](Row const& row) { return !row.shape.empty(); }));
        auto const off = m_table.rows.size() - static_cast<std::size_t>(std::ranges::count_if(m_table.rows, isOnGlobe));
        return 10 * off <= all || (off == 1 && all > 2);
    }

    void blameOffGlobe()
    {
        for (std::size_t i = 0; i < m_table.rows.size(); ++i) {
            if (auto const at = offGlobe(m_table.rows[i].shape)) { blame(m_table, m_table.rows[i], i, noPosition(*at)); }
        }
    }

    void swapAxes()
    {
        auto const swap = [](Path& path) {
            for (auto& at : path) { std::swap(at.lon, at.lat); }
        };
        for (auto& row : m_table.rows) {
            for (auto& part : row.shape.parts) {
                swap(part.outline);
                for (auto& hole : part.holes) { swap(hole); }
            }
        }
    }

    GdalLog& m_log;
    OGRSpatialReferenceH m_srs;
    ReadOptions const& m_options;
    VectorTable& m_table;
    CrsForm m_form;
};

} // namespace

void blame(VectorTable& table, Row& row, std::size_t index, std::string why)
{
    table.notes.push_back(std::format("row {}: {}", index + 1, why));
    row.fault = std::move(why);
    row.shape = {};
}

Result<void> bringToCgcs2000(GdalLog& log, OGRSpatialReferenceH srs, ReadOptions const& options, VectorTable& table)
{
    return RowCoordinates{log, srs, options, table}.transform();
}

} // namespace zhengtu::geo::detail
