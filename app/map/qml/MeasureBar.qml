import QtQuick
import QtQuick.Layouts

/** What was measured: length along the path, area of the ring that it closes to; geodesic, on the ellipsoid of CGCS2000. */
Rectangle {
    id: root

    required property Measure measure
    signal closeAsked()

    implicitWidth: Math.max(row.implicitWidth, hint.implicitWidth) + 2 * Theme.pad
    implicitHeight: column.implicitHeight + 10
    radius: Theme.radius
    color: Theme.raised
    border.color: Theme.accent

    ColumnLayout {
        id: column
        anchors.centerIn: parent
        spacing: 2
        RowLayout {
            id: row
            spacing: Theme.pad
            Text {
                objectName: "measureLength"
                text: qsTr("Length %1").arg(root.measure.length)
                font.pixelSize: Theme.fontSize
                font.bold: true
                color: Theme.text
            }
            Text {
                visible: root.measure.lengthM > 0
                text: qsTr("last piece %1").arg(root.measure.last)
                font.pixelSize: Theme.fontSize
                color: Theme.soft
            }
            Text {
                objectName: "measureArea"
                visible: root.measure.areaM2 > 0
                text: qsTr("Area %1 km² = %2 ha = %3 mu, round it %4").arg(root.measure.squareKm).arg(root.measure.hectares).arg(root.measure.mu).arg(root.measure.perimeter)
                font.pixelSize: Theme.fontSize
                color: Theme.text
            }
            FlatButton {
                objectName: "measureClose"
                implicitHeight: 24
                text: "×"
                hint: qsTr("Stop measuring (Esc)")
                onClicked: root.closeAsked()
            }
        }
        Text {
            id: hint
            text: qsTr("Geodesic (CGCS2000). Click the corners; Enter or a double click ends, Backspace takes one back, Esc stops measuring")
            font.pixelSize: 11
            color: Theme.faint
        }
    }
}
