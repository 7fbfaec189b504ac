#include "map/query_controller.hpp"

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

QList<QGeoCoordinate> boxCorners(QGeoCoordinate const& a, QGeoCoordinate const& b)
{
    return {a, {a.latitude(), b.longitude()}, b, {b.latitude(), a.longitude()}};
}

} // namespace

QueryController::QueryController(Backend& backend, JobRunner& jobs, Identify& identify, MapScene& scene, TaskTableModel& table,
                                 TaskFilterModel& filter, Messages& messages, QObject* parent)
    : QObject{parent}, m_backend{backend}, m_jobs{jobs}, m_identify{identify}, m_scene{scene}, m_table{table}, m_filter{filter}, m_messages{messages}
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
        auto answer = m_backend.within(snapshot->tasks, zones, progress);
        return [this, question, title, refs, outline, answer = std::move(answer)] {
            if (question != m_question) { return; }
            if (!answer) {
                m_messages.add(tr("Query: %1").arg(title), answer.error());
                return;
            }
            m_title = title;
            m_zones = refs;
            m_outline = outline;
            show(*answer);
        };
    });
}

void QueryController::show(std::vector<workspace::QueryRow> rows)
{
    m_rows = std::move(rows);
    m_marks.clear();
    for (auto const& row : m_rows) {
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

void QueryController::clear()
{
    ++m_question;
    if (!m_active) { return; }
    m_active = false;
    m_title.clear();
    m_outline.clear();
    m_rows.clear();
    m_marks.clear();
    m_part = All;
    m_zones.clear();
    m_yes = m_maybe = 0;
    m_table.setMarks({});
    m_filter.clearRestriction();
    emit changed();
}

} // namespace zhengtu::map
