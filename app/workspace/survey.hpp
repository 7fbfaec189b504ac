#pragma once

#include "text/document.hpp"
#include "workspace/workspace.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zhengtu::workspace {

/// What findings stand on: a ledger with its plans as they read, its tasks as people have corrected them, and the map as it sees it.
struct Survey {
    Atlas atlas;                             ///< with the user's layers
    std::vector<geo::Layer> layers;          ///< those that ship with the ledger's over them, without results of earlier runs
    std::vector<ledger::PlanRecord> plans;   ///< in the ledger's order, read again from their text
    std::vector<ledger::TaskRow> tasks;
    std::vector<ledger::RuleRow> rules;      ///< with what people decided

    /// Features of a kind, by the feature or by its layer.
    [[nodiscard]] std::vector<geo::Feature const*> features(std::string_view kind) const;
    /// Whether a user's layer of that kind replaces all others: only then there are no more than those at hand.
    [[nodiscard]] bool isComplete(std::string_view kind) const;
    /// The counties of the city or county that issued a plan.
    [[nodiscard]] std::vector<place::Entry const*> countiesOf(plan::Plan const& plan) const;
    /// The sentence of a plan that holds a stretch of its source, normalised, line breaks left out.
    [[nodiscard]] std::string sentence(std::size_t plan, Span span) const;
    /// The clause of that sentence, between its commas and colons.
    [[nodiscard]] std::string clause(std::size_t plan, Span span) const;
    /// What follows a stretch up to the next mark of any kind, at most `most` characters.
    [[nodiscard]] std::string after(std::size_t plan, Span span, std::size_t most) const;

    std::vector<text::NormalText> texts;     ///< of each plan, normalised, for `sentence`
};

/// Reads all of it. Errors as Ledger::openReadOnly and readPlansAgain.
[[nodiscard]] Result<Survey> surveyOf(std::filesystem::path const& ledger, analysis::Progress const& progress = {});

} // namespace zhengtu::workspace
