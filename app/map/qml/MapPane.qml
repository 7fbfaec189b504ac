pragma ComponentBehavior: Bound
import QtQuick
import QtLocation
import QtPositioning

/** The map: QtLocation is the camera, MapLayerItem the picture, MapGestures the hand on it. */
FocusScope {
    id: root

    required property Session session
    property string pluginName: "itemsoverlay"
    property bool drawing: false
    property bool measuring: false
    property list<geoCoordinate> measured // the path that was ended last
    readonly property rect shownExtent: {
        map.center; // and its size and scale make another extent
        map.zoomLevel;
        return root.width > 0 && root.height > 0 ? layer.shownExtent() : Qt.rect(0, 0, 0, 0);
    }
    readonly property CorrectionDesk desk: root.session.corrections
    readonly property bool placing: root.desk.drawing !== CorrectionDesk.Drawing.None
    property bool goingHome: false
    property bool moved: false // by somebody: until then the map shows all tasks whatever its size becomes
    readonly property bool settled: layer.settled
    readonly property alias picture: layer
    readonly property alias map: map
    readonly property bool broken: map.errorString !== ""
    readonly property string position: gestures.hovered ? root.words(gestures.under) : ""
    signal choiceAsked(point at)
    signal featureAsked(point at)
    signal exportAsked()

    activeFocusOnTab: true
    clip: true
    Accessible.role: Accessible.Canvas
    Accessible.name: qsTr("Map, %1 tasks located").arg(root.session.filter.located)

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    Map {
        id: map
        objectName: "map"
        anchors.fill: parent
        plugin: Plugin { name: root.pluginName }
        center: QtPositioning.coordinate(37.6, 112.3)
        zoomLevel: 7
        minimumZoomLevel: 4
        maximumZoomLevel: 19
        copyrightsVisible: false
        color: Theme.paper

        MapLayerItem {
            id: layer
            objectName: "mapLayer"
            anchors.fill: parent
            scene: root.session.scene
            centre: map.center
            zoomLevel: map.zoomLevel
        }
        MapPolygon {
            path: root.session.query.outline
            visible: path.length > 2
            color: "#221d66a8"
            border.color: Theme.accent
            border.width: 2
            autoFadeIn: false
        }
        MapPolyline {
            path: root.drawing || root.placing ? gestures.corners : root.measuring ? measure.path : []
            line.color: Theme.accent
            line.width: 2
            autoFadeIn: false
        }
    }
    MapGestures {
        id: gestures
        anchors.fill: parent
        session: root.session
        map: map
        picture: layer
        drawing: root.drawing || root.placing || root.measuring
        fewest: root.measuring ? 2 : !root.placing || root.desk.drawing === CorrectionDesk.Drawing.Area ? 3 : root.desk.drawing === CorrectionDesk.Drawing.Line ? 2 : 1
        onTouched: root.forceActiveFocus()
        onPicked: at => root.pick(at)
        onLookedAt: at => root.look(at)
        onDrawn: corners => {
            if (root.placing) {
                root.desk.placeAt(corners);
                return;
            }
            if (root.measuring) {
                root.measured = corners;
                gestures.restart();
                return;
            }
            root.drawing = false;
            root.session.query.withinCorners(corners);
        }
        onGivenUp: {
            root.drawing = root.measuring = false;
            root.desk.drawing = CorrectionDesk.Drawing.None;
        }
    }
    MapFurniture {
        anchors.fill: parent
        session: root.session
        picture: layer
        drawing: root.drawing || root.placing
        measuring: root.measuring
        fault: root.broken ? qsTr("The map plugin of QtLocation is missing.") + "\n" + map.errorString + "\n"
                             + qsTr("Install the package qt6-location-plugins and start again.") : root.session.fault
        onZoomAsked: step => gestures.zoomAt(Qt.point(root.width / 2, root.height / 2), step)
        onHomeAsked: root.goHome()
        onExportAsked: root.exportAsked()
        onDrawAsked: root.drawing = !root.drawing
        onMeasureAsked: root.measuring = !root.measuring
    }
    Measure {
        id: measure
        path: gestures.corners.length > 0 ? gestures.corners : root.measured
    }
    MeasureBar {
        objectName: "measureBar"
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.top
        anchors.topMargin: Theme.pad
        visible: root.measuring
        measure: measure
        onCloseAsked: root.measuring = false
    }
    onMeasuringChanged: {
        root.measured = [];
        if (root.measuring) {
            root.drawing = false;
            root.desk.drawing = CorrectionDesk.Drawing.None;
            root.forceActiveFocus();
        }
    }
    onDrawingChanged: if (root.drawing) { root.measuring = false; }
    onPlacingChanged: if (root.placing) { root.measuring = false; }

    Keys.onPressed: event => event.accepted = gestures.key(event.key, event.text)

    Connections {
        target: root.session
        function onSelectedTaskChanged(): void {
            root.moved = true; // what is looked at must not move when the dossier opens
            root.reveal(root.session.selectedTask);
        }
        function onLedgerShown(): void { root.goHome(); }
    }
    Connections {
        target: root.session.query
        function onAnswered(extent: rect): void { root.showExtent(extent); }
    }
    Connections {
        target: map
        function onCenterChanged(): void { root.moved = root.moved || !root.goingHome; }
        function onZoomLevelChanged(): void { root.moved = root.moved || !root.goingHome; }
    }
    onWidthChanged: if (!root.moved) { root.goHome(); }
    onHeightChanged: if (!root.moved) { root.goHome(); }

    function words(at: geoCoordinate): string {
        if (!at.isValid) { return ""; }
        return Math.abs(at.longitude).toFixed(5) + "°" + (at.longitude < 0 ? "W" : "E") + "  "
             + Math.abs(at.latitude).toFixed(5) + "°" + (at.latitude < 0 ? "S" : "N");
    }
    function pick(at: point): void {
        const tasks = root.session.identify.lookAt(layer, at);
        if (tasks === 1) {
            root.session.identify.clearFeature();
            root.session.selectedTask = root.session.identify.taskOfHit(0);
        } else if (tasks > 1) {
            root.choiceAsked(at);
        } else if (root.session.identify.hits.count > 0) {
            root.session.identify.showFeatureOfHit(0);
            root.featureAsked(at);
        } else {
            root.session.identify.clearFeature();
            root.session.selectedTask = "";
        }
    }
    function look(at: point): void {
        root.session.identify.lookAt(layer, at);
        if (root.session.identify.hits.count > 0) { root.choiceAsked(at); }
    }
    function show(extent: rect, maximumZoom: double): void {
        if (extent.x === 0 && extent.y === 0) { return; }
        map.zoomLevel = Math.max(map.minimumZoomLevel, Math.min(maximumZoom, layer.zoomToShow(extent.left, extent.top, extent.right, extent.bottom)));
        map.center = QtPositioning.coordinate((extent.top + extent.bottom) / 2, (extent.left + extent.right) / 2);
    }
    function goHome(): void {
        if (root.width < 50 || root.height < 50) { return; }
        const extent = root.session.homeExtent();
        if (extent.x === 0 && extent.y === 0) { return; }
        root.goingHome = true;
        root.show(extent, 13);
        root.goingHome = false;
    }
    function zoomAt(at: point, step: double): void { gestures.zoomAt(at, step); }
    function zoomTo(taskId: string): void { root.show(root.session.extentOfTask(taskId), 13); }
    function showExtent(extent: rect): void { root.show(extent, 13); }
    /** Shows what a row of a result stands for. */
    function showKey(key: string): void {
        root.session.showKey(key);
        if (!key.startsWith("task:")) { root.show(root.session.extentOfFeature(), 13); }
    }
    /** Moves the map only if the task is not in sight. */
    function reveal(taskId: string): void {
        const extent = root.session.extentOfTask(taskId);
        if (extent.x === 0 && extent.y === 0) { return; }
        const middle = layer.pointAt(QtPositioning.coordinate((extent.top + extent.bottom) / 2, (extent.left + extent.right) / 2));
        if (middle.x < 20 || middle.y < 20 || middle.x > root.width - 20 || middle.y > root.height - 20) {
            map.center = QtPositioning.coordinate((extent.top + extent.bottom) / 2, (extent.left + extent.right) / 2);
        }
    }
}
