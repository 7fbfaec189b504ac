pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Controls.Basic

/** What rules, claims and recurrence have found, as a list; a click shows the task, and on the map what the finding is about. */
PopupPanel {
    id: root

    required property Session session
    signal shown(string key)

    width: 560
    contentItem: ColumnLayout {
        spacing: Theme.gap
        RowLayout {
            spacing: Theme.gap
            FlatButton {
                objectName: "rulesButton"
                text: qsTr("Run rules")
                enabled: !root.session.jobs.busy
                onClicked: root.session.makeFindings("rules")
            }
            FlatButton {
                objectName: "claimsButton"
                text: qsTr("Check statements")
                hint: qsTr("What the plans state of distances, counts and areas, against the map")
                enabled: !root.session.jobs.busy
                onClicked: root.session.makeFindings("claims")
            }
            FlatButton {
                objectName: "recurrenceButton"
                text: qsTr("Look back")
                hint: qsTr("Places that come back in several plans, or near what was closed")
                enabled: !root.session.jobs.busy
                onClicked: root.session.makeFindings("recurrence")
            }
            Text {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignRight
                text: qsTr("%1 findings").arg(root.session.findings.count)
                font.pixelSize: Theme.smallSize
                color: Theme.soft
            }
        }
        Text {
            Layout.fillWidth: true
            visible: root.session.findings.count === 0
            text: qsTr("Nothing has been looked for yet. Rules of plans run once they are confirmed, those of laws at once.")
            wrapMode: Text.Wrap
            font.pixelSize: Theme.fontSize
            color: Theme.soft
        }
        ListView {
            id: list
            objectName: "findingsList"
            Layout.fillWidth: true
            Layout.preferredHeight: Math.min(contentHeight, 460)
            clip: true
            focus: true
            model: root.session.findings
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Findings")
            Keys.onReturnPressed: if (currentItem) { (currentItem as FindingRow).open(); }
            ScrollBar.vertical: ScrollBar {}
            section.property: "group"
            section.delegate: Text {
                required property string section
                width: list.width
                topPadding: Theme.gap
                bottomPadding: 2
                text: section
                font.pixelSize: Theme.smallSize
                font.bold: true
                color: Theme.soft
                textFormat: Text.PlainText
            }
            delegate: FindingRow {
                width: list.width
                current: ListView.isCurrentItem && list.activeFocus
                onOpened: (key, shape) => {
                    list.currentIndex = index;
                    if (key !== "") { root.session.selectedTask = key; }
                    if (shape !== "") { root.shown(shape); }
                }
            }
        }
    }
}
