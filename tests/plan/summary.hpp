#pragma once

#include "plan/plan.hpp"

#include <filesystem>
#include <string>
#include <vector>

/// What the golden cases compare: everything that was read, without spans and ids, empty fields left out.
namespace zhengtu::plan::test {

[[nodiscard]] Plan readFile(std::filesystem::path const& file);

/// As indented JSON, one thing a line, so that a difference shows as lines.
[[nodiscard]] std::string summary(Plan const& plan);

/// JSON text in the same order and indentation, whatever it was written with.
[[nodiscard]] std::string canonical(std::string const& json);

/// The lines that differ, with - for the expected and + for the found; empty if none.
[[nodiscard]] std::string difference(std::string const& expected, std::string const& found);

} // namespace zhengtu::plan::test
