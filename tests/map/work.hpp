#pragma once

#include "map/session.hpp"
#include "sample.hpp"
#include "text.hpp"
#include "wait.hpp"

#include <catch2/catch_test_macros.hpp>

#include <QAbstractItemModelTester>

namespace zhengtu::map::testing {

/// A session with the sample at hand, in English, without a window.
struct Work {
    FakeBackend* backend = new FakeBackend;
    Session session{std::unique_ptr<Backend>{backend}, sampleDay};
    QAbstractItemModelTester watchLayers{session.layers(), QAbstractItemModelTester::FailureReportingMode::Fatal};
    QAbstractItemModelTester watchMessages{session.messages(), QAbstractItemModelTester::FailureReportingMode::Fatal};
    QAbstractItemModelTester watchSource{session.dossier()->source(), QAbstractItemModelTester::FailureReportingMode::Fatal};
    QAbstractItemModelTester watchSites{session.dossier()->sites(), QAbstractItemModelTester::FailureReportingMode::Fatal};

    Work() { session.language()->setCode("en"); }
    void settle() { REQUIRE(waitFor([this] { return !session.jobs()->busy() && session.scene()->settled(); })); }
    void open()
    {
        session.start({"/sample.gpkg"});
        settle();
    }
    [[nodiscard]] QString lastMessage() { return session.messages()->index(0).data(Messages::TitleRole).toString(); }
    [[nodiscard]] QModelIndex group(QString const& title)
    {
        for (int row = 0; row < session.layers()->rowCount(); ++row) {
            if (auto const index = session.layers()->index(row, 0); index.data(LayerTreeModel::TitleRole) == title) { return index; }
        }
        return {};
    }
};

} // namespace zhengtu::map::testing
