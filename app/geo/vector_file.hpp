#pragma once

#include "core/error.hpp"
#include "core/go_on.hpp"
#include "geo/shape.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

/// Vector files of any kind, through GDAL, as plain tables. Every function may be called from any thread; nothing is printed;
/// nothing is fetched from a network.
namespace zhengtu::geo {

enum class FieldType : std::uint8_t {
    Text,
    Integer,
    Real,
    Date, ///< its values are texts, "2018-06-30"
};

struct Field {
    std::string name;
    FieldType type = FieldType::Text;
    int width = 0;     ///< bytes or digits where the format has a limit; 0: the format's own
    int precision = 0; ///< digits after the point
    std::string alias; ///< a longer name, where the format has one (GeoPackage)
};

using Value = std::variant<std::monostate, std::string, std::int64_t, double>; ///< monostate: null

/// A value that is lent: its text lies elsewhere.
using Cell = std::variant<std::monostate, std::string_view, std::int64_t, double>;
[[nodiscard]] Cell lent(Value const& value);
[[nodiscard]] Value kept(Cell const& cell);

struct Row {
    std::vector<Value> values; ///< one for each field
    Shape shape;               ///< empty where there is none
    std::int64_t fid = -1;     ///< the file's own number of the row, where read
    std::string fault{};       ///< read: why there is no shape although the file has one ("self-contradicting coordinates ...")
    std::string mended{};      ///< read: what had to be done so that there is a shape ("a ring was not closed")
};

struct VectorTable {
    std::string name;                      ///< of the layer
    ShapeType shapeType = ShapeType::None; ///< of the rows; None: no geometry, or, read from a file, several types
    int epsg = 4490;                       ///< to write: the CRS of the file. Read: that of the file, 0 if it has no code
    std::string crsName;                   ///< read: as the file names it
    std::vector<Field> fields;
    std::vector<Row> rows; ///< shapes in degrees of CGCS2000, longitude first, whatever the file has
    std::string driver;    ///< read: GDAL's short name of the format
    std::string encoding;  ///< read: what texts were in ("UTF-8", "GB18030", "CP936")
    std::string encodingReason; ///< read: how that is known: by its .cpg, by the texts themselves, as said
    std::string crsReason;      ///< read: likewise of the CRS
    double inexactM = 0;        ///< read: how far positions may be off because no exact shift from the file's datum is known
    std::vector<std::string>
        notes; ///< read: what could not be taken over ("row 14: one geometry mixes ..."), what is uncertain

    [[nodiscard]] std::size_t column(std::string_view field) const noexcept; ///< its number, ASCII case aside; npos if none
    static constexpr std::size_t npos = static_cast<std::size_t>(-1);
};

struct ReadOptions {
    std::string crs;              ///< for a file that does not say its own: "EPSG:4547", WKT; "gcj02" and "bd09" are converted
    std::string encoding;         ///< instead of what the file says or what is found out: "GB18030"
    bool swapAxes = false;        ///< the file has latitude before longitude, or northing before easting
    bool keepCoordinates = false; ///< leave shapes in the file's CRS (to verify what was written); `lon` holds x
};

/// Reads GeoJSON, GeoPackage, shapefile, KML and KMZ, CSV and spreadsheets (XLSX, ODS; a column of WKT, or two of longitude and
/// latitude or easting and northing, or one of both, also in degrees, minutes and seconds; the header is the first of six rows that names such
/// columns; text in UTF-8, UTF-16 or GB18030, cells between commas, semicolons, tabs or bars), FlatGeobuf, GPX, DXF, MapInfo;
/// also inside a zip. `layer` empty: the first. What a shapefile's texts are in: as said, else its .cpg or language driver unless
/// the texts are proof that it lies, else UTF-8 if all are that, else GB18030. A CSV has no CRS: its positions must be degrees, or
/// ReadOptions::crs says what they are. Coordinates that cannot be what the CRS says (latitude before longitude, metres for
/// degrees, an easting with the number of another zone) are a Crs error whose cure names what they look like. A row whose
/// geometry cannot be read stays, without it, with a note and Row::fault. A table with a longitude alone or with
/// coordinates shifted for web maps is a FileFormat error with the columns, unless ReadOptions::crs says which shift. Errors:
/// FileMissing, FileFormat, Encoding, NotFound (layer), Crs (none said, unknown, or against the coordinates).
[[nodiscard]] Result<VectorTable> readTable(std::filesystem::path const& path, std::string const& layer = {},
                                            ReadOptions const& options = {});

/// Names of the layers in their order; those of several files in a zip are "file.shp" where one file is one layer.
[[nodiscard]] Result<std::vector<std::string>> layerNames(std::filesystem::path const& path);

/// Rows that are told when they are asked for, so that a large table is not in memory once for each file. Constant: several threads may ask.
class RowSource {
public:
    virtual ~RowSource() = default;
    [[nodiscard]] virtual std::size_t size() const = 0;
    [[nodiscard]] virtual Shape const& shape(std::size_t row) const = 0;
    /// The value of a field; `room` holds a text that is nowhere else. Good until `room` is used again or the source ends.
    [[nodiscard]] virtual Cell cell(std::size_t row, std::size_t field, std::string& room) const = 0;
    [[nodiscard]] virtual std::int64_t fid(std::size_t /*row*/) const { return -1; }
};

/// GDAL's options as "NAME=VALUE".
struct WriteOptions {
    std::vector<std::string> datasetOptions;
    std::vector<std::string> layerOptions; ///< "ENCODING=UTF-8", "RFC7946=YES", "DBF_DATE_LAST_UPDATE=2024-01-01"
    std::vector<std::string>
        configOptions;   ///< for the duration of the call, in this thread: "OGR_CURRENT_DATE=2024-01-01T00:00:00Z"
    bool append = false; ///< add the layer to a file that is there
    GoOn goOn{};
};

struct WriteReport {
    std::size_t rows = 0;
    std::vector<std::string> warnings; ///< GDAL's own, such as of cut texts
};

/// Writes one layer ("ESRI Shapefile", "GPKG", "GeoJSON", "CSV", "KML", "FlatGeobuf"); shapes are transformed from degrees to
/// `table.epsg`. Points are written as points where each row has one, lines and polygons as multi where the format tells them
/// apart. In place: write to a temporary name and rename. Errors: FileExists (unless append), Storage (also when a field would
/// be renamed or dropped, or a value does not fit), Usage (a shape of another type than the table's, an unknown driver), Crs.
[[nodiscard]] Result<WriteReport> writeTable(std::string const& driver, std::filesystem::path const& path,
                                             VectorTable const& table, WriteOptions const& options = {});
/// The same with rows from elsewhere: `head` is the table without them.
[[nodiscard]] Result<WriteReport> writeTable(std::string const& driver, std::filesystem::path const& path, VectorTable const& head,
                                             RowSource const& rows, WriteOptions const& options = {});

struct ReadBackOptions {
    unsigned threads = 1; ///< each opens the file; more than one pays for shapefiles alone
    GoOn goOn{};          ///< asked in the thread that called
};

/// Opens a file that was just written, with GDAL, and compares all of it with what it should hold: names and kinds of fields, CRS, number of
/// rows, every value; of every point its position, of other shapes type, extent and number of vertices. Errors: Storage with the first
/// difference; Cancelled.
[[nodiscard]] Result<void> readBack(std::filesystem::path const& path, std::string const& layer, VectorTable const& head,
                                    RowSource const& rows, ReadBackOptions const& options = {});

} // namespace zhengtu::geo
