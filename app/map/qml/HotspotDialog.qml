import QtQuick
import QtQuick.Layouts

/** Distance and number for the search of hotspots. */
Sheet {
    id: root

    required property Session session
    readonly property double distanceKm: Number(distance.text)
    readonly property int sites: Number(number.text)

    title: qsTr("Find hotspots")
    acceptText: qsTr("Find")
    acceptEnabled: distanceKm > 0 && distanceKm <= 100 && sites >= 2
    onAccepted: root.session.makeHotspots(root.distanceKm * 1000, root.sites)

    GridLayout {
        columns: 3
        columnSpacing: Theme.pad
        rowSpacing: Theme.pad
        Text {
            text: qsTr("Sites nearer than")
            font.pixelSize: Theme.fontSize
            color: Theme.text
        }
        Field {
            id: distance
            text: "8"
            wrong: !(root.distanceKm > 0 && root.distanceKm <= 100)
            Layout.preferredWidth: 80
            Accessible.name: qsTr("Distance in kilometres")
        }
        Text {
            text: "km"
            font.pixelSize: Theme.fontSize
            color: Theme.soft
        }
        Text {
            text: qsTr("At least")
            font.pixelSize: Theme.fontSize
            color: Theme.text
        }
        Field {
            id: number
            text: "4"
            wrong: !(root.sites >= 2)
            Layout.preferredWidth: 80
            Accessible.name: qsTr("Number of sites")
        }
        Text {
            text: qsTr("sites")
            font.pixelSize: Theme.fontSize
            color: Theme.soft
        }
    }
}
