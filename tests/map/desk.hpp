#pragma once

#include "map/window.hpp"
#include "sample.hpp"
#include "text.hpp"
#include "wait.hpp"

#include <catch2/catch_test_macros.hpp>

#include <QGeoCoordinate>
#include <QQuickItem>
#include <QQuickWindow>
#include <QStyleHints>
#include <QTest>

#include <memory>

namespace zhengtu::map::testing {

/// The window with the sample open, in English, and hands to use it with. Any warning of Qt or QML fails the test.
class Desk {
public:
    explicit Desk(QString const& plugin = QStringLiteral("itemsoverlay"), QStringList const& files = {"/sample.gpkg"})
        : warnings{WarningCounter::count()}
    {
        session.language()->setCode("en");
        window = std::make_unique<Window>(session, WindowOptions{.mapPlugin = plugin, .remember = false, .size = {1400, 900}});
        REQUIRE(window->loaded());
        session.start(files);
        if (plugin == QLatin1String("itemsoverlay")) { settle(); }
    }
    ~Desk()
    {
        window.reset();
        INFO(WarningCounter::last().toStdString());
        CHECK(WarningCounter::count() == warnings);
    }
    void settle() const { REQUIRE(window->waitSettled(60'000)); }

    template <class T = QQuickItem> [[nodiscard]] T* find(QString const& name) const
    {
        auto* found = window->window()->findChild<T*>(name);
        INFO(name.toStdString());
        REQUIRE(found != nullptr);
        return found;
    }
    /// The like of what a repeater or a view has made, which are no QObject children.
    [[nodiscard]] QQuickItem* item(QString const& name) const
    {
        auto* const found = item(*window->window()->contentItem(), name);
        INFO(name.toStdString());
        REQUIRE(found != nullptr);
        return found;
    }
    [[nodiscard]] static QQuickItem* item(QQuickItem& within, QString const& name)
    {
        if (within.objectName() == name && within.isVisible()) { return &within; }
        for (auto* child : within.childItems()) {
            if (auto* found = item(*child, name)) { return found; }
        }
        return nullptr;
    }
    void type(QString const& text) const
    {
        for (auto const letter : text) { QTest::sendKeyEvent(QTest::Click, window->window(), Qt::Key_unknown, QString{letter}, Qt::NoModifier); }
    }
    [[nodiscard]] MapLayerItem* map() const { return find<MapLayerItem>("mapLayer"); }
    /// A place on the map as a point of the window.
    [[nodiscard]] QPoint at(double lon, double lat) const { return map()->mapToScene(map()->pointAt({lat, lon})).toPoint(); }
    void click(QPoint point, Qt::MouseButton button = Qt::LeftButton) const
    {
        QTest::qWait(QGuiApplication::styleHints()->mouseDoubleClickInterval() + 10); // two clicks are two, not a double one
        QTest::mouseClick(window->window(), button, {}, point);
        settle();
    }
    void click(QString const& name) const { click(middle(find(name))); }
    [[nodiscard]] static QPoint middle(QQuickItem* item) { return item->mapToScene({item->width() / 2, item->height() / 2}).toPoint(); }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::mousePress(window->window(), Qt::LeftButton, modifiers, from);
        for (int i = 1; i <= 10; ++i) { // QTest::mouseMove knows no modifiers
            QPointF const point = QPointF{from} + QPointF{to - from} * i / 10;
            QMouseEvent move{QEvent::MouseMove, point, window->window()->mapToGlobal(point), Qt::NoButton, Qt::LeftButton, modifiers};
            QCoreApplication::sendEvent(window->window(), &move);
            QTest::qWait(2);
        }
        QTest::mouseRelease(window->window(), Qt::LeftButton, modifiers, to);
        settle();
    }
    /// The cell of the table, or the heading, that shows a text, among those on the screen.
    [[nodiscard]] QQuickItem* cell(QString const& text) const
    {
        auto* found = cell(*window->window()->contentItem(), text);
        INFO(text.toStdString());
        REQUIRE(found != nullptr);
        return found;
    }
    [[nodiscard]] static QQuickItem* cell(QQuickItem& item, QString const& text)
    {
        if (item.property("display").toString() == text) { return &item; }
        for (auto* child : item.childItems()) { // delegates are no QObject children
            if (auto* found = child->isVisible() ? cell(*child, text) : nullptr) { return found; }
        }
        return nullptr;
    }

    FakeBackend* backend = new FakeBackend;
    Session session{std::unique_ptr<Backend>{backend}, sampleDay};
    std::unique_ptr<Window> window;
    int warnings;
};

} // namespace zhengtu::map::testing
