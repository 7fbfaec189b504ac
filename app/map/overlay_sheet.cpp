#include "map/overlay_sheet.hpp"

#include "map/reasons.hpp"
#include "map/words.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <string_view>

namespace zhengtu::map {
namespace {

struct Overlays {
    Q_DECLARE_TR_FUNCTIONS(Overlays)
};

using Fields = std::vector<std::pair<std::string, std::string>>;

QString field(Fields const& fields, std::string_view key)
{
    auto const at = std::ranges::find(fields, key, [](auto const& pair) { return std::string_view{pair.first}; });
    return at == fields.end() ? QString{} : qs(at->second);
}

QString key(geo::Layer const& layer, std::string const& feature) { return QStringLiteral("feature:%1/%2").arg(qs(layer.id), qs(feature)); }

/// 1 公顷 = 10,000 m2, 1 亩 = 10,000/15 m2.
QString areaWords(double areaM2)
{
    return Overlays::tr("%1 km² = %2 ha = %3 mu").arg(QString::number(areaM2 / 1e6, 'f', 6), QString::number(areaM2 / 1e4, 'f', 4), QString::number(areaM2 * 15 / 1e4, 'f', 3));
}

/// One page for each unit.
void addMines(SheetContent& content, workspace::OverlayOutcome const& outcome)
{
    struct Unit {
        char const* suffix;
        QString title;
    };
    for (auto const& [suffix, unit] : {Unit{"_km2", Overlays::tr("Mines, km²")}, {"_ha", Overlays::tr("Mines, ha")}, {"_mu", Overlays::tr("Mines, mu")}}) {
        SheetContent::Page page{unit, {Overlays::tr("Mine"), Overlays::tr("Relation"), Overlays::tr("Before"), Overlays::tr("Overlap"), Overlays::tr("Pillar"), Overlays::tr("After"), Overlays::tr("Zones"), Overlays::tr("Loses something"), Overlays::tr("Why")},
                                {}, {2, 3, 4, 5}};
        for (auto const& row : outcome.rows) {
            auto const value = [&row, suffix](std::string const& what) { return field(row, what + suffix); };
            auto const relation = field(row, "relation");
            auto const untouched = relation == QLatin1String("apart");
            page.rows.push_back({{field(row, "mine"), fieldWord(utf8(relation)), value("before"), value("overlap"), value("pillar"), value("after"), field(row, "zones"), fieldWord(utf8(field(row, "answer"))), reasonWords(utf8(field(row, "why")))},
                                 {}, untouched ? QString{} : QStringLiteral("warning")});
        }
        // Those that lose something come first.
        std::ranges::stable_partition(page.rows, [](ResultTable::Row const& row) { return !row.tone.isEmpty(); });
        content.pages.push_back(std::move(page));
    }
}

void addFeatures(SheetContent& content, workspace::OverlayOutcome const& outcome)
{
    SheetContent::Page page{Overlays::tr("Features"),
                            {Overlays::tr("Name"), Overlays::tr("Part"), QStringLiteral("km²"), Overlays::tr("ha"), Overlays::tr("mu"), Overlays::tr("Share"), Overlays::tr("Data ± km²"),
                             Overlays::tr("Length, m"), Overlays::tr("Measured from"), Overlays::tr("Id")},
                            {}, {2, 3, 4, 5, 6, 7}};
    for (auto const& feature : outcome.layer.features) {
        auto const value = [&feature](char const* name) { return field(feature.more, name); };
        auto name = qs(feature.name);
        if (feature.schematic) { name += Overlays::tr(" (schematic)"); }
        page.rows.push_back({{name, fieldWord(feature.zone), value("area_km2"), value("area_ha"), value("area_mu"), value("share"), value("data_error_km2"), value("length_m"),
                              fieldWord(utf8(value("measured_from"))), qs(feature.id)},
                             key(outcome.layer, feature.id), feature.schematic ? QStringLiteral("maybe") : QString{}});
    }
    content.pages.push_back(std::move(page));
}

void addSlivers(SheetContent& content, workspace::OverlayOutcome const& outcome)
{
    if (outcome.slivers.empty()) { return; }
    SheetContent::Page page{Overlays::tr("Slivers: %1").arg(QString::number(outcome.slivers.size())), {Overlays::tr("Id"), Overlays::tr("Area, m²"), Overlays::tr("Width, m"), Overlays::tr("Longitude"), Overlays::tr("Latitude")},
                            {}, {1, 2, 3, 4}};
    for (auto const& sliver : outcome.slivers) {
        page.rows.push_back({{qs(sliver.feature), QString::number(sliver.areaM2, 'f', 3), QString::number(sliver.widthM, 'f', 3), QString::number(sliver.at.lon, 'f', 6),
                              QString::number(sliver.at.lat, 'f', 6)},
                             key(outcome.layer, sliver.feature), {}});
    }
    content.pages.push_back(std::move(page));
}

void addFaults(SheetContent& content, workspace::OverlayOutcome const& outcome)
{
    SheetContent::Page page{{}, {Overlays::tr("Side"), Overlays::tr("What"), Overlays::tr("Number"), Overlays::tr("Id"), Overlays::tr("Name"), Overlays::tr("Why")}, {}, {2}};
    for (auto const& input : outcome.inputs) {
        auto const& layer = input.selection.layer;
        auto const add = [&](QString const& what, std::vector<analysis::FeatureNote> const& notes, bool lost) {
            for (auto const& note : notes) {
                page.rows.push_back({{qs(input.selection.said), what, QString::number(note.number), qs(note.id), qs(note.name), reasonWords(note.reason)}, {},
                                     lost ? QStringLiteral("warning") : QString{}});
            }
        };
        add(Overlays::tr("repaired"), layer.repaired, false);
        add(Overlays::tr("left out"), layer.refused, true);
    }
    if (page.rows.empty()) { return; }
    page.title = Overlays::tr("Repaired and left out: %1").arg(QString::number(page.rows.size()));
    content.pages.push_back(std::move(page));
}

} // namespace

SheetContent overlaySheet(workspace::OverlayOutcome const& outcome)
{
    SheetContent content;
    content.title = qs(outcome.layer.title);
    content.extent = rectOf(outcome.layer);
    content.summary = Overlays::tr("%1 features, kept in the ledger as layer %2").arg(QString::number(outcome.layer.features.size()), qs(outcome.layer.id));
    if (!outcome.rows.empty()) { addMines(content, outcome); }
    addFeatures(content, outcome);
    addFaults(content, outcome);
    addSlivers(content, outcome);
    auto const tell = [&content](QString const& label, QString const& value, QString const& tone = {}) { content.account.push_back({label, value, {}, {}, tone}); };
    for (auto const& [name, value] : outcome.totals) {
        auto const isArea = name.ends_with("_m2");
        tell(fieldWord(isArea ? name.substr(0, name.size() - 3) : name), isArea ? areaWords(value) : QString::number(value, 'g', 10));
    }
    for (auto const& [name, value] : outcome.parameters) { tell(fieldWord(name), qs(value)); }
    for (auto const& input : outcome.inputs) {
        auto const& selection = input.selection;
        tell(fieldWord(input.role), Overlays::tr("%1: %2 features, %3 used, %4 repaired, %5 left out")
                                        .arg(qs(selection.said), QString::number(selection.given), QString::number(selection.layer.features.size()),
                                             QString::number(selection.layer.repaired.size()), QString::number(selection.layer.refused.size())),
             selection.layer.refused.empty() ? QString{} : QStringLiteral("warning"));
    }
    tell(Overlays::tr("Areas"), Overlays::tr("geodesic, CGCS2000, right to %1 m² in all for the shapes as they are").arg(QString::number(outcome.errorM2, 'g', 3)));
    for (auto const& note : outcome.notes) { tell(Overlays::tr("Note"), reasonWords(note)); }
    if (std::ranges::contains(outcome.parameters, std::pair<std::string, std::string>{"operation", "coverage"})) {
        auto const verdict = outcome.faults ? Overlays::tr("There are gaps or overlaps wider than slivers.") : Overlays::tr("There is no gap and no overlap wider than a sliver.");
        tell(Overlays::tr("Verdict"), verdict, outcome.faults ? QStringLiteral("warning") : QString{});
        content.summary = verdict + QStringLiteral("  ") + content.summary;
    }
    return content;
}

} // namespace zhengtu::map
