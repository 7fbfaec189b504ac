pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic

/** The table of one page of a result. */
Item {
    id: root

    required property Session session
    readonly property ResultTable source: root.session.result.table
    signal shownAsked(string key)

    HorizontalHeaderView {
        id: header
        anchors.left: table.left
        anchors.right: table.right
        syncView: table
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        delegate: HeaderCell {}
    }
    TableView {
        id: table
        objectName: "resultTable"
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        clip: true
        model: root.source
        boundsBehavior: Flickable.StopAtBounds
        resizableColumns: true
        columnWidthProvider: column => explicitColumnWidth(column) >= 0 ? explicitColumnWidth(column) : root.source.width(column)
        rowHeightProvider: () => Theme.rowHeight
        activeFocusOnTab: true
        property int chosen: -1
        Accessible.role: Accessible.Table
        Accessible.name: root.session.result.title
        Keys.onUpPressed: root.choose(Math.max(0, table.chosen - 1))
        Keys.onDownPressed: root.choose(Math.min(table.rows - 1, table.chosen + 1))
        Keys.onReturnPressed: root.choose(table.chosen)
        ScrollBar.vertical: ScrollBar {}
        ScrollBar.horizontal: ScrollBar {}
        delegate: Rectangle {
            id: cell
            required property string display
            required property string tone
            required property bool number
            required property int row
            required property int column
            implicitWidth: 60
            implicitHeight: Theme.rowHeight
            color: cell.row === table.chosen ? Theme.selection : hover.hovered ? Theme.hover : cell.row % 2 === 1 ? "#faf9f7" : Theme.raised
            Accessible.role: Accessible.Cell
            Accessible.name: cell.display
            HoverHandler { id: hover }
            TapHandler {
                onTapped: {
                    table.forceActiveFocus();
                    root.choose(cell.row);
                }
            }
            Text {
                anchors.fill: parent
                anchors.leftMargin: Theme.gap + 2
                anchors.rightMargin: Theme.gap
                verticalAlignment: Text.AlignVCenter
                horizontalAlignment: cell.number ? Text.AlignRight : Text.AlignLeft
                text: cell.display
                font.pixelSize: Theme.fontSize
                font.bold: cell.column === 0 && (cell.tone === "yes" || cell.tone === "warning")
                color: cell.column === 0 && cell.tone === "yes" ? Theme.good : cell.column === 0 && cell.tone !== "" ? Theme.warning : Theme.text
                elide: Text.ElideRight
                textFormat: Text.PlainText
            }
            Hint {
                text: cell.display
                shown: hover.hovered && cell.display.length > 20
            }
        }
        Connections {
            target: root.source
            function onModelReset(): void {
                table.chosen = -1;
                table.clearColumnWidths();
                table.positionViewAtRow(0, TableView.AlignTop);
            }
        }
    }
    Text {
        anchors.centerIn: parent
        visible: root.source.count === 0
        text: qsTr("Nothing stands here.")
        font.pixelSize: Theme.fontSize
        color: Theme.soft
    }
    function choose(row: int): void {
        if (row < 0) { return; }
        table.chosen = row;
        table.positionViewAtRow(row, TableView.Visible, 0);
        const key = root.source.keyAt(row);
        if (key !== "") { root.shownAsked(key); }
    }
}
