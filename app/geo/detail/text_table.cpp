#include "geo/detail/text_table.hpp"

#include "geo/detail/delimited_text.hpp"
#include "geo/detail/place_table.hpp"
#include "geo/detail/text_decoder.hpp"
#include "geo/shifted.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <utility>

namespace zhengtu::geo::detail {

namespace {

/// Through GDAL, because the file may be a part of a zip.
Result<std::string> bytesOf(GdalLog& log, std::string const& source)
{
    GByte* data = nullptr;
    vsi_l_offset size = 0;
    int const done = VSIIngestFile(nullptr, source.c_str(), &data, &size, -1);
    std::unique_ptr<GByte, void (*)(void*)> const owned{data, VSIFree};
    if (done == 0) { return std::unexpected{log.error(ErrorCode::FileMissing, "cannot read the file", "Check the right to read it.")}; }
    return std::string{reinterpret_cast<char const*>(data), static_cast<std::size_t>(size)};
}

} // namespace

bool isTextTable(std::string const& source)
{
    auto extension = std::filesystem::path{source}.extension().string();
    std::ranges::transform(extension, extension.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return extension == ".csv" || extension == ".tsv";
}

std::string textTableName(std::string const& source) { return std::filesystem::path{source}.stem().string(); }

Result<VectorTable> readTextTable(GdalLog& log, std::string const& source, ReadOptions const& options)
{
    auto bytes = bytesOf(log, source);
    if (!bytes) { return std::unexpected{std::move(bytes.error())}; }
    if (bytes->empty()) { return fail(ErrorCode::FileFormat, "the file is empty"); }
    auto decoded = decodedText(log, std::move(*bytes), options.encoding);
    if (!decoded) { return std::unexpected{std::move(decoded.error())}; }
    auto text = delimited(decoded->text);
    if (!text) { return std::unexpected{std::move(text.error())}; }
    VectorTable table;
    table.driver = "CSV";
    table.name = textTableName(source);
    table.encoding = std::move(decoded->encoding);
    table.encodingReason = std::move(decoded->reason);
    for (auto& record : text->records) {
        Row row;
        row.fid = static_cast<std::int64_t>(record.line);
        for (auto& cell : record.cells) { row.values.push_back(cell.empty() ? Value{} : Value{std::move(cell)}); }
        table.rows.push_back(std::move(row));
    }
    if (auto ok = placeTable(table, shiftOf(options.crs).has_value(), Overhang::Fault); !ok) { return std::unexpected{std::move(ok.error())}; }
    return table;
}

} // namespace zhengtu::geo::detail
