#include "picture.hpp"

#include <QDir>
#include <QPainter>

#include <algorithm>
#include <cstdlib>

namespace zhengtu::cartography::test {

namespace {

constexpr int fineStep = 24;           ///< of 255, in one channel
constexpr double coarseShare = 0.001;  ///< of the pixels may differ by more

int distance(QRgb a, QRgb b)
{
    return std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
}

QString saved(QImage const& image, std::string const& name)
{
    QDir const directory{QStringLiteral(ZHENGTU_PICTURES_DIR)};
    directory.mkpath(QStringLiteral("."));
    auto const path = directory.filePath(QString::fromStdString(name));
    image.save(path);
    return path;
}

} // namespace

QImage paint(Renderer const& renderer, View const& view, Furniture const& furniture, Emphasis const& emphasis)
{
    QImage image{view.pixels, QImage::Format_RGB32};
    image.fill(Qt::magenta);
    QPainter painter{&image};
    renderer.draw(painter, view, furniture, emphasis);
    return image;
}

int differing(QImage const& picture, QImage const& other)
{
    if (picture.size() != other.size()) { return -1; }
    int count = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) { count += picture.pixel(x, y) != other.pixel(x, y) ? 1 : 0; }
    }
    return count;
}

std::string differenceFromGolden(QImage const& picture, std::string const& name)
{
    auto const golden = QStringLiteral(ZHENGTU_TESTS_DIR "/cartography/golden/") + QString::fromStdString(name) + QStringLiteral(".png");
    if (std::getenv("ZHENGTU_NEW_PICTURES") != nullptr) {
        return picture.convertToFormat(QImage::Format_RGB888).save(golden, "PNG", 0) ? std::string{} : "cannot write " + golden.toStdString();
    }
    QImage const expected{golden};
    if (expected.size() != picture.size()) {
        return golden.toStdString() + " is missing or of another size; got " + saved(picture, name + ".actual.png").toStdString();
    }
    QImage difference{picture.size(), QImage::Format_RGB32};
    difference.fill(Qt::white);
    int coarse = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            int const off = distance(picture.pixel(x, y), expected.pixel(x, y));
            if (off > fineStep) { ++coarse; }
            if (off > 0) { difference.setPixel(x, y, off > fineStep ? qRgb(200, 0, 0) : qRgb(255, 200, 120)); }
        }
    }
    if (coarse <= coarseShare * picture.width() * picture.height()) { return {}; }
    return std::to_string(coarse) + " pixels differ; see " + saved(picture, name + ".actual.png").toStdString() + " and " +
           saved(difference, name + ".difference.png").toStdString();
}

} // namespace zhengtu::cartography::test
