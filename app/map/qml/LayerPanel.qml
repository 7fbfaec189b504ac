pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic

/** The layer tree, which is the legend too. */
Rectangle {
    id: root

    required property Session session
    property list<string> unfolded: ["group-0", "group-1", "group-2"] // tasks, results, zones
    property bool folded: true

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
            function onModelAboutToBeReset(): void { root.remember(); }
            function onModelReset(): void {
                root.folded = true;
                Qt.callLater(root.unfold);
            }
        }
    }
    /** What was unfolded stays so when the content changes. */
    function remember(): void {
        if (root.folded) { return; } // a reset has just folded all
        const keys = [];
        for (let row = 0; row < tree.rows; ++row) {
            if (tree.isExpanded(row)) { keys.push(root.session.layers.keyOf(tree.index(row, 0))); }
        }
        root.unfolded = keys;
    }
    function unfold(): void {
        root.folded = false;
        for (let row = 0; row < tree.rows; ++row) {
            if (root.unfolded.indexOf(root.session.layers.keyOf(tree.index(row, 0))) >= 0) { tree.expand(row); }
        }
    }
    Rectangle {
        anchors.right: parent.right
        width: 1
        height: parent.height
        color: Theme.line
    }
}
