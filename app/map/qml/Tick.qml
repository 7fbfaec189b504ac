import QtQuick
import QtQuick.Templates as T

/** A small check box with a third state. */
T.CheckBox {
    id: root

    implicitWidth: indicator.implicitWidth + (text === "" ? 0 : Theme.gap + contentItem.implicitWidth)
    implicitHeight: Math.max(20, contentItem.implicitHeight)
    font.pixelSize: Theme.fontSize
    spacing: Theme.gap

    indicator: Rectangle {
        implicitWidth: 15
        implicitHeight: 15
        y: (root.height - height) / 2
        radius: 3
        color: root.checkState === Qt.Unchecked ? Theme.raised : Theme.accent
        border.width: root.visualFocus ? 2 : 1
        border.color: root.visualFocus ? Theme.text : root.checkState === Qt.Unchecked ? Theme.strongLine : Theme.accent
        Rectangle {
            visible: root.checkState === Qt.PartiallyChecked
            anchors.centerIn: parent
            width: 7
            height: 2
            color: "white"
        }
        Text {
            visible: root.checkState === Qt.Checked
            anchors.centerIn: parent
            text: "✓"
            color: "white"
            font.pixelSize: 11
            font.bold: true
        }
    }
    contentItem: Text {
        leftPadding: root.indicator.width + Theme.gap
        text: root.text
        font: root.font
        color: Theme.text
        elide: Text.ElideRight
        verticalAlignment: Text.AlignVCenter
        visible: root.text !== ""
    }
}
