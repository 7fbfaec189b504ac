pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic

/** The plan as it was found, scrolled to the measure, with the places and fields marked. */
Rectangle {
    id: root

    required property Dossier dossier
    readonly property SourceTextModel source: dossier.source

    color: Theme.paper

    Component.onCompleted: {
        root.source.problemColor = Theme.markProblem;
        root.source.taskColor = Theme.markTask;
        root.source.unitColor = Theme.markUnit;
        root.source.deadlineColor = Theme.markDeadline;
        root.source.placeColor = Theme.markPlace;
    }
    PanelTitle {
        id: title
        width: parent.width
        text: qsTr("Source text")
        Repeater {
            model: [
                { name: qsTr("place"), paint: Theme.markPlace },
                { name: qsTr("unit"), paint: Theme.markUnit },
                { name: qsTr("deadline"), paint: Theme.markDeadline },
                { name: qsTr("measure"), paint: Theme.markTask }
            ]
            delegate: Rectangle {
                required property string name
                required property color paint
                implicitWidth: word.implicitWidth + 10
                implicitHeight: 18
                radius: 3
                color: paint
                Text {
                    id: word
                    anchors.centerIn: parent
                    text: parent.name
                    font.pixelSize: 11
                    color: Theme.text
                }
            }
        }
    }
    ListView {
        id: list
        objectName: "sourceList"
        anchors.top: title.bottom
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.pad
        anchors.topMargin: 4
        clip: true
        model: root.source
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        Accessible.role: Accessible.Document
        Accessible.name: qsTr("Source text")
        Keys.onUpPressed: list.flick(0, 600)
        Keys.onDownPressed: list.flick(0, -600)
        ScrollBar.vertical: ScrollBar {}
        delegate: TextEdit {
            required property string html
            width: list.width - 14
            height: html.trim() === "" ? 5 : implicitHeight // plans have many empty lines
            text: html
            textFormat: TextEdit.RichText
            readOnly: true
            selectByMouse: true
            selectionColor: Theme.accent
            wrapMode: TextEdit.Wrap
            font.pixelSize: Theme.fontSize
            color: Theme.text
        }
    }
    Connections {
        target: root.source
        function onMarksChanged(): void { Qt.callLater(root.scroll); }
    }
    function scroll(): void {
        if (root.source.focusRow >= 0) { list.positionViewAtIndex(root.source.focusRow, ListView.Beginning); }
    }
}
