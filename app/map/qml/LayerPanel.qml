pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic

/** The layer tree, which is the legend too. */
Rectangle {
    id: root

    required property Session session

    color: Theme.panel
    PanelTitle {
        id: title
        width: parent.width
        text: qsTr("Layers")
    }
    TreeView {
        id: tree
        objectName: "layerTree"
        anchors.top: title.bottom
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.topMargin: 4
        clip: true
        model: root.session.layers
        boundsBehavior: Flickable.StopAtBounds
        selectionModel: ItemSelectionModel { model: root.session.layers }
        columnWidthProvider: () => tree.width
        activeFocusOnTab: true
        Accessible.role: Accessible.Tree
        Accessible.name: qsTr("Layers")
        Keys.onSpacePressed: root.session.layers.toggle(tree.selectionModel.currentIndex)
        onWidthChanged: forceLayout()
        ScrollBar.vertical: ScrollBar {}
        delegate: LayerRow {
            onToggled: root.session.layers.toggle(tree.index(row, 0))
        }
        Connections {
            target: root.session.layers
            function onModelReset(): void { Qt.callLater(() => tree.expand(0)); }
        }
    }
    Rectangle {
        anchors.right: parent.right
        width: 1
        height: parent.height
        color: Theme.line
    }
}
