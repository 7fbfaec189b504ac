import QtQuick
import QtQuick.Layouts
import QtQuick.Controls.Basic

/** Work in progress, counts, and where the pointer is. */
Rectangle {
    id: root

    required property Session session
    required property string position
    required property double scaleDenominator

    implicitHeight: 26
    color: Theme.panel

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.pad
        anchors.rightMargin: Theme.pad
        spacing: Theme.pad
        Text {
            text: root.session.hasLedger ? root.session.ledgerName : qsTr("No ledger open")
            font.pixelSize: Theme.smallSize
            color: root.session.unsaved ? Theme.warning : Theme.text
        }
        Text {
            objectName: "counts"
            visible: root.session.hasLedger
            text: qsTr("%1 tasks, %2 located, %3 not").arg(root.session.filter.total).arg(root.session.filter.located).arg(root.session.filter.unlocated)
            font.pixelSize: Theme.smallSize
            color: Theme.soft
        }
        Item { Layout.fillWidth: true }
        BusyIndicator {
            running: root.session.jobs.busy
            visible: running
            implicitWidth: 18
            implicitHeight: 18
            padding: 0
        }
        Text {
            visible: root.session.jobs.busy
            text: root.session.jobs.title + (root.session.jobs.progress >= 0 ? "  " + Math.round(root.session.jobs.progress * 100) + " %" : "")
            font.pixelSize: Theme.smallSize
            color: Theme.text
        }
        FlatButton {
            visible: root.session.jobs.busy
            implicitHeight: 20
            font.pixelSize: Theme.smallSize
            text: qsTr("Stop")
            hint: qsTr("Stop the work in progress; nothing is changed")
            onClicked: root.session.jobs.cancel()
        }
        Item { Layout.fillWidth: true }
        Text {
            objectName: "position"
            text: root.position
            font.pixelSize: Theme.smallSize
            color: Theme.soft
        }
        Text {
            text: "CGCS2000"
            font.pixelSize: Theme.smallSize
            color: Theme.soft
            Accessible.name: qsTr("Coordinate system CGCS2000, EPSG:4490")
        }
        Text {
            objectName: "scale"
            text: "1 : " + root.grouped(root.scaleDenominator)
            font.pixelSize: Theme.smallSize
            color: Theme.soft
            Layout.preferredWidth: 92
            horizontalAlignment: Text.AlignRight
        }
    }

    /** Rounded to three digits, with thin groups, the same in every language. */
    function grouped(value: double): string {
        const step = Math.pow(10, Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 2));
        return (Math.round(value / step) * step).toFixed(0).replace(/\B(?=(\d{3})+(?!\d))/g, " ");
    }
}
