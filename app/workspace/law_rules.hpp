#pragma once

#include "core/error.hpp"
#include "plan/rule.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace zhengtu::workspace {

/// A rule of a law that ships, or that a user wrote down (docs/formats/rules.md). Its state is confirmed: a law needs no one's consent.
struct LawRule {
    plan::Rule rule;
    std::string law, article, version;
    bool abridged = false; ///< the quote is put together from the law's words
};

/// The rules of one file. PlanFormat names file and line; NotFound names a class that the vocabulary does not have.
[[nodiscard]] Result<std::vector<LawRule>> readLawRules(std::filesystem::path const& file);

/// All files of geodata/rules, by name.
[[nodiscard]] Result<std::vector<LawRule>> shippedLawRules();

} // namespace zhengtu::workspace
