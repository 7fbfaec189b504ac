import QtQuick
import QtQuick.Layouts

/** A group, a layer or a legend line of the layer tree. */
Item {
    id: root

    required property TreeView treeView
    required property bool isTreeNode
    required property bool expanded
    required property bool hasChildren
    required property int depth
    required property int row
    required property bool current
    required property string title
    required property int check
    required property int featureCount
    required property bool schematic
    required property bool hasLegend
    required property legendKey legend
    required property string note
    required property string key
    signal toggled()
    signal menuAsked()

    readonly property bool isGroup: depth === 0

    implicitHeight: isGroup ? 28 : 23
    implicitWidth: treeView.width
    Accessible.role: Accessible.TreeItem
    Accessible.name: root.title

    Rectangle {
        anchors.fill: parent
        color: root.current && root.treeView.activeFocus ? Theme.selection : hover.hovered ? Theme.hover : "transparent"
    }
    HoverHandler { id: hover }
    TapHandler {
        onTapped: if (root.hasChildren) { root.treeView.toggleExpanded(root.row); }
    }
    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: root.menuAsked()
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.gap + root.depth * 14
        anchors.rightMargin: Theme.pad
        spacing: Theme.gap
        Text {
            Layout.preferredWidth: 10
            text: root.hasChildren ? (root.expanded ? "▾" : "▸") : ""
            font.pixelSize: 11
            color: Theme.soft
        }
        Tick {
            objectName: "tick:" + root.title
            visible: root.check >= 0
            checkState: root.check < 0 ? Qt.Unchecked : root.check
            Accessible.name: root.title
            nextCheckState: () => { root.toggled(); return root.check; }
        }
        Swatch {
            visible: root.hasLegend
            legend: root.legend
            Layout.preferredWidth: 26
            Layout.preferredHeight: 18
        }
        Text {
            Layout.fillWidth: true
            text: root.title
            font.pixelSize: Theme.fontSize
            font.bold: root.isGroup
            color: root.check === Qt.Unchecked ? Theme.faint : Theme.text
            elide: Text.ElideRight
        }
        Text {
            visible: root.schematic
            text: qsTr("schematic")
            font.pixelSize: 11
            color: Theme.warning
        }
        Text {
            visible: root.featureCount > 0
            text: root.featureCount.toString()
            font.pixelSize: 11
            color: Theme.faint
        }
        FlatButton {
            objectName: "more:" + root.key
            visible: root.depth === 1 && root.check >= 0 && (hover.hovered || root.current)
            implicitWidth: 20
            implicitHeight: 18
            leftPadding: 0
            rightPadding: 0
            text: "⋮"
            focusPolicy: Qt.NoFocus
            hint: qsTr("Zoom, table, rename, move, remove")
            onClicked: root.menuAsked()
        }
    }
    Hint {
        text: root.note
        shown: hover.hovered && root.note !== ""
    }
}
