#pragma once

#include "geo/crs.hpp"
#include "geo/detail/gdal.hpp"
#include "geo/vector_file.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace zhengtu::geo::detail {

/// Writes one table by GDAL. All it is given must outlive it; it writes once.
class TableWriter {
public:
    /// `head`: the table without its rows.
    TableWriter(GdalLog& log, std::string driver, VectorTable const& head, RowSource const& rows, WriteOptions const& options)
        : m_log{log}, m_driver{std::move(driver)}, m_table{head}, m_rows{rows}, m_options{options}
    {
    }

    [[nodiscard]] Result<WriteReport> write(std::filesystem::path const& path);
    /// The files as `write` makes them, with the fields and no rows.
    [[nodiscard]] Result<WriteReport> writeEmpty(std::filesystem::path const& path);
    /// Adds the shapes to a shapefile that has none, and no table beside it.
    [[nodiscard]] Result<WriteReport> addShapes(std::filesystem::path const& path);

private:
    [[nodiscard]] Result<WriteReport> finish();
    [[nodiscard]] Error failure(std::string const& what);
    [[nodiscard]] Result<void> checkTable();
    [[nodiscard]] Result<void> open(std::filesystem::path const& path);
    [[nodiscard]] OGRwkbGeometryType layerType() const;
    [[nodiscard]] Result<void> findTransform();
    [[nodiscard]] Result<void> addLayer();
    [[nodiscard]] Result<void> addField(Field const& field);
    [[nodiscard]] Result<void> setValue(OGRFeatureH feature, int index, std::size_t column, Cell const& value);
    [[nodiscard]] Result<OgrGeometry> geometryOf(Shape const& shape);
    /// One feature serves for all rows.
    [[nodiscard]] Result<void> addRows();
    [[nodiscard]] Result<void> addRow(OGRFeatureH feature, std::size_t row);

    GdalLog& m_log;
    std::string m_driver;
    VectorTable const& m_table;
    RowSource const& m_rows;
    WriteOptions const& m_options;
    Dataset m_dataset;
    OGRLayerH m_layer = nullptr;
    std::vector<int> m_index; ///< of the fields, in the layer
    std::string m_room, m_text;
    std::optional<Transform> m_transform;
    bool m_anyShape = false;
    bool m_anyMissing = false;
    bool m_multi = false;
    bool m_transaction = false;
};

} // namespace zhengtu::geo::detail
