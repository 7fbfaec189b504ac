#pragma once

#include "core/span.hpp"
#include "plan/plan.hpp"
#include "plan/rule_words.hpp"
#include "text/document.hpp"

#include <string_view>
#include <vector>

namespace zhengtu::plan {

/// The spatial rules that a document lays down, each once, waiting for confirmation; the plan must be numbered. Looked for where a
/// document demands: not in the texts of problems and not in `lookBack` (stretches of the normalised text that tell what was).
void readRules(Plan& plan, text::NormalText const& normal, RuleWords const& words, std::vector<Span> const& lookBack);

/// What the document states of distances, of how many stand in an area, and of areas; not where a rule was read. After readRules.
void readClaims(Plan& plan, text::NormalText const& normal, RuleWords const& words);

/// Where a sentence begins behind its number and label (2. 整改目标：).
[[nodiscard]] std::size_t sentenceBegin(std::u32string_view text, std::size_t begin, std::size_t end) noexcept;

struct Owner {
    Problem const* problem = nullptr;
    Task const* task = nullptr;
    [[nodiscard]] std::string id() const { return task != nullptr ? task->id : problem != nullptr ? problem->id : std::string{}; }
};

/// The problem, and the task of it, whose text holds a stretch of the source; nothing outside of them.
[[nodiscard]] Owner ownerOf(Plan const& plan, Span source);

} // namespace zhengtu::plan
