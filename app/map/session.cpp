#include "map/session.hpp"

#include "cartography/field_style.hpp"
#include "cartography/style_data.hpp"
#include "map/finding_list.hpp"
#include "map/layer_legend.hpp"
#include "map/words.hpp"

#include <QDir>

#include <algorithm>
#include <utility>

namespace zhengtu::map {

Session::Session(std::unique_ptr<Backend> backend, Date asOf, QObject* parent)
    : QObject{parent}, m_backend{std::move(backend)}, m_asOf{asOf}, m_filter{m_tasks}, m_scene{*m_backend}, m_identify{m_scene, m_tasks},
      m_result{m_jobs}, m_targets{m_scene, m_identify}, m_query{*m_backend, m_jobs, m_identify, m_scene, m_tasks, m_filter, m_messages, m_result},
      m_queryForm{*m_backend, m_jobs, m_query, m_messages}, m_overlayForm{*m_backend, m_jobs, m_messages, m_result},
      m_hotspotForm{*m_backend, m_jobs, m_messages, m_result}, m_corrections{*m_backend, m_jobs, m_messages}, m_newLayer{*m_backend, m_jobs, m_messages},
      m_layerActions{*m_backend, m_jobs, m_messages, m_result, m_scene}
{
    connect(&m_newLayer, &LayerDesk::accepted, this, [this](workspace::UserLayerRequest const& request) {
        addLayer(request, m_snapshot ? m_snapshot->path : unsavedPath(), !m_snapshot || m_unsaved);
    });
    connect(&m_layers, &LayerTreeModel::visibilityChanged, this, &Session::updateScene);
    connect(&m_filter, &TaskFilterModel::filterChanged, this, &Session::updateShownTasks);
    connect(&m_query, &QueryController::changed, this, &Session::updateEmphasis);
    connect(&m_query, &QueryController::changed, this, &Session::updateShownTasks);
    connect(&m_identify, &Identify::featureChanged, this, &Session::updateEmphasis);
    connect(&m_corrections, &CorrectionDesk::corrected, this, [this] {
        if (m_snapshot) { read(m_snapshot->path, m_unsaved); }
    });
    connect(&m_queryForm, &QueryForm::stored, this, [this] {
        if (m_snapshot) { read(m_snapshot->path, m_unsaved); }
    });
    connect(&m_overlayForm, &OverlayForm::stored, this, &Session::showStored);
    connect(&m_hotspotForm, &HotspotForm::stored, this, &Session::showStored);
    connect(&m_query, &QueryController::changed, this, [this] {
        if (!m_query.outline().isEmpty()) { m_targets.setDrawn(m_query.outlineWkt()); }
    });
    connect(&m_layerActions, &LayerActions::changed, this, [this] {
        if (m_snapshot) { read(m_snapshot->path, m_unsaved); }
    });
    connect(&m_language, &Language::changed, this, &Session::retranslate);
    connect(&m_scene, &MapScene::fullSceneChanged, this, [this] { m_layers.setContent(m_scene.fullScene(), m_base ? cartography::withFieldStyles(*m_scene.fullScene(), m_base->style) : nullptr); });
}

Session::~Session() = default;

QString Session::asOf() const { return qs(isoDate(m_asOf)); }

bool Session::isDate(QString const& text) const { return parseIsoDate(utf8(text.trimmed())).has_value(); }

void Session::setAsOf(QString const& text)
{
    auto const date = parseIsoDate(utf8(text.trimmed()));
    if (!date || *date == m_asOf) { return; }
    m_asOf = *date;
    m_tasks.setStatuses(statuses());
    if (m_base) { m_scene.setContent(m_base, m_snapshot, m_asOf); }
    if (auto const row = m_tasks.rowOf(m_selected); row >= 0) {
        m_dossier.show(m_tasks.task(row), m_tasks.status(row));
        lookUpSelected();
    }
    m_corrections.show(m_snapshot, utf8(m_selected), m_asOf);
    showInForms();
    emit asOfChanged();
}

std::vector<cartography::Status> Session::statuses() const
{
    std::vector<cartography::Status> result;
    if (m_snapshot) {
        for (auto const& task : m_snapshot->tasks) { result.push_back(m_backend->statusOf(task, m_asOf)); }
    }
    return result;
}

QString Session::ledgerName() const
{
    if (!m_snapshot) { return {}; }
    return m_unsaved ? tr("Unsaved ledger") : QString::fromStdString(m_snapshot->path.filename().string());
}

void Session::setFault(QString const& fault)
{
    if (fault == m_fault) { return; }
    m_fault = fault;
    emit faultChanged();
}

void Session::setSelectedTask(QString const& id)
{
    auto const row = m_tasks.rowOf(id);
    auto const wanted = row < 0 ? QString{} : id;
    if (wanted == m_selected) { return; }
    m_selected = wanted;
    if (row < 0) { m_dossier.clear(); }
    else {
        m_dossier.show(m_tasks.task(row), m_tasks.status(row));
        lookUpSelected();
    }
    m_corrections.show(m_snapshot, utf8(m_selected), m_asOf);
    updateEmphasis();
    emit selectedTaskChanged();
}

void Session::showInForms()
{
    m_queryForm.show(m_snapshot, m_asOf);
    m_overlayForm.show(m_snapshot, m_asOf);
    m_hotspotForm.show(m_snapshot, m_asOf);
    m_layerActions.show(m_snapshot, m_asOf);
}

void Session::showKey(QString const& key)
{
    if (key.startsWith(QLatin1String("task:"))) {
        m_identify.clearFeature();
        setSelectedTask(key.sliced(5));
    } else {
        m_identify.showFeature(key);
    }
}

void Session::showStored(QString const& layerId)
{
    m_layers.setVisible(layerId, true);
    if (m_snapshot) { read(m_snapshot->path, m_unsaved); }
}

void Session::selectRow(int row) { setSelectedTask(m_filter.taskIdAt(row)); }

void Session::selectStep(int step)
{
    auto const count = m_filter.rowCount();
    if (count == 0) { return; }
    auto const row = m_filter.rowOf(m_selected);
    selectRow(row < 0 ? (step > 0 ? 0 : count - 1) : std::clamp(row + step, 0, count - 1));
}

/// The source text, the zones and the findings come a moment later.
void Session::lookUpSelected()
{
    auto const* task = m_dossier.task();
    if (task == nullptr || !m_snapshot) { return; }
    auto const needsSource = m_dossier.sourcePlan() != task->planId;
    m_lookups.cancel();
    m_lookups.run({}, [this, task = *task, snapshot = m_snapshot, needsSource](analysis::Progress const& progress) -> JobRunner::Answer {
        auto source = needsSource ? m_backend->sourceText(snapshot->path, task.planId) : Result<std::string>{};
        auto context = m_backend->context(snapshot, task, progress);
        return [this, id = qs(task.id), planId = task.planId, needsSource, source = std::move(source), context = std::move(context)] {
            if (id != m_selected) { return; }
            if (needsSource && source) { m_dossier.setSource(planId, *source); }
            if (needsSource && !source) { m_messages.add(tr("Reading the plan's text"), source.error()); }
            if (context) { m_dossier.setContext(*context); }
            if (!context && context.error().code != ErrorCode::Cancelled) { m_messages.add(tr("Looking up where the task lies"), context.error()); }
        };
    });
}

void Session::updateEmphasis()
{
    cartography::Emphasis emphasis;
    if (!m_selected.isEmpty()) { emphasis.taskIds.push_back(utf8(m_selected)); }
    emphasis.features = m_query.zones();
    if (auto const* feature = m_identify.feature()) { emphasis.features.push_back({m_identify.layer()->id, feature->id}); }
    m_scene.setEmphasis(std::move(emphasis));
}

void Session::updateShownTasks()
{
    std::optional<QSet<QString>> tasks, sites;
    if (m_filter.active()) {
        tasks.emplace();
        for (int row = 0; row < m_filter.rowCount(); ++row) { tasks->insert(m_filter.taskIdAt(row)); }
    }
    if (m_query.active()) { // a task may have sites elsewhere: the answer is those within
        sites.emplace();
        for (auto const& row : m_query.rows()) { sites->insert(qs(row.site.id)); }
    }
    m_scene.setShown(std::move(tasks), std::move(sites));
}

void Session::updateScene()
{
    std::set<std::string> hidden;
    if (auto const& scene = m_scene.fullScene()) {
        for (auto const& layer : scene->layers) {
            if (!m_layers.visible(layer.layer.id)) { hidden.insert(layer.layer.id); }
        }
    }
    m_scene.setHiddenLayers(std::move(hidden), m_layers.visible(LayerTreeModel::tasksId));
}

QRectF Session::extentOfTask(QString const& id) const
{
    auto const row = m_tasks.rowOf(id);
    geo::Extent extent;
    if (row >= 0) {
        for (auto const& site : m_tasks.task(row).sites) { extent.include(geo::extentOf(site.shape)); }
    }
    return rectOf(extent);
}

QRectF Session::extentOfFeature() const
{
    auto const* const feature = m_identify.feature();
    return feature == nullptr ? QRectF{} : rectOf(geo::extentOf(feature->shape));
}

QRectF Session::homeExtent() const
{
    geo::Extent tasks, base;
    if (m_snapshot) {
        for (auto const& task : m_snapshot->tasks) {
            for (auto const& site : task.sites) { tasks.include(geo::extentOf(site.shape)); }
        }
    }
    if (tasks.empty() && m_base) {
        for (auto const& layer : m_base->layers) {
            for (auto const& feature : layer.features) { base.include(geo::extentOf(feature.shape)); }
        }
    }
    auto const& extent = tasks.empty() ? base : tasks;
    return rectOf(extent);
}

QColor Session::statusColour(int status) const
{
    if (!m_base || !m_base->style || status < 0 || status > static_cast<int>(cartography::Status::LongTerm)) { return Qt::gray; }
    return m_base->style->of(static_cast<cartography::Status>(status)).colour;
}

void Session::retranslate()
{
    m_tasks.retranslate();
    m_filter.retranslate();
    m_layers.setEnglish(m_language.english());
    m_identify.setEnglish(m_language.english());
    m_dossier.retranslate();
    m_corrections.retranslate();
    m_newLayer.retranslate();
    if (m_snapshot) { m_findings.set(findingFacts(m_snapshot->layers)); }
    m_query.retranslate();
    m_queryForm.retranslate();
    m_overlayForm.retranslate();
    m_hotspotForm.retranslate();
    m_result.retranslate();
    emit ledgerChanged();
}

} // namespace zhengtu::map
