/// Runs one spatial task of the product on data in memory and says how long it took.
/// usage: spatial_bench generate FOLDER [--points N] [--polygons N] [--rivers N] [--mines N] [--seed N]
///        spatial_bench take USER_FOLDER FOLDER
///        spatial_bench run TASK FOLDER [--rounds N] [--threads N] [--points N] [--answer FILE]
#include "data.hpp"
#include "or_die.hpp"
#include "tasks_export.hpp"

#include "analysis/allowable_areas.hpp"
#include "analysis/dbscan.hpp"
#include "analysis/gi_star.hpp"
#include "analysis/points_in_polygons.hpp"
#include "analysis/points_near.hpp"
#include "analysis/shared_areas.hpp"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <ctime>
#include <functional>
#include <fstream>
#include <map>
#include <memory>
#include <string_view>

namespace zhengtu::bench {

namespace {

struct Arguments {
    std::vector<std::string> words;
    std::map<std::string, std::string, std::less<>> options;

    [[nodiscard]] std::size_t number(std::string_view name, std::size_t otherwise) const
    {
        auto const at = options.find(name);
        return at == options.end() ? otherwise : static_cast<std::size_t>(std::strtoull(at->second.c_str(), nullptr, 10));
    }
};

/// An answer as bytes, for comparing.
class Answer {
public:
    template <class T> void add(T value)
    {
        auto const bytes = std::as_bytes(std::span{&value, 1});
        m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end());
    }
    void save(std::string const& file) const
    {
        std::ofstream out{file, std::ios::binary};
        out.write(reinterpret_cast<char const*>(m_bytes.data()), static_cast<std::streamsize>(m_bytes.size()));
        if (!out) { die("cannot write " + file); }
    }

private:
    std::vector<std::byte> m_bytes;
};

struct Settings {
    std::string folder;
    unsigned threads = 0;
    std::size_t points = 0; ///< so many of the points; 0: all
};

std::vector<geo::LonLat> pointsOf(Settings const& settings)
{
    auto points = loadPoints(settings.folder);
    if (settings.points > 0 && settings.points < points.size()) { points.resize(settings.points); }
    return points;
}

/// A task is made ready (data in memory) and gives the work to be timed, which gives how to tell its answer.
using Tell = std::function<void(Answer&)>;
using Work = std::function<Tell()>;

Work pointsInPolygonsWork(Settings const& settings)
{
    return [=, points = pointsOf(settings), polygons = loadShapes(settings.folder, "polygons")]() -> Tell {
        auto hits = orDie(analysis::pointsInPolygons(points, polygons, {}, settings.threads));
        return [hits = std::move(hits)](Answer& answer) {
            for (auto const& hit : hits) {
                answer.add(hit.point);
                answer.add(hit.polygon);
            }
        };
    };
}

Work nearWork(Settings const& settings, double metres)
{
    return [=, points = pointsOf(settings), rivers = loadShapes(settings.folder, "rivers")]() -> Tell {
        auto hits = orDie(analysis::pointsNear(points, rivers, metres, {}, settings.threads));
        return [hits = std::move(hits)](Answer& answer) {
            for (auto const& hit : hits) {
                answer.add(hit.point);
                answer.add(hit.shape);
            }
        };
    };
}

Work allowableWork(Settings const& settings)
{
    return [=, mines = loadShapes(settings.folder, "mines"), zones = loadShapes(settings.folder, "zones")]() -> Tell {
        auto areas = orDie(analysis::allowableAreas(mines, zones, 50, {}, {.shapes = true, .threads = settings.threads}));
        return [areas = std::move(areas)](Answer& answer) {
            for (auto const& mine : areas.mines) {
                for (double const area : {mine.beforeM2, mine.overlapM2, mine.pillarM2, mine.afterM2}) { answer.add(area); }
            }
        };
    };
}

Work sharedWork(Settings const& settings)
{
    return [=, mines = loadShapes(settings.folder, "mines"), zones = loadShapes(settings.folder, "zones")]() -> Tell {
        auto shared = orDie(analysis::sharedAreas(mines, zones, {}, settings.threads));
        return [shared = std::move(shared)](Answer& answer) {
            for (auto const& area : shared.areas) {
                answer.add(static_cast<double>(area.a));
                answer.add(static_cast<double>(area.b));
                answer.add(area.areaM2);
            }
        };
    };
}

Work dbscanWork(Settings const& settings)
{
    return [=, points = pointsOf(settings)]() -> Tell {
        auto clusters = orDie(analysis::dbscan(points, 1000, 10, {}, settings.threads));
        return [clusters = std::move(clusters)](Answer& answer) {
            for (auto const cluster : clusters) { answer.add(static_cast<std::int32_t>(cluster)); }
        };
    };
}

Work giStarWork(Settings const& settings)
{
    auto points = pointsOf(settings);
    auto values = loadValues(settings.folder);
    values.resize(points.size(), 1);
    return [=]() -> Tell {
        auto found = orDie(analysis::giStar(points, values, 600, {}, settings.threads));
        return [found = std::move(found)](Answer& answer) {
            for (auto const z : found.z) { answer.add(z); }
        };
    };
}

Work exportWork(Settings const& settings, bool whole)
{
    auto const made = std::make_shared<ExportOfTasks>(pointsOf(settings));
    auto const folder = std::filesystem::path{settings.folder} / "export";
    std::filesystem::create_directories(folder / "peer");
    made->asGeoPackage(folder / "peer");
    return [=]() -> Tell {
        whole ? made->whole(folder) : made->asShapefile(folder);
        return [](Answer&) {}; // verified by itself, and read by the peer
    };
}

Work workOf(std::string_view task, Settings const& settings)
{
    if (task == "points-in-polygons") { return pointsInPolygonsWork(settings); }
    if (task == "near-100m") { return nearWork(settings, 100); }
    if (task == "near-2km") { return nearWork(settings, 2000); }
    if (task == "allowable") { return allowableWork(settings); }
    if (task == "shared-areas") { return sharedWork(settings); }
    if (task == "dbscan") { return dbscanWork(settings); }
    if (task == "gi-star") { return giStarWork(settings); }
    if (task == "shapefile") { return exportWork(settings, false); }
    if (task == "whole-export") { return exportWork(settings, true); }
    die("no task '" + std::string{task} + "'");
}

/// Of all threads, user and system: what other programs on the machine disturb little.
double processorSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// The most memory that the process ever had; getrusage would tell that of the program that started it, too.
double peakMb()
{
    std::ifstream status{"/proc/self/status"};
    for (std::string word; status >> word;) {
        double kilobytes = 0;
        if (word == "VmHWM:" && status >> kilobytes) { return kilobytes / 1024; }
    }
    return 0;
}

int run(Arguments const& arguments)
{
    Settings settings{arguments.words.at(2), static_cast<unsigned>(arguments.number("--threads", 0)),
                      arguments.number("--points", 0)};
    auto const work = workOf(arguments.words.at(1), settings);
    double const dataMb = peakMb();
    std::string times, processor;
    Tell tell;
    for (std::size_t i = 0; i < std::max<std::size_t>(1, arguments.number("--rounds", 1)); ++i) {
        tell = {};
        double const worked = processorSeconds();
        auto const begin = std::chrono::steady_clock::now();
        tell = work();
        std::chrono::duration<double> const took = std::chrono::steady_clock::now() - begin;
        processor += (i > 0 ? ", " : "") + std::to_string(processorSeconds() - worked);
        times += (i > 0 ? ", " : "") + std::to_string(took.count());
    }
    std::printf("{\"seconds\": [%s], \"processor_s\": [%s], \"rss_mb\": %.0f, \"data_mb\": %.0f}\n", times.c_str(), processor.c_str(),
                peakMb(), dataMb);
    if (auto const file = arguments.options.find("--answer"); file != arguments.options.end()) {
        Answer answer;
        tell(answer);
        answer.save(file->second);
    }
    return 0;
}

} // namespace

} // namespace zhengtu::bench

int main(int argc, char** argv)
{
    using namespace zhengtu::bench;
    Arguments arguments;
    for (int i = 1; i < argc; ++i) {
        if (std::string_view{argv[i]}.starts_with("--") && i + 1 < argc) {
            arguments.options[argv[i]] = argv[i + 1];
            ++i;
        } else {
            arguments.words.emplace_back(argv[i]);
        }
    }
    auto const& words = arguments.words;
    if (words.size() == 2 && words[0] == "generate") {
        Amounts amounts;
        amounts.points = arguments.number("--points", amounts.points);
        amounts.polygons = arguments.number("--polygons", amounts.polygons);
        amounts.rivers = arguments.number("--rivers", amounts.rivers);
        amounts.mines = arguments.number("--mines", amounts.mines);
        amounts.seed = arguments.number("--seed", amounts.seed);
        save(generated(amounts), words[1]);
        return 0;
    }
    if (words.size() == 3 && words[0] == "take") {
        save(fromUser(words[1]), words[2]);
        return 0;
    }
    if (words.size() == 3 && words[0] == "run") { return run(arguments); }
    die("usage: spatial_bench generate FOLDER | take USER_FOLDER FOLDER | run TASK FOLDER");
}
