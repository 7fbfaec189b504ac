pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Dialogs

/** What to export and where to. */
Sheet {
    id: root

    required property Session session
    property string format: "shp"
    property string encoding: "UTF-8"
    property int epsg: 4490

    title: qsTr("Export tasks")
    acceptText: qsTr("Choose folder…")
    onAccepted: folder.open()

    ColumnLayout {
        spacing: Theme.pad
        Choice {
            label: qsTr("Which")
            options: [qsTr("On show: %1").arg(root.session.filter.shown), qsTr("All: %1").arg(root.session.filter.total)]
            current: root.shownOnly ? 0 : 1
            onChosen: index => root.shownOnly = index === 0
        }
        Choice {
            label: qsTr("Format")
            options: ["Shapefile", "GeoPackage", "GeoJSON", "CSV"]
            current: root.formats.indexOf(root.format)
            onChosen: index => root.format = root.formats[index]
        }
        Choice {
            visible: root.format === "shp"
            label: qsTr("Encoding")
            options: root.encodings
            current: root.encodings.indexOf(root.encoding)
            onChosen: index => root.encoding = root.encodings[index]
        }
        Choice {
            visible: root.format === "shp" || root.format === "gpkg"
            label: qsTr("Coordinates")
            options: ["CGCS2000", "CM 111E", "CM 114E", qsTr("Zone 38")]
            current: root.systems.indexOf(root.epsg)
            onChosen: index => root.epsg = root.systems[index]
        }
        Tick {
            id: overwrite
            text: qsTr("Replace files that are already there")
        }
    }

    property bool shownOnly: true
    readonly property list<string> formats: ["shp", "gpkg", "geojson", "csv"]
    readonly property list<string> encodings: ["UTF-8", "GB18030"]
    readonly property list<int> systems: [4490, 4546, 4547, 4526]

    FolderDialog {
        id: folder
        title: qsTr("Export into folder")
        onAccepted: root.session.exportTasks(folder.selectedFolder, root.format, root.encoding,
                                             root.format === "shp" || root.format === "gpkg" ? root.epsg : 4490, root.shownOnly, overwrite.checked)
    }
}
