pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic

/** A menu in the window's own look. */
Menu {
    id: root

    padding: 4
    background: Rectangle {
        implicitWidth: 240
        color: Theme.raised
        border.color: Theme.strongLine
        radius: Theme.radius
    }
    delegate: MenuItem {
        id: item
        implicitHeight: Theme.controlHeight
        font.pixelSize: Theme.fontSize
        indicator: Text {
            x: Theme.gap
            anchors.verticalCenter: parent?.verticalCenter
            visible: item.checkable && item.checked
            text: "✓"
            font: item.font
            color: Theme.accent
        }
        contentItem: Item {
            Text {
                x: 20
                anchors.verticalCenter: parent.verticalCenter
                text: item.text
                font: item.font
                color: item.enabled ? Theme.text : Theme.faint
            }
            Text {
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                text: item.action?.shortcut ?? ""
                font.pixelSize: Theme.smallSize
                color: Theme.faint
            }
        }
        background: Rectangle {
            radius: 3
            color: item.highlighted ? Theme.selection : "transparent"
        }
    }
}
