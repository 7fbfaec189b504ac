#pragma once

#include "map/identify.hpp"
#include "map/job_runner.hpp"
#include "map/messages.hpp"
#include "map/task_filter_model.hpp"

#include <QGeoCoordinate>
#include <QList>
#include <QObject>
#include <QtQmlIntegration/qqmlintegration.h>

namespace zhengtu::map {

/// Asks which sites lie within an area and shows the answer: the filter keeps the tasks that are hit (yes or maybe), the table
/// marks them, the counts say how many of each. One answer at a time; a new question or `clear` ends it.
class QueryController : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session owns the query.")
    Q_PROPERTY(bool active READ active NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(int yes READ yes NOTIFY changed FINAL)
    Q_PROPERTY(int maybe READ maybe NOTIFY changed FINAL)
    Q_PROPERTY(zhengtu::map::QueryController::Part part READ part WRITE setPart NOTIFY changed FINAL)
    Q_PROPERTY(QList<QGeoCoordinate> outline READ outline NOTIFY changed FINAL)

public:
    enum Part { All, OnlyYes, OnlyMaybe };
    Q_ENUM(Part)

    QueryController(Backend& backend, JobRunner& jobs, Identify& identify, MapScene& scene, TaskTableModel& table, TaskFilterModel& filter,
                    Messages& messages, QObject* parent = nullptr);

    /// The sites within the feature that is looked at; `whole`: within all zones of what it is part of.
    Q_INVOKABLE void withinFeature(bool whole);
    /// The sites within a ring of corners, not closed; two corners are those of a box.
    Q_INVOKABLE void withinCorners(QList<QGeoCoordinate> const& corners);
    Q_INVOKABLE void clear();

    [[nodiscard]] bool active() const { return m_active; }
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] int yes() const { return m_yes; }     ///< tasks with a site that certainly lies within
    [[nodiscard]] int maybe() const { return m_maybe; } ///< tasks of which that is not certain
    [[nodiscard]] Part part() const { return m_part; } ///< which of the tasks are kept
    void setPart(Part part);
    [[nodiscard]] QList<QGeoCoordinate> outline() const { return m_outline; } ///< of a drawn area; empty for a feature
    [[nodiscard]] std::vector<workspace::QueryRow> const& rows() const { return m_rows; }
    [[nodiscard]] std::vector<cartography::FeatureRef> const& zones() const { return m_zones; }

signals:
    void changed();

private:
    void keep();
    void ask(std::vector<geo::Feature> zones, std::vector<cartography::FeatureRef> refs, QString const& title, QList<QGeoCoordinate> outline);
    void show(std::vector<workspace::QueryRow> rows);

    Backend& m_backend;
    JobRunner& m_jobs;
    Identify& m_identify;
    MapScene& m_scene;
    TaskTableModel& m_table;
    TaskFilterModel& m_filter;
    Messages& m_messages;
    QHash<QString, int> m_marks; ///< by task: 2 yes, 1 maybe
    Part m_part = All;
    bool m_active = false;
    QString m_title;
    int m_yes = 0, m_maybe = 0;
    QList<QGeoCoordinate> m_outline;
    std::vector<workspace::QueryRow> m_rows;
    std::vector<cartography::FeatureRef> m_zones;
    int m_question = 0; ///< an answer to an older question is dropped
};

} // namespace zhengtu::map
