#pragma once

#include "geo/prepared.hpp"
#include "workspace/survey.hpp"

#include <memory>
#include <string>
#include <vector>

/// What a rule is about and where it holds, on the map. Private to the run of rules.
namespace zhengtu::workspace {

/// A thing that a rule may mean: a feature of a layer, a site of a task, or both in one.
struct RuleThing {
    place::Site site;               ///< a feature as a site
    std::vector<std::string> tasks; ///< that name it
    std::string said;               ///< the sentence of the first of them
    bool within = false;            ///< the site is a zone, river or road that the thing lies in or along, not the thing
};

struct Jurisdiction {
    std::vector<place::Entry const*> counties; ///< empty: everywhere
    std::shared_ptr<geo::PreparedZone const> shape; ///< of all of them; null likewise

    [[nodiscard]] bool holds(geo::Shape const& other, std::string const& adcode) const;
};
/// Of plan number `plan`.
[[nodiscard]] Result<Jurisdiction> jurisdictionOf(Survey const& survey, std::size_t plan);

struct Subjects {
    std::vector<RuleThing> things;
    std::size_t leftOut = 0; ///< sites of which only the county or city is known
    bool complete = false;   ///< a user's layer that replaces all others has them
};
/// `objects` are not their own subjects, where a class is looked for by name.
[[nodiscard]] Subjects subjectsOf(Survey const& survey, plan::Rule const& rule, Jurisdiction const& where, std::vector<geo::Feature> const& objects);

struct Objects {
    std::vector<geo::Feature> features;
    std::string why;       ///< what of them is not on the map
    bool complete = false; ///< likewise
};
[[nodiscard]] Objects objectsOf(Survey const& survey, plan::Rule const& rule, Jurisdiction const& where);

} // namespace zhengtu::workspace
