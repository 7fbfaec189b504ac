import QtQuick
import QtQuick.Dialogs

/** The file choosers of the window. */
Item {
    id: root

    required property Session session

    function openLedger(): void { ledger.open(); }
    function importPlans(): void { plans.open(); }
    function addLayers(): void { layers.open(); }
    function saveAs(): void { save.open(); }

    FileDialog {
        id: ledger
        title: qsTr("Open a ledger")
        nameFilters: [qsTr("Ledgers (*.gpkg)")]
        onAccepted: root.session.openLedger(ledger.selectedFile)
    }
    FileDialog {
        id: plans
        title: qsTr("Import plans")
        fileMode: FileDialog.OpenFiles
        nameFilters: [qsTr("Plans (*.txt *.md *.docx *.pdf)"), qsTr("All files (*)")]
        onAccepted: root.session.hasLedger ? root.session.importPlans(plans.selectedFiles) : target.open()
    }
    FileDialog {
        id: layers
        title: qsTr("Add layers")
        fileMode: FileDialog.OpenFiles
        nameFilters: [qsTr("Layers (*.shp *.shz *.zip *.gpkg *.geojson *.json *.kml *.kmz *.csv *.xlsx *.ods *.gpx *.dxf *.fgb)"), qsTr("All files (*)")]
        onAccepted: root.session.askLayers(layers.selectedFiles)
    }
    FileDialog {
        id: target
        title: qsTr("Save the new ledger as")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "gpkg"
        nameFilters: [qsTr("Ledgers (*.gpkg)")]
        onAccepted: root.session.importPlans(plans.selectedFiles, target.selectedFile)
    }
    FileDialog {
        id: save
        title: qsTr("Save the ledger as")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "gpkg"
        nameFilters: [qsTr("Ledgers (*.gpkg)")]
        onAccepted: root.session.saveAs(save.selectedFile)
    }
}
