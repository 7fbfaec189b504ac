#include "map/dossier.hpp"

#include "core/utf.hpp"
#include "map/reasons.hpp"
#include "map/task_table_model.hpp"
#include "map/words.hpp"

#include <QClipboard>
#include <QGuiApplication>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace zhengtu::map {
namespace {

/// A source as it is, but in the language of the window where a person is it.
QString sourceWords(QString const& source)
{
    constexpr QLatin1String byHand{"corrected by "};
    return source.startsWith(byHand) ? Dossier::tr("corrected by %1").arg(source.sliced(byHand.size())) : source;
}

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

} // namespace

Dossier::Dossier(QObject* parent) : QObject{parent} {}

void Dossier::show(ledger::TaskRow task, cartography::Status status)
{
    m_task = std::move(task);
    m_status = status;
    m_overlayRows.clear();
    fill();
    mark();
    emit changed();
}

void Dossier::clear()
{
    m_task.reset();
    m_overlayRows.clear();
    fill();
    m_source.setMarks({}, {});
    emit changed();
}

void Dossier::setSource(std::string const& planId, std::string const& text)
{
    m_sourcePlan = planId;
    m_source.setText(toUtf32(text).value_or(std::u32string{}));
    mark();
}

void Dossier::setOverlays(std::vector<workspace::QueryRow> const& rows)
{
    m_overlayRows = rows;
    fill();
    emit changed();
}

void Dossier::retranslate()
{
    fill();
    emit changed();
}

void Dossier::fill()
{
    std::vector<FactsModel::Fact> sites, overlays;
    if (m_task) {
        for (auto const& site : m_task->sites) {
            auto const known = !site.shape.empty();
            auto label = precisionWord(known ? site.precision : place::Precision::Unlocated);
            // An area says itself how far: its radius is only the error of its outline.
            if (auto const radius = radiusWord(site.radiusM); known && site.shape.type != geo::ShapeType::Polygon && !radius.isEmpty()) { label += QLatin1Char(' ') + radius; }
            QStringList notes{reasonWords(site.reason)};
            if (site.schematic) { notes << tr("The shape is schematic: do not measure on it."); }
            if (!site.source.empty()) { notes << tr("Source: %1").arg(sourceWords(qs(site.source))); }
            notes.removeAll(QString{});
            auto place = qs(site.place);
            if (place.isEmpty()) { place = tr("(no place named)"); }
            if (!site.county.empty() && site.county != site.place) { place += QStringLiteral(" · ") + qs(site.county); }
            sites.push_back({label, place, notes.join(QLatin1Char('\n')), qs(site.id),
                             known ? (site.schematic ? QStringLiteral("schematic") : QString{}) : QStringLiteral("unlocated")});
        }
    }
    for (auto const& row : m_overlayRows) {
        auto const yes = row.hit.answer == analysis::Answer::Yes;
        auto name = qs(row.zone);
        if (!row.zoneRole.empty()) {
            QStringList roles; // "core|buffer" where it cannot be told
            for (auto const& role : qs(row.zoneRole).split(QLatin1Char('|'))) { roles << zoneWord(utf8(role)); }
            name += QStringLiteral(" · ") + roles.join(tr(" or "));
        }
        QStringList notes{reasonWords(row.hit.reason)};
        if (row.schematic) { notes << tr("The zone is schematic."); }
        notes.removeAll(QString{});
        overlays.push_back({yes ? tr("Inside") : tr("Maybe"), name, notes.join(QLatin1Char('\n')), qs(row.zone),
                            yes ? QStringLiteral("yes") : QStringLiteral("maybe")});
    }
    m_units.set(m_task ? unitFacts(*m_task) : std::vector<FactsModel::Fact>{});
    m_sites.set(std::move(sites));
    m_overlays.set(std::move(overlays));
}

void Dossier::mark()
{
    if (!m_task || m_task->planId != m_sourcePlan) {
        m_source.setMarks({}, {});
        return;
    }
    using Kind = SourceTextModel::Kind;
    std::vector<SourceTextModel::Mark> marks{{m_task->problemSpan, Kind::Problem}, {m_task->taskSpan, Kind::Task}};
    for (auto const& unit : m_task->units) { marks.push_back({unit.name.span, Kind::Unit}); }
    marks.push_back({m_task->deadline.said.span, Kind::Deadline});
    Span place;
    for (auto const& site : m_task->sites) {
        marks.push_back({site.span, Kind::Place});
        if (place.empty()) { place = site.span; }
    }
    std::erase_if(marks, [](SourceTextModel::Mark const& mark) { return mark.span.empty(); });
    auto const focus = !m_task->taskSpan.empty() ? m_task->taskSpan : !place.empty() ? place : m_task->problemSpan;
    m_source.setMarks(std::move(marks), focus);
}

QString Dossier::taskId() const { return m_task ? qs(m_task->id) : QString{}; }
QString Dossier::number() const { return m_task ? taskNumber(*m_task) : QString{}; }
QString Dossier::plan() const { return m_task ? qs(m_task->planTitle) : QString{}; }
QString Dossier::section() const { return m_task ? oneLine(qs(m_task->section)) : QString{}; }
QString Dossier::feedback() const { return m_task && m_task->feedbackNo ? tr("Feedback problem %1").arg(QString::number(*m_task->feedbackNo)) : QString{}; }
QString Dossier::problem() const { return m_task ? qs(m_task->problemText).trimmed() : QString{}; }
QString Dossier::goals() const { return m_task ? qs(m_task->goals).trimmed() : QString{}; }
QString Dossier::measure() const { return m_task ? qs(m_task->taskText).trimmed() : QString{}; }
QString Dossier::categories() const { return m_task ? categoryWords(m_task->categories) : QString{}; }
QString Dossier::deadline() const { return m_task ? deadlineWord(m_task->deadline) : QString{}; }
QString Dossier::deadlineSaid() const { return m_task ? oneLine(qs(m_task->deadline.said.text)) : QString{}; }
QString Dossier::status() const { return m_task ? statusWord(m_status) : QString{}; }
QString Dossier::statusKey() const { return m_task ? QString::fromLatin1(cartography::name(m_status)) : QString{}; }

QString Dossier::counties() const
{
    QStringList names;
    if (m_task) {
        for (auto const& county : m_task->counties) { names << qs(county); }
    }
    return names.join(QStringLiteral("、"));
}

bool Dossier::schematic() const
{
    return m_task && std::ranges::any_of(m_task->sites, [](place::Site const& site) { return site.schematic; });
}

void Dossier::copy() const { QGuiApplication::clipboard()->setText(asText()); }

QString Dossier::asText() const
{
    if (!m_task) { return {}; }
    QStringList lines{plan(), number() + QLatin1Char(' ') + section(), tr("Problem: %1").arg(problem()), tr("Measure: %1").arg(measure()),
                      tr("Deadline: %1").arg(deadlineSaid().isEmpty() ? deadline() : deadlineSaid()), tr("Status: %1").arg(status())};
    for (auto const* list : {&m_units, &m_sites, &m_overlays}) {
        for (auto const& fact : list->facts()) { lines << fact.label + QStringLiteral(": ") + fact.value; }
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace zhengtu::map
