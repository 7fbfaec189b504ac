import QtQuick
import QtQuick.Layouts

/** The answer of a query: how many certainly, how many perhaps, and what can be done with it. */
Rectangle {
    id: root

    required property Session session
    signal exportAsked()

    implicitWidth: row.implicitWidth + 2 * Theme.pad
    implicitHeight: 36
    radius: Theme.radius
    color: Theme.raised
    border.color: Theme.accent

    RowLayout {
        id: row
        anchors.centerIn: parent
        spacing: Theme.pad
        Text {
            text: root.session.query.title
            font.pixelSize: Theme.fontSize
            font.bold: true
            color: Theme.text
            Layout.maximumWidth: 190
            elide: Text.ElideRight
        }
        FlatButton {
            objectName: "queryYes"
            implicitHeight: 24
            text: qsTr("%1 yes").arg(root.session.query.yes)
            hint: qsTr("Only those of which it certainly holds")
            checked: root.session.query.part === QueryController.OnlyYes
            onClicked: root.session.query.part = checked ? QueryController.All : QueryController.OnlyYes
        }
        FlatButton {
            objectName: "queryMaybe"
            implicitHeight: 24
            text: qsTr("%1 maybe").arg(root.session.query.maybe)
            hint: qsTr("Only those of which it may hold: they are not known exactly enough")
            checked: root.session.query.part === QueryController.OnlyMaybe
            onClicked: root.session.query.part = checked ? QueryController.All : QueryController.OnlyMaybe
        }
        Text {
            objectName: "queryNo"
            text: qsTr("%1 not").arg(root.session.query.no)
            font.pixelSize: Theme.fontSize
            color: Theme.soft
        }
        FlatButton {
            objectName: "queryList"
            implicitHeight: 24
            text: qsTr("List and counts")
            hint: qsTr("Each site with its position, share, distance and chance; counts by county, unit and category")
            onClicked: root.session.query.showList()
        }
        FlatButton {
            objectName: "queryExport"
            implicitHeight: 24
            text: qsTr("Export result…")
            enabled: root.session.query.yes + root.session.query.maybe > 0
            onClicked: root.exportAsked()
        }
        FlatButton {
            objectName: "queryClear"
            implicitHeight: 24
            text: qsTr("Close")
            hint: qsTr("Close the query and show all tasks again (Esc)")
            onClicked: root.session.query.clear()
        }
    }
}
