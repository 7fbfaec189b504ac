import QtQuick
import QtQuick.Templates as T

/** A quiet push button. `primary` for the one that goes on. */
T.Button {
    id: root

    property bool primary: false
    property string hint

    implicitWidth: Math.max(implicitContentWidth + leftPadding + rightPadding, Theme.controlHeight)
    implicitHeight: Theme.controlHeight
    leftPadding: Theme.pad
    rightPadding: Theme.pad
    font.pixelSize: Theme.fontSize
    opacity: enabled ? 1 : 0.45
    Accessible.name: root.hint !== "" ? root.hint : root.text

    contentItem: Text {
        text: root.text
        font: root.font
        color: root.primary ? "white" : Theme.text
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        elide: Text.ElideRight
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.primary ? (root.down ? Qt.darker(Theme.accent, 1.15) : Theme.accent)
                            : root.down || root.checked ? Theme.selection : root.hovered ? Theme.hover : Theme.raised
        border.width: root.visualFocus ? 2 : root.primary ? 0 : 1
        border.color: root.visualFocus ? Theme.accent : Theme.line
    }
    Hint {
        text: root.hint
        shown: root.hovered && root.hint !== "" && root.hint !== root.text
    }
}
