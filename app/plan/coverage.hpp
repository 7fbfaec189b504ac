#pragma once

#include "core/error.hpp"
#include "plan/plan.hpp"
#include "text/document.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

/// What became of every character of a document: whether the reader lost anything.
namespace zhengtu::plan {

struct Dictionary;

enum class Fate : std::uint8_t {
    Unclassified, ///< inside the list, but in no field: what the reader did not understand
    Field,        ///< in a field of the ledger, or behind a label of which the ledger keeps nothing
    Heading,      ///< numbers, labels, headings of sections and what stands between them and the first problem
    Outside,      ///< front matter, decoys, signatures: before and behind the list
    Noise         ///< white space, page marks, typography that was repaired
};
constexpr std::size_t fates = 5;

[[nodiscard]] char const* name(Fate fate) noexcept; ///< "unclassified", "field", "heading", "outside", "noise"

struct Coverage {
    std::array<std::size_t, fates> characters{}; ///< of the source, by Fate
    std::vector<Passage> unclassified;           ///< each stretch, as the source has it
    std::vector<Passage> outside;
    std::size_t passages = 0;     ///< problems, goals, measures, units and deadlines that have a span
    std::vector<Passage> altered; ///< of these, the ones that their span does not give back to the letter

    [[nodiscard]] std::size_t total() const noexcept;
    /// Of all characters that are not noise; 0 for an empty document.
    [[nodiscard]] double unclassifiedShare() const noexcept;
};

/// The text of a span of the source, rebuilt through the map of the normalised text.
[[nodiscard]] std::string rebuild(text::NormalText const& normal, Span span);

/// Accounts for every character of `document`, as `plan` was read from it with the same dictionary.
[[nodiscard]] Coverage cover(text::Document const& document, text::NormalText const& normal, Plan const& plan, Dictionary const& dictionary);

/// The same with the dictionaries that ship with the program.
[[nodiscard]] Result<Coverage> cover(text::Document const& document, text::NormalText const& normal, Plan const& plan);

} // namespace zhengtu::plan
