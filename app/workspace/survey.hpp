#pragma once

#include "text/document.hpp"
#include "workspace/workspace.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zhengtu::workspace {

/// A task as findings need it: where it is, without its words, which the plans have.
struct SurveyTask {
    std::string id, problemId, planId, status;
    std::vector<place::Site> sites; ///< without candidates, reason and source
};

/// What findings stand on: a ledger with its plans as they read, its tasks as people have corrected them, and the map as it sees it.
struct Survey {
    Atlas atlas;                             ///< with the user's layers
    std::vector<geo::Layer> layers;          ///< those that ship with the ledger's over them, without results of earlier runs
    std::vector<ledger::PlanRecord> plans;   ///< in the ledger's order, read again from their text; without sites, which the tasks have
    std::vector<SurveyTask> tasks;           ///< in the ledger's order
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

    /// The tasks of a plan.
    [[nodiscard]] std::span<SurveyTask const> tasksOf(std::string_view planId) const;
    /// The sites of those tasks that a stretch of the plan's source names, in their order.
    [[nodiscard]] std::vector<place::Site const*> sitesIn(std::string_view planId, Span span) const;

    std::vector<text::NormalText> texts;     ///< of each plan, normalised, for `sentence`

    /// Where the tasks of a plan stand, and their sites that its text names, by where that begins.
    struct PlanTasks {
        std::size_t begin = 0, end = 0;
        struct Named {
            std::size_t at = 0, order = 0; ///< order: among the plan's sites
            place::Site const* site = nullptr;
        };
        std::vector<Named> named{};
    };
    std::map<std::string, PlanTasks, std::less<>> plansTasks{}; ///< by the plan's id, for `tasksOf` and `sitesIn`
};

/// Reads all of it. Errors as Ledger::openReadOnly and readPlansAgain.
[[nodiscard]] Result<Survey> surveyOf(std::filesystem::path const& ledger, analysis::Progress const& progress = {});

} // namespace zhengtu::workspace
