#pragma once

#include "analysis/sound_layer.hpp"
#include "core/error.hpp"
#include "geo/feature.hpp"

#include <optional>
#include <string>
#include <vector>

namespace zhengtu::workspace {

/// What one side of an overlay is, made sound, with an account of what became of its features.
struct Selection {
    std::string said; ///< as it was asked for
    analysis::SoundLayer layer{};
    std::size_t given = 0;     ///< features before any was left out
    double accuracyM = 0;      ///< the worst of its features; 0 where none is known
    std::size_t unknown = 0;   ///< features whose accuracy is not known
    std::size_t schematic = 0; ///< features that are drawn from a description
};

/// Features as workspace::targets finds them, of one zone where that stands behind (`spring_zone:晋祠:key`, `reserve:天龙山:核心区`,
/// `reserve:core`), or those of a layer of a file (`zones.gpkg:official`). What has no geometry, or one that cannot be repaired, is listed in
/// `layer.refused`, never dropped in silence. `only`: the type that is wanted. Errors as targets and geo::readTable; NotFound where nothing
/// can be computed with, with the first reason.
[[nodiscard]] Result<Selection> select(std::vector<geo::Layer> const& layers, std::string const& what, std::optional<geo::ShapeType> only = {},
                                       analysis::Progress const& progress = {});

/// Several selections as one; a feature that two of them find counts once.
[[nodiscard]] Result<Selection> selectAll(std::vector<geo::Layer> const& layers, std::vector<std::string> const& whats,
                                          std::optional<geo::ShapeType> only = {}, analysis::Progress const& progress = {});

} // namespace zhengtu::workspace
