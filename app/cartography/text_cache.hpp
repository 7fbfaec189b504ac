#pragma once

#include <QColor>
#include <QFont>
#include <QHash>
#include <QImage>
#include <QString>

#include <mutex>

namespace zhengtu::cartography {

/// A text with its halo as a picture. `origin` is the pixel of the picture that the left end of the baseline (of the pivot,
/// where it is turned) falls on.
struct TextSprite {
    QImage image;
    QPoint origin;
};

struct TextLook {
    QColor colour, halo;
    double haloPx = 0;
    int degrees = 0;   ///< clockwise about the baseline's left end plus `shift`
    QPointF shift;     ///< of the baseline against the pivot
};

/// Painted labels, kept between pictures: while the map is moved they are the same ones again, and stroking the outline of
/// a text for its halo costs thirty times what copying a small picture does. Thread-safe. What it returns does not depend on
/// what it holds.
class TextCache {
public:
    [[nodiscard]] TextSprite sprite(QString const& text, QFont const& font, TextLook const& look);

private:
    std::mutex m_lock;
    QHash<QString, TextSprite> m_sprites;
    qsizetype m_bytes = 0;
};

} // namespace zhengtu::cartography
