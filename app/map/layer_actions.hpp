#pragma once

#include "map/backend.hpp"
#include "map/job_runner.hpp"
#include "map/map_scene.hpp"
#include "map/messages.hpp"
#include "map/result_sheet.hpp"

#include <QObject>
#include <QRectF>
#include <QStringList>
#include <QtQmlIntegration/qqmlintegration.h>

#include <functional>
#include <string>
#include <vector>

namespace zhengtu::map {

/// What can be done with one layer of the tree, by its id. Those of the ledger can be renamed, moved and removed; every layer can be listed.
class LayerActions : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session owns the actions.")
    Q_PROPERTY(bool canRestore READ canRestore NOTIFY shown FINAL)

public:
    LayerActions(Backend& backend, JobRunner& jobs, Messages& messages, ResultSheet& sheet, MapScene& scene, QObject* parent = nullptr);

    void show(SnapshotRef snapshot, Date asOf);

    [[nodiscard]] QStringList ids() const;              ///< of the ledger's layers, the lowest first
    Q_INVOKABLE bool ofLedger(QString const& id) const; ///< not one that ships with the program
    Q_INVOKABLE bool placesTasks(QString const& id) const; ///< a user's own: without it tasks are placed otherwise
    Q_INVOKABLE bool isLayer(QString const& id) const;  ///< neither a group nor the tasks
    Q_INVOKABLE QRectF extentOf(QString const& id) const; ///< degrees (x: lon, y: lat); null where nothing has a place
    /// Whether there is a layer to pass within the same group; `step` 1: further up, that is drawn later; -1: further down.
    Q_INVOKABLE bool canMove(QString const& id, int step) const;

    /// What it can be coloured by, most useful first: its own fields that differ between features.
    Q_INVOKABLE QStringList fieldsOf(QString const& id) const;
    Q_INVOKABLE QStringList fieldWordsOf(QString const& id) const; ///< the same in words
    Q_INVOKABLE bool isNumber(QString const& id, QString const& field) const; ///< of most features that have it
    Q_INVOKABLE QString colouredBy(QString const& id) const; ///< a field; empty: by none
    /// Colours a layer of the ledger by a field, by size or by value; an empty field: as before.
    Q_INVOKABLE void colourBy(QString const& id, QString const& field, bool graduated);

    Q_INVOKABLE void move(QString const& id, int step);
    Q_INVOKABLE void rename(QString const& id, QString const& title);
    Q_INVOKABLE void remove(QString const& id);
    /// Whether the last change of the open ledger, corrections counted, was that a result was removed: it can be put back as long as the window is open.
    [[nodiscard]] bool canRestore() const;
    Q_INVOKABLE void restore(); ///< puts it back where it was
    Q_INVOKABLE void list(QString const& id); ///< features and parameters, as a result

signals:
    void changed(); ///< of the ledger
    void shown();

private:
    [[nodiscard]] std::ptrdiff_t rowOf(QString const& id) const;      ///< in the ledger, -1 where it is not of it
    [[nodiscard]] std::ptrdiff_t neighbour(QString const& id, int step) const;
    [[nodiscard]] geo::Layer const* layerOf(QString const& id) const; ///< any
    void change(QString const& title, std::function<Result<void>(std::filesystem::path const&, analysis::Progress const&)> work);

    /// A result that was removed, the order of the layers with it, and the last correction of before.
    struct Removed {
        geo::Layer layer;
        std::vector<std::string> order;
        std::string lastCorrection;
    };
    [[nodiscard]] std::string lastCorrection() const;

    Backend& m_backend;
    JobRunner& m_jobs;
    Messages& m_messages;
    ResultSheet& m_sheet;
    MapScene& m_scene;
    SnapshotRef m_snapshot;
    Date m_asOf{};
    std::vector<Removed> m_removed; ///< the last one last
};

} // namespace zhengtu::map
