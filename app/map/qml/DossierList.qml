pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts

/** A heading and a short list of facts. */
ColumnLayout {
    id: root

    required property string heading
    required property FactsModel facts

    visible: root.facts.count > 0
    spacing: 2
    Layout.leftMargin: Theme.pad
    Layout.rightMargin: Theme.pad
    Layout.fillWidth: true

    Text {
        text: root.heading
        font.pixelSize: Theme.smallSize
        color: Theme.soft
    }
    Repeater {
        model: root.facts
        delegate: FactRow { Layout.fillWidth: true }
    }
}
