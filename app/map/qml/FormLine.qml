import QtQuick
import QtQuick.Layouts

/** A line of a form: what is asked, the answer, and below it what is known of it. */
GridLayout {
    id: root

    property string label
    property string note
    property int labelWidth: 110
    property bool alarm: false
    default property alias content: slot.data

    columns: 2
    columnSpacing: Theme.pad
    rowSpacing: 2
    Layout.fillWidth: true

    Text {
        Layout.preferredWidth: root.labelWidth
        text: root.label
        font.pixelSize: Theme.fontSize
        color: Theme.soft
        wrapMode: Text.Wrap
    }
    RowLayout {
        id: slot
        Layout.fillWidth: true
        spacing: Theme.gap
    }
    Text {
        Layout.column: 1
        Layout.row: 1
        Layout.fillWidth: true
        visible: root.note !== ""
        text: root.note
        font.pixelSize: Theme.smallSize
        color: root.alarm ? Theme.danger : Theme.faint
        wrapMode: Text.Wrap
    }
}
