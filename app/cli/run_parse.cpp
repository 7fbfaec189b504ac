#include "cli/console.hpp"
#include "cli/coverage_report.hpp"
#include "cli/exit_code.hpp"
#include "cli/json.hpp"
#include "cli/options.hpp"
#include "core/utf.hpp"
#include "exchange/plan_json.hpp"
#include "plan/reader.hpp"
#include "text/document.hpp"
#include "workspace/workspace.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <iterator>

namespace zhengtu::cli {

namespace {

using nlohmann::ordered_json;

Result<text::Document> openDocument(std::string const& file)
{
    if (file != "-") { return text::readDocument(file); }
    std::string const bytes{std::istreambuf_iterator<char>{std::cin}, {}};
    return text::decodeDocument(bytes, "-");
}

int printText(text::Document const& document, bool json)
{
    auto const normal = text::normalise(document.source);
    if (json) {
        print(ordered_json{{"name", document.name}, {"encoding", document.encoding}, {"sha256", document.sha256},
                           {"text", toUtf8(normal.text)}, {"origin", normal.origin}});
    } else {
        std::fputs(toUtf8(normal.text).c_str(), stdout);
    }
    return Ok;
}

Result<ledger::PlanRecord> readUpTo(std::string const& stage, text::Document const& document)
{
    if (stage == "plan") {
        auto plan = plan::readPlan(document, text::normalise(document.source));
        if (!plan) { return std::unexpected{std::move(plan.error()).at(document.name)}; }
        ledger::PlanRecord record{};
        record.plan = std::move(*plan);
        record.fileName = document.name;
        record.encoding = document.encoding;
        record.sha256 = document.sha256;
        record.positions = document.positions;
        record.taskCounties = {};
        return record;
    }
    auto const atlas = workspace::Atlas::load();
    if (!atlas) { return std::unexpected{atlas.error()}; }
    auto record = atlas->readDocument(document);
    if (record && stage == "mentions") { record->sites.clear(); }
    return record;
}

void printRecordJson(ledger::PlanRecord const& record)
{
    auto json = ordered_json::parse(exchange::planJson(record));
    for (auto const& site : record.sites) {
        auto one = toJson(site);
        if (auto const page = record.positions.page(site.span.begin)) { one["page"] = *page; }
        if (auto const paragraph = record.positions.paragraph(site.span.begin)) { one["paragraph"] = *paragraph; }
        json["sites"].push_back(std::move(one));
    }
    print(json);
}

std::string first(std::string const& text) { return fitted(text, 60); }

void printRecord(ledger::PlanRecord const& record)
{
    auto const& plan = record.plan;
    std::printf("%s\n%s, %s, %s (%s)\n", plan.title.c_str(), plan::name(plan.kind), plan.region.c_str(),
                plan.year ? std::to_string(*plan.year).c_str() : "year unknown", plan.kindReason.c_str());
    Table table{{"no", "problem / measure", "deadline", "places"}};
    for (std::size_t p = 0; p < plan.problems.size(); ++p) {
        auto const& problem = plan.problems[p];
        auto const places = [&](std::size_t task) {
            std::string names;
            for (auto const& mention : record.mentions) {
                if (mention.problem == p && mention.task == task) { names += (names.empty() ? "" : " ") + mention.text; }
            }
            return names;
        };
        table.add({problem.no, first(problem.body.text), problem.deadline ? problem.deadline->said.text : "", places(place::Mention::none)});
        for (std::size_t t = 0; t < problem.tasks.size(); ++t) {
            auto const& task = problem.tasks[t];
            table.add({"  " + task.no, "  " + first(task.body.text), task.deadline.said.text, places(t)});
        }
    }
    if (!plan.problems.empty()) { table.print(); }
    for (auto const& check : plan.checks) {
        std::printf("check  %s: stated %g, found %g: %s\n", check.what.c_str(), check.stated, check.found, check.ok ? "ok" : check.decisive ? "DIFFERS" : "differs");
    }
    for (auto const& notice : plan.notices) { std::printf("notice %s: %s\n", notice.what.c_str(), notice.detail.c_str()); }
}

int reportCoverage(text::Document const& document, ParseOptions const& options)
{
    auto const normal = text::normalise(document.source);
    auto plan = plan::readPlan(document, normal);
    if (!plan) { return report(std::move(plan.error()).at(document.name)); }
    auto const coverage = plan::cover(document, normal, *plan);
    if (!coverage) { return report(coverage.error()); }
    bool const complete = plan::complete(*plan);
    if (!options.quiet && (complete || !options.strict)) { printCoverage(*coverage, options.json); }
    return complete ? Ok : Incomplete;
}

} // namespace

int runParse(ParseOptions const& options)
{
    auto const document = openDocument(options.file);
    if (!document) { return report(document.error()); }
    if (options.stage == "text") { return printText(*document, options.json); }
    if (options.coverage) { return reportCoverage(*document, options); }
    auto const record = readUpTo(options.stage, *document);
    if (!record) { return report(record.error()); }
    bool const complete = plan::complete(record->plan);
    if (!(options.strict && !complete)) {
        if (options.json) {
            printRecordJson(*record);
        } else if (!options.quiet) {
            printRecord(*record);
        }
    }
    return complete ? Ok : Incomplete;
}

} // namespace zhengtu::cli
