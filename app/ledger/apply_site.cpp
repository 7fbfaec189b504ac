#include "ledger/anchor.hpp"
#include "ledger/apply.hpp"
#include "ledger/as_read.hpp"
#include "ledger/correction_json.hpp"
#include "ledger/geometry_column.hpp"
#include "ledger/schema.hpp"

#include <cmath>

namespace zhengtu::ledger {

namespace {

using sqlite::Database;
using sqlite::Statement;

constexpr char const* placeColumns = "precision, radius_m, score, county, adcode, feature_id, source, schematic, reason, figure";

/// Where the rows of a kind of site are: the tables themselves, or what was read before corrections ("read_").
struct Found {
    geo::ShapeType type = geo::ShapeType::None;
    place::Site site;
};

Result<std::optional<Found>> find(Database& database, std::string const& prefix, std::string const& siteId)
{
    for (auto const type : siteTypes) {
        bool const located = type != geo::ShapeType::None;
        auto row = database.prepare(std::string{"SELECT "} + placeColumns + (located ? ", geom" : "") + " FROM " + prefix + schema::sitesTable(type) +
                                    " WHERE site_id = ?");
        if (!row.query(siteId).step()) { continue; }
        Found found{type, {}};
        auto& site = found.site;
        site.precision = place::precisionOf(row.text(0)).value_or(place::Precision::Unlocated);
        site.radiusM = row.real(1);
        site.score = row.real(2);
        for (int i = 3; auto* const field : {&site.county, &site.adcode, &site.featureId, &site.source}) { *field = row.text(i++); }
        site.schematic = row.integer(7) != 0;
        site.reason = row.text(8);
        site.figure = place::figureOf(row.text(9)).value_or(place::Figure::Itself);
        if (located) {
            auto shape = geometryFrom(row.blob(10));
            if (!shape) { return std::unexpected{std::move(shape.error()).at("site " + siteId)}; }
            site.shape = std::move(*shape);
        }
        return found;
    }
    return std::nullopt;
}

void put(Database& database, std::string const& siteId, Found const& now, place::Site const& to)
{
    auto const type = to.shape.empty() ? geo::ShapeType::None : to.shape.type;
    auto const table = schema::sitesTable(type);
    if (type != now.type) { // another kind of geometry has another table
        auto const old = schema::sitesTable(now.type);
        std::string const columns = "task_id, site_id, plan_id, ord, place, place_kind, text_begin, text_end, " + std::string{schema::taskColumns()};
        auto const fid = nextFid(database, table);
        database.prepare("INSERT INTO " + table + " (fid, " + columns + ") SELECT ?1, " + columns + " FROM " + old + " WHERE site_id = ?2").run(fid, siteId);
        database.prepare("DELETE FROM " + old + " WHERE site_id = ?").run(siteId);
    }
    auto update = database.prepare("UPDATE " + table + " SET (" + placeColumns + ") = (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)" +
                                   (type == geo::ShapeType::None ? "" : ", geom = ?12") + " WHERE site_id = ?11");
    auto const run = [&](auto const&... geometry) {
        update.run(place::name(to.precision), to.radiusM, to.score, to.county, to.adcode, to.featureId, to.source, to.schematic, to.reason,
                   place::name(to.figure), siteId, geometry...);
    };
    if (type == geo::ShapeType::None) { run(); }
    else {
        auto const blob = geometryBlob(to.shape);
        run(sqlite::Blob{blob});
    }
}

std::unexpected<Error> noSite(std::string const& id)
{
    return fail(ErrorCode::NotFound, id + " is no site", "Give the id of a site, as `zhengtu sites` lists them.");
}

} // namespace

Result<std::string> applyTo(Database& database, std::string const& subject, PlaceChange const& change)
{
    auto const& to = change.to;
    if (to.shape.empty() != (to.precision == place::Precision::Unlocated)) {
        return fail(ErrorCode::Usage, "a site has a shape if and only if it is located");
    }
    if (!std::isfinite(to.radiusM) || to.radiusM < 0) { return fail(ErrorCode::Usage, "the radius of a site is no distance"); }
    auto const now = find(database, "", subject);
    if (!now) { return std::unexpected{now.error()}; }
    if (!*now) { return noSite(subject); }
    put(database, subject, **now, to);
    return placeJson((*now)->site, {});
}

Result<std::string> applyTo(Database& database, std::string const& subject, PlaceReset const& /*change*/)
{
    auto const now = find(database, "", subject);
    if (!now) { return std::unexpected{now.error()}; }
    if (!*now) { return noSite(subject); }
    auto const read = find(database, "read_", subject);
    if (!read) { return std::unexpected{read.error()}; }
    if (!*read) { return fail(ErrorCode::Usage, "site " + subject + " was not read from a plan: there is nothing to go back to", "Undo the correction that made it."); }
    put(database, subject, **now, (*read)->site);
    return placeJson((*now)->site, {});
}

} // namespace zhengtu::ledger
