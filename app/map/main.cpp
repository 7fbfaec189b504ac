#include "map/layer_memory.hpp"
#include "map/window.hpp"
#include "map/words.hpp"

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QQuickWindow>
#include <QSaveFile>
#include <QSettings>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <optional>

namespace map = zhengtu::map;
using zhengtu::Date;
using zhengtu::parseIsoDate;
using zhengtu::today;

namespace {

struct Options {
    map::WindowOptions window;
    QStringList files;
    Date asOf = today();
    QString language, screenshot, select, ask, open;
    bool failOnWarning = false;
};

int usage(QString const& what)
{
    std::fprintf(stderr, "zhengtu-map: %s\nTry 'zhengtu-map --help'.\n", qPrintable(what));
    return 2;
}

/// Returns an exit code where the program ends here.
std::optional<int> readOptions(QGuiApplication const& application, Options& options)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("The desktop map of rectification tasks. Opens ledgers (.gpkg); imports plans (.txt, .docx, .pdf)."));
    parser.addHelpOption();
    parser.addVersionOption();
    // Not --style, --platform or --plugin: QGuiApplication takes those for itself.
    QCommandLineOption const asOf{QStringLiteral("as-of"), QStringLiteral("Look at deadlines from DATE (2024-12-31) instead of today."), QStringLiteral("DATE")};
    QCommandLineOption const lang{QStringLiteral("lang"), QStringLiteral("Language of the window: zh or en."), QStringLiteral("LANG")};
    QCommandLineOption const screenshot{QStringLiteral("screenshot"), QStringLiteral("Save a picture of the window once all is drawn, and end."), QStringLiteral("FILE")};
    QCommandLineOption const size{QStringLiteral("size"), QStringLiteral("Size of the window in pixels."), QStringLiteral("WxH")};
    QCommandLineOption const select{QStringLiteral("select"), QStringLiteral("Select a task: its id, or the number of its row."), QStringLiteral("TASK")};
    QCommandLineOption const ask{QStringLiteral("ask"), QStringLiteral("Ask a question that the ledger holds, as 'zhengtu query run' does."), QStringLiteral("NAME")};
    QCommandLineOption const open{QStringLiteral("open"), QStringLiteral("Open a form or list: query, overlay, hotspots, findings, export, picture, list (of the answer), table:LAYER."), QStringLiteral("FORM")};
    QCommandLineOption const strict{QStringLiteral("fail-on-warning"), QStringLiteral("End with code 1 if Qt or QML warned of anything.")};
    parser.addOptions({asOf, lang, screenshot, size, select, ask, open, strict});
    parser.addPositionalArgument(QStringLiteral("FILES"), QStringLiteral("A ledger, plans to import, layers."), QStringLiteral("[FILES...]"));
    if (!parser.parse(QCoreApplication::arguments())) { return usage(parser.errorText()); }
    if (parser.isSet(QStringLiteral("help"))) {
        std::fputs(qPrintable(parser.helpText()), stdout);
        return 0;
    }
    if (parser.isSet(QStringLiteral("version"))) {
        std::printf("zhengtu-map %s\n", qPrintable(application.applicationVersion()));
        return 0;
    }
    if (parser.isSet(asOf)) {
        auto const date = parseIsoDate(parser.value(asOf).toStdString());
        if (!date) { return usage(QStringLiteral("--as-of wants a date as 2024-12-31, not '%1'").arg(parser.value(asOf))); }
        options.asOf = *date;
    }
    if (parser.isSet(lang)) {
        options.language = parser.value(lang);
        if (options.language != QLatin1String("zh") && options.language != QLatin1String("en")) {
            return usage(QStringLiteral("--lang wants zh or en, not '%1'").arg(options.language));
        }
    }
    if (parser.isSet(size)) {
        auto const parts = parser.value(size).split(QLatin1Char('x'));
        options.window.size = parts.size() == 2 ? QSize{parts[0].toInt(), parts[1].toInt()} : QSize{};
        if (options.window.size.width() < 200 || options.window.size.height() < 200 || options.window.size.width() > 8000 || options.window.size.height() > 8000) {
            return usage(QStringLiteral("--size wants WxH between 200x200 and 8000x8000, not '%1'").arg(parser.value(size)));
        }
    }
    options.screenshot = parser.value(screenshot);
    options.select = parser.value(select);
    options.ask = parser.value(ask);
    options.open = parser.value(open);
    options.window.remember = options.screenshot.isEmpty(); // a picture does not depend on what was done before
    options.failOnWarning = parser.isSet(strict) || qEnvironmentVariableIsSet("ZHENGTU_FAIL_ON_WARNING");
    options.files = parser.positionalArguments();
    return std::nullopt;
}

void select(map::Session& session, QString const& task)
{
    auto isRow = false;
    auto const row = task.toInt(&isRow);
    isRow ? session.selectRow(row - 1) : session.setSelectedTask(task);
}

/// What was named at the start is asked and opened once all is there.
bool askAndOpen(map::Session& session, map::Window const& window, Options const& options)
{
    if (options.ask.isEmpty() && options.open.isEmpty()) { return true; }
    constexpr int longest = 120'000; // milliseconds
    if (!window.waitSettled(longest)) { return false; }
    if (!options.ask.isEmpty()) {
        auto const saved = session.queryForm()->saved();
        if (!saved.contains(options.ask)) {
            std::fprintf(stderr, "zhengtu-map: the ledger has no saved query '%s'\n%s\n", qPrintable(options.ask), qPrintable(QStringLiteral("Saved: ") + saved.join(QStringLiteral(", "))));
            return false;
        }
        session.queryForm()->runSaved(static_cast<int>(saved.indexOf(options.ask)));
        if (!window.waitSettled(longest)) { return false; }
    }
    auto opened = true;
    if (!options.open.isEmpty()) { QMetaObject::invokeMethod(window.window(), "openForm", Q_RETURN_ARG(bool, opened), Q_ARG(QString, options.open)); }
    if (!opened) { std::fprintf(stderr, "zhengtu-map: there is no form '%s'\n", qPrintable(options.open)); }
    return opened;
}

int takeScreenshot(map::Session& session, map::Window const& window, QString const& file)
{
    auto settled = window.waitSettled(120'000);
    session.messages()->clearNotes();
    settled = settled && window.waitSettled(10'000);
    if (!settled) {
        std::fprintf(stderr, "zhengtu-map: the map was not drawn within 120 s\n");
        return 1;
    }
    auto const picture = window.window()->grabWindow();
    QSaveFile out{file};
    if (picture.isNull() || !out.open(QIODevice::WriteOnly) || !picture.save(&out, "PNG") || !out.commit()) {
        std::fprintf(stderr, "zhengtu-map: %s could not be written: %s\n", qPrintable(file), qPrintable(out.errorString()));
        return 1;
    }
    return 0;
}

/// Without a display Qt aborts with a misleading message; a picture can be made all the same.
bool displayOrNone(int argc, char** argv)
{
    if (!qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") || !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) { return true; }
    for (int i = 1; i < argc; ++i) {
        for (auto const* quiet : {"--screenshot", "--help", "-h", "--version", "-v"}) {
            if (std::strncmp(argv[i], quiet, std::strlen(quiet)) == 0) {
                qputenv("QT_QPA_PLATFORM", "offscreen");
                return true;
            }
        }
        if (std::strcmp(argv[i], "-platform") == 0 || std::strcmp(argv[i], "--platform") == 0) { return true; }
    }
    return false;
}

} // namespace

int main(int argc, char** argv)
{
    if (!displayOrNone(argc, argv)) {
        std::fputs("zhengtu-map: there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set).\n"
                   "Start it in a desktop session, or make a picture with --screenshot FILE, or use 'zhengtu render'.\n", stderr);
        return 1;
    }
    map::WarningCounter::install();
    QGuiApplication application{argc, argv};
    QCoreApplication::setApplicationVersion(QStringLiteral(ZHENGTU_VERSION));
    Options options;
    if (auto const code = readOptions(application, options)) { return *code; }
    map::prepareApplication();

    int code = 0;
    {
        map::Session session{map::makeWorkspaceBackend(), options.asOf};
        session.language()->setCode(!options.language.isEmpty() ? options.language
                                    : options.window.remember ? QSettings{}.value(QStringLiteral("window/language")).toString() : QString{});
        if (options.window.remember) {
            QObject::connect(session.language(), &map::Language::changed, &session, [&session] {
                QSettings{}.setValue(QStringLiteral("window/language"), session.language()->code());
            });
        }
        std::optional<QSettings> settings;
        std::optional<map::LayerMemory> memory;
        if (options.window.remember) { memory.emplace(session, settings.emplace()); }
        map::Window const window{session, options.window};
        if (!window.loaded()) {
            std::fputs("zhengtu-map: the window could not be made; what is missing is named above\n", stderr);
            return 1;
        }
        QTemporaryDir const scratch; // a picture leaves nothing behind
        if (!options.screenshot.isEmpty()) { session.setUnsavedFolder(scratch.path()); }
        if (!options.select.isEmpty()) {
            QObject::connect(&session, &map::Session::ledgerShown, &session, [&] { select(session, options.select); });
        }
        session.start(options.files);
        if (!askAndOpen(session, window, options)) { return 1; }
        code = options.screenshot.isEmpty() ? QGuiApplication::exec() : takeScreenshot(session, window, options.screenshot);
    }
    if (code == 0 && options.failOnWarning && map::WarningCounter::count() > 0) {
        std::fprintf(stderr, "zhengtu-map: %d warnings\n", map::WarningCounter::count());
        return 1;
    }
    return code;
}
