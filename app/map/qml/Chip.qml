import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

/** A filter as a chip: its name, and what it is set to. The cross takes the setting away. */
T.AbstractButton {
    id: root

    property string name
    property string setting
    readonly property bool isSet: setting !== ""
    signal cleared()

    implicitHeight: Theme.controlHeight
    implicitWidth: Math.min(row.implicitWidth + 2 * Theme.pad, 260)
    font.pixelSize: Theme.fontSize
    activeFocusOnTab: true
    Accessible.name: root.isSet ? qsTr("Filter %1: %2").arg(root.name).arg(root.setting) : qsTr("Filter %1").arg(root.name)
    Keys.onDeletePressed: root.cleared()
    Keys.onReturnPressed: root.click()

    background: Rectangle {
        radius: height / 2
        color: root.isSet ? Theme.accentSoft : root.hovered ? Theme.hover : Theme.raised
        border.width: root.visualFocus ? 2 : 1
        border.color: root.visualFocus || root.isSet ? Theme.accent : Theme.line
    }
    contentItem: Item {
        RowLayout {
            id: row
            anchors.fill: parent
            anchors.leftMargin: Theme.pad
            anchors.rightMargin: Theme.pad
            spacing: Theme.gap
            Text {
                text: root.isSet ? root.setting : root.name
                font: root.font
                color: root.isSet ? Theme.accent : Theme.text
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
            Text {
                text: root.isSet ? "×" : "▾"
                font.pixelSize: root.isSet ? Theme.titleSize : Theme.smallSize
                color: root.isSet ? Theme.accent : Theme.faint
                TapHandler {
                    enabled: root.isSet
                    onTapped: root.cleared()
                }
            }
        }
    }
}
