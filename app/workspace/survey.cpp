#include "workspace/survey.hpp"

#include "core/utf.hpp"
#include "text/numbering.hpp"
#include "workspace/each_task.hpp"
#include "workspace/layer_stack.hpp"
#include "workspace/relocation.hpp"

#include <algorithm>

namespace zhengtu::workspace {

namespace {

Result<std::vector<SurveyTask>> tasksOf(ledger::Ledger const& ledger)
{
    std::vector<SurveyTask> tasks;
    auto const read = eachTask(ledger, {}, {}, [&](ledger::TaskRow& task) {
        for (auto& site : task.sites) {
            site.candidates = {};
            site.reason = site.source = {};
        }
        tasks.push_back({.id = std::move(task.id), .problemId = std::move(task.problemId), .planId = std::move(task.planId), .status = std::move(task.status), .sites = std::move(task.sites)});
    });
    if (!read) { return std::unexpected{read.error()}; }
    return tasks;
}

std::map<std::string, Survey::PlanTasks, std::less<>> placesOf(std::vector<SurveyTask> const& tasks)
{
    std::map<std::string, Survey::PlanTasks, std::less<>> plans;
    for (std::size_t i = 0; i < tasks.size();) {
        auto& plan = plans[tasks[i].planId];
        plan.begin = i;
        for (; i < tasks.size() && tasks[i].planId == tasks[plan.begin].planId; ++i) {
            for (auto const& site : tasks[i].sites) {
                if (!site.span.empty()) { plan.named.push_back({site.span.begin, plan.named.size(), &site}); }
            }
        }
        plan.end = i;
        std::ranges::sort(plan.named, {}, &Survey::PlanTasks::Named::at);
    }
    return plans;
}

} // namespace

Result<Survey> surveyOf(std::filesystem::path const& path, analysis::Progress const& progress)
{
    auto const ledger = ledger::Ledger::openReadOnly(path);
    if (!ledger) { return std::unexpected{ledger.error()}; }
    auto own = ledger->layers();
    if (!own) { return std::unexpected{std::move(own.error()).at(path.string())}; }
    std::erase_if(*own, [](geo::Layer const& layer) { return !layer.ofUser(); });
    auto atlas = Atlas::load();
    if (!atlas) { return std::unexpected{std::move(atlas.error())}; }
    auto layers = stacked(atlas->layers(), *own).all();
    if (!own->empty()) {
        atlas = atlas->with(std::move(*own));
        if (!atlas) { return std::unexpected{std::move(atlas.error())}; }
    }
    auto plans = readPlansAgain(*ledger, *atlas, progress, Placed::No);
    if (!plans) { return std::unexpected{std::move(plans.error())}; }
    auto tasks = tasksOf(*ledger);
    if (!tasks) { return std::unexpected{std::move(tasks.error()).at(path.string())}; }
    auto rules = ledger->rules();
    if (!rules) { return std::unexpected{std::move(rules.error())}; }
    Survey survey{.atlas = std::move(*atlas), .layers = std::move(layers), .plans = std::move(*plans), .tasks = std::move(*tasks), .rules = std::move(*rules), .texts = {}};
    survey.plansTasks = placesOf(survey.tasks);
    for (auto const& plan : survey.plans) { survey.texts.push_back(text::normalise(toUtf32(plan.sourceText).value_or(std::u32string{}))); }
    return survey;
}

std::vector<geo::Feature const*> Survey::features(std::string_view kind) const
{
    std::vector<geo::Feature const*> found;
    for (auto const& layer : layers) {
        for (auto const& feature : layer.features) {
            if ((feature.kind.empty() ? layer.kind : feature.kind) == kind && !feature.shape.empty()) { found.push_back(&feature); }
        }
    }
    return found;
}

bool Survey::isComplete(std::string_view kind) const
{
    return std::ranges::any_of(layers, [&](geo::Layer const& layer) { return layer.origin == geo::LayerOrigin::UserReplaces && layer.kind == kind; });
}

std::span<SurveyTask const> Survey::tasksOf(std::string_view planId) const
{
    auto const plan = plansTasks.find(planId);
    return plan == plansTasks.end() ? std::span<SurveyTask const>{} : std::span{tasks}.subspan(plan->second.begin, plan->second.end - plan->second.begin);
}

std::vector<place::Site const*> Survey::sitesIn(std::string_view planId, Span span) const
{
    auto const plan = plansTasks.find(planId);
    if (plan == plansTasks.end()) { return {}; }
    auto const& named = plan->second.named;
    std::vector<PlanTasks::Named> within;
    for (auto at = std::ranges::lower_bound(named, span.begin, {}, &PlanTasks::Named::at); at != named.end() && at->at < span.end; ++at) {
        if (span.contains(at->site->span)) { within.push_back(*at); }
    }
    std::ranges::sort(within, {}, &PlanTasks::Named::order);
    std::vector<place::Site const*> sites;
    for (auto const& one : within) { sites.push_back(one.site); }
    return sites;
}

std::vector<place::Entry const*> Survey::countiesOf(plan::Plan const& plan) const
{
    auto const& gazetteer = atlas.gazetteer();
    auto const scope = gazetteer.scope(plan.region);
    if (!scope.countyAdcode.empty()) {
        auto const* const county = gazetteer.area(scope.countyAdcode);
        return county == nullptr ? std::vector<place::Entry const*>{} : std::vector{county};
    }
    return scope.cityAdcode.empty() ? std::vector<place::Entry const*>{} : gazetteer.countiesOf(scope.cityAdcode);
}

namespace {

constexpr std::u32string_view sentenceEnds = U"。；！？", clauseEnds = U"。；！？，：,;:";

std::string withoutBreaks(std::u32string_view text)
{
    std::u32string words;
    for (auto const character : text) {
        if (character != U'\n' && character != U'\r' && character != U' ' && character != U'　') { words.push_back(character); }
    }
    return toUtf8(words);
}

/// Where a stretch of the source stands in the normalised text.
Span normalSpan(text::NormalText const& normal, Span source)
{
    auto const at = [&](std::size_t place) { return static_cast<std::size_t>(std::ranges::lower_bound(normal.origin, place) - normal.origin.begin()); };
    return {at(source.begin), at(source.end)};
}

/// How long the number and label are that a paragraph begins with (整改措施：, 2.); 0 where it goes on with the one before it.
std::size_t headLength(std::u32string_view text)
{
    std::size_t length = 0;
    for (bool again = true; again;) {
        again = false;
        auto const rest = text.substr(length);
        if (auto const number = text::leadingNumber(rest); number && number->form != text::NumberForm::Ordinal) {
            length += number->length;
            again = true;
        } else if (auto const colon = rest.substr(0, 10).find(U'：'); colon != std::u32string_view::npos && colon >= 2 && rest.substr(0, colon).find_first_of(U"，。；、“（\n") == std::u32string_view::npos) {
            length += colon + 1;
            again = true;
        }
        while (length > 0 && length < text.size() && (text[length] == U' ' || text[length] == U'\n')) { ++length; }
    }
    return length;
}

std::string around(text::NormalText const& normal, Span source, std::u32string_view ends)
{
    constexpr std::size_t most = 240; // a list of cases may go on for pages
    std::u32string_view const text{normal.text};
    auto const span = normalSpan(normal, source);
    if (span.begin >= text.size()) { return {}; }
    auto begin = text.substr(0, span.begin).find_last_of(ends);
    begin = begin == std::u32string_view::npos ? 0 : begin + 1;
    auto end = std::min(text.size(), text.find_first_of(ends, span.begin));
    while (begin < span.begin && text[begin] == U'\n') { ++begin; }
    for (auto line = text.find(U'\n', begin); line < end; line = text.find(U'\n', line + 1)) { // what has no full stop ends where a label begins
        if (headLength(text.substr(line + 1, 30)) == 0) { continue; }
        if (line < span.begin) {
            begin = line + 1;
        } else {
            end = line;
            break;
        }
    }
    bool const opens = begin == 0 || text[begin - 1] == U'\n'; // 督察发现： inside of a paragraph is no label
    if (auto const head = opens ? headLength(text.substr(begin, 30)) : 0; begin + head <= span.begin) { begin += head; }
    begin = std::max(begin, span.begin > most / 2 ? span.begin - most / 2 : 0);
    return withoutBreaks(text.substr(begin, std::min(end, begin + most) - begin));
}

} // namespace

std::string Survey::sentence(std::size_t plan, Span span) const { return around(texts.at(plan), span, sentenceEnds); }

std::string Survey::clause(std::size_t plan, Span span) const { return around(texts.at(plan), span, clauseEnds); }

std::string Survey::after(std::size_t plan, Span source, std::size_t most) const
{
    std::u32string_view const text{texts.at(plan).text};
    auto const span = normalSpan(texts.at(plan), source);
    if (span.end >= text.size()) { return {}; }
    auto const rest = text.substr(span.end);
    return withoutBreaks(rest.substr(0, std::min(most, rest.find_first_of(U"。；！？，：、（）()"))));
}

} // namespace zhengtu::workspace
