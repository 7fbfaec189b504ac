import QtQuick
import QtQuick.Layouts

/** A heading and text that can be selected. */
ColumnLayout {
    id: root

    required property string heading
    required property string text

    visible: root.text !== ""
    spacing: 2
    Layout.leftMargin: Theme.pad
    Layout.rightMargin: Theme.pad
    Layout.fillWidth: true

    Text {
        text: root.heading
        font.pixelSize: Theme.smallSize
        color: Theme.soft
    }
    TextEdit {
        Layout.fillWidth: true
        text: root.text
        textFormat: TextEdit.PlainText
        readOnly: true
        selectByMouse: true
        selectionColor: Theme.selection
        selectedTextColor: Theme.text
        wrapMode: TextEdit.Wrap
        font.pixelSize: Theme.fontSize
        color: Theme.text
        Accessible.name: root.heading
    }
}
