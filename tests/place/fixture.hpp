#pragma once

#include "place/gazetteer.hpp"
#include "place/mentions.hpp"
#include "plan/plan.hpp"
#include "text/document.hpp"

#include <string>
#include <string_view>
#include <vector>

/// A small gazetteer (counties as boxes in a row, a few rivers and works) and plans of a few sentences.
namespace zhengtu::place::test {

/// Loaded once from tests/place/data and layers made here.
[[nodiscard]] Gazetteer const& gazetteer();

/// The box that stands for a county in the fixture: half a degree wide, in order of the table.
[[nodiscard]] geo::Shape boxOf(std::string_view adcode);

struct TaskText {
    std::string body;
    std::vector<std::string> units;
};

/// A document with a problem and its measures, each its own paragraph, as a reader would have read it.
struct Sample {
    text::Document document;
    text::NormalText normal;
    plan::Plan plan;
};
[[nodiscard]] Sample sample(std::string region, std::string problem, std::vector<TaskText> tasks = {});

/// The mentions of a problem of one paragraph as "text|kind|county", in order.
[[nodiscard]] std::vector<std::string> mentionsIn(std::string region, std::string problem);
/// Whether one of them is that: "text|kind|county", or a part of it at the beginning ("text|kind").
[[nodiscard]] bool finds(std::vector<std::string> const& mentions, std::string const& wanted);

/// Whether one of them has that text, of whatever kind.
[[nodiscard]] bool findsText(std::vector<std::string> const& mentions, std::string const& text);

/// A sentence that names something, and one that only sounds like it.
struct Twins {
    std::string names, wanted;  ///< what must be found; empty: nothing in particular
    std::string twin, unwanted; ///< what must not be found in the twin; empty: nothing at all may be
};

/// Checks that the one is found and the other is not, in a plan of that region.
void checkTwins(std::string const& region, Twins const& pair);

} // namespace zhengtu::place::test
