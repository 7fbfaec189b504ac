pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Dialogs

/** A sheet of the map: title, paper and format; legend, scale bar, north arrow, sources and licences stand on it in any case. */
Sheet {
    id: root

    required property Session session
    required property rect shownExtent // of the map, in degrees
    property int paper: 0
    property bool landscape: true
    property int format: 0
    property bool shownOnly: true

    readonly property list<string> papers: ["A4", "A3", "A2", "A1", "A0"]
    readonly property list<string> formats: ["pdf", "png", "svg"]

    objectName: "pictureDialog"
    title: qsTr("Export the map")
    acceptText: qsTr("Choose file…")
    onOpened: name.forceActiveFocus(Qt.TabFocusReason)
    onAccepted: file.open()

    /** As the chooser of files does when it is answered. */
    function write(to: url): void {
        root.session.exportPicture(to, name.text, root.papers[root.paper], root.landscape, root.shownOnly ? root.shownExtent : root.session.homeExtent());
    }

    ColumnLayout {
        spacing: Theme.pad
        FormLine {
            label: qsTr("Title")
            Field {
                id: name
                objectName: "pictureTitle"
                Layout.fillWidth: true
                Layout.preferredWidth: 340
                text: qsTr("Map of rectification tasks")
                onAccepted: root.finish()
            }
        }
        Choice {
            label: qsTr("Area")
            options: [qsTr("As on the screen"), qsTr("All tasks")]
            current: root.shownOnly ? 0 : 1
            onChosen: index => root.shownOnly = index === 0
        }
        Choice {
            label: qsTr("Paper")
            options: root.papers
            current: root.paper
            onChosen: index => root.paper = index
        }
        Choice {
            label: qsTr("Turned")
            options: [qsTr("Landscape"), qsTr("Portrait")]
            current: root.landscape ? 0 : 1
            onChosen: index => root.landscape = index === 0
        }
        Choice {
            label: qsTr("Format")
            options: ["PDF", "PNG", "SVG"]
            current: root.format
            onChosen: index => root.format = index
        }
        Text {
            Layout.preferredWidth: 460
            text: qsTr("The layers and tasks on show are drawn, with legend, scale bar, north arrow, date, sources and licences.")
            font.pixelSize: Theme.smallSize
            color: Theme.soft
            wrapMode: Text.Wrap
        }
    }

    FileDialog {
        id: file
        title: qsTr("Export the map as")
        fileMode: FileDialog.SaveFile
        defaultSuffix: root.formats[root.format]
        nameFilters: [qsTr("Pictures (*.%1)").arg(root.formats[root.format])]
        onAccepted: root.write(file.selectedFile)
    }
}
