import QtQuick

/** The forms of the window. */
Item {
    id: root

    required property Session session
    required property rect shownExtent

    function askQuery(): void { query.open(); }
    function askQueryOf(target: string): void {
        root.session.queryForm.conditions.setTarget(0, target);
        query.open();
    }
    function askOverlay(): void { overlay.open(); }
    function askHotspots(): void { hotspots.open(); }
    function askExport(): void { exports.open(); }
    function askPicture(): void { picture.open(); }
    function help(): void { helpSheet.open(); }

    ExportDialog {
        id: exports
        session: root.session
    }
    QueryDialog {
        id: query
        objectName: "queryDialog"
        session: root.session
    }
    OverlayDialog {
        id: overlay
        objectName: "overlayDialog"
        session: root.session
    }
    HotspotDialog {
        id: hotspots
        objectName: "hotspotDialog"
        session: root.session
    }
    PictureDialog {
        id: picture
        session: root.session
        shownExtent: root.shownExtent
    }
    LayerDialog { session: root.session }
    HelpDialog { id: helpSheet }
}
