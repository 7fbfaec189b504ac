pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic

/** A field for what a question or an overlay is asked about; what fits is offered below while one writes. */
Field {
    id: root

    required property TargetList targets
    signal written(string target)

    placeholderText: qsTr("Name, kind or kind:name")
    onTextEdited: {
        root.written(root.text);
        root.offer();
    }
    onActiveFocusChanged: if (!root.activeFocus) { offers.close(); }
    onReleased: if (root.text === "") { root.offer(); }
    Keys.onDownPressed: {
        if (!offers.opened) { root.offer(); }
        list.incrementCurrentIndex();
    }
    Keys.onUpPressed: list.decrementCurrentIndex()
    Keys.onReturnPressed: event => {
        if (offers.opened && list.currentIndex >= 0) { root.take(list.currentIndex); }
        else { event.accepted = false; }
    }
    Keys.onEscapePressed: event => {
        if (offers.opened) { offers.close(); }
        else { event.accepted = false; }
    }

    function offer(): void {
        root.targets.search(root.text);
        list.currentIndex = -1;
        if (root.targets.count > 0) { offers.open(); }
        else { offers.close(); }
    }
    function take(row: int): void {
        const target = root.targets.targetAt(row);
        root.written(target);
        offers.close();
    }

    Popup {
        id: offers
        y: root.height + 2
        width: Math.max(root.width, 380)
        height: Math.min(list.contentHeight, 240) + 4
        padding: 2
        focus: false
        closePolicy: Popup.CloseOnPressOutsideParent
        background: Rectangle {
            color: Theme.raised
            border.color: Theme.strongLine
            radius: Theme.radius
        }
        contentItem: ListView {
            id: list
            clip: true
            model: offers.visible ? root.targets : null
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.vertical: ScrollBar {}
            delegate: Rectangle {
                id: offer
                required property string label
                required property string note
                required property int index
                width: list.width
                height: 26
                color: ListView.isCurrentItem ? Theme.selection : hover.hovered ? Theme.hover : "transparent"
                Accessible.role: Accessible.ListItem
                Accessible.name: offer.label + ", " + offer.note
                HoverHandler { id: hover }
                TapHandler { onTapped: root.take(offer.index) }
                Text {
                    x: Theme.gap
                    width: parent.width - note.width - 3 * Theme.gap
                    anchors.verticalCenter: parent.verticalCenter
                    text: offer.label
                    font.pixelSize: Theme.fontSize
                    color: Theme.text
                    elide: Text.ElideRight
                    textFormat: Text.PlainText
                }
                Text {
                    id: note
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.pad
                    anchors.verticalCenter: parent.verticalCenter
                    text: offer.note
                    font.pixelSize: Theme.smallSize
                    color: Theme.soft
                    textFormat: Text.PlainText
                }
            }
        }
    }
}
