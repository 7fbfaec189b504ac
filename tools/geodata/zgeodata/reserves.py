"""Nature reserves. Their polygons are not public: only centre, bounding box and the areas of the zones are.

Each is drawn as three nested solids whose areas are the official sums: superellipses in the bounding box, or, for the wetland of
a river, strips along the river. Core, buffer ring and experimental ring are the differences, so they do not overlap.
Schematic: no boundary of them is real.
"""

import math

import shapely
from shapely.affinity import translate

from . import earth
from .files import area as as_area, feature, read_csv

LEVELS = {"国家级": "国家级自然保护区", "省级": "省级自然保护区", "其他": "自然保护区"}
ZONES = (("core", "core_official_km2"), ("buffer", "buffer_official_km2"), ("experimental", "experimental_official_km2"))
LEAST, MOST = 1.2, 12.0   # exponents: a rounded diamond to a rounded box


def _solve(low, high, value, wanted):
    """The argument at which a growing function has the wanted value."""
    for _ in range(60):
        middle = (low + high) / 2
        if value(middle) < wanted:
            low = middle
        else:
            high = middle
    return (low + high) / 2


class InBox:
    """A superellipse that fills the bounding box with the whole area, or a smaller one near the stated centre."""

    drawn = "in its bounding box"

    def __init__(self, row, total_km2):
        self._west, self._south, self._east, self._north = (float(row[key]) for key in
                                                            ("bbox_minx", "bbox_miny", "bbox_maxx", "bbox_maxy"))
        self._plane = earth.Plane((self._west + self._east) / 2, (self._south + self._north) / 2)
        self._half = ((self._east - self._west) * self._plane.kx / 2, (self._north - self._south) * self._plane.ky / 2)
        fill = total_km2 / earth.area_km2(shapely.box(self._west, self._south, self._east, self._north))
        self._exponent = min(MOST, max(LEAST, _solve(LEAST, MOST, lambda n: earth.superellipse_area(0.5, 0.5, n), fill)))
        scale = self._scale(total_km2, (0, 0))
        self._shift = tuple(max(-room, min(room, wanted)) for room, wanted in zip(
            (half * max(0, 1 - scale) for half in self._half),
            ((float(row["center_lon"]) - self._plane.lon) * self._plane.kx,
             (float(row["center_lat"]) - self._plane.lat) * self._plane.ky)))

    def _outline(self, scale, shift):
        shape = earth.superellipse(self._half[0] * scale, self._half[1] * scale, self._exponent)
        return self._plane.to_degrees(translate(shape, *shift))

    def _scale(self, area, shift):
        return _solve(0.01, 1.3, lambda scale: earth.area_km2(self._outline(scale, shift)), area)

    def solid(self, area):
        return self._outline(self._scale(area, self._shift), self._shift)


class AlongRivers:
    """A strip along the rivers inside the bounding box and the province."""

    drawn = "along its river"

    def __init__(self, row, lines, province):
        frame = shapely.box(*(float(row[key]) for key in ("bbox_minx", "bbox_miny", "bbox_maxx", "bbox_maxy")))
        self._plane = earth.Plane(*frame.centroid.coords[0])
        self._frame = self._plane.to_metres(frame.intersection(province)).simplify(200)
        self._line = self._plane.to_metres(shapely.union_all(lines).intersection(frame)).simplify(500)

    def _strip(self, half_width):
        return self._plane.to_degrees(self._line.buffer(half_width, quad_segs=4).intersection(self._frame))

    def solid(self, area):
        return self._strip(_solve(10, 20000, lambda width: earth.area_km2(self._strip(width)), area))


def _drawer(row, rivers, along, province):
    if row["name_short"] in along:
        lines = [item["geometry"] for item in rivers if item["properties"]["name"] in along[row["name_short"]]]
        return AlongRivers(row, lines, province)
    return InBox(row, math.fsum(float(row[key]) for _, key in ZONES))


def make(facts, counties, rivers, province):
    along = {row["name_short"]: row["rivers"].split(";") for row in read_csv(facts / "reserve_rivers.csv")}
    features = []
    for row in read_csv(facts / "reserves.csv"):
        drawer = _drawer(row, rivers, along, province)
        areas = [float(row[key]) for _, key in ZONES]
        solids = [as_area(drawer.solid(math.fsum(areas[: index + 1]))) for index in range(3)]
        shapes = [solids[0], solids[1].difference(solids[0]), solids[2].difference(solids[1])]
        short, full = row["name_short"], row["name_short"] + LEVELS[row["level"]]
        home = _home(solids[2], counties)
        for (zone, key), shape in zip(ZONES, shapes):
            features.append(feature(
                as_area(shape), 5, id=f'{row["code_in_source"]}-{zone}',
                name=full, aliases=short if full == short + "自然保护区" else f"{short};{short}自然保护区", kind="reserve", zone=zone,
                parent=full, **home, source=row["source"] + "; shape drawn", licence="facts", date="", accuracy_m=_reach_m(row),
                schematic=1, level=row["level"], area_km2=float(row[key]), total_km2=float(row["area_total_km2_gis"]),
                drawn=drawer.drawn))
    return features


def _reach_m(row):
    """How far a boundary can be off: a quarter of the box's diagonal, 10 km at most for the long ones."""
    diagonal = earth.distance_m((float(row["bbox_minx"]), float(row["bbox_miny"])),
                                (float(row["bbox_maxx"]), float(row["bbox_maxy"])))
    return min(10000, int(round(diagonal / 4, -2)))


def _home(shape, counties):
    """The county with the largest share of the drawn shape."""
    shares = sorted(((shape.intersection(item["geometry"]).area, item["properties"]) for item in counties
                     if item["geometry"].intersects(shape)), key=lambda share: -share[0])
    largest = shares[0][1]
    return {"adcode": largest["adcode"], "county": largest["county"], "city": largest["city"]}
