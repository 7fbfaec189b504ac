pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Controls.Basic

/** A result as tables, and how it was come by, in the place of the ledger. A click on a row shows it on the map. */
FocusScope {
    id: root

    required property Session session
    readonly property ResultSheet sheet: root.session.result
    property bool accountShown: false
    signal shownAsked(string key)
    signal closeAsked()

    Accessible.role: Accessible.Pane
    Accessible.name: root.sheet.title
    Keys.onEscapePressed: root.closeAsked()

    Rectangle {
        anchors.fill: parent
        color: Theme.raised
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gap
        RowLayout {
            Layout.leftMargin: Theme.pad
            Layout.rightMargin: Theme.pad
            Layout.topMargin: 4
            spacing: Theme.gap
            ColumnLayout {
                spacing: 1
                Text {
                    objectName: "resultTitle"
                    Layout.fillWidth: true
                    text: root.sheet.title
                    font.pixelSize: Theme.fontSize
                    font.bold: true
                    color: Theme.text
                    elide: Text.ElideRight
                    textFormat: Text.PlainText
                }
                Text {
                    objectName: "resultSummary"
                    Layout.fillWidth: true
                    text: root.sheet.summary
                    font.pixelSize: Theme.smallSize
                    color: Theme.soft
                    elide: Text.ElideRight
                    textFormat: Text.PlainText
                }
            }
            Repeater {
                model: root.sheet.pages
                delegate: FlatButton {
                    required property string modelData
                    required property int index
                    objectName: "resultPage" + index
                    implicitHeight: 24
                    text: modelData
                    checked: !root.accountShown && root.sheet.page === index
                    onClicked: {
                        root.accountShown = false;
                        root.sheet.page = index;
                    }
                }
            }
            FlatButton {
                objectName: "resultAccount"
                implicitHeight: 24
                text: qsTr("How it was come by")
                checked: root.accountShown
                onClicked: root.accountShown = true
            }
            FlatButton {
                objectName: "closeResult"
                implicitHeight: 24
                text: "×"
                hint: qsTr("Close and show the ledger again (Esc)")
                onClicked: root.closeAsked()
            }
        }
        ResultTableView {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: !root.accountShown
            session: root.session
            onShownAsked: key => root.shownAsked(key)
        }
        ListView {
            id: account
            objectName: "resultAccountList"
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: root.accountShown
            clip: true
            model: root.sheet.account
            boundsBehavior: Flickable.StopAtBounds
            activeFocusOnTab: true
            Accessible.role: Accessible.List
            Accessible.name: qsTr("How it was come by")
            ScrollBar.vertical: ScrollBar {}
            delegate: AccountRow { width: account.width - 12 }
        }
    }
}
