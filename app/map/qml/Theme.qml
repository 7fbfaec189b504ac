pragma Singleton
import QtQuick

/** Colours, sizes and fonts of the window. The map's own symbology is in styles/zhengtu.toml. */
QtObject {
    readonly property color paper: "#fdfcfa"
    readonly property color panel: "#f6f5f2"
    readonly property color raised: "#ffffff"
    readonly property color line: "#dfdcd6"
    readonly property color strongLine: "#c3bfb7"
    readonly property color text: "#23282f"
    readonly property color soft: "#5d636c"
    readonly property color faint: "#8a8f97"
    readonly property color accent: "#1d66a8"
    readonly property color accentSoft: "#e4eef8"
    readonly property color hover: "#eceae5"
    readonly property color selection: "#d4e5f6"
    readonly property color danger: "#b3261e"
    readonly property color dangerSoft: "#fbe9e7"
    readonly property color warning: "#8a5a00"
    readonly property color warningSoft: "#fdf3dc"
    readonly property color good: "#256b43"
    readonly property color goodSoft: "#e3f2e8"

    // passages in the source text
    readonly property color markProblem: "#f0eee8"
    readonly property color markTask: "#fbefc4"
    readonly property color markUnit: "#d5e6f7"
    readonly property color markDeadline: "#e6dcf4"
    readonly property color markPlace: "#ffd0ae"

    readonly property int gap: 6
    readonly property int pad: 10
    readonly property int rowHeight: 26
    readonly property int controlHeight: 28
    readonly property int radius: 4

    readonly property int fontSize: 13
    readonly property int smallSize: 12
    readonly property int titleSize: 15
}
