#pragma once

#include "map/backend.hpp"
#include "map/facts_model.hpp"
#include "map/source_text_model.hpp"
#include "workspace/task_context.hpp"

#include <QObject>
#include <QtQmlIntegration/qqmlintegration.h>

#include <optional>

namespace zhengtu::map {

/// Everything about one task, in words. Empty while no task is selected.
class Dossier : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session owns the dossier.")
    Q_PROPERTY(bool filled READ filled NOTIFY changed FINAL)
    Q_PROPERTY(QString taskId READ taskId NOTIFY changed FINAL)
    Q_PROPERTY(QString number READ number NOTIFY changed FINAL)
    Q_PROPERTY(QString plan READ plan NOTIFY changed FINAL)
    Q_PROPERTY(QString section READ section NOTIFY changed FINAL)
    Q_PROPERTY(QString feedback READ feedback NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
    Q_PROPERTY(QString goals READ goals NOTIFY changed FINAL)
    Q_PROPERTY(QString measure READ measure NOTIFY changed FINAL)
    Q_PROPERTY(QString categories READ categories NOTIFY changed FINAL)
    Q_PROPERTY(QString counties READ counties NOTIFY changed FINAL)
    Q_PROPERTY(QString deadline READ deadline NOTIFY changed FINAL)
    Q_PROPERTY(QString deadlineSaid READ deadlineSaid NOTIFY changed FINAL)
    Q_PROPERTY(QString status READ status NOTIFY changed FINAL)
    Q_PROPERTY(QString statusKey READ statusKey NOTIFY changed FINAL)
    Q_PROPERTY(bool schematic READ schematic NOTIFY changed FINAL)
    Q_PROPERTY(zhengtu::map::FactsModel* units READ units CONSTANT FINAL)
    Q_PROPERTY(zhengtu::map::FactsModel* sites READ sites CONSTANT FINAL)
    Q_PROPERTY(zhengtu::map::FactsModel* overlays READ overlays CONSTANT FINAL)
    Q_PROPERTY(zhengtu::map::FactsModel* nearby READ nearby CONSTANT FINAL)
    Q_PROPERTY(zhengtu::map::FactsModel* findings READ findings CONSTANT FINAL)
    Q_PROPERTY(zhengtu::map::SourceTextModel* source READ source CONSTANT FINAL)

public:
    explicit Dossier(QObject* parent = nullptr);

    void show(ledger::TaskRow task, cartography::Status status);
    void clear();
    /// The text of the plan `planId`; the marks of the task on show are set when it is of that plan.
    void setSource(std::string const& planId, std::string const& text);
    [[nodiscard]] std::string const& sourcePlan() const { return m_sourcePlan; }
    /// Zones that the task's sites lie in or near, and what was found about it.
    void setContext(workspace::TaskContext context);
    void retranslate();

    [[nodiscard]] bool filled() const { return m_task.has_value(); }
    [[nodiscard]] ledger::TaskRow const* task() const { return m_task ? &*m_task : nullptr; }
    [[nodiscard]] QString taskId() const;
    [[nodiscard]] QString number() const;
    [[nodiscard]] QString plan() const;
    [[nodiscard]] QString section() const;
    [[nodiscard]] QString feedback() const;
    [[nodiscard]] QString problem() const;
    [[nodiscard]] QString goals() const;
    [[nodiscard]] QString measure() const;
    [[nodiscard]] QString categories() const;
    [[nodiscard]] QString counties() const;
    [[nodiscard]] QString deadline() const;
    [[nodiscard]] QString deadlineSaid() const;
    [[nodiscard]] QString status() const;
    [[nodiscard]] QString statusKey() const;
    [[nodiscard]] bool schematic() const;
    [[nodiscard]] FactsModel* units() { return &m_units; }
    [[nodiscard]] FactsModel* sites() { return &m_sites; }
    [[nodiscard]] FactsModel* overlays() { return &m_overlays; }
    [[nodiscard]] FactsModel* nearby() { return &m_nearby; }
    [[nodiscard]] FactsModel* findings() { return &m_findings; }
    [[nodiscard]] SourceTextModel* source() { return &m_source; }
    [[nodiscard]] QString asText() const;
    Q_INVOKABLE void copy() const; ///< the whole dossier as plain text, onto the clipboard

signals:
    void changed();

private:
    void fill();
    void mark();

    std::optional<ledger::TaskRow> m_task;
    cartography::Status m_status = cartography::Status::UnderWay;
    std::string m_sourcePlan;
    FactsModel m_units, m_sites, m_overlays, m_nearby, m_findings;
    std::optional<workspace::TaskContext> m_context;
    SourceTextModel m_source;
};

} // namespace zhengtu::map
