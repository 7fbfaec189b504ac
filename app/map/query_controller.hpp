#pragma once

#include "map/identify.hpp"
#include "map/job_runner.hpp"
#include "map/messages.hpp"
#include "map/result_sheet.hpp"
#include "map/task_filter_model.hpp"

#include <QGeoCoordinate>
#include <QList>
#include <QObject>
#include <QRectF>
#include <QtQmlIntegration/qqmlintegration.h>

#include <functional>
#include <memory>
#include <optional>

namespace zhengtu::map {

/// Asks where sites lie and shows the answer: the filter keeps the tasks that are hit (yes or maybe), the table marks them, the map shows
/// their sites, the counts say how many of each. One answer at a time; a new question or `clear` ends it.
class QueryController : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session owns the query.")
    Q_PROPERTY(bool active READ active NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(int yes READ yes NOTIFY changed FINAL)
    Q_PROPERTY(int maybe READ maybe NOTIFY changed FINAL)
    Q_PROPERTY(int no READ no NOTIFY changed FINAL)
    Q_PROPERTY(zhengtu::map::QueryController::Part part READ part WRITE setPart NOTIFY changed FINAL)
    Q_PROPERTY(QList<QGeoCoordinate> outline READ outline NOTIFY changed FINAL)

public:
    enum Part { All, OnlyYes, OnlyMaybe };
    Q_ENUM(Part)

    QueryController(Backend& backend, JobRunner& jobs, Identify& identify, MapScene& scene, TaskTableModel& table, TaskFilterModel& filter,
                    Messages& messages, ResultSheet& sheet, QObject* parent = nullptr);

    /// The sites within the feature that is looked at; `whole`: within all zones of what it is part of.
    Q_INVOKABLE void withinFeature(bool whole);
    /// The sites within a ring of corners, not closed; two corners are those of a box.
    Q_INVOKABLE void withinCorners(QList<QGeoCoordinate> const& corners);
    /// A typed or stored query (map/query_form.hpp).
    void ask(SnapshotRef snapshot, workspace::SpatialQuery const& query, Date asOf);
    Q_INVOKABLE void clear();
    /// Asks once more what is answered now, of the ledger as it will be then; nothing where no answer is on show.
    [[nodiscard]] std::function<void()> again() const { return m_again; }
    Q_INVOKABLE void showList(); ///< the answer as a list and its counts, on the sheet of results
    void retranslate();

    [[nodiscard]] bool active() const { return m_active; }
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] int yes() const { return m_yes; }     ///< tasks with a site that certainly lies within
    [[nodiscard]] int maybe() const { return m_maybe; } ///< tasks of which that is not certain
    [[nodiscard]] int no() const { return static_cast<int>(m_found->answer.tasks) - m_yes - m_maybe; } ///< of those that were asked about
    [[nodiscard]] Part part() const { return m_part; } ///< which of the tasks are kept
    void setPart(Part part);
    [[nodiscard]] QList<QGeoCoordinate> outline() const { return m_outline; } ///< of a drawn area; empty for a feature
    [[nodiscard]] QString outlineWkt() const; ///< the same as a target of questions; empty where there is none
    [[nodiscard]] std::vector<workspace::QueryRow> const& rows() const { return m_found->answer.rows; }
    [[nodiscard]] std::vector<cartography::FeatureRef> const& zones() const { return m_zones; }

signals:
    void changed();
    void answered(QRectF const& extent); ///< a typed or stored query has hits: where they and their targets are, in degrees

private:
    void keep();
    void ask(std::vector<geo::Feature> zones, std::vector<cartography::FeatureRef> refs, QString const& title, QList<QGeoCoordinate> outline);
    using Found = std::shared_ptr<QueryFindings const>; ///< rows hold whole tasks: shared, not copied
    void show(Found found);

    Backend& m_backend;
    JobRunner& m_jobs;
    Identify& m_identify;
    MapScene& m_scene;
    TaskTableModel& m_table;
    TaskFilterModel& m_filter;
    Messages& m_messages;
    ResultSheet& m_sheet;
    QHash<QString, int> m_marks; ///< by task: 2 yes, 1 maybe
    Part m_part = All;
    bool m_active = false;
    QString m_title;
    int m_yes = 0, m_maybe = 0;
    QList<QGeoCoordinate> m_outline;
    Found m_found = std::make_shared<QueryFindings const>();
    std::function<void()> m_again;
    std::optional<workspace::SpatialQuery> m_query; ///< that was asked; nothing for an area on the map
    std::vector<cartography::FeatureRef> m_zones;
    int m_question = 0; ///< an answer to an older question is dropped
};

} // namespace zhengtu::map
