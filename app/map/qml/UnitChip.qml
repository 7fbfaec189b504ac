pragma ComponentBehavior: Bound
import QtQuick

/** Chooses a unit, and in which role it is meant. */
FacetChip {
    id: root

    required property TaskFilterModel filter
    readonly property list<string> roles: [qsTr("Any role"), qsTr("Lead"), qsTr("Responsible"), qsTr("Cooperating"), qsTr("Acceptance"), qsTr("Person")]

    name: qsTr("Unit")
    facet: root.filter.units
    value: root.filter.unit
    setting: root.filter.unit !== "" ? (root.filter.unitRole < 0 ? "" : root.roles[root.filter.unitRole + 1] + " · ") + root.filter.unit
                                     : root.filter.unitRole < 0 ? "" : root.roles[root.filter.unitRole + 1]
    onChosen: value => root.filter.unit = value
    onCleared: root.filter.unitRole = -1

    header: Flow {
        width: 288
        spacing: 4
        Repeater {
            model: root.roles
            delegate: FlatButton {
                required property string modelData
                required property int index
                text: modelData
                implicitHeight: 24
                leftPadding: Theme.gap
                rightPadding: Theme.gap
                font.pixelSize: Theme.smallSize
                checked: root.filter.unitRole === index - 1
                onClicked: root.filter.unitRole = index - 1
            }
        }
    }
}
