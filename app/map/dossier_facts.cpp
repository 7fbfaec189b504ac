#include "map/dossier_facts.hpp"

#include "map/answer_sheet.hpp"
#include "map/finding_list.hpp"
#include "map/reasons.hpp"
#include "map/words.hpp"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace zhengtu::map {
namespace {

struct DossierWords {
    Q_DECLARE_TR_FUNCTIONS(Dossier)
};

/// A source as it is, but in the language of the window where a person is it.
QString sourceWords(QString const& source)
{
    constexpr QLatin1String byHand{"corrected by "};
    return source.startsWith(byHand) ? DossierWords::tr("corrected by %1").arg(source.sliced(byHand.size())) : source;
}

QString notesOf(QStringList notes)
{
    notes.removeAll(QString{});
    return notes.join(QLatin1Char('\n'));
}

QString named(workspace::QueryRow const& row)
{
    auto const roles = zoneWord(row.zoneRole);
    return qs(row.zone) + (roles.isEmpty() ? QString{} : QStringLiteral(" · ") + roles);
}

/// "1 240 m ± 2 km": the error is that of the place.
QString distanceWord(workspace::QueryRow const& row)
{
    auto const metres = QLocale::c().toString(row.hit.distanceM, 'f', 0) + QStringLiteral(" m");
    auto const radius = radiusWord(row.site.radiusM);
    return radius.isEmpty() ? metres : metres + QLatin1Char(' ') + radius;
}

} // namespace

std::vector<FactsModel::Fact> unitFacts(ledger::TaskRow const& task)
{
    std::vector<FactsModel::Fact> facts;
    for (auto const role : {plan::UnitRole::Lead, plan::UnitRole::InlineLead, plan::UnitRole::Responsible, plan::UnitRole::Cooperating, plan::UnitRole::Acceptance, plan::UnitRole::Person}) {
        QStringList names;
        for (auto const& unit : task.units) {
            if (unit.role == role) { names << oneLine(qs(unit.name.text)); }
        }
        if (!names.isEmpty()) { facts.push_back({roleWord(role), names.join(QStringLiteral("、")), {}, {}, {}}); }
    }
    return facts;
}

std::vector<FactsModel::Fact> siteFacts(ledger::TaskRow const& task)
{
    std::vector<FactsModel::Fact> facts;
    for (auto const& site : task.sites) {
        auto const known = !site.shape.empty();
        auto label = precisionWord(known ? site.precision : place::Precision::Unlocated);
        // An area says itself how far: its radius is only the error of its outline.
        if (auto const radius = radiusWord(site.radiusM); known && site.shape.type != geo::ShapeType::Polygon && !radius.isEmpty()) { label += QLatin1Char(' ') + radius; }
        QStringList notes{reasonWords(site.reason)};
        if (site.schematic) { notes << DossierWords::tr("The shape is schematic: do not measure on it."); }
        if (!site.source.empty()) { notes << DossierWords::tr("Source: %1").arg(sourceWords(qs(site.source))); }
        auto place = qs(site.place);
        if (place.isEmpty()) { place = DossierWords::tr("(no place named)"); }
        if (!site.county.empty() && site.county != site.place) { place += QStringLiteral(" · ") + qs(site.county); }
        facts.push_back({label, place, notesOf(notes), qs(site.id), known ? (site.schematic ? QStringLiteral("schematic") : QString{}) : QStringLiteral("unlocated")});
    }
    return facts;
}

std::vector<FactsModel::Fact> zoneFacts(workspace::TaskContext const& context)
{
    std::vector<FactsModel::Fact> facts;
    for (auto const& row : context.zones) {
        auto const yes = row.hit.answer == analysis::Answer::Yes;
        auto label = positionWord(row.hit);
        if (!yes) { label = DossierWords::tr("maybe (%1)").arg(chanceWord(row.hit.probability)) + QStringLiteral(", ") + label; }
        QStringList notes{qs(row.site.place), reasonWords(row.hit.reason)};
        if (row.schematic) { notes << DossierWords::tr("The zone is schematic."); }
        facts.push_back({label, named(row), notesOf(notes), qs(row.zone), yes ? QStringLiteral("yes") : QStringLiteral("maybe")});
    }
    return facts;
}

std::vector<FactsModel::Fact> nearbyFacts(workspace::TaskContext const& context)
{
    std::vector<FactsModel::Fact> facts;
    for (auto const& [kind, row] : context.nearby) {
        QStringList notes{DossierWords::tr("%1, from %2").arg(layerKindWord(kind), qs(row.site.place))};
        if (row.schematic) { notes << DossierWords::tr("The zone is schematic."); }
        facts.push_back({distanceWord(row), named(row), notesOf(notes), qs(row.zone), row.schematic ? QStringLiteral("schematic") : QString{}});
    }
    return facts;
}

std::vector<FactsModel::Fact> findingFactsOf(workspace::TaskContext const& context)
{
    auto facts = findingFacts(context.findings);
    if (!context.rulesWereRun) { facts.push_back({DossierWords::tr("Rules"), DossierWords::tr("not run yet"), {}, {}, {}}); }
    if (!context.claimsWereRun) { facts.push_back({DossierWords::tr("Statements"), DossierWords::tr("not checked yet"), {}, {}, {}}); }
    return facts;
}

} // namespace zhengtu::map
