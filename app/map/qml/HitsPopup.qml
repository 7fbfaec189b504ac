pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Controls.Basic

/** Everything under the pointer, to choose from. */
PopupPanel {
    id: root

    required property Session session
    property point at
    signal featureChosen()
    signal zoomAsked(point at)

    width: 380
    contentItem: ColumnLayout {
        spacing: 2
        RowLayout {
            Text {
                Layout.fillWidth: true
                text: qsTr("%1 things here").arg(root.session.identify.hits.count)
                font.pixelSize: Theme.smallSize
                color: Theme.soft
            }
            FlatButton {
                objectName: "zoomToHits"
                implicitHeight: 24
                text: qsTr("Zoom in here")
                onClicked: {
                    root.close();
                    root.zoomAsked(root.at);
                }
            }
        }
        ListView {
            id: list
            objectName: "hitsList"
            Layout.fillWidth: true
            Layout.preferredHeight: Math.min(contentHeight, 340)
            clip: true
            focus: true
            model: root.session.identify.hits
            Accessible.role: Accessible.List
            Accessible.name: qsTr("What is here")
            Keys.onReturnPressed: root.choose(currentIndex)
            ScrollBar.vertical: ScrollBar {}
            delegate: HitRow {
                width: list.width
                session: root.session
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
