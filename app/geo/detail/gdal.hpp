#pragma once

#include "core/error.hpp"
#include "geo/detail/gdal_lazy.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

/// GDAL at the door. Not for use outside app/geo.
namespace zhengtu::geo::detail {

/// Registers the drivers, once for the process.
void startGdal();

/// Keeps what GDAL says in this thread while it lives, instead of printing it.
class GdalLog {
public:
    GdalLog();
    ~GdalLog();
    GdalLog(GdalLog const&) = delete;
    GdalLog& operator=(GdalLog const&) = delete;

    [[nodiscard]] Error error(ErrorCode code, std::string what,
                              std::string cure = {}); ///< with the last failure, then forgets it
    [[nodiscard]] bool failed() const noexcept { return !m_failures.empty(); }
    [[nodiscard]] std::vector<std::string> const& warnings() const noexcept { return m_warnings; }
    void clear() noexcept; ///< but for unknownCrs
    /// The coordinate reference system that a file names and PROJ does not know; GDAL goes on as if it were WGS 84.
    [[nodiscard]] std::string const& unknownCrs() const noexcept { return m_unknownCrs; }

private:
    static void remember(CPLErr severity, CPLErrorNum number, char const* text) noexcept;
    std::vector<std::string> m_failures, m_warnings;
    std::string m_unknownCrs;
};

struct CloseDataset {
    void operator()(GDALDatasetH dataset) const noexcept { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<void, CloseDataset>;

struct DestroyFeature {
    void operator()(OGRFeatureH feature) const noexcept { OGR_F_Destroy(feature); }
};
using FeatureHandle = std::unique_ptr<std::remove_pointer_t<OGRFeatureH>, DestroyFeature>;

struct DestroyOgrGeometry {
    void operator()(OGRGeometryH geometry) const noexcept { OGR_G_DestroyGeometry(geometry); }
};
using OgrGeometry = std::unique_ptr<std::remove_pointer_t<OGRGeometryH>, DestroyOgrGeometry>;

struct ReleaseSrs {
    void operator()(OGRSpatialReferenceH srs) const noexcept { OSRRelease(srs); }
};
using Srs = std::unique_ptr<std::remove_pointer_t<OGRSpatialReferenceH>, ReleaseSrs>;

/// The EPSG code of a coordinate reference system, its own or that of one that is surely the same; 0 without one.
[[nodiscard]] int epsgOf(OGRSpatialReferenceH srs);

/// A list of "NAME=VALUE" as GDAL wants it.
class Options {
public:
    Options() = default;
    explicit Options(std::vector<std::string> const& values);
    void add(std::string const& value) { m_list.reset(CSLAddString(m_list.release(), value.c_str())); }
    [[nodiscard]] CSLConstList get() const noexcept { return m_list.get(); }

private:
    struct Destroy {
        void operator()(char** list) const noexcept { CSLDestroy(list); }
    };
    std::unique_ptr<char*, Destroy> m_list;
};

/// Opens a file (or the part of a zip) for reading, by the drivers that we trust with it. FileMissing, FileFormat.
[[nodiscard]] Result<Dataset> openForReading(GdalLog& log, std::string const& name,
                                             std::vector<std::string> const& openOptions = {});

/// What GDAL calls the vector files of a path: itself, or those inside a zip. FileMissing, FileFormat.
[[nodiscard]] Result<std::vector<std::string>> sourcesOf(GdalLog& log, std::filesystem::path const& path);

/// A name from a zip as its maker wrote it. Zips that do not say the encoding of their names are read as CP437, although those of mainland China are in
/// GB18030 and others in UTF-8; a name that CP437 could not have given stays.
[[nodiscard]] std::string readableName(std::string const& name);

/// The file of a source, without folders, readable.
[[nodiscard]] std::string partName(std::string const& source);

} // namespace zhengtu::geo::detail
