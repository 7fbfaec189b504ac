import QtQuick

/** One finding: what and where, the verdict, and on a click why. `shape` is what the map has of it. */
Rectangle {
    id: root

    required property string label
    required property string value
    required property string note
    required property string key
    required property string tone
    required property string shape
    required property int index
    property bool current: false
    property bool unfolded: false
    signal opened(string key, string shape)

    implicitHeight: why.y + (why.visible ? why.height + 4 : 0)
    color: root.current ? Theme.selection : hover.hovered ? Theme.hover : "transparent"
    Accessible.role: Accessible.ListItem
    Accessible.name: root.label + ": " + root.value

    function open(): void {
        root.unfolded = !root.unfolded;
        root.opened(root.key, root.shape);
    }

    HoverHandler { id: hover }
    TapHandler { onTapped: root.open() }
    Text {
        x: Theme.gap
        y: 5
        width: parent.width - verdict.width - 30
        text: root.value
        font.pixelSize: Theme.fontSize
        color: Theme.text
        elide: Text.ElideRight
        textFormat: Text.PlainText
    }
    Text {
        id: verdict
        anchors.right: parent.right
        anchors.rightMargin: Theme.pad
        y: 6
        text: root.label
        font.pixelSize: Theme.smallSize
        font.bold: root.tone === "yes" || root.tone === "differs"
        color: root.tone === "yes" || root.tone === "differs" ? Theme.warning : Theme.soft
    }
    Text {
        id: why
        x: Theme.gap
        y: 26
        width: parent.width - 2 * Theme.gap - 10
        visible: root.unfolded && root.note !== ""
        text: root.note
        wrapMode: Text.Wrap
        font.pixelSize: Theme.smallSize
        color: Theme.soft
        textFormat: Text.PlainText
    }
}
