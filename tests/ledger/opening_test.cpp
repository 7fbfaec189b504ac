#include "sample.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <sqlite3.h>

#include <fstream>

#include <unistd.h>

using namespace zhengtu;
using namespace zhengtu::ledger;
using namespace zhengtu::ledger::testing;

namespace fs = std::filesystem;

namespace {

void makeLedger(fs::path const& path)
{
    REQUIRE(Ledger::open(path, true).value().import({sampleRecord("晋源区")}, asOf).has_value());
}

} // namespace

TEST_CASE("what is no ledger is refused and left alone", "[ledger]")
{
    TemporaryDirectory directory;
    auto const path = directory / "x.gpkg";
    auto const kind = GENERATE(as<std::string>{}, "text", "empty", "sqlite", "geopackage", "newer", "no version", "cut off");
    CAPTURE(kind);
    if (kind == "text") { std::ofstream{path} << std::string(5000, 'x'); }
    else if (kind == "empty") { std::ofstream{path}; }
    else if (kind == "sqlite") { CHECK(sql(path, "CREATE TABLE a(b)").empty()); }
    else if (kind == "geopackage") { CHECK(sql(path, "PRAGMA application_id = 0x47504B47; CREATE TABLE gpkg_contents(b)").empty()); }
    else {
        makeLedger(path);
        if (kind == "newer") { CHECK(sql(path, "UPDATE zhengtu_metadata SET value = '99' WHERE key = 'version'").empty()); }
        if (kind == "no version") { CHECK(sql(path, "DELETE FROM zhengtu_metadata").empty()); }
        if (kind == "cut off") { fs::resize_file(path, 6000); }
    }
    auto const before = bytesOf(path);
    for (int way = 0; way < 3; ++way) {
        auto const opened = way == 2 ? Ledger::openReadOnly(path) : Ledger::open(path, way == 1);
        REQUIRE_FALSE(opened.has_value());
        CHECK(opened.error().code == (kind == "cut off" ? ErrorCode::FileFormat : ErrorCode::LedgerConflict));
        CHECK_FALSE(opened.error().cure.empty());
    }
    CHECK(bytesOf(path) == before);
}

TEST_CASE("a ledger that is not there is not made by looking for it", "[ledger]")
{
    TemporaryDirectory directory;
    CHECK(Ledger::open(directory / "x.gpkg", false).error().code == ErrorCode::FileMissing);
    CHECK(Ledger::openReadOnly(directory / "x.gpkg").error().code == ErrorCode::FileMissing);
    CHECK(Ledger::open(directory.path(), true).error().code == ErrorCode::FileMissing);
    CHECK(Ledger::open(directory / "no/such/x.gpkg", true).error().code == ErrorCode::FileMissing);
    CHECK(fs::is_empty(directory.path()));
}

TEST_CASE("names that look like a part of a URI are names", "[ledger]")
{
    TemporaryDirectory directory;
    auto const name = GENERATE(as<std::string>{}, "台账 2024.gpkg", "a?mode=memory", "50%25.gpkg", "a#b.gpkg", "-x.gpkg");
    CAPTURE(name);
    makeLedger(directory / name);
    CHECK(fs::exists(directory / name));
    CHECK(Ledger::openReadOnly(directory / name).value().plans().value().size() == 1);
}

TEST_CASE("a ledger in a directory that may not be written can be read", "[ledger]")
{
    TemporaryDirectory directory;
    auto const path = directory / "a.gpkg";
    makeLedger(path);
    if (GENERATE(false, true)) { CHECK(sql(path, "PRAGMA journal_mode = WAL") == "wal"); } // as another program may leave it
    fs::permissions(path, fs::perms::owner_read);
    fs::permissions(directory.path(), fs::perms::owner_read | fs::perms::owner_exec);
    auto const ledger = Ledger::openReadOnly(path);
    fs::permissions(directory.path(), fs::perms::owner_all);
    REQUIRE(ledger.has_value());
    CHECK(ledger->tasks().value().size() == 3);
    CHECK(Ledger{Ledger::openReadOnly(path).value()}.putLayer(sampleLayer(), asOf).error().code == ErrorCode::Usage);
}

TEST_CASE("a write-ahead log is folded back into the one file", "[ledger]")
{
    TemporaryDirectory directory;
    auto const path = directory / "a.gpkg";
    makeLedger(path);
    CHECK(sql(path, "PRAGMA journal_mode = WAL") == "wal");
    REQUIRE(Ledger::open(path, false).value().import({sampleRecord("阳曲县")}, asOf).has_value());
    CHECK(sql(path, "PRAGMA journal_mode") == "delete");
    CHECK_FALSE(fs::exists(path.string() + "-wal"));
}

TEST_CASE("a ledger that another program is writing is a conflict, not a wait without end", "[ledger]")
{
    TemporaryDirectory directory;
    auto const path = directory / "a.gpkg";
    makeLedger(path);
    auto ledger = Ledger::open(path, false).value();
    sqlite3* other = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &other) == SQLITE_OK);
    REQUIRE(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_OK);
    auto const outcome = ledger.import({sampleRecord("阳曲县")}, asOf);
    REQUIRE_FALSE(outcome.has_value());
    CHECK(outcome.error().code == ErrorCode::LedgerConflict);
    CHECK(ledger.tasks().value().size() == 3); // reading goes on
    CHECK(ledger.import({sampleRecord("晋源区")}, asOf).value() == std::vector{ImportOutcome::Unchanged}); // needs no lock
    sqlite3_close(other);
    CHECK(ledger.import({sampleRecord("阳曲县")}, asOf).has_value());
}

TEST_CASE("a site whose geometry is damaged is an error that names it, and the ledger is of use after it", "[ledger]")
{
    TemporaryDirectory directory;
    auto const path = directory / "a.gpkg";
    makeLedger(path);
    auto ledger = Ledger::open(path, false).value();
    auto const site = sampleRecord("晋源区").sites[1].id;
    CHECK(sql(path, "DROP TRIGGER rtree_sites_line_geom_update1; DROP TRIGGER rtree_sites_line_geom_update2; DROP TRIGGER rtree_sites_line_geom_update3; "
                    "DROP TRIGGER rtree_sites_line_geom_update4; UPDATE sites_line SET geom = x'4750'")
              .empty());
    auto const tasks = ledger.tasks();
    REQUIRE_FALSE(tasks.has_value());
    CHECK(tasks.error().where.contains(site));
    CHECK(ledger.plans().value().size() == 1);
    CHECK(ledger.import({sampleRecord("晋源区", "更正")}, asOf).has_value()); // what is imported again is whole again
    CHECK(ledger.tasks().value().size() == 3);
}
