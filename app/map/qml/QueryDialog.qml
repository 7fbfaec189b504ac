pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts

/** A question about where tasks are: written, counted while it is written, asked, saved and brought back. */
Sheet {
    id: root

    required property Session session
    readonly property QueryForm form: root.session.queryForm

    width: Math.min(840, parent ? parent.width - 40 : 840)
    title: qsTr("Ask where tasks are")
    acceptText: qsTr("Ask")
    acceptEnabled: root.form.ready
    onAccepted: root.form.run()
    onOpened: {
        const first = conditions.itemAt(0) as ConditionRow;
        if (first) { first.focusTarget(); }
    }

    SheetBody {
        onEntered: root.finish()
        Repeater {
            id: conditions
            model: root.form.conditions
            delegate: ConditionRow {
                Layout.fillWidth: true
                conditions: root.form.conditions
                targets: root.session.targets
            }
        }
        RowLayout {
            spacing: Theme.gap
            FlatButton {
                objectName: "addCondition"
                text: qsTr("And…")
                hint: qsTr("A further condition, which must hold of the same site")
                onClicked: root.form.conditions.add()
            }
            Tick {
                objectName: "queryCertain"
                text: qsTr("only certain ones")
                checked: root.form.certain
                onToggled: root.form.certain = checked
            }
            Item { Layout.fillWidth: true }
            FlatButton {
                objectName: "queryReset"
                text: qsTr("Clear")
                hint: qsTr("Take all conditions and attributes away")
                onClicked: root.form.reset()
            }
        }
        Text {
            text: qsTr("Only tasks with")
            font.pixelSize: Theme.smallSize
            font.bold: true
            color: Theme.soft
        }
        Flow {
            Layout.fillWidth: true
            spacing: Theme.gap
            Repeater {
                model: root.form.filter
                delegate: FilterRow {
                    width: 296
                    filter: root.form.filter
                }
            }
        }
        Rectangle {
            Layout.fillWidth: true
            Layout.preferredHeight: Math.max(30, preview.implicitHeight + 12)
            radius: Theme.radius
            color: root.form.failed ? Theme.dangerSoft : Theme.accentSoft
            Text {
                id: preview
                objectName: "queryPreview"
                x: Theme.pad
                width: parent.width - 2 * Theme.pad
                anchors.verticalCenter: parent.verticalCenter
                text: root.form.preview !== "" ? root.form.preview : qsTr("Write a target: the answer is counted here before it is asked.")
                font.pixelSize: Theme.fontSize
                color: root.form.failed ? Theme.danger : Theme.text
                wrapMode: Text.Wrap
                textFormat: Text.PlainText
                maximumLineCount: 5
                elide: Text.ElideRight
            }
        }
        SavedQueries {
            Layout.fillWidth: true
            form: root.form
            onAsked: root.close()
        }
    }
}
