"""Reading and writing: every file that is made has the same bytes each time (fixed order, fixed digits, LF, UTF-8)."""

import csv
import json
from pathlib import Path

import shapely
from shapely.geometry import mapping, shape

FIELDS = ("id", "name", "aliases", "kind", "zone", "parent", "adcode", "county", "city",
          "source", "licence", "date", "accuracy_m", "schematic")


def read_csv(path):
    """Rows as dictionaries; lines that begin with # are comments."""
    with open(path, encoding="utf-8-sig", newline="") as stream:
        lines = (line for line in stream if not line.startswith("#"))
        return list(csv.DictReader(lines))


def write_csv(path, columns, rows):
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, columns, lineterminator="\n", extrasaction="raise")
        writer.writeheader()
        writer.writerows(rows)


def feature(geometry, digits=6, **fields):
    """A feature with every field of docs/formats/geodata.md, then the layer's own ones in the order given."""
    properties = {name: "" for name in FIELDS}
    properties["accuracy_m"] = 0
    properties["schematic"] = 0
    properties.update(fields)
    return {"geometry": geometry, "properties": properties, "digits": digits}


def area(geometry, digits=5):
    """A polygon that stays valid when it is written: on the lattice of the digits, without crumbs, wound as RFC 7946 wants."""
    snapped = shapely.set_precision(geometry, 10.0**-digits)
    parts = [part for part in shapely.get_parts(snapped) if part.geom_type == "Polygon" and part.area > 1e-6]
    whole = parts[0] if len(parts) == 1 else shapely.MultiPolygon(parts)
    return shapely.orient_polygons(shapely.normalize(whole), exterior_cw=False)


def _rounded(coordinates, digits):
    if coordinates and isinstance(coordinates[0], (int, float)):
        return [round(coordinates[0], digits), round(coordinates[1], digits)]
    return [_rounded(part, digits) for part in coordinates]


def _without_repeats(coordinates, closed):
    """Rounding can make neighbours equal: GeoJSON readers and GEOS do not want repeated points."""
    kept = [point for index, point in enumerate(coordinates) if index == 0 or point != coordinates[index - 1]]
    return kept if len(kept) >= (4 if closed else 2) else coordinates


def _geometry(geometry, digits):
    plain = mapping(geometry)
    kind, coordinates = plain["type"], _rounded(plain["coordinates"], digits)
    if kind == "LineString":
        coordinates = _without_repeats(coordinates, False)
    elif kind == "MultiLineString":
        coordinates = [_without_repeats(part, False) for part in coordinates]
    elif kind == "Polygon":
        coordinates = [_without_repeats(ring, True) for ring in coordinates]
    elif kind == "MultiPolygon":
        coordinates = [[_without_repeats(ring, True) for ring in part] for part in coordinates]
    return {"type": kind, "coordinates": coordinates}


def write_geojson(path, features):
    """One feature a line, in the order given: a change of one feature is a change of one line."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    dump = lambda value: json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    lines = [
        '{"type":"Feature","properties":%s,"geometry":%s}'
        % (dump(item["properties"]), dump(_geometry(item["geometry"], item["digits"])))
        for item in features
    ]
    text = '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"
    Path(path).write_text(text, encoding="utf-8")


def read_geojson(path):
    """(geometry, properties) of each feature."""
    document = json.loads(Path(path).read_text(encoding="utf-8"))
    return [(shape(item["geometry"]), item["properties"]) for item in document["features"]]
