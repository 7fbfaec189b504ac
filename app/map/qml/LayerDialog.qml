import QtQuick
import QtQuick.Layouts

/** What a file is that becomes a layer: its kind, which field is what, and its coordinates where the file does not say them. */
Sheet {
    id: root

    required property Session session
    readonly property LayerDesk desk: session.newLayer
    readonly property list<string> systems: ["", "EPSG:4490", "EPSG:4326", "gcj02", "bd09", "EPSG:4546", "EPSG:4547", "EPSG:4525", "EPSG:4526",
        "EPSG:2381", "EPSG:2382", "EPSG:4610", "EPSG:3857"]
    readonly property list<string> systemWords: [qsTr("As the file says"), qsTr("CGCS2000 degrees"), qsTr("WGS 84 degrees"),
        qsTr("GCJ-02 (Amap, Tencent)"), qsTr("BD-09 (Baidu)"), qsTr("CGCS2000 metres, CM 111E"), qsTr("CGCS2000 metres, CM 114E"),
        qsTr("CGCS2000 metres, zone 37"), qsTr("CGCS2000 metres, zone 38"), qsTr("Xian 1980 metres, CM 111E"),
        qsTr("Xian 1980 metres, CM 114E"), qsTr("Xian 1980 degrees"), qsTr("Web Mercator metres")]
    readonly property list<string> encodings: ["", "UTF-8", "GB18030", "BIG5"]
    readonly property bool wanted: desk.asking

    objectName: "layerDialog"
    width: Math.min(560, parent ? parent.width - 40 : 560)
    title: qsTr("Add a layer: %1").arg(root.desk.fileName)
    acceptText: qsTr("Add")
    acceptEnabled: root.desk.ready
    onWantedChanged: root.wanted ? root.open() : root.close()
    onAccepted: root.desk.accept()
    onRejected: root.desk.skip()

    SheetBody {
        onEntered: root.finish()
        Text {
            Layout.fillWidth: true
            text: root.desk.found
            font.pixelSize: Theme.smallSize
            color: Theme.soft
        }
        FormLine {
            visible: root.desk.layers.length > 1
            label: qsTr("Layer of the file")
            Pick {
                Layout.fillWidth: true
                label: qsTr("Layer of the file")
                model: root.desk.layers
                currentIndex: root.desk.layers.indexOf(root.desk.layer)
                onActivated: index => root.desk.layer = root.desk.layers[index]
            }
        }
        FormLine {
            label: qsTr("What it shows")
            Pick {
                objectName: "layerKind"
                Layout.fillWidth: true
                label: qsTr("What it shows")
                model: root.desk.kindWords
                wrong: root.desk.kind === ""
                displayText: currentIndex < 0 ? qsTr("Please choose") : currentText
                currentIndex: root.desk.kinds.indexOf(root.desk.kind)
                onActivated: index => root.desk.kind = root.desk.kinds[index]
            }
        }
        FormLine {
            label: qsTr("Field of names")
            note: root.desk.nameField === "" ? qsTr("Without names it takes part in maps and queries, but no task is placed by it.") : root.desk.sample
            Pick {
                objectName: "layerName"
                Layout.fillWidth: true
                label: qsTr("Field of names")
                model: root.desk.fields
                displayText: currentIndex < 0 ? qsTr("None") : currentText
                currentIndex: root.desk.fields.indexOf(root.desk.nameField)
                onActivated: index => root.desk.nameField = root.desk.fields[index]
            }
        }
        FormLine {
            visible: root.desk.zoned
            label: qsTr("Field of zones")
            Pick {
                Layout.fillWidth: true
                label: qsTr("Field of zones")
                model: [qsTr("None")].concat(root.desk.fields)
                currentIndex: root.desk.fields.indexOf(root.desk.zoneField) + 1
                onActivated: index => root.desk.zoneField = index === 0 ? "" : root.desk.fields[index - 1]
            }
        }
        FormLine {
            label: qsTr("Field of counties")
            Pick {
                objectName: "layerCounty"
                Layout.fillWidth: true
                label: qsTr("Field of counties")
                model: [qsTr("None")].concat(root.desk.fields)
                currentIndex: root.desk.fields.indexOf(root.desk.county) + 1
                onActivated: index => root.desk.county = index === 0 ? "" : root.desk.fields[index - 1]
            }
            Field {
                objectName: "layerOneCounty"
                visible: root.desk.fields.indexOf(root.desk.county) < 0
                Layout.preferredWidth: 200
                placeholderText: qsTr("one for all, else where each lies")
                text: root.desk.county
                Accessible.name: qsTr("County of all features")
                onTextEdited: root.desk.county = text
            }
        }
        FormLine {
            label: qsTr("Coordinates")
            note: root.desk.crsFault !== "" ? root.desk.crsFault : root.desk.crsFound
            alarm: root.desk.crsFault !== ""
            Pick {
                objectName: "layerCrs"
                Layout.fillWidth: true
                label: qsTr("Coordinates")
                wrong: root.desk.crsFault !== ""
                model: root.systemWords
                currentIndex: root.systems.indexOf(root.desk.crs)
                onActivated: index => root.desk.crs = root.systems[index]
            }
            Tick {
                text: qsTr("Axes swapped")
                checked: root.desk.swapped
                onToggled: root.desk.swapped = checked
            }
        }
        FormLine {
            label: qsTr("Encoding")
            note: root.desk.encodingFound
            Pick {
                Layout.fillWidth: true
                label: qsTr("Encoding")
                model: [qsTr("As found")].concat(root.encodings.slice(1))
                currentIndex: root.encodings.indexOf(root.desk.encoding)
                onActivated: index => root.desk.encoding = root.encodings[index]
            }
        }
        LayerOrigin {
            Layout.fillWidth: true
            desk: root.desk
        }
        Tick {
            objectName: "layerReplaces"
            text: qsTr("Take the place of all that ships of this kind")
            checked: root.desk.replaces
            onToggled: root.desk.replaces = checked
        }
    }
}
