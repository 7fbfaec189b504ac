#include "ledger/geometry_column.hpp"
#include "ledger/plan_writer.hpp"
#include "ledger/schema.hpp"

namespace zhengtu::ledger {

namespace {

using sqlite::Database;
using sqlite::Statement;

/// One name for each kind, which place::kindOf reads back; place::name gives two kinds the same name.
std::string_view kindName(place::Kind kind)
{
    return kind == place::Kind::AirStation ? "air_station" : place::name(kind);
}

constexpr char const* siteColumns = "task_id, site_id, plan_id, ord, place, place_kind, county, adcode, precision, radius_m, score, "
                                   "reason, feature_id, source, schematic, figure, text_begin, text_end";

/// The site's own values are bound; what belongs to its task comes from task_list, so that both always say the same.
Statement insertSite(Database& database, geo::ShapeType type)
{
    bool const located = type != geo::ShapeType::None;
    std::string marks = "?1";
    for (int i = 2; i <= 18; ++i) { marks += ", ?" + std::to_string(i); }
    return database.prepare("INSERT INTO " + schema::sitesTable(type) + " (" + siteColumns + (located ? ", geom, " : ", ") +
                            std::string{schema::taskColumns()} + ") SELECT " + marks + (located ? ", ?19, " : ", ") +
                            std::string{schema::taskColumns()} + " FROM task_list WHERE task_list.task_id = ?1");
}

void writeSites(Database& database, PlanRecord const& record)
{
    Statement statements[] = {insertSite(database, geo::ShapeType::None), insertSite(database, geo::ShapeType::Point),
                              insertSite(database, geo::ShapeType::Line), insertSite(database, geo::ShapeType::Polygon)};
    auto candidates = database.prepare(insertInto("candidates", "plan_id, site_id, ord, feature_id, name, score, reason"));
    std::size_t ord = 0;
    for (auto const& site : record.sites) {
        if (database.failed()) { return; }
        auto const type = site.shape.empty() ? geo::ShapeType::None : site.shape.type;
        auto const insert = [&](auto const&... geometry) {
            statements[static_cast<std::size_t>(type)].run(
                site.taskId, site.id, record.plan.id, ord, site.place, kindName(site.kind), site.county, site.adcode,
                place::name(site.precision), site.radiusM, site.score, site.reason, site.featureId, site.source, site.schematic,
                place::name(site.figure), site.span.begin, site.span.end, geometry...);
        };
        if (type == geo::ShapeType::None) { insert(); }
        else {
            auto const blob = geometryBlob(site.shape);
            insert(sqlite::Blob{blob});
        }
        ++ord;
        std::size_t candidateOrd = 0;
        for (auto const& candidate : site.candidates) {
            candidates.run(record.plan.id, site.id, candidateOrd++, candidate.featureId, candidate.name, candidate.score, candidate.reason);
        }
    }
}

void writeMentions(Database& database, PlanRecord const& record)
{
    auto const ordinal = [](std::size_t index) {
        return index == place::Mention::none ? std::nullopt : std::optional{static_cast<std::int64_t>(index)};
    };
    auto insert = database.prepare(insertInto("mentions", "plan_id, ord, mention, kind, text_begin, text_end, problem_ord, task_ord, county, "
                                                          "adcode, county_reason, feature_id"));
    std::size_t ord = 0;
    for (auto const& mention : record.mentions) {
        if (database.failed()) { return; }
        insert.run(record.plan.id, ord++, mention.text, kindName(mention.kind), mention.span.begin, mention.span.end,
                   ordinal(mention.problem), ordinal(mention.task), mention.county, mention.adcode, mention.countyReason, mention.featureId);
    }
}

} // namespace

void writePlaces(Database& database, PlanRecord const& record)
{
    writeSites(database, record);
    writeMentions(database, record);
}

} // namespace zhengtu::ledger
