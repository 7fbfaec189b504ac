#pragma once

#include "core/binary.hpp"
#include "geo/feature.hpp"

/// Shapes and layers as bytes, exact to the last bit, for the prepared file (workspace/prepared.hpp).
namespace zhengtu::geo {

void write(BinaryWriter& out, Shape const& shape);
void write(BinaryWriter& out, Layer const& layer);
/// What is broken comes back empty, with the reader bad.
[[nodiscard]] Shape readShape(BinaryReader& in);
[[nodiscard]] Layer readLayer(BinaryReader& in);

} // namespace zhengtu::geo
