pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic

/** Everything about the selected task, and below it the plan's own words. */
Rectangle {
    id: root

    required property Session session
    readonly property Dossier dossier: session.dossier
    signal located(string taskId)

    color: Theme.raised

    PanelTitle {
        id: title
        width: parent.width
        text: qsTr("Dossier")
        note: root.dossier.filled ? root.dossier.number : ""
        FlatButton {
            objectName: "zoomToTask"
            implicitHeight: 24
            visible: root.dossier.filled
            text: qsTr("Show on map")
            onClicked: root.located(root.dossier.taskId)
        }
        FlatButton {
            implicitHeight: 24
            visible: root.dossier.filled
            text: qsTr("Copy")
            hint: qsTr("Copy the dossier as text")
            onClicked: root.dossier.copy()
        }
    }
    Text {
        anchors.centerIn: parent
        width: parent.width - 40
        visible: !root.dossier.filled
        text: qsTr("Select a task in the table or on the map.")
        color: Theme.faint
        font.pixelSize: Theme.fontSize
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
    }
    SplitView {
        anchors.top: title.bottom
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        visible: root.dossier.filled
        orientation: Qt.Vertical
        handle: SplitGrip {}

        ScrollView {
            id: scroll
            SplitView.fillHeight: true
            SplitView.minimumHeight: 120
            contentWidth: availableWidth
            clip: true
            Column {
                width: scroll.availableWidth
                DossierFacts {
                    width: parent.width
                    dossier: root.dossier
                    statusColour: root.session.statusColour(root.statusIndex())
                }
                CorrectionPanel {
                    width: parent.width
                    desk: root.session.corrections
                }
            }
        }
        SourceText {
            SplitView.preferredHeight: root.height * 0.4
            SplitView.minimumHeight: 80
            dossier: root.dossier
        }
    }
    Rectangle {
        width: 1
        height: parent.height
        color: Theme.line
    }

    function statusIndex(): int {
        return ["under-way", "due-soon", "overdue", "accepted", "closed", "long-term"].indexOf(root.dossier.statusKey);
    }
}
