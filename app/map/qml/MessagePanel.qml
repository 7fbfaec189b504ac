pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Controls.Basic

/** Messages in the lower right corner of the map, newest first; each can be copied and closed. */
ListView {
    id: root

    required property Session session

    objectName: "messages"
    model: session.messages
    spacing: Theme.gap
    clip: true
    implicitHeight: contentHeight
    visible: count > 0
    interactive: contentHeight > height
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Messages")

    delegate: Rectangle {
        id: card
        required property int index
        required property int severity
        required property string title
        required property string detail

        width: root.width
        height: column.implicitHeight + 2 * Theme.gap
        radius: Theme.radius
        color: severity === Messages.Problem ? Theme.dangerSoft : severity === Messages.Warning ? Theme.warningSoft : Theme.raised
        border.color: severity === Messages.Problem ? Theme.danger : severity === Messages.Warning ? Theme.warning : Theme.strongLine
        Accessible.role: Accessible.AlertMessage
        Accessible.name: card.title
        Accessible.description: card.detail

        HoverHandler { id: hover }
        Timer { // what went well goes by itself; what did not stays
            interval: 20000
            running: card.severity === Messages.Note && !hover.hovered
            onTriggered: root.session.messages.dismiss(card.index)
        }
        ColumnLayout {
            id: column
            x: Theme.pad
            y: Theme.gap
            width: parent.width - 2 * Theme.pad
            spacing: 2
            RowLayout {
                Text {
                    Layout.fillWidth: true
                    text: card.title
                    font.pixelSize: Theme.fontSize
                    font.bold: true
                    color: Theme.text
                    wrapMode: Text.Wrap
                }
                FlatButton {
                    implicitHeight: 22
                    font.pixelSize: Theme.smallSize
                    text: qsTr("Copy")
                    onClicked: root.session.messages.copy(card.index)
                }
                FlatButton {
                    implicitHeight: 22
                    text: "×"
                    hint: qsTr("Close")
                    onClicked: root.session.messages.dismiss(card.index)
                }
            }
            ScrollView {
                Layout.fillWidth: true
                Layout.preferredHeight: Math.min(detailText.implicitHeight, 110)
                visible: card.detail !== ""
                contentWidth: availableWidth
                TextEdit {
                    id: detailText
                    width: parent.width
                    text: card.detail
                    textFormat: TextEdit.PlainText
                    readOnly: true
                    selectByMouse: true
                    wrapMode: TextEdit.Wrap
                    font.pixelSize: Theme.smallSize
                    color: Theme.soft
                }
            }
        }
    }
}
