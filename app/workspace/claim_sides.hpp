#pragma once

#include "workspace/survey.hpp"

#include "analysis/claim_verdict.hpp"

#include <optional>
#include <string>
#include <vector>

/// What the words of a claim stand for on the map. Private to the audit of claims.
namespace zhengtu::workspace {

/// One thing that words may mean.
struct Thing {
    std::string name;
    geo::Shape shape;
    double errorM = 0;      ///< the true place is at most that far off the shape
    bool schematic = false; ///< drawn from a description
    bool somewhere = false; ///< the place lies somewhere in or around the shape: a township, a county

    /// Whether a distance from it may decide anything.
    [[nodiscard]] bool firm() const noexcept { return !schematic && !somewhere; }
    /// To ask what lies in it or near it.
    [[nodiscard]] geo::Feature feature() const;
};

/// What one name, or one class of things (代县监测点位), stands for: any of `things`.
struct Side {
    std::string text;
    std::vector<Thing> things;
    bool isClass = false;
    bool complete = false; ///< of a class: the layers hold all of them
    std::string why;       ///< what is wanting, for people: "no layer has 338国道"; empty where nothing is
};

/// The things that a side of a claim names, a list at its 、 and 或. `said` is where it stands in the source of plan number `plan`.
[[nodiscard]] std::vector<Side> sidesOf(Survey const& survey, std::size_t plan, plan::Passage const& said);

/// A county as an area of the map.
[[nodiscard]] geo::Feature countyFeature(place::Entry const& county);

/// The letter and number of a road as it is written in any of its ways (G338, 338国道, 国道338: "G338"); empty where there is none.
[[nodiscard]] std::string roadNumber(std::string_view name);

/// The areas that a side of a claim names, as features; what is wanting goes into `why`, a list.
[[nodiscard]] std::vector<geo::Feature> areasNamed(Survey const& survey, std::size_t plan, plan::Passage const& said, std::vector<std::string>& why);

/// The names of a list of counties (甲、乙和丙): 和 parts two only where both are names, for 和顺县 is one.
[[nodiscard]] std::vector<std::string> namesIn(std::string const& text, std::vector<place::Entry const*> const& counties);
/// The county that is called so, with or without its last word; null where none is.
[[nodiscard]] place::Entry const* countyNamed(std::string_view name, std::vector<place::Entry const*> const& counties);

/// One thing that a claim may count.
struct CountedThing {
    geo::Feature const* feature = nullptr;
    std::string unsaid; ///< what the claim says of it and no field does (独立球团, 仍在生产, 国考): then it may be another; else empty
};
struct CountedThings {
    std::vector<CountedThing> things;
    std::string word;      ///< of the class, as the claim has it
    bool complete = false; ///< there are no others
};
/// What a count is about: the features of its class, and those of a user's layer that is called so. A class that the layers have but of which the words
/// speak otherwise (公路穿城现象) has none.
[[nodiscard]] CountedThings countedThings(Survey const& survey, plan::Claim const& claim);

/// How far apart two sides are.
struct Apart {
    analysis::Range metres;       ///< what it may be
    std::optional<double> drawnM; ///< as the shapes lie
    geo::Shape line;              ///< from one to the other there
    std::string note;             ///< why the range is as wide as it is; empty where all is firm
};
[[nodiscard]] Result<Apart> apart(Side const& a, Side const& b);

} // namespace zhengtu::workspace
