pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Controls.Basic

/** A chip that chooses one value of a facet from a list that can be searched. */
Chip {
    id: root

    required property FacetModel facet
    property string value
    property alias header: headerSlot.data
    signal chosen(string value)

    setting: root.value === "" ? "" : root.facet.labelOf(root.value)
    onClicked: popup.opened ? popup.close() : popup.open()
    onCleared: root.chosen("")

    PopupPanel {
        id: popup
        y: root.height + 2
        width: 300
        onOpened: {
            search.text = "";
            search.forceActiveFocus();
        }
        contentItem: ColumnLayout {
            spacing: Theme.gap
            Field {
                id: search
                Layout.fillWidth: true
                placeholderText: qsTr("Search, pinyin initials too")
                onTextChanged: root.facet.search = text
                Keys.onDownPressed: list.forceActiveFocus()
                onAccepted: if (root.facet.count > 0) { root.choose(root.facet.valueAt(0)); }
            }
            Item {
                id: headerSlot
                implicitHeight: childrenRect.height
                Layout.fillWidth: true
                visible: children.length > 0
            }
            ListView {
                id: list
                Layout.fillWidth: true
                Layout.preferredHeight: Math.min(contentHeight, 320)
                clip: true
                model: root.facet
                activeFocusOnTab: true
                Accessible.role: Accessible.List
                Accessible.name: root.name
                Keys.onReturnPressed: root.choose(root.facet.valueAt(currentIndex))
                ScrollBar.vertical: ScrollBar {}
                delegate: FacetRow {
                    width: list.width
                    current: ListView.isCurrentItem && list.activeFocus
                    selected: value === root.value
                    onChosen: root.choose(value)
                }
            }
            Text {
                visible: root.facet.count === 0
                text: qsTr("Nothing of that name")
                color: Theme.faint
                font.pixelSize: Theme.smallSize
            }
        }
    }

    function choose(value: string): void {
        root.chosen(value);
        popup.close();
    }
}
