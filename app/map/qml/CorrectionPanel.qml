pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts

/** What a person may put right of the selected task, and its history. */
ColumnLayout {
    id: root

    required property CorrectionDesk desk

    spacing: Theme.pad

    Text {
        Layout.leftMargin: Theme.pad
        text: qsTr("Correct")
        font.pixelSize: Theme.fontSize
        font.bold: true
        color: Theme.text
    }
    Choice {
        readonly property list<string> keys: ["under-way", "accepted", "closed"]
        objectName: "stateChoice"
        Layout.leftMargin: Theme.pad
        Layout.rightMargin: Theme.pad
        label: qsTr("State")
        options: [qsTr("Under way"), qsTr("Accepted"), qsTr("Closed")]
        current: keys.indexOf(root.desk.state)
        onChosen: index => root.desk.setStatus(keys[index])
    }
    RowLayout {
        Layout.leftMargin: Theme.pad
        Layout.rightMargin: Theme.pad
        spacing: 4
        Field {
            id: deadline
            objectName: "deadlineField"
            Layout.fillWidth: true
            text: root.desk.dates
            placeholderText: qsTr("Deadline: 2024-06-30, or long-term")
            onAccepted: root.desk.setDeadline(text)
        }
        FlatButton {
            text: qsTr("Set deadline")
            onClicked: root.desk.setDeadline(deadline.text)
        }
    }
    Flow {
        Layout.leftMargin: Theme.pad
        Layout.rightMargin: Theme.pad
        Layout.fillWidth: true
        spacing: 4
        Repeater {
            model: root.desk.categories
            delegate: FlatButton {
                required property string label
                required property string key
                required property string tone
                text: label
                hint: qsTr("Category of the problem: %1").arg(label)
                checked: tone === "yes"
                onClicked: root.desk.toggleCategory(key)
            }
        }
    }
    Repeater {
        model: root.desk.units
        delegate: RowLayout {
            id: unit
            required property string label
            required property string value
            required property string key
            Layout.leftMargin: Theme.pad
            Layout.rightMargin: Theme.pad
            spacing: 4
            Text {
                Layout.fillWidth: true
                text: unit.value
                font.pixelSize: Theme.smallSize
                color: Theme.text
                elide: Text.ElideRight
            }
            FlatButton {
                implicitHeight: 24
                text: unit.label
                hint: qsTr("Give %1 the next role").arg(unit.value)
                onClicked: {
                    const roles = ["lead", "responsible", "cooperating", "acceptance", "person"];
                    root.desk.setRole(unit.value, roles[(roles.indexOf(unit.key) + 1) % roles.length]);
                }
            }
        }
    }
    Flow {
        Layout.leftMargin: Theme.pad
        Layout.rightMargin: Theme.pad
        Layout.fillWidth: true
        spacing: 4
        Repeater {
            model: root.desk.sites
            delegate: FlatButton {
                required property string value
                required property int index
                text: value
                hint: qsTr("Correct the place %1").arg(value)
                checked: root.desk.site === index
                onClicked: root.desk.site = index
            }
        }
    }
    Repeater {
        model: root.desk.candidates
        delegate: RowLayout {
            id: candidate
            required property string value
            required property int index
            Layout.leftMargin: Theme.pad
            Layout.rightMargin: Theme.pad
            Text {
                Layout.fillWidth: true
                text: candidate.value
                font.pixelSize: Theme.fontSize
                color: Theme.text
                elide: Text.ElideRight
            }
            FlatButton {
                implicitHeight: 24
                text: qsTr("Use this")
                hint: qsTr("The place is %1").arg(candidate.value)
                onClicked: root.desk.pick(candidate.index)
            }
        }
    }
    Flow {
        Layout.leftMargin: Theme.pad
        Layout.rightMargin: Theme.pad
        Layout.fillWidth: true
        spacing: 4
        FlatButton {
            objectName: "dropPin"
            text: qsTr("Drop a pin")
            hint: qsTr("Click on the map where it is; with keys: centre the map and press Enter")
            checked: root.desk.drawing === CorrectionDesk.Drawing.Pin
            onClicked: root.desk.drawing = CorrectionDesk.Drawing.Pin
        }
        FlatButton {
            text: qsTr("Draw a line")
            checked: root.desk.drawing === CorrectionDesk.Drawing.Line
            onClicked: root.desk.drawing = CorrectionDesk.Drawing.Line
        }
        FlatButton {
            text: qsTr("Draw its area")
            checked: root.desk.drawing === CorrectionDesk.Drawing.Area
            onClicked: root.desk.drawing = CorrectionDesk.Drawing.Area
        }
        FlatButton {
            objectName: "notAPlace"
            text: qsTr("Not a place")
            onClicked: root.desk.notAPlace()
        }
        FlatButton {
            text: qsTr("As it was read")
            onClicked: root.desk.reset()
        }
    }
    Tick {
        objectName: "everywhere"
        Layout.leftMargin: Theme.pad
        visible: root.desk.namesakes > 0
        text: qsTr("also the %1 others of this name").arg(root.desk.namesakes)
        checked: root.desk.everywhere
        onToggled: root.desk.everywhere = checked
    }
    DossierList {
        objectName: "dossierHistory"
        heading: qsTr("History")
        facts: root.desk.history
    }
    Item { implicitHeight: Theme.gap }
}
