pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts

/** One of a few, all in sight. */
RowLayout {
    id: root

    required property string label
    required property list<string> options
    required property int current
    signal chosen(int index)

    spacing: 4
    Text {
        Layout.preferredWidth: 80
        text: root.label
        font.pixelSize: Theme.fontSize
        color: Theme.soft
    }
    Repeater {
        model: root.options
        delegate: FlatButton {
            required property string modelData
            required property int index
            text: modelData
            checked: root.current === index
            hint: root.label + ": " + modelData
            onClicked: root.chosen(index)
        }
    }
}
