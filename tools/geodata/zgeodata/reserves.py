"""Nature reserves. Their polygons are not public: only centre, bounding box and the areas of the zones are.

Each reserve is drawn as three nested superellipses in its bounding box whose areas are the official ones; the outer shape
takes the exponent that fills the box with the total area, or is shrunk where the box is far larger than the reserve. Core
polygon, buffer ring and experimental ring do not overlap. Schematic: no boundary of it is real.
"""

import math

import shapely
from shapely.affinity import translate

from . import earth
from .files import feature, read_csv

LEVELS = {"国家级": "国家级自然保护区", "省级": "省级自然保护区", "其他": "自然保护区"}
ZONES = (("core", "core_official_km2"), ("buffer", "buffer_official_km2"), ("experimental", "experimental_official_km2"))
LEAST, MOST = 1.2, 12.0   # exponents: a rounded diamond to a rounded box


def _exponent(fill):
    """n for which a superellipse fills this share of its box."""
    low, high = LEAST, MOST
    for _ in range(60):
        middle = (low + high) / 2
        if earth.superellipse_area(0.5, 0.5, middle) < fill:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _outline(plane, row, scale, exponent, centre):
    width = (float(row["bbox_maxx"]) - float(row["bbox_minx"])) * plane.kx / 2
    height = (float(row["bbox_maxy"]) - float(row["bbox_miny"])) * plane.ky / 2
    shape = earth.superellipse(width * scale, height * scale, exponent)
    return plane.to_degrees(translate(shape, *centre))


def _sized(plane, row, exponent, centre, wanted_km2, shapes={}):
    low, high = 0.01, 1.2
    for _ in range(60):
        middle = (low + high) / 2
        if earth.area_km2(_outline(plane, row, middle, exponent, centre)) < wanted_km2:
            low = middle
        else:
            high = middle
    return _outline(plane, row, (low + high) / 2, exponent, centre)


def _zones(row):
    minx, miny, maxx, maxy = (float(row[key]) for key in ("bbox_minx", "bbox_miny", "bbox_maxx", "bbox_maxy"))
    plane = earth.Plane((minx + maxx) / 2, (miny + maxy) / 2)
    areas = [float(row[key]) for _, key in ZONES]
    box_km2 = earth.area_km2(shapely.box(minx, miny, maxx, maxy))
    total = sum(areas)
    exponent = min(MOST, max(LEAST, _exponent(total / box_km2)))
    solids = [_sized(plane, row, exponent, (0, 0), math.fsum(areas[: index + 1])) for index in range(3)]
    return [solids[0], solids[1].difference(solids[0]), solids[2].difference(solids[1])]


def make(facts, counties):
    features = []
    for row in read_csv(facts / "reserves.csv"):
        short = row["name_short"]
        ending = LEVELS[row["level"]]
        full = short + ending
        home = _home(float(row["center_lon"]), float(row["center_lat"]), counties)
        for (zone, key), geometry in zip(ZONES, _zones(row)):
            features.append(feature(
                shapely.orient_polygons(geometry, exterior_cw=False), 5, id=f'{row["code_in_source"]}-{zone}', name=full,
                aliases=";".join([short, short + "自然保护区"] if ending != "自然保护区" else [short]), kind="reserve", zone=zone,
                parent=full, **home, source=row["source"] + "; shape drawn", licence="facts", date="",
                accuracy_m=_reach_m(row), schematic=1, level=row["level"], area_km2=float(row[key]),
                total_km2=float(row["area_total_km2_gis"])))
    return features


def _reach_m(row):
    """How far a boundary can be off: a quarter of the box's diagonal."""
    diagonal = earth.distance_m((float(row["bbox_minx"]), float(row["bbox_miny"])),
                                (float(row["bbox_maxx"]), float(row["bbox_maxy"])))
    return int(round(diagonal / 4, -2))


def _home(lon, lat, counties):
    point = shapely.Point(lon, lat)
    for item in counties:
        if item["geometry"].covers(point):
            found = item["properties"]
            return {"adcode": found["adcode"], "county": found["county"], "city": found["city"]}
    return {}
