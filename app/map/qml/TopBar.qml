import QtQuick
import QtQuick.Layouts

/** Search, filters and the date that deadlines are looked at from. */
Rectangle {
    id: root

    required property Session session
    readonly property TaskFilterModel filter: session.filter

    implicitHeight: row.implicitHeight + 2 * Theme.gap
    color: Theme.panel

    function focusSearch(): void {
        search.forceActiveFocus();
        search.selectAll();
    }

    RowLayout {
        id: row
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.pad
        anchors.rightMargin: Theme.pad
        spacing: Theme.gap

        Field {
            id: search
            objectName: "searchField"
            Layout.preferredWidth: 250
            Layout.minimumWidth: 140
            Layout.fillWidth: true
            Layout.maximumWidth: 360
            placeholderText: qsTr("Search tasks, units, places, initials")
            onTextChanged: delay.restart()
            Keys.onEscapePressed: text = ""
            Timer {
                id: delay
                interval: 150
                onTriggered: root.filter.text = search.text
            }
            Connections {
                target: root.filter
                function onFilterChanged(): void {
                    if (!delay.running && search.text !== root.filter.text) { search.text = root.filter.text; }
                }
            }
        }
        FacetChip {
            objectName: "planChip"
            name: qsTr("Plan")
            facet: root.filter.plans
            value: root.filter.plan
            onChosen: value => root.filter.plan = value
        }
        FacetChip {
            objectName: "countyChip"
            name: qsTr("County")
            facet: root.filter.counties
            value: root.filter.county
            onChosen: value => root.filter.county = value
        }
        FacetChip {
            objectName: "categoryChip"
            name: qsTr("Category")
            facet: root.filter.categories
            value: root.filter.category
            onChosen: value => root.filter.category = value
        }
        UnitChip {
            objectName: "unitChip"
            filter: root.filter
        }
        DueChip {
            objectName: "dueChip"
            session: root.session
        }
        FlatButton {
            objectName: "clearFilters"
            visible: root.filter.active
            text: qsTr("Clear")
            hint: qsTr("Take all filters away")
            onClicked: root.filter.clear()
        }
        Item { Layout.fillWidth: true }
        Text {
            text: qsTr("As of")
            color: Theme.soft
            font.pixelSize: Theme.fontSize
        }
        Field {
            id: date
            objectName: "asOfField"
            Layout.preferredWidth: 100
            text: root.session.asOf
            wrong: !root.session.isDate(text)
            Accessible.name: qsTr("Date that deadlines are looked at from")
            onEditingFinished: {
                root.session.asOf = text;
                text = Qt.binding(() => root.session.asOf);
            }
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.line
    }
}
