#include "map/layer_memory.hpp"
#include "work.hpp"

#include <QSettings>
#include <QTemporaryDir>

using namespace zhengtu;
using namespace zhengtu::map;
using namespace zhengtu::map::testing;

namespace {

geo::Layer result(std::string id)
{
    geo::Layer layer;
    layer.id = layer.title = std::move(id);
    layer.kind = "query_result";
    layer.style = "result";
    return layer;
}

/// A start of the program with what was kept.
struct Start {
    Work work;
    QSettings settings;
    LayerMemory memory{work.session, settings};

    explicit Start(QTemporaryDir const& folder) : settings{folder.filePath("kept.ini"), QSettings::IniFormat}
    {
        for (auto const* path : {"/sample.gpkg", "/other.gpkg"}) {
            auto& ledger = work.backend->ledgers[path];
            if (ledger.tasks.empty()) { ledger = work.backend->ledgers["/sample.gpkg"]; }
            ledger.path = path;
            ledger.layers.push_back(result("nearby"));
        }
    }
    void open(QString const& file)
    {
        work.session.start({file});
        work.settle();
    }
    [[nodiscard]] bool visible(std::string const& id) { return work.session.layers()->visible(id); }
    void show(QString const& id, bool visible) { work.session.layers()->setVisible(id, visible); }
};

} // namespace

TEST_CASE("what was hidden is hidden at the next start, a ledger's own layer in that ledger alone", "[map][layers]")
{
    QTemporaryDir const folder;
    {
        Start first{folder};
        first.open("/sample.gpkg");
        CHECK(first.visible("nearby"));
        first.show("nearby", false);
        first.show("counties", false);
    }
    {
        Start second{folder};
        second.open("/sample.gpkg");
        CHECK_FALSE(second.visible("nearby"));
        CHECK_FALSE(second.visible("counties"));
        second.open("/other.gpkg");
        CHECK(second.visible("nearby"));
        CHECK_FALSE(second.visible("counties")); // ships: the same for all
        second.open("/sample.gpkg");
        CHECK_FALSE(second.visible("nearby"));
        second.show("nearby", true);
        second.show("counties", true);
    }
    Start third{folder};
    third.open("/sample.gpkg");
    CHECK(third.visible("nearby"));
    CHECK(third.visible("counties"));
}

TEST_CASE("a result that is made in an open ledger is shown, whatever was hidden under its name", "[map][layers]")
{
    QTemporaryDir const folder;
    {
        Start first{folder};
        first.open("/sample.gpkg");
        first.show("nearby", false);
    }
    Start second{folder};
    auto& layers = second.work.backend->ledgers["/sample.gpkg"].layers;
    std::erase_if(layers, [](geo::Layer const& one) { return one.id == "nearby"; });
    second.open("/sample.gpkg");
    layers.push_back(result("nearby"));
    emit second.work.session.layerActions()->changed(); // the ledger is read anew
    second.work.settle();
    CHECK(second.visible("nearby"));
}
