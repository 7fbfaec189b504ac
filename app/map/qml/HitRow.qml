import QtQuick

/** One thing under the pointer: a task with its measure, or a feature of a layer. */
Rectangle {
    id: root

    required property Session session
    required property string label
    required property string value
    required property string note
    required property string key
    required property string tone
    required property int index
    property bool current: false
    signal clicked(int index)

    readonly property bool isTask: key.startsWith("task:")
    readonly property int status: ["under-way", "due-soon", "overdue", "accepted", "closed", "long-term"].indexOf(tone)

    implicitHeight: root.note === "" ? 26 : 42
    color: root.current ? Theme.selection : hover.hovered ? Theme.hover : "transparent"
    Accessible.role: Accessible.ListItem
    Accessible.name: root.label + ": " + root.value

    HoverHandler { id: hover }
    TapHandler { onTapped: root.clicked(root.index) }
    Rectangle {
        x: Theme.gap
        y: 9
        width: 9
        height: 9
        radius: root.isTask ? 5 : 1
        color: root.isTask ? root.session.statusColour(root.status) : "transparent"
        border.color: root.isTask ? "transparent" : Theme.faint
    }
    Text {
        x: 24
        y: 5
        width: parent.width - kind.width - 36
        text: root.value
        font.pixelSize: Theme.fontSize
        color: Theme.text
        elide: Text.ElideRight
        textFormat: Text.PlainText
    }
    Text {
        id: kind
        anchors.right: parent.right
        anchors.rightMargin: Theme.pad
        y: 6
        text: root.label
        font.pixelSize: Theme.smallSize
        color: root.tone === "schematic" ? Theme.warning : Theme.soft
    }
    Text {
        x: 24
        y: 23
        width: parent.width - 34
        visible: root.note !== ""
        text: root.note
        font.pixelSize: Theme.smallSize
        color: Theme.soft
        elide: Text.ElideRight
        textFormat: Text.PlainText
    }
}
