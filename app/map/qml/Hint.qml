import QtQuick
import QtQuick.Controls.Basic

/** A tool tip in the window's own look. */
ToolTip {
    id: root

    property bool shown: false

    visible: shown
    delay: 500
    padding: Theme.gap
    width: Math.min(implicitWidth, 440)
    font.pixelSize: Theme.smallSize

    contentItem: Text {
        text: root.text
        font: root.font
        color: Theme.text
        wrapMode: Text.Wrap
    }
    background: Rectangle {
        color: Theme.raised
        border.color: Theme.strongLine
        radius: Theme.radius
    }
}
