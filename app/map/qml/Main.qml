import QtQuick
import QtQuick.Controls.Basic
import QtCore

/** The window: layers, map and table, dossier; above them search and filters, below them the status bar. */
ApplicationWindow {
    id: root

    required property Session session
    property string pluginName: "itemsoverlay"
    readonly property bool settled: map.settled && !root.session.jobs.busy && !root.session.queryForm.counting && !root.session.hotspotForm.proposing
    property bool remember: true
    property bool tableShown: true
    property bool resultShown: false // where the ledger is else

    width: 1440
    height: 900
    visible: true
    minimumWidth: 800
    minimumHeight: 500
    title: (root.session.hasLedger ? root.session.ledgerName + " – " : "") + qsTr("Zhengtu")
    color: Theme.panel
    font.pixelSize: Theme.fontSize

    menuBar: MenuLine {
        session: root.session
        layersShown: layers.visible
        tableShown: root.tableShown
        dossierShown: dossier.visible
        onOpenAsked: files.openLedger()
        onImportAsked: files.importPlans()
        onLayerAsked: files.addLayers()
        onSaveAsked: files.saveAs()
        onExportAsked: dialogs.askExport()
        onPictureAsked: dialogs.askPicture()
        onMeasureAsked: map.measuring = !map.measuring
        onHotspotsAsked: dialogs.askHotspots()
        onFindingsAsked: root.popUp(findings, Qt.point(0, 0))
        onQueryAsked: dialogs.askQuery()
        onOverlayAsked: dialogs.askOverlay()
        onResultAsked: root.resultShown = true
        onSearchAsked: top.focusSearch()
        onHomeAsked: map.goHome()
        onDrawAsked: map.drawing = true
        onFullScreenAsked: root.visibility = root.visibility === Window.FullScreen ? Window.Windowed : Window.FullScreen
        onHelpAsked: dialogs.help()
        onQuitAsked: Qt.quit()
        onPanelAsked: panel => root.togglePanel(panel)
    }
    header: TopBar {
        id: top
        session: root.session
    }
    footer: StatusBar {
        session: root.session
        position: map.position
        scaleDenominator: map.picture.scaleDenominator
    }

    SplitView {
        id: columns
        anchors.fill: parent
        orientation: Qt.Horizontal
        handle: SplitGrip {}

        LayerPanel {
            id: layers
            SplitView.preferredWidth: 250
            SplitView.minimumWidth: 150
            session: root.session
            onHotspotsAsked: dialogs.askHotspots()
            onLayerAsked: files.addLayers()
            onExtentAsked: extent => map.showExtent(extent)
        }
        SplitView {
            id: middle
            SplitView.fillWidth: true
            SplitView.minimumWidth: 300
            orientation: Qt.Vertical
            handle: SplitGrip {}

            MapPane {
                id: map
                objectName: "mapPane"
                SplitView.fillHeight: true
                SplitView.minimumHeight: 150
                session: root.session
                pluginName: root.pluginName
                focus: true
                onChoiceAsked: at => {
                    hits.at = at;
                    root.popUp(hits, at);
                }
                onFeatureAsked: at => root.popUp(feature, at)
                onExportAsked: dialogs.askExport()
                HitsPopup {
                    id: hits
                    session: root.session
                    onZoomAsked: at => map.zoomAt(at, 2)
                    onFeatureChosen: root.popUp(feature, Qt.point(hits.x, hits.y))
                }
                FeatureCard {
                    id: feature
                    session: root.session
                    onAskAsked: target => dialogs.askQueryOf(target)
                }
                FindingsPanel {
                    id: findings
                    session: root.session
                    onShown: key => map.showKey(key)
                }
                MessagePanel {
                    anchors.right: parent.right
                    anchors.bottom: parent.bottom
                    anchors.margins: Theme.pad
                    width: Math.min(440, parent.width - 2 * Theme.pad)
                    height: Math.min(implicitHeight, parent.height * 0.6)
                    session: root.session
                }
            }
            ResultPanel {
                id: result
                objectName: "resultPanel"
                SplitView.preferredHeight: 280
                SplitView.minimumHeight: 120
                visible: root.resultShown
                session: root.session
                onShownAsked: key => map.showKey(key)
                onCloseAsked: root.resultShown = false
            }
            LedgerPanel {
                id: ledger
                visible: !root.resultShown
                SplitView.preferredHeight: root.tableShown ? 260 : 32
                SplitView.minimumHeight: 32
                SplitView.maximumHeight: root.tableShown ? Number.POSITIVE_INFINITY : 32
                session: root.session
                collapsed: !root.tableShown
                onCollapseAsked: root.tableShown = !root.tableShown
                onLocated: taskId => map.zoomTo(taskId)
                onExportAsked: dialogs.askExport()
            }
        }
        DossierPanel {
            id: dossier
            SplitView.preferredWidth: 380
            SplitView.minimumWidth: 220
            session: root.session
            onLocated: taskId => map.zoomTo(taskId)
        }
    }

    DropArea {
        id: dropArea
        anchors.fill: parent
        onDropped: drop => root.session.drop(drop.urls)
        Rectangle {
            anchors.fill: parent
            visible: dropArea.containsDrag
            color: "#221d66a8"
            border.width: 3
            border.color: Theme.accent
        }
    }
    FileDialogs {
        id: files
        session: root.session
    }
    Dialogs {
        id: dialogs
        anchors.fill: parent // the forms take their widths from it
        session: root.session
        shownExtent: map.shownExtent
    }

    Connections {
        target: root.session.result
        function onShown(): void {
            root.resultShown = true;
            map.showExtent(root.session.result.extent);
        }
    }
    Shortcut {
        sequence: "Ctrl+4"
        onActivated: map.forceActiveFocus()
    }
    Shortcut {
        sequence: "Home"
        enabled: map.activeFocus
        onActivated: map.goHome()
    }
    Settings {
        id: settings
        category: "window"
        property int width: 1440
        property int height: 900
        property bool table: true
        property bool layers: true
        property bool dossier: true
        property var columns // as SplitView.saveState gives it
        property var middle
    }
    Component.onCompleted: if (root.remember) { root.recall(); }
    onClosing: if (root.remember) { root.note(); }

    function recall(): void {
        root.width = settings.width;
        root.height = settings.height;
        root.tableShown = settings.table;
        layers.visible = settings.layers;
        dossier.visible = settings.dossier;
        if (settings.columns) { columns.restoreState(settings.columns); }
        if (settings.middle) { middle.restoreState(settings.middle); }
    }
    function note(): void {
        if (root.visibility === Window.Windowed) {
            settings.width = root.width;
            settings.height = root.height;
        }
        settings.table = root.tableShown;
        settings.layers = layers.visible;
        settings.dossier = dossier.visible;
        settings.columns = columns.saveState();
        settings.middle = middle.saveState();
    }
    function togglePanel(panel: int): void {
        if (panel === 0) { layers.visible = !layers.visible; }
        else if (panel === 1) { root.tableShown = !root.tableShown; }
        else { dossier.visible = !dossier.visible; }
    }
    /** Opens a form or list by name, as --open does; false where there is none of that name. */
    function openForm(name: string): bool {
        if (name === "query") { dialogs.askQuery(); }
        else if (name === "overlay") { dialogs.askOverlay(); }
        else if (name === "hotspots") { dialogs.askHotspots(); }
        else if (name === "export") { dialogs.askExport(); }
        else if (name === "picture") { dialogs.askPicture(); }
        else if (name === "findings") { root.popUp(findings, Qt.point(0, 0)); }
        else if (name === "list") { root.session.query.showList(); }
        else if (name.startsWith("table:") && root.session.layerActions.isLayer(name.slice(6))) { root.session.layerActions.list(name.slice(6)); }
        else { return false; }
        return true;
    }
    /** Opens a popup beside a point of the map, within the map. */
    function popUp(popup: Popup, at: point): void {
        popup.x = Math.max(0, Math.min(at.x + 8, map.width - popup.width - 50));
        popup.y = Math.max(0, Math.min(at.y + 8, map.height - popup.implicitHeight - 8));
        popup.open();
    }
}
