"""Lakes and reservoirs: the coarse polygons of OpenStreetMap (2017) near Shanxi, named by position."""

import json

import shapely
from shapely.geometry import Point, shape

from . import earth
from .files import area as as_area, feature, read_csv

SOURCE = "npm @geo-maps/earth-waterbodies-25m 0.6.0 (OpenStreetMap 2017)"
LEAST_KM2 = 0.5      # unnamed ones below it are left out
NEAR = 0.02          # degrees round the province
RIVER_M = 2500       # what lies so near to 黄河 and has no name is a piece of the river


def _polygons(path, province):
    """The file is one geometry collection or one multipolygon of the whole earth, 125 MB: only the box of Shanxi is kept."""
    document = json.loads(path.read_text(encoding="utf-8"))
    west, south, east, north = province.buffer(NEAR).bounds
    kept = []
    for polygon in _parts(document):
        x, y = polygon[0][0][:2]
        if west - 1 < x < east + 1 and south - 1 < y < north + 1:
            kept.append(shapely.make_valid(shape({"type": "Polygon", "coordinates": polygon})))
    area = province.buffer(NEAR)
    shapely.prepare(area)
    return [polygon for polygon in kept if area.intersects(polygon)]


def _parts(node):
    kind = node["type"]
    if kind == "FeatureCollection":
        for item in node["features"]:
            yield from _parts(item["geometry"])
    elif kind == "GeometryCollection":
        for item in node["geometries"]:
            yield from _parts(item)
    elif kind == "Feature":
        yield from _parts(node["geometry"])
    elif kind == "Polygon":
        yield node["coordinates"]
    elif kind == "MultiPolygon":
        yield from node["coordinates"]


def _home(polygon, counties):
    """The county that holds most of it; empty beyond the province."""
    shares = [(polygon.intersection(item["geometry"]).area, item["properties"]) for item in counties
              if item["geometry"].intersects(polygon)]
    return max(shares, key=lambda share: share[0])[1] if shares else None


def make(path, facts, counties, province, yellow_river):
    polygons = sorted(_polygons(path, province), key=lambda item: (round(item.bounds[0], 6), round(item.bounds[1], 6)))
    named, taken = {}, {}
    for row in read_csv(facts / "water_names.csv"):
        index = _index_at(polygons, float(row["lon"]), float(row["lat"]), row["name"])
        home = _home(polygons[index], counties)
        found = home["county"] if home else ""
        touched = {item["properties"]["county"] for item in counties if item["geometry"].intersects(polygons[index])}
        if row["county"] and row["county"] not in touched:
            raise SystemExit(f"error: facts/water_names.csv: {row['name']} lies in {found}, not in {row['county']}")
        taken[index] = row["name"]
        named.setdefault(row["name"], (row, []))[1].append(polygons[index])
    features = [_named(name, row, parts, counties) for name, (row, parts) in named.items()]
    for index, polygon in enumerate(polygons):
        if index not in taken and earth.area_km2(polygon) >= LEAST_KM2:
            features.append(_unnamed(polygon, counties, yellow_river))
    return features


def _index_at(polygons, lon, lat, name):
    point = Point(lon, lat)
    index = min(range(len(polygons)), key=lambda i: polygons[i].distance(point))
    if polygons[index].distance(point) > 0.01:
        raise SystemExit(f"error: facts/water_names.csv: no water within 1 km of {name} {lon} {lat}")
    return index


def _named(name, row, parts, counties):
    whole = shapely.union_all(parts)
    hull = "hull" in row["basis"]
    shape_ = whole.convex_hull if hull else whole
    return _feature(shape_, "water-" + name, name, row["aliases"], row["kind"], counties, basis=row["basis"],
                    schematic=1 if hull else 0)


def _unnamed(polygon, counties, yellow_river):
    plane = earth.Plane(*polygon.centroid.coords[0])
    river = plane.to_metres(polygon).distance(plane.to_metres(yellow_river)) < RIVER_M
    x, y = polygon.representative_point().coords[0]
    return _feature(polygon, f"water-{x:.4f}-{y:.4f}", "", "", "river" if river else "lake", counties,
                    basis="on 黄河" if river else "", schematic=0)


def _feature(geometry, id_, name, aliases, kind, counties, basis, schematic):
    home = _home(geometry, counties)
    place = {key: home[key] for key in ("adcode", "county", "city")} if home else {}
    return feature(as_area(geometry), 5, id=id_, name=name, aliases=aliases,
                   kind=kind, **place, source=SOURCE, licence="ODbL-1.0", date="2017", accuracy_m=300, schematic=schematic,
                   area_km2=round(earth.area_km2(geometry), 2), basis=basis)
