import QtQuick
import QtQuick.Layouts

/** A label and its value; below it a note in small print. */
Rectangle {
    id: root

    required property string label
    required property string value
    required property string note
    required property string tone

    readonly property color toneColour: tone === "maybe" || tone === "schematic" || tone === "unlocated" ? Theme.warning
                                      : tone === "yes" ? Theme.good : Theme.soft

    implicitHeight: column.implicitHeight + 4
    color: "transparent"
    Accessible.role: Accessible.ListItem
    Accessible.name: root.label + ": " + root.value

    ColumnLayout {
        id: column
        width: root.width
        anchors.verticalCenter: parent.verticalCenter
        spacing: 1
        RowLayout {
            spacing: Theme.gap
            Text {
                Layout.preferredWidth: 84
                Layout.alignment: Qt.AlignTop
                text: root.label
                font.pixelSize: Theme.smallSize
                color: root.toneColour
                wrapMode: Text.Wrap
            }
            Text {
                Layout.fillWidth: true
                text: root.value
                font.pixelSize: Theme.fontSize
                color: Theme.text
                wrapMode: Text.Wrap
                textFormat: Text.PlainText
            }
        }
        Text {
            visible: root.note !== ""
            Layout.fillWidth: true
            Layout.leftMargin: 84 + Theme.gap
            text: root.note
            font.pixelSize: Theme.smallSize
            color: Theme.soft
            wrapMode: Text.Wrap
            textFormat: Text.PlainText
        }
    }
}
