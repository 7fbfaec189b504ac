/// Any bytes as a plan: nothing may crash, every span must lie in the source, coverage must add up, and reading twice must give the same.
#include "plan/coverage.hpp"
#include "plan/reader.hpp"
#include "text/document.hpp"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

using namespace zhengtu;

namespace {

void require(bool holds, char const* what)
{
    if (holds) { return; }
    std::fprintf(stderr, "broken promise: %s\n", what);
    std::abort();
}

void inside(Span span, std::size_t size) { require(span.begin <= span.end && span.end <= size, "a span inside the source"); }

void checkPlan(plan::Plan const& plan, std::size_t size)
{
    for (auto const& problem : plan.problems) {
        inside(problem.span, size);
        inside(problem.body.span, size);
        for (auto const& goal : problem.goals) { inside(goal.span, size); }
        for (auto const& task : problem.tasks) {
            inside(task.body.span, size);
            inside(task.deadline.said.span, size);
            for (auto const& unit : task.units) { inside(unit.name.span, size); }
            for (auto const& quantity : task.quantities) { inside(quantity.said.span, size); }
        }
    }
    for (auto const& notice : plan.notices) { inside(notice.span, size); }
    for (auto const& check : plan.checks) { inside(check.quote.span, size); }
}

bool same(plan::Plan const& a, plan::Plan const& b)
{
    if (a.id != b.id || a.title != b.title || a.problems.size() != b.problems.size() || a.checks.size() != b.checks.size()) { return false; }
    for (std::size_t i = 0; i < a.problems.size(); ++i) {
        if (a.problems[i].body != b.problems[i].body || a.problems[i].tasks.size() != b.problems[i].tasks.size()) { return false; }
    }
    return true;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    std::string_view const bytes{reinterpret_cast<char const*>(data), size};
    if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos) { return 0; } // read by another program
    auto const document = text::decodeDocument(bytes, "fuzz");
    if (!document) { return 0; }
    auto const normal = text::normalise(document->source);
    require(normal.text.size() == normal.origin.size(), "a place for each character");
    for (std::size_t i = 0; i < normal.origin.size(); ++i) {
        require(normal.origin[i] < document->source.size() && (i == 0 || normal.origin[i] >= normal.origin[i - 1]), "places that ascend in the source");
    }
    auto const plan = plan::readPlan(*document, normal);
    require(plan.has_value(), "dictionaries that can be read");
    checkPlan(*plan, document->source.size());
    require(same(*plan, *plan::readPlan(*document, normal)), "the same plan again");
    auto const coverage = plan::cover(*document, normal, *plan);
    require(coverage.has_value() && coverage->total() == document->source.size(), "coverage that adds up");
    return 0;
}
