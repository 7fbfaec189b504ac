pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic

/** One of several from a list that opens. */
ComboBox {
    id: root

    property string label
    property bool wrong: false

    implicitHeight: Theme.controlHeight
    implicitWidth: 260
    leftPadding: Theme.gap + 2
    font.pixelSize: Theme.fontSize
    Accessible.name: root.label

    contentItem: Text {
        text: root.displayText
        font: root.font
        color: root.currentIndex < 0 ? Theme.faint : Theme.text
        elide: Text.ElideRight
        verticalAlignment: Text.AlignVCenter
    }
    indicator: Text {
        x: root.width - width - Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        text: "▾"
        font.pixelSize: Theme.smallSize
        color: Theme.faint
    }
    background: Rectangle {
        radius: Theme.radius
        color: Theme.raised
        border.width: root.visualFocus || root.wrong ? 2 : 1
        border.color: root.wrong ? Theme.danger : root.visualFocus ? Theme.accent : Theme.line
    }
    delegate: ItemDelegate {
        id: row
        required property string modelData
        required property int index
        width: ListView.view.width
        height: 26
        highlighted: root.highlightedIndex === row.index
        contentItem: Text {
            text: row.modelData
            font.pixelSize: Theme.fontSize
            color: Theme.text
            elide: Text.ElideRight
            verticalAlignment: Text.AlignVCenter
        }
        background: Rectangle { color: row.highlighted ? Theme.selection : "transparent" }
    }
    popup.padding: 2
    popup.background: Rectangle {
        color: Theme.raised
        border.color: Theme.strongLine
        radius: Theme.radius
    }
}
