pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts

/** The fields of a dossier. */
ColumnLayout {
    id: root

    required property Dossier dossier
    required property color statusColour

    spacing: Theme.pad

    RowLayout {
        Layout.margins: Theme.pad
        Layout.bottomMargin: 0
        spacing: Theme.gap
        Rectangle {
            implicitWidth: statusText.implicitWidth + 16
            implicitHeight: 22
            radius: 11
            color: root.statusColour
            Text {
                id: statusText
                objectName: "dossierStatus"
                anchors.centerIn: parent
                text: root.dossier.status
                color: "white"
                font.pixelSize: Theme.smallSize
                font.bold: true
            }
        }
        Rectangle {
            visible: root.dossier.schematic
            implicitWidth: schematicText.implicitWidth + 14
            implicitHeight: 22
            radius: 11
            color: Theme.warningSoft
            border.color: Theme.warning
            Text {
                id: schematicText
                anchors.centerIn: parent
                text: qsTr("schematic")
                color: Theme.warning
                font.pixelSize: Theme.smallSize
            }
        }
        Text {
            Layout.fillWidth: true
            text: [root.dossier.categories, root.dossier.counties].filter(part => part !== "").join(" · ")
            font.pixelSize: Theme.smallSize
            color: Theme.soft
            elide: Text.ElideRight
        }
    }
    DossierText {
        objectName: "dossierMeasure"
        heading: qsTr("Measure")
        text: root.dossier.measure
    }
    DossierText {
        objectName: "dossierProblem"
        heading: root.dossier.feedback === "" ? qsTr("Problem") : qsTr("Problem") + " · " + root.dossier.feedback
        text: root.dossier.problem
    }
    DossierText {
        heading: qsTr("Goal")
        text: root.dossier.goals
    }
    DossierText {
        objectName: "dossierDeadline"
        heading: qsTr("Deadline")
        text: root.dossier.deadline + (root.dossier.deadlineSaid === "" ? "" : "\n" + qsTr("“%1”").arg(root.dossier.deadlineSaid))
    }
    DossierList {
        heading: qsTr("Units")
        facts: root.dossier.units
    }
    DossierList {
        objectName: "dossierSites"
        heading: qsTr("Place and how exactly it is known")
        facts: root.dossier.sites
    }
    DossierList {
        objectName: "dossierOverlays"
        heading: qsTr("Zones that it lies in")
        facts: root.dossier.overlays
    }
    DossierList {
        objectName: "dossierNearby"
        heading: qsTr("Nearest zones within 5 km")
        facts: root.dossier.nearby
    }
    DossierList {
        objectName: "dossierFindings"
        heading: qsTr("Rules, statements and earlier tasks")
        facts: root.dossier.findings
    }
    DossierText {
        heading: qsTr("Plan")
        text: [root.dossier.plan, root.dossier.section].filter(part => part !== "").join("\n")
    }
    Item { implicitHeight: Theme.gap }
}
