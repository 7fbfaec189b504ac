#pragma once

#include "map/correction_desk.hpp"
#include "map/dossier.hpp"
#include "map/facts_model.hpp"
#include "map/hotspot_form.hpp"
#include "map/identify.hpp"
#include "map/job_runner.hpp"
#include "map/language.hpp"
#include "map/layer_actions.hpp"
#include "map/layer_desk.hpp"
#include "map/layer_tree_model.hpp"
#include "map/map_scene.hpp"
#include "map/messages.hpp"
#include "map/overlay_form.hpp"
#include "map/query_controller.hpp"
#include "map/query_form.hpp"
#include "map/result_sheet.hpp"
#include "map/target_list.hpp"
#include "map/task_filter_model.hpp"
#include "map/task_table_model.hpp"

#include <QColor>
#include <QObject>
#include <QRectF>
#include <QUrl>
#include <QtQmlIntegration/qqmlintegration.h>

#include <memory>
#include <optional>

namespace zhengtu::map {

/// One open ledger and everything that the window shows of it. All long work runs in `jobs`; the GUI thread only moves results.
/// The list, the map and the dossier follow `selectedTask`, a stable task id, so that sorting and filtering cannot mix them up.
class Session : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The application owns the session.")
    Q_PROPERTY(zhengtu::map::TaskTableModel* tasks READ tasks CONSTANT FINAL)
    Q_PROPERTY(zhengtu::map::TaskFilterModel* filter READ filter CONSTANT FINAL)
    Q_PROPERTY(zhengtu::map::LayerTreeModel* layers READ layers CONSTANT FINAL)
    Q_PROPERTY(zhengtu::map::Dossier* dossier READ dossier CONSTANT FINAL)
    Q_PROPERTY(zhengtu::map::MapScene* scene READ scene CONSTANT FINAL)
    Q_PROPERTY(zhengtu::map::Identify* identify READ identify CONSTANT FINAL)
    Q_PROPERTY(zhengtu::map::QueryController* query READ query CONSTANT FINAL)
    Q_PROPERTY(zhengtu::map::QueryForm* queryForm READ queryForm CONSTANT FINAL)
    Q_PROPERTY(zhengtu::map::OverlayForm* overlayForm READ overlayForm CONSTANT FINAL)
    Q_PROPERTY(zhengtu::map::HotspotForm* hotspotForm READ hotspotForm CONSTANT FINAL)
    Q_PROPERTY(zhengtu::map::ResultSheet* result READ result CONSTANT FINAL)
    Q_PROPERTY(zhengtu::map::TargetList* targets READ targets CONSTANT FINAL)
    Q_PROPERTY(zhengtu::map::CorrectionDesk* corrections READ corrections CONSTANT FINAL)
    Q_PROPERTY(zhengtu::map::LayerDesk* newLayer READ newLayer CONSTANT FINAL)
    Q_PROPERTY(zhengtu::map::LayerActions* layerActions READ layerActions CONSTANT FINAL)
    Q_PROPERTY(zhengtu::map::FactsModel* findings READ findings CONSTANT FINAL)
    Q_PROPERTY(zhengtu::map::JobRunner* jobs READ jobs CONSTANT FINAL)
    Q_PROPERTY(zhengtu::map::Messages* messages READ messages CONSTANT FINAL)
    Q_PROPERTY(zhengtu::map::Language* language READ language CONSTANT FINAL)
    Q_PROPERTY(QString asOf READ asOf WRITE setAsOf NOTIFY asOfChanged FINAL)
    Q_PROPERTY(QString ledgerName READ ledgerName NOTIFY ledgerChanged FINAL)
    Q_PROPERTY(bool hasLedger READ hasLedger NOTIFY ledgerChanged FINAL)
    Q_PROPERTY(bool unsaved READ unsaved NOTIFY ledgerChanged FINAL)
    Q_PROPERTY(QString selectedTask READ selectedTask WRITE setSelectedTask NOTIFY selectedTaskChanged FINAL)
    Q_PROPERTY(QString fault READ fault NOTIFY faultChanged FINAL)

public:
    explicit Session(std::unique_ptr<Backend> backend, Date asOf, QObject* parent = nullptr);
    ~Session() override;

    [[nodiscard]] TaskTableModel* tasks() { return &m_tasks; }
    [[nodiscard]] TaskFilterModel* filter() { return &m_filter; }
    [[nodiscard]] LayerTreeModel* layers() { return &m_layers; }
    [[nodiscard]] Dossier* dossier() { return &m_dossier; }
    [[nodiscard]] MapScene* scene() { return &m_scene; }
    [[nodiscard]] Identify* identify() { return &m_identify; }
    [[nodiscard]] QueryController* query() { return &m_query; }
    [[nodiscard]] QueryForm* queryForm() { return &m_queryForm; }
    [[nodiscard]] OverlayForm* overlayForm() { return &m_overlayForm; }
    [[nodiscard]] HotspotForm* hotspotForm() { return &m_hotspotForm; }
    [[nodiscard]] ResultSheet* result() { return &m_result; } ///< of the last question, overlay or search for hotspots that was listed
    [[nodiscard]] TargetList* targets() { return &m_targets; }
    [[nodiscard]] CorrectionDesk* corrections() { return &m_corrections; }
    [[nodiscard]] LayerDesk* newLayer() { return &m_newLayer; }
    [[nodiscard]] LayerActions* layerActions() { return &m_layerActions; }
    [[nodiscard]] FactsModel* findings() { return &m_findings; } ///< of the ledger (finding_list.hpp)
    [[nodiscard]] JobRunner* jobs() { return &m_jobs; }
    [[nodiscard]] Messages* messages() { return &m_messages; }
    [[nodiscard]] Language* language() { return &m_language; }

    [[nodiscard]] QString asOf() const;
    void setAsOf(QString const& date); ///< ISO; an impossible date changes nothing
    Q_INVOKABLE bool isDate(QString const& text) const;

    [[nodiscard]] QString ledgerName() const;
    [[nodiscard]] bool hasLedger() const { return m_snapshot != nullptr; }
    [[nodiscard]] QString ledgerFile() const { return m_snapshot ? QString::fromStdString(m_snapshot->path.string()) : QString{}; } ///< empty: none is open
    [[nodiscard]] bool unsaved() const { return m_unsaved; } ///< the ledger lies in the user's data folder, under no chosen name
    [[nodiscard]] QString selectedTask() const { return m_selected; }
    void setSelectedTask(QString const& id);
    [[nodiscard]] QString fault() const { return m_fault; } ///< why there can be no map, with the cure; empty when all is well
    void setFault(QString const& fault);

    /// Where ledgers without a chosen name are kept; by default in the user's data folder.
    void setUnsavedFolder(QString const& folder) { m_unsavedFolder = folder; }
    /// Loads what ships with the program; then opens and imports what is named.
    void start(QStringList const& files);
    Q_INVOKABLE void openLedger(QUrl const& file);
    /// Plans into the open ledger, else into `target`, else into an unsaved one.
    Q_INVOKABLE void importPlans(QList<QUrl> const& files, QUrl const& target = {});
    /// Whatever was dropped on the window: plans, a ledger, layers (which are asked about).
    Q_INVOKABLE void drop(QList<QUrl> const& files) { open(files, true); }
    /// Vector files that a person chose: the form asks what they are.
    Q_INVOKABLE void askLayers(QList<QUrl> const& files);
    /// The map as it is on show over `extent` (degrees; x: lon, y: lat) on a sheet of paper, with title, legend, scale bar, north arrow, sources and licences.
    /// `paper`: "A4" to "A0"; the file ends in .pdf, .png or .svg.
    Q_INVOKABLE void exportPicture(QUrl const& file, QString const& title, QString const& paper, bool landscape, QRectF const& extent);
    Q_INVOKABLE void saveAs(QUrl const& file); ///< copies the ledger and goes on with the copy
    Q_INVOKABLE void makeFindings(QString const& what); ///< "rules", "claims" or "recurrence"; others do nothing
    /// The tasks on show, or all. `format`: shp, gpkg, geojson, csv.
    Q_INVOKABLE void exportTasks(QUrl const& folder, QString const& format, QString const& encoding, int epsg, bool shownOnly, bool overwrite);
    /// Shows what a row of a result stands for: selects a task ("task:ID"), or looks at a feature ("feature:LAYER/ID").
    Q_INVOKABLE void showKey(QString const& key);
    Q_INVOKABLE void selectRow(int row); ///< of the filter
    Q_INVOKABLE void selectStep(int step); ///< to the next or previous row on show

    /// Where the selected task is, the tasks on show are, everything is: in degrees (x: lon, y: lat); null where nowhere.
    Q_INVOKABLE QRectF extentOfTask(QString const& id) const;
    Q_INVOKABLE QRectF extentOfFeature() const; ///< that is looked at
    Q_INVOKABLE QRectF homeExtent() const;
    Q_INVOKABLE QColor statusColour(int status) const;

signals:
    void asOfChanged();
    void ledgerChanged();
    void selectedTaskChanged();
    void faultChanged();
    void ledgerShown(); ///< another ledger, or more tasks: the map may go home

private:
    void loadBase();
    void read(std::filesystem::path const& path, bool unsaved, bool elseAskAsLayer = false);
    void shown(SnapshotRef snapshot, bool unsaved);
    void import(std::vector<std::filesystem::path> files, std::filesystem::path const& ledger, bool unsaved);
    void reportImport(ImportReport const& report, bool unsaved, std::filesystem::path const& ledger);
    void open(QList<QUrl> const& files, bool askAboutLayers);
    void addLayer(workspace::UserLayerRequest const& request, std::filesystem::path const& ledger, bool unsaved);
    void reportLayer(workspace::LayerOutcome const& outcome);
    void lookUpSelected();
    void showInForms();
    void showStored(QString const& layerId);
    void updateEmphasis();
    void updateShownTasks();
    void updateScene();
    [[nodiscard]] std::vector<cartography::Status> statuses() const;
    [[nodiscard]] std::filesystem::path unsavedPath() const;
    void retranslate();

    std::unique_ptr<Backend> m_backend; ///< declared first: outlives the threads that use it
    Date m_asOf;
    Language m_language;
    Messages m_messages;
    TaskTableModel m_tasks;
    TaskFilterModel m_filter;
    LayerTreeModel m_layers;
    Dossier m_dossier;
    MapScene m_scene;
    Identify m_identify;
    JobRunner m_jobs;
    JobRunner m_lookups; ///< small questions for the dossier: not shown as work
    ResultSheet m_result;
    TargetList m_targets;
    QueryController m_query;
    QueryForm m_queryForm;
    OverlayForm m_overlayForm;
    HotspotForm m_hotspotForm;
    CorrectionDesk m_corrections;
    LayerDesk m_newLayer;
    LayerActions m_layerActions;
    FactsModel m_findings;
    BaseRef m_base;
    SnapshotRef m_snapshot;
    bool m_unsaved = false;
    QString m_selected, m_fault, m_unsavedFolder;
};

} // namespace zhengtu::map
