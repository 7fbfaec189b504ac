#include "map/picture_maker.hpp"

#include <QMetaObject>
#include <QPainter>

#include <utility>

namespace zhengtu::map {

struct PictureMaker::Task {
    PictureWish wish;
    QImage map; ///< null: to be painted
};

bool sameMap(PictureWish const& a, PictureWish const& b)
{
    return a.renderer == b.renderer && a.view.pixels == b.view.pixels && a.view.dpi == b.view.dpi &&
           a.view.camera.metresPerPixel == b.view.camera.metresPerPixel && a.view.camera.centre == b.view.camera.centre;
}

PictureMaker::PictureMaker(Done done, QObject* parent)
    : QObject{parent}, m_done{std::move(done)}, m_cancelled{std::make_shared<std::atomic<bool>>(false)}
{
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1);
}

PictureMaker::~PictureMaker()
{
    m_cancelled->store(true);
    m_pool.waitForDone();
}

void PictureMaker::ask(PictureWish wish, Picture const& last)
{
    Task task{std::move(wish), {}};
    if (!last.map.isNull() && sameMap(task.wish, last.of)) { task.map = last.map; }
    if (!m_running) {
        start(std::move(task));
        return;
    }
    // A picture of the same content is let finish: cancelling at each step of a pan would never show one.
    if (task.wish.renderer != m_current) { m_cancelled->store(true); }
    m_next = std::make_unique<Task>(std::move(task));
}

void PictureMaker::start(Task task)
{
    m_running = true;
    m_current = task.wish.renderer;
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    m_pool.start([this, task = std::move(task), cancelled = m_cancelled]() mutable {
        auto picture = std::make_shared<Picture>();
        bool complete = true;
        picture->map = std::move(task.map);
        if (picture->map.isNull()) {
            picture->newMap = true;
            picture->map = QImage{task.wish.view.pixels, QImage::Format_RGB32};
            picture->map.fill(Qt::white);
            QPainter painter{&picture->map};
            complete = task.wish.renderer->draw(painter, task.wish.view, {}, {}, cancelled.get());
        }
        if (complete && !task.wish.emphasis.empty()) {
            picture->emphasis = QImage{task.wish.view.pixels, QImage::Format_ARGB32_Premultiplied};
            picture->emphasis.fill(Qt::transparent);
            QPainter painter{&picture->emphasis};
            task.wish.renderer->drawEmphasis(painter, task.wish.view, task.wish.emphasis);
        }
        picture->of = std::move(task.wish);
        QMetaObject::invokeMethod(this, [this, picture, complete] { finished(picture, complete); }, Qt::QueuedConnection);
    });
}

void PictureMaker::finished(std::shared_ptr<Picture> const& picture, bool complete)
{
    m_running = false;
    if (auto next = std::exchange(m_next, nullptr)) {
        if (complete && next->map.isNull() && sameMap(next->wish, picture->of)) { next->map = picture->map; }
        start(std::move(*next));
    }
    if (complete) { m_done(std::move(*picture)); }
}

} // namespace zhengtu::map
