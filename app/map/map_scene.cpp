#include "map/map_scene.hpp"

#include "map/words.hpp"

#include <QMetaObject>

#include <utility>

namespace zhengtu::map {

/// Everything that the thread needs, and its answer.
struct MapScene::Wish {
    BaseRef base;
    SnapshotRef ledger;
    Date asOf{};
    std::set<std::string> hidden;
    bool tasksVisible = true;
    std::optional<QSet<QString>> shown, shownSites;
    bool newContent = false;
    cartography::SceneRef full;
    RendererRef renderer;

    void make(Backend& backend)
    {
        static std::vector<geo::Layer> const noLayers;
        static std::vector<ledger::TaskRow> const noTasks;
        if (newContent || !full) {
            full = backend.scene(base->layers, ledger ? ledger->layers : noLayers, ledger ? ledger->tasks : noTasks, asOf);
        }
        renderer = std::make_shared<cartography::Renderer>(selected(), base->style);
    }

    /// The full scene, or a copy of what is left of it.
    [[nodiscard]] cartography::SceneRef selected() const
    {
        if (hidden.empty() && tasksVisible && !shown && !shownSites) { return full; }
        auto scene = std::make_shared<cartography::Scene>();
        scene->symbolsVisible = full->symbolsVisible && tasksVisible;
        for (auto const& layer : full->layers) { // a hidden layer needs no copy of its shapes
            if (!hidden.contains(layer.layer.id)) {
                scene->layers.push_back(layer);
                scene->layers.back().visible = true;
            }
        }
        for (auto const& symbol : full->symbols) {
            if ((!shown || shown->contains(qs(symbol.taskId))) && (!shownSites || shownSites->contains(qs(symbol.siteId)))) {
                scene->symbols.push_back(symbol);
            }
        }
        return scene;
    }
};

MapScene::MapScene(Backend& backend, QObject* parent) : QObject{parent}, m_backend{backend} { m_pool.setMaxThreadCount(1); }

MapScene::~MapScene() { m_pool.waitForDone(); }

void MapScene::setContent(BaseRef base, SnapshotRef ledger, Date asOf)
{
    m_base = std::move(base);
    m_ledger = std::move(ledger);
    m_asOf = asOf;
    wish(true);
}

void MapScene::setHiddenLayers(std::set<std::string> ids, bool tasksVisible)
{
    if (ids == m_hidden && tasksVisible == m_tasksVisible) { return; }
    m_hidden = std::move(ids);
    m_tasksVisible = tasksVisible;
    wish(false);
}

void MapScene::setShown(std::optional<QSet<QString>> tasks, std::optional<QSet<QString>> sites)
{
    if (tasks == m_shown && sites == m_shownSites) { return; }
    m_shown = std::move(tasks);
    m_shownSites = std::move(sites);
    wish(false);
}

void MapScene::setEmphasis(cartography::Emphasis emphasis)
{
    m_emphasis = std::move(emphasis);
    emit emphasisChanged();
}

void MapScene::wish(bool newContent)
{
    m_newContent |= newContent;
    if (!m_base) { return; }
    auto const before = settled();
    m_wanted = true;
    if (!m_running) { start(); }
    if (before) { emit settledChanged(); }
}

void MapScene::start()
{
    auto work = std::make_shared<Wish>(Wish{m_base, m_ledger, m_asOf, m_hidden, m_tasksVisible, m_shown, m_shownSites, m_newContent, m_full, {}});
    m_wanted = m_newContent = false;
    m_running = true;
    m_pool.start([this, work] {
        work->make(m_backend);
        QMetaObject::invokeMethod(this, [this, work] { finished(work); }, Qt::QueuedConnection);
    });
}

void MapScene::finished(std::shared_ptr<Wish> const& work)
{
    m_running = false;
    auto const newScene = work->full != m_full;
    m_full = work->full;
    m_renderer = work->renderer;
    if (newScene) { emit fullSceneChanged(); } // may hide layers, which is another wish
    emit rendererChanged();
    if (m_wanted && !m_running) { start(); }
    if (settled()) { emit settledChanged(); }
}

} // namespace zhengtu::map
