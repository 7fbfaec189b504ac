#pragma once

#include "support/temporary_directory.hpp"
#include "ledger/ledger.hpp"

#include <filesystem>
#include <string>

/// Plans of our own making, built in memory, and a directory that cleans up after itself.
namespace zhengtu::ledger::testing {

/// A plan with two problems: one of two measures (a point and a reach of a river, one site unlocated), one without measures.
/// `variant` changes the first measure; the id depends on `region` alone.
[[nodiscard]] PlanRecord sampleRecord(std::string const& region, std::string const& variant = {});
/// The same with `problems` problems of two measures each.
[[nodiscard]] PlanRecord largeRecord(std::string const& region, int problems, std::string const& variant = {});
[[nodiscard]] geo::Layer sampleLayer();

inline constexpr Date asOf{std::chrono::year{2024}, std::chrono::month{6}, std::chrono::day{30}};

using tests::TemporaryDirectory;

/// Whole contents; fails the test when it cannot be read.
[[nodiscard]] std::string bytesOf(std::filesystem::path const& path);

/// Runs SQL on a file by the C API and gives the first column of the rows, joined by '|'; the message on an error.
[[nodiscard]] std::string sql(std::filesystem::path const& path, std::string const& statement);

} // namespace zhengtu::ledger::testing
