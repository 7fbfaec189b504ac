#include "map/hotspot_sheet.hpp"

#include "map/reasons.hpp"
#include "map/words.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string_view>

namespace zhengtu::map {
namespace {

struct Hotspots {
    Q_DECLARE_TR_FUNCTIONS(Hotspots)
};

using workspace::HotspotMethod;

std::string more(geo::Feature const& feature, std::string_view key)
{
    auto const found = std::ranges::find(feature.more, key, [](auto const& field) { return std::string_view{field.first}; });
    return found == feature.more.end() ? std::string{} : found->second;
}

QString cellWord(std::string const& column, std::string const& value)
{
    auto const isWord = column == "class" || column == "small_number";
    return isWord ? fieldWord(value) : oneLine(qs(value));
}

} // namespace

QString methodWord(HotspotMethod method)
{
    switch (method) {
    case HotspotMethod::Density: return Hotspots::tr("Density: how much lies round about each place");
    case HotspotMethod::Clusters: return Hotspots::tr("Clusters (DBSCAN): which sites form groups");
    case HotspotMethod::Gi: return Hotspots::tr("Hot and cold (Gi*): where is more than chance would put there");
    case HotspotMethod::Counties: return Hotspots::tr("Counties: which have more than their size explains");
    }
    return {};
}

SheetContent hotspotSheet(HotspotMethod method, workspace::HotspotAnswer const& answer)
{
    auto const columns = workspace::mainFields(method);
    SheetContent content;
    content.title = methodWord(method);
    content.extent = rectOf(answer.layer);
    content.summary = Hotspots::tr("%1 features, kept in the ledger as layer %2").arg(QString::number(answer.layer.features.size()), qs(answer.layer.id));
    SheetContent::Page significant{{}, {Hotspots::tr("Name")}, {}, {}}, all{Hotspots::tr("All"), {Hotspots::tr("Name")}, {}, {}};
    for (auto const& column : columns) {
        significant.headings << fieldWord(column);
        if (column != "class" && column != "counties" && column != "small_number") { significant.numbers << static_cast<int>(significant.headings.size()) - 1; }
    }
    all.headings = significant.headings;
    all.numbers = significant.numbers;
    for (auto const& feature : answer.layer.features) {
        ResultTable::Row row{{qs(feature.name.empty() ? feature.id : feature.name)}, QStringLiteral("feature:%1/%2").arg(qs(answer.layer.id), qs(feature.id)), {}};
        for (auto const& column : columns) { row.cells << cellWord(column, more(feature, column)); }
        auto const word = more(feature, "class");
        if (word.starts_with("hot") || word == "many") { row.tone = QStringLiteral("warning"); }
        else if (word.starts_with("cold") || word == "few") { row.tone = QStringLiteral("maybe"); }
        if (!row.tone.isEmpty()) { significant.rows.push_back(row); }
        all.rows.push_back(std::move(row));
    }
    auto const tests = method == HotspotMethod::Gi || method == HotspotMethod::Counties; // these say of each place whether it stands out
    if (tests) {
        significant.title = Hotspots::tr("Significant: %1").arg(QString::number(significant.rows.size()));
        content.pages = {std::move(significant), std::move(all)};
        if (content.pages.front().rows.empty()) { std::ranges::reverse(content.pages); } // what there is stands first
    } else {
        content.pages = {std::move(all)};
    }
    for (auto const& warning : answer.warnings) { content.account.push_back({Hotspots::tr("Warning"), reasonWords(warning), {}, {}, QStringLiteral("warning")}); }
    for (auto const& [name, value, reason] : answer.parameters) { content.account.push_back({fieldWord(name), fieldWord(value), reasonWords(reason), {}, {}}); }
    for (auto const& [name, value] : answer.counts) { content.account.push_back({fieldWord(name), qs(value), {}, {}, {}}); }
    return content;
}

} // namespace zhengtu::map
