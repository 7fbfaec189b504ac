pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts

/** Chooses by deadline: overdue, soon, long-term, without a date, or within a range of dates. */
Chip {
    id: root

    required property Session session
    readonly property TaskFilterModel filter: session.filter
    readonly property list<string> kinds: [qsTr("Any deadline"), qsTr("Overdue"), qsTr("Within 30 days"), qsTr("Long-term"), qsTr("Between dates"), qsTr("Without a date")]

    name: qsTr("Deadline")
    setting: filter.due === TaskFilterModel.AnyDue ? ""
           : filter.due === TaskFilterModel.DateRange ? (filter.dueFrom === "" ? "…" : filter.dueFrom) + " – " + (filter.dueTo === "" ? "…" : filter.dueTo)
           : kinds[filter.due]
    onCleared: filter.due = TaskFilterModel.AnyDue
    onClicked: popup.opened ? popup.close() : popup.open()

    PopupPanel {
        id: popup
        y: root.height + 2
        width: 230
        contentItem: ColumnLayout {
            spacing: 2
            Repeater {
                model: root.kinds
                delegate: FlatButton {
                    required property string modelData
                    required property int index
                    text: modelData + root.countOf(index)
                    checked: root.filter.due === index
                    Layout.fillWidth: true
                    onClicked: {
                        root.filter.due = index;
                        if (index !== TaskFilterModel.DateRange) { popup.close(); }
                    }
                }
            }
            RowLayout {
                visible: root.filter.due === TaskFilterModel.DateRange
                spacing: Theme.gap
                Field {
                    Layout.fillWidth: true
                    placeholderText: qsTr("from")
                    text: root.filter.dueFrom
                    wrong: text !== "" && !root.session.isDate(text)
                    onEditingFinished: root.filter.dueFrom = text
                }
                Text {
                    text: "–"
                    color: Theme.soft
                }
                Field {
                    Layout.fillWidth: true
                    placeholderText: qsTr("to")
                    text: root.filter.dueTo
                    wrong: text !== "" && !root.session.isDate(text)
                    onEditingFinished: root.filter.dueTo = text
                }
            }
            Text {
                visible: root.filter.due === TaskFilterModel.DateRange
                text: qsTr("Dates as 2024-12-31")
                font.pixelSize: Theme.smallSize
                color: Theme.faint
            }
        }
    }

    function countOf(kind: int): string {
        switch (kind) {
        case TaskFilterModel.Overdue: return "  " + root.filter.overdue;
        case TaskFilterModel.DueSoon: return "  " + root.filter.dueSoon;
        case TaskFilterModel.LongTerm: return "  " + root.filter.longTerm;
        default: return "";
        }
    }
}
