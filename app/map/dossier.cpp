#include "map/dossier.hpp"

#include "core/utf.hpp"
#include "map/dossier_facts.hpp"
#include "map/task_table_model.hpp"
#include "map/words.hpp"

#include <QClipboard>
#include <QGuiApplication>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace zhengtu::map {

Dossier::Dossier(QObject* parent) : QObject{parent} {}

void Dossier::show(ledger::TaskRow task, cartography::Status status)
{
    m_task = std::move(task);
    m_status = status;
    m_context.reset();
    fill();
    mark();
    emit changed();
}

void Dossier::clear()
{
    m_task.reset();
    m_context.reset();
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

void Dossier::setContext(workspace::TaskContext context)
{
    m_context = std::move(context);
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
    using Facts = std::vector<FactsModel::Fact>;
    m_units.set(m_task ? unitFacts(*m_task) : Facts{});
    m_sites.set(m_task ? siteFacts(*m_task) : Facts{});
    m_overlays.set(m_context ? zoneFacts(*m_context) : Facts{});
    m_nearby.set(m_context ? nearbyFacts(*m_context) : Facts{});
    m_findings.set(m_context ? findingFactsOf(*m_context) : Facts{});
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
    for (auto const* list : {&m_units, &m_sites, &m_overlays, &m_nearby, &m_findings}) {
        for (auto const& fact : list->facts()) { lines << fact.label + QStringLiteral(": ") + fact.value; }
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace zhengtu::map
