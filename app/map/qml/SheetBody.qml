import QtQuick
import QtQuick.Layouts
import QtQuick.Controls.Basic

/** What stands in a sheet, one below the other; it scrolls where the window is too low for it. */
ScrollView {
    id: root

    default property alias content: column.data
    signal entered() // Enter was pressed and no field took it

    anchors.fill: parent
    implicitHeight: column.implicitHeight
    contentWidth: availableWidth
    contentHeight: column.implicitHeight
    clip: true

    ColumnLayout {
        id: column
        width: root.availableWidth
        spacing: Theme.pad
        Keys.onReturnPressed: root.entered()
        Keys.onEnterPressed: root.entered()
    }
}
