#include "cli/console.hpp"
#include "cli/exit_code.hpp"
#include "cli/json.hpp"
#include "cli/options.hpp"
#include "workspace/relocation.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <format>
#include <string>

namespace zhengtu::cli {

namespace {

void printSites(std::vector<place::Site> const& sites)
{
    Table table{{"place", "kind", "precision", "radius", "county", "feature", "why"}};
    for (auto const& site : sites) {
        table.add({site.place, std::string{place::name(site.kind)}, std::string{place::name(site.precision)}, std::format("{:.0f} m", site.radiusM),
                   site.county, site.featureId, site.reason});
        for (auto const& candidate : site.candidates) {
            table.add({"  or " + candidate.name, "", "candidate", "", "", candidate.featureId, candidate.reason});
        }
    }
    table.print();
    if (std::ranges::all_of(sites, [](auto const& site) { return site.shape.empty(); })) { std::printf("not located\n"); }
}

} // namespace

int runLocate(LocateOptions const& options)
{
    if (options.text.find_first_not_of(" \t\r\n") == std::string::npos) {
        return report({.code = ErrorCode::Usage, .detail = "no place is asked for", .where = {}, .cure = "Give a name or a stretch of text: zhengtu locate 姚村镇 --scope 太原市."});
    }
    auto const atlas = workspace::atlasFor(options.ledger);
    if (!atlas) { return report(atlas.error()); }
    auto const sites = atlas->locate(options.text, options.scope);
    if (!sites) { return report(sites.error()); }
    if (options.json) {
        auto json = nlohmann::ordered_json::array();
        for (auto const& site : *sites) { json.push_back(toJson(site)); }
        print(json);
    } else if (!options.quiet) {
        printSites(*sites);
    }
    return Ok;
}

} // namespace zhengtu::cli
