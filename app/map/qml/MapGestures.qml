import QtQuick
import QtLocation
import QtPositioning

/**
 * Pan, zoom at the pointer, click, Shift-drag box, drawing of a polygon, keys. MapView is not used: its pan moves the map during
 * a box drag too and its flick runs away.
 */
Item {
    id: root

    required property Session session
    required property Map map
    required property MapLayerItem picture
    required property bool drawing
    property int fewest: 3 // corners of what is drawn; 1: the first click is all
    property list<geoCoordinate> corners
    property list<geoCoordinate> fixed
    property string hint
    readonly property bool hovered: hover.hovered
    readonly property geoCoordinate under: {
        root.map.center; // a pan moves the ground under a resting pointer
        root.map.zoomLevel;
        return root.picture.coordinateAt(hover.point.position);
    }
    signal touched()
    signal picked(point at)
    signal lookedAt(point at)
    signal drawn(list<geoCoordinate> corners)
    signal givenUp()

    onDrawingChanged: {
        root.fixed = [];
        root.corners = [];
    }

    HoverHandler {
        id: hover
        cursorShape: root.drawing ? Qt.CrossCursor : pan.active ? Qt.ClosedHandCursor : root.hint !== "" ? Qt.PointingHandCursor : Qt.ArrowCursor
        onHoveredChanged: if (!hovered) { root.hint = ""; }
        onPointChanged: {
            if (root.drawing && root.fixed.length > 0) { root.corners = root.fixed.concat([root.picture.coordinateAt(point.position)]); }
            if (!look.running) { look.start(); }
        }
    }
    Timer { // what is under the pointer is asked for at most every 60 ms
        id: look
        interval: 60
        onTriggered: root.hint = hover.hovered && !pan.active && !root.drawing ? root.session.identify.hintAt(root.picture, hover.point.position) : ""
    }
    Hint {
        x: hover.point.position.x + 14
        y: hover.point.position.y + 14
        shown: root.hint !== ""
        text: root.hint
    }
    TapHandler {
        acceptedButtons: Qt.LeftButton
        gesturePolicy: TapHandler.DragThreshold
        onPressedChanged: if (pressed) { root.touched(); }
        onTapped: (point, button) => root.drawing ? root.addCorner(point.position) : root.picked(point.position)
        onDoubleTapped: (point, button) => root.drawing ? root.finish() : root.zoomAt(point.position, 1)
    }
    TapHandler {
        acceptedButtons: Qt.RightButton
        gesturePolicy: TapHandler.DragThreshold
        onTapped: (point, button) => root.drawing ? root.finish() : root.lookedAt(point.position)
    }
    DragHandler {
        id: pan
        property geoCoordinate grabbed
        target: null
        acceptedModifiers: Qt.NoModifier
        onActiveChanged: if (active) { grabbed = root.picture.coordinateAt(centroid.pressPosition); }
        onCentroidChanged: if (active) { root.hold(grabbed, centroid.position); }
    }
    DragHandler {
        id: box
        target: null
        acceptedModifiers: Qt.ShiftModifier
        property point last
        property bool stopped: false
        onActiveChanged: {
            if (active) { stopped = false; }
            else if (!stopped) {
                root.drawn([root.picture.coordinateAt(centroid.pressPosition), root.picture.coordinateAt(last)]);
            }
        }
        onCentroidChanged: if (active) { last = centroid.position; }
    }
    WheelHandler {
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
        onWheel: event => root.zoomAt(Qt.point(event.x, event.y), event.angleDelta.y / 240)
    }
    PinchHandler {
        target: null
        onScaleChanged: delta => root.zoomAt(centroid.position, Math.log2(delta))
    }
    Rectangle {
        visible: box.active && !box.stopped
        x: Math.min(box.centroid.pressPosition.x, box.last.x)
        y: Math.min(box.centroid.pressPosition.y, box.last.y)
        width: Math.abs(box.last.x - box.centroid.pressPosition.x)
        height: Math.abs(box.last.y - box.centroid.pressPosition.y)
        color: "#221d66a8"
        border.color: Theme.accent
    }

    /** Forgets the corners; the next click is the first of another path. */
    function restart(): void {
        root.fixed = [];
        root.corners = [];
    }
    /** Moves the map so that a place comes to lie under a point. */
    function hold(place: geoCoordinate, at: point): void {
        const here = root.picture.pointAt(place);
        const middle = Qt.point(root.width / 2 + here.x - at.x, root.height / 2 + here.y - at.y);
        root.map.center = root.picture.coordinateAt(middle);
    }
    function zoomAt(at: point, step: double): void {
        const under = root.picture.coordinateAt(at);
        const place = QtPositioning.coordinate(under.latitude, under.longitude);
        const level = Math.max(root.map.minimumZoomLevel, Math.min(root.map.maximumZoomLevel, root.map.zoomLevel + step));
        if (level === root.map.zoomLevel) { return; }
        root.map.zoomLevel = level;
        root.hold(place, at);
    }
    function addCorner(at: point): void {
        root.fixed = root.fixed.concat([root.picture.coordinateAt(at)]);
        root.corners = root.fixed;
        if (root.fewest === 1) { root.finish(); }
    }
    function finish(): void {
        const ring = root.fixed;
        if (ring.length >= root.fewest) { root.drawn(ring); } else { root.givenUp(); }
    }
    function step(x: double, y: double): bool {
        root.map.center = root.picture.coordinateAt(Qt.point(root.width * (0.5 + x), root.height * (0.5 + y)));
        return true;
    }
    function key(key: int, text: string): bool {
        if (text === "+" || text === "=") { root.zoomAt(Qt.point(root.width / 2, root.height / 2), 0.5); return true; }
        if (text === "-" || text === "_") { root.zoomAt(Qt.point(root.width / 2, root.height / 2), -0.5); return true; }
        switch (key) {
        case Qt.Key_Left: return root.step(-0.15, 0);
        case Qt.Key_Right: return root.step(0.15, 0);
        case Qt.Key_Up: return root.step(0, -0.15);
        case Qt.Key_Down: return root.step(0, 0.15);
        case Qt.Key_Backspace:
            root.fixed = root.fixed.slice(0, -1);
            root.corners = root.fixed;
            return root.drawing;
        case Qt.Key_Return:
        case Qt.Key_Enter:
            if (!root.drawing) { return false; }
            if (root.fewest === 1 && root.fixed.length === 0) { root.addCorner(Qt.point(root.width / 2, root.height / 2)); } // by keys: where the map is centred
            else { root.finish(); }
            return true;
        case Qt.Key_Escape:
            if (root.session.jobs.busy) { root.session.jobs.cancel(); }
            else if (box.active) { box.stopped = true; }
            else if (root.drawing) { root.givenUp(); }
            else if (root.session.query.active) { root.session.query.clear(); }
            else if (root.session.identify.hasFeature) { root.session.identify.clearFeature(); }
            else { root.session.selectedTask = ""; }
            return true;
        }
        return false;
    }
}
