#include "map/window.hpp"

#include "cartography/fonts.hpp"
#include "map/words.hpp"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFont>
#include <QGuiApplication>
#include <QMutex>
#include <QQuickWindow>
#include <QTimer>

#include <atomic>
#include <cstdio>

// Made by qt_add_qml_module; named here so that the linker keeps the types of a static module.
extern void qml_register_types_Zhengtu();

namespace zhengtu::map {
namespace {

std::atomic<int> warnings{0};
QMutex lastGuard;
QString lastWarning;

void handleMessage(QtMsgType type, QMessageLogContext const& context, QString const& text)
{
    if (type == QtWarningMsg || type == QtCriticalMsg || type == QtFatalMsg) {
        ++warnings;
        QMutexLocker const lock{&lastGuard};
        lastWarning = text;
    }
    std::fprintf(stderr, "%s\n", qFormatLogMessage(type, context, text).toLocal8Bit().constData());
}

} // namespace

void prepareApplication()
{
    QCoreApplication::setOrganizationName(QStringLiteral("zhengtu"));
    QCoreApplication::setApplicationName(QStringLiteral("zhengtu"));
    QFont font;
    font.setFamilies(cartography::mapFontFamilies()); // the automatic choice takes Japanese shapes for Chinese characters
    font.setPixelSize(13);
    QGuiApplication::setFont(font);
    QQuickWindow::setTextRenderType(QQuickWindow::NativeTextRendering);
}

void WarningCounter::install() { qInstallMessageHandler(handleMessage); }
int WarningCounter::count() noexcept { return warnings.load(); }

QString WarningCounter::last()
{
    QMutexLocker const lock{&lastGuard};
    return lastWarning;
}

Window::Window(Session& session, WindowOptions const& options)
{
    qml_register_types_Zhengtu();
    if (auto const fonts = cartography::checkFonts(); !fonts) {
        // In both languages and without Chinese alone: without the font Chinese would be boxes.
        session.language()->setCode(QStringLiteral("en"));
        session.setFault(errorWords(fonts.error()));
    }
    QVariantMap properties{{QStringLiteral("session"), QVariant::fromValue(&session)},
                           {QStringLiteral("pluginName"), options.mapPlugin},
                           {QStringLiteral("remember"), options.remember}};
    if (!options.size.isEmpty()) {
        properties.insert(QStringLiteral("width"), options.size.width());
        properties.insert(QStringLiteral("height"), options.size.height());
    }
    m_engine.setInitialProperties(properties);
    QObject::connect(session.language(), &Language::changed, &m_engine, &QQmlEngine::retranslate);
    m_engine.loadFromModule("Zhengtu", "Main");
    if (!m_engine.rootObjects().isEmpty()) { m_window = qobject_cast<QQuickWindow*>(m_engine.rootObjects().constFirst()); }
    if (m_window != nullptr && !options.size.isEmpty()) { m_window->resize(options.size); }
}

Window::~Window() = default;

bool Window::waitSettled(int timeoutMs) const
{
    QElapsedTimer clock;
    clock.start();
    auto quiet = 0;
    while (clock.elapsed() < timeoutMs) {
        QEventLoop loop;
        QTimer::singleShot(20, &loop, &QEventLoop::quit);
        loop.exec();
        // Settled several times running: a job that ends may start another from a queued call.
        quiet = m_window != nullptr && m_window->property("settled").toBool() ? quiet + 1 : 0;
        if (quiet >= 5) { return true; }
    }
    return false;
}

} // namespace zhengtu::map
