#include "geo/vector_file.hpp"

#include "core/resources.hpp"
#include "geo/detail/dbf_file.hpp"
#include "geo/detail/gdal.hpp"
#include "geo/detail/table_writer.hpp"
#include "geo/detail/thread_config.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <format>
#include <future>
#include <optional>

namespace zhengtu::geo {

namespace {

using namespace detail;

/// The rows of a table that is in memory.
class RowsOfTable : public RowSource {
public:
    explicit RowsOfTable(VectorTable const& table) : m_table{table} {}
    [[nodiscard]] std::size_t size() const override { return m_table.rows.size(); }
    [[nodiscard]] Shape const& shape(std::size_t row) const override { return m_table.rows[row].shape; }
    [[nodiscard]] Cell cell(std::size_t row, std::size_t field, std::string&) const override { return lent(m_table.rows[row].values[field]); }
    [[nodiscard]] std::int64_t fid(std::size_t row) const override { return m_table.rows[row].fid; }

private:
    VectorTable const& m_table;
};

/// Waits for the work of another thread, which `stop` ends.
template <class T> T awaited(std::future<T>& work, GoOn const& goOn, std::atomic<bool>& stop)
{
    while (goOn && work.wait_for(std::chrono::milliseconds{20}) != std::future_status::ready) {
        if (!goOn(0.99)) { stop = true; }
    }
    return work.get();
}

/// A shapefile in UTF-8 is written in steps, because GDAL sets down its table one value at a time: GDAL makes the set without rows, with the fields
/// and whatever is wrong with them; then GDAL adds the shapes while fillDbf makes the table beside it. Nothing where a value does not fit: GDAL then
/// says so.
Result<std::optional<WriteReport>> writeShapefile(std::filesystem::path const& path, VectorTable const& head, RowSource const& rows, WriteOptions const& options)
{
    auto const beside = [&](char const* ending) { return std::filesystem::path{path}.replace_extension(ending); };
    auto const table = beside(".dbf"), aside = beside(".dbf.aside");
    {
        GdalLog log;
        if (auto report = TableWriter{log, "ESRI Shapefile", head, rows, options}.writeEmpty(path); !report) { return std::unexpected{std::move(report.error())}; }
    }
    auto const empty = readFile(table);
    if (!empty) { return std::unexpected{empty.error()}; }
    std::error_code ignored;
    std::filesystem::remove(table, ignored); // what is not there GDAL does not fill
    std::atomic<bool> stop{false};
    auto shapes = std::async(std::launch::async, [&]() -> Result<WriteReport> {
        ThreadConfig const config{options.configOptions};
        GdalLog log;
        VectorTable const bare{.name = head.name, .shapeType = head.shapeType, .epsg = head.epsg, .crsName = {}, .fields = {}, .rows = {}, .driver = {}, .encoding = {}, .encodingReason = {}, .crsReason = {}, .notes = {}};
        WriteOptions const noAsking{.datasetOptions = {}, .layerOptions = {}, .configOptions = {}, .append = false, .goOn = [&](double) { return !stop; }};
        return TableWriter{log, "ESRI Shapefile", bare, rows, noAsking}.addShapes(path);
    });
    auto const filled = fillDbf(aside, *empty, head, rows, options.goOn);
    if (!filled || !*filled) { stop = true; }
    auto report = awaited(shapes, options.goOn, stop);
    if (!filled) { return std::unexpected{filled.error()}; }
    if (!*filled) {
        std::filesystem::remove(aside, ignored);
        for (auto const* const ending : {".shp", ".shx", ".prj", ".cpg"}) { std::filesystem::remove(beside(ending), ignored); }
        return std::nullopt;
    }
    if (!report) { return std::unexpected{std::move(report.error())}; }
    std::filesystem::rename(aside, table, ignored);
    if (ignored) { return fail(ErrorCode::Storage, "writing " + table.filename().string() + " failed: " + ignored.message(), "Check the space and the rights where it is written."); }
    return std::optional{std::move(*report)};
}

} // namespace

Result<WriteReport> writeTable(std::string const& driver, std::filesystem::path const& path, VectorTable const& table,
                               WriteOptions const& options)
{
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        if (auto const values = table.rows[i].values.size(); values != table.fields.size()) {
            return fail(ErrorCode::Usage, std::format("row {} has {} values for {} fields", i + 1, values, table.fields.size()));
        }
    }
    return writeTable(driver, path, table, RowsOfTable{table}, options);
}

Result<WriteReport> writeTable(std::string const& driver, std::filesystem::path const& path, VectorTable const& head,
                               RowSource const& rows, WriteOptions const& options)
{
    ThreadConfig const config{options.configOptions};
    auto const named = [&](Error error) { return std::unexpected{std::move(error).at(path.filename().string())}; };
    if (driver == "ESRI Shapefile" && path.extension() == ".shp" && !options.append && !head.fields.empty() && std::ranges::contains(options.layerOptions, "ENCODING=UTF-8")) {
        auto report = writeShapefile(path, head, rows, options);
        if (!report) { return named(std::move(report.error())); }
        if (*report) { return std::move(**report); }
    }
    GdalLog log;
    auto report = TableWriter{log, driver, head, rows, options}.write(path);
    if (!report) { return named(std::move(report.error())); }
    return report;
}

} // namespace zhengtu::geo
