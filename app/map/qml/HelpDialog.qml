import QtQuick
import QtQuick.Layouts

/** The keys, and what the program is. */
Sheet {
    id: root

    title: qsTr("Zhengtu %1").arg(Application.version)
    footer: Item { implicitHeight: 12 }

    ColumnLayout {
        spacing: Theme.pad
        Text {
            text: qsTr("From rectification plans to tasks on a map. Everything stays on this machine.")
            font.pixelSize: Theme.fontSize
            color: Theme.soft
        }
        GridLayout {
            columns: 2
            columnSpacing: 20
            rowSpacing: 4
            Repeater {
                model: [
                    "Ctrl+O", qsTr("Open a ledger"), "Ctrl+I", qsTr("Import plans"), "Ctrl+E", qsTr("Export tasks"), "Ctrl+P", qsTr("Export the map"), "Ctrl+F", qsTr("Search"), "Ctrl+M", qsTr("Measure"),
                    "F2, Del, Ctrl+↑ ↓, Enter", qsTr("Rename, remove, move, list a layer (in the layers)"),
                    "Ctrl+Z, Ctrl+Y", qsTr("Undo or redo a correction"),
                    "Ctrl+J, U, H, K", qsTr("Ask, cut layers, find hotspots, findings"), "Ctrl+R", qsTr("The last result as a list"),
                    "F11", qsTr("Full screen"), "Ctrl+1, 2, 3, 4", qsTr("Layers, table, dossier, map"),
                    "+  -", qsTr("Zoom the map"), "← → ↑ ↓", qsTr("Move the map, or the row of the table"), "Home", qsTr("Show all tasks"),
                    "Shift", qsTr("Hold it and drag: find the tasks in a box"), "Esc", qsTr("Give up, close, select nothing")
                ]
                delegate: Text {
                    required property string modelData
                    required property int index
                    text: modelData
                    font.pixelSize: Theme.fontSize
                    font.bold: index % 2 === 0
                    color: Theme.text
                }
            }
        }
    }
}
