#pragma once

#include "geo/prepared.hpp"
#include "workspace/survey.hpp"

#include <memory>
#include <set>
#include <string>
#include <vector>

/// What a rule is about and where it holds, on the map. Private to the run of rules.
namespace zhengtu::workspace {

/// A thing that a rule may mean: a feature of a layer, a site of a task, or both in one.
struct RuleThing {
    place::Site site;               ///< a feature as a site
    std::vector<std::string> tasks; ///< that name it
    std::size_t plan = 0;           ///< that names it first
    Span span{};                    ///< of the name there; empty of a feature that no plan names
    std::string name;               ///< what to call it: of a thing in a zone the zone and what is said of it
    bool within = false;            ///< the site is a zone, river or road that the thing lies in or along, not the thing
};

struct Jurisdiction {
    std::vector<place::Entry const*> counties; ///< empty: everywhere
    std::shared_ptr<geo::PreparedZone const> shape; ///< of all of them; null likewise

    [[nodiscard]] bool holds(geo::Shape const& other, std::string const& adcode) const;
};
/// Of plan number `plan`.
[[nodiscard]] Result<Jurisdiction> jurisdictionOf(Survey const& survey, std::size_t plan);

struct Objects {
    std::vector<geo::Feature> features;
    std::set<std::string> ids; ///< "layer:id" of each
    std::string why;       ///< what of them is not on the map
    bool complete = false; ///< a user's layer that replaces all others has them
};
/// Errors: of the table of rivers.
[[nodiscard]] Result<Objects> objectsOf(Survey const& survey, plan::Rule const& rule, Jurisdiction const& where);

struct Subjects {
    std::vector<RuleThing> things;
    std::size_t leftOut = 0; ///< sites of which only the county or city is known
    std::size_t excepted = 0; ///< that the text takes out of the rule (除煤矿外)
    bool complete = false;   ///< a user's layer that replaces all others has them
};
/// `objects` are not their own subjects, where a class is looked for by name. A distance does not end at the border of the jurisdiction: there things
/// beyond it count too.
[[nodiscard]] Subjects subjectsOf(Survey const& survey, plan::Rule const& rule, Jurisdiction const& where, Objects const& objects);

} // namespace zhengtu::workspace
