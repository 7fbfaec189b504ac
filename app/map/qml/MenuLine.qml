import QtQuick
import QtQuick.Controls.Basic

/** The menus of the window; the actions have their keys here. */
MenuBar {
    id: root

    required property Session session
    required property bool layersShown
    required property bool tableShown
    required property bool dossierShown
    signal openAsked()
    signal importAsked()
    signal layerAsked()
    signal saveAsked()
    signal exportAsked()
    signal pictureAsked()
    signal measureAsked()
    signal hotspotsAsked()
    signal findingsAsked()
    signal queryAsked()
    signal overlayAsked()
    signal resultAsked()
    signal searchAsked()
    signal homeAsked()
    signal drawAsked()
    signal fullScreenAsked()
    signal helpAsked()
    signal quitAsked()
    signal panelAsked(int panel)

    implicitHeight: 28
    font.pixelSize: Theme.fontSize
    background: Rectangle { color: Theme.panel }
    delegate: MenuBarItem {
        id: item
        implicitHeight: 28
        leftPadding: Theme.pad
        rightPadding: Theme.pad
        font.pixelSize: Theme.fontSize
        contentItem: Text {
            text: item.text.replace("&", "")
            font: item.font
            color: Theme.text
            verticalAlignment: Text.AlignVCenter
        }
        background: Rectangle { color: item.highlighted ? Theme.hover : "transparent" }
    }

    QuietMenu {
        title: qsTr("&File")
        Action { text: qsTr("Open ledger…"); shortcut: "Ctrl+O"; onTriggered: root.openAsked() }
        Action { text: qsTr("Import plans…"); shortcut: "Ctrl+I"; onTriggered: root.importAsked() }
        Action { text: qsTr("Add layers…"); shortcut: "Ctrl+L"; onTriggered: root.layerAsked() }
        Action { text: qsTr("Save ledger as…"); shortcut: "Ctrl+Shift+S"; enabled: root.session.hasLedger; onTriggered: root.saveAsked() }
        Action { text: qsTr("Export tasks…"); shortcut: "Ctrl+E"; enabled: root.session.hasLedger; onTriggered: root.exportAsked() }
        Action { text: qsTr("Export the map…"); shortcut: "Ctrl+P"; onTriggered: root.pictureAsked() }
        MenuSeparator {}
        Action { text: qsTr("Quit"); shortcut: "Ctrl+Q"; onTriggered: root.quitAsked() }
    }
    QuietMenu {
        title: qsTr("&Edit")
        Action { text: qsTr("Undo"); shortcut: "Ctrl+Z"; enabled: root.session.layerActions.canRestore || root.session.corrections.canUndo; onTriggered: root.session.layerActions.canRestore ? root.session.layerActions.restore() : root.session.corrections.undo() }
        Action { text: qsTr("Redo"); shortcut: "Ctrl+Y"; enabled: root.session.corrections.canRedo; onTriggered: root.session.corrections.redo() }
    }
    QuietMenu {
        title: qsTr("&Map")
        Action { text: qsTr("Show all tasks"); onTriggered: root.homeAsked() }
        Action { text: qsTr("Search"); shortcut: "Ctrl+F"; onTriggered: root.searchAsked() }
        Action { text: qsTr("Measure…"); shortcut: "Ctrl+M"; onTriggered: root.measureAsked() }
        Action { text: qsTr("Draw an area…"); shortcut: "Ctrl+D"; onTriggered: root.drawAsked() }
        Action { text: qsTr("Ask where tasks are…"); shortcut: "Ctrl+J"; enabled: root.session.hasLedger; onTriggered: root.queryAsked() }
        Action { text: qsTr("Cut layers with layers…"); shortcut: "Ctrl+U"; enabled: root.session.hasLedger; onTriggered: root.overlayAsked() }
        Action { text: qsTr("Find hotspots…"); shortcut: "Ctrl+H"; enabled: root.session.hasLedger; onTriggered: root.hotspotsAsked() }
        Action { text: qsTr("Findings…"); shortcut: "Ctrl+K"; enabled: root.session.hasLedger; onTriggered: root.findingsAsked() }
        Action { text: qsTr("Last result"); shortcut: "Ctrl+R"; enabled: root.session.result.title !== ""; onTriggered: root.resultAsked() }
    }
    QuietMenu {
        title: qsTr("&View")
        Action { text: qsTr("Layers"); shortcut: "Ctrl+1"; checkable: true; checked: root.layersShown; onTriggered: root.panelAsked(0) }
        Action { text: qsTr("Table"); shortcut: "Ctrl+2"; checkable: true; checked: root.tableShown; onTriggered: root.panelAsked(1) }
        Action { text: qsTr("Dossier"); shortcut: "Ctrl+3"; checkable: true; checked: root.dossierShown; onTriggered: root.panelAsked(2) }
        MenuSeparator {}
        Action { text: qsTr("Full screen"); shortcut: "F11"; onTriggered: root.fullScreenAsked() }
    }
    QuietMenu {
        title: qsTr("&Language")
        Action { text: "中文"; checkable: true; checked: root.session.language.code === "zh"; onTriggered: root.session.language.code = "zh" }
        Action { text: "English"; checkable: true; checked: root.session.language.code === "en"; onTriggered: root.session.language.code = "en" }
    }
    QuietMenu {
        title: qsTr("&Help")
        Action { text: qsTr("Keys and about"); shortcut: "F1"; onTriggered: root.helpAsked() }
    }
}
