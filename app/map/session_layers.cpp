#include "map/reasons.hpp"
#include "map/session.hpp"
#include "map/words.hpp"

#include <set>

/// A user's own layers: taken into the ledger, and what that changed in words.
namespace zhengtu::map {
namespace {

/// A list that is told whole would hide what stands below it.
constexpr std::size_t longList = 200;

QString whereWord(std::optional<place::Site> const& site)
{
    if (!site) { return QStringLiteral("—"); }
    auto const radius = radiusWord(site->radiusM);
    return precisionWord(site->precision) + (radius.isEmpty() ? QString{} : QLatin1Char(' ') + radius);
}

} // namespace

void Session::addLayer(workspace::UserLayerRequest const& request, std::filesystem::path const& ledger, bool unsaved)
{
    auto const name = QString::fromStdString(request.file.filename().string());
    m_jobs.run(tr("Adding %1, placing the tasks again").arg(name), [this, request, name, ledger, unsaved, asOf = m_asOf](analysis::Progress const& progress) -> JobRunner::Answer {
        auto outcome = m_backend->addLayer(request, ledger, asOf, progress);
        return [this, request, name, ledger, unsaved, outcome = std::move(outcome)] {
            if (outcome) {
                reportLayer(*outcome);
                read(ledger, unsaved);
            } else if (outcome.error().code == ErrorCode::Crs && request.crs.empty()) {
                m_newLayer.ask({request.file}); // the form says why, and takes the answer
            } else {
                m_messages.add(tr("%1 was not added").arg(name), outcome.error());
            }
        };
    });
}

void Session::reportLayer(workspace::LayerOutcome const& outcome)
{
    auto const& report = outcome.report;
    QStringList lines{tr("%1 rows read: %2 kept, %3 refused, %4 repaired").arg(QString::number(report.read), QString::number(report.kept),
                          QString::number(report.refused.size()), QString::number(report.repaired.size())),
                      tr("Encoding: %1; coordinates: %2").arg(qs(report.encoding), qs(report.crs))};
    auto const rows = [&](QString const& pattern, std::vector<workspace::RowNote> const& notes) {
        for (auto const& row : notes) { lines << pattern.arg(QString::number(row.row), oneLine(qs(row.name)), reasonWords(row.reason)); }
    };
    rows(tr("Row %1 %2 refused: %3"), report.refused);
    rows(tr("Row %1 %2 repaired: %3"), report.repaired);
    rows(tr("Row %1 %2 has no position: %3"), report.unplaced);
    rows(tr("Row %1 %2 should be looked at: %3"), report.doubtful);
    for (auto const& note : report.notes) { lines << reasonWords(note); }
    std::set<std::string> tasks;
    for (auto const& change : outcome.changes) { tasks.insert(change.taskId); }
    lines << tr("%1 sites of %2 tasks are placed otherwise now").arg(QString::number(outcome.changes.size()), QString::number(tasks.size()));
    for (std::size_t i = 0; i < std::min(outcome.changes.size(), longList); ++i) {
        auto const& change = outcome.changes[i];
        auto const& site = change.after ? *change.after : *change.before;
        auto line = tr("%1 %2: %3 → %4").arg(qs(change.taskNo), oneLine(qs(site.place)), whereWord(change.before), whereWord(change.after));
        if (change.movedM > 0) { line += tr(", moved by %1").arg(metresWord(change.movedM)); }
        lines << line;
    }
    if (outcome.changes.size() > longList) { lines << tr("… and %1 more").arg(QString::number(outcome.changes.size() - longList)); }
    auto const look = !report.refused.empty() || !report.repaired.empty() || !report.doubtful.empty();
    m_messages.add(look ? Messages::Warning : Messages::Note, tr("Layer %1 was added").arg(qs(outcome.layerId)), lines.join(QLatin1Char('\n')));
}

} // namespace zhengtu::map
