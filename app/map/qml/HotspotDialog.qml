pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts

/** A search for hotspots: a method, its parameters as they are proposed and why, and which tasks count. */
Sheet {
    id: root

    required property Session session
    readonly property HotspotForm form: root.session.hotspotForm

    width: Math.min(700, parent ? parent.width - 40 : 700)
    title: qsTr("Find hotspots")
    acceptText: qsTr("Find")
    acceptEnabled: root.form.ready
    onAccepted: root.form.run()
    onOpened: {
        root.form.look(true);
        method.forceActiveFocus(Qt.TabFocusReason);
    }
    onClosed: root.form.look(false)

    SheetBody {
        onEntered: root.finish()
        FormLine {
            labelWidth: 150
            label: qsTr("Method")
            Pick {
                id: method
                objectName: "hotspotMethod"
                Layout.fillWidth: true
                label: qsTr("Method")
                model: root.form.methods
                currentIndex: root.form.method
                onActivated: index => root.form.method = index
            }
        }
        Repeater {
            model: root.form.fields
            delegate: FormField {
                labelWidth: 150
                fields: root.form.fields
                targets: root.session.targets
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
                objectName: "hotspotPreview"
                x: Theme.pad
                width: parent.width - 2 * Theme.pad
                anchors.verticalCenter: parent.verticalCenter
                text: root.form.preview !== "" ? root.form.preview : qsTr("Looking at what the data propose…")
                font.pixelSize: Theme.smallSize
                color: root.form.failed ? Theme.danger : Theme.text
                wrapMode: Text.Wrap
                textFormat: Text.PlainText
                maximumLineCount: 6
                elide: Text.ElideRight
            }
        }
    }
}
