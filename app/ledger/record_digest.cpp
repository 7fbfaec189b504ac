#include "ledger/record_digest.hpp"

#include "core/identity.hpp"
#include "ledger/geometry_column.hpp"
#include "ledger/rule_json.hpp"

#include <nlohmann/json.hpp>

#include <concepts>
#include <format>
#include <set>

namespace zhengtu::ledger {

namespace {

/// Appends values so that two different sequences of values never give the same bytes.
class Bytes {
public:
    template <class... Values> Bytes& operator()(Values const&... values)
    {
        (add(values), ...);
        return *this;
    }
    [[nodiscard]] std::string digest() const { return sha256(m_bytes); }

private:
    void add(std::string const& text) { m_bytes += std::format("{}:", text.size()) + text; }
    void add(std::integral auto value) { m_bytes += std::format("i{};", value); }
    void add(double value) { m_bytes += std::format("d{};", value); } // shortest digits that read back the same
    void add(Span span) { (*this)(span.begin, span.end); }
    void add(Date date) { add(isoDate(date)); }
    void add(plan::Passage const& passage) { (*this)(passage.text, passage.span); }
    void add(plan::Unit const& unit) { (*this)(static_cast<int>(unit.role), unit.name); }
    void add(plan::Deadline const& deadline) { (*this)(static_cast<int>(deadline.kind), deadline.dates, deadline.longTerm, deadline.said); }
    void add(plan::Quantity const& quantity) { (*this)(quantity.value, quantity.unit, quantity.comparator, quantity.year, quantity.said); }
    void add(plan::Task const& task) { (*this)(task.id, task.no, task.body, task.units, task.deadline, task.status, task.quantities); }
    void add(plan::Section const& section) { (*this)(section.no, section.title, section.span); }
    void add(plan::Problem const& problem)
    {
        (*this)(problem.id, problem.no, problem.feedbackNo, problem.section, problem.body, problem.goals, problem.units,
                problem.deadline, problem.tasks, problem.categories, problem.span, problem.quantities);
    }
    void add(plan::KeyTask const& task) { (*this)(task.no, task.title, task.body); }
    void add(plan::Target const& target)
    {
        (*this)(target.indicator, target.comparator, target.unit, target.value, target.year, target.said);
    }
    void add(plan::Rule const& rule) { add(ruleJson(rule).dump()); }
    void add(plan::Claim const& claim) { add(claimJson(claim).dump()); }
    void add(plan::Check const& check) { (*this)(check.what, check.stated, check.found, check.ok, check.decisive, check.quote); }
    void add(plan::Notice const& notice) { (*this)(notice.what, notice.detail, notice.span); }
    void add(place::Mention const& mention)
    {
        (*this)(mention.text, static_cast<int>(mention.kind), mention.span, mention.problem, mention.task, mention.county,
                mention.adcode, mention.countyReason, mention.featureId);
    }
    void add(place::Candidate const& candidate) { (*this)(candidate.featureId, candidate.name, candidate.score, candidate.reason); }
    void add(place::Site const& site)
    {
        (*this)(site.id, site.taskId, site.place, static_cast<int>(site.kind), site.span, site.county, site.adcode,
                geometryBlob(site.shape), static_cast<int>(site.precision), site.radiusM, site.score, site.featureId, site.source,
                site.schematic, static_cast<int>(site.figure), site.reason, site.candidates);
    }
    template <class T> void add(std::optional<T> const& value)
    {
        add(value.has_value());
        if (value) { add(*value); }
    }
    template <class T> void add(std::vector<T> const& values)
    {
        add(values.size());
        for (auto const& value : values) { add(value); }
    }

    std::string m_bytes;
};

/// In plan order; a problem that lists no measure is a task by itself.
std::vector<std::string> taskIds(plan::Plan const& plan)
{
    std::vector<std::string> ids;
    for (auto const& problem : plan.problems) {
        for (auto const& task : problem.tasks) { ids.push_back(task.id); }
        if (problem.tasks.empty()) { ids.push_back(problem.id); }
    }
    return ids;
}

std::unexpected<Error> wrong(PlanRecord const& record, std::string const& what)
{
    return std::unexpected{Error{ErrorCode::Usage, what, record.fileName.empty() ? record.plan.id : record.fileName, {}}};
}

} // namespace

std::string recordDigest(PlanRecord const& record)
{
    auto const& plan = record.plan;
    Bytes bytes;
    bytes(plan.id, plan.title, plan.region, plan.year, static_cast<int>(plan.kind), plan.kindReason, plan.declared.sections,
          plan.declared.problems, plan.declared.tasks, plan.sections, plan.problems, plan.keyTasks, plan.targets, plan.rules, plan.claims, plan.checks, plan.notices);
    bytes(record.encoding, record.sha256, record.sourceText, record.mentions, record.sites, record.taskCounties, record.positions.pages, record.positions.paragraphs);
    return bytes.digest();
}

Result<void> validate(PlanRecord const& record)
{
    if (record.plan.id.empty()) { return wrong(record, "the plan has no id"); }
    std::set<std::string> tasks;
    for (auto const& id : taskIds(record.plan)) {
        if (id.empty() || !tasks.insert(id).second) { return wrong(record, "task id '" + id + "' is empty or used twice"); }
    }
    if (!record.taskCounties.empty() && record.taskCounties.size() != tasks.size()) {
        return wrong(record, std::format("counties for {} tasks, but there are {} tasks", record.taskCounties.size(), tasks.size()));
    }
    std::set<std::string> sites;
    for (auto const& site : record.sites) {
        if (site.id.empty() || !sites.insert(site.id).second) { return wrong(record, "site id '" + site.id + "' is empty or used twice"); }
        if (!tasks.contains(site.taskId)) { return wrong(record, "site " + site.id + " is of task '" + site.taskId + "', which the plan does not have"); }
        if (site.shape.empty() != (site.precision == place::Precision::Unlocated)) {
            return wrong(record, "site " + site.id + (site.shape.empty() ? " is located but has no shape" : " is unlocated but has a shape"));
        }
    }
    return {};
}

} // namespace zhengtu::ledger
