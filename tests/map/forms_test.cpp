#include "map/hotspot_weights.hpp"
#include "work.hpp"

#include <QAbstractItemModelTester>

using namespace zhengtu;
using namespace zhengtu::map;
using namespace zhengtu::map::testing;

namespace {

int rowOf(FormFields const& fields, QString const& key)
{
    for (int row = 0; row < fields.rowCount(); ++row) {
        if (fields.index(row).data(FormFields::KeyRole) == key) { return row; }
    }
    return -1;
}

QString noteOf(FormFields const& fields, QString const& key) { return fields.index(rowOf(fields, key)).data(FormFields::NoteRole).toString(); }
QString proposalOf(FormFields const& fields, QString const& key) { return fields.index(rowOf(fields, key)).data(FormFields::PlaceholderRole).toString(); }

bool tells(ResultSheet& sheet, QString const& label)
{
    return std::ranges::any_of(sheet.account()->facts(), [&](FactsModel::Fact const& fact) { return fact.label == label; });
}

} // namespace

TEST_CASE("an overlay becomes a layer that is shown, with its table and account", "[map][overlay]")
{
    Work work;
    work.open();
    auto& form = *work.session.overlayForm();
    QAbstractItemModelTester const watch{form.fields(), QAbstractItemModelTester::FailureReportingMode::Fatal};
    form.setKind(static_cast<int>(workspace::OverlayKind::Intersection));
    CHECK_FALSE(form.ready());
    CHECK(form.missing().contains(QStringLiteral("the first side")));
    form.fields()->put(QStringLiteral("a"), QStringLiteral("county"));
    form.fields()->put(QStringLiteral("b"), QStringLiteral("reserve:柳沟自然保护区:core"));
    REQUIRE(form.ready());
    form.run();
    work.settle();
    CHECK(work.session.layers()->visible("overlay_intersection"));
    CHECK(work.group("Hotspots and results").isValid());
    auto& sheet = *work.session.result();
    REQUIRE(sheet.table()->count() == 1); // 乙县 alone holds the core
    CHECK(sheet.table()->index(0, 2).data().toString().toDouble() > 200); // km2
    CHECK(tells(sheet, QStringLiteral("Areas")));
    auto const key = sheet.table()->keyAt(0);
    REQUIRE(key.startsWith(QStringLiteral("feature:overlay_intersection/")));
    work.session.showKey(key);
    CHECK(work.session.identify()->hasFeature());
    CHECK(work.session.extentOfFeature().width() > 0.1);
}

TEST_CASE("the pillar has no value of its own", "[map][overlay]")
{
    Work work;
    work.open();
    auto& form = *work.session.overlayForm();
    form.setKind(static_cast<int>(workspace::OverlayKind::Mining));
    form.fields()->put(QStringLiteral("mines"), QStringLiteral("county"));
    form.fields()->put(QStringLiteral("zones"), QStringLiteral("reserve:core； reserve:experimental"));
    CHECK_FALSE(form.ready()); // neither text nor program sets it
    form.fields()->put(QStringLiteral("pillar"), QStringLiteral("wide"));
    CHECK_FALSE(form.ready());
    form.fields()->put(QStringLiteral("pillar"), QStringLiteral("0"));
    REQUIRE(form.ready()); // nothing is an answer too
    CHECK(form.question()->zones == std::vector<std::string>{"reserve:core", "reserve:experimental"});
    form.fields()->put(QStringLiteral("pillar"), QStringLiteral("50m"));
    CHECK(form.question()->pillarM == 50);
    form.run();
    work.settle();
    auto& sheet = *work.session.result();
    CHECK(sheet.pages().mid(0, 3) == QStringList{"Mines, km²", "Mines, ha", "Mines, mu"});
    REQUIRE(sheet.table()->count() == 2);
    CHECK(sheet.table()->index(0, 0).data() == QStringLiteral("乙县"));
}

TEST_CASE("a coverage says its verdict, also when nothing is wrong", "[map][overlay]")
{
    Work work;
    work.open();
    auto& form = *work.session.overlayForm();
    form.setKind(static_cast<int>(workspace::OverlayKind::Coverage));
    struct Case {
        char const *grid, *verdict;
    };
    for (auto const& [grid, verdict] : {Case{"county", "There is no gap"}, {"county:甲县", "There are gaps"}}) {
        form.fields()->put(QStringLiteral("a"), QString::fromUtf8(grid));
        form.fields()->put(QStringLiteral("within"), QStringLiteral("POLYGON((112.1 37.1,112.9 37.1,112.9 37.9,112.1 37.9,112.1 37.1))"));
        REQUIRE(form.ready());
        form.run();
        work.settle();
        INFO(grid);
        CHECK(work.session.result()->summary().startsWith(QString::fromLatin1(verdict)));
        CHECK(tells(*work.session.result(), QStringLiteral("Verdict")));
    }
}

TEST_CASE("an overlay that fails says why and stores nothing", "[map][overlay]")
{
    Work work;
    work.open();
    auto& form = *work.session.overlayForm();
    form.setKind(static_cast<int>(workspace::OverlayKind::Ring));
    form.fields()->put(QStringLiteral("a"), QStringLiteral("reserve:没有"));
    form.fields()->put(QStringLiteral("distance"), QStringLiteral("0"));
    CHECK_FALSE(form.ready());
    form.fields()->put(QStringLiteral("distance"), QStringLiteral("20km"));
    REQUIRE(form.ready());
    form.run();
    work.settle();
    CHECK(work.lastMessage().contains(QStringLiteral("Ring around something")));
    CHECK(work.backend->ledgers["/sample.gpkg"].layers.empty());
    CHECK(work.session.result()->title().isEmpty());
    form.fields()->put(QStringLiteral("a"), QStringLiteral("reserve"));
    runAndStop(*work.session.jobs(), [&] { form.run(); });
    work.settle();
    CHECK(work.backend->ledgers["/sample.gpkg"].layers.empty()); // stopped before it was done
}

TEST_CASE("fields keep what was written when the operation or the language changes", "[map][overlay]")
{
    Work work;
    work.open();
    auto& form = *work.session.overlayForm();
    form.setKind(static_cast<int>(workspace::OverlayKind::Difference));
    form.fields()->put(QStringLiteral("a"), QStringLiteral("county"));
    form.setKind(static_cast<int>(workspace::OverlayKind::Union));
    CHECK(form.fields()->value(QStringLiteral("a")) == QStringLiteral("county"));
    work.session.language()->setCode("zh");
    CHECK(form.fields()->value(QStringLiteral("a")) == QStringLiteral("county"));
    CHECK(form.kinds().value(3) == QStringLiteral("允许开采范围"));
    CHECK(form.fields()->value(QStringLiteral("id:overlay_union")) == QStringLiteral("overlay_union"));
}

TEST_CASE("parameters of hotspots are proposed with their reasons, and taken as written", "[map][hotspots]")
{
    Work work;
    work.open();
    auto& form = *work.session.hotspotForm();
    QAbstractItemModelTester const watch{form.fields(), QAbstractItemModelTester::FailureReportingMode::Fatal};
    form.setMethod(static_cast<int>(workspace::HotspotMethod::Density));
    CHECK(form.preview().isEmpty()); // nothing is looked at before the form is open
    form.look(true);
    REQUIRE(waitFor([&] { return !form.preview().isEmpty(); }));
    CHECK_FALSE(form.failed());
    CHECK(proposalOf(*form.fields(), QStringLiteral("radius_m")).endsWith(QLatin1Char('m')));
    CHECK_FALSE(noteOf(*form.fields(), QStringLiteral("radius_m")).isEmpty());
    CHECK(work.backend->ledgers["/sample.gpkg"].layers.empty()); // a look stores nothing
    form.fields()->put(QStringLiteral("radius_m"), QStringLiteral("-3"));
    CHECK_FALSE(form.ready());
    REQUIRE(waitFor([&] { return form.failed(); }));
    form.fields()->put(QStringLiteral("radius_m"), QStringLiteral("30km"));
    REQUIRE(form.ready());
    CHECK(form.question()->wish.radiusM == 30'000);
    form.look(false);
    form.run();
    work.settle();
    CHECK(work.session.layers()->visible("hotspots_density"));
    CHECK(work.session.result()->table()->count() > 0);
    CHECK(tells(*work.session.result(), QStringLiteral("Radius, m")));
    form.fields()->put(QStringLiteral("id:hotspots_density"), QStringLiteral("wide"));
    form.run();
    work.settle();
    CHECK(work.session.layers()->visible("wide"));
    CHECK(work.backend->ledgers["/sample.gpkg"].layers.front().id == "wide");
}

TEST_CASE("a method of hotspots that cannot answer says why", "[map][hotspots]")
{
    using workspace::HotspotMethod;
    Work work;
    work.open();
    auto& form = *work.session.hotspotForm();
    auto& fields = *form.fields();
    form.setMethod(static_cast<int>(HotspotMethod::Gi));
    fields.put(QStringLiteral("unit"), QStringLiteral("site"));
    fields.put(QStringLiteral("band_m"), QStringLiteral("60km"));
    REQUIRE(form.ready());
    form.run();
    work.settle();
    CHECK(work.session.messages()->index(0).data(Messages::DetailRole).toString().contains(QStringLiteral("the same value"))); // each weighs 1
    CHECK(work.session.result()->title().isEmpty());
    fields.put(QStringLiteral("weight"), QStringLiteral("status"));
    form.run();
    work.settle();
    CHECK(work.session.layers()->visible("hotspots_gi"));
    CHECK(work.session.result()->pages() == QStringList{"All", "Significant: 0"}); // four sites: what there is stands first
}

TEST_CASE("numbers of hotspots are read, near misses are not", "[map][hotspots]")
{
    using workspace::HotspotMethod;
    Work work;
    work.open();
    auto& form = *work.session.hotspotForm();
    struct Case {
        HotspotMethod method;
        char const *field, *wrong, *right;
    };
    for (auto const& [method, field, wrong, right] : {Case{HotspotMethod::Clusters, "min_sites", "1", "2"}, {HotspotMethod::Clusters, "eps_m", "0", "1"},
                                                      {HotspotMethod::Gi, "fdr", "0.51", "0.5"}, {HotspotMethod::Gi, "permutations", "98", "99"},
                                                      {HotspotMethod::Counties, "worst_radius_m", "10 miles", "10公里"}}) {
        form.setMethod(static_cast<int>(method));
        INFO(field);
        form.fields()->put(QString::fromLatin1(field), QString::fromLatin1(wrong));
        CHECK_FALSE(form.ready());
        form.fields()->put(QString::fromLatin1(field), QString::fromUtf8(right));
        CHECK(form.ready());
        form.fields()->put(QString::fromLatin1(field), {});
        CHECK(form.ready()); // chosen from the data
    }
}

TEST_CASE("a new layer says its date, county, source, licence and accuracy", "[map][layers]")
{
    Work work;
    work.open();
    auto& form = *work.session.newLayer();
    work.session.askLayers({QUrl::fromLocalFile("/煤矿.csv")});
    work.settle();
    REQUIRE(form.ready());
    for (auto const* wrong : {"last year", "2024-5", "24-05-01"}) {
        form.setDate(QString::fromLatin1(wrong));
        INFO(wrong);
        CHECK_FALSE(form.ready());
    }
    form.setDate(QStringLiteral("2024-05"));
    CHECK(form.ready());
    form.setAccuracy(QStringLiteral("good"));
    CHECK_FALSE(form.ready());
    form.setAccuracy(QStringLiteral("0.5km"));
    form.setCounty(QStringLiteral("甲县"));
    form.setSource(QStringLiteral("县自然资源局"));
    form.setLicence(QStringLiteral("内部使用"));
    form.setTitle(QStringLiteral("甲县煤矿"));
    form.setCrs("gcj02"); // the file is looked at again: what was said stays
    work.settle();
    CHECK(form.county() == QStringLiteral("甲县"));
    REQUIRE(form.ready());
    form.accept();
    work.settle();
    REQUIRE(work.backend->addedLayers.size() == 1);
    auto const& request = work.backend->addedLayers[0];
    CHECK(request.date == "2024-05");
    CHECK(request.accuracyM == 500);
    CHECK(request.county == "甲县");
    CHECK(request.source == "县自然资源局");
    CHECK(request.licence == "内部使用");
    CHECK(request.title == "甲县煤矿");
}

TEST_CASE("single weights are read in both languages, and nothing that has no sense", "[hotspots]")
{
    Work work;
    auto const tasks = sampleLedger().tasks;
    auto const read = [&](char const* text) { return weightsOf(QString::fromUtf8(text), tasks); };
    CHECK(read("overdue=3, water=0.5").value() == std::map<std::string, double>{{"overdue", 3}, {"water", 0.5}});
    CHECK(read("Overdue ＝ 3；Water: 2").value() == std::map<std::string, double>{{"overdue", 3}, {"water", 2}});
    CHECK(read(" ").value().empty());
    CHECK(read("water=0").value().at("water") == 0);
    for (auto const* wrong : {"water", "water=", "water=many", "water=-1", "water=nan", "water=inf", "nosuch=2", "=2", "water=1, Water=2"}) {
        INFO(wrong);
        CHECK_FALSE(read(wrong).has_value());
    }
    CHECK(weightNames(tasks).startsWith("Under way"));
    work.open();
    auto& form = *work.session.hotspotForm();
    form.fields()->put("single_weights", "overdue=3");
    REQUIRE(form.question().has_value());
    CHECK(form.question()->wish.weights.at("overdue") == 3);
    form.fields()->put("single_weights", "overdue");
    CHECK_FALSE(form.ready());
}
