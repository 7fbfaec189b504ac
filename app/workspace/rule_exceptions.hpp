#pragma once

#include "geo/feature.hpp"
#include "plan/rule.hpp"

#include <string>
#include <vector>

/// What the sentence of a rule takes out of it (除煤矿外, 除实验区外), as far as the map can tell it. Private to the run of rules.
namespace zhengtu::workspace {

struct RuleExceptions {
    std::vector<std::string> kinds; ///< classes of subjects, where the exception names a class and nothing more: of 除符合规划的码头外 nobody sees which
    std::vector<std::string> zones; ///< parts of a protected area that lie around the others ("experimental"); an inner one taken out would leave it to the outer

    /// Whether a thing that is called so is taken out.
    [[nodiscard]] bool takesOut(std::string const& name) const;
    [[nodiscard]] bool takesOut(geo::Feature const& zone) const;
};

[[nodiscard]] RuleExceptions exceptionsOf(plan::Rule const& rule);

} // namespace zhengtu::workspace
