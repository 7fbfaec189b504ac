import QtQuick
import QtQuick.Layouts
import QtQuick.Controls.Basic

/** A dialog in the window's own look. */
Dialog {
    id: root

    property string acceptText: qsTr("OK")
    property bool acceptEnabled: true

    anchors.centerIn: Overlay.overlay
    height: Math.min(implicitHeight, (parent ? parent.height : implicitHeight) + 60) // the parent is below the menus
    modal: true
    padding: 16
    topPadding: Theme.pad
    closePolicy: Popup.CloseOnEscape

    /** As the button does, if it can be pressed: for the Enter key. */
    function finish(): void { if (root.acceptEnabled) { root.accept(); } }

    Overlay.modal: Rectangle { color: "#33000000" }
    background: Rectangle {
        color: Theme.panel
        border.color: Theme.strongLine
        radius: 6
    }
    header: Text {
        text: root.title
        font.pixelSize: Theme.titleSize
        font.bold: true
        color: Theme.text
        padding: 16
        bottomPadding: 0
    }
    footer: RowLayout {
        spacing: Theme.gap
        Item { Layout.fillWidth: true }
        FlatButton {
            Layout.bottomMargin: 16
            text: qsTr("Cancel")
            onClicked: root.reject()
        }
        FlatButton {
            objectName: "accept"
            Layout.bottomMargin: 16
            Layout.rightMargin: 16
            primary: true
            enabled: root.acceptEnabled
            text: root.acceptText
            onClicked: root.accept()
        }
    }
}
