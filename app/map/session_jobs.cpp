#include "map/session.hpp"

#include "map/finding_list.hpp"
#include "map/words.hpp"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <utility>

/// The long work of a session: opening, importing, exporting. Each is one job; its answer is applied on the GUI thread.
namespace zhengtu::map {
namespace {

std::filesystem::path pathOf(QUrl const& url) { return QDir::cleanPath(url.toLocalFile()).toStdString(); }
QString nameOf(std::filesystem::path const& path) { return QString::fromStdString(path.filename().string()); }

enum class FileType { Plan, Ledger, Layer, Unknown };

FileType typeOf(std::filesystem::path const& path)
{
    auto const ending = QFileInfo{QString::fromStdString(path.string())}.suffix().toLower();
    if (ending == QLatin1String("gpkg")) { return FileType::Ledger; }
    for (auto const* plan : {"txt", "md", "docx", "pdf", "text"}) {
        if (ending == QLatin1String(plan)) { return FileType::Plan; }
    }
    for (auto const* layer : {"shp", "zip", "shz", "geojson", "json", "kml", "kmz", "csv", "xlsx", "ods", "gpx", "dxf", "fgb"}) {
        if (ending == QLatin1String(layer)) { return FileType::Layer; }
    }
    return FileType::Unknown;
}

std::optional<exchange::Format> formatOf(QString const& name)
{
    using enum exchange::Format;
    if (name == QLatin1String("shp")) { return Shapefile; }
    if (name == QLatin1String("gpkg")) { return GeoPackage; }
    if (name == QLatin1String("geojson")) { return GeoJson; }
    if (name == QLatin1String("csv")) { return Csv; }
    return std::nullopt;
}

} // namespace

void Session::start(QStringList const& files)
{
    loadBase();
    QList<QUrl> urls;
    for (auto const& file : files) { urls << QUrl::fromLocalFile(QFileInfo{file}.absoluteFilePath()); }
    if (!urls.isEmpty()) { open(urls, false); }
}

void Session::loadBase()
{
    m_jobs.run(tr("Loading the base map"), [this](analysis::Progress const&) -> JobRunner::Answer {
        auto base = m_backend->base();
        return [this, base = std::move(base)] {
            if (!base) {
                setFault(tr("The base map could not be loaded.") + QLatin1Char('\n') + errorWords(base.error()));
                m_messages.add(tr("Loading the base map"), base.error());
                return;
            }
            m_base = *base;
            m_scene.setContent(m_base, m_snapshot, m_asOf);
            emit ledgerShown();
        };
    });
}

void Session::openLedger(QUrl const& file) { read(pathOf(file), false); }

void Session::read(std::filesystem::path const& path, bool unsaved, bool elseAskAsLayer)
{
    m_jobs.run(tr("Opening %1").arg(nameOf(path)), [this, path, unsaved, elseAskAsLayer](analysis::Progress const&) -> JobRunner::Answer {
        auto snapshot = m_backend->read(path);
        return [this, path, unsaved, elseAskAsLayer, snapshot = std::move(snapshot)] {
            if (snapshot) { shown(*snapshot, unsaved); }
            else if (elseAskAsLayer && snapshot.error().code == ErrorCode::LedgerConflict) { m_newLayer.ask({path}); }
            else { m_messages.add(tr("Opening %1").arg(nameOf(path)), snapshot.error()); }
        };
    });
}

void Session::shown(SnapshotRef snapshot, bool unsaved)
{
    auto const selected = m_selected;
    auto const another = !m_snapshot || m_snapshot->path != snapshot->path;
    auto const grown = another || m_snapshot->tasks.size() != snapshot->tasks.size();
    auto const again = another ? std::function<void()>{} : m_query.again();
    setSelectedTask({});
    m_snapshot = std::move(snapshot);
    m_unsaved = unsaved;
    m_dossier.setSource({}, {});
    m_tasks.setSnapshot(m_snapshot, statuses());
    if (another) { m_filter.clear(); }
    if (m_base) { m_scene.setContent(m_base, m_snapshot, m_asOf); }
    updateShownTasks();
    setSelectedTask(selected);
    m_corrections.show(m_snapshot, utf8(m_selected), m_asOf);
    m_findings.set(findingFacts(m_snapshot->layers));
    showInForms();
    if (again) { again(); } // the answer is of what the ledger holds now
    emit ledgerChanged();
    if (grown) { emit ledgerShown(); }
}

std::filesystem::path Session::unsavedPath() const
{
    QDir const folder{!m_unsavedFolder.isEmpty() ? m_unsavedFolder
                                                 : QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/unsaved")};
    folder.mkpath(QStringLiteral("."));
    auto const stamp = QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    auto path = folder.filePath(stamp + QStringLiteral(".gpkg"));
    for (int i = 2; QFile::exists(path); ++i) { path = folder.filePath(QStringLiteral("%1-%2.gpkg").arg(stamp, QString::number(i))); }
    return path.toStdString();
}

void Session::importPlans(QList<QUrl> const& files, QUrl const& target)
{
    std::vector<std::filesystem::path> plans;
    for (auto const& file : files) { plans.push_back(pathOf(file)); }
    if (plans.empty()) { return; }
    if (!target.isEmpty()) { import(std::move(plans), pathOf(target), false); }
    else if (m_snapshot) { import(std::move(plans), m_snapshot->path, m_unsaved); }
    else { import(std::move(plans), unsavedPath(), true); }
}

void Session::import(std::vector<std::filesystem::path> files, std::filesystem::path const& path, bool unsaved)
{
    auto const title = files.size() == 1 ? tr("Importing %1").arg(nameOf(files.front()))
                                         : tr("Importing %1 plans").arg(QString::number(files.size()));
    m_jobs.run(title, [this, title, files = std::move(files), path, unsaved, asOf = m_asOf](analysis::Progress const& progress) -> JobRunner::Answer {
        auto report = m_backend->import(files, path, asOf, progress);
        return [this, title, path, unsaved, report = std::move(report)] {
            if (!report) {
                m_messages.add(title, report.error());
                return;
            }
            reportImport(*report, unsaved, path);
            if (!report->files.empty()) { read(path, unsaved); }
        };
    });
}

void Session::reportImport(ImportReport const& report, bool unsaved, std::filesystem::path const& path)
{
    for (auto const& failure : report.failures) { m_messages.add(tr("A plan could not be imported"), failure); }
    QStringList lines;
    auto incomplete = false;
    for (auto const& file : report.files) {
        auto line = tr("%1: %2 problems, %3 tasks, %4 located, %5 not").arg(qs(file.name), QString::number(file.problems), QString::number(file.tasks),
                        QString::number(file.located), QString::number(file.tasks - file.located));
        if (file.outcome == ledger::ImportOutcome::Unchanged) { line = tr("%1: already in the ledger, nothing changed").arg(qs(file.name)); }
        else if (file.kind != plan::PlanKind::Rectification && file.tasks == 0) { line = tr("%1: not a rectification plan, no tasks in it").arg(qs(file.name)); }
        lines << line;
        for (auto const& check : file.failedChecks) { lines << tr("  does not add up: %1").arg(oneLine(qs(check))); }
        incomplete |= !file.failedChecks.empty();
    }
    if (unsaved && !report.files.empty()) {
        lines << tr("The ledger is not saved under a name yet; it is kept in %1.").arg(QString::fromStdString(path.string()));
    }
    if (!lines.isEmpty()) { m_messages.add(incomplete ? Messages::Warning : Messages::Note, tr("Plans imported"), lines.join(QLatin1Char('\n'))); }
}

void Session::open(QList<QUrl> const& files, bool askAboutLayers)
{
    std::vector<std::filesystem::path> plans, layers;
    std::filesystem::path ledger;
    for (auto const& url : files) {
        auto const path = pathOf(url);
        switch (typeOf(path)) {
        case FileType::Plan: plans.push_back(path); break;
        case FileType::Layer: layers.push_back(path); break;
        case FileType::Ledger:
            ledger.empty() ? void(ledger = path) : layers.push_back(path);
            break;
        case FileType::Unknown:
            m_messages.add(Messages::Problem, tr("%1 was not opened").arg(nameOf(path)),
                           tr("Plans are .txt, .docx or .pdf files, ledgers .gpkg, layers .shp, .zip, .geojson, .kml, .csv or .xlsx."));
            break;
        }
    }
    // A ledger that is not there yet is made by the plans that are named with it.
    auto const toBeMade = !ledger.empty() && !plans.empty() && !std::filesystem::exists(ledger);
    if (!ledger.empty() && !toBeMade) { read(ledger, false, m_snapshot != nullptr); }
    if (!plans.empty()) { // after a ledger named with them: into that one
        auto const unsaved = ledger.empty() && (!m_snapshot || m_unsaved);
        import(std::move(plans), !ledger.empty() ? ledger : m_snapshot ? m_snapshot->path : unsavedPath(), unsaved);
    }
    if (layers.empty()) { return; }
    if (askAboutLayers) { m_newLayer.ask(layers); }
    else {
        auto const named = !ledger.empty() ? ledger : m_snapshot ? m_snapshot->path : unsavedPath();
        for (auto const& layer : layers) {
            workspace::UserLayerRequest request;
            request.file = layer;
            addLayer(request, named, ledger.empty() && (!m_snapshot || m_unsaved));
        }
    }
}

void Session::askLayers(QList<QUrl> const& files)
{
    std::vector<std::filesystem::path> layers;
    for (auto const& url : files) { layers.push_back(pathOf(url)); }
    m_newLayer.ask(layers);
}

void Session::saveAs(QUrl const& target)
{
    if (!m_snapshot) { return; }
    m_jobs.run(tr("Saving"), [this, from = m_snapshot->path, to = pathOf(target)](analysis::Progress const&) -> JobRunner::Answer {
        // Beside the target first, then renamed: the target is there whole or as it was.
        std::error_code fault;
        auto const aside = std::filesystem::path{to}.concat(".part");
        std::filesystem::copy_file(from, aside, std::filesystem::copy_options::overwrite_existing, fault);
        if (!fault) { std::filesystem::rename(aside, to, fault); }
        return [this, to, fault] {
            if (fault) { m_messages.add(tr("Saving"), Error{ErrorCode::Storage, fault.message(), to.string(), {}}); }
            else { read(to, false); }
        };
    });
}

void Session::makeFindings(QString const& what)
{
    static QHash<QString, workspace::FindingsOf> const kinds{
        {QStringLiteral("rules"), workspace::FindingsOf::Rules}, {QStringLiteral("claims"), workspace::FindingsOf::Claims}, {QStringLiteral("recurrence"), workspace::FindingsOf::Recurrence}};
    auto const kind = kinds.find(what);
    if (!m_snapshot || kind == kinds.end()) { return; }
    m_jobs.run(tr("Looking for findings"), [this, path = m_snapshot->path, kind = *kind, asOf = m_asOf](analysis::Progress const& progress) -> JobRunner::Answer {
        auto found = m_backend->findings(path, kind, asOf, progress);
        return [this, path, found = std::move(found)] {
            if (!found) {
                m_messages.add(tr("Looking for findings"), found.error());
                return;
            }
            m_messages.add(Messages::Note, tr("%1 findings, kept as a layer of the ledger").arg(QString::number(found->features.size())), {});
            m_layers.setVisible(qs(found->id), true);
            read(path, m_unsaved);
        };
    });
}

void Session::exportTasks(QUrl const& folder, QString const& format, QString const& encoding, int epsg, bool shownOnly, bool overwrite)
{
    auto const wanted = formatOf(format);
    if (!m_snapshot || !wanted) { return; }
    exchange::ExportOptions options;
    options.format = *wanted;
    options.directory = pathOf(folder);
    options.encoding = utf8(encoding);
    options.epsg = epsg;
    options.overwrite = overwrite;
    options.asOf = m_asOf;
    auto tasks = shownOnly ? m_filter.shownTasks() : m_snapshot->tasks;
    m_jobs.run(tr("Exporting"), [this, options, tasks = std::move(tasks), snapshot = m_snapshot](analysis::Progress const& progress) mutable -> JobRunner::Answer {
        options.goOn = progress;
        auto report = m_backend->exportTasks(tasks, snapshot->layers, options);
        return [this, options, report = std::move(report)] {
            if (!report) {
                m_messages.add(tr("Exporting"), report.error());
                return;
            }
            QStringList lines{tr("%1 tasks: %2 located, %3 not; %4 sites").arg(QString::number(report->tasks), QString::number(report->located),
                                                                              QString::number(report->unlocated), QString::number(report->sites))};
            if (report->truncated > 0) { lines << tr("%1 texts were cut in the shapefile; they are whole in the files beside it.").arg(QString::number(report->truncated)); }
            if (report->lost > 0) { lines << tr("%1 values were lost: see the export report.").arg(QString::number(report->lost)); }
            for (auto const& file : report->files) { lines << QString::fromStdString(file.string()); }
            m_messages.add(report->complete() ? Messages::Note : Messages::Warning,
                           tr("Exported to %1").arg(QString::fromStdString(options.directory.string())), lines.join(QLatin1Char('\n')));
        };
    });
}

} // namespace zhengtu::map
