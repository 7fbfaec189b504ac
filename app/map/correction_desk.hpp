#pragma once

#include "map/backend.hpp"
#include "map/facts_model.hpp"
#include "map/job_runner.hpp"
#include "map/messages.hpp"

#include <QGeoCoordinate>
#include <QList>
#include <QObject>
#include <QtQmlIntegration/qqmlintegration.h>

#include <functional>

namespace zhengtu::map {

/// Corrections of the selected task, and undo and redo of all: what a person clicks, made into wishes for the backend. Knows the
/// task on show and its sites, one of which is the one being corrected; a correction that was made is announced, and the session reads anew.
class CorrectionDesk : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session owns the desk.")
    Q_PROPERTY(bool ready READ ready NOTIFY changed FINAL)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY changed FINAL)
    Q_PROPERTY(bool canRedo READ canRedo NOTIFY changed FINAL)
    Q_PROPERTY(QString state READ state NOTIFY changed FINAL)
    Q_PROPERTY(QString dates READ dates NOTIFY changed FINAL)
    Q_PROPERTY(int site READ site WRITE setSite NOTIFY changed FINAL)
    Q_PROPERTY(int namesakes READ namesakes NOTIFY changed FINAL)
    Q_PROPERTY(bool everywhere READ everywhere WRITE setEverywhere NOTIFY changed FINAL)
    Q_PROPERTY(Drawing drawing READ drawing WRITE setDrawing NOTIFY drawingChanged FINAL)
    Q_PROPERTY(zhengtu::map::FactsModel* sites READ sites CONSTANT FINAL)
    Q_PROPERTY(zhengtu::map::FactsModel* candidates READ candidates CONSTANT FINAL)
    Q_PROPERTY(zhengtu::map::FactsModel* categories READ categories CONSTANT FINAL)
    Q_PROPERTY(zhengtu::map::FactsModel* units READ units CONSTANT FINAL)
    Q_PROPERTY(zhengtu::map::FactsModel* history READ history CONSTANT FINAL)

public:
    enum class Drawing { None, Pin, Line, Area };
    Q_ENUM(Drawing)

    CorrectionDesk(Backend& backend, JobRunner& jobs, Messages& messages, QObject* parent = nullptr);

    void show(SnapshotRef snapshot, std::string const& taskId, Date asOf);
    void retranslate() { fill(); }

    [[nodiscard]] bool ready() const { return m_task != nullptr; }
    [[nodiscard]] bool canUndo() const { return m_snapshot && !m_snapshot->undo.undo.empty(); }
    [[nodiscard]] bool canRedo() const { return m_snapshot && !m_snapshot->undo.redo.empty(); }
    [[nodiscard]] QString state() const;      ///< under-way, accepted, closed
    [[nodiscard]] QString dates() const;      ///< as setDeadline takes them
    [[nodiscard]] int site() const { return m_site; }
    void setSite(int index);
    [[nodiscard]] int namesakes() const { return m_namesakes; } ///< how many other sites are meant with `everywhere`
    [[nodiscard]] bool everywhere() const { return m_everywhere; }
    void setEverywhere(bool everywhere);
    [[nodiscard]] Drawing drawing() const { return m_drawing; } ///< what the next clicks on the map are
    void setDrawing(Drawing drawing);
    [[nodiscard]] FactsModel* sites() { return &m_sites; }
    [[nodiscard]] FactsModel* candidates() { return &m_candidates; }
    [[nodiscard]] FactsModel* categories() { return &m_categories; } ///< all, with tone "yes" those that the problem has
    [[nodiscard]] FactsModel* units() { return &m_units; }
    [[nodiscard]] FactsModel* history() { return &m_history; }

    Q_INVOKABLE void setStatus(QString const& status);
    Q_INVOKABLE void setDeadline(QString const& text);
    Q_INVOKABLE void toggleCategory(QString const& key);
    Q_INVOKABLE void setRole(QString const& unit, QString const& role);
    Q_INVOKABLE void pick(int candidate); ///< index into `candidates`
    Q_INVOKABLE void placeAt(QList<QGeoCoordinate> const& corners); ///< what was drawn, as `drawing` says
    Q_INVOKABLE void notAPlace();
    Q_INVOKABLE void reset();
    Q_INVOKABLE void undo();
    Q_INVOKABLE void redo();

signals:
    void changed();
    void drawingChanged();
    void corrected(); ///< the ledger is another one: read it anew

private:
    using Work = std::function<Result<std::vector<ledger::Event>>(Backend&, std::filesystem::path const&, Date)>;
    void correct(QString const& title, Work work);
    void correctTask(workspace::TaskWish wish);
    void correctSite(workspace::SiteWish wish);
    void fill();

    Backend& m_backend;
    JobRunner& m_jobs;
    Messages& m_messages;
    SnapshotRef m_snapshot;
    ledger::TaskRow const* m_task = nullptr; ///< of the snapshot
    Date m_asOf{};
    int m_site = 0;
    int m_namesakes = 0;
    bool m_everywhere = false;
    Drawing m_drawing = Drawing::None;
    FactsModel m_sites, m_candidates, m_categories, m_units, m_history;
};

} // namespace zhengtu::map
