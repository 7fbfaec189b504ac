import QtQuick
import QtQuick.Layouts

/** One condition of a question: how, to what, how far, which zone. */
RowLayout {
    id: root

    required property QueryConditions conditions
    required property TargetList targets
    required property int index
    required property int predicate
    required property string target
    required property string amount
    required property int zone
    required property bool wrong

    readonly property bool nearest: root.predicate === 4

    spacing: Theme.gap
    function focusTarget(): void { written.forceActiveFocus(); }

    Text {
        Layout.preferredWidth: 40
        text: root.index === 0 ? qsTr("Tasks") : qsTr("and")
        font.pixelSize: Theme.fontSize
        color: Theme.soft
    }
    Pick {
        objectName: "predicate" + root.index
        Layout.preferredWidth: 170
        label: qsTr("How they lie")
        model: [qsTr("inside"), qsTr("inside or partly inside"), qsTr("on the edge of"), qsTr("near"), qsTr("nearest to")]
        currentIndex: root.predicate
        onActivated: index => root.conditions.setPredicate(root.index, index)
    }
    TargetField {
        id: written
        objectName: "target" + root.index
        Layout.fillWidth: true
        Layout.minimumWidth: 200
        targets: root.targets
        text: root.target
        Accessible.name: qsTr("Target")
        onWritten: target => root.conditions.setTarget(root.index, target)
    }
    Pick {
        objectName: "zone" + root.index
        Layout.preferredWidth: 130
        label: qsTr("Zone")
        model: [qsTr("any zone"), qsTr("core"), qsTr("buffer"), qsTr("experimental"), qsTr("key protection"), qsTr("domain")]
        currentIndex: root.zone
        onActivated: index => root.conditions.setZone(root.index, index)
    }
    Field {
        objectName: "amount" + root.index
        Layout.preferredWidth: 90
        placeholderText: root.nearest ? qsTr("sites") : root.predicate === 3 ? qsTr("within, m") : qsTr("grown by, m")
        text: root.amount
        wrong: root.wrong
        Accessible.name: root.nearest ? qsTr("How many sites") : root.predicate === 3 ? qsTr("Distance in metres, geodesic") : qsTr("Metres that the target is grown by first")
        onTextEdited: root.conditions.setAmount(root.index, text)
    }
    FlatButton {
        objectName: "removeCondition" + root.index
        text: "×"
        hint: qsTr("Take this condition away")
        onClicked: root.conditions.remove(root.index)
    }
}
