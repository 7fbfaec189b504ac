"""The files that spatial_bench makes, as the peers want them: arrays and shapely geometries, in degrees and in metres.

The metres are those of an equal-area plane around the data (Lambert azimuthal), so areas are right and lengths are off by less than 1e-3 in Shanxi;
where an answer depends on more than that, the comparison uses geocentric coordinates in metres.
"""
import struct
from functools import cached_property
from pathlib import Path

import numpy as np
import shapely
from pyproj import Transformer


class Layers:
    def __init__(self, folder, limit=0):
        self.folder, self.limit = Path(folder), limit

    @cached_property
    def points(self):
        points = np.fromfile(self.folder / "points.f64").reshape(-1, 2)
        return points[: self.limit] if self.limit else points

    @cached_property
    def values(self):
        return np.fromfile(self.folder / "values.f64")[: len(self.points)]

    @cached_property
    def plane(self):
        lon, lat = (self.points if len(self.points) else np.array([[112.3, 37.7]])).mean(axis=0)
        return Transformer.from_crs("EPSG:4490", f"+proj=laea +lon_0={lon:.6f} +lat_0={lat:.6f} +ellps=GRS80", always_xy=True)

    @cached_property
    def points_m(self):
        return np.column_stack(self.plane.transform(self.points[:, 0], self.points[:, 1]))

    @cached_property
    def points_geocentric(self):
        """Chords between near points equal geodesics: to 4e-10 at 1 km."""
        to = Transformer.from_crs("EPSG:4490", "EPSG:4479", always_xy=True)
        return np.column_stack(to.transform(self.points[:, 0], self.points[:, 1], np.zeros(len(self.points))))

    def shapes(self, layer):
        data, at, wkb = (self.folder / f"{layer}.wkb").read_bytes(), 0, []
        while at < len(data):
            (size,) = struct.unpack_from("<I", data, at)
            wkb.append(data[at + 4 : at + 4 + size])
            at += 4 + size
        return shapely.from_wkb(np.array(wkb, dtype=object))

    def shapes_m(self, layer):
        """Edges straight in degrees are cut to a kilometre first, so that they are straight in the plane but for 2 cm."""
        shapes = self.shapes(layer)
        broken = ~shapely.is_valid(shapes)
        shapes[broken] = shapely.make_valid(shapes[broken], method="structure", keep_collapsed=False)
        return shapely.transform(shapely.segmentize(shapes, 0.01), lambda c: np.column_stack(self.plane.transform(c[:, 0], c[:, 1])))

    def rivers(self):
        """Edges are cut to 250 m, so that a great circle lies within a millimetre of what is straight in degrees."""
        rivers = self.shapes("rivers")
        long = shapely.length(rivers) > 0  # of others segmentize leaves no line
        rivers[long] = shapely.segmentize(rivers[long], 0.0025)
        return rivers

    def river_pieces(self, edges=32):
        """(river, piece) for stretches of so many edges, as one prepares rivers for an index."""
        pieces = []
        for number, river in enumerate(self.rivers()):
            for part in shapely.get_parts(river):
                path = shapely.get_coordinates(part)
                for first in range(0, len(path) - 1, edges):
                    pieces.append((number, shapely.linestrings(path[first : first + edges + 1])))
        return pieces
