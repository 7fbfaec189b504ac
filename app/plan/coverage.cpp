#include "plan/coverage.hpp"

#include "core/utf.hpp"
#include "plan/dictionary.hpp"
#include "plan/fates.hpp"

#include <algorithm>
#include <numeric>

namespace zhengtu::plan {

namespace {

/// Each stretch of one fate, over the noise inside it.
std::vector<Passage> stretches(std::u32string_view source, std::vector<Fate> const& fate, Fate wanted)
{
    std::vector<Passage> list;
    for (std::size_t i = 0; i < fate.size(); ++i) {
        if (fate[i] != wanted) { continue; }
        auto end = i + 1;
        for (auto j = end; j < fate.size() && (fate[j] == wanted || fate[j] == Fate::Noise); ++j) {
            if (fate[j] == wanted) { end = j + 1; }
        }
        list.push_back({toUtf8(source.substr(i, end - i)), {i, end}});
        i = end;
    }
    return list;
}

void rebuildAll(Coverage& coverage, text::NormalText const& normal, Plan const& plan)
{
    auto const same = [&](Passage const& passage) {
        if (passage.text.empty()) { return; }
        ++coverage.passages;
        if (rebuild(normal, passage.span) != passage.text) { coverage.altered.push_back(passage); }
    };
    auto const units = [&](std::vector<Unit> const& list) {
        for (auto const& unit : list) {
            if (unit.name.text.empty()) { continue; }
            ++coverage.passages;
            auto printed = rebuild(normal, unit.name.span);
            std::erase(printed, '\n'); // of a name that a break cut in two
            if (printed != unit.name.text) { coverage.altered.push_back(unit.name); }
        }
    };
    for (auto const& problem : plan.problems) {
        same(problem.body);
        std::for_each(problem.goals.begin(), problem.goals.end(), same);
        units(problem.units);
        if (problem.deadline) { same(problem.deadline->said); }
        for (auto const& task : problem.tasks) {
            same(task.body);
            units(task.units);
            same(task.deadline.said);
        }
    }
    for (auto const& task : plan.keyTasks) {
        same(task.title);
        same(task.body);
    }
}

} // namespace

char const* name(Fate fate) noexcept
{
    switch (fate) {
    case Fate::Unclassified: return "unclassified";
    case Fate::Field: return "field";
    case Fate::Heading: return "heading";
    case Fate::Outside: return "outside";
    case Fate::Noise: return "noise";
    }
    return "?";
}

std::size_t Coverage::total() const noexcept { return std::accumulate(characters.begin(), characters.end(), std::size_t{0}); }

double Coverage::unclassifiedShare() const noexcept
{
    auto const meant = total() - characters[static_cast<std::size_t>(Fate::Noise)];
    return meant == 0 ? 0 : static_cast<double>(characters[static_cast<std::size_t>(Fate::Unclassified)]) / static_cast<double>(meant);
}

std::string rebuild(text::NormalText const& normal, Span span)
{
    auto const begin = std::lower_bound(normal.origin.begin(), normal.origin.end(), span.begin);
    auto const end = std::lower_bound(begin, normal.origin.end(), span.end);
    return toUtf8(std::u32string_view{normal.text}.substr(static_cast<std::size_t>(begin - normal.origin.begin()), static_cast<std::size_t>(end - begin)));
}

Coverage cover(text::Document const& document, text::NormalText const& normal, Plan const& plan, Dictionary const& dictionary)
{
    auto const fate = fatesOf(document.source, normal, plan, dictionary);
    Coverage coverage;
    for (auto const one : fate) { ++coverage.characters[static_cast<std::size_t>(one)]; }
    coverage.unclassified = stretches(document.source, fate, Fate::Unclassified);
    coverage.outside = stretches(document.source, fate, Fate::Outside);
    rebuildAll(coverage, normal, plan);
    return coverage;
}

Result<Coverage> cover(text::Document const& document, text::NormalText const& normal, Plan const& plan)
{
    auto const dictionary = shippedDictionary();
    if (!dictionary) { return std::unexpected{dictionary.error()}; }
    return cover(document, normal, plan, **dictionary);
}

} // namespace zhengtu::plan
