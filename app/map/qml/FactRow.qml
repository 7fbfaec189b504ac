import QtQuick
import QtQuick.Layouts

/** A label and its value; below it a note in small print. */
Rectangle {
    id: root

    required property string label
    required property string value
    required property string note
    required property string tone
    required property int index
    property bool compact: false
    property bool current: false
    signal clicked(int index)

    readonly property color toneColour: tone === "maybe" || tone === "schematic" || tone === "unlocated" ? Theme.warning
                                      : tone === "yes" ? Theme.good : Theme.soft

    implicitHeight: column.implicitHeight + (root.compact ? 6 : 4)
    color: root.current ? Theme.selection : root.compact && hover.hovered ? Theme.hover : "transparent"
    Accessible.role: Accessible.ListItem
    Accessible.name: root.label + ": " + root.value

    HoverHandler { id: hover }
    TapHandler {
        enabled: root.compact
        onTapped: root.clicked(root.index)
    }
    ColumnLayout {
        id: column
        x: root.compact ? Theme.gap : 0
        width: root.width - 2 * x
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
                wrapMode: root.compact ? Text.NoWrap : Text.Wrap
                elide: root.compact ? Text.ElideRight : Text.ElideNone
                textFormat: Text.PlainText
            }
        }
        Text {
            visible: root.note !== "" && !root.compact
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
