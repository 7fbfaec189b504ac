import QtQuick
import QtQuick.Layouts

/** By which of its fields a layer is coloured, and how. */
Sheet {
    id: root

    required property LayerActions actions
    required property string layerId
    property list<string> fields
    property bool graduated: false
    readonly property string field: picked.currentIndex > 0 ? root.fields[picked.currentIndex - 1] : ""
    signal aboutToApply()

    title: qsTr("Colour the layer by a field")
    acceptText: qsTr("Colour")
    onOpened: {
        root.fields = root.actions.fieldsOf(root.layerId);
        picked.model = [qsTr("(one colour)")].concat(root.actions.fieldWordsOf(root.layerId));
        picked.currentIndex = root.fields.indexOf(root.actions.colouredBy(root.layerId)) + 1;
        picked.forceActiveFocus(Qt.TabFocusReason);
        root.propose();
    }
    onAccepted: {
        root.aboutToApply();
        root.actions.colourBy(root.layerId, root.field, root.graduated);
    }
    function propose(): void { root.graduated = root.field !== "" && root.actions.isNumber(root.layerId, root.field); }

    ColumnLayout {
        spacing: Theme.pad
        FormLine {
            label: qsTr("Field")
            Pick {
                id: picked
                objectName: "colourField"
                Layout.fillWidth: true
                label: qsTr("Field")
                onActivated: root.propose()
            }
        }
        Choice {
            visible: root.field !== ""
            label: qsTr("How")
            options: [qsTr("by size, five classes"), qsTr("by value, twelve colours")]
            current: root.graduated ? 0 : 1
            onChosen: index => root.graduated = index === 0
        }
        Text {
            Layout.preferredWidth: 420
            text: qsTr("The classes hold about as many features each; they stand in the legend, on the map and on a sheet of it.")
            font.pixelSize: Theme.smallSize
            color: Theme.soft
            wrapMode: Text.Wrap
        }
    }
}
