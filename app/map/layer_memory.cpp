#include "map/layer_memory.hpp"

#include "map/session.hpp"
#include "map/words.hpp"

#include <QSettings>

namespace zhengtu::map {
namespace {

constexpr QLatin1String hiddenKey{"layers/hidden"};
constexpr qsizetype mostEntries = 500; ///< of many ledgers the oldest are forgotten

} // namespace

LayerMemory::LayerMemory(Session& session, QSettings& settings, QObject* parent) : QObject{parent}, m_session{session}, m_settings{settings}
{
    connect(session.scene(), &MapScene::fullSceneChanged, this, &LayerMemory::restore);
    connect(session.layers(), &LayerTreeModel::visibilityChanged, this, &LayerMemory::keep);
}

QStringList LayerMemory::layerIds() const
{
    QStringList ids;
    if (auto const& scene = m_session.scene()->fullScene()) {
        for (auto const& layer : scene->layers) { ids << qs(layer.layer.id); }
    }
    return ids;
}

QString LayerMemory::entryOf(QString const& layerId) const
{
    return m_session.layerActions()->ofLedger(layerId) ? m_session.ledgerFile() + QLatin1Char('\n') + layerId : layerId;
}

bool LayerMemory::isWaiting(QString const& layerId) const
{
    return m_session.layerActions()->ofLedger(layerId) ? m_waiting.contains(layerId) : m_shippedWait;
}

void LayerMemory::restore()
{
    if (auto const file = m_session.ledgerFile(); file != m_ledger) {
        m_ledger = file;
        auto const own = m_session.layerActions()->ids();
        m_waiting = {own.begin(), own.end()};
    }
    auto const hidden = m_settings.value(hiddenKey).toStringList();
    bool shipped = false;
    m_busy = true;
    for (auto const& id : layerIds()) {
        if (!isWaiting(id)) { continue; }
        m_session.layers()->setVisible(id, !hidden.contains(entryOf(id)));
        shipped = !m_waiting.remove(id) || shipped;
    }
    m_busy = false;
    if (shipped) { m_shippedWait = false; }
}

void LayerMemory::keep()
{
    if (m_busy || m_session.ledgerFile() != m_ledger) { return; } // another ledger is on its way, and not on the map yet
    auto hidden = m_settings.value(hiddenKey).toStringList();
    for (auto const& id : layerIds()) {
        if (isWaiting(id)) { continue; }
        auto const entry = entryOf(id);
        hidden.removeAll(entry);
        if (!m_session.layers()->visible(utf8(id))) { hidden << entry; }
    }
    if (hidden.size() > mostEntries) { hidden.remove(0, hidden.size() - mostEntries); }
    m_settings.setValue(hiddenKey, hidden);
}

} // namespace zhengtu::map
