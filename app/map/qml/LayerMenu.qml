import QtQuick
import QtQuick.Layouts
import QtQuick.Controls.Basic

/** What can be done with a layer of the tree, and the two questions that are asked before it is done. */
Item {
    id: root

    required property Session session
    readonly property LayerActions actions: root.session.layerActions
    property string layerId
    property string layerTitle
    property bool ofLedger: false
    property bool canRaise: false
    property bool canLower: false
    property bool placesTasks: false
    signal extentAsked(rect extent)
    signal keptAsked(string layerId) // stays the current one when the tree is made anew

    /** The layer that is meant from now on; false for a group or a line of a legend. */
    function take(id: string, title: string): bool {
        if (!root.actions.isLayer(id)) { return false; }
        root.layerId = id;
        root.layerTitle = title;
        root.ofLedger = root.actions.ofLedger(id);
        root.canRaise = root.actions.canMove(id, 1);
        root.canLower = root.actions.canMove(id, -1);
        root.placesTasks = root.actions.placesTasks(id);
        return true;
    }
    function popup(): void { menu.popup(); }
    function popupAt(item: Item): void { menu.popup(item, 0, item.height); }
    function zoom(): void { root.extentAsked(root.actions.extentOf(root.layerId)); }
    function list(): void { root.actions.list(root.layerId); }
    function askName(): void { if (root.ofLedger) { naming.open(); } }
    function askRemoval(): void { if (root.ofLedger) { removal.open(); } }
    function move(step: int): void {
        root.keptAsked(root.layerId);
        root.actions.move(root.layerId, step);
    }

    QuietMenu {
        id: menu
        objectName: "layerMenu"
        Action { text: qsTr("Zoom to the layer"); onTriggered: root.zoom() }
        Action { text: qsTr("Table and parameters"); onTriggered: root.list() }
        MenuSeparator {}
        Action { text: qsTr("Move up"); enabled: root.canRaise; onTriggered: root.move(1) }
        Action { text: qsTr("Move down"); enabled: root.canLower; onTriggered: root.move(-1) }
        Action { text: qsTr("Colour by a field…"); enabled: root.ofLedger; onTriggered: colours.open() }
        Action { text: qsTr("Rename…"); enabled: root.ofLedger; onTriggered: root.askName() }
        Action { text: qsTr("Remove…"); enabled: root.ofLedger; onTriggered: root.askRemoval() }
    }
    ColourSheet {
        id: colours
        objectName: "layerColours"
        actions: root.actions
        layerId: root.layerId
        onAboutToApply: root.keptAsked(root.layerId)
    }
    Sheet {
        id: naming
        objectName: "layerNaming"
        title: qsTr("Rename the layer")
        acceptText: qsTr("Rename")
        acceptEnabled: name.text.trim() !== ""
        onOpened: {
            name.text = root.layerTitle;
            name.selectAll();
            name.forceActiveFocus();
        }
        onAccepted: {
            root.keptAsked(root.layerId);
            root.actions.rename(root.layerId, name.text);
        }
        Field {
            id: name
            objectName: "layerName"
            implicitWidth: 360
            placeholderText: qsTr("Name of the layer")
            onAccepted: naming.finish()
        }
    }
    Sheet {
        id: removal
        objectName: "layerRemoval"
        title: qsTr("Remove the layer")
        acceptText: qsTr("Remove")
        onAccepted: root.actions.remove(root.layerId)
        ColumnLayout {
            Text {
                Layout.preferredWidth: 380
                text: (root.placesTasks ? qsTr("“%1” is taken out of the ledger, and the tasks are placed as without it. This cannot be undone; it can be added again.")
                                        : qsTr("“%1” is taken out of the ledger. Undo (Ctrl+Z) puts it back while this window is open.")).arg(root.layerTitle)
                font.pixelSize: Theme.fontSize
                color: Theme.text
                wrapMode: Text.Wrap
                textFormat: Text.PlainText
            }
        }
    }
}
