#include "cli/query_report.hpp"

#include "cli/console.hpp"
#include "cli/json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <format>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace zhengtu::cli {

namespace {

std::string whyOf(workspace::QueryHit const& row)
{
    if (row.others == 0) { return row.hit.reason; }
    return std::format("{}{}{} other{} as well", row.hit.reason, row.hit.reason.empty() ? "" : "; ", row.others, row.others == 1 ? "" : "s");
}

/// "0.37", "<0.01", "?" where no model tells; nothing for what is certain.
std::string chanceWords(std::optional<double> const& chance)
{
    if (!chance) { return "?"; }
    if (*chance >= 1) { return {}; }
    if (*chance < 0.005) { return "<0.01"; }
    return *chance > 0.995 ? ">0.99" : std::format("{:.2f}", *chance);
}

/// Rows that a reader would take for one: all that is known of their sites is the same area, so the answer is the same.
struct Line {
    workspace::QueryHit const* first = nullptr;
    std::size_t sites = 0, tasks = 0;
    bool samePlace = true;
};

std::string placeOf(Line const& line, ledger::SiteTable const& table)
{
    auto const site = line.first->hit.site;
    if (line.sites == 1) { return std::string{table.place(site)}; }
    auto const county = table.view(site).county;
    return std::format("{}: {} sites", line.samePlace || county.empty() ? table.place(site) : county, line.sites);
}

std::vector<Line> linesOf(Found const& found)
{
    std::vector<Line> lines;
    std::map<std::tuple<std::string, std::string, std::string, place::Precision, std::string>, std::size_t> areas;
    std::set<std::pair<std::size_t, std::size_t>> shared; // line and task, of lines that sites share
    for (auto const& row : found.answer.hits) {
        auto const site = found.table.view(row.hit.site);
        auto at = lines.size();
        bool const area = row.hit.answer == analysis::Answer::Maybe && place::isSomewhereIn(site);
        if (area) { at = areas.try_emplace({row.zone, row.zoneRole, std::string{site.adcode}, site.precision, whyOf(row)}, at).first->second; }
        if (at == lines.size()) { lines.emplace_back().first = &row; }
        auto& line = lines[at];
        ++line.sites;
        line.tasks += !area || shared.emplace(at, found.table.taskOf(row.hit.site)).second ? 1U : 0U;
        line.samePlace = line.samePlace && found.table.place(row.hit.site) == found.table.place(line.first->hit.site);
    }
    return lines;
}

void printTable(Found const& found)
{
    auto const& [table, answer, pages] = found;
    auto const& rows = answer.hits;
    if (answer.asked.empty()) {
        std::puts("The ledger has no such task, so there is nothing to ask about.");
        return;
    }
    auto const lines = linesOf(found);
    Table out{{"answer", "p", "task", "no", "place", "precision", "zone", "role", "position", "distance_m", "why"}};
    for (auto const& line : lines) {
        auto const& row = *line.first;
        bool const one = line.tasks == 1;
        auto const task = table.taskOf(row.hit.site);
        out.add({analysis::name(row.hit.answer), chanceWords(row.hit.probability), one ? std::string{table.taskId(task)} : std::format("{} tasks", line.tasks),
                   one ? std::string{table.taskNo(task)} : "", placeOf(line, table), std::string{place::name(table.view(row.hit.site).precision)},
                   row.zone + (row.schematic ? " (schematic)" : ""), row.zoneRole, analysis::name(row.hit.position),
                   std::format("{:.0f}", row.hit.distanceM), whyOf(row)});
    }
    if (!rows.empty()) { out.print(); }
    auto const yes = static_cast<std::size_t>(std::ranges::count(rows, analysis::Answer::Yes, [](auto const& row) { return row.hit.answer; }));
    std::printf("%zu sites: %zu yes, %zu maybe (distances geodesic, CGCS2000)\n", rows.size(), yes, rows.size() - yes);
    if (answer.others > 0) {
        std::printf("%zu more sites may be as near: too little is known of where they are. zhengtu sites lists them.\n", answer.others);
    }
    if (lines.size() < rows.size()) { std::puts("Sites of which only the same area is known share a line; --json and --output list each."); }
    if (std::ranges::any_of(rows, &workspace::QueryHit::schematic)) {
        std::puts("Schematic zones are drawn from descriptions: check against the official boundary before acting on an answer.");
    }
}

} // namespace

void printCounts(std::vector<workspace::CountRow> const& rows, std::string const& by, bool json)
{
    if (json) {
        auto list = nlohmann::ordered_json::array();
        for (auto const& row : rows) {
            list.push_back({{by, row.key.empty() ? nlohmann::ordered_json{} : nlohmann::ordered_json(row.key)}, {"tasks", row.asked}, {"yes", row.yes},
                            {"maybe", row.maybe}, {"expected", row.expected}, {"sites", row.sites}});
        }
        print(list);
        return;
    }
    Table table{{by, "tasks", "yes", "maybe", "expected", "sites"}};
    for (auto const& row : rows) {
        table.add({row.key.empty() ? "(several or none)" : row.key, std::to_string(row.asked), std::to_string(row.yes), std::to_string(row.maybe),
                   std::format("{:.1f}", row.expected), std::to_string(row.sites)});
    }
    table.print();
    std::printf("tasks: all that were asked about; yes, maybe: tasks hit; expected: the sum of their probabilities\n");
}

Result<void> printRows(Found const& found, bool json)
{
    if (!json) {
        printTable(found);
        return {};
    }
    ArrayPrinter rows;
    auto const printed = workspace::eachRow(found.answer.hits, found.table, found.pages, [&](workspace::QueryRow const& row) -> Result<void> {
        rows.add(toJson(row));
        return {};
    });
    if (!printed) { return printed; }
    rows.end();
    if (found.answer.others > 0) { std::fprintf(stderr, "note: %zu more sites may be as near\n", found.answer.others); }
    return {};
}

} // namespace zhengtu::cli
