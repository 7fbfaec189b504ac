import QtQuick
import QtQuick.Layouts

/** One attribute of the tasks that are asked about: chosen, or written. */
RowLayout {
    id: root

    required property QueryFilter filter
    required property int index
    required property string label
    required property string value
    required property list<string> choices
    required property int chosen

    spacing: Theme.gap
    Text {
        Layout.preferredWidth: 90
        text: root.label
        font.pixelSize: Theme.fontSize
        color: Theme.soft
        elide: Text.ElideRight
    }
    Pick {
        objectName: "filterPick" + root.index
        visible: root.choices.length > 0
        Layout.preferredWidth: 190
        label: root.label
        model: root.choices
        currentIndex: root.chosen
        onActivated: index => root.filter.choose(root.index, index)
    }
    Field {
        objectName: "filterText" + root.index
        visible: root.choices.length === 0
        Layout.preferredWidth: 190
        text: root.value
        Accessible.name: root.label
        onTextEdited: root.filter.setText(root.index, text)
    }
}
