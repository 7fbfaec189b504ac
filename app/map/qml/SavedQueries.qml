pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Controls.Basic

/** The questions that the ledger holds: asked again, brought into the form, renamed, removed; and the one in the form saved. */
ColumnLayout {
    id: root

    required property QueryForm form
    signal asked()

    spacing: Theme.gap
    RowLayout {
        spacing: Theme.gap
        Text {
            text: qsTr("Saved in the ledger: %1").arg(root.form.saved.length)
            font.pixelSize: Theme.smallSize
            font.bold: true
            color: Theme.soft
            Layout.fillWidth: true
        }
        Field {
            id: name
            objectName: "queryName"
            placeholderText: qsTr("Name of the query")
            Layout.preferredWidth: 200
        }
        FlatButton {
            objectName: "querySave"
            text: qsTr("Save")
            hint: qsTr("Keep this question in the ledger; the command line runs it as well")
            enabled: root.form.ready && name.text.trim() !== ""
            onClicked: root.form.save(name.text)
        }
        FlatButton {
            objectName: "queryRename"
            text: qsTr("Rename")
            hint: qsTr("Give the chosen question the name that is written")
            enabled: list.currentIndex >= 0 && name.text.trim() !== "" && root.form.saved.indexOf(name.text.trim()) < 0
            onClicked: root.form.rename(list.currentIndex, name.text)
        }
    }
    ListView {
        id: list
        objectName: "savedQueries"
        Layout.fillWidth: true
        Layout.preferredHeight: Math.min(contentHeight, 120)
        visible: count > 0
        clip: true
        activeFocusOnTab: true
        currentIndex: -1
        model: root.form.saved
        onModelChanged: Qt.callLater(() => list.currentIndex = -1) // none is chosen before somebody chooses
        boundsBehavior: Flickable.StopAtBounds
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Saved queries")
        ScrollBar.vertical: ScrollBar {}
        Keys.onReturnPressed: root.choose(currentIndex)
        Keys.onDeletePressed: root.form.remove(currentIndex)
        delegate: Rectangle {
            id: row
            required property string modelData
            required property int index
            width: list.width
            height: 28
            color: ListView.isCurrentItem ? Theme.selection : hover.hovered ? Theme.hover : "transparent"
            Accessible.role: Accessible.ListItem
            Accessible.name: row.modelData
            HoverHandler { id: hover }
            TapHandler { onTapped: root.choose(row.index) }
            RowLayout {
                anchors.fill: parent
                anchors.leftMargin: Theme.gap
                anchors.rightMargin: Theme.pad
                spacing: Theme.gap
                Text {
                    text: row.modelData
                    font.pixelSize: Theme.fontSize
                    font.bold: true
                    color: Theme.text
                    elide: Text.ElideRight
                    Layout.maximumWidth: 220
                }
                Text {
                    text: root.form.savedWords[row.index] ?? ""
                    font.pixelSize: Theme.smallSize
                    color: Theme.soft
                    elide: Text.ElideRight
                    Layout.fillWidth: true
                }
                FlatButton {
                    objectName: "runSaved" + row.index
                    implicitHeight: 22
                    font.pixelSize: Theme.smallSize
                    text: qsTr("Ask")
                    onClicked: {
                        root.form.runSaved(row.index);
                        root.asked();
                    }
                }
                FlatButton {
                    objectName: "removeSaved" + row.index
                    implicitHeight: 22
                    font.pixelSize: Theme.smallSize
                    text: qsTr("Remove")
                    onClicked: root.form.remove(row.index)
                }
            }
        }
    }
    function choose(row: int): void {
        if (row < 0) { return; }
        list.currentIndex = row;
        name.text = root.form.saved[row];
        root.form.choose(row);
    }
}
