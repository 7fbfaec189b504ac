import QtQuick
import QtQuick.Controls.Basic

/** A thin handle between panels. */
Rectangle {
    implicitWidth: 5
    implicitHeight: 5
    color: SplitHandle.pressed ? Theme.accent : SplitHandle.hovered ? Theme.strongLine : Theme.line
}
