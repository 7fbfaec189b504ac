pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Controls.Basic

/** A zone or another feature of a layer: what is known of it, and the sites within. */
PopupPanel {
    id: root

    required property Session session
    readonly property Identify identify: session.identify
    signal askAsked(string target)

    width: 340
    closePolicy: Popup.CloseOnEscape
    focus: false

    contentItem: ColumnLayout {
        spacing: Theme.gap
        RowLayout {
            ColumnLayout {
                spacing: 1
                Text {
                    Layout.fillWidth: true
                    text: root.identify.featureName
                    font.pixelSize: Theme.titleSize
                    font.bold: true
                    color: Theme.text
                    wrapMode: Text.Wrap
                }
                Text {
                    text: root.identify.featureKind
                    font.pixelSize: Theme.smallSize
                    color: Theme.soft
                }
            }
            FlatButton {
                objectName: "closeFeature"
                Layout.alignment: Qt.AlignTop
                implicitHeight: 24
                text: "×"
                hint: qsTr("Close")
                onClicked: root.identify.clearFeature()
            }
        }
        ListView {
            id: facts
            Layout.fillWidth: true
            Layout.preferredHeight: Math.min(contentHeight, 190)
            clip: true
            model: root.identify.facts
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.vertical: ScrollBar {}
            delegate: FactRow { width: facts.width - 10 }
        }
        FlatButton {
            objectName: "queryWithin"
            Layout.fillWidth: true
            visible: root.identify.featureIsArea
            enabled: root.session.hasLedger
            primary: true
            text: qsTr("Find the tasks within")
            onClicked: root.session.query.withinFeature(false)
        }
        FlatButton {
            objectName: "queryWithinWhole"
            Layout.fillWidth: true
            visible: root.identify.featureIsArea && root.identify.featureParent !== ""
            enabled: root.session.hasLedger
            text: qsTr("Within all zones of %1").arg(root.identify.featureParent)
            onClicked: root.session.query.withinFeature(true)
        }
        FlatButton {
            objectName: "askAboutFeature"
            Layout.fillWidth: true
            enabled: root.session.hasLedger
            text: qsTr("Ask about it…")
            hint: qsTr("Bring it as the target into the form of questions: near it, nearest to it, with further conditions")
            onClicked: root.askAsked(root.session.targets.featureTarget())
        }
    }
    Connections {
        target: root.identify
        function onFeatureChanged(): void { if (!root.identify.hasFeature) { root.close(); } }
    }
    onClosed: root.identify.clearFeature()
}
