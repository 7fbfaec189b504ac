#include "map/job_runner.hpp"

#include <QMetaObject>

#include <mutex>

namespace zhengtu::map {

JobRunner::JobRunner(QObject* parent) : QObject{parent}, m_cancelled{std::make_shared<std::atomic<bool>>(false)}
{
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1); // one thread for life: libraries below keep state for each thread
}

JobRunner::~JobRunner()
{
    m_cancelled->store(true);
    m_pool.waitForDone(); // posted answers die with this object
}

void JobRunner::run(QString const& title, Work work)
{
    ++m_pending;
    m_title = title;
    setProgress(-1);
    emit busyChanged();
    m_pool.start([this, work = std::move(work), cancelled = m_cancelled] {
        auto last = -1.0;
        std::mutex mutex; // some work asks from several threads
        analysis::Progress const progress = [this, &cancelled, &last, &mutex](double share) {
            std::scoped_lock const lock{mutex};
            if (share >= last + 0.01) { // a hundred signals for a job, however often it reports
                last = share;
                QMetaObject::invokeMethod(this, [this, share] { setProgress(share); }, Qt::QueuedConnection);
            }
            return !cancelled->load();
        };
        auto answer = work(progress);
        QMetaObject::invokeMethod(this, [this, answer = std::move(answer)] { finished(answer); }, Qt::QueuedConnection);
    });
}

void JobRunner::cancel()
{
    m_cancelled->store(true);
    m_cancelled = std::make_shared<std::atomic<bool>>(false); // what is asked for later runs
}

void JobRunner::finished(Answer const& answer)
{
    if (answer) { answer(); } // may start the next job: the count falls only afterwards, so busy does not flicker
    --m_pending;
    if (m_pending == 0) { m_title.clear(); }
    setProgress(-1);
    emit busyChanged();
}

void JobRunner::setProgress(double progress)
{
    if (m_progress == progress) { return; }
    m_progress = progress;
    emit progressChanged();
}

} // namespace zhengtu::map
