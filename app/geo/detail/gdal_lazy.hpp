#pragma once

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <gdal.h>
#include <gdal_alg.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <atomic>

/// GDAL loaded when its first function is called. It brings 140 libraries with it, and linking them took most of the start of commands
/// that never read or write a vector file. The names below hide the functions of GDAL inside this namespace, so calls are written as ever;
/// one that is missing here does not link.
namespace zhengtu::geo {

namespace detail {

/// The function of that name. Throws std::runtime_error that says what is missing where GDAL cannot be loaded.
[[nodiscard]] void* gdalFunction(char const* name);

template <class Function> class Lazy;
template <class Answer, class... Arguments> class Lazy<Answer (*)(Arguments...)> {
public:
    using Function = Answer (*)(Arguments...);
    explicit constexpr Lazy(char const* name) noexcept : m_name{name} {}
    Answer operator()(Arguments... arguments) const { return static_cast<Function>(*this)(arguments...); }
    operator Function() const // NOLINT(google-explicit-constructor): stands for the function where its address is taken
    {
        auto function = m_function.load(std::memory_order_acquire);
        if (function == nullptr) {
            function = reinterpret_cast<Function>(gdalFunction(m_name));
            m_function.store(function, std::memory_order_release);
        }
        return function;
    }

private:
    char const* m_name;
    mutable std::atomic<Function> m_function{nullptr};
};

} // namespace detail

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wignored-attributes" // a function's "use my answer" is lost in its type
#define ZHENGTU_GDAL(name) inline constinit detail::Lazy<decltype(&::name)> const name{#name};
ZHENGTU_GDAL(CPLErrorReset)
ZHENGTU_GDAL(CPLGetErrorHandlerUserData)
ZHENGTU_GDAL(CPLGetThreadLocalConfigOption)
ZHENGTU_GDAL(CPLPopErrorHandler)
ZHENGTU_GDAL(CPLPushErrorHandlerEx)
ZHENGTU_GDAL(CPLRecode)
ZHENGTU_GDAL(CPLSetThreadLocalConfigOption)
ZHENGTU_GDAL(CPLStrtod)
ZHENGTU_GDAL(CSLAddString)
ZHENGTU_GDAL(CSLDestroy)
ZHENGTU_GDAL(GDALAllRegister)
ZHENGTU_GDAL(GDALClose)
ZHENGTU_GDAL(GDALContourGenerateEx)
ZHENGTU_GDAL(GDALCreate)
ZHENGTU_GDAL(GDALCreateCopy)
ZHENGTU_GDAL(GDALDatasetCommitTransaction)
ZHENGTU_GDAL(GDALDatasetCreateLayer)
ZHENGTU_GDAL(GDALDatasetGetLayer)
ZHENGTU_GDAL(GDALDatasetGetLayerByName)
ZHENGTU_GDAL(GDALDatasetGetLayerCount)
ZHENGTU_GDAL(GDALDatasetStartTransaction)
ZHENGTU_GDAL(GDALGetDatasetDriver)
ZHENGTU_GDAL(GDALGetDriverByName)
ZHENGTU_GDAL(GDALGetDriverShortName)
ZHENGTU_GDAL(GDALGetMetadataItem)
ZHENGTU_GDAL(GDALGetRasterBand)
ZHENGTU_GDAL(GDALOpenEx)
ZHENGTU_GDAL(GDALRasterIO)
ZHENGTU_GDAL(GDALSetDescription)
ZHENGTU_GDAL(GDALSetGeoTransform)
ZHENGTU_GDAL(GDALSetMetadataItem)
ZHENGTU_GDAL(GDALSetProjection)
ZHENGTU_GDAL(GDALSetRasterNoDataValue)
ZHENGTU_GDAL(OGR_FD_GetFieldCount)
ZHENGTU_GDAL(OGR_FD_GetFieldDefn)
ZHENGTU_GDAL(OGR_F_Create)
ZHENGTU_GDAL(OGR_F_Destroy)
ZHENGTU_GDAL(OGR_F_GetFID)
ZHENGTU_GDAL(OGR_F_GetFieldAsDateTime)
ZHENGTU_GDAL(OGR_F_GetFieldAsDouble)
ZHENGTU_GDAL(OGR_F_GetFieldAsISO8601DateTime)
ZHENGTU_GDAL(OGR_F_GetFieldAsInteger)
ZHENGTU_GDAL(OGR_F_GetFieldAsInteger64)
ZHENGTU_GDAL(OGR_F_GetFieldAsString)
ZHENGTU_GDAL(OGR_F_GetFieldAsStringList)
ZHENGTU_GDAL(OGR_FD_GetFieldIndex)
ZHENGTU_GDAL(OGR_F_GetGeometryRef)
ZHENGTU_GDAL(OGR_F_IsFieldSetAndNotNull)
ZHENGTU_GDAL(OGR_F_SetFID)
ZHENGTU_GDAL(OGR_F_SetFieldDateTime)
ZHENGTU_GDAL(OGR_F_SetFieldDouble)
ZHENGTU_GDAL(OGR_F_SetFieldInteger64)
ZHENGTU_GDAL(OGR_F_SetFieldNull)
ZHENGTU_GDAL(OGR_F_SetFieldString)
ZHENGTU_GDAL(OGR_F_SetGeometryDirectly)
ZHENGTU_GDAL(OGR_Fld_Create)
ZHENGTU_GDAL(OGR_Fld_Destroy)
ZHENGTU_GDAL(OGR_Fld_GetAlternativeNameRef)
ZHENGTU_GDAL(OGR_Fld_GetNameRef)
ZHENGTU_GDAL(OGR_Fld_GetPrecision)
ZHENGTU_GDAL(OGR_Fld_GetType)
ZHENGTU_GDAL(OGR_Fld_GetWidth)
ZHENGTU_GDAL(OGR_Fld_SetAlternativeName)
ZHENGTU_GDAL(OGR_Fld_SetPrecision)
ZHENGTU_GDAL(OGR_Fld_SetWidth)
ZHENGTU_GDAL(OGR_G_Clone)
ZHENGTU_GDAL(OGR_G_CloseRings)
ZHENGTU_GDAL(OGR_G_CreateFromWkbEx)
ZHENGTU_GDAL(OGR_G_CreateGeometry)
ZHENGTU_GDAL(OGR_G_DestroyGeometry)
ZHENGTU_GDAL(OGR_G_ExportToIsoWkb)
ZHENGTU_GDAL(OGR_G_GetGeometryRef)
ZHENGTU_GDAL(OGR_G_GetGeometryType)
ZHENGTU_GDAL(OGR_G_GetLinearGeometry)
ZHENGTU_GDAL(OGR_G_GetX)
ZHENGTU_GDAL(OGR_G_GetY)
ZHENGTU_GDAL(OGR_G_HasCurveGeometry)
ZHENGTU_GDAL(OGR_G_SetPoint_2D)
ZHENGTU_GDAL(OGR_G_WkbSizeEx)
ZHENGTU_GDAL(OGR_L_CreateFeature)
ZHENGTU_GDAL(OGR_L_CreateField)
ZHENGTU_GDAL(OGR_L_GetFeatureCount)
ZHENGTU_GDAL(OGR_L_GetGeomType)
ZHENGTU_GDAL(OGR_L_GetLayerDefn)
ZHENGTU_GDAL(OGR_L_GetName)
ZHENGTU_GDAL(OGR_L_GetNextFeature)
ZHENGTU_GDAL(OGR_L_GetSpatialRef)
ZHENGTU_GDAL(OGR_L_ResetReading)
ZHENGTU_GDAL(OGR_L_SetNextByIndex)
ZHENGTU_GDAL(OSRExportToWktEx)
ZHENGTU_GDAL(OSRFindMatches)
ZHENGTU_GDAL(OSRFreeSRSArray)
ZHENGTU_GDAL(OSRGetAttrValue)
ZHENGTU_GDAL(OSRGetAuthorityCode)
ZHENGTU_GDAL(OSRGetAuthorityName)
ZHENGTU_GDAL(OSRGetName)
ZHENGTU_GDAL(OSRGetProjParm)
ZHENGTU_GDAL(OSRImportFromEPSG)
ZHENGTU_GDAL(OSRIsGeographic)
ZHENGTU_GDAL(OSRNewSpatialReference)
ZHENGTU_GDAL(OSRRelease)
ZHENGTU_GDAL(OSRSetAxisMappingStrategy)
ZHENGTU_GDAL(OSRSetFromUserInput)
ZHENGTU_GDAL(OSRSetPROJEnableNetwork)
ZHENGTU_GDAL(VSIFree)
ZHENGTU_GDAL(VSIIngestFile)
ZHENGTU_GDAL(VSIReadDirRecursive)
#undef ZHENGTU_GDAL
#pragma GCC diagnostic pop

} // namespace zhengtu::geo
