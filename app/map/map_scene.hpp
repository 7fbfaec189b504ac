#pragma once

#include "cartography/renderer.hpp"
#include "map/backend.hpp"

#include <QObject>
#include <QSet>
#include <QString>
#include <QThreadPool>
#include <QtQmlIntegration/qqmlintegration.h>

#include <memory>
#include <optional>
#include <set>

namespace zhengtu::map {

/// What the map shows and how, ready to be drawn: makes a renderer on a thread of its own whenever content, visibility or
/// filter change, the newest wish first. Also keeps what is emphasised.
class MapScene : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session owns the map's scene.")
    Q_PROPERTY(bool ready READ ready NOTIFY rendererChanged FINAL)
    Q_PROPERTY(bool settled READ settled NOTIFY settledChanged FINAL)

public:
    using RendererRef = std::shared_ptr<cartography::Renderer const>;

    explicit MapScene(Backend& backend, QObject* parent = nullptr);
    ~MapScene() override;

    void setContent(BaseRef base, SnapshotRef ledger, Date asOf);
    void setHiddenLayers(std::set<std::string> ids, bool tasksVisible);
    /// Shows the symbols of these tasks only, and of these sites only; nothing: of all.
    void setShown(std::optional<QSet<QString>> tasks, std::optional<QSet<QString>> sites);
    void setEmphasis(cartography::Emphasis emphasis);

    [[nodiscard]] RendererRef const& renderer() const { return m_renderer; } ///< null until the first is made
    [[nodiscard]] cartography::SceneRef const& fullScene() const { return m_full; } ///< all layers and symbols
    [[nodiscard]] cartography::Emphasis const& emphasis() const { return m_emphasis; }
    [[nodiscard]] bool ready() const { return m_renderer != nullptr; }
    [[nodiscard]] bool settled() const { return !m_running && !m_wanted; }

signals:
    void rendererChanged();
    void fullSceneChanged();
    void emphasisChanged();
    void settledChanged();

private:
    struct Wish;
    void wish(bool newContent);
    void start();
    void finished(std::shared_ptr<Wish> const& wish);

    Backend& m_backend;
    QThreadPool m_pool;
    BaseRef m_base;
    SnapshotRef m_ledger;
    Date m_asOf{};
    std::set<std::string> m_hidden;
    bool m_tasksVisible = true;
    std::optional<QSet<QString>> m_shown, m_shownSites;
    bool m_newContent = false, m_wanted = false, m_running = false;
    cartography::SceneRef m_full;
    RendererRef m_renderer;
    cartography::Emphasis m_emphasis;
};

} // namespace zhengtu::map
