#pragma once

#include "analysis/overlay.hpp"
#include "workspace/selection.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

/// Overlays as both programs offer them: layers in, one layer with its areas and an account out.
namespace zhengtu::workspace {

/// What became of one side.
struct OverlayInput {
    std::string role; ///< "a", "b", "mines", "zones", "target", "within", "grid", "rivers", "water"
    Selection selection;
};

/// A part of the result that is nowhere wide.
struct OverlaySliver {
    std::string feature; ///< id
    double areaM2 = 0, widthM = 0;
    geo::LonLat at;
};

/// The result and how it was come by. Areas are those on the ellipsoid (CGCS2000), edges straight in longitude and latitude, right to 1e-9 for the
/// shapes as they are; `errorM2` adds what outlines of buffers are off the true curve. How well the shapes themselves are known is another
/// matter: each feature has `accuracyM`, `schematic`, and `data_error_km2`, its perimeter times that accuracy.
struct OverlayOutcome {
    geo::Layer layer; ///< kind "overlay"; its provenance repeats parameters, totals and the account, one a line
    std::vector<std::pair<std::string, std::string>> parameters;
    std::vector<OverlayInput> inputs;
    std::vector<std::pair<std::string, double>> totals; ///< by name with unit; what pieces share counts once
    double errorM2 = 0;
    std::vector<OverlaySliver> slivers;
    std::vector<std::string> notes;
    std::vector<std::vector<std::pair<std::string, std::string>>> rows; ///< mining: one for each mine, also those that nothing is taken off
    bool faults = false; ///< coverage: there are gaps or overlaps wider than slivers

    /// No feature of any side was left out.
    [[nodiscard]] bool complete() const noexcept;
};

struct OverlayWish {
    std::string id = "overlay"; ///< of the layer
    std::string title;          ///< empty: one that says what it is
    double sliverM = 1;         ///< mean width below which a part counts as a sliver
    analysis::Progress progress{};
};

/// Errors of all: as analysis::overlay and its like; Cancelled.
[[nodiscard]] Result<OverlayOutcome> overlayOf(analysis::Overlay kind, Selection a, Selection b, OverlayWish const& wish);

/// Allowable mining areas: mines minus zones grown outward by the pillar. Features: for each mine that loses something its zones
/// `allowable`, `overlap` and `pillar`, each with the four areas of the mine. A pillar has no value that could be taken for granted.
[[nodiscard]] Result<OverlayOutcome> miningOf(Selection mines, Selection zones, double pillarM, OverlayWish const& wish);

/// All within `distanceM` metres of the target: `target` (where it has area) and `ring`, which together are the area of the rule. `clip`
/// cuts the ring for display only.
[[nodiscard]] Result<OverlayOutcome> ringOf(Selection target, double distanceM, std::optional<Selection> const& clip, OverlayWish const& wish);

/// Strips along rivers, measured outward from the bank where water polygons are known, else from the centre line. The rivers named are main
/// stems; `tributaries`, or without them every drawn river that runs into one of these, directly or through others, are tributaries.
[[nodiscard]] Result<OverlayOutcome> banksOf(std::vector<geo::Layer> const& layers, Selection rivers, std::optional<Selection> tributaries, double mainM,
                                             double tributaryM, std::optional<Selection> const& clip, OverlayWish const& wish);

/// Gaps and overlaps of a grid that should cover an area (without one: gaps that its cells enclose).
[[nodiscard]] Result<OverlayOutcome> coverageOf(Selection grid, std::optional<Selection> const& within, OverlayWish const& wish);

} // namespace zhengtu::workspace
