import QtQuick

/** A column's heading; a click sorts by it. */
Rectangle {
    id: root

    required property string display
    required property int column
    property bool sorted: false
    property bool ascending: true
    signal clicked()

    implicitHeight: Theme.rowHeight
    implicitWidth: 60
    color: hover.hovered ? Theme.hover : Theme.panel
    Accessible.role: Accessible.ColumnHeader
    Accessible.name: root.sorted ? (root.ascending ? qsTr("%1, sorted ascending") : qsTr("%1, sorted descending")).arg(root.display) : root.display

    HoverHandler { id: hover }
    TapHandler { onTapped: root.clicked() }
    Text {
        anchors.fill: parent
        anchors.leftMargin: Theme.gap + 2
        anchors.rightMargin: 2
        verticalAlignment: Text.AlignVCenter
        text: root.display + (root.sorted ? (root.ascending ? " ▴" : " ▾") : "")
        font.pixelSize: Theme.smallSize
        font.bold: root.sorted
        color: Theme.soft
        elide: Text.ElideRight
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.line
    }
    Rectangle {
        anchors.right: parent.right
        width: 1
        height: parent.height
        color: Theme.line
    }
}
