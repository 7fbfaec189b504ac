#pragma once

#include "map/backend.hpp"
#include "map/form_fields.hpp"
#include "map/job_runner.hpp"
#include "map/messages.hpp"
#include "map/query_filter.hpp"
#include "map/result_sheet.hpp"

#include <QObject>
#include <QStringList>
#include <QTimer>
#include <QtQmlIntegration/qqmlintegration.h>

namespace zhengtu::map {

/// The form of a search for hotspots: a method and its parameters. What is left empty is chosen from the data; the choice and its reason
/// are shown while the form is filled in, from a run that stores nothing.
class HotspotForm : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session owns the form.")
    Q_PROPERTY(int method READ method WRITE setMethod NOTIFY changed FINAL)
    Q_PROPERTY(QStringList methods READ methods NOTIFY changed FINAL)
    Q_PROPERTY(zhengtu::map::FormFields* fields READ fields CONSTANT FINAL)
    Q_PROPERTY(zhengtu::map::QueryFilter* filter READ filter CONSTANT FINAL)
    Q_PROPERTY(QString preview READ preview NOTIFY previewChanged FINAL)
    Q_PROPERTY(bool failed READ failed NOTIFY previewChanged FINAL)
    Q_PROPERTY(bool proposing READ proposing NOTIFY proposingChanged FINAL)
    Q_PROPERTY(bool ready READ ready NOTIFY changed FINAL)

public:
    HotspotForm(Backend& backend, JobRunner& jobs, Messages& messages, ResultSheet& sheet, QObject* parent = nullptr);

    void show(SnapshotRef snapshot, Date asOf);
    void retranslate();

    [[nodiscard]] int method() const { return static_cast<int>(m_method); } ///< as workspace::HotspotMethod
    void setMethod(int method);
    [[nodiscard]] QStringList methods() const; ///< in words, with the question that each answers
    [[nodiscard]] FormFields* fields() { return &m_fields; }
    [[nodiscard]] QueryFilter* filter() { return &m_filter; } ///< which tasks are counted
    [[nodiscard]] QString preview() const { return m_preview; } ///< what would be found, with the warnings; or what is wrong
    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] bool proposing() const { return m_wait.isActive() || m_proposals.busy(); } ///< the proposals are not yet those of what is written
    [[nodiscard]] bool ready() const { return m_snapshot && question().has_value(); }
    /// Usage, where a field cannot be read.
    [[nodiscard]] Result<workspace::HotspotQuestion> question() const;

    Q_INVOKABLE void look(bool open); ///< the form is open: parameters are proposed from now on
    Q_INVOKABLE void run();

signals:
    void changed();
    void previewChanged();
    void proposingChanged();
    void stored(QString const& layerId);

private:
    [[nodiscard]] QString layerName() const; ///< the method's own
    void fill();
    void touched();
    void propose();
    [[nodiscard]] Result<workspace::HotspotWish> wish() const;
    void proposed(Result<workspace::HotspotAnswer> const& answer);

    Backend& m_backend;
    JobRunner& m_jobs;
    Messages& m_messages;
    ResultSheet& m_sheet;
    JobRunner m_proposals; ///< not shown as work; gives way to the next stroke of a key
    SnapshotRef m_snapshot;
    Date m_asOf{};
    workspace::HotspotMethod m_method = workspace::HotspotMethod::Density;
    FormFields m_fields;
    QueryFilter m_filter;
    QString m_preview;
    bool m_failed = false, m_open = false;
    QTimer m_wait;
    int m_question = 0; ///< a proposal for an older state of the form is dropped
};

} // namespace zhengtu::map
