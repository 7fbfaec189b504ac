import QtQuick

/** A parameter, a total or a note of a result, and the reason for it. */
Item {
    id: root

    required property string label
    required property string value
    required property string note
    required property string tone

    implicitHeight: Math.max(name.height, text.height) + 6
    Accessible.role: Accessible.ListItem
    Accessible.name: root.label + ": " + root.value

    Text {
        id: name
        x: Theme.gap
        y: 3
        width: 190
        text: root.label
        font.pixelSize: Theme.smallSize
        color: root.tone === "warning" ? Theme.warning : Theme.soft
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
    }
    Text {
        id: text
        x: 200
        y: 3
        width: parent.width - x - Theme.gap
        text: root.note === "" ? root.value : root.value + "  –  " + root.note
        font.pixelSize: Theme.smallSize
        color: Theme.text
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
    }
}
