#pragma once

#include "map/query_conditions.hpp"
#include "map/query_controller.hpp"
#include "map/query_filter.hpp"

#include <QObject>
#include <QStringList>
#include <QTimer>
#include <QtQmlIntegration/qqmlintegration.h>

namespace zhengtu::map {

/// The form of a question: conditions and attributes. It counts the answer while a person writes, and runs, saves, renames and removes the
/// stored questions of the ledger, which the command line runs as well (docs/formats/queries.md).
class QueryForm : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session owns the form.")
    Q_PROPERTY(zhengtu::map::QueryConditions* conditions READ conditions CONSTANT FINAL)
    Q_PROPERTY(zhengtu::map::QueryFilter* filter READ filter CONSTANT FINAL)
    Q_PROPERTY(bool certain READ certain WRITE setCertain NOTIFY changed FINAL)
    Q_PROPERTY(bool ready READ ready NOTIFY changed FINAL)
    Q_PROPERTY(QString preview READ preview NOTIFY previewChanged FINAL)
    Q_PROPERTY(bool failed READ failed NOTIFY previewChanged FINAL)
    Q_PROPERTY(bool counting READ counting NOTIFY countingChanged FINAL)
    Q_PROPERTY(QStringList saved READ saved NOTIFY savedChanged FINAL)
    Q_PROPERTY(QStringList savedWords READ savedWords NOTIFY savedChanged FINAL)

public:
    QueryForm(Backend& backend, JobRunner& jobs, QueryController& query, Messages& messages, QObject* parent = nullptr);

    void show(SnapshotRef snapshot, Date asOf); ///< the ledger that is asked, as it is now
    void retranslate();

    [[nodiscard]] QueryConditions* conditions() { return &m_conditions; }
    [[nodiscard]] QueryFilter* filter() { return &m_filter; }
    [[nodiscard]] bool certain() const { return m_certain; }
    void setCertain(bool certain);
    [[nodiscard]] bool ready() const { return m_snapshot && query().has_value(); }
    [[nodiscard]] QString preview() const { return m_preview; } ///< how many tasks, or what is wrong
    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] bool counting() const { return m_wait.isActive() || m_counts.busy(); } ///< the preview is not yet that of what is written
    [[nodiscard]] QStringList saved() const;
    [[nodiscard]] QStringList savedWords() const; ///< what each asks
    /// The question as it is written. Usage, with what is wrong.
    [[nodiscard]] Result<workspace::SpatialQuery> query() const;

    Q_INVOKABLE void run();
    Q_INVOKABLE void runSaved(int saved);        ///< as it is stored, whatever is written in the form
    Q_INVOKABLE void save(QString const& name);  ///< replaces one of the same name
    Q_INVOKABLE void choose(int saved);          ///< brings a stored question into the form
    Q_INVOKABLE void rename(int saved, QString const& name);
    Q_INVOKABLE void remove(int saved);
    Q_INVOKABLE void reset();

signals:
    void changed();
    void previewChanged();
    void countingChanged();
    void savedChanged();
    void stored(); ///< the ledger was changed

private:
    [[nodiscard]] Result<workspace::SpatialQuery> storedQuery(int saved) const;
    void touched(); ///< something was written: count again in a moment
    void count();
    void say(QString const& preview, bool failed);
    void change(QString const& title, std::function<Result<void>()> work);

    Backend& m_backend;
    JobRunner& m_jobs;
    QueryController& m_query;
    Messages& m_messages;
    JobRunner m_counts; ///< counting is not shown as work, and gives way to the next stroke of a key
    SnapshotRef m_snapshot;
    Date m_asOf{};
    QueryConditions m_conditions;
    QueryFilter m_filter;
    bool m_certain = false;
    QString m_preview;
    bool m_failed = false;
    QTimer m_wait;
    int m_question = 0; ///< a count for an older question is dropped
};

} // namespace zhengtu::map
