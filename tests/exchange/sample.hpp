#pragma once

#include "support/temporary_directory.hpp"
#include "exchange/exporter.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

/// Tasks of our own making, and a directory that cleans up after itself.
namespace zhengtu::exchange::testing {

inline constexpr Date asOf{std::chrono::year{2024}, std::chrono::month{6}, std::chrono::day{30}};

/// Four tasks: a point and a line; a polygon with a hole and a place that was not found; one that was not located; one without sites.
/// 7 rows: 2 points, 1 line, 1 polygon, 3 without a place. Texts longer than a DBF field, rare Han, null dates.
[[nodiscard]] std::vector<ledger::TaskRow> sampleTasks();
/// `count` tasks of one point each, with long texts.
[[nodiscard]] std::vector<ledger::TaskRow> manyTasks(int count);
[[nodiscard]] geo::Layer hotspotLayer();

using tests::TemporaryDirectory;

[[nodiscard]] std::string bytesOf(std::filesystem::path const& path);
/// Name and bytes of every file of a directory, hidden ones too.
[[nodiscard]] std::map<std::string, std::string> contents(std::filesystem::path const& directory);
[[nodiscard]] std::vector<std::string> namesIn(std::filesystem::path const& directory);

/// Options for an export into a directory, of that day.
[[nodiscard]] ExportOptions to(std::filesystem::path const& directory, Format format = Format::Shapefile);
/// The report of an export that must succeed.
ExportReport exported(std::vector<ledger::TaskRow> const& tasks, std::vector<geo::Layer> const& layers, ExportOptions const& options);
/// The report that an export left in its directory.
[[nodiscard]] nlohmann::json reportIn(std::filesystem::path const& directory);

} // namespace zhengtu::exchange::testing
