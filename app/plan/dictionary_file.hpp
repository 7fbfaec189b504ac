#pragma once

#include "core/error.hpp"
#include "plan/dictionary.hpp"
#include "plan/plan.hpp"

#include <array>
#include <filesystem>

namespace zhengtu::plan {

/// What dictionaries there are: the names of the shipped files without .toml.
constexpr std::array<char const*, 7> dictionaryNames{"labels", "units", "categories", "statuses", "deadlines", "sentences", "rules"};

/// Adds one file to a dictionary. Which one it is of says its key `dictionary`, else its name (labels.toml, my-labels.toml).
/// PlanFormat with file and line: broken TOML, an unknown key or class, a value of another type, a label twice in one file.
[[nodiscard]] Result<void> readDictionaryFile(std::filesystem::path const& path, Dictionary& dictionary);

} // namespace zhengtu::plan
