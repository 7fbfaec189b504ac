#include "map/window.hpp"
#include "sample.hpp"

#include <QElapsedTimer>
#include <QGeoCoordinate>
#include <QGuiApplication>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSGRendererInterface>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <random>
#include <vector>

#include <sys/resource.h>

/// Pans and zooms over many sites and reports what a frame costs: `map_bench [SITES] [FRAMES]`. CPU time counts all threads.
/// Not run by ctest: numbers of a shared machine prove nothing; compare them by hand.
namespace {

using namespace zhengtu;

ledger::TaskRow randomTask(int number, std::mt19937& random)
{
    std::uniform_real_distribution<double> lon{110.2, 114.5}, lat{34.6, 40.7};
    static std::vector<std::string> const categories{"air", "water", "solid-waste", "mines-ecology", "duty"};
    ledger::TaskRow task;
    task.id = "t" + std::to_string(number);
    task.planId = "p1";
    task.taskNo = std::to_string(number) + ".";
    task.taskText = "整改任务" + std::to_string(number);
    task.categories = {categories[static_cast<std::size_t>(number) % categories.size()]};
    task.deadline = {plan::DeadlineKind::Date, {Date{std::chrono::year{2020 + number % 6}, std::chrono::month{6}, std::chrono::day{30}}}, false, {}};
    place::Site site;
    site.id = task.id + "-s1";
    site.taskId = task.id;
    site.place = "点位" + std::to_string(number);
    site.precision = place::Precision::Facility;
    site.radiusM = 100;
    site.shape = geo::Shape::point({lon(random), lat(random)});
    task.sites = {std::move(site)};
    return task;
}

double cpuMs()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    auto const ms = [](timeval const& time) { return 1e3 * static_cast<double>(time.tv_sec) + 1e-3 * static_cast<double>(time.tv_usec); };
    return ms(usage.ru_utime) + ms(usage.ru_stime);
}

struct Run {
    std::vector<double> wallMs;
    double cpuMsPerFrame = 0;
};

/// Moves the camera and draws, frame by frame, as fast as it goes.
template <class Move> Run run(QQuickWindow& window, int frames, Move move)
{
    Run result;
    auto const before = cpuMs();
    for (int frame = 0; frame < frames; ++frame) {
        QElapsedTimer clock;
        clock.start();
        move(frame);
        auto drawn = false;
        auto const connection = QObject::connect(&window, &QQuickWindow::frameSwapped, &window, [&drawn] { drawn = true; });
        window.update();
        while (!drawn) { QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents); }
        QObject::disconnect(connection);
        result.wallMs.push_back(static_cast<double>(clock.nsecsElapsed()) * 1e-6);
    }
    result.cpuMsPerFrame = (cpuMs() - before) / frames;
    return result;
}

void report(char const* what, Run result, map::MapLayerItem const& layer, int picturesBefore)
{
    std::ranges::sort(result.wallMs);
    auto const at = [&](double share) { return result.wallMs[static_cast<std::size_t>(share * static_cast<double>(result.wallMs.size() - 1))]; };
    std::printf("%-22s cpu %6.2f ms/frame   wall median %6.2f  95 %% %6.2f  max %6.2f ms   %d pictures\n", what, result.cpuMsPerFrame, at(0.5), at(0.95),
                at(1), layer.pictures() - picturesBefore);
}

} // namespace

int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") && qEnvironmentVariableIsEmpty("DISPLAY")) { qputenv("QT_QPA_PLATFORM", "offscreen"); }
    QTemporaryDir const home;
    qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
    QGuiApplication const application{argc, argv};
    map::prepareApplication();
    auto const sites = argc > 1 ? std::max(1, std::atoi(argv[1])) : 100'000;
    auto const frames = argc > 2 ? std::max(1, std::atoi(argv[2])) : 300;

    auto backend = std::make_unique<map::testing::FakeBackend>();
    auto& ledger = backend->ledgers["/sample.gpkg"];
    ledger.tasks.clear();
    std::mt19937 random{7};
    for (int i = 0; i < sites; ++i) { ledger.tasks.push_back(randomTask(i, random)); }
    map::Session session{std::move(backend), map::testing::sampleDay};
    map::Window const window{session, {.remember = false, .size = {1440, 900}}};
    QElapsedTimer clock;
    clock.start();
    session.start({"/sample.gpkg"});
    if (!window.loaded() || !window.waitSettled(300'000)) { return 1; }
    auto* layer = window.window()->findChild<map::MapLayerItem*>("mapLayer");
    auto* camera = window.window()->findChild<QQuickItem*>("map");
    std::printf("%d sites, %s, ready after %lld ms\n", sites,
                window.window()->rendererInterface()->graphicsApi() == QSGRendererInterface::Software ? "software" : "GPU interface", static_cast<long long>(clock.elapsed()));

    for (auto const zoom : {0.0, 2.0, 4.0}) {
        auto const level = layer->zoomLevel() + (zoom > 0 ? 2.0 : 0.0);
        camera->setProperty("zoomLevel", level);
        if (!window.waitSettled(300'000)) { return 1; }
        auto const start = layer->centre();
        auto const pixel = layer->coordinateAt({1, 0}).longitude() - layer->coordinateAt({0, 0}).longitude();
        auto before = layer->pictures();
        auto const pan = run(*window.window(), frames, [&](int frame) { // 12 pixels a frame, there and back
            auto const step = frame < frames / 2 ? frame : frames - frame;
            camera->setProperty("center", QVariant::fromValue(QGeoCoordinate{start.latitude(), start.longitude() + 12 * step * pixel}));
        });
        report(qPrintable(QStringLiteral("pan at zoom %1").arg(level, 0, 'f', 1)), pan, *layer, before);
        if (!window.waitSettled(300'000)) { return 1; }
    }
    auto const level = layer->zoomLevel();
    auto const before = layer->pictures();
    auto const zoomed = run(*window.window(), frames, [&](int frame) { camera->setProperty("zoomLevel", level - 4.0 * frame / frames); });
    report("zoom out by 4 levels", zoomed, *layer, before);
    return window.waitSettled(300'000) ? 0 : 1;
}
