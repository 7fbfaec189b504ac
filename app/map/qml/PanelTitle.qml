import QtQuick
import QtQuick.Layouts

/** The heading of a panel, with room for buttons at its right end. */
Rectangle {
    id: root

    required property string text
    property string note
    default property alias buttons: slot.data

    implicitHeight: 32
    color: Theme.panel
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.pad
        anchors.rightMargin: Theme.gap
        spacing: Theme.gap
        Text {
            text: root.text
            font.pixelSize: Theme.fontSize
            font.bold: true
            color: Theme.text
        }
        Text {
            Layout.fillWidth: true
            text: root.note
            font.pixelSize: Theme.smallSize
            color: Theme.soft
            elide: Text.ElideRight
        }
        RowLayout {
            id: slot
            spacing: 4
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.line
    }
}
