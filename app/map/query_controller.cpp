#include "map/query_controller.hpp"

#include "geo/codec.hpp"
#include "map/answer_sheet.hpp"
#include "map/words.hpp"

#include <algorithm>
#include <utility>

namespace zhengtu::map {
namespace {

geo::Shape ring(QList<QGeoCoordinate> const& corners)
{
    geo::Path outline;
    for (auto const& corner : corners) { outline.push_back({corner.longitude(), corner.latitude()}); }
    if (outline.front() != outline.back()) { outline.push_back(outline.front()); }
    return {geo::ShapeType::Polygon, {geo::Part{std::move(outline), {}}}};
}

std::shared_ptr<QueryFindings const> shared(QueryFindings found) { return std::make_shared<QueryFindings const>(std::move(found)); }

/// Of what is known as a thing or a position; where only an area is known, of these areas.
QRectF extentOf(std::vector<workspace::QueryRow> const& rows)
{
    geo::Extent all, exact;
    for (auto const& row : rows) {
        auto const one = geo::extentOf(row.site.shape);
        all.include(one);
        if (!row.knownByAreaOnly()) { exact.include(one); }
    }
    return rectOf(exact.empty() ? all : exact);
}

QList<QGeoCoordinate> boxCorners(QGeoCoordinate const& a, QGeoCoordinate const& b)
{
    return {a, {a.latitude(), b.longitude()}, b, {b.latitude(), a.longitude()}};
}

} // namespace

QueryController::QueryController(Backend& backend, JobRunner& jobs, Identify& identify, MapScene& scene, TaskTableModel& table,
                                 TaskFilterModel& filter, Messages& messages, ResultSheet& sheet, QObject* parent)
    : QObject{parent}, m_backend{backend}, m_jobs{jobs}, m_identify{identify}, m_scene{scene}, m_table{table}, m_filter{filter}, m_messages{messages}, m_sheet{sheet}
{
    connect(&table, &QAbstractItemModel::modelReset, this, &QueryController::clear); // the rows are of another state of the ledger
    connect(&filter, &TaskFilterModel::filterChanged, this, [this] {
        if (m_active && !m_filter.restricted()) { clear(); }
    });
}

void QueryController::withinFeature(bool whole)
{
    auto const* feature = m_identify.feature();
    auto const* layer = m_identify.layer();
    if (feature == nullptr || layer == nullptr) { return; }
    std::vector<geo::Feature> zones;
    std::vector<cartography::FeatureRef> refs;
    for (auto const& other : layer->features) {
        if (&other == feature || (whole && !feature->parent.empty() && (other.parent == feature->parent || other.name == feature->parent))) {
            zones.push_back(other);
            refs.push_back({layer->id, other.id});
        }
    }
    ask(std::move(zones), std::move(refs), whole ? m_identify.featureParent() : m_identify.featureName(), {});
}

void QueryController::withinCorners(QList<QGeoCoordinate> const& corners)
{
    auto outline = corners.size() == 2 ? boxCorners(corners.front(), corners.back()) : corners;
    if (outline.size() < 3) { return; }
    geo::Feature area;
    area.id = "drawn";
    area.name = utf8(tr("Drawn area"));
    area.kind = "drawn";
    area.shape = ring(outline);
    ask({std::move(area)}, {}, tr("Drawn area"), std::move(outline));
}

void QueryController::ask(std::vector<geo::Feature> zones, std::vector<cartography::FeatureRef> refs, QString const& title,
                          QList<QGeoCoordinate> outline)
{
    auto const snapshot = m_table.snapshot();
    if (!snapshot) { return; }
    auto const question = ++m_question;
    m_jobs.run(tr("Query: %1").arg(title), [this, question, snapshot, zones = std::move(zones), refs = std::move(refs), title,
                                            outline = std::move(outline)](analysis::Progress const& progress) -> JobRunner::Answer {
        auto const found = m_backend.askWithin(snapshot, zones, progress).transform(shared);
        return [this, question, zones, title, refs, outline, found] {
            if (question != m_question) { return; }
            if (!found) {
                m_messages.add(tr("Query: %1").arg(title), found.error());
                return;
            }
            m_title = title;
            m_zones = refs;
            m_outline = outline;
            m_query.reset();
            m_again = [this, zones, refs, title, outline] { ask(zones, refs, title, outline); };
            show(*found);
        };
    });
}

void QueryController::ask(SnapshotRef snapshot, workspace::SpatialQuery const& query, Date asOf)
{
    auto const question = ++m_question;
    auto const title = queryWords(query);
    m_jobs.run(tr("Query: %1").arg(title), [this, question, snapshot = std::move(snapshot), query, title, asOf](analysis::Progress const& progress) -> JobRunner::Answer {
        auto const found = m_backend.ask(snapshot, query, asOf, progress).transform(shared);
        return [this, question, title, query, asOf, found] {
            if (question != m_question) { return; }
            if (!found) {
                m_messages.add(tr("Query: %1").arg(title), found.error());
                return;
            }
            m_title = title;
            m_zones.clear();
            m_outline.clear();
            m_query = query;
            m_again = [this, query, asOf] { ask(m_table.snapshot(), query, asOf); };
            show(*found);
            if (auto const extent = extentOf((*found)->answer.rows); !extent.isNull()) { emit answered(extent); }
        };
    });
}

void QueryController::show(Found found)
{
    m_found = std::move(found);
    m_marks.clear();
    for (auto const& row : m_found->answer.rows) {
        auto& mark = m_marks[qs(row.task.id)];
        mark = std::max(mark, row.hit.answer == analysis::Answer::Yes ? 2 : 1);
    }
    m_yes = static_cast<int>(std::ranges::count(m_marks, 2));
    m_maybe = static_cast<int>(m_marks.size()) - m_yes;
    m_part = All;
    m_active = true;
    m_table.setMarks(m_marks);
    keep();
    emit changed();
}

void QueryController::keep()
{
    QSet<QString> ids;
    for (auto const& [id, mark] : m_marks.asKeyValueRange()) {
        if (m_part == All || mark == (m_part == OnlyYes ? 2 : 1)) { ids.insert(id); }
    }
    m_filter.restrictTo(std::move(ids));
}

void QueryController::setPart(Part part)
{
    if (!m_active || part == m_part) { return; }
    m_part = part;
    keep();
    emit changed();
}

void QueryController::showList()
{
    if (!m_active) { return; }
    m_sheet.show([found = m_found, query = m_query, title = m_title] { return answerSheet(query ? queryWords(*query) : title, *found); });
}

QString QueryController::outlineWkt() const { return m_outline.size() < 3 ? QString{} : qs(geo::toWkt(ring(m_outline))); }

void QueryController::retranslate()
{
    if (!m_query) { return; }
    m_title = queryWords(*m_query);
    emit changed();
}

void QueryController::clear()
{
    ++m_question;
    if (!m_active) { return; }
    m_active = false;
    m_title.clear();
    m_outline.clear();
    m_found = std::make_shared<QueryFindings const>();
    m_query.reset();
    m_again = {};
    m_marks.clear();
    m_part = All;
    m_zones.clear();
    m_yes = m_maybe = 0;
    m_table.setMarks({});
    m_filter.clearRestriction();
    emit changed();
}

} // namespace zhengtu::map
