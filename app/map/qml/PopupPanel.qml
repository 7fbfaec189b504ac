import QtQuick
import QtQuick.Controls.Basic

/** A light panel that opens below a chip or at a point of the map. */
Popup {
    padding: Theme.gap
    margins: 4 // stays within the window
    focus: true
    closePolicy: Popup.CloseOnEscape | Popup.CloseOnPressOutsideParent
    background: Rectangle {
        color: Theme.raised
        border.color: Theme.strongLine
        radius: Theme.radius
    }
}
