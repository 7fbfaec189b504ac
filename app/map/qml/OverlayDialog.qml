pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts

/** An overlay: which operation, of what, with which distances. The result is a layer of the ledger. */
Sheet {
    id: root

    required property Session session
    readonly property OverlayForm form: root.session.overlayForm

    width: Math.min(620, parent ? parent.width - 40 : 620)
    title: qsTr("Cut layers with layers")
    acceptText: qsTr("Work out")
    acceptEnabled: root.form.ready
    onAccepted: root.form.run()
    onOpened: kind.forceActiveFocus(Qt.TabFocusReason)

    SheetBody {
        onEntered: root.finish()
        FormLine {
            labelWidth: 150
            label: qsTr("Operation")
            note: root.form.explanation
            Pick {
                id: kind
                objectName: "overlayKind"
                Layout.fillWidth: true
                label: qsTr("Operation")
                model: root.form.kinds
                currentIndex: root.form.kind
                onActivated: index => root.form.kind = index
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
            objectName: "overlayMissing"
            Layout.fillWidth: true
            visible: text !== ""
            text: root.form.missing
            font.pixelSize: Theme.smallSize
            color: Theme.warning
            wrapMode: Text.Wrap
            textFormat: Text.PlainText
        }
        Text {
            Layout.fillWidth: true
            text: qsTr("Areas are geodesic on CGCS2000. It runs in the background; Stop in the bar below ends it and writes nothing.")
            font.pixelSize: Theme.smallSize
            color: Theme.faint
            wrapMode: Text.Wrap
        }
    }
}
