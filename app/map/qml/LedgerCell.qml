import QtQuick

/** A cell of the ledger table. */
Rectangle {
    id: root

    required property string display
    required property string toolTip
    required property string taskId
    required property int status
    required property bool located
    required property int mark
    required property int row
    required property int column
    property bool selected: false
    property color statusColour: "transparent"
    signal clicked()
    signal doubleClicked()

    readonly property bool isStatus: column === TaskTableModel.Status
    readonly property bool isMaybe: root.mark === 1

    implicitWidth: 60
    implicitHeight: Theme.rowHeight
    color: root.selected ? Theme.selection : hover.hovered ? Theme.hover : root.row % 2 === 1 ? "#faf9f7" : Theme.raised
    Accessible.role: Accessible.Cell
    Accessible.name: root.display

    HoverHandler { id: hover }
    TapHandler {
        onTapped: root.clicked()
        onDoubleTapped: root.doubleClicked()
    }
    Rectangle {
        id: dot
        visible: root.isStatus
        x: Theme.gap + 2
        anchors.verticalCenter: parent.verticalCenter
        width: 9
        height: 9
        radius: 5
        color: root.isMaybe ? "transparent" : root.statusColour
        border.width: 2
        border.color: root.statusColour
    }
    Text {
        anchors.fill: parent
        anchors.leftMargin: root.isStatus ? 24 : Theme.gap + 2
        anchors.rightMargin: 2
        verticalAlignment: Text.AlignVCenter
        text: root.isStatus && root.isMaybe ? root.display + " ?" : root.display
        font.pixelSize: Theme.fontSize
        color: !root.located && (root.column === TaskTableModel.Place || root.column === TaskTableModel.Precision) ? Theme.warning : Theme.text
        elide: Text.ElideRight
        textFormat: Text.PlainText
    }
    Hint {
        text: root.toolTip
        shown: hover.hovered && root.toolTip !== "" && (root.toolTip !== root.display || root.column === TaskTableModel.Measure || root.column === TaskTableModel.Place)
    }
}
