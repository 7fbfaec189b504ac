import QtQuick
import QtQuick.Layouts

/** A field of a form whose fields depend on what is chosen: a target, a text, a choice or a tick, with what is known of it below. */
FormLine {
    id: root

    required property FormFields fields
    required property TargetList targets
    required property int index
    required label
    required note
    required property int type
    required property string key
    required property string value
    required property string placeholder
    required property list<string> choices
    required property int chosen
    required property bool wrong

    TargetField {
        objectName: "field:" + root.key
        visible: root.type === FormFields.Target
        Layout.fillWidth: true
        targets: root.targets
        text: root.value
        placeholderText: root.placeholder
        Accessible.name: root.label
        onWritten: target => root.fields.write(root.index, target)
    }
    Field {
        objectName: "field:" + root.key
        visible: root.type === FormFields.Text
        Layout.preferredWidth: 180
        text: root.value
        placeholderText: root.placeholder
        wrong: root.wrong
        Accessible.name: root.label
        onTextEdited: root.fields.write(root.index, text)
    }
    Pick {
        objectName: "field:" + root.key
        visible: root.type === FormFields.Choice
        Layout.preferredWidth: 240
        label: root.label
        model: root.choices
        currentIndex: root.chosen
        onActivated: index => root.fields.choose(root.index, index)
    }
    Tick {
        objectName: "field:" + root.key
        visible: root.type === FormFields.Tick
        checked: root.value === "yes"
        Accessible.name: root.label
        onToggled: root.fields.write(root.index, checked ? "yes" : "")
    }
}
