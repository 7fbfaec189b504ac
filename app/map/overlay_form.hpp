#pragma once

#include "map/backend.hpp"
#include "map/form_fields.hpp"
#include "map/job_runner.hpp"
#include "map/messages.hpp"
#include "map/result_sheet.hpp"

#include <QObject>
#include <QStringList>
#include <QtQmlIntegration/qqmlintegration.h>

namespace zhengtu::map {

/// The form of an overlay: which operation, of what, with which distances. It runs as work that can be stopped; the result is a layer of the
/// ledger with its account (map/overlay_sheet.hpp).
class OverlayForm : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session owns the form.")
    Q_PROPERTY(int kind READ kind WRITE setKind NOTIFY changed FINAL)
    Q_PROPERTY(QStringList kinds READ kinds NOTIFY changed FINAL)
    Q_PROPERTY(QString explanation READ explanation NOTIFY changed FINAL)
    Q_PROPERTY(zhengtu::map::FormFields* fields READ fields CONSTANT FINAL)
    Q_PROPERTY(QString missing READ missing NOTIFY changed FINAL)
    Q_PROPERTY(bool ready READ ready NOTIFY changed FINAL)

public:
    OverlayForm(Backend& backend, JobRunner& jobs, Messages& messages, ResultSheet& sheet, QObject* parent = nullptr);

    void show(SnapshotRef snapshot, Date asOf); ///< the ledger that the result goes into
    void retranslate();

    [[nodiscard]] int kind() const { return static_cast<int>(m_kind); } ///< as workspace::OverlayKind
    void setKind(int kind);
    [[nodiscard]] QStringList kinds() const;     ///< in words
    [[nodiscard]] QString explanation() const;   ///< what the operation answers
    [[nodiscard]] FormFields* fields() { return &m_fields; }
    [[nodiscard]] QString missing() const;       ///< what is still to be said; empty when all is
    [[nodiscard]] bool ready() const { return m_snapshot && question().has_value(); }
    /// Usage, with what is missing or is no distance.
    [[nodiscard]] Result<workspace::OverlayQuestion> question() const;

    Q_INVOKABLE void run();

signals:
    void changed();
    void stored(QString const& layerId); ///< the ledger has a result

private:
    void fill();

    Backend& m_backend;
    JobRunner& m_jobs;
    Messages& m_messages;
    ResultSheet& m_sheet;
    SnapshotRef m_snapshot;
    Date m_asOf{};
    workspace::OverlayKind m_kind = workspace::OverlayKind::Mining;
    FormFields m_fields;
};

} // namespace zhengtu::map
