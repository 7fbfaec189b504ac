#pragma once

#include "workspace/rule_run.hpp"
#include "workspace/rule_things.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// How one rule is run. Private to the run of rules; rule_runner.cpp has what lies in or near something, rule_areas.cpp what is measured first.
namespace zhengtu::workspace {

[[nodiscard]] std::optional<double> parameterOf(plan::Rule const& rule, std::string_view name);
/// Adds a reason behind those that are there.
void addReason(std::string& reason, std::string_view more);

/// Whether what is known of two places says nothing of whether they are that near.
[[nodiscard]] bool isTooCoarse(double errorM, double distanceM) noexcept;

/// Runs one rule whose things and places are known.
class RuleRunner {
public:
    RuleRunner(Survey const& survey, RuleRun& run, Jurisdiction const& where, Subjects const& subjects, Objects const& objects, analysis::Progress const& progress);
    Result<std::vector<RuleFinding>> operator()();

private:
    [[nodiscard]] RuleFinding started() const;
    [[nodiscard]] RuleFinding started(RuleThing const& thing) const;
    void fill(RuleFinding& finding, analysis::Hit const& hit, geo::Feature const& object) const;
    void add(RuleFinding finding);
    /// A maybe that nothing but both errors together leaves open is counted and not listed.
    [[nodiscard]] bool isFarOff(std::size_t site, geo::Feature const& object, double distanceM) const;

    /// What lies in a zone.
    Result<void> inside();
    /// One thing against the zones of one whole: the strictest that it certainly lies in, else all that it may.
    void add(std::size_t site, std::vector<analysis::Hit const*> zones);
    /// What must be inside and is not.
    Result<void> outside();
    Result<void> near();
    /// Areas with none included: a join that keeps them.
    Result<void> count();
    /// What is left of mines.
    Result<void> minus();
    /// A mine that may lose something, or of which no outline is known.
    void addUnmeasured(std::size_t site, analysis::Hit const& hit);
    /// What stands in the strips outward from the banks.
    Result<void> strips();

    Survey const& m_survey;
    RuleRun& m_run;
    plan::Rule const& m_rule;
    Jurisdiction const& m_where;
    Subjects const& m_subjects;
    Objects const& m_objects;
    analysis::Progress const& m_progress;
    std::vector<place::Site> m_sites;
    std::vector<RuleFinding> m_findings;
    std::size_t m_farOff = 0, m_tooCoarse = 0;
};

} // namespace zhengtu::workspace
