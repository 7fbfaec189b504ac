#pragma once

#include "analysis/query.hpp"

#include <QObject>
#include <QString>
#include <QThreadPool>
#include <QtQmlIntegration/qqmlintegration.h>

#include <atomic>
#include <functional>
#include <memory>

namespace zhengtu::map {

/// Runs long work one piece after the other on one thread of its own and brings the answer back to the GUI thread.
/// Work must not touch a QObject; the answer may. Destroyed while work runs, it stops the work, waits, and drops the answer.
class JobRunner : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session owns its jobs.")
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged FINAL)
    Q_PROPERTY(QString title READ title NOTIFY busyChanged FINAL)
    Q_PROPERTY(double progress READ progress NOTIFY progressChanged FINAL)

public:
    explicit JobRunner(QObject* parent = nullptr);
    ~JobRunner() override;

    /// What is to be done when the work is over; made by the work, called on the GUI thread.
    using Answer = std::function<void()>;
    using Work = std::function<Answer(analysis::Progress const&)>;

    void run(QString const& title, Work work);

    [[nodiscard]] bool busy() const { return m_pending > 0; }
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] double progress() const { return m_progress; } ///< 0 to 1, or -1 where it cannot be known

    /// Asks what runs and what waits to stop; their answers come as Cancelled.
    Q_INVOKABLE void cancel();

signals:
    void busyChanged();
    void progressChanged();

private:
    void finished(Answer const& answer);
    void setProgress(double progress);

    QThreadPool m_pool;
    std::shared_ptr<std::atomic<bool>> m_cancelled;
    QString m_title;
    double m_progress = -1;
    int m_pending = 0;
};

} // namespace zhengtu::map
