import QtQuick
import QtQuick.Controls.Basic

/** A text field; `wrong` shows that what was typed cannot be used. */
TextField {
    id: root

    property bool wrong: false

    implicitHeight: Theme.controlHeight
    topPadding: 0
    bottomPadding: 0
    leftPadding: Theme.gap + 2
    verticalAlignment: TextInput.AlignVCenter
    font.pixelSize: Theme.fontSize
    color: root.wrong ? Theme.danger : Theme.text
    placeholderTextColor: Theme.faint
    selectionColor: Theme.selection
    selectedTextColor: Theme.text
    selectByMouse: true
    Accessible.name: placeholderText

    background: Rectangle {
        radius: Theme.radius
        color: Theme.raised
        border.width: root.activeFocus ? 2 : 1
        border.color: root.wrong ? Theme.danger : root.activeFocus ? Theme.accent : Theme.line
    }
}
