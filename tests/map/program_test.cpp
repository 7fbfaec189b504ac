#include "map/reasons.hpp"
#include "map/window.hpp"
#include "map/words.hpp"
#include "text.hpp"
#include "wait.hpp"

#include <catch2/catch_test_macros.hpp>

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QQuickWindow>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <map>
#include <tuple>

using namespace zhengtu;
using namespace zhengtu::map;
using namespace zhengtu::map::testing;

namespace {

constexpr Date sampleDate{std::chrono::year{2024}, std::chrono::month{12}, std::chrono::day{31}};

/// A ledger of the plan that ships as a sample, in the window with what ships, and the command line beside it.
struct Programs {
    QTemporaryDir directory;
    QString ledger = directory.filePath(QStringLiteral("l.gpkg"));
    Session session{makeWorkspaceBackend(), sampleDate};

    Programs()
    {
        session.language()->setCode("en");
        session.start({ledger, QStringLiteral(ZHENGTU_SAMPLES "/taiyuan-sample.txt")});
        settle();
        REQUIRE(session.filter()->total() > 0);
    }
    void settle() { REQUIRE(waitFor([this] { return !session.jobs()->busy() && session.scene()->settled() && !session.queryForm()->counting(); }, 120'000)); }

    /// What the command line prints, asked of the same ledger on the same day.
    QByteArray command(QStringList arguments) const
    {
        arguments << QStringLiteral("--ledger") << ledger << QStringLiteral("--as-of") << QStringLiteral("2024-12-31");
        QProcess process;
        process.start(QStringLiteral(ZHENGTU_PROGRAM), arguments);
        REQUIRE(process.waitForFinished(120'000));
        INFO(process.readAllStandardError().toStdString());
        REQUIRE(process.exitCode() == 0);
        return process.readAllStandardOutput();
    }
    [[nodiscard]] QJsonDocument json(QStringList const& arguments) const { return QJsonDocument::fromJson(command(arguments + QStringList{QStringLiteral("--json")})); }
    void read() // what another program has written
    {
        session.openLedger(QUrl::fromLocalFile(ledger));
        settle();
    }

    /// Task, zone, answer, position and metres of each row, in order.
    using Row = std::tuple<QString, QString, QString, QString, qint64>;
    [[nodiscard]] std::vector<Row> shown()
    {
        std::vector<Row> rows;
        for (auto const& row : session.query()->rows()) {
            rows.emplace_back(qs(row.task.id), qs(row.zone), QString::fromLatin1(analysis::name(row.hit.answer)), QString::fromLatin1(analysis::name(row.hit.position)),
                              qRound64(row.hit.distanceM));
        }
        return rows;
    }
    [[nodiscard]] std::vector<Row> printed(QString const& name) const
    {
        std::vector<Row> rows;
        for (auto const& value : json({QStringLiteral("query"), QStringLiteral("run"), name}).array()) {
            auto const row = value.toObject();
            rows.emplace_back(row["task"].toString(), row["zone"].toString(), row["answer"].toString(), row["position"].toString(), qRound64(row["distance_m"].toDouble()));
        }
        return rows;
    }
};

} // namespace

TEST_CASE("a question that the window saves gives the same answer on the command line, and the other way", "[map][programs]")
{
    Programs both;
    auto& form = *both.session.queryForm();
    form.conditions()->setTarget(0, QStringLiteral("太原市"));
    form.conditions()->add();
    form.conditions()->setTarget(1, QStringLiteral("air_station"));
    form.conditions()->setPredicate(1, static_cast<int>(workspace::Predicate::Near));
    form.conditions()->setAmount(1, QStringLiteral("5km"));
    REQUIRE(form.ready());
    form.save(QStringLiteral("站点附近"));
    both.settle();
    form.run();
    both.settle();
    REQUIRE(both.session.query()->active());
    REQUIRE_FALSE(both.shown().empty());
    CHECK(both.printed(QStringLiteral("站点附近")) == both.shown());

    both.command({"query", "save", "晋祠", "nearest", "spring_zone:晋祠", "--k", "4", "--category", "water"});
    both.read();
    REQUIRE(form.saved() == QStringList{QStringLiteral("站点附近"), QStringLiteral("晋祠")});
    form.runSaved(1);
    both.settle();
    REQUIRE_FALSE(both.shown().empty());
    CHECK(both.printed(QStringLiteral("晋祠")) == both.shown());
    form.choose(1); // and through the form
    form.run();
    both.settle();
    CHECK(both.printed(QStringLiteral("晋祠")) == both.shown());
}

TEST_CASE("an overlay of the window is that of the command line", "[map][programs]")
{
    Programs both;
    auto& form = *both.session.overlayForm();
    form.setKind(static_cast<int>(workspace::OverlayKind::Intersection));
    form.fields()->put(QStringLiteral("a"), QStringLiteral("county:晋源区"));
    form.fields()->put(QStringLiteral("b"), QStringLiteral("reserve:天龙山"));
    REQUIRE(form.ready());
    form.run();
    both.settle();
    auto& table = *both.session.result()->table();
    auto const printed = both.json({"overlay", "intersection", "county:晋源区", "reserve:天龙山"})["features"].toArray();
    REQUIRE(table.count() > 0);
    REQUIRE(table.count() == printed.size());
    for (int row = 0; row < table.count(); ++row) {
        CHECK(table.index(row, 2).data().toString().toDouble() == printed[row].toObject()["area_km2"].toDouble());
    }
    CHECK(both.json({"layers", "info", "overlay_intersection"}).object()["kind"].toString() == "overlay"); // it is in the ledger

    // What ships is not replaced, whatever name is given.
    form.fields()->put(QStringLiteral("id:overlay_intersection"), QStringLiteral("counties"));
    form.run();
    both.settle();
    CHECK(both.session.messages()->index(0).data(Messages::SeverityRole).toInt() == Messages::Problem);
}

TEST_CASE("hotspots of the window are those of the command line", "[map][programs]")
{
    Programs both;
    auto& form = *both.session.hotspotForm();
    form.setMethod(static_cast<int>(workspace::HotspotMethod::Counties));
    form.run();
    both.settle();
    auto const printed = both.json({"hotspots", "counties"})["features"].toArray();
    auto& sheet = *both.session.result();
    sheet.setPage(static_cast<int>(sheet.pages().indexOf(QStringLiteral("All"))));
    REQUIRE(sheet.table()->count() == printed.size());
    for (int row = 0; row < sheet.table()->count(); ++row) {
        CHECK(sheet.table()->index(row, 0).data().toString() == printed[row].toObject()["name"].toString());
        CHECK(sheet.table()->index(row, 1).data().toString() == printed[row].toObject()["count"].toString());
    }
}

TEST_CASE("long work of the window stops at once and leaves the ledger as it was", "[map][programs]")
{
    Programs both;
    auto const before = both.session.layers()->rowCount();
    auto& form = *both.session.overlayForm();
    form.setKind(static_cast<int>(workspace::OverlayKind::Intersection));
    form.fields()->put(QStringLiteral("a"), QStringLiteral("town"));
    form.fields()->put(QStringLiteral("b"), QStringLiteral("reserve"));
    runAndStop(*both.session.jobs(), [&] { form.run(); });
    both.settle();
    CHECK(both.session.layers()->rowCount() == before);
    CHECK_FALSE(both.json({"layers", "list"}).toJson().contains("overlay_intersection"));
    form.run(); // what is asked for afterwards is not stopped with it
    both.settle();
    CHECK(both.json({"layers", "list"}).toJson().contains("overlay_intersection"));
}

/// Pictures of forms and results for a person to look at: ZHENGTU_PICTURES names a folder, ZHENGTU_LEDGER a ledger.
TEST_CASE("pictures of forms and results", "[.pictures]")
{
    auto const folder = qEnvironmentVariable("ZHENGTU_PICTURES");
    REQUIRE(QDir{}.mkpath(folder));
    Session session{makeWorkspaceBackend(), sampleDate};
    session.language()->setCode(qEnvironmentVariable("ZHENGTU_LANGUAGE", "zh"));
    Window const window{session, {.remember = false, .size = {1440, 900}}};
    session.start({qEnvironmentVariable("ZHENGTU_LEDGER")});
    QElapsedTimer clock; // between two turns of the event loop
    qint64 longest = 0;
    QTimer ticker;
    ticker.setInterval(1);
    QObject::connect(&ticker, &QTimer::timeout, [&] { longest = std::max(longest, clock.restart()); });
    auto const picture = [&](QString const& name) {
        longest = 0;
        clock.start();
        ticker.start();
        CHECK(window.waitSettled(300'000));
        ticker.stop();
        std::printf("%s: the window stood still for %lld ms at most\n", qPrintable(name), static_cast<long long>(longest));
        session.messages()->clearNotes();
        CHECK(window.waitSettled(10'000));
        CHECK(window.window()->grabWindow().save(folder + QLatin1Char('/') + name + QStringLiteral(".png")));
    };
    picture("start");
    auto const overlay = [&](workspace::OverlayKind kind, std::map<QString, QString> const& fields) {
        session.overlayForm()->setKind(static_cast<int>(kind));
        for (auto const& [key, value] : fields) { session.overlayForm()->fields()->put(key, value); }
        INFO(session.overlayForm()->missing().toStdString());
        REQUIRE(session.overlayForm()->ready());
        session.overlayForm()->run();
        picture(QStringLiteral("overlay-") + QString::fromUtf8(workspace::name(kind)));
    };
    using enum workspace::OverlayKind;
    overlay(Intersection, {{"a", "county"}, {"b", "reserve:core"}});
    overlay(Mining, {{"mines", "city:太原市"}, {"zones", "spring_zone:晋祠:key; spring_zone:兰村:key"}, {"pillar", "50m"}});
    overlay(Ring, {{"a", "county:晋城市城区"}, {"distance", "20km"}});
    overlay(Bank, {{"a", "river:汾河"}});
    overlay(Coverage, {{"a", "county"}, {"within", "city:太原市"}});
    for (int method = 0; method < 4; ++method) {
        session.hotspotForm()->setMethod(method);
        session.hotspotForm()->run();
        picture(QStringLiteral("hotspots-") + QString::number(method));
    }
    auto const path = folder + QStringLiteral("/青山煤矿.csv");
    QFile file{path};
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(QStringLiteral("名称,县,经度,纬度\n青山煤矿,晋源区,112.41,37.70\n石岭煤矿,清徐县,112.35,37.62\n").toUtf8());
    file.close();
    session.askLayers({QUrl::fromLocalFile(path)});
    picture("layer");
}

TEST_CASE("every reason that the engine gives has words in Chinese", "[map][program][words]")
{
    Programs work;
    work.session.language()->setCode("zh");
    QStringList without;
    qsizetype count = 0;
    std::function<void(QJsonValue const&, QString const&)> const look = [&](QJsonValue const& value, QString const& key) {
        if (value.isArray()) {
            for (auto const& inner : value.toArray()) { look(inner, key); }
        } else if (value.isObject()) {
            auto const object = value.toObject();
            for (auto inner = object.begin(); inner != object.end(); ++inner) { look(inner.value(), inner.key()); }
        } else if (key == QLatin1String("reason") && value.isString()) {
            static QRegularExpression const english{QStringLiteral("\\b[a-z]{3,}\\b")}; // units are shorter, abbreviations in capitals
            ++count;
            auto const words = reasonWords(value.toString().toStdString());
            if (english.match(words).hasMatch()) { without << words; }
        }
    };
    for (auto const* question : {"rules run --all --dry-run", "claims --dry-run", "recurrence --dry-run", "query within reserve", "query within spring_zone", "query near river --distance 1km", "query near mine --distance 5km"}) {
        auto const said = work.json(QString::fromLatin1(question).split(QLatin1Char(' ')));
        look(said.isArray() ? QJsonValue{said.array()} : QJsonValue{said.object()}, {});
    }
    without.removeDuplicates();
    CHECK(count > 50);
    CHECK(without.join(QLatin1Char('\n')) == QString{});
}
