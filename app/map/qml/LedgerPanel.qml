pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic

/** The ledger as a table, and which of its tasks are on the map. */
Rectangle {
    id: root

    required property Session session
    readonly property TaskFilterModel filter: session.filter
    property bool collapsed: false
    signal located(string taskId)
    signal collapseAsked()
    signal exportAsked()

    // status, number, measure, deadline, county, place, precision, category, unit, plan; the reason needs room where nothing is located
    readonly property list<int> widths: filter.where === TaskFilterModel.Unlocated ? [96, 84, 300, 104, 0, 330, 0, 96, 170, 240]
                                                                                  : [96, 84, 300, 104, 110, 150, 70, 110, 170, 240]
    onWidthsChanged: table.forceLayout()

    color: Theme.raised

    PanelTitle {
        id: title
        width: parent.width
        text: qsTr("Ledger")
        note: root.filter.active ? qsTr("%1 of %2 tasks").arg(root.filter.shown).arg(root.filter.total) : ""
        FlatButton {
            objectName: "allChip"
            text: qsTr("All %1").arg(root.filter.total)
            checked: root.filter.where === TaskFilterModel.Anywhere
            implicitHeight: 24
            onClicked: root.filter.where = TaskFilterModel.Anywhere
        }
        FlatButton {
            objectName: "locatedChip"
            text: qsTr("Located %1").arg(root.filter.located)
            checked: root.filter.where === TaskFilterModel.Located
            implicitHeight: 24
            onClicked: root.filter.where = TaskFilterModel.Located
        }
        FlatButton {
            objectName: "unlocatedChip"
            text: qsTr("Not located %1").arg(root.filter.unlocated)
            hint: qsTr("Tasks that are not on the map, with the reason")
            checked: root.filter.where === TaskFilterModel.Unlocated
            implicitHeight: 24
            onClicked: root.filter.where = TaskFilterModel.Unlocated
        }
        FlatButton {
            text: qsTr("Export…")
            implicitHeight: 24
            enabled: root.session.hasLedger
            onClicked: root.exportAsked()
        }
        FlatButton {
            objectName: "collapseLedger"
            text: root.collapsed ? "▴" : "▾"
            hint: root.collapsed ? qsTr("Show the table") : qsTr("Hide the table")
            implicitHeight: 24
            onClicked: root.collapseAsked()
        }
    }
    HorizontalHeaderView {
        id: header
        anchors.top: title.bottom
        anchors.left: table.left
        anchors.right: table.right
        syncView: table
        clip: true
        visible: !root.collapsed
        boundsBehavior: Flickable.StopAtBounds
        delegate: HeaderCell {
            sorted: root.filter.sortedColumn === column
            ascending: root.filter.ascending
            onClicked: root.filter.sortBy(column)
        }
    }
    TableView {
        id: table
        objectName: "ledgerTable"
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        visible: !root.collapsed
        clip: true
        model: root.filter
        boundsBehavior: Flickable.StopAtBounds
        resizableColumns: true
        columnWidthProvider: column => explicitColumnWidth(column) >= 0 ? explicitColumnWidth(column) : root.widths[column]
        rowHeightProvider: () => Theme.rowHeight
        activeFocusOnTab: true
        Accessible.role: Accessible.Table
        Accessible.name: qsTr("Ledger")
        Keys.onUpPressed: root.session.selectStep(-1)
        Keys.onDownPressed: root.session.selectStep(1)
        Keys.onPressed: event => {
            const page = Math.max(1, Math.floor(table.height / Theme.rowHeight) - 1);
            if (event.key === Qt.Key_PageUp) { root.session.selectStep(-page); }
            else if (event.key === Qt.Key_PageDown) { root.session.selectStep(page); }
            else { return; }
            event.accepted = true;
        }
        Keys.onReturnPressed: root.located(root.session.selectedTask)
        ScrollBar.vertical: ScrollBar {}
        ScrollBar.horizontal: ScrollBar {}
        delegate: LedgerCell {
            selected: taskId === root.session.selectedTask
            statusColour: column === TaskTableModel.Status ? root.session.statusColour(status) : "transparent"
            onClicked: {
                table.forceActiveFocus();
                root.session.selectedTask = taskId;
            }
            onDoubleClicked: root.located(taskId)
        }
    }
    Text {
        anchors.centerIn: table
        visible: !root.collapsed && root.filter.shown === 0
        text: root.filter.total === 0 ? qsTr("No tasks yet: drop a plan on the window.") : qsTr("No task meets all filters.")
        color: Theme.soft
        font.pixelSize: Theme.fontSize
    }

    function showRow(taskId: string): void {
        const row = root.filter.rowOf(taskId);
        if (row >= 0) { table.positionViewAtRow(row, TableView.Visible, 0); }
    }

    Connections {
        target: root.session
        function onSelectedTaskChanged(): void { showSelected.restart(); }
        function onLedgerShown(): void { showSelected.restart(); }
    }
    Connections {
        target: root.filter
        function onSortedChanged(): void { showSelected.restart(); }
        function onFilterChanged(): void { showSelected.restart(); }
    }
    Timer { // once the table has its rows
        id: showSelected
        interval: 1
        onTriggered: root.showRow(root.session.selectedTask)
    }
}
