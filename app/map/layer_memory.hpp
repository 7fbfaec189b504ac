#pragma once

#include <QObject>
#include <QSet>
#include <QString>

class QSettings;

namespace zhengtu::map {

class Session;

/// Keeps which layers are hidden between starts: those that ship for all ledgers, a ledger's own for its file. What was hidden is hidden
/// again when a ledger is opened; what appears in an open one is shown.
class LayerMemory : public QObject {
    Q_OBJECT

public:
    /// Both must outlive it.
    LayerMemory(Session& session, QSettings& settings, QObject* parent = nullptr);

private:
    void restore();
    void keep();
    [[nodiscard]] bool isWaiting(QString const& layerId) const;
    [[nodiscard]] QString entryOf(QString const& layerId) const;
    [[nodiscard]] QStringList layerIds() const; ///< of the map

    Session& m_session;
    QSettings& m_settings;
    QString m_ledger;            ///< file of the one that is open
    QSet<QString> m_waiting;     ///< its layers when it was opened, of which it is not yet said whether they are hidden
    bool m_shippedWait = true;   ///< the same of those that ship
    bool m_busy = false;         ///< restoring is no change of mind
};

} // namespace zhengtu::map
