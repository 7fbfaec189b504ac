#pragma once

#include "cartography/renderer.hpp"

#include <QImage>
#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace zhengtu::map {

/// What a picture is to show. `view` is that of the picture, margin included, in device pixels.
struct PictureWish {
    std::shared_ptr<cartography::Renderer const> renderer;
    cartography::View view;
    cartography::Emphasis emphasis;
    qreal devicePixelRatio = 1;
};

/// A picture and what it shows. The emphasis is a picture of its own, so that a selection does not paint the map again.
struct Picture {
    PictureWish of;
    QImage map, emphasis;
    bool newMap = false;
};

/// Paints pictures on a thread of its own, one at a time; of several wishes the newest is painted next.
class PictureMaker : public QObject {
    Q_OBJECT

public:
    using Done = std::function<void(Picture)>;
    explicit PictureMaker(Done done, QObject* parent = nullptr);
    ~PictureMaker() override;

    /// Asks for a picture. `last`'s map is taken over when only the emphasis differs.
    void ask(PictureWish wish, Picture const& last);
    [[nodiscard]] bool idle() const { return !m_running && !m_next; }

private:
    struct Task;
    void start(Task task);
    void finished(std::shared_ptr<Picture> const& picture, bool complete);

    Done m_done;
    QThreadPool m_pool;
    std::shared_ptr<std::atomic<bool>> m_cancelled;
    std::unique_ptr<Task> m_next;
    std::shared_ptr<cartography::Renderer const> m_current;
    bool m_running = false;
};

[[nodiscard]] bool sameMap(PictureWish const& a, PictureWish const& b);

} // namespace zhengtu::map
