import QtQuick
import QtQuick.Layouts

/** Where the data of a new layer are from: what stands beside them in every answer. All of it may be left empty. */
ColumnLayout {
    id: root

    required property LayerDesk desk

    spacing: Theme.pad
    FormLine {
        label: qsTr("Title")
        Field {
            objectName: "layerTitle"
            Layout.fillWidth: true
            placeholderText: root.desk.fileName
            text: root.desk.title
            Accessible.name: qsTr("Title")
            onTextEdited: root.desk.title = text
        }
    }
    FormLine {
        label: qsTr("As of")
        Field {
            objectName: "layerDate"
            Layout.preferredWidth: 130
            placeholderText: qsTr("2024-05-31 or 2024")
            text: root.desk.date
            wrong: root.desk.dateWrong
            Accessible.name: qsTr("Date of the data")
            onTextEdited: root.desk.date = text
        }
        Text {
            text: qsTr("Known to")
            font.pixelSize: Theme.fontSize
            color: Theme.soft
        }
        Field {
            objectName: "layerAccuracy"
            Layout.preferredWidth: 90
            placeholderText: "50m"
            text: root.desk.accuracy
            wrong: root.desk.accuracyWrong
            Accessible.name: qsTr("Accuracy of the data in metres")
            onTextEdited: root.desk.accuracy = text
        }
    }
    FormLine {
        label: qsTr("Source")
        Field {
            objectName: "layerSource"
            Layout.fillWidth: true
            placeholderText: qsTr("who made the data")
            text: root.desk.source
            Accessible.name: qsTr("Source")
            onTextEdited: root.desk.source = text
        }
    }
    FormLine {
        label: qsTr("Licence")
        Field {
            objectName: "layerLicence"
            Layout.fillWidth: true
            placeholderText: qsTr("may it be handed on?")
            text: root.desk.licence
            Accessible.name: qsTr("Licence")
            onTextEdited: root.desk.licence = text
        }
    }
}
