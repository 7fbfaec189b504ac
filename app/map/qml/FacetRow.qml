import QtQuick

/** One value in the list of a facet, with how many tasks have it. */
Rectangle {
    id: root

    required property string label
    required property string value
    required property int count
    property bool current: false
    property bool selected: false
    signal chosen()

    height: Theme.rowHeight
    color: root.current ? Theme.selection : hover.hovered ? Theme.hover : "transparent"
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1, %2 tasks").arg(root.label).arg(root.count)

    HoverHandler { id: hover }
    TapHandler { onTapped: root.chosen() }
    Text {
        anchors.left: parent.left
        anchors.right: number.left
        anchors.margins: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        text: root.label
        font.pixelSize: Theme.fontSize
        font.bold: root.selected
        color: Theme.text
        elide: Text.ElideRight
    }
    Text {
        id: number
        anchors.right: parent.right
        anchors.rightMargin: Theme.pad
        anchors.verticalCenter: parent.verticalCenter
        text: root.count.toString()
        font.pixelSize: Theme.smallSize
        color: Theme.faint
    }
}
