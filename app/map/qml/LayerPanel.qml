pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic

/** The layer tree, which is the legend too. */
Rectangle {
    id: root

    required property Session session
    signal hotspotsAsked()
    signal layerAsked()
    signal extentAsked(rect extent)
    property string kept // the current layer, over a new making of the tree
    property list<string> unfolded: ["group-0", "group-1", "group-2"] // tasks, results, zones
    property bool folded: true

    color: Theme.panel
    PanelTitle {
        id: title
        width: parent.width
        text: qsTr("Layers")
        FlatButton {
            objectName: "addLayerButton"
            implicitHeight: 24
            text: qsTr("Add…")
            hint: qsTr("Add layers of your own: mines, reserves, stations; tasks are placed by them")
            onClicked: root.layerAsked()
        }
        FlatButton {
            objectName: "hotspotsButton"
            implicitHeight: 24
            text: qsTr("Hotspots…")
            hint: qsTr("Find where sites lie close together, as a layer")
            enabled: root.session.hasLedger
            onClicked: root.hotspotsAsked()
        }
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
        Keys.onPressed: event => event.accepted = root.key(event.key, event.modifiers)
        onWidthChanged: forceLayout()
        ScrollBar.vertical: ScrollBar {}
        delegate: LayerRow {
            onToggled: root.session.layers.toggle(tree.index(row, 0))
            onMenuAsked: {
                tree.selectionModel.setCurrentIndex(tree.index(row, 0), ItemSelectionModel.NoUpdate);
                if (menu.take(key, title)) { menu.popup(); }
            }
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
    LayerMenu {
        id: menu
        session: root.session
        onExtentAsked: extent => root.extentAsked(extent)
        onKeptAsked: layerId => root.kept = layerId
    }
    /** Keys on a layer: as the lines of its menu. */
    function key(key: int, modifiers: int): bool {
        const at = tree.selectionModel.currentIndex;
        if (!at.valid || !menu.take(root.session.layers.keyOf(at), root.session.layers.data(at, Qt.DisplayRole))) { return false; }
        if (key === Qt.Key_F2) { menu.askName(); }
        else if (key === Qt.Key_Delete) { menu.askRemoval(); }
        else if (key === Qt.Key_Return || key === Qt.Key_Enter) { menu.list(); }
        else if (key === Qt.Key_Menu) { menu.popupAt(tree); }
        else if (key === Qt.Key_Up && modifiers & Qt.ControlModifier) { menu.move(1); }
        else if (key === Qt.Key_Down && modifiers & Qt.ControlModifier) { menu.move(-1); }
        else { return false; }
        return true;
    }
    /** The legend of a result that was just made stands open. */
    function show(layerId: string): void {
        if (root.unfolded.indexOf(layerId) < 0) { root.unfolded = root.unfolded.concat([layerId]); }
    }
    Connections {
        target: root.session.overlayForm
        function onStored(layerId: string): void { root.show(layerId); }
    }
    Connections {
        target: root.session.hotspotForm
        function onStored(layerId: string): void { root.show(layerId); }
    }
    /** What was unfolded stays so when the content changes. */
    function remember(): void {
        if (root.folded) { return; } // a reset has just folded all
        let keys = root.unfolded; // with those that are not there just now
        for (let row = 0; row < tree.rows; ++row) {
            const key = root.session.layers.keyOf(tree.index(row, 0));
            keys = keys.filter(other => other !== key);
            if (tree.isExpanded(row)) { keys.push(key); }
        }
        root.unfolded = keys;
    }
    function unfold(): void {
        for (let depth = 0; depth < 2; ++depth) { // a layer has a row only once its group is unfolded
            tree.forceLayout();
            for (let row = 0; row < tree.rows; ++row) {
                if (!tree.isExpanded(row) && root.unfolded.indexOf(root.session.layers.keyOf(tree.index(row, 0))) >= 0) { tree.expand(row); }
            }
        }
        root.folded = tree.rows === 0;
        for (let row = 0; row < tree.rows && root.kept !== ""; ++row) {
            if (root.session.layers.keyOf(tree.index(row, 0)) !== root.kept) { continue; }
            tree.selectionModel.setCurrentIndex(tree.index(row, 0), ItemSelectionModel.NoUpdate);
            root.kept = "";
        }
    }
    Rectangle {
        anchors.right: parent.right
        width: 1
        height: parent.height
        color: Theme.line
    }
}
