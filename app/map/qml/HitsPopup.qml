pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Controls.Basic

/** Everything under the pointer, to choose from. */
PopupPanel {
    id: root

    required property Session session
    signal featureChosen()

    width: 340
    contentItem: ColumnLayout {
        spacing: 2
        Text {
            text: qsTr("%1 things here").arg(root.session.identify.hits.count)
            font.pixelSize: Theme.smallSize
            color: Theme.soft
        }
        ListView {
            id: list
            objectName: "hitsList"
            Layout.fillWidth: true
            Layout.preferredHeight: Math.min(contentHeight, 300)
            clip: true
            focus: true
            model: root.session.identify.hits
            Accessible.role: Accessible.List
            Accessible.name: qsTr("What is here")
            Keys.onReturnPressed: root.choose(currentIndex)
            ScrollBar.vertical: ScrollBar {}
            delegate: FactRow {
                width: list.width
                compact: true
                current: ListView.isCurrentItem && list.activeFocus
                onClicked: index => root.choose(index)
            }
        }
    }
    function choose(row: int): void {
        const task = root.session.identify.taskOfHit(row);
        root.close();
        if (task !== "") {
            root.session.identify.clearFeature();
            root.session.selectedTask = task;
        } else {
            root.session.identify.showFeatureOfHit(row);
            root.featureChosen();
        }
    }
}
