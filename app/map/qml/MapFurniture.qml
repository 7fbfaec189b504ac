import QtQuick
import QtQuick.Layouts

/** What stands over the map: buttons, scale bar, the answer of a query, hints; and what is said where there can be no map. */
Item {
    id: root

    required property Session session
    required property MapLayerItem picture
    required property bool drawing
    required property bool measuring
    required property string fault
    signal zoomAsked(double step)
    signal homeAsked()
    signal drawAsked()
    signal measureAsked()
    signal exportAsked()

    ColumnLayout {
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.pad
        spacing: 4
        visible: root.fault === ""
        FlatButton {
            objectName: "zoomIn"
            text: "+"
            hint: qsTr("Zoom in (+)")
            onClicked: root.zoomAsked(1)
        }
        FlatButton {
            objectName: "zoomOut"
            text: "−"
            hint: qsTr("Zoom out (-)")
            onClicked: root.zoomAsked(-1)
        }
        FlatButton {
            objectName: "home"
            text: "⌂"
            hint: qsTr("Show all tasks (Home)")
            onClicked: root.homeAsked()
        }
        FlatButton {
            objectName: "draw"
            text: "⬠"
            checked: root.drawing
            hint: qsTr("Draw an area and find the tasks in it (Shift-drag draws a box)")
            onClicked: root.drawAsked()
        }
        FlatButton {
            objectName: "measure"
            text: "↔"
            checked: root.measuring
            hint: qsTr("Measure lengths and areas (Ctrl+M)")
            onClicked: root.measureAsked()
        }
    }
    Rectangle { // scale bar
        anchors.left: parent.left
        anchors.bottom: parent.bottom
        anchors.margins: Theme.pad
        width: root.picture.scaleBarPixels + 2 * Theme.gap
        height: 26
        radius: Theme.radius
        color: "#d9ffffff"
        visible: root.fault === ""
        Text {
            anchors.horizontalCenter: parent.horizontalCenter
            y: 2
            text: root.picture.scaleBarText
            font.pixelSize: 11
            color: Theme.text
        }
        Rectangle {
            x: Theme.gap
            y: 17
            width: root.picture.scaleBarPixels
            height: 4
            color: "transparent"
            border.color: Theme.text
            Rectangle {
                width: parent.width / 2
                height: parent.height
                color: Theme.text
            }
        }
    }
    QueryBar {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.top
        anchors.topMargin: Theme.pad
        session: root.session
        visible: root.session.query.active && root.fault === "" && !root.drawing && !root.measuring
        onExportAsked: root.exportAsked()
    }
    Rectangle { // what to do while drawing
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.top
        anchors.topMargin: Theme.pad
        width: hint.implicitWidth + 2 * Theme.pad
        height: 30
        radius: Theme.radius
        color: Theme.raised
        border.color: Theme.accent
        visible: root.drawing
        Text {
            id: hint
            anchors.centerIn: parent
            text: qsTr("Click the corners; Enter or a double click ends, Backspace takes one back, Esc gives up")
            font.pixelSize: Theme.smallSize
            color: Theme.text
        }
    }
    Rectangle { // empty state
        objectName: "emptyState"
        anchors.centerIn: parent
        width: empty.implicitWidth + 40
        height: empty.implicitHeight + 32
        radius: 8
        color: "#f2ffffff"
        border.color: Theme.line
        visible: !root.session.hasLedger && !root.session.jobs.busy && root.fault === ""
        ColumnLayout {
            id: empty
            anchors.centerIn: parent
            spacing: Theme.gap
            Text {
                text: qsTr("Drop a rectification plan here")
                font.pixelSize: 18
                font.bold: true
                color: Theme.text
                Layout.alignment: Qt.AlignHCenter
            }
            Text {
                text: qsTr("A plan is read into tasks and put on the map (.txt, .docx, .pdf).\nA ledger (.gpkg) is opened with Ctrl+O or dropped likewise.")
                horizontalAlignment: Text.AlignHCenter
                font.pixelSize: Theme.fontSize
                color: Theme.soft
                Layout.alignment: Qt.AlignHCenter
            }
        }
    }
    Rectangle { // why there is no map
        objectName: "faultPanel"
        anchors.centerIn: parent
        width: Math.min(parent.width - 40, 560)
        height: faultText.implicitHeight + 40
        radius: 8
        color: Theme.dangerSoft
        border.color: Theme.danger
        visible: root.fault !== ""
        TextEdit {
            id: faultText
            objectName: "faultText"
            anchors.centerIn: parent
            width: parent.width - 40
            readOnly: true
            selectByMouse: true
            wrapMode: TextEdit.Wrap
            text: root.fault
            color: Theme.text
            font.pixelSize: Theme.fontSize
            Accessible.name: qsTr("Why there is no map")
        }
    }
}
