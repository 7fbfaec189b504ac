#include "cli/coverage_report.hpp"

#include "cli/console.hpp"
#include "cli/json.hpp"

#include <nlohmann/json.hpp>

#include <cstdio>

namespace zhengtu::cli {

namespace {

using nlohmann::ordered_json;

constexpr std::array order{plan::Fate::Field, plan::Fate::Heading, plan::Fate::Outside, plan::Fate::Noise, plan::Fate::Unclassified};

std::size_t count(plan::Coverage const& coverage, plan::Fate fate) { return coverage.characters[static_cast<std::size_t>(fate)]; }

ordered_json passagesJson(std::vector<plan::Passage> const& passages)
{
    auto json = ordered_json::array();
    for (auto const& passage : passages) { json.push_back({{"span", {passage.span.begin, passage.span.end}}, {"text", passage.text}}); }
    return json;
}

void printPassages(char const* what, std::vector<plan::Passage> const& passages, std::size_t width)
{
    for (auto const& passage : passages) {
        auto line = passage.text;
        for (auto& c : line) {
            if (c == '\n' || c == '\r') { c = ' '; }
        }
        std::printf("%-12s %zu-%zu  %s\n", what, passage.span.begin, passage.span.end, (width == 0 ? line : fitted(line, width)).c_str());
    }
}

} // namespace

void printCoverage(plan::Coverage const& coverage, bool json)
{
    if (json) {
        ordered_json classes;
        for (auto const fate : order) { classes[plan::name(fate)] = count(coverage, fate); }
        print(ordered_json{{"characters", coverage.total()}, {"classes", std::move(classes)}, {"unclassified_share", coverage.unclassifiedShare()},
                           {"unclassified", passagesJson(coverage.unclassified)}, {"outside", passagesJson(coverage.outside)},
                           {"passages", coverage.passages}, {"altered", passagesJson(coverage.altered)}});
        return;
    }
    Table table{{"class", "characters"}};
    for (auto const fate : order) { table.add({plan::name(fate), std::to_string(count(coverage, fate))}); }
    table.add({"all", std::to_string(coverage.total())});
    table.print();
    std::printf("unclassified %.2f %% of what is not noise\n", coverage.unclassifiedShare() * 100);
    std::printf("rebuilt      %zu of %zu fields to the letter\n", coverage.passages - coverage.altered.size(), coverage.passages);
    printPassages("outside", coverage.outside, 60);
    printPassages("altered", coverage.altered, 0);
    printPassages("unclassified", coverage.unclassified, 0);
}

} // namespace zhengtu::cli
