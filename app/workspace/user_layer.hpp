#pragma once

#include "core/error.hpp"
#include "geo/feature.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zhengtu::workspace {

/// What a user says of a file that is to become a layer. Only `file` and `kind` must be said.
struct UserLayerRequest {
    std::filesystem::path file;
    std::string layer;      ///< of the file; empty: the first that has rows
    std::string kind;       ///< one of userLayerKinds()
    std::string id, title;  ///< empty: from the file's name
    std::string nameField;  ///< empty: the field that is called so (名称, name, 企业名称 ...)
    std::string zoneField;  ///< 核心区, 缓冲区, 实验区; 重点保护区, 泉域
    std::string aliasField; ///< other names, separated by ; 、 , or |
    std::string county;     ///< a field, or the name of a county for all features; empty: where the shape lies
    std::string crs;        ///< as geo::ReadOptions::crs
    std::string encoding;
    bool swapAxes = false;
    bool replace = false;   ///< all shipped features of the kind give way
    std::string date, source, licence;
    double accuracyM = 0;   ///< 0: not known
};

/// mine, reserve, spring_zone, river, road, water, monitoring_section, air_station, enterprise, wwtp, park, town, village, site, other.
[[nodiscard]] std::vector<std::string_view> const& userLayerKinds();

/// Something about one row of the file.
struct RowNote {
    std::size_t row = 0; ///< counted from 1, header not counted
    std::string id, name, reason;
};

/// What became of a file. read == kept + refused.size().
struct UserLayerReport {
    std::string format, layer, encoding, encodingReason, crs, crsReason;
    std::vector<std::string> fields;      ///< of the file, as it names them
    std::vector<std::string> otherLayers; ///< of the file, not read
    std::string nameField, zoneField, aliasField, countyField; ///< that were used
    std::size_t read = 0, kept = 0;
    std::vector<RowNote> refused;         ///< rows that are not in the layer, with why
    std::vector<RowNote> repaired;        ///< features whose geometry was made valid, with what was wrong
    std::vector<RowNote> unplaced;        ///< kept without a position
    std::vector<RowNote> doubtful;        ///< kept as they are, but a person should look: outside Shanxi, in another county than said
    std::vector<std::string> notes;       ///< of the whole file
};

struct UserLayer {
    geo::Layer layer;
    UserLayerReport report;
};

/// What a file holds, for a form that asks what the file does not say.
struct UserLayerLook {
    struct Field {
        std::string name;
        std::vector<std::string> values; ///< a few that are not alike
    };
    std::string format, layer, encoding, encodingReason, crs, crsReason;
    std::vector<std::string> layers;        ///< of the file
    std::vector<Field> fields;
    std::size_t rows = 0;
    std::string kind, nameField, zoneField, countyField; ///< as guessed; empty: nothing speaks for one
    std::optional<Error> crsFault;          ///< the CRS must be said (or another one, or the axes swapped): why, with the cure
};

/// Looks at a file without taking it in; of the request, file, layer, CRS, encoding and axes count. Errors as geo::readTable
/// but Crs, which is told in the look.
[[nodiscard]] Result<UserLayerLook> lookAtUserLayer(UserLayerRequest const& request);

/// The kind that a file's name speaks of (清徐煤矿.shp: mine); empty where it speaks of none.
[[nodiscard]] std::string kindByFileName(std::filesystem::path const& file);

/// Reads a file as a layer of the ledger. `base`: the layers that ship, for the counties. Errors as geo::readTable; Usage (an
/// unknown kind or county, an id of a shipped layer, a zone field of a kind without zones); NotFound (a field, with those that
/// there are); FileFormat where no row can be kept.
[[nodiscard]] Result<UserLayer> readUserLayer(UserLayerRequest const& request, std::vector<geo::Layer> const& base);

} // namespace zhengtu::workspace
