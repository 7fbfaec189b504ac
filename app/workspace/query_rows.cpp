#include "workspace/query_rows.hpp"

#include "ledger/site_table.hpp"
#include "ledger/task_pages.hpp"

#include <algorithm>
#include <format>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace zhengtu::workspace {

namespace {

QueryRow rowOf(QueryHit hit, ledger::SiteTable const& table, ledger::TaskRow const& task)
{
    auto const number = hit.hit.site;
    QueryRow row{std::move(hit), task, {}};
    row.site = row.task.sites.at(number - table.firstSite(table.taskOf(number)));
    return row;
}

} // namespace

bool QueryRow::knownByAreaOnly() const noexcept { return place::isSomewhereIn(site); }

std::vector<QueryRow> rowsOf(std::vector<QueryHit> hits, ledger::SiteTable const& table, std::vector<ledger::TaskRow> const& tasks)
{
    std::vector<QueryRow> rows;
    rows.reserve(hits.size());
    for (auto& hit : hits) {
        auto const& task = tasks[table.taskOf(hit.hit.site)];
        rows.push_back(rowOf(std::move(hit), table, task));
    }
    return rows;
}

Result<void> eachRow(std::vector<QueryHit> const& hits, ledger::SiteTable const& table, ledger::TaskPages& pages, std::function<Result<void>(QueryRow const&)> const& visit)
{
    constexpr std::size_t pageSize = 2000;
    for (std::size_t begin = 0; begin < hits.size(); begin += pageSize) {
        auto const page = std::span{hits}.subspan(begin, std::min(pageSize, hits.size() - begin));
        std::unordered_map<std::size_t, std::size_t> places; // of tasks among those that are read
        std::vector<std::string_view> ids;
        for (auto const& hit : page) {
            auto const task = table.taskOf(hit.hit.site);
            if (places.try_emplace(task, ids.size()).second) { ids.push_back(table.taskId(task)); }
        }
        auto const tasks = pages.read(ids);
        if (!tasks) { return std::unexpected{tasks.error()}; }
        for (auto const& hit : page) {
            auto const seen = visit(rowOf(hit, table, (*tasks)[places.at(table.taskOf(hit.hit.site))]));
            if (!seen) { return seen; }
        }
    }
    return {};
}

geo::Layer emptyLayer(std::string id, std::string title)
{
    geo::Layer layer;
    layer.id = std::move(id);
    layer.title = std::move(title);
    layer.kind = "query_result";
    layer.style = "query_result";
    return layer;
}

void add(geo::Layer& layer, QueryRow const& row)
{
    geo::Feature feature;
    feature.id = std::format("{}-{}", row.site.id, layer.features.size() + 1);
    feature.name = row.site.place;
    feature.kind = "query_result";
    feature.zone = row.zoneRole;
    feature.parent = row.zone;
    feature.adcode = row.site.adcode;
    feature.county = row.site.county;
    feature.source = row.site.source;
    feature.accuracyM = row.site.radiusM;
    feature.schematic = row.site.schematic || row.schematic;
    feature.shape = row.site.shape;
    feature.more = {{"task_id", row.task.id}, {"site_id", row.site.id}, {"answer", analysis::name(row.hit.answer)},
                    {"position", analysis::name(row.hit.position)}, {"distance_m", std::format("{:.1f}", row.hit.distanceM)},
                    {"share", std::format("{:.4f}", row.hit.share)},
                    {"probability", row.hit.probability ? std::format("{:.3f}", *row.hit.probability) : std::string{}}, {"precision", std::string{place::name(row.site.precision)}},
                    {"reason", row.hit.reason}};
    layer.features.push_back(std::move(feature));
}

geo::Layer asLayer(std::vector<QueryRow> const& rows, std::string id, std::string title)
{
    auto layer = emptyLayer(std::move(id), std::move(title));
    for (auto const& row : rows) { add(layer, row); }
    return layer;
}

} // namespace zhengtu::workspace
